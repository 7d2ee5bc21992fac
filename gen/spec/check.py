# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Check: a tree against the language (specs/schema.json), every fault with its place."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import jsonschema

from . import wording
from .faults import Fault, Faults, meant, nearest
from .load import Mapping, Node, Scalar, Sequence, plain
from .todo import settle
from .words import now

COLLECTIONS = ("fields", "virtual", "records", "enums", "layouts", "functions", "callbacks")


@dataclass(frozen=True)
class Checked:
    """A tree of which only right nodes are left, and the names of those that were not.

    A node with a misspelt name counts as both: what is not there may be what was meant.
    """

    tree: Mapping
    dropped: frozenset[str]


class Language:
    """The schema, read once."""

    def __init__(self, path: pathlib.Path) -> None:
        self.schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self._validator = jsonschema.Draft202012Validator(self.schema)

    def check(self, tree: Mapping, text: str, faults: Faults) -> Checked:
        """What of the tree is of the language: that can be resolved, for faults of its own."""
        left, gone = settle(tree, text, faults)
        bad = [path if path[-1] == "access" else _whole(list(path)) for path in gone]
        refused = {fault.mark for fault in faults.sorted()}  # by loading
        errors = list(self._validator.iter_errors(plain(tree)))
        misspelt = {key for error in errors for key in _misspelt(error)}
        for error in errors:
            if _of_todo(error, left):
                continue
            bad += _culprits(error)
            for fault in _faults_of(error, tree, frozenset(misspelt)):
                # What loading refused is not of the right kind either.
                if fault.mark not in refused:
                    faults.add(fault.mark, fault.path, fault.message)
        names = frozenset(path[-1] for path in (*bad, *misspelt))
        return Checked(prune(tree, frozenset(bad)), names)


def _of_todo(error: Any, left: list[tuple[str, ...]]) -> bool:
    """Whether only a decision left open is not as the schema wants it."""
    path = tuple(str(step) for step in error.absolute_path)
    if path in left:
        return True
    either = error.validator in ("anyOf", "oneOf", "if", "not")
    return either and any(at[: len(path)] == path for at in left)


def _misspelt(error: Any) -> set[tuple[str, ...]]:
    """Paths of the keys that unknown ones were meant to be."""
    if error.validator != "additionalProperties":
        return set()
    path = [str(step) for step in error.absolute_path]
    known = error.schema.get("properties", {})
    words = (_word_for((*path, key), known) for key in error.instance if key not in known)
    return {(*path, word) for word in words if word}


def _word_for(path: tuple[str, ...], known: Iterable[str]) -> str:
    """The key that an unknown one was meant to be, or that took its place."""
    old = now(".".join(path))
    return old[0] if old else meant(path[-1], known)


def _culprits(error: Any) -> list[tuple[str, ...]]:
    """Paths of what cannot be resolved because of a fault: one field, one function, one key."""
    path = [str(step) for step in error.absolute_path]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        return [_whole([*path, key]) for key in error.instance if key not in known]
    if "propertyNames" in error.relative_schema_path:
        return [_whole([*path, str(error.instance)])]
    return [_whole(path)] if path else []


def _whole(path: list[str]) -> tuple[str, ...]:
    if path[0] in ("layouts", "records") and len(path) > 3 and path[2] in ("fields", "virtual"):
        return tuple(path[:4])
    return tuple(path[:2]) if path[0] in COLLECTIONS else tuple(path[:1])


def prune(tree: Mapping, bad: frozenset[tuple[str, ...]], path: tuple[str, ...] = ()) -> Mapping:
    """The tree without the nodes at the given paths."""
    items: dict[str, Node] = {}
    for key, node in tree.items.items():
        below = (*path, key)
        if below not in bad:
            items[key] = prune(node, bad, below) if isinstance(node, Mapping) else node
    return Mapping(items, {key: tree.keys[key] for key in items}, tree.mark)


def _descend(tree: Mapping, path: list[Any]) -> tuple[Node, str]:
    node: Node = tree
    text = ""
    for step in path:
        if isinstance(node, Mapping):
            node = node.items[step]
            text = f"{text}.{step}" if text else str(step)
        elif isinstance(node, Sequence):
            node = node.items[step]
            text = f"{text}[{step}]"
    return node, text


