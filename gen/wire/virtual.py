# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Fields that take no room of their own."""

from __future__ import annotations

from dataclasses import replace

from .. import ir
from ..spec import expr, wording
from ..spec.faults import nearest
from ..spec.fields import field, strict
from ..spec.scope import Entry
from .places import Extent, computed, walked_block
from .sequence import Sequence
from .steps import Builder, c_text
from .types import TYPE_BITS


def virtual_field(
    sequence: Sequence, name: str, entry: Entry
) -> tuple[ir.Field, int] | None:
    """A virtual field, and how many bytes C reads to find it."""
    begins = [key for key in ("from", "after") if key in entry]
    if "next" in entry or "behind" in entry:
        return _behind(sequence, name, entry)
    if "value" in entry:
        for key in (*begins, "to", "size", "list"):
            if key in entry:
                entry.fault(key, wording.GOES_WITHOUT, what="value")
        place = _value(sequence, name, entry)
        return (_field(sequence, entry, name, "uint", place), 0) if place else None
    if "of" in entry:
        for key in (*begins, "to", "size", "list"):
            if key in entry:
                entry.fault(key, wording.GOES_WITHOUT, what="of")
        at = _some_bits(sequence, entry)
        if not at:
            return None
        return _field(sequence, entry, name, "uint", at, _rights(sequence, entry)), 0
    for key in ("skip", "bits", "enum"):
        if key in entry:
            entry.fault(key, wording.GOES_WITH, what="of")
    if not begins:
        entry.fault("", wording.VIRTUAL_OF_NOTHING)
        return None
    if begins[1:]:
        entry.fault("after", wording.GOES_WITHOUT, what="from")
    if "unit" in entry:
        entry.fault("unit", wording.GOES_WITH, what="value")
    found = _block(sequence, name, entry)
    for key in ("by", "until", "first"):
        if key in entry and "list" not in entry:
            entry.fault(key, wording.GOES_WITH, what="list")
    if "last" in entry and "first" not in entry:
        entry.fault("last", wording.GOES_WITH, what="first")
    kind = "list" if "list" in entry else "bytes"
    if kind == "list" and entry.text("access", "ro") != "ro":
        entry.fault("access", wording.READ_ONLY, kind=kind)
    return (_field(sequence, entry, name, kind, found[0]), found[1]) if found else None


def _behind(sequence: Sequence, name: str, entry: Entry) -> tuple[ir.Field, int] | None:
    """What lies behind the records of a chain: its type, or its bytes."""
    form = "next" if "next" in entry else "behind"
    others = [
        key
        for key in entry.node.items
        if key not in (form, "doc", "enum" if form == "next" else "access")
    ]
    for key in others:
        entry.fault(key, wording.GOES_WITHOUT, what=form)
    if others:
        return None
    chains = [other for other, _, below in sequence.virtual if "first" in below]
    chain = entry.text(form)
    if chain not in chains:
        entry.fault(form, wording.NO_SUCH_CHAIN, name=chain, hint=nearest(chain, chains))
        return None
    number = form == "next"
    place = ir.Behind(
        function=f"l_place_{sequence.prefix}{chain}",
        list=f"{sequence.prefix}{chain}_list",
        chain=chain,
        bits=TYPE_BITS if number else 0,
    )
    return _field(sequence, entry, name, "uint" if number else "bytes", place), 0


def _field(
    sequence: Sequence, entry: Entry, name: str, kind: str, place: ir.Position, access: str = ""
) -> ir.Field:
    access = access or ("rw" if kind == "bytes" else "ro")
    bits = place.bits if isinstance(place, (ir.At, ir.Behind)) else 64
    made = field(sequence.scope, name, entry, kind, place, bits=bits, access=access, endian="big")
    return replace(made, virtual=True)


