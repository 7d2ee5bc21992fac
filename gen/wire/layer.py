# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""One layout of a message for tests, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .. import ir, kinds
from ..spec import expr
from ..spec.fields import strict
from ..spec.scope import Entry
from .bounds import Bound, Moves, Plain, before
from .choices import Values, choices
from .names import encode
from .sequence import Item, Sequence

BEHIND = 7  # bytes behind the fields of a message that can have any
AMOUNTS = (0, 3, 9, 9)  # bytes of a text or block, for each fill
FILL = 8  # records more, where a list needs some to end where its fields can say
SOME = 5  # records of the only list of a message; of others there are fewer
TRIES = 512  # values of a field that are tried
CUT = ("block", "view", "count")  # kinds that can be there when their last bytes are not


Mark = tuple[int, ...]


class Unfit(Exception):
    """No values of the fields describe these contents."""


@dataclass
class Message:
    """What is known of a message so far."""

    fill: int
    style: int  # of its names
    names: list[tuple[int, str]] = field(default_factory=list)
    pokes: list[ir.Poke] = field(default_factory=list)
    seen: list[ir.Seen] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    counts: list[tuple[Plain, str]] = field(default_factory=list)  # more that moves something

    def mark(self) -> Mark:
        return tuple(len(part) for part in self._parts())

    def back(self, mark: Mark) -> None:
        """Forgets what came since."""
        for part, length in zip(self._parts(), mark):
            del part[length:]

    def _parts(self) -> tuple[list[Any], ...]:
        return self.names, self.pokes, self.seen, self.bounds, self.counts

    def needs(self, mark: Mark, needed: int) -> None:
        """What was seen since is there only where so many bytes are."""
        for i in range(mark[2], len(self.seen)):
            seen = self.seen[i]
            if seen.kind in CUT or needed > (seen.bit + seen.bits + 7) // 8:
                self.seen[i] = replace(seen, needs=max(seen.needs, needed))


@dataclass
class Record:
    """One record of a list, in bits."""

    start: int
    end: int
    values: Values
    mark: Mark


