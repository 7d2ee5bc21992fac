# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Chains in messages for tests: records whose type stands in what lies before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..spec import expr
from ..spec.scope import Entry
from .choices import Values, choices
from .sequence import Item, Sequence, Spot
from .types import Kind

if TYPE_CHECKING:
    from .layer import Layer, Record

BEHIND = 5  # bytes behind the last record
ENDING = 1  # style of messages in which a record is the last by what it says


@dataclass(frozen=True)
class Laid:
    """A chain in a message, in bits."""

    end: int  # of its records
    to: int | None  # where its bytes end; None: with the view
    next: int | None  # type of what lies behind; None: nobody says


def lay_chain(layer: Layer, name: str, entry: Entry, start: int) -> Laid:
    """Puts the records of a virtual list with first into a message."""
    part = layer.sequence.part(entry, "list", own=True)
    assert part
    item = Item(name, entry, Kind("list"), Spot(), 0, part=part)
    inner = layer.sequence.inside[part.name]
    told = inner.told
    assert told
    enum = inner.scope.enum(told.entry)
    types = [int(constant.value, 0) for constant in enum.constants] if enum else []
    first, previous = entry.text("first"), told.entry.text("previous")
    bits = min(layer.sequence.items[first].kind.bits, inner.items[previous].kind.bits)
    other = next(value for value in range((1 << bits) - 1, -1, -1) if value not in types)
    tests = inner.condition(entry, "last")
    made: list[Record] = []
    wanted = [chosen for chosen in layer.wanted(item, inner) if chosen[told.name] in types]
    for chosen in [_with(tests, False) | chosen for chosen in wanted] + _last(layer, inner, tests):
        at = made[-1].end if made else start
        record = layer.record(item, inner, at, len(made) + 1, {previous: other} | chosen)
        made += [record] if record else []
    end = made[-1].end if made else start
    ends = bool(made and tests) and all(test.holds(made[-1].values[test.name]) for test in tests)
    said = [record.values[told.name] for record in made] + [types[0] if ends else other]
    layer.values[first] = said[0]
    for record, value in zip(made, said[1:]):
        _say(layer, record.start + inner.items[previous].spot.bit, value)
    layer.note_records(item, inner, start, made)
    return Laid(end, layer.end_of_chain(entry, start, end + 8 * BEHIND), None if ends else other)


def _with(tests: tuple[expr.Test, ...], holds: bool) -> Values:
    """Values of fields for which tests hold, or do not."""
    return {
        test.name: next(value for value in range(1 << 16) if test.holds(value) == holds)
        for test in tests
    }


def _last(layer: Layer, inner: Sequence, tests: tuple[expr.Test, ...]) -> list[Values]:
    """A record that says itself that it is the last, in some messages."""
    if layer.message.style != ENDING or not tests:
        return []
    needed = [other for test in tests for other in inner.presence(inner.items[test.name])]
    fitting = [
        chosen
        for chosen in choices(inner)
        if all(test.holds(chosen.get(test.name, 0)) for test in needed)
    ]
    return [_with(tests, True) | chosen for chosen in fitting[:1]]


def _say(layer: Layer, bit: int, value: int) -> None:
    """What a record says of the next one, once that is known."""
    pokes = layer.message.pokes
    number = next(i for i, poke in enumerate(pokes) if poke.bit == bit)
    pokes[number] = replace(pokes[number], value=value)
