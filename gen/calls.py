# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, functions: what scripts may call."""

from __future__ import annotations

from dataclasses import replace

from . import ir
from .cdecl import DeclarationError, Parameter, Prototype, prototype
from .faults import Mark, nearest
from .scope import Entry, Scope

# Names that the generated functions use themselves.
RESERVED = ("L", "inside", "result", "results", "i", "count", "list")


def read_prototype(entry: Entry) -> Prototype | None:
    try:
        return prototype(entry.text("c"))
    except DeclarationError as error:
        entry.fault("c", str(error), error.column)
        return None


def function(scope: Scope, name: str, entry: Entry) -> ir.Function | None:
    proto = read_prototype(entry)
    if proto is None:
        return None
    callback = _inside(scope, entry)
    given = {key: (mark, below) for key, mark, below in entry.entries("args")}
    known = [parameter.name for parameter in proto.parameters]
    for key, (at, described) in given.items():
        if key not in known:
            scope.faults.add(
                at, described.path, f"{proto.name} has no such parameter{nearest(key, known)}"
            )
    returns = _returns(scope, entry, proto)
    arguments: list[ir.Argument] = []
    index = 1
    for parameter in proto.parameters:
        mark, told = given.get(parameter.name, (entry.mark("c"), None))
        if parameter.name in RESERVED:
            scope.faults.add(mark, f"{entry.path}.c", f"rename the parameter '{parameter.name}'")
        argument = _argument(scope, entry, told, mark, parameter, returns, callback, proto)
        if argument.given:
            argument = replace(argument, given=replace(argument.given, index=index))
            index += 1
        elif argument.role == "script":
            argument = replace(argument, index=index)
            index += 1
        arguments.append(argument)
    return ir.Function(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        prototype=" ".join(entry.text("c").split()).rstrip(";"),
        c_name=proto.name,
        context=entry.text("context"),
        inside=entry.text("inside"),
        arguments=tuple(arguments),
        returns=returns,
        host=entry.flag("host"),
        function_type=proto.function_type,
    )


def _inside(scope: Scope, entry: Entry) -> Entry | None:
    name = entry.text("inside")
    callbacks = {key: below for key, _, below in scope.root.entries("callbacks")}
    if not name:
        return None
    if name not in callbacks and name not in scope.spec.dropped:
        entry.fault("inside", f"there is no callback '{name}'{nearest(name, callbacks)}")
    return callbacks.get(name)


def _argument(
    scope: Scope,
    function_entry: Entry,
    entry: Entry | None,
    mark: Mark,
    parameter: Parameter,
    returns: ir.Returns,
    callback: Entry | None,
    proto: Prototype,
) -> ir.Argument:
    if entry is None:
        entry = Entry(scope, type(function_entry.node)({}, {}, mark), f"{function_entry.path}.args")
        entry.path = f"{function_entry.path}.args.{parameter.name}"
    roles = [key for key in ("value", "out", "carried", "capacity", "view") if key in entry]
    if len(roles) > 1:
        entry.fault(roles[1], f"goes without {roles[0]}")
    base = ir.Argument(
        parameter.name, parameter.type, "script", doc=entry.text("doc"), unit=entry.text("unit")
    )
    if "value" in entry:
        return replace(base, role="value", value=entry.text("value"))
    if "capacity" in entry:
        return replace(base, role="capacity")
    if "carried" in entry:
        return _carried(entry, base, callback)
    if "out" in entry:
        if parameter.target is None or parameter.target.kind not in ("integer", "bool"):
            entry.fault("out", f"'{parameter.type.text}' is not a pointer to an integer")
            return base
        return replace(base, role="out", type=parameter.target)
    if returns.kind == "list" and parameter is proto.parameters[0]:
        return replace(base, role="array")
    if "view" in entry:
        return replace(base, view=scope.layout(entry, "view"))
    return _from_script(scope, entry, base)


