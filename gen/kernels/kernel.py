# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""A kernel as its files show it: types, types of modules, headers, exported symbols."""

from __future__ import annotations

import pathlib
from functools import cached_property

from .btf import Btf
from .btf_file import RUNNING, BtfError, read_btf
from .headers import Headers

IMAGES = ("vmlinux", "vmlinuz")


class Kernel:
    """Given as [LABEL=]FILE[,MODULE…], or as a folder with vmlinux and what else is there."""

    def __init__(self, text: str) -> None:
        label, _, rest = text.rpartition("=")
        first, *modules = rest.split(",")
        path = pathlib.Path(first)
        self.folder = path if path.is_dir() else None
        path = image(path)
        self.label = label or _label(path)
        self.btf = read_btf(path)
        self._modules = [read_btf(pathlib.Path(name), self.btf) for name in modules]
        self.inline: dict[str, str] = {}  # functions and macros of headers, and the header

    @cached_property
    def headers(self) -> Headers | None:
        kdir = self.folder / "kdir" if self.folder else None
        return Headers(kdir) if kdir and kdir.is_dir() else None

    def need(self, functions: list[str]) -> None:
        """Reads the modules that have these functions, and looks for inline ones in headers."""
        if not self.headers or not self.folder:
            return
        modules = {self.headers.exported.get(name, "vmlinux") for name in functions}
        for module in sorted(modules - {"vmlinux"}):
            found = sorted(self.folder.glob(f"lib/modules/*/kernel/{module}.ko*"))
            if found:
                self._modules.append(read_btf(found[0], self.btf))
        # An inline function of which the compiler made a function is in BTF, and not exported.
        known = (name for name in functions if self.callable(name))
        missing = sorted({*functions} - {name for name in known if self.find("function", name)})
        declared = self.headers.find((), missing) if missing else {}
        self.inline = {name: at.header for name, at in declared.items() if at.inline}
        self.inline |= self.headers.defines(name for name in missing if name not in self.inline)

    def callable(self, function: str) -> bool:
        """Whether modules may call a function, as far as the kernel's files tell."""
        exported = self.headers.exported if self.headers else {}
        return not exported or function in exported

    def find(self, space: str, name: str) -> tuple[Btf, int] | None:
        """A type or function, of the kernel or of a module."""
        for btf in (self.btf, *self._modules):
            number = btf.find(space, name)
            if number is not None:
                return btf, number
        return None

    def constant(self, name: str) -> int | None:
        """The value of an enumerator."""
        for btf in (self.btf, *self._modules):
            if name in btf.constants:
                return btf.constants[name][0]
        return None

    def enumerators(self, name: str) -> list[str]:
        """All enumerators of the enum that has this one."""
        for btf in (self.btf, *self._modules):
            if name in btf.constants:
                entry = btf.types[btf.constants[name][1]]
                return [value["name"] for value in entry["values"]]
        return []


def image(path: pathlib.Path) -> pathlib.Path:
    """The kernel in a folder; a file is its own."""
    if not path.is_dir():
        return path
    images = [path / name for name in IMAGES if (path / name).exists()]
    if not images:
        raise BtfError(f"{path}: neither vmlinux nor vmlinuz in it")
    return images[0]


def _label(path: pathlib.Path) -> str:
    if path == RUNNING:
        return "running"
    return path.absolute().parent.name if path.name in (*IMAGES, "btf") else path.name
