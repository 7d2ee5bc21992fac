# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reads the Markdown that page.md.j2 writes: what of it pages need, and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

from ..output.texts import anchor


@dataclass(frozen=True)
class Span:
    """Text of one kind in a line."""

    text: str
    code: bool = False
    target: str = ""  # of a link


@dataclass(frozen=True)
class Heading:
    level: int
    spans: tuple[Span, ...]
    anchor: str
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    spans: tuple[Span, ...]
    kind: str = "paragraph"


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[tuple[Span, ...], ...]
    kind: str = "items"


@dataclass(frozen=True)
class Table:
    """A table, without columns in which nothing stands."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    kind: str = "table"


@dataclass(frozen=True)
class Code:
    """Fenced lines."""

    language: str
    name: str  # what follows the language
    text: str
    kind: str = "code"


Block = Union[Heading, Paragraph, Items, Table, Code]

MARKS = ("```", "#")
INLINE = re.compile(r"`([^`]+)`|\[((?:[^\]`]|`[^`]+`)+)\]\(([^)\s]+)\)")


def spans(text: str) -> tuple[Span, ...]:
    """Text, `code` and [links](target)."""
    out = []
    at = 0
    for match in INLINE.finditer(text):
        if match.start() > at:
            out.append(Span(text[at : match.start()]))
        code, label, target = match.groups()
        if code is not None:
            out.append(Span(code, code=True))
        else:
            out.append(Span(label.strip("`"), code=label.startswith("`"), target=target))
        at = match.end()
    if at < len(text):
        out.append(Span(text[at:]))
    return tuple(out)


def plain(parts: tuple[Span, ...]) -> str:
    return "".join(span.text for span in parts)



def parse(text: str) -> list[Block]:
    blocks: list[Block] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or line.startswith("<!--"):
            at += 1
        elif line.startswith("```"):
            end = lines.index("```", at + 1)
            language, _, name = line[3:].partition(" ")
            blocks.append(Code(language, name, "\n".join(lines[at + 1 : end])))
            at = end + 1
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            parts = spans(line[level:].strip())
            blocks.append(Heading(level, parts, anchor(plain(parts))))
            at += 1
        else:
            end = at
            while end < len(lines) and lines[end].strip() and not lines[end].startswith(MARKS):
                end += 1
            blocks.append(_lines(lines[at:end]))
            at = end
    return blocks


def _lines(lines: list[str]) -> Block:
    if lines[0].startswith("|"):
        head, _, *rows = [_cells(line) for line in lines]
        used = [i for i in range(len(head)) if any(row[i] for row in rows)]
        return Table(
            tuple(head[i] for i in used),
            tuple(tuple(spans(row[i]) for i in used) for row in rows),
        )
    if lines[0].startswith("- "):
        return Items(tuple(spans(line[2:]) for line in lines))
    return Paragraph(spans(" ".join(line.strip() for line in lines)))


def _cells(line: str) -> list[str]:
    """Cells of a row; a bar that belongs to the text has a backslash."""
    parts = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [part.strip().replace("\\|", "|") for part in parts]
