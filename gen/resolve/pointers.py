# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Pointers: what one may lead to, for arguments, results and loans."""

from __future__ import annotations

from .. import ir
from ..spec import wording
from ..spec.scope import Entry, Scope

# Types of one byte: what a buffer may be of.
BYTES = ("void", "u8", "char", "unsigned char", "__u8", "uint8_t")


def pointee(kind: ir.CType) -> str:
    """The type that pointers lead to in the end, without const."""
    return kind.text.removeprefix("const ").rstrip(" *")


def depth(kind: ir.CType) -> int:
    """How many pointers lead there; a pointer to a function counts as too many."""
    return 9 if "(" in kind.text else kind.text.count("*")


def is_const(kind: ir.CType) -> bool:
    return "const" in kind.text.split("*")[0].split()


def check_struct(
    entry: Entry, key: str, view: ir.LayoutRef | None, kind: ir.CType, pointers: int = 1
) -> None:
    """A pointer has to be to the struct that the layout is of, and to nothing between."""
    if view is None:
        return
    if view.c and pointee(kind) != view.c:
        entry.fault(key, wording.OTHER_STRUCT, type=kind.text, struct=view.c)
    elif not view.c:
        entry.fault(key, wording.LAYOUT_OF_NO_STRUCT, name=view.name)
    elif depth(kind) != pointers:
        entry.fault(key, wording.POINTER_TO_POINTER, type=kind.text, struct=view.c)


def check_copy(scope: Scope, entry: Entry, key: str, view: ir.LayoutRef | None) -> None:
    """A copy outlives what the struct points to, and its locks guard nothing."""
    for field, reason in scope.bound_fields(view):
        entry.fault(key, wording.COPY_OF_NO_USE, field=field, reason=reason)


def check_enum(entry: Entry, kind: ir.CType, *told: str) -> None:
    """C has no values of an enum but those with a name: a script gives no other unless it is said.

    @told: keys that say which.
    """
    if kind.text.startswith("enum ") and not any(key in entry for key in told):
        if not ("min" in entry and "max" in entry):
            entry.fault("", wording.ENUM_VALUES_UNSAID, type=kind.text)
