# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Decisions that a spec leaves open: the value TODO, and comments that begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .faults import Faults, Mark
from .load import Mapping, Node, Scalar, Sequence

TODO = "TODO"
COMMENT = re.compile(r"(?:^|(?<=\s))#\s*TODO:?\s*(.*)$")

# What may be written, by the key whose value is left open.
HINTS = {
    "access": "ro, or rw where scripts may write",
    "borrowed": "why it stays while the script has it",
    "bytes": "the parameter that gets the length, or how many bytes",
    "context": "any, process, or sleepable when it may sleep",
    "count": "a C expression: how many elements are in use",
    "consumes": "true when the function takes the reference; else promises: [not consumed]",
    "doc": "what it is, for people",
    "fill": "the parameter that gets the length",
    "headers": "the kernel headers that declare it",
    "inside": "the callback, or leave it out",
    "limit": "the most that there may be",
    "lock": "one of locks, or leave it out",
    "lookup": "the C function that finds it",
    "nullable": "true when it can be NULL, or false",
    "out": "single (the function writes one, no array), or bytes (as many as size says)",
    "promises": "what C does: single, no count, not kept, not consumed",
    "release": 'the function that gives it back; or copy: true; or borrowed: "why it stays"',
    "returns": "errno, or what the value means",
    "when": "a C condition over object: when it is this one of the union",
}
# What is checked beside an open decision as if there were none.
SOFT = ("doc", "unit", "reference", "example")

Path = tuple[str, ...]


def settle(tree: Mapping, text: str, faults: Faults) -> tuple[list[Path], list[Path]]:
    """Reports what is left open; where that is, and what of it cannot be resolved."""
    at: list[Path] = []
    gone: list[Path] = []
    if TODO not in text:
        return at, gone
    for path, shown, node in _open(tree, (), ""):
        key = next((step for step in reversed(path) if not step.isdigit()), "")
        faults.todo(node.mark, shown, f"TODO: {HINTS.get(key, 'decide')}")
        at.append(path)
        if key not in SOFT:
            gone.append(path)
    for mark, words in _comments(text, tree.mark.file):
        faults.todo(mark, _around(tree, mark), f"TODO: {words or 'decide'}")
    return at, gone


def _open(node: Node, path: Path, shown: str) -> Iterator[tuple[Path, str, Scalar]]:
    if isinstance(node, Mapping):
        for key, below in node.items.items():
            yield from _open(below, (*path, key), f"{shown}.{key}" if shown else key)
    elif isinstance(node, Sequence):
        for i, below in enumerate(node.items):
            yield from _open(below, (*path, str(i)), f"{shown}[{i}]")
    elif node.value == TODO:
        yield path, shown, node


def _comments(text: str, file: str) -> Iterator[tuple[Mark, str]]:
    """Comments with TODO; what only looks like one inside a text is none."""
    lines = text.split("\n")
    spans: list[tuple[tuple[int, int], tuple[int, int]]] | None = None
    for number, line in enumerate(lines):
        match = COMMENT.search(line)
        if not match:
            continue
        if spans is None:
            spans = [
                ((t.start_mark.line, t.start_mark.column), (t.end_mark.line, t.end_mark.column))
                for t in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
                if isinstance(t, yaml.ScalarToken)
            ]
        place = (number, match.start())
        if not any(start <= place < end for start, end in spans):
            yield Mark(file, number + 1, match.start() + 1), match[1].strip()


def _around(tree: Mapping, mark: Mark) -> str:
    """What a comment is about: the entry that begins in its line, else the one that it is in."""
    here = above = ""
    entries = sorted(_entries(tree, ""), key=lambda entry: (entry[0].line, entry[0].column))
    for key, path in entries:
        if key.line == mark.line and not here:
            here = path
        if key.line < mark.line and key.column < mark.column:
            above = path
        if key.line < mark.line and key.column == mark.column:
            above = path.rpartition(".")[0]
    return here or above


def _entries(node: Node, path: str) -> Iterator[tuple[Mark, str]]:
    if isinstance(node, Mapping):
        for key, below in node.items.items():
            shown = f"{path}.{key}" if path else key
            yield node.keys[key], shown
            yield from _entries(below, shown)
    elif isinstance(node, Sequence):
        for below in node.items:
            yield from _entries(below, path)
