# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Chains in messages for tests: records whose type stands in what lies before them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..spec import expr
from ..spec.scope import Entry
from .choices import Values, choices
from .layer import Layer, Record
from .sequence import Item, Sequence, Spot
from .types import Kind

BEHIND = 5  # bytes behind the last record
ENDING = 1  # style of messages in which a record is the last by what it says


@dataclass(frozen=True)
class _Chain:
    """A chain in a message, in bits."""

    end: int  # of its records
    to: int | None  # where its bytes end; None: with the view
    next: int | None  # type of what lies behind; None: nobody says


class ChainLayer(Layer):
    """A layout with the chains that are among its virtual fields."""

    def lay(self) -> int:
        end = super().lay()
        self.chains: dict[str, _Chain] = {}
        for name, _, entry in self.sequence.virtual:
            if "first" in entry:
                start = self._begin(entry, self.sequence.expression(entry, "from"))
                assert start is not None
                self.chains[name] = self._chain(name, entry, start)
        return max([end, *(chain.to or chain.end for chain in self.chains.values())])

    def _chain(self, name: str, entry: Entry, start: int) -> _Chain:
        part = self.sequence.part(entry, "list", own=True)
        assert part
        item = Item(name, entry, Kind("list"), Spot(), 0, part=part)
        inner = self.sequence.inside[part.name]
        told = inner.told
        assert told
        enum = inner.scope.enum(told.entry)
        types = [int(constant.value, 0) for constant in enum.constants] if enum else []
        first, previous = self.sequence.items[entry.text("first")], told.entry.text("previous")
        bits = min(first.kind.bits, inner.items[previous].kind.bits)
        other = next(value for value in range((1 << bits) - 1, -1, -1) if value not in types)
        tests = inner.condition(entry, "last")
        made: list[Record] = []
        behind = [
            other
            for other, _, below in self.sequence.virtual
            if name in (below.text("next"), below.text("behind"))
        ]
        bound = self._bound_of_block(name, entry, start, *behind)
        wanted = [_with(tests, False) | chosen for chosen in self._wanted(item, inner)]
        for chosen in [*wanted, *self._ending(inner, tests)]:
            at = made[-1].end if made else start
            chosen = {previous: other} | chosen
            if chosen[told.name] in types:
                record = self._record(item, inner, at, len(made) + 1, chosen, bound)
                made += [record] if record else []
        end = made[-1].end if made else start
        values = made[-1].values if made else {}
        ends = bool(values and tests) and all(test.holds(values[test.name]) for test in tests)
        said = [record.values[told.name] for record in made] + [types[0] if ends else other]
        self.values[first.name] = said[0]
        for record, value in zip(made, said[1:]):
            self._say(record.start + inner.items[previous].spot.bit, value)
        self._note_records(item, inner, start, made)
        to = self._end_of_chain(entry, start, end + 8 * BEHIND)
        return _Chain(end, to, None if ends else other)

    def _ending(self, inner: Sequence, tests: tuple[expr.Test, ...]) -> list[Values]:
        """A record that says itself that it is the last, in some messages."""
        if self.message.style != ENDING or not tests:
            return []
        needed = [other for test in tests for other in inner.presence(inner.items[test.name])]
        fitting = [
            chosen
            for chosen in choices(inner)
            if all(test.holds(chosen.get(test.name, 0)) for test in needed)
        ]
        return [_with(tests, True) | chosen for chosen in fitting[:1]]

    def _say(self, bit: int, value: int) -> None:
        """What a record says of the next one, once that is known."""
        pokes = self.message.pokes
        number = next(i for i, poke in enumerate(pokes) if poke.bit == bit)
        pokes[number] = replace(pokes[number], value=value)

    def _end_of_chain(self, entry: Entry, start: int, least: int) -> int | None:
        """The bit where its bytes end; None: where the view does."""
        to, size = (self.sequence.expression(entry, key) for key in ("to", "size"))
        base = start if size else self.at
        expression = size or to
        if not expression:
            return None
        last = base + 8 * self._solve(expression, (least - base) // 8, exact=False)
        tests = self.sequence.condition(entry, "open")
        return None if tests and self._hold(tests) else last

    def _virtual(self, name: str, entry: Entry, end: int) -> None:
        if "next" in entry or "behind" in entry:
            self._behind(name, entry, end)
        elif "first" not in entry:
            super()._virtual(name, entry, end)

    def _behind(self, name: str, entry: Entry, end: int) -> None:
        chain = self.chains[entry.text("next") or entry.text("behind")]
        last = end if chain.to is None else min(chain.to, end)
        if "behind" in entry:
            self._note(name, chain.end, last - chain.end, "block", needs=chain.end // 8)
        elif chain.next is None:
            self._note(name)
        else:
            self._note(name, 0, 0, "value", value=chain.next, needs=chain.end // 8)


def _with(tests: tuple[expr.Test, ...], holds: bool) -> Values:
    """Values of fields for which tests hold, or do not."""
    return {
        test.name: next(value for value in range(1 << 16) if test.holds(value) == holds)
        for test in tests
    }
