# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, ownership: references are given back once, by the one who holds them."""

from __future__ import annotations

import re

from .. import ir
from ..spec.cdecl import Prototype
from ..spec.load import Mapping, Scalar
from ..spec.scope import Entry, Scope
from .pointers import depth, is_const, pointee

# Names of functions that take a reference away, as the kernel calls them.
GIVES = re.compile(r"(^|_)(put|free|release|unref|destroy|close|dispose)(_|$)")
WORDS = re.compile(r"[A-Za-z_]\w*")


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
    called = set(WORDS.findall(made.call)) if made.call else {proto.name}
    for name in sorted(called & set(given_back)):
        entry.fault(
            "call" if made.call else "c",
            f"'{name}' gives back what {given_back[name]} returns: the runtime calls it, once, and"
            " no script",
        )
    _check_objects(entry, made)
    _check_consumed(entry, made, not called & set(given_back))


def _check_objects(entry: Entry, made: ir.Function) -> None:
    """One result that owns something: what raises on the way to the second would lose the first."""
    objects = [a for a in made.arguments if a.role == "object"]
    own = made.returns.kind == "view" and not made.returns.by_value
    if len(objects) + own > 1:
        entry.fault("args", f"'{objects[-1].name}' is the second object that it returns")
    if objects and made.returns.kind in ("list", "length"):
        entry.fault("args", f"'{objects[0].name}': an object goes without length and list")


def _check_consumed(entry: Entry, made: ir.Function, callable_: bool) -> None:
    args = {name: below for name, _, below in entry.entries("args")}
    given = [a for a in made.arguments if a.role == "script" and a.view]
    for second in [a for a in given if a.consumes][1:]:
        args[second.name].fault("consumes", "a function consumes one of its arguments")
    for a in given:
        if "consumes" in args[a.name] or a.copy or is_const(a.type) and not _steps(made, a):
            continue
        if GIVES.search(made.c_name) and callable_:
            args[a.name].fault(
                "view", f"'{made.c_name}' may take its reference: say consumes: true, or false"
            )
        elif _steps(made, a):
            args[a.name].fault(
                "view",
                f"'{made.c_name}' may put it to get the next: say consumes: true, or false",
            )


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
        entry.fault("iterates", f"there is no argument '{name}' with view")
        return
    if not found[0].nullable:
        entry.fault("iterates", f"'{name}' is nil at first: nullable: true")
    if made.returns.kind != "view" or not made.returns.nullable:
        entry.fault("iterates", "it ends with nil: returns: a view, nullable: true")
    elif made.returns.copy or made.returns.view != found[0].view:
        entry.fault("iterates", f"what it returns is no '{name}'")
