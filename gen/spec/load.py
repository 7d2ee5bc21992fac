# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Load: YAML text becomes a tree in which every node knows its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Union

import yaml

from . import wording
from .faults import Faults, Mark

# YAML 1.1 calls these booleans, YAML 1.2 calls them strings: specs have to say which.
AMBIGUOUS = re.compile(r"^(y|n|yes|no|on|off)$", re.IGNORECASE)
INTEGER = re.compile(r"^-?(0|[1-9][0-9]*|0x[0-9a-fA-F]+)$")
QUOTED = ("'", '"', "|", ">")  # styles of scalars that are text whatever they look like
DEPTH = 40  # of collections in each other; specs have 12
DIGITS = 40  # of a number: more than 64 bits have, so that range checks say the rest
# What no text in a program or on a page may have; ends of lines and tabs are shown as they are.
CONTROL = re.compile(r"[^\t\n -~\u00a0-\U0010ffff]")


@dataclass(frozen=True)
class Scalar:
    value: Union[str, int, bool, None]
    mark: Mark
    quoted: bool = False  # the text begins one column later


@dataclass(frozen=True)
class Sequence:
    items: tuple["Node", ...]
    mark: Mark


@dataclass(frozen=True)
class Mapping:
    items: dict[str, "Node"]
    keys: dict[str, Mark]
    mark: Mark


Node = Union[Scalar, Sequence, Mapping]


def load(text: str, file: str, faults: Faults) -> Mapping | None:
    """The tree of one spec, or None when it is not YAML or not a mapping."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if not _is_plain(text, file, loader, faults):
            return None
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        mark = Mark(file, at.line + 1, at.column + 1) if at else Mark(file, 1, 1)
        problem = error.problem or str(error)
        faults.add(mark, "", wording.NOT_YAML, problem=problem, hint=_hint(problem))
        return None
    except yaml.YAMLError as error:
        faults.add(
            Mark(file, 1, 1), "", wording.NOT_YAML_AT_ALL, problem=str(error).splitlines()[0]
        )
        return None
    if root is None:
        faults.add(Mark(file, 1, 1), "", wording.EMPTY_SPEC)
        return None
    tree = _convert(root, file, "", faults)
    if not isinstance(tree, Mapping):
        faults.add(tree.mark, "", wording.NO_MAPPING)
        return None
    return tree


def _is_plain(text: str, file: str, loader: Any, faults: Faults) -> bool:
    """Whether it is a tree, and not too deep a one: composing it and all that follows recurse."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        fault = ""
        if isinstance(event, yaml.AliasEvent):
            fault = wording.ALIAS.format(anchor=event.anchor)
        elif getattr(event, "tag", None):
            fault = wording.TAG.format(tag=event.tag)
        elif depth > DEPTH:
            fault = wording.TOO_DEEP.format(most=DEPTH)
        if fault:
            mark = Mark(file, event.start_mark.line + 1, event.start_mark.column + 1)
            faults.add(mark, "", fault)
            return False
    return True


def _hint(problem: str) -> str:
    if problem.endswith("',' or '}'") or problem.startswith("mapping values"):
        return wording.HINT_QUOTES
    return wording.HINT_TABS if "cannot start any token" in problem else ""


def _convert(node: yaml.Node, file: str, path: str, faults: Faults) -> Node:
    mark = Mark(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, mark, path, faults)
    if isinstance(node, yaml.SequenceNode):
        items = (_convert(item, file, f"{path}[{i}]", faults) for i, item in enumerate(node.value))
        return Sequence(tuple(items), mark)
    assert isinstance(node, yaml.ScalarNode)
    return Scalar(_scalar(node, mark, path, faults), mark, node.style in ("'", '"'))


def _mapping(node: yaml.MappingNode, mark: Mark, path: str, faults: Faults) -> Mapping:
    items: dict[str, Node] = {}
    keys: dict[str, Mark] = {}
    for key_node, value_node in node.value:
        at = Mark(mark.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            faults.add(at, path, wording.KEY_IS_NO_WORD)
            continue
        key = key_node.value
        below = f"{path}.{key}" if path else key
        if key_node.style not in QUOTED and AMBIGUOUS.match(key):
            faults.add(at, below, wording.QUOTE_KEY, key_=key)
        if key in items:
            faults.add(at, below, wording.DUPLICATE_KEY, line=keys[key].line)
            continue
        keys[key] = at
        items[key] = _convert(value_node, mark.file, below, faults)
    return Mapping(items, keys, mark)


def _scalar(
    node: yaml.ScalarNode, mark: Mark, path: str, faults: Faults
) -> Union[str, int, bool, None]:
    text: str = node.value
    control = CONTROL.search(text)
    if control:
        faults.add(mark, path, wording.CONTROL_CHARACTER, code=ord(control[0]))
    if node.style in QUOTED:
        return text
    if AMBIGUOUS.match(text):
        faults.add(mark, path, wording.QUOTE_TEXT, text=text)
        return text
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "~", "null"):
        return None
    if INTEGER.match(text) and len(text) > DIGITS:
        faults.add(mark, path, wording.TOO_MANY_DIGITS, number=len(text))
    elif INTEGER.match(text):
        return int(text, 0)
    return text


def plain(node: Node) -> object:
    """The tree without its marks, as JSON Schema wants it."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value
