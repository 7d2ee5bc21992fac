# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of C in specs: which members of structs they read, and which functions they call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..resolve.pointers import pointee
from ..spec.load import Mapping
from ..spec.names import C_WORDS
from ..spec.scope import Entry
from .types import read_function

OF_FIELDS = ("value", "when", "count")
OF_LOCKS = ("acquire", "release")
# A member and what is behind it, of something that is a name.
PATH = re.compile(r"(?<![\w.>])(\w+)((?:(?:->|\.)[A-Za-z_]\w*|\[[^\]]*\])+)")
INDEX = re.compile(r"\[(?!\d+\])[^\]]*\]")  # that is no number
CALL = re.compile(r"(?<![\w.>])([A-Za-z_]\w*)\s*\(")


@dataclass(frozen=True)
class Expression:
    entry: Entry  # says it
    text: str
    structs: dict[str, str]  # names that point to structs

    @property
    def members(self) -> Iterator[tuple[str, str, str]]:
        """As it is written, the struct, and the path in it."""
        for name, steps in PATH.findall(self.text):
            if name in self.structs and steps.startswith("->"):
                yield name + steps, self.structs[name], INDEX.sub("[0]", steps[2:])

    @property
    def calls(self) -> Iterator[str]:
        return (name for name in CALL.findall(self.text) if name not in C_WORDS)


def expressions(root: Entry) -> Iterator[Expression]:
    objects: dict[str, str] = {}
    for _, _, entry in root.entries("layouts"):
        struct = entry.text("c")
        for _, _, field in entry.entries("fields"):
            objects.setdefault(field.text("lock"), struct)
            for key in OF_FIELDS:
                if key in field:
                    yield Expression(field, field.text(key), {"object": struct})
    for _, _, entry in root.entries("functions"):
        structs = _parameters(entry)
        objects.setdefault(entry.text("lock"), next(iter(structs.values()), ""))
        for below, text in _texts(entry):
            yield Expression(below, text, structs)
    for lock, _, entry in root.entries("locks"):
        for key in OF_LOCKS:
            yield Expression(entry, entry.text(key), {"object": objects.get(lock, "")})


def _parameters(entry: Entry) -> dict[str, str]:
    """Parameters of a function that point to a struct."""
    proto = read_function(entry)
    kinds = {p.name: pointee(p.type) for p in proto.parameters} if proto else {}
    return {name: kind for name, kind in kinds.items() if kind.startswith(("struct ", "union "))}


def _texts(entry: Entry) -> Iterator[tuple[Entry, str]]:
    """What a function is called with, and how far its arguments may go."""
    for key in ("call",):
        if key in entry:
            yield entry, entry.text(key)
    for below in (entry.entry("cost"), *(below for _, _, below in entry.entries("args"))):
        if below is None:
            continue
        for key in ("min", "max", "value", "size", "check"):
            if key in below and not isinstance(below.node.items[key], Mapping):
                yield below, below.text(key)
