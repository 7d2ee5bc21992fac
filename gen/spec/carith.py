# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of C as parts of generated C: as operands, and with arithmetic that does not wrap."""

from __future__ import annotations

import functools
import re
from typing import Any, cast

from pycparser import c_ast, c_generator

from .cdecl import DeclarationError
from .ctree import parse_expression

# One name, number or member; nothing around it reaches into it.
WORD = re.compile(r"-?\w+|\w+((->|\.)\w+)+")
NAME = re.compile(r"\b[A-Za-z_]")
# Functions of luadata/glue.h for operators whose result may leave the range of their operands.
FUNCTIONS = {"+": "add", "-": "sub", "*": "mul", "<<": "shl"}


def operand(text: str) -> str:
    """An expression between operators of generated C: in parentheses where it needs them."""
    return text if WORD.fullmatch(text) or _closed(text) else f"({text})"


def _closed(text: str) -> bool:
    """Whether a text is a call, or in parentheses, from its beginning to its end."""
    opening = re.match(r"\w*\(", text)
    if not opening or not text.endswith(")") or re.search("[\"']", text):
        return False
    depth = 1
    for character in text[opening.end() : -1]:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return False
    return True


@functools.lru_cache(maxsize=None)
def wide(text: str, pointers: tuple[str, ...] = ()) -> str:
    """The same with sums, differences and products in 64 bits that end where the range ends.

    @pointers are names to which nothing is added like that.
    """
    try:
        tree, restore = parse_expression(text)
    except DeclarationError:
        return text  # a fault, which who checks expressions finds
    changed = _Wide(pointers)
    out = cast(str, changed.visit(tree))
    return restore(out) if changed.used else text


class _Wide(c_generator.CGenerator):  # type: ignore[misc]
    def __init__(self, pointers: tuple[str, ...]) -> None:
        super().__init__(reduce_parentheses=True)
        self.pointers = pointers
        self.used = False

    def visit_BinaryOp(self, n: Any) -> str:
        left, right = self.visit(n.left), self.visit(n.right)
        if n.op not in FUNCTIONS or not NAME.search(f"{left} {right}") or self._is_pointer(n):
            return cast(str, super().visit_BinaryOp(n))
        return self._call(FUNCTIONS[n.op], left, right)

    def visit_UnaryOp(self, n: Any) -> str:
        if n.op == "sizeof":
            return cast(str, c_generator.CGenerator().visit(n))
        if n.op == "-" and not isinstance(n.expr, c_ast.Constant):
            return self._call("sub", "0", self.visit(n.expr))
        return cast(str, super().visit_UnaryOp(n))

    def _call(self, name: str, left: str, right: str) -> str:
        self.used = True
        return f"luadata_{name}({left}, {right})"

    def _is_pointer(self, node: Any) -> bool:
        if isinstance(node, c_ast.Cast):
            return isinstance(node.to_type.type, c_ast.PtrDecl)
        if isinstance(node, c_ast.BinaryOp) and node.op in ("+", "-"):
            return self._is_pointer(node.left) or self._is_pointer(node.right)
        if isinstance(node, c_ast.UnaryOp):
            return bool(node.op == "&")
        return isinstance(node, c_ast.ID) and node.name in self.pointers
