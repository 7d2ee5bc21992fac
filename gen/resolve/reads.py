# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, expressions over arguments: what they read has a value, and is no NULL."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pycparser import c_ast

from .. import ir
from ..spec.cdecl import DeclarationError, parse_expression
from ..spec.scope import Entry

NAME = re.compile(r"(?<![\w.>])[A-Za-z_]\w*")


def names(text: str) -> set[str]:
    """What an expression names, without members."""
    return set(NAME.findall(text))


def computed(entry: Entry, made: ir.Function) -> ir.Function:
    """The function, its expressions checked: what they name of the arguments, they have."""
    told = {name: below for name, _, below in entry.entries("args")}
    out = []
    for a in made.arguments:
        if a.size:
            _check_readable(told[a.name], "size", made)
            words = names(a.size)
            of = tuple(b.name for b in made.arguments if b.name in words and b.readable)
            a = replace(a, size_of=of)
        for key, text in (("size", a.size), ("value", a.value if a.role == "value" else "")):
            if text:
                _check_null(told[a.name], key, made, False)
        out.append(a)
    _check_found(told, made)
    _check_wraps(told, made)
    cost = entry.entry("cost")
    if cost:
        _check_readable(cost, "units", made)
        _check_null(cost, "units", made, False)
    if made.call:
        _check_null(entry, "call", made, True)
    return replace(made, arguments=tuple(out))


def _check_found(told: dict[str, Entry], made: ir.Function) -> None:
    """What finds an argument reads those before it."""
    for at, a in enumerate(made.arguments):
        below = told[a.name].entry("args") if a.lookup else None
        if not a.lookup or not below:
            continue
        values = {p.name: p for p in a.lookup.arguments if p.role == "value"}
        for name in values:
            entry = below.entry(name)
            if entry is None:
                continue
            _check_readable(entry, "value", made)
            _check_null(entry, "value", made, False)
            for b in made.arguments[at:]:
                if b.lookup and b.name in names(entry.text("value")):
                    entry.fault("value", f"'{b.name}' is found after '{a.name}'")


def _check_wraps(told: dict[str, Entry], made: ir.Function) -> None:
    """A size that is computed of 64 bits is right for numbers with a bound alone."""
    for a in made.arguments:
        for b in made.arguments:
            if not a.size or b.name not in names(a.size) or a.size.strip() == b.name:
                continue
            entry = told.get(b.name)
            bounded = entry is not None and {"max", "below"} & set(entry.node.items)
            if b.role == "script" and b.type.wide and not bounded:
                told[a.name].fault("size", f"'{b.name}' may be so large that it wraps: give it max")


def _check_readable(entry: Entry, key: str, made: ir.Function) -> None:
    """No expression reads what the call has yet to write."""
    for a in made.arguments:
        if a.name in names(entry.text(key)) and not a.readable:
            entry.fault(key, f"'{a.name}' has no value before the call")


def _check_null(entry: Entry, key: str, made: ir.Function, may_pass: bool) -> None:
    """@may_pass: C that gets the pointer takes NULL."""
    try:
        tree, _ = parse_expression(entry.text(key))
    except DeclarationError:
        return  # a fault of its own
    for a in made.arguments:
        if a.nullable and a.role == "script" and _reads(tree, a.name, may_pass):
            entry.fault(key, f"'{a.name}' may be NULL: {a.name} ? … : 0")


def _reads(node: Any, name: str, may_pass: bool) -> bool:
    """Whether an expression uses a pointer where it may be NULL."""
    if isinstance(node, c_ast.ID):
        return bool(node.name == name and not may_pass)
    if isinstance(node, c_ast.TernaryOp) and _is(node.cond, name):
        return _reads(node.iffalse, name, may_pass)
    if isinstance(node, c_ast.BinaryOp) and node.op == "&&" and _is(node.left, name):
        return False
    followed = (
        node.name if isinstance(node, (c_ast.StructRef, c_ast.ArrayRef))
        else node.expr if isinstance(node, c_ast.UnaryOp) and node.op == "*"
        else None
    )  # fmt: skip
    if followed is not None and _is(followed, name):
        return True
    children = [child for _, child in node.children()]
    if isinstance(node, c_ast.StructRef):
        children = [node.name]  # a member may have the pointer's name
    return any(_reads(child, name, may_pass) for child in children)


def _is(node: Any, name: str) -> bool:
    return isinstance(node, c_ast.ID) and node.name == name