def _rights(sequence: Sequence, entry: Entry) -> str:
    """What scripts may do with bits of a field; to ask for more is a fault."""
    name = entry.text("of")
    item = sequence.items[name]
    access = item.entry.text("access", "rw")
    bound = item.range or strict(item.entry) or "checksum" in item.entry
    if access == "wo":
        entry.fault("of", wording.BITS_UNREAD, name=name)
    if access == "rw" and not bound:
        return "rw"
    if entry.text("access", "ro") != "ro":
        entry.fault("access", wording.BITS_WRITTEN, name=name)
    return "ro"


def _some_bits(sequence: Sequence, entry: Entry) -> ir.At | None:
    """Bits of another field."""
    name = entry.text("of")
    item = sequence.items.get(name)
    if item is None:
        entry.fault("of", wording.NO_SUCH_FIELD, name=name, hint=nearest(name, sequence.items))
        return None
    if item.spot.after or sequence.presence(item) or item.told:
        entry.fault("of", wording.NOT_IN_FIXED_PART, name=name)
        return None
    skip, bits = entry.number("skip") or 0, entry.number("bits") or 0
    if item.kind.name != "uint" or (item.little and item.kind.bits > 8):
        entry.fault("of", wording.BITS_OF_NO_INTEGER, name=name)
    elif not bits or skip + bits > item.kind.bits:
        entry.fault("bits" if bits else "", wording.BITS_OF, name=name, bits=item.kind.bits)
    else:
        bit = item.spot.bit + skip
        first, last = bit // 8, (bit + bits - 1) // 8
        return ir.At(first, last - first + 1, (last + 1) * 8 - (bit + bits), bits, bit)
    return None


def _block(sequence: Sequence, name: str, entry: Entry) -> tuple[ir.Position, int] | None:
    if "to" in entry and "size" in entry:
        entry.fault("size", wording.GOES_WITHOUT, what="to")
    start = sequence.expression(entry, "from")
    end = sequence.expression(entry, "to")
    size = sequence.expression(entry, "size")
    given = {"from": start, "to": end, "size": size}
    if any(key in entry and not value for key, value in given.items()):
        return None
    if "open" in entry and not end:
        entry.fault("open", wording.GOES_WITH, what="to")
    tests = {key: sequence.condition(entry, key) for key in ("when", "open")}
    if any(key in entry and not found for key, found in tests.items()):
        return None
    after = entry.text("after")
    if after and after not in sequence.items:
        hint = nearest(after, sequence.items)
        entry.fault("after", wording.NO_SUCH_FIELD, name=after, hint=hint)
        return None
    if sequence.broken:
        return None
    names = (start.names if start else ()) + (end.names if end else ())
    names += tuple(test.name for found in tests.values() for test in found)
    items = [sequence.items[used] for used in names]
    moving = any(item.spot.after or sequence.presence(item) for item in items)
    if start and not size and not moving:
        made = computed(sequence, name, start, end, tests["when"], tests["open"])
        words = {key: entry.text(key) for key in tests}
        return replace(made, condition=words["when"], open_text=words["open"]), 0
    for key, found in tests.items():
        if found:
            entry.fault(key, wording.BLOCK_MOVES)
            return None
    return walked_block(sequence, name, Extent(after, start, end, size))


def _value(sequence: Sequence, name: str, entry: Entry) -> ir.Value | None:
    value = sequence.expression(entry, "value")
    if value is None:
        return None
    if entry.text("access", "ro") != "ro":
        entry.fault("access", wording.VALUE_READ_ONLY)
    for used in value.names:
        item = sequence.items[used]
        if item.spot.after or sequence.presence(item) or item.told:
            entry.fault("value", wording.VALUE_MOVES, name=used)
            return None
    low = value.bounds(sequence.ranges(value.names))[0]
    if low < 0 and not _always(value):
        entry.fault("value", wording.VALUE_NEGATIVE, least=low)
        return None
    builder = Builder(sequence, sequence.fixed)
    for used in value.names:
        builder.load(used)
    return ir.Value(f"l_get_{sequence.prefix}{name}", builder.made(), c_text(value))


def _always(value: expr.Expression) -> bool:
    return value.value is not None and value.value >= 0
