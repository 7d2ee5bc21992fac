# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, kernel layouts: members of C structs, and fields that the host places."""

from __future__ import annotations

from .. import ir
from ..spec.scope import Entry, Scope, symbol
from .fields import DISPLAYS, first_sentence, strict, value_range
from .members import member_field


def kernel_layout(scope: Scope, name: str, entry: Entry) -> ir.Layout:
    struct = entry.text("c")
    if not struct and "fields" not in entry:
        entry.fault("", "needs c (a C struct), or fields that the host places")
    access = entry.text("access", "ro")
    if struct and access != "ro":
        entry.fault("access", "most of a struct belongs to the kernel: say rw at each field")
    fields = []
    members = frozenset(
        member
        for field, _, below in entry.entries("fields")
        for member in (field, *(below.texts("c") or (below.text("c", field),)))
    )
    for field_name, _, below in entry.entries("fields"):
        if struct:
            fields.append(member_field(scope, name, field_name, below, struct, members))
        else:
            fields.append(_placed_field(scope, field_name, below, access))
    binding = scope.spec.name
    return ir.Layout(
        name=name,
        symbol=symbol(binding, name),
        title=name if name == binding else f"{binding}.{name}",
        where=entry.where(),
        doc=first_sentence(entry.text("doc")),
        c=struct,
        size=0,
        fields=tuple(field for field in fields if field),
        home="placed" if not struct else "kernel" if "fields" in entry else "opaque",
    )


# Keys that only members of a C struct have.
OF_MEMBERS = (
    "c", "as", "bits", "optional", "absent", "value", "when", "lock", "nullable", "count",
    "limit",
)  # fmt: skip


def _placed_field(scope: Scope, name: str, entry: Entry, access: str) -> ir.Field | None:
    for key in OF_MEMBERS:
        if key in entry:
            entry.fault(key, "goes with members of a C struct")
    if "place" not in entry:
        entry.fault("", "a placed field needs place")
        return None
    view = scope.layout(entry, "view") if "view" in entry else None
    kind, bits = _placed_type(entry)
    enum = scope.single_enum(entry)
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
        enum=enum,
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
