# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Arguments of functions: where each parameter gets its value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import ir
from ..spec import wording
from ..spec.cdecl import DeclarationError, Parameter, Prototype, limits, prototype
from ..spec.ctree import call_of, called, names
from ..spec.faults import Mark, nearest
from ..spec.load import plain
from ..spec.scope import Entry, Scope
from .formats import is_format
from .outs import out
from .pointers import BYTES, check_struct, depth, is_const
from .ranges import Range, check_number, read_names, read_range

ROLES = ("value", "out", "carried", "bytes", "fill", "lookup", "view")
# Keys that go with one role.
OF_ROLE = {
    "size": ("out",),
    "consumes": ("view", "lookup", "carried"),
    "nullable": ("view",),
    "copy": ("view",),
    "release": ("lookup", "out"),
    "borrowed": ("lookup", "out"),
    "lifetime": ("out",),
    "limit": ("bytes", "fill", "out"),
    "args": ("lookup", "carried"),
    "check": ("carried",),
    "message": ("carried",),
}
# Likewise promises; counts and ownership check the others.
OF_PROMISE = {"single": ("view",), "not consumed": ("view", "lookup", "carried")}


@dataclass(frozen=True)
class Call:
    """The function that arguments are of."""

    scope: Scope
    entry: Entry
    proto: Prototype
    callback: Entry | None


def argument(call: Call, entry: Entry, parameter: Parameter, result: ir.Returns) -> ir.Argument:
    roles = [key for key in ROLES if key in entry]
    if roles[1:] and roles != ["out", "view"]:
        entry.fault(roles[1], wording.GOES_WITHOUT, what=roles[0])
    if "type" in entry:
        entry.fault("type", wording.TYPE_OF_PARAMETER)
    for key, with_ in OF_ROLE.items():
        if key in entry and not any(role in entry for role in with_):
            entry.fault(key, wording.GOES_WITH, what=' or '.join(with_))
    for word, with_ in OF_PROMISE.items():
        if entry.promises(word) and not any(role in entry for role in with_):
            entry.fault(
                "promises", wording.PROMISE_GOES_WITH, promise=word, what=' or '.join(with_)
            )
    for key in ("min", "max"):
        if key in entry and roles:
            entry.fault(key, wording.RANGE_OF_NO_INTEGER)
    base = ir.Argument(
        parameter.name,
        parameter.type,
        "script",
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        sample=entry.text("sample"),
    )
    buffer = _lengths(call).get(parameter.name)
    if buffer:
        return _length(entry, base, buffer)
    if result.kind == "list" and result.length == parameter.name:
        return _capacity(entry, base)
    if "value" in entry:
        check_number(entry, "value", parameter.type)
        return replace(base, role="value", value=entry.text("value"))
    if "carried" in entry:
        return _carried(entry, base, call.callback)
    if "bytes" in entry or "fill" in entry:
        return _buffer(call, entry, base, parameter, roles[0])
    if "lookup" in entry:
        return _lookup(call, entry, base)
    if "out" in entry:
        return out(call.scope, entry, base, parameter)
    if result.kind == "list" and parameter is call.proto.parameters[0]:
        return replace(base, role="array")
    last = call.proto.variadic and parameter is call.proto.parameters[-1]
    if last or is_format(parameter.name, parameter.type):
        entry.fault("", wording.FORMAT_OF_SCRIPT)
        return base
    if "view" in entry:
        return _view(call, entry, base)
    return from_script(call.scope, entry, base)


def variadic(call: Call, entry: Entry, name: str) -> ir.Argument:
    """One of the arguments that stand for the dots of a prototype."""
    if "type" not in entry:
        entry.fault("", wording.VARIADIC_WITHOUT_TYPE)
        return ir.Argument(name, ir.CType("int", "integer"), "script", variadic=True)
    kind = entry.ctype("type")
    base = ir.Argument(
        name, kind, "script", doc=entry.text("doc"), unit=entry.text("unit"), variadic=True
    )
    base = replace(base, sample=entry.text("sample"))
    if "value" in entry:
        check_number(entry, "value", kind)
        return replace(base, role="value", value=entry.text("value"))
    return from_script(call.scope, entry, base)


def _lengths(call: Call) -> dict[str, str]:
    """Parameters that are lengths: of which buffer."""
    out = {}
    for name, _, below in call.entry.entries("args"):
        for key in ("bytes", "fill"):
            if key in below:
                out[below.text(key)] = name
    return out


