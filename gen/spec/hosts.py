# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What a spec promises of the C files beside it, looked for in their text."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator

from . import wording
from .faults import Faults, nearest
from .scope import Entry, Scope, Spec

# Comments and literals: nothing in them is code.
NO_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)

Promise = tuple[Entry, str, str]  # whose it is, the key that makes it, the name in C


def c_files(root: Entry) -> tuple[str, ...]:
    """C that belongs to the module."""
    return tuple(file for file in root.texts("host") if file.endswith(".c"))


def own_headers(root: Entry) -> tuple[str, ...]:
    """Headers beside the spec."""
    return tuple(file for file in root.texts("host") if file.endswith(".h"))


def check_hosts(specs: dict[str, Spec], folders: dict[str, pathlib.Path], faults: Faults) -> None:
    """Reports C files that are not there, and names that none of them has."""
    for name, folder in folders.items():
        if name in specs and not specs[name].wire:
            _check_host(Scope(specs[name], specs, faults), folder)


def _check_host(scope: Scope, folder: pathlib.Path) -> None:
    missing = [file for file in scope.root.texts("host") if not (folder / file).exists()]
    for file in missing:
        scope.root.fault("host", wording.NO_SUCH_FILE, file=file)
    files = c_files(scope.root)
    if missing or not files:
        return
    code = "\n".join(
        NO_CODE.sub(" ", (folder / file).read_text(encoding="utf-8", errors="replace"))
        for file in files
    )
    words = set(re.findall(r"[A-Za-z_]\w*", code))
    for entry, key, name in _promises(scope):
        if name not in words:
            entry.fault(
                key,
                wording.HOST_LACKS,
                files=' and '.join(files),
                name=name,
                hint=nearest(name, words),
            )


def _promises(scope: Scope) -> Iterator[Promise]:
    root, binding = scope.root, scope.spec.name
    if root.flag("init"):
        yield root, "init", f"klua_{binding}_init"
        yield root, "init", f"klua_{binding}_exit"
    for _, _, layout in root.entries("layouts"):
        for _, _, field in layout.entries("fields"):
            if field.text("place"):
                yield field, "place", field.text("place")
    for _, _, function in root.entries("functions"):
        found = re.search(r"(\w+)\s*\(", function.text("c"))
        if function.flag("host") and found:
            yield function, "c", found[1]
    for name, _, callback in root.entries("callbacks"):
        for _, _, argument in callback.entries("args"):
            if argument.text("place"):
                yield argument, "place", argument.text("place")
        yield callback, "", f"klua_{binding}_{name}"
        if callback.text("scripts") != "one":
            yield callback, "", f"klua_{binding}_{name}_host"
