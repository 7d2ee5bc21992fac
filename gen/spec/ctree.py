# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of C, read by pycparser: what they name, what they call, what they would change."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from pycparser import c_ast

from . import wording
from .cdecl import DeclarationError, parse

# Macros of the kernel that take a type.
OF_TYPE = re.compile(r"\b((?:min|max|clamp)_t\()([^,()]*),")
HIDDEN = re.compile(r"\btype_(\d+)_")
# Statements, in ({ … }), after which the generated function would not go on where it was.
JUMPS = (c_ast.Return, c_ast.Goto, c_ast.Label, c_ast.Break, c_ast.Continue)
LOOPS = (c_ast.While, c_ast.DoWhile, c_ast.For)


@functools.lru_cache(maxsize=None)
def parse_expression(text: str) -> tuple[Any, Callable[[str], str]]:
    """The tree of one expression of C, as an argument of a call can be.

    The function puts back, in C made of the tree, types that are arguments.
    """
    types: list[str] = []

    def hide(found: re.Match[str]) -> str:
        types.append(found[2].strip())
        return f"{found[1]}type_{len(types) - 1}_,"

    try:
        decl = parse(f"void f(void) {{ return f({OF_TYPE.sub(hide, text)}); }}")
    except DeclarationError as error:
        message = str(error).replace(wording.A_C_DECLARATION, wording.AN_EXPRESSION_OF_C)
        raise DeclarationError(message) from None
    statements = getattr(getattr(decl, "body", None), "block_items", None) or []
    call = statements[0].expr if [type(one) for one in statements] == [c_ast.Return] else None
    if not isinstance(call, c_ast.FuncCall) or len(call.args.exprs if call.args else []) != 1:
        raise DeclarationError(wording.NOT_ONE_EXPRESSION)
    tree = call.args.exprs[0]
    why = _why_not(tree, frozenset(_declared(tree)))
    if why:
        raise DeclarationError(why)
    return tree, lambda made: HIDDEN.sub(lambda found: types[int(found[1])], made)


def _why_not(node: Any, own: frozenset[str]) -> str:
    """What an expression does beside having a value; @own are its own variables."""
    changed = None
    if isinstance(node, c_ast.Assignment):
        changed = node.lvalue
    elif isinstance(node, c_ast.UnaryOp) and node.op in ("++", "--", "p++", "p--"):
        changed = node.expr
    if isinstance(node, c_ast.InitList) or (changed is not None and not _is_own(changed, own)):
        return wording.CHANGES_NOTHING
    if isinstance(node, JUMPS):
        return wording.LEAVES_NO_FUNCTION
    if isinstance(node, LOOPS):
        return wording.UNBOUNDED_LOOP
    if isinstance(node, c_ast.CompoundLiteral):
        return ""
    return next((why for _, child in node.children() if (why := _why_not(child, own))), "")


def _is_own(node: Any, own: frozenset[str]) -> bool:
    while isinstance(node, c_ast.StructRef) and node.type == ".":
        node = node.name
    return isinstance(node, c_ast.ID) and node.name in own


def _declared(node: Any) -> Iterator[str]:
    """Variables of an expression's own, in ({ … })."""
    if isinstance(node, c_ast.Decl):
        yield node.name
    for _, child in node.children():
        yield from _declared(child)


def _walk(node: Any) -> Iterator[tuple[str, bool]]:
    """Names, and whether each is called; no members, no types."""
    if isinstance(node, c_ast.ID):
        yield node.name, False
    elif isinstance(node, c_ast.FuncCall) and isinstance(node.name, c_ast.ID):
        yield node.name.name, True
        if node.args:
            yield from _walk(node.args)
    elif isinstance(node, c_ast.StructRef):
        yield from _walk(node.name)
    elif isinstance(node, c_ast.NamedInitializer):
        yield from _walk(node.expr)
    else:
        for _, child in node.children():
            yield from _walk(child)


@functools.lru_cache(maxsize=None)
def _found(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        tree, _ = parse_expression(" ".join(text.split()))
    except DeclarationError:
        return (), ()  # a fault of its own
    own = set(_declared(tree))
    words = dict.fromkeys(word for word in _walk(tree) if not HIDDEN.fullmatch(word[0]))
    return (
        tuple(name for name, is_called in words if not is_called and name not in own),
        tuple(name for name, is_called in words if is_called),
    )


def names(text: str) -> tuple[str, ...]:
    """What an expression names that has a value, in its order: no members, no functions."""
    return _found(text)[0]


def called(text: str) -> tuple[str, ...]:
    """The functions, and macros like them, that an expression calls by their names."""
    return _found(text)[1]


def call_of(text: str) -> str:
    """The function that the whole expression is a call of, or nothing."""
    try:
        tree, _ = parse_expression(" ".join(text.split()))
    except DeclarationError:
        return ""
    whole = isinstance(tree, c_ast.FuncCall) and isinstance(tree.name, c_ast.ID)
    return str(tree.name.name) if whole else ""


def calls_pointers(text: str) -> bool:
    """Whether an expression calls what a pointer leads to."""
    try:
        tree, _ = parse_expression(" ".join(text.split()))
    except DeclarationError:
        return False
    return _has_pointer_call(tree)


def _has_pointer_call(node: Any) -> bool:
    if isinstance(node, c_ast.FuncCall) and not isinstance(node.name, c_ast.ID):
        return True
    return any(_has_pointer_call(child) for _, child in node.children())


def reads_null(text: str, name: str, may_pass: bool) -> bool:
    """Whether an expression uses a pointer where it may be NULL; @may_pass: C that gets it may."""
    try:
        tree, _ = parse_expression(text)
    except DeclarationError:
        return False
    return _reads(tree, name, may_pass)


def _reads(node: Any, name: str, may_pass: bool) -> bool:
    if isinstance(node, c_ast.ID):
        return bool(node.name == name and not may_pass)
    if isinstance(node, c_ast.TernaryOp) and _tells(node.cond, name):
        parts = [node.iffalse] if _is(node.cond, name) else [node.cond, node.iffalse]
        return any(_reads(part, name, may_pass) for part in parts)
    if isinstance(node, c_ast.BinaryOp) and node.op == "&&" and _tells(node.left, name):
        return not _is(node.left, name) and _reads(node.left, name, may_pass)
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
    if getattr(node, "op", "") in ("&&", "||", "==", "!=", "!"):
        children = [child for child in children if not _is(child, name)]  # compared, not used
    return any(_reads(child, name, may_pass) for child in children)


def _tells(node: Any, name: str) -> bool:
    """Whether a condition holds for a pointer that is not NULL alone."""
    if isinstance(node, c_ast.BinaryOp) and node.op == "&&":
        return _tells(node.left, name) or _tells(node.right, name)
    return _is(node, name)


def _is(node: Any, name: str) -> bool:
    return isinstance(node, c_ast.ID) and node.name == name
