# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Callbacks: what the kernel calls in scripts."""

from __future__ import annotations

import re

from .. import ir
from ..spec import wording
from ..spec.ctree import names
from ..spec.faults import nearest
from ..spec.names import taken
from ..spec.scope import Entry, Scope, read_prototype
from .arguments import told
from .pointers import check_enum, check_struct, depth, is_const
from .ranges import Range, check_number, read_names, read_range
from .results import verdict
from .writable import writable

CONTEXTS = {
    "sleepable": "KLUA_CONTEXT_SLEEPABLE",
    "sleepable-noio": "KLUA_CONTEXT_NOIO",
    "atomic": "KLUA_CONTEXT_ATOMIC",
}
# Arguments: KLUA_CALL_STACK of kernel/frame.h is the room for them on Lua's stack.
MOST = 24


def callback(scope: Scope, name: str, entry: Entry) -> ir.Callback:
    loans = entry.texts("lends")
    arguments = _arguments(scope, entry, loans)
    _check_members(entry, loans, arguments)
    if len(arguments) > MOST:
        key = "args" if "args" in entry else "c"
        entry.fault(key, wording.MANY_OF_CALLBACK, number=len(arguments), most=MOST)
    carries = []
    for carried, mark, node in entry.pairs("carries"):
        text = entry.entry("carries")
        assert text is not None
        carries.append(ir.Carried(carried, text.ctype(carried)))
        if carried in [a.name for a in arguments] or carried in loans:
            scope.faults.add(mark, f"{entry.path}.carries.{carried}", wording.THERE_ALREADY)
        elif taken(carried):
            scope.faults.add(
                mark, f"{entry.path}.carries.{carried}", wording.RENAME_IT, why=taken(carried)
            )
    return ir.Callback(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        context=CONTEXTS[entry.text("context")],
        loans=loans,
        arguments=tuple(arguments),
        carries=tuple(carries),
        verdict=verdict(scope, entry, arguments),
        keys=_keys(scope, entry, name, {a.name for a in arguments}),
        default=entry.text("fallback"),
        writable=writable(scope, entry, arguments),
        holds=entry.texts("holds"),
        single=_single(entry),
    )


def _check_members(
    entry: Entry, loans: tuple[str, ...], arguments: list[ir.CallArgument]
) -> None:
    """Loans and arguments are members of one struct of C."""
    for name in loans:
        if loans.count(name) > 1:
            entry.fault("lends", wording.THERE_TWICE, name=name)
            return
        if taken(name):
            entry.fault("lends", wording.RENAME_IT, why=taken(name))
    for a in arguments:
        key = "args" if "args" in entry else "c"
        if a.name in loans:
            entry.fault(key, wording.NAME_OF_LOAN, name=a.name)
        elif taken(a.name):
            entry.fault(key, wording.RENAME_ARGUMENT, why=taken(a.name))


def _single(entry: Entry) -> bool:
    single = entry.text("scripts") == "one"
    if single and "attach" in entry:
        entry.fault("attach", wording.KEYS_OF_ONE_SCRIPT)
    return single


def _arguments(scope: Scope, entry: Entry, loans: tuple[str, ...]) -> list[ir.CallArgument]:
    if "c" not in entry:
        return [_argument(scope, name, below, loans) for name, _, below in entry.entries("args")]
    proto = read_prototype(entry)
    if proto is None:
        return []
    if proto.result.kind != "void":
        entry.fault("c", wording.CALLBACK_RESULT)
    given = told(entry, proto, wording.THE_PROTOTYPE)
    arguments = []
    for parameter in proto.parameters:
        if parameter.type.kind not in ("integer", "bool"):
            entry.fault("c", wording.PARAMETER_NOT_PLAIN, type=parameter.type.text)
        below = given.get(parameter.name)
        arguments.append(
            ir.CallArgument(
                parameter.name,
                parameter.type.kind,
                doc=below.text("doc") if below else "",
                unit=below.text("unit") if below else "",
                type=parameter.type,
                enum=scope.enum(below) if below else None,
            )
        )
    return arguments


