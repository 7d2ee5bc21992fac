# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""A comparison of kernels as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """One thing in one kernel."""

    status: str  # at, same, moved, type changed, gone, …
    text: str
    broken: bool = False  # the binding does not compile for this kernel


@dataclass(frozen=True)
class Row:
    kind: str  # struct, field, function, enumerator, note
    name: str
    where: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    title: str
    rows: tuple[Row, ...]

    def broken(self, labels: list[str]) -> Iterator[str]:
        for row in self.rows:
            for label, cell in zip(labels, row.cells):
                if cell.broken:
                    yield f"{row.where}: {row.name} ({self.title}): {label}: {cell.text}"


def as_text(tables: list[Table], labels: list[str]) -> str:
    """Tables with a column for each kernel, and how many things there are of each kind."""
    out: list[str] = []
    for table in tables:
        lines = [("", *labels)]
        lines += [(row.name, *(cell.text for cell in row.cells)) for row in table.rows]
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        out.append(table.title)
        for line in lines:
            cells = (word.ljust(width) for word, width in zip(line, widths))
            out.append(f"  {'  '.join(cells)}".rstrip())
        out.append("")
    out.append(summary(tables))
    return "\n".join(out)


def summary(tables: list[Table]) -> str:
    """How many of each, the first kernel aside."""
    counts: dict[str, int] = {}
    for table in tables:
        for row in table.rows:
            for cell in row.cells[1:]:
                counts[cell.status] = counts.get(cell.status, 0) + 1
    broken = sum(cell.broken for table in tables for row in table.rows for cell in row.cells)
    parts = [f"{counts[status]} {status}" for status in sorted(counts) if status != "note"]
    return f"drift: {', '.join(parts) or 'one kernel'}; {broken} broken"


def as_json(tables: list[Table], labels: list[str]) -> str:
    out = [
        {
            "of": table.title,
            "kind": row.kind,
            "name": row.name,
            "where": row.where,
            "kernels": {
                label: {"status": cell.status, "text": cell.text, "broken": cell.broken}
                for label, cell in zip(labels, row.cells)
            },
        }
        for table in tables
        for row in table.rows
    ]
    return json.dumps(out, indent=1, ensure_ascii=False)
