# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What lies where in one layout, and what decides about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .. import ir
from ..spec import expr, wording
from ..spec.faults import Mark, nearest
from ..spec.scope import Entry, Scope, Spec
from .types import INTEGER_KINDS, TYPE_BITS, Kind

Range = tuple[int, int]
# Expressions over fields of more bits could leave the range of int64_t.
OPERAND_BITS = 32
VALUE_LIMIT = 1 << 62


@dataclass(frozen=True)
class Spot:
    """A place in the sequence: so many bits behind the end of a field, or the layout's start."""

    after: str = ""
    bit: int = 0


@dataclass
class Item:
    """One field as it lies in the sequence."""

    name: str
    entry: Entry
    kind: Kind
    spot: Spot
    order: int
    range: Range | None = None
    size: expr.Expression | None = None  # bytes, when other fields say
    count: expr.Expression | None = None  # records
    when: tuple[expr.Test, ...] = ()
    case: expr.Test | None = None  # of the union that it is in
    case_words: tuple[str, ...] = ()  # its values, as the spec writes them
    part: ir.Layout | None = None  # what a view or list is of
    union: "Item | None" = None  # that it is in a case of
    cases: list[tuple[tuple[int, ...], Spot]] = field(default_factory=list)  # of a union

    @property
    def tests(self) -> tuple[expr.Test, ...]:
        return (*([self.case] if self.case else []), *self.when)

    @property
    def told(self) -> bool:
        """Whether it is the type that the record before says."""
        return "previous" in self.entry

    @property
    def integer(self) -> bool:
        return self.kind.name in INTEGER_KINDS

    @property
    def little(self) -> bool:
        endian = self.entry.scope.root.entry("wire")
        return self.entry.text("endian", endian.text("endian") if endian else "big") == "little"


