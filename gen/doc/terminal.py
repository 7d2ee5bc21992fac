# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The page of a binding as text for the terminal."""

from __future__ import annotations

import textwrap

from .. import ir
from ..output.render import page_of
from . import markdown

COLUMNS = 100
GAP = 2
INDENT = 2
NARROW = 12  # a column is not made narrower, if it has as much
LAST = 30  # as wide the last one is at least, which has sentences


def terminal(binding: ir.Binding) -> str:
    parts = [_block(block) for block in markdown.parse(page_of(binding))]
    lines = "\n\n".join(parts).split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: markdown.Block) -> str:
    if isinstance(block, markdown.Heading):
        text = markdown.plain(block.spans)
        return f"{text}\n{('=', '-', '~')[min(block.level, 3) - 1] * len(text)}"
    if isinstance(block, markdown.Code):
        return textwrap.indent(block.text, "   ")
    if isinstance(block, markdown.Items):
        wrapped = [
            textwrap.fill(f"- {markdown.plain(item)}", COLUMNS, subsequent_indent="  ")
            for item in block.items
        ]
        return "\n".join(wrapped)
    if isinstance(block, markdown.Table):
        return _table(block)
    return textwrap.fill(
        markdown.plain(block.spans), COLUMNS, break_long_words=False, break_on_hyphens=False
    )


def _table(table: markdown.Table) -> str:
    rows = [list(table.head)]
    rows += [[markdown.plain(cell) for cell in row] for row in table.rows]
    widths = _widths(rows)
    lines = []
    for number, row in enumerate(rows):
        cells = [
            textwrap.wrap(cell, width, break_on_hyphens=False) for cell, width in zip(row, widths)
        ]
        for i in range(max(1, *map(len, cells))):
            texts = [cell[i] if i < len(cell) else "" for cell in cells]
            padded = (f"{text:<{width}}" for text, width in zip(texts, widths))
            lines.append(" " * INDENT + (" " * GAP).join(padded))
        if number == 0:
            lines.append(" " * INDENT + (" " * GAP).join("-" * width for width in widths))
    return "\n".join(lines)


def _widths(rows: list[list[str]]) -> list[int]:
    """Columns as wide as their texts; where that is too much the widest ones give way."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    room = COLUMNS - INDENT - GAP * (len(widths) - 1)
    last = min(widths[-1], LAST)
    while sum(widths[:-1]) + last > room and max(widths[:-1]) > NARROW:
        widths[widths.index(max(widths[:-1]))] -= 1
    widths[-1] = max(last, min(widths[-1], room - sum(widths[:-1])))
    return [max(1, width) for width in widths]
