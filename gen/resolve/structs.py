# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Kernel layouts: members of C structs, and fields that the host places."""

from __future__ import annotations

from dataclasses import replace

from .. import ir
from ..spec.fields import field, first_sentence
from ..spec.scope import Entry, Scope, symbol
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
            entry.fault(key, "goes with members of a C struct")
    if "place" not in entry:
        entry.fault("", "a placed field needs place")
        return None
    view = scope.layout(entry, "view") if "view" in entry else None
    kind, bits = _placed_type(entry)
    scope.single_enum(entry)
    size = 16 if kind == "address" else bits // 8
    at = ir.Placed(entry.text("place"), size)
    endian = entry.text("endian", "native")
    made = field(scope, name, entry, kind, at, bits=bits, access=access, endian=endian)
    return replace(made, view=view)


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
