# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Callbacks: what the kernel calls in scripts."""

from __future__ import annotations

import re

from .. import ir
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
    "sleepable": "KLUA_SLEEPABLE",
    "sleepable-noio": "KLUA_NOIO",
    "atomic": "KLUA_ATOMIC",
}
# Arguments: kernel/prepare.c reserves slots of Lua's stack for them (STUB_SLOTS).
MOST = 24


def callback(scope: Scope, name: str, entry: Entry) -> ir.Callback:
    loans = entry.texts("lends")
    arguments = _arguments(scope, entry, loans)
    _check_members(entry, loans, arguments)
    if len(arguments) > MOST:
        key = "args" if "args" in entry else "c"
        entry.fault(key, f"a callback with {len(arguments)} arguments: at most {MOST}")
    carries = []
    for carried, mark, node in entry.pairs("carries"):
        text = entry.entry("carries")
        assert text is not None
        carries.append(ir.Carried(carried, text.ctype(carried)))
        if carried in [a.name for a in arguments] or carried in loans:
            scope.faults.add(mark, f"{entry.path}.carries.{carried}", "is there already")
        elif taken(carried):
            why = f"{taken(carried)}: rename it"
            scope.faults.add(mark, f"{entry.path}.carries.{carried}", why)
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
            entry.fault("lends", f"'{name}' is there twice")
            return
        if taken(name):
            entry.fault("lends", f"{taken(name)}: rename it")
    for a in arguments:
        key = "args" if "args" in entry else "c"
        if a.name in loans:
            entry.fault(key, f"'{a.name}' is the name of a loan: rename one")
        elif taken(a.name):
            entry.fault(key, f"{taken(a.name)}: rename the argument")


def _single(entry: Entry) -> bool:
    single = entry.text("scripts") == "one"
    if single and "attach" in entry:
        entry.fault("attach", "goes without scripts: one: no host would read the keys")
    return single


def _arguments(scope: Scope, entry: Entry, loans: tuple[str, ...]) -> list[ir.CallArgument]:
    if "c" not in entry:
        return [_argument(scope, name, below, loans) for name, _, below in entry.entries("args")]
    proto = read_prototype(entry)
    if proto is None:
        return []
    if proto.result.kind != "void":
        entry.fault("c", "the result is declared by returns: write void")
    given = told(entry, proto, "the prototype")
    arguments = []
    for parameter in proto.parameters:
        if parameter.type.kind not in ("integer", "bool"):
            entry.fault(
                "c", f"'{parameter.type.text}' is not plain; describe the parameters in args"
            )
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
        entry.fault("of", f"lends does not name it{nearest(entry.text('of'), loans)}")
    if "of" in entry and "type" in entry:
        entry.fault("of", "goes without type")
    if "view" in entry:
        return _view(scope, name, entry)
    if "type" in entry:
        kind = entry.ctype("type")
        if kind.kind not in ("integer", "bool"):
            entry.fault("type", f"'{kind.text}' is not plain")
        return ir.CallArgument(name, kind.kind, doc, unit, kind, enum=scope.enum(entry))
    if "of" not in entry:
        entry.fault("", "needs type, view or of")
    return ir.CallArgument(name, "block", doc, of=entry.text("of"))


def _view(scope: Scope, name: str, entry: Entry) -> ir.CallArgument:
    """A range of a loan, or a struct that is lent whole."""
    doc, view = entry.text("doc"), scope.layout(entry, "view")
    if "of" in entry:
        return ir.CallArgument(name, "view", doc, of=entry.text("of"), view=view)
    if "type" not in entry:
        entry.fault("view", "say where it lies: of (a loan), or type (a pointer to the struct)")
        return ir.CallArgument(name, "object", doc, view=view)
    pointer = entry.ctype("type")
    if pointer.kind != "pointer":
        entry.fault("type", f"'{pointer.text}' is not a pointer")
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
                    below.fault(bound, f"'{one}' has no value when a script attaches")
    members = [key.member for key in keys]
    members += [f"has_{key.member}" for key in keys if key.optional]
    for one in sorted({one for one in members if members.count(one) > 1}):
        entry.fault("attach", f"two members are called '{one}': name one with c")
    return keys


def _key(scope: Scope, name: str, entry: Entry, callback_name: str) -> ir.Key:
    member = entry.text("c", name)
    why = taken(member)
    if why:
        entry.fault("", f"{why}: name the member with c")
    if name == callback_name:
        entry.fault("", "is the name of the callback itself")
    optional = "default" not in entry
    text = entry.text("type")
    array = re.fullmatch(r"char\s*\[(\w+)\]", text)
    if array:
        kind, length = ir.CType("char", "string"), array[1]
        if "enum" in entry:
            entry.fault("enum", "goes with integers")
        if not optional:
            entry.fault("default", "a C string as default is not in the language")
    else:
        kind, length = entry.ctype("type"), ""
        if kind.kind not in ("integer", "bool"):
            entry.fault("type", f"'{text}' is neither an integer, bool, nor char[SIZE]")
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
