# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Bit diagrams in ASCII."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from .diagram import Cell, Diagram, Grid, grid

VERTICAL = 4  # letters of a name that stands in a column of one bit
LINES = 3  # of a name that is broken at its underscores


class Note(str):
    """A line of what is said about a cell, below its name."""


def text(diagram: Diagram, width: int = 32) -> str:
    """The diagram, and below it what its abbreviations mean."""
    bits = grid(diagram, width)
    labels, legend = labels_of(bits, lambda count: 2 * count - 1)
    out = _ruler(width)
    for row in range(len(bits.rows)):
        out.append(_border(bits, row, labels))
        out += _row(bits, row, labels)
    out.append(_border(bits, len(bits.rows), labels))
    out += [f" {term}: {meaning}" for term, meaning in legend]
    return "\n".join(line.rstrip() for line in out)


def _ruler(width: int) -> list[str]:
    tens = "".join(f" {i // 10 if i % 10 == 0 else ' '}" for i in range(width))
    return [tens, "".join(f" {i % 10}" for i in range(width))]


# ---- what stands in a cell ----

Labels = dict[tuple[int, int], list[str]]  # cell and row, or cell and -1 - row for a border


def labels_of(
    bits: Grid, room: Callable[[int], int], upright: int = 0
) -> tuple[Labels, list[tuple[str, str]]]:
    """What stands where, and what abbreviations mean. Room: letters that fit into so many bits;
    upright: letters of a name that can stand in one bit, turned; 0: one below the other."""
    labels: Labels = {}
    legend: list[tuple[str, str]] = []
    for index, cell in enumerate(bits.cells):
        spans = bits.spans(index)
        row, _, count = max(spans, key=lambda span: span[2])
        full = [span for span in spans if span[2] == count]
        lines, short = _fit(cell, count, room(count), upright, [key for key, _ in legend])
        if short:
            legend.append((short, cell.name))
        if cell.note and not any(isinstance(line, Note) for line in lines):
            legend.append((cell.name, cell.note))
        middle = full[len(full) // 2]
        alone = len(lines) == 1 or upright
        if len(full) % 2 == 0 and alone and full[len(full) // 2 - 1][1] == middle[1]:
            # Between two rows, where the line that parts other fields would be.
            labels[index, -1 - middle[0]] = lines
        else:
            labels[index, middle[0] if len(full) % 2 else row] = lines
    return labels, legend


def _fit(
    cell: Cell, count: int, room: int, upright: int, taken: list[str]
) -> tuple[list[str], str]:
    """The lines that stand for a cell, and the abbreviation among them that needs a legend."""
    name = f"[{cell.name}]" if cell.optional else cell.name
    note = [Note(line) for line in textwrap.wrap(cell.note, max(room, 1))]
    note = note if len(note) <= LINES and all(len(line) <= room for line in note) else []
    if len(name) <= room:
        return [name, *note], ""
    if count == 1 and len(cell.name) <= (upright or VERTICAL):
        return _standing(cell.name, upright), ""
    lines = _broken(cell.name, room)
    if lines:
        return lines, ""
    short = cell.name[0] + "".join(c for c in cell.name[1:] if c not in "aeiou_")
    if short not in taken and len(short) <= ((upright or VERTICAL) if count == 1 else room):
        return (_standing(short, upright) if count == 1 else [short]), short
    letters = [c for c in cell.name.upper() if c.isalpha()]
    letters += [chr(c) for c in range(ord("A"), ord("Z") + 1)]
    letter = next((c for c in letters if c not in taken), "?")
    return [letter], letter


def _standing(name: str, upright: int) -> list[str]:
    return [name] if upright else list(name)


def _broken(name: str, room: int) -> list[str]:
    """The name in lines that end at its underscores, or nothing."""
    lines = [""]
    for word in name.replace("_", "_ ").split():
        if len(lines[-1]) + len(word) > room:
            lines.append("")
        lines[-1] += word
    fits = len(lines) <= LINES and all(0 < len(line) <= room for line in lines)
    return lines if fits else []


# ---- lines ----


def _border(bits: Grid, row: int, labels: Labels) -> str:
    """The line above a row: dashes where the owner changes."""
    out = []
    for bit in range(bits.width + 1):
        out.append(_corner(bits, row, bit))
        if bit < bits.width:
            out.append("-" if _parted(bits, row, bit) else " ")
    for (cell, place), lines in labels.items():
        if place == -1 - row:
            first, count = next((f, n) for r, f, n in bits.spans(cell) if r == row)
            out[2 * first + 1 : 2 * (first + count)] = lines[0].center(2 * count - 1)
    return "".join(out)


def _parted(bits: Grid, row: int, bit: int) -> bool:
    return bits.at(row - 1, bit) != bits.at(row, bit)


def _corner(bits: Grid, row: int, bit: int) -> str:
    if _parted(bits, row, bit - 1) or _parted(bits, row, bit):
        return "+"
    edges = [_edge(bits, r, bit) for r in (row - 1, row)]
    if "/" in edges:
        return "/"
    return "+" if edges[0] == "|" and edges[1] == "|" else " "


def _edge(bits: Grid, row: int, bit: int) -> str:
    """What stands at the left of a bit."""
    before, after = bits.at(row, bit - 1), bits.at(row, bit)
    if before == after:
        return " "
    return "/" if bits.opened(row, bit) else "|"


def _row(bits: Grid, row: int, labels: Labels) -> list[str]:
    shown = []
    for index in range(len(bits.cells)):
        span = next((s for s in bits.spans(index) if s[0] == row), None)
        if span:
            shown.append((span[1], span[2], labels.get((index, row), [])))
    height = max(1, *(len(lines) for _, _, lines in shown))
    out = []
    for line in range(height):
        chars = []
        for bit in range(bits.width + 1):
            chars += [_edge(bits, row, bit), " "]
        for first, count, lines in shown:
            above = (height - len(lines)) // 2
            if above <= line < above + len(lines):
                chars[2 * first + 1 : 2 * (first + count)] = lines[line - above].center(
                    2 * count - 1
                )
        out.append("".join(chars))
    return out