def _length(entry: Entry, base: ir.Argument, buffer: str) -> ir.Argument:
    """How long a buffer is: what the script gives says it, and nothing else does."""
    if base.type.kind != "integer":
        entry.fault("", wording.NO_LENGTH, type=base.type.text)
    elif base.type.text.startswith(("__be", "__le")):
        entry.fault("", wording.LENGTH_IN_OTHER_ORDER, type=base.type.text)
    for key in entry.node.items:
        if key not in ("doc", "unit"):
            entry.fault(key, wording.LENGTH_OF_ITS_OWN, buffer=buffer)
    return replace(base, role="length")


def _capacity(entry: Entry, base: ir.Argument) -> ir.Argument:
    for key in entry.node.items:
        if key != "doc":
            entry.fault(key, wording.CAPACITY_OF_ITS_OWN)
    return replace(base, role="capacity")


def _buffer(
    call: Call, entry: Entry, base: ir.Argument, parameter: Parameter, role: str
) -> ir.Argument:
    target = parameter.target.text if parameter.target else ""
    constant = is_const(parameter.type)
    if target.removeprefix("const ") not in BYTES:
        entry.fault(role, wording.NO_POINTER_TO_BYTES, type=parameter.type.text)
    elif role == "bytes" and not constant:
        entry.fault(role, wording.BYTES_NOT_CONST, type=parameter.type.text)
    elif role == "fill" and constant:
        entry.fault(role, wording.FILL_CONST, type=parameter.type.text)
    exact = entry.number(role)
    if exact is not None:
        if "limit" in entry:
            entry.fault("limit", wording.EXACT_BYTES_WITH_LIMIT)
        return replace(base, role="bytes", maximum=exact)
    if "limit" not in entry:
        entry.fault(role, wording.BUFFER_WITHOUT_LIMIT)
    length = entry.text(role)
    parameters = {p.name: p for p in call.proto.parameters}
    if length not in parameters:
        hint = nearest(length, parameters)
        entry.fault(
            role, wording.NO_SUCH_PARAMETER, function=call.proto.name, name=length, hint=hint
        )
        return base
    maximum = entry.number("limit") or 1
    kind = parameters[length].type
    if kind.kind == "integer" and maximum > limits(kind)[1]:
        entry.fault("limit", wording.NOT_IN_TYPE, value=maximum, type=kind.text)
    if role == "bytes":
        return replace(base, role="bytes", maximum=maximum, length=length)
    given = ir.Argument(length, kind, "script", doc=base.doc, unit="bytes")
    given = replace(given, low="1", high=str(maximum), range=f"from 1 to {maximum}")
    return replace(base, role="fill", maximum=maximum, length=length, given=given)


def _view(call: Call, entry: Entry, base: ir.Argument) -> ir.Argument:
    view = call.scope.layout(entry, "view")
    if depth(base.type) > 1:
        entry.fault("view", wording.VIEW_OF_POINTERS, type=base.type.text)
    else:
        check_struct(entry, "view", view, base.type)
    if entry.flag("consumes") and is_const(base.type):
        entry.fault("consumes", wording.CONSUMES_CONST, type=base.type.text)
    if entry.flag("consumes") and "copy" in entry:
        entry.fault("copy", wording.GOES_WITHOUT, what="consumes")
    if entry.flag("consumes") and entry.promises("not consumed"):
        entry.fault("promises", wording.CONSUMED_AND_NOT)
    return replace(
        base,
        view=view,
        copy=entry.flag("copy"),
        nullable=entry.flag("nullable"),
        consumes=entry.flag("consumes"),
    )


def told(entry: Entry, proto: Prototype, title: str) -> dict[str, Entry]:
    """What args says of the parameters of a prototype, by their names."""
    given = {name: below for name, _, below in entry.entries("args")}
    known = [parameter.name for parameter in proto.parameters]
    for name, below in given.items():
        if name not in known:
            below.fault("", wording.UNKNOWN_PARAMETER, function=title, hint=nearest(name, known))
    return given