def _from_script(scope: Scope, entry: Entry, base: ir.Argument) -> ir.Argument:
    kind = base.type.kind
    if kind not in ("integer", "bool", "string"):
        entry.fault("", f"say where a '{base.type.text}' comes from: view, out, value or carried")
        return base
    bounds = [key for key in ("below", "min", "max", "enum") if key in entry]
    if bounds and kind != "integer":
        entry.fault(bounds[0], f"goes with integers, not with '{base.type.text}'")
    if "below" in entry and ("min" in entry or "max" in entry):
        entry.fault("below", "goes without min and max")
    if "unknown" in entry and "enum" not in entry:
        entry.fault("unknown", "goes with enum")
    low, high = base.type.low, base.type.high
    if "below" in entry:
        low, high = "0", f"{entry.text('below')} - 1"
    elif base.type.wide and ("min" in entry) != ("max" in entry):
        entry.fault(
            "", f"'{base.type.text}' has as many values as a Lua integer: give both min and max"
        )
    return replace(
        base,
        below=entry.text("below"),
        low=entry.text("min", low),
        high=entry.text("max", high),
        enum=scope.enum(entry),
        strict=entry.text("unknown", "refuse") == "refuse",
    )


def _carried(entry: Entry, base: ir.Argument, callback: Entry | None) -> ir.Argument:
    name = entry.text("carried")
    if callback is None:
        entry.fault("carried", "goes with inside: a callback that carries it")
        return base
    carries = [key for key, _, _ in callback.pairs("carries")]
    if name not in carries:
        entry.fault("carried", f"{callback.path} carries no '{name}'{nearest(name, carries)}")
    source = entry.entry("from")
    if source is None:
        return replace(base, role="carried", carried=name)
    kind = source.ctype("type")
    if kind.kind != "integer":
        source.fault("type", "the script's argument is an integer")
    low, high = kind.low, kind.high
    if "below" in source:
        low, high = "0", f"{source.text('below')} - 1"
    given = ir.Argument(
        source.text("name"), kind, "script", doc=source.text("doc"), low=low, high=high
    )
    message = source.text("message", "is not the one being decided about")
    return replace(
        base, role="carried", carried=name, check=source.text("check"), given=given, value=message
    )


def _returns(scope: Scope, entry: Entry, proto: Prototype) -> ir.Returns:
    if "returns" not in entry:
        if proto.result.kind != "void":
            entry.fault("c", f"say what the '{proto.result.text}' means: returns")
        return ir.Returns("none", proto.result)
    if entry.get("returns") == "errno":
        if proto.result.text not in ("int", "long"):
            entry.fault("returns", f"an errno is an int, not '{proto.result.text}'")
        return ir.Returns("errno", proto.result)
    below = entry.entry("returns")
    assert below is not None
    if "view" in below:
        return _returned_view(scope, below, proto)
    for key in ("nullable", "release"):
        if key in below:
            below.fault(key, "goes with view")
    if "list" in below:
        return _returned_list(scope, below, proto)
    if "max" in below:
        below.fault("max", "goes with list")
    if proto.result.kind not in ("integer", "bool", "string"):
        entry.fault("returns", f"'{proto.result.text}' is no value for a script")
    return ir.Returns(
        "value", proto.result, below.text("doc"), below.text("unit"), enum=scope.enum(below)
    )


def _returned_view(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if proto.result.kind != "pointer":
        below.fault("view", f"'{proto.result.text}' is not a pointer")
    if "release" not in below:
        below.fault("view", "say who owns it: release, the function that gives it back")
    return ir.Returns(
        "view",
        proto.result,
        below.text("doc"),
        view=scope.layout(below, "view"),
        nullable=below.flag("nullable"),
        release=below.text("release"),
    )


def _returned_list(scope: Scope, below: Entry, proto: Prototype) -> ir.Returns:
    if "max" not in below:
        below.fault("list", "a list needs max, the most records that it has")
    if proto.result.text not in ("int", "long", "ssize_t"):
        below.fault("list", f"the number of records is an int, not '{proto.result.text}'")
    if not proto.parameters or proto.parameters[0].type.kind != "pointer":
        below.fault("list", "the first parameter is the array to fill")
    return ir.Returns(
        "list",
        proto.result,
        below.text("doc"),
        view=scope.layout(below, "list"),
        maximum=below.number("max") or 0,
    )
