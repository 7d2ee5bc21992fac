# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Fields of kernel layouts: members of C structs, and what C computes from them."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import ir, kinds
from ..spec import wording
from ..spec.cdecl import BITS, INTEGERS, SIGNED
from ..spec.cexpr import check_object
from ..spec.fields import field
from ..spec.scope import Entry, Scope, lock_of
from .pointers import check_enum

# Elements of an array that scripts may see as text or bytes.
CHARACTERS = ("char", "u8", "unsigned char", "__u8", "uint8_t")
POINTERS_TO_TEXT = ("char *", "const char *")
MOST_TEXT = 4096  # bytes behind a pointer


def member_field(
    scope: Scope,
    layout: str,
    name: str,
    entry: Entry,
    struct: str,
    members: frozenset[str],
) -> ir.Field | None:
    """@members: of the layout's struct, as far as its fields name them."""
    for key in ("place", "stable"):
        if key in entry:
            entry.fault(key, wording.GOES_WITH_PLACED)
    for key in ("when", "count"):
        check_object(entry, key, members)
    if "type" not in entry:
        entry.fault("", wording.MEMBER_WITHOUT_TYPE)
        return None
    kind, spelled = _type(entry, entry.text("type"))
    if not kind:
        return None
    view = scope.layout(entry, "view") if "view" in entry else None
    _check_kept(scope, entry, view)
    position: ir.Member | ir.Derived
    if "value" in entry:
        position = _value(scope, entry, kind, struct, spelled)
    else:
        position = _member(scope, layout, name, entry, struct, spelled, kind)
    access = entry.text("access", "ro")
    if access != "ro":
        _check_writing(entry, position)
        check_enum(entry, ir.CType(spelled.removesuffix("[]"), kind), "enum")
    element = ""
    if kind == "array":
        element = "view" if view else "int" if spelled[:-2] in SIGNED else "uint"
    kind = "view" if view and kind != "array" else kind
    bits = entry.number("bits") or 0
    made = field(
        scope, name, entry, kind, position,
        bits=bits or BITS.get(spelled, 64), endian=_endian(entry, spelled),
    )  # fmt: skip
    return replace(made, view=view, element=element)


def _check_kept(scope: Scope, entry: Entry, view: ir.LayoutRef | None) -> None:
    """A view is asked for once, and read later: what its struct points to may be gone by then."""
    deciding_keys = [key for key in ("when", "count") if key in entry]
    found = next(scope.bound_fields(view), None) if deciding_keys else None
    if found:
        entry.fault(
            "view",
            wording.VIEW_READ_LATER,
            field=found[0],
            reason=found[1],
            decider=deciding_keys[0],
        )


def _value(scope: Scope, entry: Entry, kind: str, struct: str, spelled: str) -> ir.Derived:
    for key in ("c", "bits", "optional", "absent", "count"):
        if key in entry:
            entry.fault(key, wording.COMPUTED_FIELD)
    if kind not in ("int", "uint", "bool", "string") or spelled.endswith("[]"):
        entry.fault("value", wording.COMPUTED_TYPE)
    if not re.search(r"\bobject\b", entry.text("value")):
        entry.fault("value", wording.COMPUTED_OF_NO_OBJECT)
    low, high = INTEGERS.get(spelled, ("", ""))
    return ir.Derived(
        struct,
        spelled,
        entry.text("value"),
        low,
        high,
        when=entry.text("when"),
        lock=_lock(scope, entry, kind),
        bound=_bound(entry),
        nullable=entry.flag("nullable"),
    )


def _member(
    scope: Scope, layout: str, name: str, entry: Entry, struct: str, spelled: str, kind: str
) -> ir.Member:
    names = entry.texts("c") or (entry.text("c", name),)
    path = names[0]
    prefix = f"{scope.spec.name}_has_{layout}_"
    macro = f"{scope.spec.name}_{layout}_{name}".upper()
    probe = ""
    if len(names) > 1:
        path = macro
        probe = macro if entry.flag("optional") else ""
    elif entry.flag("optional"):
        probe = re.sub(r"\W+", "_", prefix + path).upper()
    if len(names) > 1 and any("->" in one for one in names):
        entry.fault("c", wording.RENAME_BEHIND_POINTER)
    pointer = _pointer(entry, names[0], kind)
    low, high = INTEGERS.get(spelled, ("", ""))
    bits = entry.number("bits") or 0
    _check_absent(entry, kind, bits, probe)
    return ir.Member(
        struct,
        path,
        spelled,
        bits,
        probe,
        low,
        high,
        entry.text("absent"),
        names=names if len(names) > 1 else (),
        pointer=pointer,
        nullable=entry.flag("nullable"),
        bound=_bound(entry),
        when=entry.text("when"),
        lock=_lock(scope, entry, kind),
        count=entry.text("count"),
        maximum=_maximum(entry, kind),
    )


def _check_absent(entry: Entry, kind: str, bits: int, probe: str) -> None:
    if "absent" in entry and (kind not in ("int", "uint") or bits or probe):
        entry.fault("absent", wording.GOES_WITH, what="plain integers")


