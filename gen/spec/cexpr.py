# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Expressions of C in specs: each is one expression, and names what C has where it lands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import wording
from .cdecl import DeclarationError
from .ctree import called, calls_pointers, names, parse_expression
from .load import Mapping, Node, Scalar
from .scope import Entry, Scope

# Keys that are expressions of C, wherever a binding of the kernel has them.
KEYS = ("min", "max", "value", "when", "count", "call", "check", "size") + (
    "acquire", "release", "true", "false", "absent",
)  # fmt: skip
MEMBER = re.compile(r"(->|\.)\s*object\b")
# Those that are there to do something.
DOES = ("call", "acquire", "release")
# Functions that change something, by the first or the last word of their names.
CHANGES = re.compile(
    r"[a-z]*(put|free)|release|unref|destroy|close|(un)?register|del|delete|remove|detach|attach"
    r"|(un)?lock|trylock|hold|grab|inc|dec|set|clear|xchg|cmpxchg|write|store|insert|queue|enqueue"
    r"|dequeue|wake|kill|start|stop|(en|dis)able|reset|init|alloc|create|mem(cpy|set|move)|commit"
)
# Functions that do, whatever these words are.
CHANGING = re.compile(
    r"atomic\w*_(add|sub|and|or|xor|inc|dec|set|xchg|cmpxchg)(_\w+)?|test_and_\w+|swap"
    r"|h?list_\w*(add|move|splice|rotate|cut|replace)\w*|(str[ln]?|strs|mem)cpy\w*|v?s[cn]*printf"
    r"|bug(_on)?|panic|copy_(to|from)_user\w*"
)
# Words by which such a name only asks.
ASKS = re.compile(r"is|has|was|test|can|may|should|nr|num|count|size|read")


def _does(name: str) -> bool:
    """Whether a function of that name does more than tell something."""
    name = name.strip("_").lower()
    words = name.split("_")
    changes = any(CHANGES.fullmatch(word) for word in (words[0], words[-1]))
    asks = any(ASKS.fullmatch(word) for word in words)
    return bool(CHANGING.fullmatch(name)) or (changes and not asks)


def why_not(text: str, does: bool = False) -> str:
    """Why a text is no expression of C, or nothing; @does: one that may change something."""
    try:
        parse_expression(text)
    except DeclarationError as error:
        return str(error)
    if does:
        return ""
    for name in called(text):
        if _does(name):
            return wording.CHANGES_SOMETHING.format(name=name)
    if calls_pointers(text):
        return wording.CALLS_POINTER
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
            _walk(scope, below, at, key == "constants" and path.startswith("enums."))
        elif values or key in KEYS or (key == "default" and ".attach." in at):
            why = why_not(_text(below), key in DOES)
            if not why and key in ("acquire", "release") and MEMBER.search(_text(below)):
                why = wording.MEMBER_CALLED_OBJECT
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
    named = [name for name in names(text) if re.match("[a-z_]", name) and name != "object"]
    for name in named:
        if name in fields:
            entry.fault(key, wording.NO_NAME_OF_C, name=name)
            return
    if named and "object" not in names(text):
        entry.fault(key, wording.NOT_OF_OBJECT)
