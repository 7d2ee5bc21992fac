# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What says where the parts of a message end, for tests that write every length.

A bound is told apart from the C that it tries: from the size that the spec says, and from where the
message has the fields in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .. import ir
from ..spec import expr
from .sequence import Item, Sequence

Moves = frozenset[tuple[int, str]]  # fields: the plain ones of their layer, and their name
Plain = Mapping[str, tuple[Item, int]]  # integers of a layer, and the bits where they begin
OF_A_KIND = 2  # bounds that are tried in a message
TRIED = (2, 3, 7)  # values by which a size is seen to grow evenly


@dataclass(eq=False)
class Bound:
    """Where parts end: so many bytes from a bit on."""

    key: str  # layout and field
    start: int
    base: int  # what the size counts from
    size: expr.Expression | None
    values: Mapping[str, int]  # of the layer whose fields the size reads, once they are known
    plain: Plain
    outer: Bound | None
    parts: list[str]
    moves: Moves  # what decides where it begins
    whole: bool  # of a record or the format, in which the fields of the size lie
    open: tuple[expr.Test, ...] = ()  # where they hold, nothing is bounded

    def row(self, lengths: dict[ir.Length, int], outer: int) -> ir.Bound | None:
        """None when it cannot be told: then what is around it bounds the parts."""
        size = self.size
        if not size or not self.parts or size.names[1:] or not set(size.names) <= set(self.plain):
            return None
        around = {(id(bound.plain), name) for bound in self.around() for name in bound.names}
        if around & self.moves:
            return None
        plain = ir.Bound(tuple(self.parts), self.start // 8, self.base // 8, 0, 0, outer)
        if not size.names:
            return replace(plain, end=plain.end + size.evaluate({}))
        name = size.names[0]
        if not self.whole and self.plain[name][1] >= self.start:
            return None  # what lies behind the end says where it is
        least = self._least(name)
        first, second, *others = (size.evaluate({name: value}) for value in (0, 1, *TRIED))
        unit = second - first
        if least is None or others != [first + value * unit for value in TRIED]:
            return None
        number = lengths[length_of(self.plain[name])]
        return replace(plain, end=plain.end + first, unit=unit, length=number, least=least)

    @property
    def names(self) -> tuple[str, ...]:
        return self.size.names if self.size else ()

    @property
    def kind(self) -> str:
        """What it bounds, in what: what is cut around it hides it."""
        return f"{self.key} in {self.outer.key if self.outer else ''}"

    def around(self) -> Iterator[Bound]:
        """Itself, and what it is in."""
        bound: Bound | None = self
        while bound:
            yield bound
            bound = bound.outer

    def _least(self, name: str) -> int | None:
        """The smallest value from which on it bounds."""
        if not self.open:
            return 0
        test = self.open[0]
        told = not self.open[1:] and test.name == name and test.operator == "=="
        return 1 if told and test.values == (0,) else None


def before(sequence: Sequence, after: str, names: Iterable[str] = ()) -> set[str]:
    """Fields that decide where a field ends, and more names."""
    found = set(names)
    if after:
        item = sequence.items[after]
        for expression in (item.size, item.count):
            found |= set(expression.names if expression else ())
        found |= {test.name for test in sequence.presence(item)}
        for last in (item.spot.after, *(spot.after for _, spot in item.cases if not item.size)):
            found |= before(sequence, last) if last != after else set()
    return found


def length_of(place: tuple[Item, int]) -> ir.Length:
    item, start = place
    return ir.Length(start, item.kind.bits, item.little)


def _some(bounds: list[Bound]) -> list[Bound]:
    """The first of each kind that a length says, with all that is around them."""
    found: Counter[str] = Counter()
    kept: set[Bound] = set()
    for bound in bounds:
        found[bound.kind] += 1
        if bound.names and found[bound.kind] <= OF_A_KIND:
            kept.update(bound.around())
    return [bound for bound in bounds if bound in kept]


def bounded(
    bounds: list[Bound], counts: list[tuple[Plain, str]], names: Iterable[int]
) -> ir.Bounded | None:
    """The bounds of a message that has lengths, each after what is around it.

    @counts: more fields that are lengths
    @names: bytes where names begin; in 6 bits they have the length of a label
    """
    bounds = _some(bounds)
    lengths: dict[ir.Length, int] = {}
    sized = [(bound.plain, name) for bound in bounds for name in bound.names]
    told = [length_of(plain[name]) for plain, name in (*sized, *counts) if name in plain]
    for length in (*told, *(ir.Length(8 * at + 2, 6, False) for at in names)):
        lengths.setdefault(length, len(lengths) + 1)
    rows: list[ir.Bound] = []
    numbers: dict[Bound | None, int] = {None: 0}
    keys: dict[str, None] = {}
    for bound in bounds:
        outer = numbers[bound.outer]
        row = bound.row(lengths, outer)
        numbers[bound] = outer
        if row:
            rows.append(row)
            numbers[bound] = len(rows)
            keys[bound.kind] = None
    if not lengths:
        return None
    return ir.Bounded(tuple(lengths), tuple(rows), tuple(keys))


def chosen(layouts: list[ir.Layout]) -> list[ir.Layout]:
    """Leaves bounds to few messages that have them all, from the whole format inwards."""
    seen: set[str] = set()
    return [replace(layout, messages=_few(layout.messages, seen)) for layout in layouts]


def _few(messages: tuple[ir.Sample, ...], seen: set[str]) -> tuple[ir.Sample, ...]:
    """Messages of which some keep their bounds: the next is that with most that no other has."""
    fresh = [set(one.bounded.keys if one.bounded else ()) for one in messages]
    kept: set[int] = set()
    while any(keys - seen for keys in fresh):
        best = max(range(len(messages)), key=lambda number: len(fresh[number] - seen))
        kept.add(best)
        seen |= fresh[best]
    return tuple(
        one if number in kept else replace(one, bounded=None)
        for number, one in enumerate(messages)
    )
