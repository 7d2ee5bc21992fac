# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Bit diagrams of wire layouts, as RFCs draw them: which field owns which bit of which row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import ir

WIDTH = 32  # bits in a row
FOLDED = 256  # bits of a field that is drawn in one row, however many it has


@dataclass(frozen=True)
class Cell:
    """A field, or a part of the format that another diagram shows."""

    name: str
    bits: int  # 0: other fields decide how many
    note: str = ""  # what decides, for people
    optional: bool = False
    field: bool = True  # the table of fields has it

    @property
    def folded(self) -> bool:
        """Whether it takes more room than it is given."""
        return self.bits >= FOLDED and self.bits % WIDTH == 0


@dataclass(frozen=True)
class Diagram:
    """Cells in order, from a column of the first row on."""

    name: str  # "ipv4"
    caption: str
    remark: str  # a line above it, in Markdown, or ""
    cells: tuple[Cell, ...]
    start: int = 0  # bit at which the first cell is drawn
    fixed: bool = True  # and lies
    little: bool = False  # some integers have their low byte first


@dataclass(frozen=True)
class Grid:
    """Rows of bits. Each bit has the index of the cell that owns it, or None."""

    width: int
    cells: tuple[Cell, ...]
    rows: tuple[tuple[int | None, ...], ...]
    offsets: tuple[int | None, ...]  # byte where a row begins, as long as that is fixed

    def at(self, row: int, bit: int) -> int | None:
        """The owner; None beyond all edges."""
        if 0 <= row < len(self.rows) and 0 <= bit < self.width:
            return self.rows[row][bit]
        return None

    def variable(self, row: int, bit: int) -> bool:
        """Whether the cell there is drawn with broken sides."""
        owner = self.at(row, bit)
        if owner is None:
            return False
        return not self.cells[owner].bits or self.cells[owner].folded

    def opened(self, row: int, bit: int) -> bool:
        """Whether the line at the left of a bit is the side of a cell of any size."""
        sides = ((row, bit - 1), (row, bit))
        return all(self.at(*side) is None or self.variable(*side) for side in sides)

    def spans(self, cell: int) -> list[tuple[int, int, int]]:
        """Where a cell is: row, first bit, bits."""
        found = []
        for number, row in enumerate(self.rows):
            bits = [i for i, owner in enumerate(row) if owner == cell]
            if bits:
                found.append((number, bits[0], len(bits)))
        return found


def grid(diagram: Diagram, width: int = WIDTH) -> Grid:
    """Lays the cells out in rows of so many bits."""
    rows: list[list[int | None]] = []
    offsets: list[int | None] = []
    column, fixed = diagram.start % width, diagram.fixed
    hidden = 0  # bits of folded cells that no row has

    def next_row() -> None:
        offset = (len(rows) + diagram.start // width) * width // 8 + hidden // 8
        rows.append([None] * width)
        offsets.append(offset if fixed else None)

    for index, cell in enumerate(diagram.cells):
        if not rows or column == width:
            next_row()
            column %= width
        left = cell.bits
        if not cell.bits:
            left = (width - column) + (width if column else 0)
        elif cell.folded:
            left = 2 * width if column else width
        skipped = cell.bits - left if cell.folded else 0
        while left:
            if column == width:
                # What a row leaves out lies before the last, partial one.
                hidden += skipped if left < width else 0
                skipped = 0 if left < width else skipped
                next_row()
                column = 0
            rows[-1][column] = index
            column, left = column + 1, left - 1
        hidden += skipped
        fixed = fixed and bool(cell.bits) and not cell.optional
    return Grid(width, diagram.cells, tuple(map(tuple, rows)), tuple(offsets))


# ---- from layouts ----


def diagrams(layout: ir.Layout) -> list[Diagram]:
    """The diagrams of a wire layout: of itself, and of each case of its unions."""
    fields = [field for field in layout.fields if _follows(layout, field)]
    cells = tuple(dict.fromkeys(_union(f) if f.union else _cell(f) for f in fields))
    little = any(f.endian == "little" for f in layout.fields)
    main = Diagram(layout.name, f"Layout of {layout.title}", "", cells, little=little)
    out = [main]
    cases: dict[tuple[str, str], list[ir.Field]] = {}
    for field in fields:
        if field.union:
            cases.setdefault((field.union, field.case), []).append(field)
    for number, ((union, case), inside) in enumerate(cases.items(), 1):
        start, fixed = _begin(main, union)
        shown = tuple(_cell(field) for field in inside)
        name, caption = f"{layout.name}.{union}.{number}", f"{union} of {layout.title}, when {case}"
        remark = f"`{union}`, when {case}:"
        out.append(Diagram(name, caption, remark, shown, start, fixed, little))
    return out


def _begin(diagram: Diagram, name: str) -> tuple[int, bool]:
    """The bit at which a cell is drawn, and whether it always lies there."""
    bit, fixed = 0, True
    for cell in diagram.cells:
        if cell.name == name and not cell.field:
            break
        bit = bit + cell.bits if cell.bits else 0
        fixed = fixed and bool(cell.bits) and not cell.optional
    return bit, fixed


def _union(field: ir.Field) -> Cell:
    note = "see below" if field.union_bits or not field.union_size else field.union_size
    return Cell(field.union, field.union_bits, note, field=False)


def _cell(field: ir.Field) -> Cell:
    at = field.position
    if isinstance(at, ir.At):
        cell = Cell(field.name, at.bits, _elements(field))
        return replace(cell, note=f"{at.bits // 8} bytes") if cell.folded else cell
    if isinstance(at, ir.Computed):
        return Cell(field.name, 0, f"up to offset {at.end_text}" if at.end else "to the end")
    assert isinstance(at, ir.Walked)
    bits = at.bits or (8 * int(at.length) if at.length.isdigit() else 0)
    condition = at.condition.removeprefix(field.case).removeprefix(" and ")
    notes = [_elements(field) or ("" if bits else at.end_text)]
    if field.records:
        notes = [f"records {field.records.record.name}, {at.end_text}"]
    notes += [f"when {condition}"] if condition else []
    return Cell(field.name, bits, "; ".join(note for note in notes if note), bool(condition))


def _elements(field: ir.Field) -> str:
    return f"{field.count} times {field.element_bits} bits" if field.element_bits else ""


def _follows(layout: ir.Layout, field: ir.Field) -> bool:
    """Whether a field lies after the one before it; other virtual fields overlap."""
    at = field.position
    if not field.virtual:
        return not isinstance(at, ir.Told)
    if not isinstance(at, ir.Computed):
        return False
    return at.start_text == _end(layout, layout.fields[: layout.fields.index(field)])


def _end(layout: ir.Layout, before: tuple[ir.Field, ...]) -> str:
    """The offset where fields end, as an expression; "" when there is none."""
    end = str(layout.size)
    for field in before:
        at = field.position
        if isinstance(at, ir.Computed):
            end = at.end_text
        elif isinstance(at, ir.Walked) and not (field.union and field.union_bits):
            end = at.end_offset
    return end
