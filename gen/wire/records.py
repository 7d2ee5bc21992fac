# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""How long records are, where lists end, and what checksums cover."""

from __future__ import annotations

from .. import ir
from ..spec import expr, wording
from ..spec.scope import Entry
from .sequence import Item, Sequence
from .steps import Builder, end_call, largest_of, load_text


def measure(sequence: Sequence, entry: Entry) -> ir.Finding:
    """The function that says how many bytes a record has."""
    size = sequence.expression(entry, "size")
    if not size:
        return ir.Finding(
            f"l_measure_{sequence.name}", _what(sequence), ir.Steps(), "0", _end_of_fields(sequence)
        )
    builder = Builder(sequence)
    whole = _end_of_fields(sequence)
    if sequence.broken:
        return ir.Finding("", "", ir.Steps(), "", "")
    _presence(sequence, builder, size)
    amount = builder.amount(size)
    least = _end_of_operands(sequence, size)
    if _low(sequence, size) < least:
        builder.check(f"{amount} < {least}")
    result = f"luadata_past(n, 0, {amount})"
    skips = any(step.kind == "skip" for step in builder.steps)
    return ir.Finding(
        f"l_measure_{sequence.name}",
        _what(sequence),
        builder.made(),
        whole if skips else "0",
        result,
    )


def _what(sequence: Sequence) -> str:
    return f"bytes of the {sequence.name} at p"


def _presence(sequence: Sequence, builder: Builder, size: expr.Expression) -> None:
    for name in size.names:
        builder.present(sequence.items[name])


def _end_of_fields(sequence: Sequence) -> str:
    """C that gives what all fields take."""
    cursor = sequence.cursor
    if not cursor.after:
        return f"luadata_past(n, 0, {cursor.bit // 8})"
    end = end_call(sequence, cursor.after)
    return f"luadata_behind(n, {end}, {cursor.bit // 8})" if cursor.bit else end


def _low(sequence: Sequence, size: expr.Expression) -> int:
    return size.bounds(sequence.ranges(size.names))[0]


def _end_of_operands(sequence: Sequence, size: expr.Expression) -> int:
    """A record is not shorter than the fields that say its size."""
    ends = [0]
    for name in size.names:
        item = sequence.items[name]
        if not item.spot.after:
            ends.append((item.spot.bit + item.kind.bits + 7) // 8)
    return max(max(ends), 1)


def until(sequence: Sequence, item: Item) -> tuple[ir.Steps, str]:
    """Steps, over a record at p, of which the last check holds at the one that ends the list."""
    if "until" not in item.entry or not item.part:
        return ir.Steps(), ""
    inner = sequence.inside[item.part.name]
    tests = inner.condition(item.entry, "until")
    if inner.broken or not tests:
        return ir.Steps(), ""
    builder = Builder(inner)
    for test in tests:
        builder.present(inner.items[test.name])
    parts = []
    for test in tests:
        local = builder.load(test.name)
        text = test.text(local)
        parts.append(f"({text})" if " || " in text else text)
    builder.check(" && ".join(parts) or "false")
    return builder.made(), item.entry.text("until")


def chain(sequence: Sequence, item: Item) -> ir.Chain | None:
    """How a list of records finds their types, where it is a chain."""
    entry = item.entry
    if not item.part or "first" not in entry or sequence.inside[item.part.name].broken:
        return None
    if not item.part.chained:
        entry.fault("first", wording.FIRST_OF_NO_CHAIN, name=item.part.name)
        return None
    if "until" in entry:
        entry.fault("until", wording.GOES_WITHOUT, what="first")
    first = sequence.fixed_type(entry, "first")
    inner = sequence.inside[item.part.name]
    told = inner.told
    if not first or not told:
        return None
    enum = inner.scope.enum(told.entry)
    tests = inner.condition(entry, "last")
    builder = Builder(inner)
    for test in tests:
        builder.present(inner.items[test.name])
    texts = [test.text(builder.load(test.name)) for test in tests]
    name = f"{sequence.prefix}{item.name}"
    return ir.Chain(
        first=first.name,
        first_load=load_text(first, ""),
        load=load_text(inner.items[told.entry.text("previous")], ""),
        types=tuple(int(c.value, 0) for c in enum.constants) if enum else (),
        least=inner.fixed,
        most=largest_of(inner),
        next=f"l_next_{name}",
        begin=f"l_first_{name}",
        last=builder.made(),
        last_test=" && ".join(f"({t})" if " || " in t else t for t in texts),
        last_text=entry.text("last"),
    )


def checksum(sequence: Sequence) -> ir.Checksum | None:
    """The checksum of a format: at most one."""
    found = [item for item in sequence.items.values() if "checksum" in item.entry]
    for item in found[1:]:
        item.entry.fault("checksum", wording.CHECKSUM_ALREADY, name=found[0].name)
    if not found:
        return None
    item = found[0]
    entry = item.entry.entry("checksum")
    if entry is None:
        return None
    if item.kind.name != "uint" or item.kind.bits != 16 or item.little:
        item.entry.fault("checksum", wording.CHECKSUM_TYPE)
    elif item.spot.after or sequence.presence(item):
        item.entry.fault("checksum", wording.NOT_IN_FIXED_PART, name=item.name)
    end = sequence.expression(entry, "to")
    if entry.text("over") == "header" and "to" not in entry:
        entry.fault("", wording.CHECKSUM_WITHOUT_END)
    if "to" in entry and not end:
        return None
    if sequence.broken:
        return None
    builder = Builder(sequence, sequence.fixed)
    for name in end.names if end else ():
        other = sequence.items[name]
        if other.spot.after or sequence.presence(other):
            entry.fault("to", wording.NOT_IN_FIXED_PART, name=name)
            return None
    text = builder.amount(end) if end else ""
    return ir.Checksum(
        offset=item.spot.bit // 8,
        optional=entry.flag("optional"),
        pseudo=entry.flag("pseudo"),
        cover=f"l_cover_{item.name}" if end else "",
        steps=builder.made(),
        end=text,
        end_text=end.text if end else "the end of the block",
    )