def _pointer(entry: Entry, path: str, kind: str) -> str:
    """The member that is followed, or nothing."""
    steps = path.split("->")
    if len(steps) > 2:
        entry.fault("c", wording.TWO_POINTERS)
    if len(steps) == 1:
        text = entry.text("type") in POINTERS_TO_TEXT
        if "nullable" in entry and not text:
            entry.fault("nullable", wording.GOES_WITH, what="pointers")
        return ""
    if not kinds.of(kind).integer or "bits" in entry:
        entry.fault("c", wording.TYPE_BEHIND_POINTER)
    if "nullable" not in entry:
        entry.fault("c", wording.NULL_UNSAID_OF, member=steps[0])
    return steps[0]


def _bound(entry: Entry) -> int:
    """The most bytes of text behind a pointer, 0 of anything else."""
    if "limit" not in entry or entry.text("type") not in POINTERS_TO_TEXT:
        return 0
    limit = entry.number("limit") or 0
    if "nullable" not in entry:
        entry.fault("limit", wording.NULL_UNSAID)
    if limit > MOST_TEXT:
        entry.fault("limit", wording.AT_MOST, value=limit, most=MOST_TEXT)
    return limit


def _lock(scope: Scope, entry: Entry, kind: str) -> ir.Lock | None:
    lock = lock_of(scope, entry)
    if lock and lock.sleeps:
        entry.fault("lock", wording.FIELD_LOCK_SLEEPS, name=lock.name)
    if lock and not kinds.of(kind).integer:
        entry.fault("lock", wording.LOCK_OF_NO_INTEGER)
    return lock


def _maximum(entry: Entry, kind: str) -> int:
    if "count" in entry and kind != "array":
        entry.fault("count", wording.GOES_WITH, what="arrays")
    if "limit" in entry and "count" not in entry and entry.text("type") not in POINTERS_TO_TEXT:
        entry.fault("limit", wording.LIMIT_OF_ONE)
    if "count" in entry and "limit" not in entry:
        entry.fault("count", wording.COUNT_WITHOUT_LIMIT)
    return (entry.number("limit") or 0) if kind == "array" else 0


def _check_writing(entry: Entry, position: ir.Member | ir.Derived) -> None:
    if isinstance(position, ir.Derived):
        entry.fault("access", wording.COMPUTED_READ_ONLY)
    elif position.pointer or position.bound:
        entry.fault("access", wording.BEHIND_POINTER_READ_ONLY)


def _type(entry: Entry, text: str) -> tuple[str, str]:
    """Kind for scripts, and the type as C proves it ("" lets the compiler decide)."""
    seen_as = entry.text("as")
    if text == "integer":
        if "bits" in entry:
            entry.fault("bits", wording.BIT_FIELD_OF_INTEGER)
        return "bool" if seen_as == "bool" else "integer", ""
    if text.endswith("[]"):
        return _array(entry, text[:-2], seen_as)
    if text in POINTERS_TO_TEXT:
        return _text(entry, text, seen_as)
    own = kinds.of_c(text)
    if own:
        return own.name, text
    kind = entry.ctype("type", text)
    if "view" in entry and kind.text.startswith(("struct ", "union ")):
        return "view", kind.text
    if kind.kind == "bool":
        return "bool", "bool"
    if kind.kind == "pointer":
        entry.fault("type", wording.POINTER_MEMBER, type=text)
        return "", ""
    if kind.kind != "integer":
        if kind.kind != "other" or kind.text != "int":
            entry.fault("type", wording.MEMBER_TYPE, type=text)
        return "", ""
    if seen_as == "bool":
        return "bool", kind.text
    if seen_as:
        entry.fault("as", wording.NOT_AN_ARRAY, type=kind.text)
    if kind.text.startswith("enum "):
        return "integer", kind.text
    return "int" if kind.text in SIGNED else "uint", kind.text


def _array(entry: Entry, text: str, seen_as: str) -> tuple[str, str]:
    element = entry.ctype("type", text)
    if element.text.startswith(("struct ", "union ")) and "view" in entry and not seen_as:
        return "array", f"{element.text}[]"
    if element.kind == "integer" and not seen_as:
        return "array", f"{element.text}[]"
    if element.text not in CHARACTERS or not seen_as:
        entry.fault("type", wording.ARRAY_TYPE)
        return "", ""
    return seen_as, f"{element.text}[]"


def _text(entry: Entry, text: str, seen_as: str) -> tuple[str, str]:
    if "limit" not in entry:
        entry.fault("type", wording.TEXT_WITHOUT_LIMIT)
    if seen_as not in ("", "string"):
        entry.fault("as", wording.TEXT_BEHIND_POINTER)
    return "string", text


def _endian(entry: Entry, spelled: str) -> str:
    for prefix, order in (("__be", "big"), ("__le", "little")):
        if spelled.startswith(prefix):
            if "endian" in entry:
                entry.fault("endian", wording.ENDIAN_OF_TYPE, type=spelled, order=order)
            return order
    return entry.text("endian", "native")
