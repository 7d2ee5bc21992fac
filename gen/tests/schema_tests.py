# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The schema as editors use it: what they show about keys and values."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

import jsonschema

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
Outcome = tuple[str, list[str]]
Node = dict[str, Any]


def outcomes() -> Iterator[Outcome]:
    text = (TOP / "specs" / "schema.json").read_text(encoding="utf-8")
    schema: Node = json.loads(text)
    yield "schema: every key has a description", undescribed(schema)
    yield "schema: every value of an enum has a description", values(schema)
    yield "schema: every example is right", examples(schema)
    yield "schema: every definition is used", unused(schema, text)
    yield "schema: every spec names it", named()


def objects(node: Any, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every mapping in the schema that is a schema or has some."""
    if isinstance(node, dict):
        yield path, node
        for key, below in node.items():
            if key not in ("examples", "enum", "const", "default"):
                yield from objects(below, f"{path}/{key}")
    elif isinstance(node, list):
        for i, below in enumerate(node):
            yield from objects(below, f"{path}/{i}")


def target(schema: Node, node: Node) -> Node:
    """What a reference leads to; its own keys come before it."""
    if "$ref" not in node:
        return node
    found: Node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")]
    return {**found, **node}


def undescribed(schema: Node) -> list[str]:
    wrong = []
    count = 0
    for path, node in objects(schema):
        if path.endswith("/properties"):
            for key, below in node.items():
                count += 1
                if len(target(schema, below).get("description", "")) < 8:
                    wrong.append(f"{path}/{key}")
    return wrong or ([] if count > 50 else [f"only {count} keys were found"])


def values(schema: Node) -> list[str]:
    wrong = []
    for path, node in objects(schema):
        if path.endswith("/properties") or not isinstance(node.get("enum"), list):
            continue
        told = node.get("enumDescriptions", [])
        if len(told) != len(node["enum"]) or not all(len(text) > 4 for text in told):
            wrong.append(f"{path}: {len(node['enum'])} values, {len(told)} descriptions")
        if len(set(node["enum"])) != len(node["enum"]):
            wrong.append(f"{path}: a value twice")
    return wrong


def examples(schema: Node) -> list[str]:
    wrong = []
    count = 0
    for path, node in objects(schema):
        if path.endswith("/properties"):
            continue
        for example in node.get("examples", []):
            count += 1
            judge = jsonschema.Draft202012Validator({**node, "$defs": schema["$defs"]})
            wrong += [f"{path}: {error.message}" for error in judge.iter_errors(example)]
    return wrong or ([] if count else ["no example was found"])


def unused(schema: Node, text: str) -> list[str]:
    return [f"$defs/{n}" for n in schema["$defs"] if f'"#/$defs/{n}"' not in text]


def named() -> list[str]:
    """The line by which editors find it, with a path that leads to it."""
    wrong = []
    for path in sorted((TOP / "specs").rglob("*.yaml")):
        up = "../" * (len(path.relative_to(TOP / "specs").parts) - 1)
        line = f"# yaml-language-server: $schema={up}schema.json"
        if path.read_text(encoding="utf-8").split("\n")[1] != line:
            wrong.append(f"{path.name}: expected in line 2: {line}")
    return wrong
