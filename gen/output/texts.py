# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""How pages and annotations name types, places and values."""

from __future__ import annotations

import re

from .. import ir, kinds
from .diagram import diagrams


def lua_layout(view: ir.LayoutRef) -> str:
    return view.name if view.name == view.binding else f"{view.binding}.{view.name}"


def anchor(heading: str) -> str:
    """What a link to a heading says after #, as viewers of Markdown make it."""
    return re.sub(r"[^a-z0-9_ -]", "", heading.lower()).replace(" ", "-")


def view_link(view: ir.LayoutRef, binding: ir.Binding) -> str:
    """A layout's name, as a link to what its page says of it."""
    name = lua_layout(view)
    page = "" if view.binding == binding.name else f"{view.binding}.md"
    record = any(la.record and la.title == name for la in binding.layouts)
    format_itself = binding.home == "wire" and name == binding.name
    place = "#fields" if format_itself else f"#{anchor(heading(name, record))}"
    return f"[`{name}`]({page if page and name == view.binding else page + place})"


def heading(title: str, record: bool) -> str:
    """Of the section about a layout."""
    return f"{'Record' if record else 'Layout'} {title}"


def enum_link(enum: ir.Enum, binding: ir.Binding) -> str:
    return f"[{enum.name}](#{anchor(enum.name)})" if enum in binding.enums else enum.name


def lua_type(field: ir.Field) -> str:
    """What a field is for the language server."""
    if field.view:
        return f"{lua_layout(field.view)}{'[]' if field.type == 'array' else ''}"
    if field.records:
        return f"{lua_layout(field.records.record)}[]"
    if field.type == "array" and field.element_bits:
        return f"{kinds.of(field.element).lua(field)}[]"
    return field.kind.lua(field)


def given_text(argument: ir.CallArgument, binding: ir.Binding) -> str:
    """What a script's function is given."""
    if argument.view:
        return f"view {view_link(argument.view, binding)}"
    if argument.role == "block":
        return "block"
    text = "boolean" if argument.type and argument.type.kind == "bool" else "integer"
    return f"{text}, of {enum_link(argument.enum, binding)}" if argument.enum else text


def bytes_text(field: ir.Field) -> str:
    """Where a wire field lies: bytes, and bits where it does not fill them."""
    at = field.position
    if isinstance(at, ir.Computed):
        rest = f", when {at.open_text} to the end of the block" if at.open else ""
        when = f", when {at.condition}" if at.condition else ""
        return f"{at.start_text} up to {at.end_text}{rest}{when}"
    if isinstance(at, ir.Value):
        return f"= {at.text}"
    if isinstance(at, ir.Told):
        return f"`{at.previous}` of what is before it"
    if isinstance(at, ir.Behind):
        return f"behind the records of {at.chain}"
    if isinstance(at, ir.Walked):
        return f"{_walked(at)}, when {at.condition}" if at.condition else _walked(at)
    if not isinstance(at, ir.At):
        return ""
    return _bytes(at.offset, at.size) + _bits(at.start % 8, at.bits, at.size)


def _walked(at: ir.Walked) -> str:
    """Where a field lies that does not always lie there."""
    bits = _bits(8 * at.size - at.shift - at.bits, at.bits, at.size) if at.size else ""
    size = int(at.length) if at.length.isdigit() else 0
    if size and at.start_text.isdigit():
        return _bytes(int(at.start_text), size) + bits
    return f"{at.start_text}, {at.end_text}{bits}"


def _bytes(offset: int, size: int) -> str:
    return f"{offset}-{offset + size - 1}" if size > 1 else str(offset)


def _bits(first: int, bits: int, size: int) -> str:
    """Which bits of the bytes, unless all."""
    if bits == 8 * size:
        return ""
    return f", bit {first}" if bits == 1 else f", bits {first}-{first + bits - 1}"


def type_text(field: ir.Field, binding: ir.Binding) -> str:
    at = field.position
    most = f", at most {at.maximum}" if isinstance(at, ir.Member) and at.maximum else ""
    if field.view:
        link = view_link(field.view, binding)
        return f"array of {link}{most}" if field.type == "array" else f"view {link}"
    text = field.kind.text(field)
    if text:
        return text
    if field.records:
        record = view_link(field.records.record, binding)
        by = f", `{field.name}.NAME` by {field.records.by}" if field.records.by else ""
        return f"list of {record}{by}"
    if field.type == "array" and field.element_bits:
        signs = {"int": ", signed", "uint": "", "address": ", an address"}
        sign = signs.get(field.element, f", {field.element_kind.text(field)}")
        return f"{field.count} times {field.element_bits} bits{sign}"
    if isinstance(at, ir.Value):
        return "computed"
    if isinstance(at, ir.Derived):
        return at.type
    if isinstance(at, ir.Member):
        return f"{at.type or 'integer'}{f':{at.bitfield}' if at.bitfield else most}"
    if isinstance(at, (ir.At, ir.Placed, ir.Walked, ir.Told, ir.Behind)):
        bits = 8 * at.size if isinstance(at, ir.Placed) else at.bits
        sign = ", signed" if field.type == "int" else ""
        return f"{bits} {'bit' if bits == 1 else 'bits'}{sign}"
    return field.type


