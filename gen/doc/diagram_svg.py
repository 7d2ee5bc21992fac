# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Bit diagrams as pictures: the geometry that the SVG template draws."""

from __future__ import annotations

from dataclasses import dataclass

from ..output.diagram import Diagram, Grid, grid
from ..output.diagram_text import Labels, Note, labels_of

COLUMN = 20  # pixels of a bit
ROW = 34
LINE = 16  # from one line of text to the next
LETTER = 7.9  # widest letter of the type that is drawn with, 13 px
MARGIN = 34  # for the offsets at the left
TOP = 20  # for the ruler
TOOTH = 3


@dataclass(frozen=True)
class Word:
    """Text, centered at a point."""

    x: float
    y: float
    text: str
    kind: str  # name, upright, note


@dataclass(frozen=True)
class Box:
    """A cell: what it says when pointed at, its parts, its text."""

    title: str
    kind: str  # fixed, variable, optional
    parts: tuple[tuple[int, int, int, int], ...]  # x, y, width, height
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Picture:
    """What the template draws."""

    id: str
    bits: int
    width: int
    height: int
    title: str
    description: str
    ruler: tuple[Word, ...]
    offsets: tuple[Word, ...]
    boxes: tuple[Box, ...]
    edges: str  # the path of straight lines
    teeth: str  # the path of broken sides
    legend: tuple[tuple[str, str], ...]


def picture(diagram: Diagram, width: int) -> Picture:
    bits = grid(diagram, width)
    labels, legend = labels_of(bits, room, upright=8)
    tops = _tops(bits, labels)
    ruler = [
        Word(MARGIN + COLUMN * i + COLUMN / 2, TOP - 7, str(i), "note") for i in range(width)
    ]
    offsets = [
        Word(MARGIN - 8, tops[row] + 15, str(offset), "offset")
        for row, offset in enumerate(bits.offsets)
        if offset is not None
    ]
    edges, teeth = _lines(bits, tops)
    return Picture(
        id=f"{diagram.name.replace('.', '-')}-{width}",
        bits=width,
        width=MARGIN + COLUMN * width + TOOTH + 2,
        height=tops[-1] + 2,
        title=diagram.caption,
        description=describe(diagram),
        ruler=tuple(ruler),
        offsets=tuple(offsets),
        boxes=tuple(_box(bits, labels, tops, index) for index in range(len(bits.cells))),
        edges=edges,
        teeth=teeth,
        legend=tuple(legend),
    )


def describe(diagram: Diagram) -> str:
    """The diagram in words."""
    parts = []
    for cell in diagram.cells:
        size = f"{cell.bits} {'bit' if cell.bits == 1 else 'bits'}" if cell.bits else ""
        parts.append(f"{cell.name}: {', '.join(text for text in (size, cell.note) if text)}")
    return "; ".join(parts) + "."


def room(bits: int) -> int:
    """Letters that fit into so many bits."""
    return int((bits * COLUMN - 4) / LETTER)


def _tops(bits: Grid, labels: Labels) -> list[int]:
    """Where each row begins, and where the last one ends."""
    tops = [TOP]
    for row in range(len(bits.rows)):
        height = ROW
        for (index, place), lines in labels.items():
            if place != row:
                continue
            count = next(n for r, _, n in bits.spans(index) if r == row)
            if count == 1 and len(lines) == 1 and len(lines[0]) > room(1):
                height = max(height, int(len(lines[0]) * LETTER) + 14)
            height = max(height, LINE * len(lines) + (18 if len(lines) == 1 else 14))
        tops.append(tops[-1] + height)
    return tops


def _box(bits: Grid, labels: Labels, tops: list[int], index: int) -> Box:
    cell = bits.cells[index]
    parts, words = [], []
    for row, first, count in bits.spans(index):
        x, wide = MARGIN + COLUMN * first, COLUMN * count
        parts.append((x, tops[row], wide, tops[row + 1] - tops[row]))
        words += _words(labels.get((index, row), []), x, wide, (tops[row] + tops[row + 1]) / 2)
        words += _words(labels.get((index, -1 - row), []), x, wide, tops[row])
    kind = "fixed" if cell.bits else "variable"
    title = describe(Diagram("", "", "", (cell,))).rstrip(".")
    return Box(title, "optional" if cell.optional else kind, tuple(parts), tuple(words))


def _words(lines: list[str], x: int, wide: int, middle: float) -> list[Word]:
    upright = wide == COLUMN and len(lines) == 1 and len(lines[0]) > room(1)
    top = middle - LINE * (len(lines) - 1) / 2
    words = []
    for number, line in enumerate(lines):
        kind = "note" if isinstance(line, Note) else "upright" if upright else "name"
        words.append(Word(x + wide / 2, top + LINE * number, line, kind))
    return words


def _lines(bits: Grid, tops: list[int]) -> tuple[str, str]:
    """Paths of straight and of broken lines where the owner changes."""
    straight, broken = [], []
    for row in range(len(bits.rows) + 1):
        bit = 0
        while bit < bits.width:
            begin = bit
            while bit < bits.width and bits.at(row - 1, bit) != bits.at(row, bit):
                bit += 1
            if bit > begin:
                x = MARGIN + COLUMN * begin
                straight.append(f"M{x} {tops[row]}h{COLUMN * (bit - begin)}")
            bit += 1
    for row in range(len(bits.rows)):
        for bit in range(bits.width + 1):
            if bits.at(row, bit - 1) == bits.at(row, bit):
                continue
            x, y, height = MARGIN + COLUMN * bit, tops[row], tops[row + 1] - tops[row]
            if bits.opened(row, bit):
                broken.append(_tooth(x, y, height))
            else:
                straight.append(f"M{x} {y}v{height}")
    return "".join(straight), "".join(broken)


def _tooth(x: int, y: int, height: int) -> str:
    """A line that is broken in its middle."""
    straight = (height - 4 * TOOTH) / 2
    zigzag = f"l{TOOTH} {TOOTH}l{-2 * TOOTH} {TOOTH * 2}l{TOOTH} {TOOTH}"
    return f"M{x} {y}v{straight:g}{zigzag}v{straight:g}"
