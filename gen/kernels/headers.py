# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""A kernel's build directory: which header declares what, and what modules may call."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

# A declaration that begins a line: what is before the name, the parameters, and what ends it.
FUNCTION = (
    rb"^(?P<head>[A-Za-z_][^;{}=#/\"():]*\b)%s\s*\((?P<args>[^;{]*?)\)"
    rb"\s*(?:__\w+(?:\([^)]*\))?\s*)*(?P<end>[;{])"
)
TAG = rb"^(?:struct|union|enum)\s+(?:__\w+\s+)*%s\s*(?:__\w+\s*)*\{"
# What a prototype in a header says to the compiler only.
NOISE = re.compile(r"\b(extern|static|inline|asmlinkage|noinline|notrace|__[a-z]\w+)\b")
SPACE = re.compile(rb"\b__(?:user|iomem|percpu|rcu)\b")
KEPT = ("__u8", "__u16", "__u32", "__u64", "__s8", "__s16", "__s32", "__s64")


@dataclass(frozen=True)
class Declared:
    """Where a function is declared, and how."""

    header: str
    inline: bool
    prototype: str
    space: str = ""  # a pointer of it that leads out of the kernel's memory: __user


class Headers:
    def __init__(self, kdir: pathlib.Path) -> None:
        self.kdir = kdir
        self._roots = list(dict.fromkeys(_roots(kdir)))

    @cached_property
    def exported(self) -> dict[str, str]:
        """Symbols that modules may use, and the module that has them (vmlinux: the kernel)."""
        path = self.kdir / "Module.symvers"
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return {}
        fields = (line.split("\t") for line in lines)
        return {field[1]: field[2] for field in fields if len(field) > 2}

    @cached_property
    def _files(self) -> dict[str, pathlib.Path]:
        """Headers by the name that #include gives them; the first found is the one included."""
        found: dict[str, pathlib.Path] = {}
        for folder in self._folders():
            for path in sorted(folder.rglob("*.h")):
                name = str(path.relative_to(folder))
                if not name.startswith(("uapi/", "generated/")):
                    found.setdefault(name, path)
        return found

    def _folders(self) -> Iterable[pathlib.Path]:
        for root in self._roots:
            yield from (f for f in sorted(root.glob("arch/*/include")) if f.is_dir())
            yield root / "include"
        for root in self._roots:
            yield root / "include" / "uapi"

    def defines(self, names: Iterable[str]) -> dict[str, str]:
        """Macros, and a header that has each."""
        left = {name: re.compile(rb"^[ \t]*#[ \t]*define[ \t]+%s\b" % name.encode(), re.M)
                for name in names}  # fmt: skip
        found: dict[str, str] = {}
        for header, path in self._files.items() if left else ():
            data = path.read_bytes()
            for name, pattern in left.items():
                if name not in found and name.encode() in data and pattern.search(data):
                    found[name] = header
        return found

    def find(self, tags: Iterable[str], functions: Iterable[str]) -> dict[str, Declared]:
        """Declarations of `struct x` and of functions, each in the header that fits best."""
        wanted = {tag: re.compile(TAG % tag.split()[1].encode(), re.M) for tag in tags}
        called = {f: re.compile(FUNCTION % f.encode(), re.M) for f in functions}
        found: dict[str, list[Declared]] = {}
        names = {name: name.split()[-1].encode() for name in (*wanted, *called)}
        for header, path in self._files.items():
            data = path.read_bytes()
            for name, bare in names.items():
                if bare not in data:
                    continue
                pattern = wanted[name] if name in wanted else called[name]
                matches = [_declared(header, name, match) for match in pattern.finditer(data)]
                if matches:  # some are inline for some kernels only
                    best = next((at for at in matches if at.inline), matches[0])
                    found.setdefault(name, []).append(best)
        return {name: min(choices, key=_rank) for name, choices in found.items()}


def _declared(header: str, name: str, match: re.Match[bytes]) -> Declared:
    if " " in name:
        return Declared(header, False, "")
    head = match["head"].decode(errors="replace")
    args = " ".join(match["args"].decode(errors="replace").split())
    inline = match["end"] == b"{"
    words = NOISE.sub(lambda m: m[0] if m[0] in KEPT or m[0][:4] in ("__be", "__le") else "", head)
    result = " ".join(words.split())
    star = "" if result.endswith("*") else " "
    space = SPACE.search(match["head"] + match["args"])
    found = space[0].decode() if space else ""
    return Declared(header, inline, f"{result}{star}{name}({args})", found)


def _rank(declared: Declared) -> tuple[int, int, str]:
    order = ("linux/", "net/", "uapi/")
    first = next((i for i, o in enumerate(order) if declared.header.startswith(o)), len(order))
    return first, len(declared.header), declared.header


def _roots(kdir: pathlib.Path) -> Iterable[pathlib.Path]:
    """The directory, and the sources that it was made from: Debian's includes their Makefile."""
    yield kdir.resolve()
    makefile = kdir / "Makefile"
    if makefile.is_file():
        for line in makefile.read_text(encoding="utf-8", errors="replace").splitlines()[:20]:
            words = line.split()
            if len(words) == 2 and words[0] == "include" and words[1].endswith("/Makefile"):
                yield pathlib.Path(words[1]).parent.resolve()
    source = kdir / "source"
    if source.exists():
        yield source.resolve()
