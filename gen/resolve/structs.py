# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Kernel layouts: members of C structs, and fields that the host places."""

from __future__ import annotations

from dataclasses import replace

from .. import ir
from ..spec import wording
from ..spec.fields import field, first_sentence
from ..spec.scope import Entry, Scope, symbol
from .members import member_field


def kernel_layout(scope: Scope, name: str, entry: Entry) -> ir.Layout:
    struct = entry.text("c")
    if not struct and "fields" not in entry:
        entry.fault("", wording.LAYOUT_OF_NOTHING)
    access = entry.text("access", "ro")
    if struct and access != "ro":
        entry.fault("access", wording.STRUCT_WRITABLE)
    fields = []
    members = frozenset(
        member
        for key, _, below in entry.entries("fields")
        for member in (key, *(below.texts("c") or (below.text("c", key),)))
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
        fields=tuple(one for one in fields if one),
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
            entry.fault(key, wording.GOES_WITH_MEMBERS)
    if "place" not in entry:
        entry.fault("", wording.PLACED_WITHOUT_PLACE)
        return None
    view = scope.layout(entry, "view") if "view" in entry else None
    kind, bits = _placed_type(entry)
    scope.single_enum(entry)
    size = 16 if kind == "address" else bits // 8
    if "stable" in entry and not view:
        entry.fault("stable", wording.GOES_WITH, what="view")
    at = ir.Placed(entry.text("place"), size, entry.flag("stable"))
    endian = entry.text("endian", "native")
    made = field(scope, name, entry, kind, at, bits=bits, access=access, endian=endian)
    return replace(made, view=view)


def _placed_type(entry: Entry) -> tuple[str, int]:
    if "view" in entry:
        if "type" in entry:
            entry.fault("type", wording.GOES_WITHOUT, what="view")
        return "view", 0
    kind = entry.text("type")
    if kind in ("address", "bytes"):
        return kind, 0
    if kind in ("u8", "u16", "u32", "u64"):
        if kind != "u8" and "endian" not in entry:
            entry.fault("type", wording.ENDIAN_UNSAID)
        return "uint", int(kind[1:])
    entry.fault("type", wording.PLACED_TYPE)
    return "uint", 8
