# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The layouts of a binding, its records first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .. import ir, kinds
from ..spec import expr, wording
from ..spec.faults import Faults
from ..spec.fields import field, first_sentence
from ..spec.scope import LUA_WORDS, Entry, Scope, Spec, symbol
from .bounds import chosen
from .fields import Fields
from .messages import messages
from .places import case_text, finding, list_symbol, position
from .records import chain, checksum, measure, until
from .samples import samples
from .sequence import Item, Sequence, Spot
from .types import Kind
from .virtual import virtual_field



LENGTHS = re.compile(r"(.*_)?(len|length|size)")


def wire_layouts(scope: Scope) -> list[ir.Layout]:
    """The format itself, then its records: each before those that it contains."""
    records = {name: entry for name, _, entry in scope.root.entries("records")}
    records.pop(scope.spec.name, None)
    for name, mark, entry in scope.root.entries("records"):
        if name == scope.spec.name or name in LUA_WORDS:
            own = name == scope.spec.name
            why = wording.BINDINGS_NAME if own else wording.A_WORD_OF_LUA
            scope.faults.add(mark, entry.path, wording.RECORD_NAMED, name=name, why=why)
    parts: dict[str, ir.Layout] = {}
    inside: dict[str, Sequence] = {}
    used = [one for entry in (scope.root, *records.values()) for one in _measured(entry)]
    for name in _in_order(records):
        sequence = _Format(scope, name, parts, inside)
        parts[name] = _layout(sequence, records[name], {key for one, key in used if one == name})
        inside[name] = sequence
    main = _layout(_Format(scope, scope.spec.name, parts, inside), scope.root, set())
    return chosen([main, *reversed(parts.values())])


def _in_order(records: dict[str, Entry]) -> list[str]:
    """Records, each after those that it contains; one that contains itself comes somewhere."""
    out: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen:
            return
        seen.add(name)
        for other in _contained(records[name]):
            if other in records:
                visit(other)
        out.append(name)

    for name in records:
        visit(name)
    return out


def _contained(entry: Entry) -> Iterator[str]:
    for _, _, below in entry.entries("virtual"):
        if "list" in below:
            yield below.text("list")
    for _, _, below in entry.entries("fields"):
        yield from (below.text(key) for key in ("view", "list") if key in below)
        for case in below.sequence("cases"):
            yield from _contained(case)


def _measured(entry: Entry) -> Iterator[tuple[str, str]]:
    """Records whose size has to be asked for, and by what: of views when it is not known."""
    for _, _, below in entry.entries("virtual"):
        if "list" in below:
            yield below.text("list"), "list"
    for _, _, below in entry.entries("fields"):
        if "list" in below:
            yield below.text("list"), "list"
        if "view" in below and "size" not in below:
            yield below.text("view"), "view"
        for case in below.sequence("cases"):
            yield from _measured(case)


class _Format(Fields):
    def foreign(self, spec: Spec) -> ir.Layout | None:
        if not spec.wire or "wire" not in spec.tree.items or "fields" not in spec.tree.items:
            return None
        other = Scope(spec, self.scope.specs, Faults(), self.scope.broken)
        return replace(wire_layouts(other)[0], measure="", variable=False)


def _layout(sequence: Fields, entry: Entry, used: set[str]) -> ir.Layout:
    scope, name = sequence.scope, sequence.name
    sequence.entry = entry
    sequence.add_all(entry.entries("fields"))
    if sequence.cursor.bit % 8 and sequence.careful:
        at = sequence.cursor.bit
        entry.fault("fields", wording.FIELDS_END_IN_BYTE, bits=at)
    record = name != scope.spec.name
    shape = entry if record else entry.entry("wire")
    assert shape is not None
    struct = shape.text("c")
    if not record:  # how long a record is, who finds it knows
        sequence.extent = sequence.expression(shape, "size")
        sequence.broken |= "size" in shape and not sequence.extent
    fields: dict[str, ir.Field] = {}
    reach = 0
    for item in sequence.items.values():
        _check_shadow(sequence, item, struct, record)
        if item.kind.name != "union":
            fields[item.name], reads = _field(sequence, item, struct)
            reach = max(reach, reads)
    for virtual, mark, below in sequence.virtual:
        if virtual in fields:
            scope.faults.add(mark, below.path, wording.FIELD_ALREADY, name=virtual)
            continue
        made = virtual_field(sequence, virtual, below)
        if made:
            fields[virtual] = replace(made[0], records=_virtual_list(sequence, virtual, below))
            reach = max(reach, made[1])
    _check_lengths(sequence, entry)
    text = entry.text("doc")
    own = measure(sequence, entry) if record else None
    variable = own is not None and bool(sequence.cursor.after or "size" in entry)
    measured = own if "list" in used or ("view" in used and variable) else None
    findings = [] if sequence.broken else [finding(sequence, item) for item in _moving(sequence)]
    return ir.Layout(
        name=name,
        symbol=symbol(scope.spec.name, name),
        title=name if not record else f"{scope.spec.name}.{name}",
        where=entry.where(),
        doc=text.removesuffix(".") if record else first_sentence(text),
        c="",
        size=sequence.fixed,
        fields=tuple(fields.values()),
        home="wire",
        shadow=struct,
        record=record,
        chained=sequence.told is not None,
        findings=_used(findings, fields, measured),
        measure=measured.name if measured else "",
        variable=variable,
        reach=reach if reach > sequence.fixed else 0,
        checksum=checksum(sequence),
        samples=samples(sequence),
        messages=messages(sequence),
    )


