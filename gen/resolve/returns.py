# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Results of functions: what the C result means, and who owns it."""

from __future__ import annotations

from .. import ir
from ..spec import wording
from ..spec.cdecl import Prototype
from ..spec.faults import nearest
from ..spec.scope import Entry, Scope
from .pointers import check_copy, check_struct

KINDS = ("view", "list", "ok", "size", "ignore")
# Keys that go with one kind of result.
OF_VIEW = ("nullable", "errptr", "release", "copy", "borrowed", "lifetime")


def returns(scope: Scope, entry: Entry, proto: Prototype) -> ir.Returns:
    if "returns" not in entry:
        if proto.result.kind != "void":
            entry.fault("c", wording.RESULT_UNSAID, type=proto.result.text)
        return ir.Returns("none", proto.result)
    if entry.get("returns") == "errno":
        if proto.result.text not in ("int", "long"):
            entry.fault("returns", wording.ERRNO_TYPE, type=proto.result.text)
        return ir.Returns("errno", proto.result)
    below = entry.entry("returns")
    assert below is not None
    kinds = [key for key in KINDS if key in below]
    if kinds[1:]:
        below.fault(kinds[1], wording.GOES_WITHOUT, what=kinds[0])
    if "view" not in below:
        for key in OF_VIEW:
            if key in below:
                below.fault(key, wording.GOES_WITH, what="view")
    for key, with_ in (("limit", "list"), ("count", "list"), ("ok", "enum")):
        if key in below and with_ not in below:
            below.fault(key, wording.GOES_WITH, what=with_)
    make = {
        "view": _view,
        "list": _list,
        "ok": _status,
        "size": _length,
        "ignore": _ignore,
    }.get(kinds[0] if kinds else "", _value)
    return make(scope, below, proto)


def _value(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if proto.result.kind not in ("integer", "bool", "string"):
        below.fault("", wording.NO_VALUE_FOR_SCRIPTS, type=proto.result.text)
    return ir.Returns(
        "value", proto.result, below.text("doc"), below.text("unit"), enum=scope.enum(below)
    )


def _ignore(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if proto.result.kind == "void":
        below.fault("ignore", wording.NO_RESULT)
    own = [p.type.text for p in proto.parameters]
    if proto.result.kind == "pointer" and proto.result.text not in own:
        below.fault("ignore", wording.POINTER_IGNORED)
    return ir.Returns("ignore", proto.result)


def _length(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if proto.result.kind != "integer":
        below.fault("size", wording.NO_NUMBER_OF_BYTES, type=proto.result.text)
    return ir.Returns("length", proto.result, below.text("doc"), length=below.text("size"))


def _status(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if proto.result.kind != "integer":
        below.fault("ok", wording.NO_STATUS, type=proto.result.text)
    enum = scope.single_enum(below)
    name = below.text("ok")
    constants = {c.name: c.value for c in enum.constants} if enum else {}
    if enum and name not in constants:
        below.fault(
            "ok", wording.NO_SUCH_CONSTANT, enum=enum.name, name=name, hint=nearest(name, constants)
        )
    return ir.Returns(
        "status",
        proto.result,
        below.text("doc"),
        enum=enum,
        ok=constants.get(name, ""),
        ok_name=name,
    )


def _view(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    view = scope.layout(below, "view")
    by_value = proto.result.text.startswith(("struct ", "union ")) and proto.result.kind == "other"
    if proto.result.kind != "pointer" and not by_value:
        below.fault("view", wording.NO_POINTER, type=proto.result.text)
    else:
        check_struct(below, "view", view, proto.result, 0 if by_value else 1)
    copy = below.flag("copy") or by_value
    if copy:
        check_copy(scope, below, "view", view)
        _check_owner_of_copy(below, by_value)
    else:
        _check_owner(below)
    if not copy and not below.text("release") and "lifetime" not in below and "borrowed" in below:
        below.fault("borrowed", wording.LIFETIME_UNSAID)
    return ir.Returns(
        "view",
        proto.result,
        below.text("doc"),
        view=view,
        nullable=below.flag("nullable"),
        errptr=below.flag("errptr"),
        release=below.text("release"),
        borrowed=below.text("borrowed"),
        copy=1 if copy else 0,
        by_value=by_value,
        lifetime=below.text("lifetime", "script"),
    )


def _check_owner(below: Entry) -> None:
    owners = [key for key in ("release", "borrowed") if key in below]
    if not owners:
        below.fault("view", wording.OWNER_UNSAID)
    if len(owners) > 1:
        below.fault("borrowed", wording.GOES_WITHOUT, what="release")


def _check_owner_of_copy(below: Entry, by_value: bool) -> None:
    for key in ("borrowed", "lifetime"):
        if key in below:
            below.fault(key, wording.COPY_OF_SCRIPT)
    if by_value:
        for key in ("nullable", "errptr", "release"):
            if key in below:
                below.fault(key, wording.GOES_WITH, what="pointers")


def _list(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if "limit" not in below:
        below.fault("list", wording.RESULTS_WITHOUT_LIMIT)
    if proto.result.text not in ("int", "long", "ssize_t"):
        below.fault("list", wording.LIST_TYPE, type=proto.result.text)
    view = scope.layout(below, "list")
    if not proto.parameters or proto.parameters[0].type.kind != "pointer":
        below.fault("list", wording.LIST_WITHOUT_ARRAY)
    else:
        check_struct(below, "list", view, proto.parameters[0].type)
        check_copy(scope, below, "list", view)
    return ir.Returns(
        "list",
        proto.result,
        below.text("doc"),
        view=view,
        maximum=below.number("limit") or 0,
        length=below.text("count"),
    )
