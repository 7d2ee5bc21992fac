# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Fields, and what they are part of."""

from __future__ import annotations

from dataclasses import dataclass

from .. import kinds
from .places import Derived, Member, Position, Steps
from .values import Enum, LayoutRef


@dataclass(frozen=True)
class Field:
    name: str
    where: str  # "specs/ipv4.yaml:12"
    doc: str
    unit: str
    type: str  # a name of gen/kinds/
    access: str  # ro, rw, wo
    endian: str  # big, little, native
    display: str  # "" or an enum luadata_display
    enum: Enum | None
    strict: bool
    range: tuple[int, int] | None
    position: Position
    view: LayoutRef | None = None
    element: str = ""  # of an array: int, uint or address
    element_bits: int = 0  # of an array in a wire format
    count: int = 0  # of that array
    shadow: str = ""  # member of the C struct that a wire field is checked against
    records: "Records | None" = None
    virtual: bool = False  # takes no room of its own
    union: str = ""  # that it is in a case of
    union_bits: int = 0  # of that union, 0 when other fields decide
    union_size: str = ""  # how much it takes, as the page says it
    case: str = ""  # when that case is in force, as the page says it

    @property
    def kind(self) -> kinds.FieldKind:
        return kinds.of(self.type)

    @property
    def element_kind(self) -> kinds.FieldKind:
        return kinds.of(self.element)

    @property
    def flags(self) -> bool:
        return bool(self.enum and self.enum.flags)

    @property
    def by_hand(self) -> bool:
        """Text behind a pointer, or an array of which some elements are in use."""
        at = self.position
        return isinstance(at, (Member, Derived)) and bool(at.bound or at.count)


@dataclass(frozen=True)
class Chain:
    """How a list finds the type of each record in what lies before it."""

    first: str  # field of the layout that has the list
    first_load: str  # C over the bytes at p of that layout
    load: str  # C over the bytes at p of a record: the type of the next
    types: tuple[int, ...]  # that records have
    least: int  # bytes of the fixed part of a record
    most: int  # of a record
    next: str  # C functions
    begin: str
    last: Steps = Steps()
    last_test: str = ""  # C condition, then: the record is the last
    last_text: str = ""


@dataclass(frozen=True)
class Records:
    """What a list field repeats."""

    symbol: str  # of the struct luadata_list
    record: LayoutRef
    measure: str  # C function: bytes of one record
    step: str  # C function: likewise, 0 at the record that ends the list
    by: str  # field that selects records by name, or ""
    until: Steps  # a check that holds at the record that ends the list
    until_text: str
    chain: Chain | None = None


@dataclass(frozen=True)
class Finding:
    """A C function of p and n: where a field ends, or how many bytes a record has; 0: broken."""

    name: str
    what: str  # its comment
    steps: Steps
    skipped: str  # result when the field is not there
    result: str
    choices: tuple[tuple[tuple[int, ...], str], ...] = ()  # of a union: values, result
    subject: str = ""  # local that they are values of


@dataclass(frozen=True)
class Poke:
    """Bits that make a sample what it is."""

    bit: int
    bits: int
    value: int
    little: bool


@dataclass(frozen=True)
class Seen:
    """What a field of a sample is: a kind, or absent."""

    name: str  # key of a view, or keys with dots between them
    bit: int
    bits: int
    kind: str
    little: bool
    writable: bool = False  # with any value
    value: int = 0  # of one that is computed; or how many elements
    needs: int = 0  # bytes of the message without which it is not there
    text: str = ""  # of a name


@dataclass(frozen=True)
class Length:
    """A field of a message that says how much something has."""

    bit: int
    bits: int
    little: bool


@dataclass(frozen=True)
class Bound:
    """Where parts of a message end; numbers of others count from 1, 0 is none."""

    parts: tuple[str, ...]  # keys with dots between them
    start: int  # bytes of the message before them
    end: int  # likewise of what ends with them, when the length is 0
    unit: int  # bytes that one more in the length adds
    length: int
    outer: int  # what is around it
    least: int = 0  # the smallest length that bounds


@dataclass(frozen=True)
class Bounded:
    """The lengths of a message, and what they bound."""

    lengths: tuple[Length, ...]
    bounds: tuple[Bound, ...]
    keys: tuple[str, ...]  # what they bound, and in what


@dataclass(frozen=True)
class Sample:
    """A message for tests."""

    length: int  # bytes
    covers: int  # of them by the layout's checksum, 0 where it has none
    pokes: tuple[Poke, ...]
    seen: tuple[Seen, ...]
    bounded: Bounded | None = None


@dataclass(frozen=True)
class Checksum:
    """An Internet checksum that follows what scripts write."""

    offset: int
    optional: bool  # 0 means that there is none
    pseudo: bool
    cover: str  # C function that says what it covers, "" to the end of the view
    steps: Steps
    end: str
    end_text: str


@dataclass(frozen=True)
class Layout:
    name: str
    symbol: str
    title: str  # as scripts and messages name it
    where: str
    doc: str
    c: str  # "struct cpufreq_policy", or ""
    size: int  # bytes of a wire layout, 0 for others
    fields: tuple[Field, ...]
    home: str  # wire, kernel, placed, opaque
    shadow: str = ""  # C struct that a wire layout is checked against
    variable: bool = False  # no two views need have as many bytes
    record: bool = False  # occurs only inside the format of its binding
    chained: bool = False  # its lists alone know the types of its records
    findings: tuple[Finding, ...] = ()
    measure: str = ""  # C function for lists of it
    reach: int = 0
    checksum: Checksum | None = None
    samples: tuple[Sample, ...] = ()
    messages: tuple[Sample, ...] = ()  # likewise, full of records, names and blocks
    key: str = ""  # of the declaration of a kernel layout
    unshown: bool = False  # nobody has shown that its fields may be read in any context

    def field(self, name: str) -> Field:
        return next(f for f in self.fields if f.name == name)

    @property
    def bounded(self) -> bool:
        """Whether a message is tried with every length at every value."""
        return any(message.bounded for message in self.messages)

    @property
    def sized(self) -> tuple[Field, ...]:
        """Arrays of which an object says how many elements it has."""
        return tuple(
            f for f in self.fields if isinstance(f.position, Member) and f.position.count
        )

    @property
    def writable(self) -> bool:
        return any(f.access != "ro" for f in self.fields)

    @property
    def computes(self) -> bool:
        """Whether C of the spec runs when one of its fields is read."""
        places = [f.position for f in self.fields]
        return any(
            isinstance(at, Derived)
            or (isinstance(at, Member) and bool(at.when or at.count or at.lock))
            for at in places
        )
