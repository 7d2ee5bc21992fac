# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Ownership: references are given back once, by the one who holds them."""

from __future__ import annotations

from .. import ir
from ..spec import wording
from ..spec.cdecl import Prototype
from ..spec.ctree import called, names
from ..spec.load import Mapping, Scalar
from ..spec.scope import Entry, Scope
from .pointers import depth, pointee
from .verbs import LEAVES, WAITS, gives, keeps, takes_reference


def releases(scope: Scope) -> dict[str, str]:
    """C functions that give some object back, and the function of a spec whose object that is."""
    out: dict[str, str] = {}
    for name, spec in scope.specs.items():
        functions = spec.tree.items.get("functions")
        if not isinstance(functions, Mapping):
            continue
        for function, node in functions.items.items():
            for release in _named(node):
                out.setdefault(release, f"{name}.{function}")
    return out


def _named(node: object) -> list[str]:
    """Values of `release`, however deep."""
    if not isinstance(node, Mapping):
        return []
    out = []
    for key, below in node.items.items():
        if key == "release" and isinstance(below, Scalar):
            out.append(str(below.value))
        out += _named(below)
    return out


def check_ownership(
    entry: Entry, proto: Prototype, made: ir.Function, given_back: dict[str, str]
) -> None:
    used = {*called(made.call), *names(made.call)} if made.call else {proto.name}
    for name in sorted(used & set(given_back)):
        entry.fault(
            "call" if made.call else "c", wording.GIVES_BACK, name=name, owner=given_back[name]
        )
    told = used & set(given_back)
    by_name = {made.c_name, *called(made.call)}
    _check_objects(entry, made)
    _check_consumed(entry, made, set() if told else by_name)
    _check_others(entry, made, by_name)
    _check_kept(entry, made, by_name)
    _check_left(entry, made)


def _check_left(entry: Entry, made: ir.Function) -> None:
    """What is not over when the function returns, or not soon."""
    key = "call" if made.call else "c"
    there = called(made.call) if made.call else (made.c_name,)
    silent = made.returns.kind in ("none", "ignore") and not made.outs
    pointed = any(a.type.kind == "pointer" and not a.consumes for a in made.arguments)
    for name in there[:1]:
        if pointed and made.returns.kind != "view" and takes_reference(name, silent):
            entry.fault(key, wording.TAKES_REFERENCE, name=name)
        if LEAVES.fullmatch(name) and not there[1:]:
            entry.fault(key, wording.LEAVES_LOCK, name=name)
    if made.call:
        return
    args = {name: below for name, _, below in entry.entries("args")}
    for a in made.arguments:
        told = args.get(a.name)
        if WAITS.fullmatch(made.c_name) and a.role == "script":
            if told is None or "max" not in told:
                (told or entry).fault(
                    "" if told else "args", wording.WAITS_WITHOUT_MAX, function=made.c_name
                )


def _check_objects(entry: Entry, made: ir.Function) -> None:
    """One result that owns something: what raises on the way to the second would lose the first."""
    objects = [a for a in made.arguments if a.role == "object"]
    own = made.returns.kind == "view" and not made.returns.by_value
    if len(objects) + own > 1:
        entry.fault("args", wording.SECOND_OBJECT, name=objects[-1].name)
    if objects and made.returns.kind in ("list", "length"):
        entry.fault("args", wording.OBJECT_WITH_SIZE_OR_LIST, name=objects[0].name)


def _check_consumed(entry: Entry, made: ir.Function, by_name: set[str]) -> None:
    """@by_name: C functions that may be some object's release."""
    args = {name: below for name, _, below in entry.entries("args")}
    given = [a for a in made.arguments if a.role == "script" and a.view]
    result = made.returns
    points = result.type.kind == "string" or (result.kind == "view" and not result.release)
    for a in [a for a in given if a.consumes and points]:
        args[a.name].fault("consumes", wording.RESULT_IN_CONSUMED, function=made.c_name)
    for second in [a for a in given if a.consumes][1:]:
        args[second.name].fault("consumes", wording.CONSUMES_TWO)
    for a in given:
        if "consumes" in args[a.name] or args[a.name].promises("not consumed"):
            continue
        giver = _giver(by_name, a)
        if giver:
            args[a.name].fault("view", wording.MAY_CONSUME_VIEW, function=giver)
        elif _steps(made, a) and not a.copy:
            args[a.name].fault("view", wording.MAY_CONSUME_STEP, function=made.c_name)


