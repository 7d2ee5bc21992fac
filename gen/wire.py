# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, wire formats: fields get their places, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import expr, ir
from .faults import nearest
from .fields import DISPLAYS, first_sentence, strict, value_range
from .scope import Entry, Scope, symbol

# Expressions over fields of more bits could leave the range of int64_t.
OPERAND_BITS = 32
ADDRESS_SIZES = {"ipv4": 4, "mac": 6, "ipv6": 16}


@dataclass
class _Cursor:
    """Where the next field of a wire format lies."""

    bit: int = 0
    open_end: bool = False  # a field of computed size came: nothing can follow


def wire_layout(scope: Scope) -> ir.Layout:
    root = scope.root
    wire = root.entry("wire")
    assert wire is not None
    cursor = _Cursor()
    fields: dict[str, ir.Field] = {}
    for name, _, entry in root.entries("fields"):
        field = _wire_field(scope, name, entry, wire, cursor, fields)
        if field:
            fields[name] = field
    if cursor.bit % 8 and not scope.spec.dropped:
        root.fault("fields", f"the fields end in the middle of a byte, after {cursor.bit} bits")
    for name, mark, entry in root.entries("virtual"):
        if name in fields:
            scope.faults.add(mark, entry.path, f"'{name}' is a field already")
            continue
        fields[name] = _virtual_field(scope, name, entry, fields)
    name = scope.spec.name
    return ir.Layout(
        name=name,
        symbol=symbol(name, name),
        title=name,
        where=root.where(),
        doc=first_sentence(root.text("doc")),
        c="",
        size=cursor.bit // 8,
        fields=tuple(fields.values()),
        home="wire",
        shadow=wire.text("c"),
        shadow_header=wire.text("header"),
    )


def _wire_field(
    scope: Scope, name: str, entry: Entry, wire: Entry, cursor: _Cursor, before: dict[str, ir.Field]
) -> ir.Field | None:
    if cursor.open_end:
        entry.fault("", "nothing can follow a field whose size is computed; use virtual")
        return None
    kind, bits, expression = _wire_type(entry, before)
    if not kind:
        return None
    position: ir.Position
    if expression is not None:
        start = _byte(cursor, entry)
        end = expr.parse(f"{start} + ({expression.text})")
        end = replace(end, text=_simplified(expression.text, start))
        position = _computed(scope, name, expr.parse(start), end, before)
        cursor.open_end = True
    else:
        if bits % 8 == 0 and kind in ("bytes", "string", "address"):
            _byte(cursor, entry)
        first, last = cursor.bit // 8, (cursor.bit + bits - 1) // 8
        size = last - first + 1
        if kind in ("uint", "int", "bool") and size > 8:
            entry.fault(
                "", f"its {bits} bits are spread over {size} bytes; at most 8 can be loaded"
            )
        shift = (last + 1) * 8 - (cursor.bit + bits)
        position = ir.At(first, size, shift, bits, cursor.bit)
        cursor.bit += bits
    endian = entry.text("endian", wire.text("endian"))
    if "endian" in entry and isinstance(position, ir.At) and position.bits % 8:
        entry.fault("endian", "bit-fields are counted from the most significant bit")
    shadow = ""
    if "c" in wire and isinstance(position, ir.At) and ("bits" not in entry or "c" in entry):
        shadow = entry.text("c", name)
    return ir.Field(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        type=kind,
        access=entry.text("access", "rw"),
        endian=endian,
        display=DISPLAYS[entry.text("display", "decimal")],
        enum=scope.enum(entry),
        strict=strict(entry),
        range=value_range(entry, kind, bits),
        position=position,
        shadow=shadow,
    )


def _byte(cursor: _Cursor, entry: Entry) -> int:
    """The byte where a field begins that must begin with one."""
    if cursor.bit % 8 and not entry.scope.spec.dropped:
        entry.fault("", f"begins in the middle of byte {cursor.bit // 8}")
    return cursor.bit // 8


def _simplified(size: str, start: int) -> str:
    """start + size, without `20 + (ihl * 4 - 20)` where the two cancel."""
    tail = f" - {start}"
    if size.endswith(tail):
        return size[: -len(tail)]
    return f"{start} + {size}"


