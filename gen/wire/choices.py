# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Values of the fields that decide what else a message has."""

from __future__ import annotations

from ..spec import expr
from .sequence import Sequence

Values = dict[str, int]


def choices(sequence: Sequence, by: str = "") -> list[Values]:
    """Every value of each field that decides, beside the first of the others."""
    found = _deciding(sequence)
    if by:
        for value in _named(sequence, by)[:6]:
            found.setdefault(by, {})[value] = None
    first = {name: next(iter(values)) for name, values in found.items()}
    out = [first]
    for name, values in found.items():
        out += [first | {name: value} for value in values if value != first[name]]
    return out


def _deciding(sequence: Sequence) -> dict[str, dict[int, None]]:
    """Values with which something is there come before those with which it is not."""
    found: dict[str, dict[int, None]] = {}

    def add(name: str, *values: int) -> None:
        low, high = sequence.range_of(sequence.items[name])
        kept = {value: None for value in values if low <= value <= high}
        if kept:
            found.setdefault(name, {}).update(kept)

    for item in sequence.items.values():
        for test in item.when:
            near = [int(value) + step for value in test.values for step in (0, 1, -1)]
            holding = [value for value in near if test.holds(value)]
            add(test.name, *holding, *near)
    for item in sequence.items.values():
        if item.kind.name == "union":
            subject = item.entry.text("union")
            add(subject, *(values[0] for values, _ in item.cases), 254)
    for _, _, entry in sequence.virtual:
        if "value" in entry:
            for name in expr.parse(entry.get("value")).names:  # type: ignore[arg-type]
                low, high = sequence.range_of(sequence.items[name])
                add(name, min(low + 5, high), low, high)
    return found


def _named(sequence: Sequence, name: str) -> list[int]:
    """The values that an enum names."""
    item = sequence.items[name]
    enum = sequence.scope.enum(item.entry)
    return [int(c.value, 0) for c in enum.constants] if enum else []