def _lookup(call: Call, entry: Entry, base: ir.Argument) -> ir.Argument:
    try:
        found = prototype(entry.text("lookup"))
    except DeclarationError as error:
        entry.fault("lookup", str(error), error.column)
        return base
    if depth(base.type) > 1:
        entry.fault("lookup", wording.LOOKUP_OF_POINTER, type=base.type.text)
    elif found.result.text.removeprefix("const ") != base.type.text.removeprefix("const "):
        entry.fault(
            "lookup", wording.LOOKUP_FINDS_OTHER, found=found.result.text, wanted=base.type.text
        )
    elif is_const(found.result) and not is_const(base.type):
        entry.fault(
            "lookup", wording.LOOKUP_FINDS_CONST, type=found.result.text, function=call.proto.name
        )
    if ("release" in entry) == ("borrowed" in entry):
        entry.fault("lookup", wording.LOOKUP_WITHOUT_OWNER)
    given = told(entry, found, found.name)
    arguments = []
    nothing = Entry(call.scope, type(entry.node)({}, {}, entry.mark("lookup")), entry.path)
    for parameter in found.parameters:
        below = given.get(parameter.name, nothing)
        if "type" in below:
            below.fault("type", wording.GOES_WITH, what="carried")
        doc = below.text("doc") or base.doc
        one = ir.Argument(parameter.name, parameter.type, "script", doc, below.text("unit"))
        one = replace(one, sample=below.text("sample") or base.sample)
        if "value" in below:
            check_number(below, "value", parameter.type)
            arguments.append(replace(one, role="value", value=below.text("value")))
            continue
        arguments.append(from_script(call.scope, below, one))
    return replace(
        base,
        role="lookup",
        lookup=ir.Lookup(
            entry.where(),
            found.name,
            found.function_type,
            tuple(arguments),
            entry.text("release"),
            entry.text("borrowed"),
        ),
    )


def from_script(scope: Scope, entry: Entry, base: ir.Argument) -> ir.Argument:
    kind = base.type.kind
    if kind not in ("integer", "bool", "string"):
        entry.fault("", wording.ARGUMENT_FROM_NOWHERE, type=base.type.text)
        return base
    bounds = [key for key in ("min", "max", "enum") if key in entry]
    if bounds and kind != "integer":
        entry.fault(bounds[0], wording.GOES_WITH_INTEGERS_NOT, type=base.type.text)
    enum = read_names(scope, entry, base.type, single=False)
    taken = read_range(entry, base.type)
    if base.type.text.startswith("enum ") and not bounds:
        entry.fault("", wording.ENUM_OF_INT, type=base.type.text)
    return replace(
        _bounded(base, taken),
        enum=enum,
        strict=entry.text("unknown", "refuse") == "refuse",
    )


def _carried(entry: Entry, base: ir.Argument, callback: Entry | None) -> ir.Argument:
    name = entry.text("carried")
    if callback is None:
        entry.fault("carried", wording.CARRIED_OUTSIDE)
        return base
    carries = {key: plain(node) for key, _, node in callback.pairs("carries")}
    if name not in carries:
        entry.fault(
            "carried",
            wording.CARRIES_NO,
            callback=callback.path,
            name=name,
            hint=nearest(name, carries),
        )
    elif str(carries[name]).startswith("const ") and not is_const(base.type):
        entry.fault("carried", wording.CARRIED_CONST, type=carries[name])
    sources = list(entry.entries("args"))
    if bool(sources) != ("check" in entry) or sources[1:]:
        entry.fault("carried", wording.CARRIED_ARGS)
    if not sources:
        return replace(base, role="carried", carried=name)
    return replace(
        base,
        role="carried",
        carried=name,
        check=entry.text("check"),
        check_of=names(entry.text("check")),
        check_function=call_of(entry.text("check")),
        given=_given(*sources[0]),
        value=entry.text("message", wording.OTHER_ONE),
    )


def _given(name: str, _: Mark, source: Entry) -> ir.Argument:
    """The script's argument that stands for what is carried."""
    if "type" not in source:
        source.fault("", wording.GIVEN_WITHOUT_TYPE)
        return ir.Argument(name, ir.CType("int", "integer"), "script")
    kind = source.ctype("type")
    if kind.kind != "integer":
        source.fault("type", wording.GIVEN_NO_INTEGER)
    taken = read_range(source, kind)
    given = ir.Argument(name, kind, "script", doc=source.text("doc"))
    return _bounded(given, taken)


def _bounded(given: ir.Argument, taken: Range) -> ir.Argument:
    said = [end for end in (taken.low, taken.high) if names(end) or called(end)]
    return replace(
        given,
        low=taken.low,
        high=taken.high,
        low_of=names(taken.low),
        high_of=names(taken.high),
        bounded=bool(said) and (taken.low, taken.high) != (given.type.low, given.type.high),
        range=taken.words,
    )
