# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Where a field lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

from .values import Lock


@dataclass(frozen=True)
class At:
    """At a fixed offset: all numbers come from the spec."""

    offset: int
    size: int  # bytes to load
    shift: int
    bits: int
    start: int  # first bit, counted from the layout's start, most significant bit first
    kind: str = "at"


@dataclass(frozen=True)
class Member:
    """A member of a C struct: all numbers come from the compiler."""

    struct: str
    path: str  # name or a.b
    type: str  # as the spec writes it; "" lets the compiler decide
    bitfield: int  # bits of a bit-field of the C ABI, else 0
    probe: str  # macro that is defined when this kernel has the member, or ""
    low: str  # smallest and largest value of the C type, as C expressions
    high: str
    absent: str = ""  # C expression: a member of this value reads nil
    names: tuple[str, ...] = ()  # of which path, a macro, is the first that this kernel has
    pointer: str = ""  # member that is followed: the path goes on behind it
    nullable: bool = False  # that pointer, or the text's, may be NULL
    bound: int = 0  # most bytes of text behind a pointer
    when: str = ""  # C condition over object: else the field reads nil
    lock: "Lock | None" = None
    count: str = ""  # C expression over object: elements in use (of the array)
    maximum: int = 0  # of them
    kind: str = "member"

    @property
    def counter(self) -> str:
        """The member that is the count, where it is no more than that."""
        found = re.fullmatch(r"object->([A-Za-z_][\w.]*)", self.count)
        return found[1] if found else ""

    @property
    def by_c(self) -> bool:
        """Read by a C function, not from memory."""
        return bool(self.bitfield or self.pointer or self.lock)

    @property
    def placed(self) -> bool:
        """A C function says where it is, or whether it is there."""
        return bool(
            self.when or self.count or self.absent or (self.pointer and self.nullable)
        )

    @property
    def needs_c(self) -> bool:
        """A C function of its own reads it, or says where it is."""
        return bool(self.by_c or self.bound or self.placed)

    @property
    def conditional(self) -> bool:
        """Reads nil at times."""
        return bool(
            self.absent or self.when or (self.nullable and (self.pointer or self.bound))
        )


@dataclass(frozen=True)
class Derived:
    """Computed by C from the object."""

    struct: str
    type: str
    expression: str  # over object
    low: str
    high: str
    when: str = ""
    lock: "Lock | None" = None
    bound: int = 0  # of text
    nullable: bool = False
    probe: str = ""
    count: str = ""
    kind: str = "derived"

    @property
    def conditional(self) -> bool:
        """Reads nil at times."""
        return bool(self.when or (self.bound and self.nullable))

    @property
    def placed(self) -> bool:
        """A C function says whether it is there."""
        return bool(self.when)


@dataclass(frozen=True)
class Operand:
    """A field that an expression reads, as C that loads it from the bytes at p."""

    name: str
    local: str  # variable of C
    load: str
    low: int | None  # outside of this range nothing can be placed by it
    high: int | None


@dataclass(frozen=True)
class Step:
    """One statement of a C function that finds something in a format's bytes.

    load: a local gets a value; check: when it holds, the bytes are broken; skip: when it holds,
    the field is not there.
    """

    kind: str
    text: str
    name: str = ""
    type: str = "int64_t"


@dataclass(frozen=True)
class Steps:
    """The beginning of a C function over the bytes at p, of which n can be read."""

    steps: tuple[Step, ...] = ()

    @property
    def opening(self) -> tuple[Step, ...]:
        """Loads that come before anything is checked: they are in the declarations."""
        checks = [i for i, step in enumerate(self.steps) if step.kind != "load"]
        return self.steps[: checks[0]] if checks else self.steps

    @property
    def later(self) -> tuple[tuple[str, str], ...]:
        """Locals that get their value later: (type, "a, b")."""
        found: dict[str, list[str]] = {}
        for step in self.rest:
            if step.kind == "load":
                found.setdefault(step.type, []).append(step.name)
        return tuple((kind, ", ".join(names)) for kind, names in found.items())

    @property
    def rest(self) -> tuple[Step, ...]:
        return self.steps[len(self.opening) :]

    def joined(self, one: bool) -> tuple[Step, ...]:
        """The rest; checks in a row are one condition. one: so are checks and skips."""
        out: list[Step] = []
        for step in self.rest:
            last = out[-1].kind if out else "load"
            if step.kind != "load" and (last == step.kind or (one and last != "load")):
                text = " || ".join(_joinable(part.text) for part in (out[-1], step))
                out[-1] = Step(step.kind, text)
            else:
                out.append(step)
        return tuple(out)

    def reads(self, name: str, *more: str) -> bool:
        """Whether a variable occurs."""
        texts = [step.text for step in self.steps] + list(more)
        return any(re.search(rf"\b{name}\b", text) for text in texts)


def _joinable(text: str) -> str:
    return f"({text})" if " && " in text and not text.startswith("(") else text


@dataclass(frozen=True)
class Computed:
    """From one expression over earlier fields to another, in bytes from the layout's start."""

    function: str
    start: str
    end: str  # "" means the end of the block
    operands: tuple[Operand, ...]
    start_text: str  # as the page says it
    end_text: str
    steps: Steps = Steps()
    negative: bool = False  # the start can be before the layout's
    absent: str = ""  # condition in C under which it is not there
    condition: str = ""  # when it is, as the page says it
    open: str = ""  # condition in C under which it goes to the end of the block
    open_text: str = ""  # as the page says it
    kind: str = "computed"

    @property
    def refusals(self) -> tuple[str, ...]:
        """Conditions in C under which there is nothing, whatever the expressions give."""
        out = [self.absent] if self.absent else []
        for operand in self.operands:
            if operand.low is not None:
                out.append(f"{operand.local} < {operand.low}")
            if operand.high is not None:
                out.append(f"{operand.local} > {operand.high}")
        return tuple(out)


@dataclass(frozen=True)
class Placed:
    """Where the host's C function says."""

    function: str
    size: int
    stable: bool = False  # it says the same for as long as the memory is lent
    kind: str = "placed"


@dataclass(frozen=True)
class Walked:
    """Behind fields of variable size, or there only under a condition."""

    function: str
    steps: Steps
    start: str  # in C, bytes from the layout's start
    length: str
    size: int  # bytes to load of an integer, else 0
    shift: int
    bits: int
    start_text: str
    end_text: str
    condition: str  # as the page says it, or ""
    end_offset: str = ""  # expression of its end, from the layout's start, when there is one
    bound: str = ""  # in C, where what it is part of ends, from the layout's start
    cut: bool = False  # there also when only a part of it lies within the bound
    kind: str = "walked"


@dataclass(frozen=True)
class Value:
    """Computed from fields of the fixed part, read-only."""

    function: str
    steps: Steps
    text: str
    kind: str = "value"


@dataclass(frozen=True)
class Told:
    """In no bytes of the record: the one before it says so in a field of that name."""

    previous: str
    bits: int
    kind: str = "told"


@dataclass(frozen=True)
class Behind:
    """What lies behind the records of a chain, or the type of that; read as a chain is."""

    function: str  # in C, where the chain lies
    list: str  # symbol of the struct luadata_list
    chain: str  # its name
    bits: int  # of a type; 0: the bytes
    kind: str = "behind"


Position = Union[At, Member, Derived, Computed, Placed, Walked, Value, Told, Behind]
