# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, kernel layouts: members of C structs, and fields that the host places."""

from __future__ import annotations

from . import ir
from .cdecl import BITS, INTEGERS, SIGNED
from .fields import DISPLAYS, first_sentence, strict, value_range
from .scope import Entry, Scope, symbol


def kernel_layout(scope: Scope, name: str, entry: Entry) -> ir.Layout:
    struct = entry.text("c")
    placed = entry.flag("placed")
    if bool(struct) == placed:
        entry.fault("", "needs either c (a C struct) or placed: true")
    access = entry.text("access", "ro")
    fields = []
    for field_name, _, below in entry.entries("fields"):
        make = _placed_field if placed else _member_field
        field = make(scope, name, field_name, below, struct, access)
        if field:
            fields.append(field)
    binding = scope.spec.name
    return ir.Layout(
        name=name,
        symbol=symbol(binding, name),
        title=name if name == binding else f"{binding}.{name}",
        where=entry.where(),
        doc=first_sentence(entry.text("doc")),
        c=struct,
        size=0,
        fields=tuple(fields),
        home="placed" if placed else "kernel",
    )


def _placed_field(
    scope: Scope, layout: str, name: str, entry: Entry, struct: str, access: str
) -> ir.Field | None:
    for key in ("c", "as", "bits", "optional"):
        if key in entry:
            entry.fault(key, "goes with members of a C struct")
    if "place" not in entry:
        entry.fault("", "a placed field needs place")
        return None
    view = scope.layout(entry, "view") if "view" in entry else None
    kind, bits = _placed_type(entry)
    size = 16 if kind == "address" else bits // 8
    return ir.Field(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        type=kind,
        access=entry.text("access", access),
        endian=entry.text("endian", "native"),
        display=DISPLAYS[entry.text("display", "decimal")],
        enum=scope.enum(entry),
        strict=strict(entry),
        range=value_range(entry, kind, bits),
        position=ir.Placed(entry.text("place"), size),
        view=view,
    )


def _placed_type(entry: Entry) -> tuple[str, int]:
    if "view" in entry:
        if "type" in entry:
            entry.fault("type", "goes without view")
        return "view", 0
    kind = entry.text("type")
    if kind in ("address", "bytes"):
        return kind, 0
    if kind in ("u8", "u16", "u32", "u64"):
        if kind != "u8" and "endian" not in entry:
            entry.fault("type", "say the order of its bytes: endian: big, or little")
        return "uint", int(kind[1:])
    entry.fault("type", "a placed field is a view, bytes, an address, u8, u16, u32 or u64")
    return "uint", 8


def _member_field(
    scope: Scope, layout: str, name: str, entry: Entry, struct: str, access: str
) -> ir.Field | None:
    if "place" in entry:
        entry.fault("place", "goes with placed layouts")
    if "type" not in entry:
        entry.fault("", "needs type: the C type of the member, or integer")
        return None
    member = entry.text("c", name)
    type_text = entry.text("type")
    bits = entry.number("bits") or 0
    kind, spelled = _member_type(entry, type_text)
    if not kind:
        return None
    probe = ""
    if entry.flag("optional"):
        words = f"{scope.spec.name}_has_{layout}_{member}".replace(".", "_")
        probe = words.upper()
    if bits and entry.flag("optional"):
        entry.fault("bits", "optional bit-fields are not in the language yet")
    own_access = entry.text("access", access)
    low, high = INTEGERS.get(spelled, ("", ""))
    width = bits or BITS.get(spelled, 64)
    view = scope.layout(entry, "view") if "view" in entry else None
    if "absent" in entry and (kind not in ("int", "uint") or bits or probe):
        entry.fault("absent", "goes with plain integers")
    element = spelled[:-2] if kind == "array" else ""
    return ir.Field(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        type="view" if view else kind,
        access=own_access,
        endian=_member_endian(entry, spelled),
        display=DISPLAYS[entry.text("display", "decimal")],
        enum=scope.enum(entry),
        strict=strict(entry),
        range=value_range(entry, kind, width),
        position=ir.Member(struct, member, spelled, bits, probe, low, high, entry.text("absent")),
        view=view,
        element=("int" if element in SIGNED else "uint") if element else "",
    )


def _member_type(entry: Entry, text: str) -> tuple[str, str]:
    """Kind for scripts, and the type as C proves it ("" lets the compiler decide)."""
    seen_as = entry.text("as")
    if text == "integer":
        return "bool" if seen_as == "bool" else "integer", ""
    if text.endswith("[]"):
        element = entry.ctype("type", text[:-2])
        if element.kind == "integer" and not seen_as:
            return "array", f"{element.text}[]"
        if element.text not in ("char", "u8", "unsigned char", "__u8") or not seen_as:
            entry.fault(
                "type", "an array is of integers; of char or u8, it can be read as string or bytes"
            )
            return "", ""
        return seen_as, f"{element.text}[]"
    kind = entry.ctype("type", text)
    if "view" in entry and kind.text.startswith(("struct ", "union ")):
        return "view", kind.text
    if kind.kind == "bool":
        return "bool", "bool"
    if kind.kind != "integer":
        if kind.kind != "other" or kind.text != "int":
            entry.fault("type", f"'{text}' is neither an integer, bool, nor an array of char")
        return "", ""
    if seen_as == "bool":
        return "bool", kind.text
    if seen_as:
        entry.fault("as", f"{kind.text} is not an array")
    return "int" if kind.text in SIGNED else "uint", kind.text


def _member_endian(entry: Entry, spelled: str) -> str:
    if spelled.startswith("__be"):
        if "endian" in entry:
            entry.fault("endian", f"{spelled} is big-endian")
        return "big"
    return entry.text("endian", "native")