def values_text(field: ir.Field, binding: ir.Binding) -> str:
    parts = []
    if field.range:
        low, high = field.range
        parts.append(str(low) if low == high else f"{low} to {high}")
    if field.enum:
        link = enum_link(field.enum, binding)
        others = "" if field.strict else f", or any other{' bits' if field.flags else ''}"
        parts.append(f"flags of {link}{others}" if field.flags else f"{link}{others}")
    at = field.position
    if isinstance(at, (ir.Member, ir.Derived)):
        parts += _remarks(at)
    return "; ".join(parts)


def _remarks(at: ir.Member | ir.Derived) -> list[str]:
    """When a member reads nil, where it comes from, and what guards it."""
    found = []
    if at.probe:
        found.append("nil where the kernel lacks it")
    if at.when:
        found.append(f"nil unless `{at.when}`")
    elif at.conditional:
        found.append("nil when there is none")
    if isinstance(at, ir.Derived):
        found.append(f"`{at.expression}`")
    if at.lock:
        found.append(f"under the lock {at.lock.name}{f': {at.lock.doc}' if at.lock.doc else ''}")
    return found


def notes(layout: ir.Layout) -> list[str]:
    """Sentences about the diagrams and the checksum of a wire layout."""
    cells = [cell for diagram in diagrams(layout) for cell in diagram.cells]
    marks = []
    if any(not cell.bits for cell in cells):
        folded = any(cell.folded for cell in cells)
        more = " or is larger than drawn" if folded else ""
        marks.append(f"broken sides mark a size that varies{more}")
    if any(cell.optional for cell in cells):
        marks.append("brackets mark what is there only under a condition")
    found = [f"In diagrams, {' and '.join(marks)}."] if marks else []
    check = layout.checksum
    if check:
        places = {f.position.offset: f.name for f in layout.fields if isinstance(f.position, ir.At)}
        over = " It covers the pseudo-header, too." if check.pseudo else ""
        none = " 0 means that there is none, and stays 0." if check.optional else ""
        found.append(
            f"The checksum `{places[check.offset]}` follows what is written through a view, up to "
            f"{'offset ' if check.end else ''}{check.end_text}.{over}{none}"
        )
    return found


# Limits of C types, for people.
LIMITS = {
    "U8_MAX": "255",
    "U16_MAX": "65535",
    "U32_MAX": "4294967295",
    "UINT_MAX": "4294967295",
    "INT_MAX": "2147483647",
    "INT_MIN": "-2147483648",
    "S32_MAX": "2147483647",
    "S32_MIN": "-2147483648",
}


def _limits(words: str) -> str:
    """Limits of types in figures."""
    return " ".join(LIMITS.get(word, word) for word in words.split(" "))


def _range(words: str) -> str:
    return f"integer {_limits(words)}" if words else "integer"


def argument_text(argument: ir.Argument, binding: ir.Binding) -> str:
    if argument.view:
        more = ", or a copy" if argument.copy else ""
        more += ", which it takes" if argument.consumes else ""
        more += ", or nil" if argument.nullable else ""
        return f"view {view_link(argument.view, binding)}{more}"
    if argument.role == "bytes":
        most = "at most " if argument.length else "of "
        return f"text or block, {most}{argument.maximum} bytes"
    if argument.enum and argument.flags:
        others = "" if argument.strict else ", or any other bits"
        return f"flags of {enum_link(argument.enum, binding)}{others}: a number, or names as `a|b`"
    if argument.enum:
        return f"{enum_link(argument.enum, binding)}, by name or number"
    if argument.type.kind in ("bool", "string"):
        return {"bool": "boolean", "string": "text"}[argument.type.kind]
    return _range(argument.range)


def key_text(key: ir.Key, binding: ir.Binding) -> str:
    if key.length:
        return f"text, shorter than {key.length}"
    if key.type.kind == "bool":
        return "boolean"
    if key.enum:
        number = "number" if key.strict else "any number"
        return f"{enum_link(key.enum, binding)}, by name or {number}"
    return _range(key.range)


def result_text(result: ir.Verdict) -> str:
    """What a script may return."""
    if result.kind == "enum":
        assert result.enum is not None
        others = "" if result.strict else ", or any other number"
        text = f"a name of {result.enum.name}, or its number{others}"
    elif result.kind == "integer":
        text = f"an integer {_limits(result.range)}"
    else:
        text = "true or false"
    text += f": {result.doc}" if result.doc else ""
    return f"{text}. nil: {result.nil}" if result.nil and "nil:" not in result.doc else text
