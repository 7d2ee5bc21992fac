# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of specs: `ihl * 4 - 20`, over fields that were declared earlier."""

from __future__ import annotations

import ast
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}


class ExpressionError(ValueError):
    """Why an expression was not understood."""


@dataclass(frozen=True)
class Expression:
    text: str  # also valid C
    names: tuple[str, ...]  # fields it reads, in order of appearance
    value: int | None  # when it reads none


def parse(source: str | int) -> Expression:
    try:
        tree = ast.parse(str(source), mode="eval").body
    except (SyntaxError, ValueError):
        raise ExpressionError(
            f"'{source}' is not an expression of fields, numbers, + - *"
        ) from None
    names: list[str] = []
    text = _print(tree, names, 0)
    value = None if names else _evaluate(tree)
    return Expression(text, tuple(dict.fromkeys(names)), value)


def _print(node: ast.expr, names: list[str], outer: int) -> str:
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return str(node.value)
    if isinstance(node, ast.Name):
        names.append(node.id)
        return node.id
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        level = 2 if isinstance(node.op, ast.Mult) else 1
        left = _print(node.left, names, level)
        right = _print(node.right, names, level + 1)
        text = f"{left} {OPERATORS[type(node.op)]} {right}"
        return f"({text})" if level < outer else text
    raise ExpressionError(f"'{ast.unparse(node)}' may not be used: fields, numbers, + - * only")


def _evaluate(node: ast.expr) -> int:
    if isinstance(node, ast.Constant):
        return int(node.value)
    assert isinstance(node, ast.BinOp)
    left, right = _evaluate(node.left), _evaluate(node.right)
    if isinstance(node.op, ast.Add):
        return left + right
    return left - right if isinstance(node.op, ast.Sub) else left * right