def _argument(scope: Scope, name: str, entry: Entry, loans: tuple[str, ...]) -> ir.CallArgument:
    doc, unit = entry.text("doc"), entry.text("unit")
    if "of" in entry and entry.text("of") not in loans:
        entry.fault("of", wording.NO_SUCH_LOAN, hint=nearest(entry.text('of'), loans))
    if "of" in entry and "type" in entry:
        entry.fault("of", wording.GOES_WITHOUT, what="type")
    if "place" in entry and "of" not in entry:
        entry.fault("place", wording.GOES_WITH, what="of")
    if "place" in entry and "view" in entry:
        entry.fault("place", wording.GOES_WITHOUT, what="view")
    if "view" in entry:
        return _view(scope, name, entry)
    if "type" in entry:
        kind = entry.ctype("type")
        if kind.kind not in ("integer", "bool"):
            entry.fault("type", wording.NOT_PLAIN, type=kind.text)
        return ir.CallArgument(name, kind.kind, doc, unit, kind, enum=scope.enum(entry))
    if "of" not in entry:
        entry.fault("", wording.CALL_ARGUMENT_EMPTY)
    return ir.CallArgument(name, "block", doc, of=entry.text("of"), place=entry.text("place"))


def _view(scope: Scope, name: str, entry: Entry) -> ir.CallArgument:
    """A range of a loan, or a struct that is lent whole."""
    doc, view = entry.text("doc"), scope.layout(entry, "view")
    if "of" in entry:
        return ir.CallArgument(name, "view", doc, of=entry.text("of"), view=view)
    if "type" not in entry:
        entry.fault("view", wording.VIEW_OF_NOTHING)
        return ir.CallArgument(name, "object", doc, view=view)
    pointer = entry.ctype("type")
    if pointer.kind != "pointer":
        entry.fault("type", wording.NO_POINTER, type=pointer.text)
    elif view and (view.c or depth(pointer) != 1):
        check_struct(entry, "type", view, pointer)
    writable = bool(view and view.writable) and not is_const(pointer)
    size = f"sizeof(*args->{name})"
    return ir.CallArgument(
        name, "object", doc, type=pointer, view=view, writable=writable, size=size
    )


def _keys(scope: Scope, entry: Entry, name: str, passed: set[str]) -> tuple[ir.Key, ...]:
    """Members of one struct, those that say whether another was given among them.

    @passed: what each call passes.
    """
    keys = tuple(_key(scope, key, below, name) for key, _, below in entry.entries("attach"))
    known = {key.name for key in keys} | {key.member for key in keys} | passed
    for _, _, below in entry.entries("attach"):
        for bound in ("min", "max", "default"):
            for one in names(below.text(bound)):
                if one in known:
                    below.fault(bound, wording.NO_VALUE_AT_ATTACH, name=one)
    members = [key.member for key in keys]
    members += [f"has_{key.member}" for key in keys if key.optional]
    for one in sorted({one for one in members if members.count(one) > 1}):
        entry.fault("attach", wording.SAME_MEMBERS, name=one)
    return keys


def _key(scope: Scope, name: str, entry: Entry, callback_name: str) -> ir.Key:
    member = entry.text("c", name)
    why = taken(member)
    if why:
        entry.fault("", wording.NAME_MEMBER, why=why)
    if name == callback_name:
        entry.fault("", wording.NAMED_AS_CALLBACK)
    optional = "default" not in entry
    text = entry.text("type")
    array = re.fullmatch(r"char\s*\[(\w+)\]", text)
    if array:
        kind, length = ir.CType("char", "string"), array[1]
        if "enum" in entry:
            entry.fault("enum", wording.GOES_WITH, what="integers")
        if not optional:
            entry.fault("default", wording.TEXT_WITH_DEFAULT)
    else:
        kind, length = entry.ctype("type"), ""
        if kind.kind not in ("integer", "bool"):
            entry.fault("type", wording.KEY_TYPE, type=text)
        check_enum(entry, kind, "enum")
    between = read_range(entry, kind) if kind.kind == "integer" else Range("", "", "")
    enum = read_names(scope, entry, kind, single=True)
    check_number(entry, "default", kind)
    return ir.Key(
        name=name,
        member=member,
        type=kind,
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        enum=enum,
        strict=entry.text("unknown", "refuse") == "refuse",
        default=entry.text("default"),
        optional=optional,
        length=length,
        low=between.low,
        high=between.high,
        range=between.words,
    )
