# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of C in specs: each is one expression, and names what C has where it lands."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from .cdecl import DeclarationError, parse_expression
from .load import Mapping, Node, Scalar
from .names import C_WORDS
from .scope import Entry, Scope

# Keys that are expressions of C, wherever a binding of the kernel has them.
KEYS = ("below", "min", "max", "value", "when", "count", "call", "check", "size") + (
    "take", "drop", "true", "false", "absent", "units",
)  # fmt: skip
MEMBER = re.compile(r"(->|\.)\s*object\b")
# A name that stands for a value: no member, no function, no type after struct.
VALUE = re.compile(r"(?<![\w.>])(?<!struct )(?<!union )(?<!enum )([a-z_]\w*)(?!\w)(?!\s*\()")


@functools.lru_cache(maxsize=None)
def why_not(text: str) -> str:
    """Why a text is no expression of C, or nothing."""
    try:
        parse_expression(text)
    except DeclarationError as error:
        return str(error)
    return ""


def check_expressions(scope: Scope) -> None:
    for key in ("constants", "enums", "locks", "layouts", "functions", "callbacks"):
        node = scope.root.node.items.get(key)
        if isinstance(node, Mapping):
            _walk(scope, node, key, key == "constants")


def _walk(scope: Scope, node: Mapping, path: str, values: bool) -> None:
    for key, below in node.items.items():
        at = f"{path}.{key}"
        if isinstance(below, Mapping):
            _walk(scope, below, at, key == "constants")
        elif values or key in KEYS or (key == "default" and ".attach." in at):
            why = why_not(_text(below))
            if not why and key in ("take", "drop") and MEMBER.search(_text(below)):
                why = "a member called 'object' would be taken for the object"
            if why:
                scope.faults.add(below.mark, at, why)


def _text(node: Node) -> str:
    """An expression on one line; numbers are right."""
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return " ".join(node.value.split())
    return "0"


def check_object(entry: Entry, key: str, fields: Iterable[str]) -> None:
    """What decides about a field is read from the object, or is a number or a constant."""
    if key not in entry or isinstance(entry.get(key), int):
        return
    text = entry.text(key)
    names = [name for name in VALUE.findall(text) if name not in C_WORDS and name != "object"]
    for name in names:
        if name in fields:
            entry.fault(key, f"'{name}' is no name of C here: object->{name}")
            return
    if names and not re.search(r"\bobject\b", text):
        entry.fault(key, "does not read the object, and is no constant")
