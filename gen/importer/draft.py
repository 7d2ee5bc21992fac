# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""A first spec, before it is text: what an import found, with TODO where the author decides."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from ..output.templates import environment
from ..spec.todo import TODO

Pairs = tuple[tuple[str, str], ...]

PLAIN = re.compile(r"^[A-Za-z_][A-Za-z0-9_ *./<=>&()-]*$|^-?[0-9]+$")
# What YAML 1.1 or 1.2 takes for something else than text.
WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")


@dataclass(frozen=True)
class Line:
    """One entry of a mapping, as `name: {key: value, …}  # comment`."""

    name: str
    pairs: Pairs
    comment: str = ""


@dataclass(frozen=True)
class EnumDraft:
    name: str
    c: str
    prefix: str
    constants: Pairs  # name, constant of C


@dataclass(frozen=True)
class LayoutDraft:
    name: str
    c: str
    fields: tuple[Line, ...]  # none: an opaque handle


@dataclass(frozen=True)
class FunctionDraft:
    name: str
    c: str
    args: tuple[Line, ...]
    returns: Pairs
    result: str  # returns, as a word: errno, TODO
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    what: str
    why: str


@dataclass
class Draft:
    name: str
    source: str
    headers: list[str] = field(default_factory=list)
    enums: dict[str, EnumDraft] = field(default_factory=dict)
    layouts: dict[str, LayoutDraft] = field(default_factory=dict)
    functions: dict[str, FunctionDraft] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave(self, what: str, why: str) -> None:
        self.left_out.append(LeftOut(what, why))


def text(draft: Draft, schema: str) -> str:
    """The spec."""
    env = environment()
    env.filters["value"] = value
    env.filters["width"] = width
    made = env.get_template("spec.yaml.j2").render(d=draft, schema=schema, todo=TODO)
    return "\n".join(line.rstrip() for line in made.rstrip("\n").split("\n")) + "\n"


def width(lines: tuple[Line, ...]) -> int:
    """Of the names with their colons."""
    return max((len(value(line.name)) for line in lines), default=0) + 1


def value(word: str) -> str:
    """A value of YAML, in quotes where it needs them."""
    if word == "true" or (PLAIN.match(word) and word.lower() not in WORDS):
        return word
    return json.dumps(word, ensure_ascii=False)


def todo(key: str) -> tuple[str, str]:
    return key, TODO