def _wire_type(
    entry: Entry, before: dict[str, ir.Field]
) -> tuple[str, int, expr.Expression | None]:
    """Kind, bits, and the expression of the size when other fields decide it."""
    has_type, has_bits = "type" in entry, "bits" in entry
    if has_type == has_bits:
        entry.fault("", "needs either type or bits")
        return "", 0, None
    if has_bits:
        bits = entry.number("bits") or 1
        if entry.flag("bool") and bits != 1:
            entry.fault("bool", "a boolean has one bit")
        if entry.flag("bool"):
            return "bool", bits, None
        return "int" if entry.flag("signed") else "uint", bits, None
    for key in ("bool", "signed"):
        if key in entry:
            entry.fault(key, "goes with bits")
    kind = entry.text("type")
    if kind in ("bytes", "string"):
        return _sized(kind, entry, before)
    if kind == "address":
        display = entry.text("display")
        if display not in ADDRESS_SIZES:
            entry.fault("display", "an address needs display: ipv4, ipv6 or mac")
            return "", 0, None
        return "address", 8 * ADDRESS_SIZES[display], None
    if "size" in entry:
        entry.fault("size", f"{kind} has its size in its name")
    return "int" if kind.startswith("s") else "uint", int(kind[1:]), None


def _sized(
    kind: str, entry: Entry, before: dict[str, ir.Field]
) -> tuple[str, int, expr.Expression | None]:
    size = _expression(entry, "size", before)
    if size is None:
        if "size" not in entry:
            entry.fault("", f"{kind} needs a size")
        return "", 0, None
    if size.value is None:
        if kind == "string":
            entry.fault("size", "text of computed size is not in the language; use bytes")
        return kind, 0, size
    if size.value < 1:
        entry.fault("size", f"{size.value} bytes are none")
        return "", 0, None
    return kind, 8 * size.value, None


def _expression(entry: Entry, key: str, before: dict[str, ir.Field]) -> expr.Expression | None:
    value = entry.get(key)
    if not isinstance(value, (str, int)):
        return None
    try:
        parsed = expr.parse(value)
    except expr.ExpressionError as error:
        entry.fault(key, str(error))
        return None
    for name in parsed.names:
        field = before.get(name)
        if field is None and name in entry.scope.spec.dropped:
            return None
        if field is None:
            entry.fault(key, f"there is no field '{name}' before this{nearest(name, before)}")
            return None
        if not isinstance(field.position, ir.At) or field.type not in ("uint", "bool"):
            entry.fault(key, f"'{name}' is not an unsigned integer at a fixed place")
            return None
        if field.position.bits > OPERAND_BITS:
            entry.fault(key, f"'{name}' has more than {OPERAND_BITS} bits")
            return None
    return parsed


def _computed(
    scope: Scope,
    name: str,
    start: expr.Expression,
    end: expr.Expression | None,
    fields: dict[str, ir.Field],
) -> ir.Computed:
    names = dict.fromkeys(start.names + (end.names if end else ()))
    operands = tuple(_operand(fields[used]) for used in names)
    return ir.Computed(
        function=f"place_{name}",
        start=start.text,
        end=end.text if end else "",
        operands=operands,
        start_text=start.text,
        end_text=end.text if end else "end of the block",
    )


def _operand(field: ir.Field) -> ir.Operand:
    at = field.position
    assert isinstance(at, ir.At)
    low, high = field.range or (0, (1 << at.bits) - 1)
    return ir.Operand(
        field.name,
        _load(field),
        low if low > 0 else None,
        high if high < (1 << at.bits) - 1 else None,
    )


def _load(field: ir.Field) -> str:
    """C that loads a field from the bytes at p."""
    at = field.position
    assert isinstance(at, ir.At)
    order = range(at.offset, at.offset + at.size)
    if field.endian == "little":
        order = range(at.offset + at.size - 1, at.offset - 1, -1)
    last = len(order) - 1
    parts = []
    for i, index in enumerate(order):
        up = 8 * (last - i)
        parts.append(f"p[{index}]" if not up else f"(uint32_t)p[{index}] << {up}")
    text = " | ".join(parts)
    if at.shift:
        text = f"({text}) >> {at.shift}" if len(parts) > 1 else f"{text} >> {at.shift}"
    if at.bits + at.shift < 8 * at.size:
        text = f"({text})" if len(parts) > 1 or at.shift else text
        text = f"{text} & {(1 << at.bits) - 1:#x}"
    return text


def _virtual_field(scope: Scope, name: str, entry: Entry, fields: dict[str, ir.Field]) -> ir.Field:
    block = entry.entry("block")
    assert block is not None
    start = _expression(block, "from", fields) or expr.parse(0)
    end = _expression(block, "to", fields)
    return ir.Field(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        unit="",
        type="bytes",
        access=entry.text("access", "rw"),
        endian="big",
        display="",
        enum=None,
        strict=False,
        range=None,
        position=_computed(scope, name, start, end, fields),
    )