class Sequence:
    """The fields of one layout in the order in which they lie."""

    def __init__(
        self,
        scope: Scope,
        name: str,
        parts: dict[str, ir.Layout],
        inside: dict[str, Sequence],
    ) -> None:
        self.scope = scope
        self.name = name
        self.entry = scope.root  # or that of the record
        # Of the names of its C functions.
        self.prefix = "" if name == scope.spec.name else f"{name}_"
        self.parts = parts  # records, by name
        self.inside = inside  # the fields of those records
        self.items: dict[str, Item] = {}
        self.cursor = Spot()
        self.closed = ""  # the field behind which nothing can lie
        self.broken = False  # something has faults: nothing can be said about places
        self.fixed = 0  # bytes that are there whatever the data say
        self.extent: expr.Expression | None = None  # bytes of the whole, where it says so
        self.calls: dict[str, int] = {}  # functions that are called to find where a field ends

    @property
    def careful(self) -> bool:
        """Whether faults of places count: not when a field before had faults of its own."""
        return not self.scope.spec.dropped

    @property
    def told(self) -> Item | None:
        """The field with the type that the record before says."""
        return next((item for item in self.items.values() if item.told), None)

    @property
    def arguments(self) -> str:
        """Of the functions in C that read the bytes."""
        return "p, n, told" if self.told else "p, n"

    def fixed_type(self, entry: Entry, key: str) -> Item | None:
        """The field named under a key, with the type of a record in the fixed part."""
        name = entry.text(key)
        if not self._operand(entry, key, name):
            return None
        item = self.items[name]
        if item.spot.after or self.presence(item) or item.told:
            entry.fault(key, wording.NOT_IN_FIXED_PART, name=name)
            return None
        if item.kind.bits > TYPE_BITS:
            entry.fault(key, wording.OPERAND_TOO_WIDE, name=name, most=TYPE_BITS)
            return None
        return item

    @property
    def virtual(self) -> list[tuple[str, Mark, Entry]]:
        """Fields that take no room of their own."""
        return list(self.entry.entries("virtual"))

    # ---- expressions and conditions ----

    def expression(self, entry: Entry, key: str) -> expr.Expression | None:
        value = entry.get(key)
        if not isinstance(value, (str, int)):
            return None
        try:
            parsed = expr.parse(value)
        except expr.ExpressionError as error:
            entry.fault(key, str(error))
            return None
        if not all(self._operand(entry, key, name) for name in parsed.names):
            return None
        if parsed.reach(self.ranges(parsed.names)) >= VALUE_LIMIT:
            entry.fault(key, wording.LEAVES_64_BITS)
            return None
        return parsed

    def ranges(self, names: Iterable[str]) -> dict[str, Range]:
        return {name: self.range_of(self.items[name]) for name in names}

    @staticmethod
    def range_of(item: Item) -> Range:
        return item.range or (0, (1 << item.kind.bits) - 1)

    def _operand(self, entry: Entry, key: str, name: str) -> bool:
        """Whether a name is of a field that an expression can read."""
        item = self.items.get(name)
        if item is None:
            if name not in self.scope.spec.dropped:
                hint = nearest(name, self.items)
                entry.fault(key, wording.NO_FIELD_BEFORE, name=name, hint=hint)
            return False
        if item.kind.name not in ("uint", "bool"):
            entry.fault(key, wording.NOT_UNSIGNED, name=name)
            return False
        if item.kind.bits > OPERAND_BITS:
            entry.fault(key, wording.OPERAND_TOO_WIDE, name=name, most=OPERAND_BITS)
            return False
        return True

    def condition(self, entry: Entry, key: str) -> tuple[expr.Test, ...]:
        value = entry.get(key)
        if not isinstance(value, (str, int)):
            return ()
        try:
            tests = expr.parse_condition(value)
        except expr.ExpressionError as error:
            entry.fault(key, str(error))
            return ()
        out = []
        for test in tests:
            if not self._operand(entry, key, test.name):
                return ()
            numbers = [self.number(entry, key, test.name, value) for value in test.values]
            if None in numbers:
                return ()
            out.append(replace(test, values=tuple(n for n in numbers if n is not None)))
        return tuple(out)

    def number(self, entry: Entry, key: str, name: str, value: int | str) -> int | None:
        """What a field is compared with: a number that it can have, or a name of its enum."""
        item = self.items[name]
        if isinstance(value, str):
            enum = self.scope.enum(item.entry)
            constants = {c.name: c.value for c in enum.constants} if enum else {}
            if value not in constants:
                hint = nearest(value, constants)
                text = wording.FIELD_WITHOUT_VALUE if enum else wording.FIELD_WITHOUT_ENUM
                entry.fault(key, text, name=name, value=value, hint=hint)
                return None
            value = int(constants[value], 0)
        if not 0 <= value < 1 << item.kind.bits:
            entry.fault(key, wording.NOT_IN_FIELD, value=value, bits=item.kind.bits, name=name)
            return None
        return value

    def part(self, entry: Entry, key: str, own: bool) -> ir.Layout | None:
        """The record, or the format of another binding, that is named under a key."""
        name = entry.text(key)
        if name in self.parts:
            return self.parts[name]
        uses = [] if own else list(self.scope.root.texts("uses"))
        if name in uses and name in self.scope.specs:
            return self.foreign(self.scope.specs[name])
        if name in self.scope.spec.dropped or name in self.scope.broken:
            return None
        known = [*self.parts, *uses]
        later = [record for record, _, _ in self.scope.root.entries("records")]
        if name in later:
            entry.fault(key, wording.RECORD_IN_ITSELF, name=name)
        else:
            entry.fault(key, wording.NO_SUCH_RECORD, name=name, hint=nearest(name, known + later))
        return None

    def foreign(self, spec: Spec) -> ir.Layout | None:
        """The main layout of another binding."""
        raise NotImplementedError

    # ---- what a field needs ----

    def presence(self, item: Item) -> tuple[expr.Test, ...]:
        """All that has to hold for a field to be there, in the order in which to ask."""
        found: dict[expr.Test, None] = {}
        for test in item.tests:
            for other in self.presence(self.items[test.name]):
                found[other] = None
            found[test] = None
        for expression in (item.size, item.count):
            for name in expression.names if expression else ():
                for other in self.presence(self.items[name]):
                    found[other] = None
        return tuple(test for test in found if not implied(test, found))


def implied(test: expr.Test, others: Iterable[expr.Test]) -> bool:
    """Whether a test holds whenever another one does, which says what the field equals."""
    return any(
        other.name == test.name
        and other.operator == "=="
        and other != test
        and all(test.holds(int(value)) for value in other.values)
        for other in others
    )
