# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The fields of one layout, each after the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..spec import expr, wording
from ..spec.faults import Mark, nearest
from ..spec.fields import value_range
from ..spec.scope import LUA_WORDS, Entry
from .sequence import Item, Sequence, Spot
from .types import INTEGER_KINDS, Kind, kind_of

Entries = Iterable[tuple[str, Mark, Entry]]


class Fields(Sequence):
    """A sequence that is built from the entries of a spec."""

    case_words: tuple[str, ...] = ()  # of the case whose fields are added

    def add_all(self, entries: Entries, case: expr.Test | None = None) -> None:
        for name, mark, entry in entries:
            # Those of the format itself are checked with all names of the spec.
            if name in LUA_WORDS and (self.prefix or case):
                self.scope.faults.add(mark, entry.path, wording.FIELD_WORD_OF_LUA, name=name)
            if self.closed:
                entry.fault("", wording.NOTHING_FOLLOWS, name=self.closed)
                return
            kind = kind_of(entry)
            if kind:
                self._add(name, entry, kind, case)
            else:
                self.broken = True

    def _add(self, name: str, entry: Entry, kind: Kind, case: expr.Test | None) -> None:
        item = Item(name, entry, kind, self.cursor, len(self.items), case=case)
        if item.told:
            self._told(item)
            return
        item.case_words = self.case_words
        item.when = self.condition(entry, "when")
        self.broken |= "when" in entry and not item.when
        if kind.name not in INTEGER_KINDS or item.when:
            self._byte(item)
        item.range = value_range(entry, kind.name, kind.bits)
        if kind.sized:
            item.size = self.expression(entry, "size")
            self.broken |= item.size is None
        elif kind.name in ("view", "list"):
            self._part(item)
        elif kind.name == "union":
            self._union(item)
            return
        self._check_spread(item)
        if not self._again(item):
            self.items[name] = item
        self._advance(item)

    def _told(self, item: Item) -> None:
        """A field of no bytes."""
        entry = item.entry
        enum = self.scope.single_enum(entry)
        if not self.prefix or item.case:
            entry.fault("previous", wording.GOES_WITH, what="records, in no case of a union")
        elif self.told:
            entry.fault("previous", wording.TYPE_ALREADY, name=self.told.name)
        elif "enum" not in entry:
            entry.fault("", wording.TYPE_WITHOUT_ENUM)
        elif self.fixed_type(entry, "previous") and enum:
            item.spot = Spot()
            self.items[item.name] = item
            for constant in enum.constants:
                self.number(entry, "enum", item.name, int(constant.value, 0))
            return
        self.broken = True

    def _again(self, item: Item) -> bool:
        """Whether the name is a field of another case already: then it is the same field."""
        first = self.items.get(item.name)
        if not first:
            return False
        if not (first.case and item.case and first.case.name == item.case.name):
            item.entry.fault("", wording.FIELD_ALREADY, name=item.name)
        elif (first.spot, first.kind) != (item.spot, item.kind) or item.when or not item.kind.bits:
            item.entry.fault("", wording.OTHER_IN_EARLIER_CASE, name=item.name)
        else:
            first.case = replace(first.case, values=first.case.values + item.case.values)
            first.case_words += item.case_words
        return True

    def _advance(self, item: Item) -> None:
        if item.kind.bits and not item.when:
            self._move(Spot(item.spot.after, item.spot.bit + item.kind.bits), item)
        else:
            self.cursor = Spot(item.name, 0)
        if item.kind.name == "list" and not (item.size or item.count or "until" in item.entry):
            self.closed = item.name

    def _move(self, spot: Spot, item: Item) -> None:
        """Goes on behind something of fixed size."""
        self.cursor = spot
        if not spot.after and not item.case:
            self.fixed = (spot.bit + 7) // 8

    def _byte(self, item: Item) -> None:
        """Says so when something that begins with a byte does not."""
        if item.spot.bit % 8 and self.careful:
            item.entry.fault("", wording.BEGINS_IN_BYTE, number=item.spot.bit // 8)
        elif item.kind.bits % 8 and item.when and self.careful:
            item.entry.fault("when", wording.ABSENT_BITS, bits=item.kind.bits)

    def _check_spread(self, item: Item) -> None:
        first, last = item.spot.bit // 8, (item.spot.bit + item.kind.bits - 1) // 8
        size = last - first + 1
        if item.integer and size > 8 and self.careful:
            item.entry.fault("", wording.SPREAD, bits=item.kind.bits, size=size)
        if "endian" in item.entry and item.integer and item.kind.bits % 8:
            item.entry.fault("endian", wording.ENDIAN_OF_BITS)

    # ---- views and lists ----

    def _part(self, item: Item) -> None:
        entry = item.entry
        key = item.kind.name
        item.part = self.part(entry, key, own=key == "list")
        other = "size" if "size" in entry else "until"
        wrong = "count" in entry and other in entry
        if wrong:
            entry.fault(other, wording.LIST_ENDS_TWICE)
        item.size = self.expression(entry, "size")
        item.count = self.expression(entry, "count")
        for name, value in (("size", item.size), ("count", item.count)):
            self.broken |= name in entry and value is None
        self.broken |= item.part is None or wrong
        for name, value in (("size", item.size), ("count", item.count)):
            if value and value.value is not None and value.value < 1:
                entry.fault(name, wording.NONE_OF_THEM, value=value.value)
        if item.part and key == "list":
            self.check_list(item)
        elif item.part and item.part.chained:
            entry.fault(key, wording.KNOWN_TO_ITS_LIST, name=item.part.name)
            self.broken = True
        item.kind = replace(item.kind, bits=8 * self._known_size(item))

    def _known_size(self, item: Item) -> int:
        """Bytes of a view or list that are the same whatever the data say, else 0."""
        if item.size:
            return max(item.size.value or 0, 0)
        if not item.part or item.part.variable:
            return 0
        if item.kind.name == "view":
            return item.part.size
        return item.part.size * max(item.count.value or 0, 0) if item.count else 0

    def check_list(self, item: Item) -> None:
        """What a list says about its records: the end, and how they are selected."""
        assert item.part
        if item.part.chained and "first" not in item.entry:
            item.entry.fault("list", wording.LIST_WITHOUT_FIRST, name=item.part.name)
            self.broken = True
        if self.inside[item.part.name].broken:
            return
        known = {field.name: field for field in item.part.fields}
        by = item.entry.text("by")
        if by and by not in known:
            item.entry.fault(
                "by",
                wording.LAYOUT_WITHOUT_FIELD,
                layout=item.part.name,
                name=by,
                hint=nearest(by, known),
            )
        elif by and not known[by].enum:
            item.entry.fault("by", wording.BY_WITHOUT_ENUM, by=by)

    # ---- unions ----

    def _union(self, item: Item) -> None:
        entry = item.entry
        if "when" in entry:
            entry.fault("when", wording.UNION_WITH_WHEN)
        if "cases" not in entry:
            entry.fault("", wording.UNION_WITHOUT_CASES)
        if item.case:
            entry.fault("", wording.UNION_IN_UNION)
        subject = entry.text("union")
        if not self._operand(entry, "union", subject):
            self.broken = True
            return
        item.size = self.expression(entry, "size")
        self.broken |= "size" in entry and item.size is None
        known = item.size.value if item.size else None
        for case in entry.sequence("cases"):
            test = self._case_test(case, subject, item)
            self.case_words = tuple(str(value) for value in case.values("when"))
            self.cursor = item.spot
            below = case.entries("fields")
            first = len(self.items)
            self.add_all(below, test)
            self._end_case(case, item, test, list(self.items.values())[first:])
            self.closed = ""
        self.case_words = ()
        item.order = len(self.items)
        item.kind = Kind("union", 8 * known if known else 0)
        self.items[item.name] = item
        self._advance(item)

    def _case_test(self, case: Entry, subject: str, item: Item) -> expr.Test:
        taken = {value for values, _ in item.cases for value in values}
        numbers: list[int] = []
        for value in case.values("when"):
            number = self.number(case, "when", subject, value)
            if number is None:
                continue
            if number in taken or number in numbers:
                case.fault("when", wording.CASE_ALREADY, value=value)
            numbers.append(number)
        return expr.Test(subject, "==", tuple(numbers))

    def _end_case(self, case: Entry, item: Item, test: expr.Test, fields: list[Item]) -> None:
        """Notes where a case ends; it has to fit in the union's size."""
        values = tuple(int(value) for value in test.values)
        item.cases.append((values, self.cursor))
        if self.cursor.bit % 8 and self.careful:
            case.fault("fields", wording.CASE_ENDS_IN_BYTE, number=self.cursor.bit // 8)
        size = item.size.value if item.size else None
        bits = self.cursor.bit - item.spot.bit
        if size is not None and self.cursor.after == item.spot.after and bits > 8 * size:
            case.fault("fields", wording.CASE_TOO_LARGE, taken=bits // 8, size=size)
        for field in fields:
            field.union = item
