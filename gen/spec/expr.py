# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of specs: `ihl * 4 - 20` and `kind > 1 and not last`, over earlier fields."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from . import wording

OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}

LENGTH = 200  # characters of one

Range = tuple[int, int]


class ExpressionError(ValueError):
    """Why an expression was not understood."""


@dataclass(frozen=True)
class Expression:
    text: str  # also valid C
    names: tuple[str, ...]  # fields it reads, in order of appearance
    value: int | None  # when it reads none
    tree: ast.expr = field(compare=False, repr=False)

    def bounds(self, ranges: Mapping[str, Range]) -> Range:
        """The smallest and the largest value, and of what is computed on the way."""
        return _bounds(self.tree, ranges)

    def reach(self, ranges: Mapping[str, Range]) -> int:
        """The largest absolute value that occurs on the way to the result."""
        nodes = [node for node in ast.walk(self.tree) if isinstance(node, ast.expr)]
        ends = [end for node in nodes for end in _bounds(node, ranges)]
        return max(abs(end) for end in ends)

    def evaluate(self, values: Mapping[str, int]) -> int:
        return _bounds(self.tree, {name: (value, value) for name, value in values.items()})[0]


@dataclass(frozen=True)
class Test:
    """One comparison of a field; more values than one: it equals one of them."""

    name: str
    operator: str
    values: tuple[int | str, ...]  # a str names a constant of the field's enum
    truth: bool = False  # written as FIELD or `not FIELD`

    def holds(self, value: int) -> bool:
        numbers = [int(other) for other in self.values]
        if self.operator == "==":
            return value in numbers
        other = numbers[0]
        return {
            "!=": value != other,
            "<": value < other,
            "<=": value <= other,
            ">": value > other,
            ">=": value >= other,
        }[self.operator]

    def text(self, name: str) -> str:
        """The test in C, of a variable of that name."""
        if self.truth:
            return name if self.operator == "!=" else f"!{name}"
        return " || ".join(f"{name} {self.operator} {value}" for value in self.values)

    def negated(self, name: str) -> str:
        if self.truth:
            return f"!{name}" if self.operator == "!=" else name
        operator = OPPOSITE[self.operator]
        return " && ".join(f"{name} {operator} {value}" for value in self.values)


def _tree(source: str | int) -> ast.expr:
    """What Python makes of it, which like all that follows recurses."""
    if len(str(source)) > LENGTH:
        raise ExpressionError(wording.LONG_EXPRESSION.format(most=LENGTH))
    return ast.parse(str(source), mode="eval").body


def parse(source: str | int) -> Expression:
    try:
        tree = _tree(source)
    except ExpressionError:
        raise
    except (SyntaxError, ValueError):
        raise ExpressionError(wording.NOT_AN_EXPRESSION.format(source=source)) from None
    names: list[str] = []
    text = _print(tree, names, 0)
    value = None if names else _bounds(tree, {})[0]
    return Expression(text, tuple(dict.fromkeys(names)), value, tree)


def renamed(expression: Expression, name: Callable[[str], str]) -> str:
    """The text with other names for the fields."""
    tree = copy.deepcopy(expression.tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = name(node.id)
    return _print(tree, [], 0)


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
    raise ExpressionError(wording.NOT_IN_EXPRESSIONS.format(text=ast.unparse(node)))


def _bounds(node: ast.expr, ranges: Mapping[str, Range]) -> Range:
    if isinstance(node, ast.Constant):
        number = int(node.value)
        return number, number
    if isinstance(node, ast.Name):
        return ranges[node.id]
    assert isinstance(node, ast.BinOp)
    left, right = _bounds(node.left, ranges), _bounds(node.right, ranges)
    if isinstance(node.op, ast.Add):
        return left[0] + right[0], left[1] + right[1]
    if isinstance(node.op, ast.Sub):
        return left[0] - right[1], left[1] - right[0]
    corners = [a * b for a in left for b in right]
    return min(corners), max(corners)


# ---- conditions ----


def parse_condition(source: str | int) -> tuple[Test, ...]:
    """The tests of which all have to hold."""
    try:
        tree = _tree(source)
    except ExpressionError:
        raise
    except (SyntaxError, ValueError):
        raise ExpressionError(wording.NOT_A_CONDITION.format(text=source)) from None
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return tuple(_test(node) for node in tree.values)
    return (_test(tree),)


def _test(node: ast.expr) -> Test:
    if isinstance(node, ast.Name):
        return Test(node.id, "!=", (0,), truth=True)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        if isinstance(node.operand, ast.Name):
            return Test(node.operand.id, "==", (0,), truth=True)
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and isinstance(node.left, ast.Name):
        operator = COMPARISONS.get(type(node.ops[0]))
        value = node.comparators[0]
        if operator and isinstance(value, ast.Constant) and type(value.value) is int:
            return Test(node.left.id, operator, (value.value,))
        if operator and isinstance(value, ast.Name):
            return Test(node.left.id, operator, (value.id,))
    raise ExpressionError(wording.NOT_A_CONDITION.format(text=ast.unparse(node)))