def _check_lengths(sequence: Sequence, entry: Entry) -> None:
    """What says how many bytes something has has to bound it."""
    used = set(sequence.extent.names if sequence.extent else ())
    for item in sequence.items.values():
        below = item.entry.entry("checksum")
        used.update(test.name for test in item.when)
        for one in (item.size, item.count):
            used.update(one.names if one else ())
        used.update(_names(below, "to"))
    used.update(_names(entry, "size"))
    for _, _, virtual in sequence.virtual:
        for key in ("from", "to", "size", "value"):
            used.update(_names(virtual, key))
    for item in sequence.items.values():
        told = item.entry.text("unit") == "bytes" and LENGTHS.fullmatch(item.name)
        if told and item.name not in used and not sequence.broken:
            item.entry.fault("unit", wording.BOUNDS_NOTHING, name=item.name)


def _names(entry: Entry | None, key: str) -> tuple[str, ...]:
    value = entry.get(key) if entry else None
    try:
        return expr.parse(value).names if isinstance(value, (str, int)) else ()
    except expr.ExpressionError:
        return ()


def _check_shadow(sequence: Sequence, item: Item, struct: str, record: bool) -> None:
    """A member of C is named where there is one to compare with, and a place that is known."""
    if "c" not in item.entry:
        return
    if not struct:
        where = wording.THE_RECORD if record else "wire"
        item.entry.fault("c", wording.NO_STRUCT, where=where)
    elif (not item.kind.bits or item.spot.after) and not sequence.broken:
        item.entry.fault("c", wording.MEMBER_MOVES)


def _moving(sequence: Sequence) -> Iterator[Item]:
    """Fields whose end is not known beforehand."""
    for item in sequence.items.values():
        if (not item.kind.bits or item.when) and item.name != sequence.closed:
            yield item


def _used(
    findings: list[ir.Finding], fields: dict[str, ir.Field], measured: ir.Finding | None
) -> tuple[ir.Finding, ...]:
    """Those that are called, each after those that it calls itself."""
    wanted = [measured] if measured else []
    positions = [one.position for one in fields.values()]
    called = {
        name.name
        for name in findings
        for at in positions
        if isinstance(at, (ir.Walked, ir.Computed)) and at.steps.reads(name.name, "")
    }
    out: list[ir.Finding] = []
    for one in [*wanted, *reversed(findings)]:
        if one in wanted or one.name in called:
            out.append(one)
            texts = (one.result, one.skipped, *(text for _, text in one.choices))
            called |= {o.name for o in findings if one.steps.reads(o.name, *texts)}
    return tuple(reversed(out))


def _field(sequence: Sequence, item: Item, struct: str) -> tuple[ir.Field, int]:
    scope, entry = sequence.scope, item.entry
    place, reads = position(sequence, item)
    shadow = ""
    if struct and item.kind.bits and not item.spot.after and not item.told:
        plain = "bits" not in entry and not item.tests
        shadow = entry.text("c", item.name if plain else "")
    kind, bits, endian = item.kind.name, item.kind.bits, "little" if item.little else "big"
    read_only = kinds.of(kind).read_only  # its parts have their own access
    access = "ro" if read_only or item.told else "rw"
    made = field(scope, item.name, entry, kind, place, bits=bits, access=access, endian=endian)
    if read_only and made.access != "ro":
        entry.fault("access", wording.READ_ONLY, kind=kind)
    return replace(
        made,
        view=_reference(sequence, item),
        element=item.kind.element,
        element_bits=item.kind.element_bits,
        count=item.kind.bits // item.kind.element_bits if item.kind.element_bits else 0,
        shadow=shadow,
        records=_records(sequence, item),
        union=item.union.name if item.union else "",
        union_bits=item.union.kind.bits if item.union else 0,
        union_size=f"{item.union.size.text} bytes" if item.union and item.union.size else "",
        case=case_text(item),
    ), reads


def _reference(sequence: Sequence, item: Item) -> ir.LayoutRef | None:
    if not item.part or item.kind.name != "view":
        return None
    return _layout_ref(sequence, item.part)


def _layout_ref(sequence: Sequence, part: ir.Layout) -> ir.LayoutRef:
    binding = part.title.split(".")[0]
    return ir.LayoutRef(binding, part.name, part.symbol, binding == sequence.scope.spec.name)


def _virtual_list(sequence: Fields, name: str, entry: Entry) -> ir.Records | None:
    if "list" not in entry:
        return None
    item = Item(name, entry, Kind("list"), Spot(), 0, part=sequence.part(entry, "list", own=True))
    if item.part:
        sequence.check_list(item)
    return _records(sequence, item)


def _records(sequence: Sequence, item: Item) -> ir.Records | None:
    if item.kind.name != "list" or not item.part:
        return None
    steps, text = until(sequence, item)
    chained = chain(sequence, item)
    if item.part.chained and not chained:
        return None
    return ir.Records(
        symbol=list_symbol(sequence, item),
        record=_layout_ref(sequence, item.part),
        measure=item.part.measure,
        step=f"l_next_{sequence.prefix}{item.name}" if steps.steps else item.part.measure,
        by=item.entry.text("by"),
        until=steps,
        until_text=text,
        chain=chained,
    )
