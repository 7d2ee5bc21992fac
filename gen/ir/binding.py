# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""All that one spec declares."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .apart import Apart, Embedded
from .callbacks import Callback
from .functions import Argument, Function
from .layouts import Layout
from .places import Placed
from .values import Constant, Enum, Lock


@dataclass(frozen=True)
class Probe:
    macro: str
    struct: str
    member: str


@dataclass(frozen=True)
class Rename:
    """A macro for the first of several members that a kernel has."""

    macro: str
    choices: tuple[tuple[str, str], ...]  # macro of a probe ("" for the last), member


@dataclass(frozen=True)
class Binding:
    name: str
    source: str  # "specs/ipv4.yaml"
    title: str  # one sentence
    doc: str
    reference: str
    home: str  # wire, kernel
    config: str
    capability: str
    headers: tuple[str, ...]
    local_headers: tuple[str, ...]
    uses: tuple[str, ...]
    host: tuple[str, ...]  # C files beside the spec
    setup: bool  # the host has klua_NAME_init() and klua_NAME_exit()
    example: str
    enums: tuple[Enum, ...]
    layouts: tuple[Layout, ...]
    functions: tuple[Function, ...]
    callbacks: tuple[Callback, ...]
    probes: tuple[Probe, ...]
    constants: tuple[Constant, ...] = ()
    locks: tuple[Lock, ...] = ()
    renames: tuple[Rename, ...] = ()
    apart: tuple[Apart, ...] = ()
    embedded: tuple[Embedded, ...] = ()

    @property
    def overlaid(self) -> tuple[Apart, ...]:
        """Members that could have the same bytes, of which offsets do not tell."""
        return tuple(one for one in self.apart if not one.exact)

    @property
    def takes(self) -> tuple[str, ...]:
        """Locks of the kernel that its functions take."""
        return tuple(dict.fromkeys(name for f in self.functions for name in f.takes))

    @property
    def unshown(self) -> tuple[str, ...]:
        """What is for any context, as the spec says and nobody has shown."""
        functions = [f.name for f in self.functions if f.unshown]
        return tuple(functions + [f"fields of {la.name}" for la in self.layouts if la.unshown])

    @property
    def in_c(self) -> tuple[Layout, ...]:
        """Layouts, each after those that its C code refers to."""
        return tuple(reversed(self.layouts)) if self.home == "wire" else self.layouts

    @property
    def viewed(self) -> tuple[Layout, ...]:
        """Those that can be put over bytes."""
        return tuple(layout for layout in self.layouts if not layout.chained)

    @property
    def main(self) -> Layout | None:
        """The layout that a wire binding is."""
        return self.layouts[0] if self.home == "wire" else None

    @property
    def place_functions(self) -> tuple[str, ...]:
        """C functions of the host that place fields and arguments."""
        found = [f.position.function for la in self.layouts for f in la.fields if isinstance(
            f.position, Placed
        )]
        found += [a.place for c in self.callbacks for a in c.arguments if a.place]
        return tuple(dict.fromkeys(found))

    @property
    def released(self) -> tuple[Function, ...]:
        return tuple(f for f in self.functions if f.owned)

    @property
    def lookups(self) -> tuple[Argument, ...]:
        """One parameter for each C function that looks something up."""
        found = {a.lookup.c_name: a for f in self.functions for a in f.lookups if a.lookup}
        return tuple(found.values())

    @property
    def releases(self) -> tuple[str, ...]:
        """C functions that give something back."""
        names = [f.returns.release for f in self.functions]
        names += [f.owned.release for f in self.functions if f.owned]
        names += [a.lookup.release for f in self.functions for a in f.lookups if a.lookup]
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def tags(self) -> frozenset[str]:
        """Of the structs, unions and enums that it names."""
        texts = [f.function_type for f in self.functions] + [la.c for la in self.layouts]
        texts += [a.lookup.function_type for f in self.functions for a in f.lookups if a.lookup]
        return frozenset(re.findall(r"\b(?:struct|union|enum) (\w+)", " ".join(texts)))

    @property
    def foreign_enums(self) -> tuple[Enum, ...]:
        """Enums of other bindings that this one refers to: each module has its own table."""
        used: list[Enum | None] = [f.enum for la in self.layouts for f in la.fields]
        for function in self.functions:
            used += [a.enum for a in function.script] + [function.returns.enum]
        for callback in self.callbacks:
            used += [k.enum for k in callback.keys] + [a.enum for a in callback.arguments]
            used += [callback.verdict.enum] if callback.verdict else []
        found = {e.name: e for e in used if e is not None and e not in self.enums}
        return tuple(found.values())
