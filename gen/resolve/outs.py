# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Out parameters: how much the function writes behind a pointer, and whose that is."""

from __future__ import annotations

from dataclasses import replace

from .. import ir
from ..spec import wording
from ..spec.cdecl import Parameter
from ..spec.scope import Entry, Scope
from .pointers import BYTES, check_copy, check_struct, depth, is_const

LARGEST = 1 << 20  # bytes of a buffer


def out(scope: Scope, entry: Entry, base: ir.Argument, parameter: Parameter) -> ir.Argument:
    if is_const(base.type):
        entry.fault("out", wording.OUT_CONST, type=base.type.text)
    if entry.text("out") == "bytes":
        return _sized(entry, base, parameter)
    for key in ("size", "limit"):
        if key in entry:
            entry.fault(key, wording.GOES_WITH_OUT_BYTES)
    if "view" in entry:
        return _struct(scope, entry, base)
    if parameter.target is None or parameter.target.kind not in ("integer", "bool"):
        entry.fault("out", wording.NO_POINTER_TO_INTEGER, type=parameter.type.text)
        return base
    return replace(base, role="out", type=parameter.target)


def _struct(scope: Scope, entry: Entry, base: ir.Argument) -> ir.Argument:
    view = scope.layout(entry, "view")
    if depth(base.type) != 2:
        for key in ("release", "borrowed", "lifetime", "nullable"):
            if key in entry:
                entry.fault(key, wording.GOES_WITH_OBJECTS)
        check_struct(entry, "view", view, base.type)
        check_copy(scope, entry, "view", view)
        return replace(base, role="out", view=view)
    check_struct(entry, "view", view, base.type, 2)
    if ("release" in entry) == ("borrowed" in entry):
        entry.fault("out", wording.OUT_WITHOUT_OWNER, type=base.type.text)
    if "borrowed" in entry and "lifetime" not in entry:
        entry.fault("borrowed", wording.LIFETIME_UNSAID)
    return replace(
        base,
        role="object",
        type=ir.CType(base.type.text[:-1], "pointer"),
        view=view,
        release=entry.text("release"),
        borrowed=entry.text("borrowed"),
        lifetime=entry.text("lifetime", "script"),
    )


def _sized(entry: Entry, base: ir.Argument, parameter: Parameter) -> ir.Argument:
    """Bytes: as many as the spec says, or as C computes, at most limit."""
    if "size" not in entry:
        entry.fault("out", wording.OUT_WITHOUT_SIZE)
        return base
    if "view" in entry:
        entry.fault("size", wording.GOES_WITHOUT, what="view")
    target = parameter.target.text if parameter.target else ""
    if target.removeprefix("const ") not in BYTES:
        entry.fault("size", wording.NO_POINTER_TO_BYTES, type=base.type.text)
    size = entry.number("size")
    if size is None:
        if "limit" not in entry:
            entry.fault("size", wording.SIZE_WITHOUT_LIMIT)
        size = entry.number("limit")
    elif "limit" in entry:
        entry.fault("limit", wording.LIMIT_OF_NUMBER)
    if size is None or not 1 <= size <= LARGEST:
        if size is not None:
            entry.fault("size", wording.SIZE_OF_BUFFER, most=LARGEST)
        size = 1
    computed = "" if entry.number("size") is not None else entry.text("size")
    return replace(base, role="sized", maximum=size, size=computed)