def _faults_of(error: Any, tree: Mapping, misspelt: frozenset[tuple[str, ...]]) -> list[Fault]:
    node, path = _descend(tree, list(error.absolute_path))
    keyword = cast(str, error.validator)
    if "propertyNames" in error.relative_schema_path:
        return [_bad_name(error, node, path)]
    if keyword == "additionalProperties":
        return _unknown_keys(error, node, path)
    if keyword == "required":
        missing = _missing(error, misspelt)
        return [Fault(node.mark, path, wording.MISSING.format(key=key)) for key in missing]
    if keyword == "dependentRequired":
        if not _missing(error, misspelt):
            return []
        key = next(key for key in error.validator_value if key in error.instance)
        others = " and ".join(f"'{other}'" for other in error.validator_value[key])
        return [Fault(node.mark, path, wording.GO_TOGETHER.format(key=key, others=others))]
    old = now(f"{path}={json.dumps(error.instance)}") if keyword in ("const", "enum") else None
    return [Fault(node.mark, path, old[1] if old else _message(keyword, error))]


def _missing(error: Any, misspelt: frozenset[tuple[str, ...]]) -> list[str]:
    """Keys that are not there: of one that is misspelt, the fault at the wrong word is enough."""
    path = [str(step) for step in error.absolute_path]
    absent = [key for key in error.validator_value if key not in error.instance]
    return [key for key in absent if (*path, key) not in misspelt]


def _unknown_keys(error: Any, node: Node, path: str) -> list[Fault]:
    known = error.schema.get("properties", {})
    assert isinstance(node, Mapping)
    out = []
    for key, mark in node.keys.items():
        if key not in known:
            below = f"{path}.{key}" if path else key
            old = now(below)
            hint = nearest(key, known) or _cut_text(node.items[key])
            out.append(Fault(mark, below, old[1] if old else wording.UNKNOWN_KEY.format(hint=hint)))
    return out


def _cut_text(value: Node) -> str:
    """A key without a value, in braces, is mostly the rest of a text with a comma."""
    bare = isinstance(value, Scalar) and value.value is None
    return wording.HINT_COMMA if bare else ""


def _bad_name(error: Any, node: Node, path: str) -> Fault:
    name = str(error.instance)
    assert isinstance(node, Mapping)
    mark = node.keys.get(name, node.mark)
    below = f"{path}.{name}" if path else name
    if error.validator == "maxLength":
        return Fault(mark, below, wording.LONG_NAME.format(most=error.validator_value))
    return Fault(mark, below, wording.NOT_A_NAME)


def _message(keyword: str, error: Any) -> str:
    value, wanted = error.instance, error.validator_value
    if keyword == "type":
        kinds = [wanted] if isinstance(wanted, str) else wanted
        got = wording.KINDS["null" if value is None else _kind(value)]
        return wording.OTHER_KIND.format(
            wanted=" or ".join(wording.KINDS[kind] for kind in kinds), got=got
        )
    if keyword == "enum":
        words = [str(word) for word in wanted]
        got = value if isinstance(value, str) else json.dumps(value)
        hint = nearest(got, words)
        return wording.NOT_ONE_OF.format(got=got, words=", ".join(words), hint=hint)
    if keyword == "const":
        return wording.CAN_ONLY_BE.format(value=json.dumps(wanted))
    if keyword == "pattern":
        return wording.OTHER_FORM.format(value=value, form=_meant(error.schema))
    if keyword in ("minimum", "maximum"):
        bound = wording.AT_LEAST if keyword == "minimum" else wording.NO_MORE_THAN
        return wording.OUT_OF_BOUNDS.format(value=value, bound=bound, number=wanted)
    if keyword in ("minProperties", "minItems", "minLength"):
        return wording.IS_EMPTY
    return str(error.message)


def _meant(schema: dict[str, Any]) -> str:
    """What a pattern asks for, from the schema's own words where they fit."""
    if schema["pattern"] == "^errno$":
        return wording.ERRNO_OR_MAPPING
    return wording.OF_FORM.format(pattern=schema["pattern"])


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, str):
        return "string"
    if isinstance(value, list):
        return "array"
    return "object"