class Layer:
    """One layout that begins at a bit of a message; fields have values once they decide."""

    def __init__(
        self,
        message: Message,
        sequence: Sequence,
        at: int,
        path: str,
        chosen: Values,
        within: Bound | None = None,
        moves: Moves = frozenset(),
    ) -> None:
        self.message = message
        self.sequence = sequence
        self.at = at
        self.path = path
        self.values = dict(chosen)
        self.ends: dict[str, int | None] = {"": at}  # in bits; None: where is not known
        self.reach = at  # the last bit of records that are too many
        self.plain: dict[str, tuple[Item, int]] = {}  # integers that are there, and where
        self.view = within  # what bounds all of it
        self.moves = moves  # fields of outer layers that decide where this one begins
        self.within = within
        if sequence.extent:
            self.within = self._bound("", at, sequence.extent)
            self.within.start += 8 * sequence.fixed
        self.unions: dict[str, Bound] = {}  # of computed size

    def lay(self) -> int:
        """Puts all contents into the message; the bit where the layout ends."""
        for item in self.sequence.items.values():
            self._lay(item)
        cursor = self.sequence.cursor
        base = self.ends[cursor.after]
        if base is None:
            return self.reach
        size = self.sequence.expression(self.sequence.entry, "size")
        if self.sequence.extent:
            self._solve(self.sequence.extent, (base + cursor.bit - self.at) // 8, exact=False)
        if not size or not all(self._present(self.sequence.items[name]) for name in size.names):
            return base + cursor.bit
        natural = (base + cursor.bit - self.at) // 8
        return self.at + 8 * self._solve(size, natural, exact=bool(self.sequence.closed))

    def finish(self, end: int) -> None:
        """Writes down what the fields say, in a view that ends at a bit."""
        for name, _, entry in self.sequence.virtual:
            self._virtual(name, entry, end)
        for name, (item, start) in self.plain.items():
            bits = item.kind.bits
            if name in self.values:
                self.message.pokes.append(ir.Poke(start, bits, self.values[name], item.little))
            kind = kinds.of(item.kind.name).sample_of(bits)
            self._note(name, start, bits, kind, item=item, writable=name not in self.values)

    def _hold(self, tests: tuple[expr.Test, ...]) -> bool:
        return all(test.holds(self._value(test.name)) for test in tests)

    def _present(self, item: Item) -> bool:
        return self._hold(self.sequence.presence(item))

    def _value(self, name: str) -> int:
        return self.values.setdefault(name, self._range(name)[0])

    def _range(self, name: str) -> tuple[int, int]:
        return self.sequence.range_of(self.sequence.items[name])

    def _note(
        self,
        name: str,
        start: int = 0,
        bits: int = 0,
        kind: str = "absent",
        *,
        item: Item | None = None,
        value: int = 0,
        needs: int = 0,
        text: str = "",
        writable: bool = True,
    ) -> None:
        if item:
            free = not item.range and item.entry.text("access", "rw") == "rw"
            writable = writable and free and not strict(item.entry) and kind != "exact"
        if item and item.entry.text("access") == "wo":
            return
        needs = 0 if needs <= (start + bits + 7) // 8 and kind not in CUT else needs
        self.message.seen.append(
            ir.Seen(
                self.path + name, start, bits, kind, bool(item and item.little),
                writable=bool(item) and writable, value=value, needs=needs, text=text,
            )
        )  # fmt: skip

    def _solve(self, expression: expr.Expression, least: int, exact: bool) -> int:
        """What an expression gives: at least so much, by the field in it that is still open."""
        still = [name for name in expression.names if name not in self.values]
        for name in still[1:]:
            self._value(name)
        for name in expression.names:
            low, high = self._range(name)
            if name not in still[:1] and not low <= self.values[name] <= high:
                raise Unfit(name)
        if not still:
            got = expression.evaluate(self.values)
            if got < least or (exact and got != least):
                raise Unfit(expression.text)
            return got
        low, high = self._range(still[0])
        for value in range(low, min(high, low + TRIES) + 1):
            got = expression.evaluate(self.values | {still[0]: value})
            if got == least or (got > least and not exact):
                self.values[still[0]] = value
                return got
        raise Unfit(still[0])

    # ---- what bounds it ----

    def _bound(
        self,
        name: str,
        start: int,
        size: expr.Expression | None,
        outer: Bound | None = None,
        *parts: str,
    ) -> Bound:
        """Notes that a size says where something ends."""
        key = f"{self.sequence.name}.{name}"
        paths = [self.path + part for part in parts]
        made = Bound(
            key, start, start, size, self.values, self.plain, outer, paths, self.moves, not name
        )
        self.message.bounds.append(made)
        return made

    def _moves(self, after: str, *names: str) -> Moves:
        """What decides where something begins that lies behind a field."""
        return self.moves | {(id(self.plain), name) for name in before(self.sequence, after, names)}

    def _sized(self, item: Item, start: int, outer: Bound | None) -> Bound:
        """The bound that a field's own size is."""
        bound = self._bound(item.name, start, item.size, outer, item.name)
        bound.moves = self._moves(item.spot.after)
        return bound

    def _bound_of_block(self, name: str, entry: Entry, start: int, *others: str) -> Bound | None:
        """The bound that a virtual field's end is; @others: that lie in it, too."""
        begin, to, size = (self.sequence.expression(entry, key) for key in ("from", "to", "size"))
        if not to and not size:
            return self.view
        bound = self._bound(name, start, to or size, self.view, name, *others)
        bound.base = start if size else self.at
        bound.open = self.sequence.condition(entry, "open")
        bound.moves = self._moves(entry.text("after"), *(begin.names if begin else ()))
        return bound

    def _outer(self, item: Item) -> Bound | None:
        """What is around a field."""
        union = item.union
        if not union or not union.size:
            return self.within
        if union.name not in self.unions:
            start = (self.ends[union.spot.after] or 0) + union.spot.bit
            bound = self._bound(union.name, start, union.size, self.within)
            bound.moves = self._moves(union.spot.after)
            self.unions[union.name] = bound
        return self.unions[union.name]

    def _inside(self, item: Item) -> None:
        """Notes what a field is a part of; what is fixed is there however little is."""
        bound = self._outer(item)
        fixed = item.kind.bits and not item.spot.after and not item.tests
        if bound and bound is not self.view and not fixed:
            bound.parts.append(self.path + item.name)

    def _layer(
        self, item: Item, inner: Sequence, at: int, number: str, chosen: Values, bound: Bound | None
    ) -> Layer:
        """A part of this one; a record of a list has a number, and says itself how long it is."""
        path, moves = f"{self.path}{item.name}{number}", self._moves(item.spot.after)
        layer = type(self)(self.message, inner, at, f"{path}.", chosen, bound, moves)
        own = number or not item.size
        size = inner.expression(inner.entry, "size") if own else None
        if size:
            layer.view = layer.within = layer._bound("", at, size, bound)
            layer.within.parts.append(path)
        return layer

    # ---- fields ----

    def _lay(self, item: Item) -> None:
        base = self.ends[item.spot.after]
        start = (base or 0) + item.spot.bit
        if base is None or not self._present(item):
            self.ends[item.name] = None if base is None else start
            if item.kind.name != "union":
                self._note(item.name)
            return
        if item.told:
            self._note(item.name, kind="value", value=self._value(item.name))
            return
        if item.kind.name != "union":
            self._inside(item)
        self.ends[item.name] = self._place(item, start)

    def _place(self, item: Item, start: int) -> int | None:
        """Puts a field there; the bit where it ends."""
        name, bits = item.kind.name, item.kind.bits
        if name == "union":
            return self._union(item, start)
        if name == "list":
            return self._list(item, start)
        if name == "view":
            return self._view(item, start)
        if name == "name":
            return self._name(item, start)
        if name == "array":
            return self._array(item, start)
        if kinds.of(name).message:
            if item.size:
                known = all(used in self.values for used in item.size.names)
                least = 0 if known else AMOUNTS[self.message.fill]
                bits = 8 * self._solve(item.size, least, exact=False)
                self._sized(item, start, self._outer(item))
            needs = start // 8 if name == "bytes" else (start + bits) // 8
            self._note(item.name, start, bits, kinds.of(name).message, needs=needs)
        else:
            self.plain[item.name] = (item, start)
        return start + bits

    def _union(self, item: Item, start: int) -> int | None:
        subject = self._value(item.entry.text("union"))
        spots = [spot for values, spot in item.cases if subject in values]
        end: int | None = start + (0 if spots else 8 * AMOUNTS[self.message.fill])
        if spots:
            base = self.ends[spots[0].after]
            end = None if base is None else base + spots[0].bit
        if end is None or not item.size:
            return end if spots else start
        return start + 8 * self._solve(item.size, (end - start) // 8, exact=False)

    def _name(self, item: Item, start: int) -> int:
        encoded, text = encode(self.message.style, start // 8, self.message.names)
        self.message.names.append((start // 8, text))
        for i, byte in enumerate(encoded):
            self.message.pokes.append(ir.Poke(start + 8 * i, 8, byte, False))
        bits = 8 * len(encoded)
        self._note(item.name, start, bits, "name" if text else "refused", text=text)
        return start + bits

    def _array(self, item: Item, start: int) -> int:
        size = item.kind.element_bits
        count = item.kind.bits // size
        end = start + item.kind.bits
        self._note(item.name, start, item.kind.bits, "count", value=count)
        kind = kinds.of(item.kind.element).sample_of(size)
        for i in range(count):
            name = f"{item.name}.{i + 1}"
            self._note(name, start + i * size, size, kind, item=item, needs=end // 8)
        self._note(f"{item.name}.{count + 1}")
        return end

    def _view(self, item: Item, start: int) -> int:
        assert item.part
        inner = self.sequence.inside.get(item.part.name)
        mark = self.message.mark()
        bound = self._outer(item)
        if item.size:
            bound = self._sized(item, start, bound)
        if not inner:
            end = start + 8 * item.part.size
        else:
            layer = self._layer(item, inner, start, "", choices(inner)[0], bound)
            end = layer.lay()
        if item.size:
            closed = bool(inner and inner.closed)
            end = start + 8 * self._solve(item.size, (end - start) // 8, exact=closed)
        needs = start // 8 + item.part.size if item.size or item.kind.bits else end // 8
        if inner:
            layer.finish(end)
        self.message.needs(mark, needs)
        self._note(item.name, start, end - start, "view", needs=needs)
        return end

    # ---- lists ----

    def _list(self, item: Item, start: int) -> int | None:
        assert item.part
        inner = self.sequence.inside[item.part.name]
        made: list[Record] = []
        at = start
        bound = self._outer(item)
        if item.size:
            bound = self._sized(item, start, bound)
        for name in item.count.names if item.count else ():
            self.message.counts.append((self.plain, name))
        for chosen in self._wanted(item, inner):
            record = self._record(item, inner, at, len(made) + 1, chosen, bound)
            if record:
                made.append(record)
                at = record.end
        end = self._close(item, inner, start, made, bound)
        self.reach = max(self.reach, end)
        self._note_records(item, inner, start, made)
        return end

    def _note_records(self, item: Item, inner: Sequence, start: int, made: list[Record]) -> None:
        """What is seen of a list."""
        self._note(item.name, start, 0, "count", value=len(made), needs=start // 8)
        for i, record in enumerate(made):
            self._found(f"{item.name}.{i + 1}", record)
        self._note(f"{item.name}.{len(made) + 1}")
        self._by(item, inner, made)

    def _found(self, name: str, record: Record) -> None:
        bits = record.end - record.start
        self._note(name, record.start, bits, "view", needs=record.end // 8)

    def _wanted(self, item: Item, inner: Sequence) -> Iterator[Values]:
        """What the records of a list are to be like."""
        tests = inner.condition(item.entry, "until")
        kinds = [
            chosen
            for chosen in choices(inner, item.entry.text("by"))
            if not tests or not all(test.holds(chosen.get(test.name, 0)) for test in tests)
        ]
        lists = [name for name, other in self.sequence.items.items() if other.kind.name == "list"]
        if item.name not in lists:
            lists.append(item.name)
        some = SOME if len(lists) == 1 and not self.path else 2
        count = (0, 1, some, some)[self.message.fill]
        first = some * (lists.index(item.name) + self.message.style * len(lists))
        for i in range(count if kinds else 0):
            yield kinds[(first + i) % len(kinds)]

    def _record(
        self,
        item: Item,
        inner: Sequence,
        at: int,
        number: int,
        chosen: Values,
        bound: Bound | None,
    ) -> Record | None:
        """Puts a record there, when there is one like that."""
        message, mark = self.message, self.message.mark()
        layer = self._layer(item, inner, at, f".{number}", chosen, bound)
        try:
            end = layer.lay()
            layer.finish(end)
        except Unfit:
            message.back(mark)
            return None
        if number > 1:  # what other records could have is tried with the first
            message.seen[mark[2] :] = [s for s in message.seen[mark[2] :] if s.kind != "absent"]
        message.needs(mark, end // 8)
        return Record(at, end, layer.values, mark)

    def _close(
        self, item: Item, inner: Sequence, start: int, made: list[Record], bound: Bound | None
    ) -> int:
        """The bit where a list ends: its fields say so, or a record that ends it."""
        filler = choices(inner)[0]
        fill = FILL if made else 0
        while True:
            end = made[-1].end if made else start
            mark = self.message.mark()
            try:
                if "until" in item.entry:
                    end = self._last(item, inner, end)
                if item.size:
                    exact = "until" not in item.entry
                    return start + 8 * self._solve(item.size, (end - start) // 8, exact)
                if item.count:
                    self._solve(item.count, len(made), exact=True)
                return end
            except Unfit:
                self.message.back(mark)
                number = len(made) + 1
                more = self._record(item, inner, end, number, filler, bound) if fill else None
                fill -= 1 if fill else 0
                if more:
                    made.append(more)
                    continue
                if not made:
                    raise
                self.message.back(made.pop().mark)

    def _last(self, item: Item, inner: Sequence, at: int) -> int:
        """The record that ends a list; nobody sees it."""
        tests = inner.condition(item.entry, "until")
        chosen = dict(choices(inner)[0])
        for test in tests:
            low, high = inner.range_of(inner.items[test.name])
            values = (value for value in range(low, min(high, low + TRIES) + 1))
            chosen[test.name] = next((v for v in values if test.holds(v)), low)
        mark = self.message.mark()
        bounds = len(self.message.bounds)
        layer = type(self)(self.message, inner, at, "", chosen)
        end = layer.lay()
        layer.finish(end)
        del self.message.seen[mark[2] :], self.message.bounds[bounds:]
        return end

    def _by(self, item: Item, inner: Sequence, made: list[Record]) -> None:
        """Records by name: the first of each kind, and one kind that is not there."""
        by = item.entry.text("by")
        enum = inner.scope.enum(inner.items[by].entry) if by else None
        absent = False
        for constant in enum.constants if enum else ():
            value = int(constant.value, 0)
            first = [record for record in made if record.values.get(by) == value]
            name = f"{item.name}.{constant.name}"
            if first:
                self._found(name, first[0])
            elif not absent:
                absent = True
                self._note(name)

    # ---- virtual fields ----

    def _virtual(self, name: str, entry: Entry, end: int) -> None:
        if "value" in entry:
            value = self.sequence.expression(entry, "value")
            assert value
            for used in value.names:
                self._value(used)
            self._note(name, 0, 0, "value", value=value.evaluate(self.values))
            return
        if "of" in entry:
            place = self.plain[entry.text("of")][1] + (entry.number("skip") or 0)
            self._note(name, place, entry.number("bits") or 0, "uint")
            return
        if not self._hold(self.sequence.condition(entry, "when")):
            self._note(name)
            return
        given = [self.sequence.expression(entry, key) for key in ("from", "to", "size")]
        operands = [used for one in given if one for used in one.names]
        if not all(used in self.plain for used in operands):
            self._note(name)
            return
        start = self._begin(entry, given[0])
        if start is None or not self.at <= start <= end:
            self._note(name)
            return
        last = self._end_of_block(start, given[1], given[2], end)
        tests = self.sequence.condition(entry, "open")
        if tests and self._hold(tests):
            last = end
        if last < start:
            self._note(name)
            return
        ends = [self.plain[used][1] + self.plain[used][0].kind.bits for used in operands]
        self._bound_of_block(name, entry, start)
        first = given[0].names if given[0] else ()
        self.message.counts += [(self.plain, used) for used in first]
        needs = max([start, *ends]) // 8
        kind = "present" if "list" in entry else "block"
        self._note(name, start, min(last, end) - start, kind, needs=needs)

    def _begin(self, entry: Entry, start: expr.Expression | None) -> int | None:
        """The bit where a block begins."""
        if start:
            return self.at + 8 * self._solve(start, -TRIES, exact=False)
        after = self.sequence.items[entry.text("after")]
        if after.kind.bits and not after.when and not self._present(after):
            return None
        return self.ends[after.name]

    def _end_of_block(
        self, start: int, to: expr.Expression | None, size: expr.Expression | None, end: int
    ) -> int:
        if not to and not size:
            return end
        least = 2 if size else (start - self.at) // 8 + 2
        expression = size or to
        assert expression
        base = start if size else self.at
        if all(name in self.values for name in expression.names):
            return base + 8 * self._solve(expression, -TRIES, exact=False)
        return base + 8 * self._solve(expression, least, exact=False)
