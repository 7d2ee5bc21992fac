# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Sample messages for tests, laid out apart from the C that they try."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from .. import ir, kinds
from ..spec import expr
from ..spec.fields import strict
from .sequence import Item, Sequence

MOST = 40  # samples of a layout
LENGTH = 200  # bytes of a sample
BEHIND = 7  # bytes after the fields of a sample that decides nothing

Values = dict[str, int]


class _Message:
    """One message: what its deciding fields are, and where the others lie then."""

    def __init__(self, sequence: Sequence, values: Values) -> None:
        self.sequence = sequence
        self.values = values
        self.ends: dict[str, int | None] = {"": 0}  # in bits; None: not known here
        self.pokes: list[ir.Poke] = []
        self.seen: list[ir.Seen] = []
        for item in sequence.items.values():
            self._lay(item)

    def _lay(self, item: Item) -> None:
        base = self.ends.get(item.spot.after)
        if base is None:
            self.ends[item.name] = None
            return
        start = base + item.spot.bit
        tests = self.sequence.presence(item)
        if not all(test.holds(self.values[test.name]) for test in tests):
            self.ends[item.name] = start
            self._note(item, start, 0, "absent")
            return
        bits = self._bits(item, start)
        self.ends[item.name] = None if bits is None else start + bits
        if bits is None:
            return
        bound = self._bound(item)
        may_be_cut = kinds.of(item.kind.name).parts and not item.kind.bits
        if start > bound or (start + bits > bound and not may_be_cut):
            self._note(item, start, 0, "absent")
            return
        bits = min(bits, bound - start)
        if item.name in self.values:
            self.pokes.append(ir.Poke(start, bits, self.values[item.name], item.little))
        elif item.kind.name == "name":
            self.pokes.append(ir.Poke(start, 8, 0, False))
        short = item.kind.name == "view" and item.part and bits < 8 * item.part.size
        self._note(item, start, bits, "absent" if short else item.kind.name)

    def _bits(self, item: Item, start: int) -> int | None:
        """Bits that a field takes; None when it is broken, or other tests are about it."""
        if item.size:
            size = self.value(item.size)
            return 8 * size if size is not None and size >= 0 else None
        if item.kind.name == "union":
            subject = self.values[item.entry.text("union")]
            spots = [spot for values, spot in item.cases if subject in values]
            end = self.ends.get(spots[0].after) if spots else start
            if not spots or end is None:
                return 0 if not spots else None
            return end + spots[0].bit - start
        if item.count:
            return 0 if self.value(item.count) == 0 else None
        if item.kind.name == "name":
            return 8
        return item.kind.bits or None

    def value(self, expression: expr.Expression) -> int | None:
        """The value, unless a field is out of its range."""
        for name in expression.names:
            low, high = self.sequence.range_of(self.sequence.items[name])
            if not low <= self.values[name] <= high:
                return None
        return expression.evaluate(self.values)

    def _bound(self, item: Item) -> int:
        """The bit where what a field is in ends: its union, and all of the format."""
        union, extent = item.union, self.sequence.extent
        bounds: list[int] = []
        if not item.spot.after and not item.tests and item.kind.bits:  # is always there
            return item.spot.bit + item.kind.bits
        whole = self.value(extent) if extent else None
        if whole is not None:
            bounds.append(8 * whole)
        if union and union.size:
            base, size = self.ends.get(union.spot.after), self.value(union.size)
            if base is not None and size is not None:
                bounds.append(base + union.spot.bit + 8 * size)
        return min(bounds, default=1 << 62)

    def _note(self, item: Item, start: int, bits: int, kind: str) -> None:
        if item.kind.name != "union":
            free = not item.range and item.entry.text("access", "rw") == "rw"
            writable = free and not strict(item.entry) and item.name not in self.values
            kind = kind if kind == "absent" else kinds.of(kind).sample_of(bits)
            writable = writable and kind not in ("present", "exact")
            self.seen.append(ir.Seen(item.name, start, bits, kind, item.little, writable))


def samples(sequence: Sequence) -> tuple[ir.Sample, ...]:
    """Messages in which every case, condition and size occurs; of layouts that have any."""
    if sequence.broken or sequence.scope.faults or sequence.told:
        return ()
    deciding = _deciding(sequence)
    if not deciding and not any("checksum" in item.entry for item in sequence.items.values()):
        return ()
    out: dict[ir.Sample, None] = {}
    for values in _assignments(deciding):
        message = _Message(sequence, values)
        ends = [end for end in message.ends.values() if end is not None]
        length = (max(ends) + 7) // 8 + (0 if deciding else BEHIND)
        cover = _cover(sequence)
        length = max(length, (cover and message.value(cover)) or 0)
        if length <= LENGTH and message.seen and len(out) < MOST:
            covers = _covers(message, length)
            out[ir.Sample(length, covers, tuple(message.pokes), tuple(message.seen))] = None
    return tuple(out)


def _cover(sequence: Sequence) -> expr.Expression | None:
    """Where the checksum's cover ends, when a field says."""
    for item in sequence.items.values():
        below = item.entry.entry("checksum")
        if below and "to" in below:
            return expr.parse(below.text("to"))
    return None


def _covers(message: _Message, length: int) -> int:
    """Bytes that the checksum covers in a sample; 0 also when no checksum can be told."""
    sums = [item for item in message.sequence.items.values() if "checksum" in item.entry]
    if not sums:
        return 0
    end = _cover(message.sequence)
    to = message.value(end) if end else length
    behind = sums[0].spot.bit // 8 + 2
    return to if to is not None and behind <= to <= length else 0


def _deciding(sequence: Sequence) -> dict[str, tuple[int, ...]]:
    """Fields that decide about others, and values worth a try."""
    found: dict[str, dict[int, None]] = {}

    def add(name: str, *values: int) -> None:
        top = 1 << sequence.items[name].kind.bits
        found.setdefault(name, {}).update({v: None for v in values if 0 <= v < top})

    for item in sequence.items.values():
        for test in item.when:
            for value in test.values:
                add(test.name, int(value), int(value) + 1, int(value) - 1)
        if item.kind.name == "union":
            subject = item.entry.text("union")
            add(subject, *(values[0] for values, _ in item.cases), 255, 254)
        cover = _cover(sequence) if "checksum" in item.entry else None
        for expression in (item.size, item.count, cover, sequence.extent):
            for name in expression.names if expression else ():
                low, high = sequence.range_of(sequence.items[name])
                add(name, low, low + 1, low + 4, low + 9, min(high, low + 33), low - 1)
    return {name: tuple(values) for name, values in found.items()}


def _assignments(deciding: dict[str, tuple[int, ...]]) -> Iterator[Values]:
    """Every value of each field beside the first of the others, then pairs, as many as fit."""
    names = list(deciding)
    first = {name: values[0] for name, values in deciding.items()}

    def some() -> Iterator[Values]:
        if not names:
            yield first
        for name in names:
            for value in deciding[name]:
                yield first | {name: value}
        for one, two in itertools.combinations(names, 2):
            for a, b in itertools.product(deciding[one], deciding[two]):
                yield first | {one: a, two: b}

    yield from itertools.islice(some(), 8 * MOST)