def _giver(by_name: set[str], a: ir.Argument) -> str:
    return next((name for name in sorted(by_name) if gives(name, a.type)), "")


def _check_others(entry: Entry, made: ir.Function, by_name: set[str]) -> None:
    """Objects that are not the script's: what else gives them back is not given away."""
    args = {name: below for name, _, below in entry.entries("args")}
    for a in made.arguments:
        if a.role not in ("lookup", "carried"):
            continue
        giver = _giver(by_name, a)
        release = a.lookup.release if a.lookup else wording.THE_CALLBACK
        if args[a.name].flag("consumes") and release:
            args[a.name].fault("consumes", wording.GIVEN_BACK_TWICE, release=release)
        elif giver and not args[a.name].promises("not consumed"):
            args[a.name].fault(a.role, wording.MAY_CONSUME_OTHER, function=giver)


def _check_kept(entry: Entry, made: ir.Function, by_name: set[str]) -> None:
    """What goes when Lua wants, or after the call: C neither keeps nor frees it."""
    args = {name: below for name, _, below in entry.entries("args")}
    for a in made.arguments:
        memory = a.role in ("bytes", "fill", "sized", "out") or (
            a.role == "script" and (a.copy or (a.type.kind == "string" and not a.view))
        )
        pointed = (a.role == "script" and bool(a.view)) or a.role in ("lookup", "carried")
        if memory or (pointed and not a.consumes and a.type.kind == "pointer"):
            _ask_kept(entry, args.get(a.name), a, by_name, memory)
        elif a.name in args and args[a.name].promises("not kept"):
            args[a.name].fault("promises", wording.NOT_KEPT_OF_WHAT)
        if a.lookup:
            below = {name: one for name, _, one in args[a.name].entries("args")}
            for one in a.lookup.arguments:
                if one.role == "script" and one.type.kind == "string":
                    _ask_kept(args[a.name], below.get(one.name), one, {a.lookup.c_name}, True)


def _ask_kept(
    entry: Entry, below: Entry | None, a: ir.Argument, by_name: set[str], memory: bool
) -> None:
    """@memory: of the script's, which nothing but Lua frees."""
    if below and below.promises("not kept"):
        return
    for name in sorted(by_name):
        word = keeps(name) or (gives(name, a.type) if memory else "")
        if word:
            key = "c" if "c" in entry else "lookup"
            what = (wording.MAY_FREE if memory else wording.MAY_KEEP_ADDRESS).format(name=a.name)
            (below or entry).fault(
                "" if below else key, wording.MAY_KEEP, word=word, function=name, what=what
            )
            return


def _steps(made: ir.Function, argument: ir.Argument) -> bool:
    """Whether a function may go from one object to the next."""
    result = made.returns
    return (
        result.kind == "view"
        and bool(result.release)
        and depth(result.type) == 1
        and pointee(result.type) == pointee(argument.type)
    )


def check_iteration(entry: Entry, made: ir.Function) -> None:
    """`for v in f(…)` calls the function with what it returned before, nil at first, until nil."""
    name = entry.text("iterates")
    if not name:
        return
    found = [a for a in made.script if a.name == name]
    if not found or not found[0].view:
        entry.fault("iterates", wording.ITERATES_NO_VIEW, name=name)
        return
    if not found[0].nullable:
        entry.fault("iterates", wording.ITERATES_NOT_NULLABLE, name=name)
    if made.returns.kind != "view" or not made.returns.nullable:
        entry.fault("iterates", wording.ITERATES_WITHOUT_END)
    elif made.returns.copy or made.returns.view != found[0].view:
        entry.fault("iterates", wording.ITERATES_OTHER, name=name)
