# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Takes apart what guests print, one value in a line: ROW COLUMN VALUE; makes the table of it."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path

COLUMNS = {"klua": "klua", "c": "C hook", "nft": "nft", "ebpf": "eBPF", "other": "other"}
AGAINST = ("c", "nft", "other")  # what klua is divided by: the first that there is
INSTRUCTIONS = "instructions"
LINES = "cache lines that two CPUs write"
BYTES = "bytes of code and constants"

# row: unit, what is in the column "other"
ROWS = {
    "field-read": (INSTRUCTIONS, "table read, user space"),
    "field-read-stock": (INSTRUCTIONS, "string.unpack, both in stock Lua 5.4"),
    "field-read-guest": (INSTRUCTIONS, "table read"),
    "field-read-u8-guest": (INSTRUCTIONS, "table read"),
    "field-read-u32-guest": (INSTRUCTIONS, "table read"),
    "field-write": (INSTRUCTIONS, "table write"),
    "tls-name-1": (INSTRUCTIONS, "a call of a C function"),
    "tls-name-10": (INSTRUCTIONS, "a call of a C function"),
    "tls-name-100": (INSTRUCTIONS, "a call of a C function"),
    "call": (INSTRUCTIONS, "a call of a C function"),
    "loop": (INSTRUCTIONS, "a call of a C function"),
    "packet": (INSTRUCTIONS, "without a hook"),
    "governor-throttle": (INSTRUCTIONS, "the paper's 8 µs at 1.6 GHz, in cycles"),
    "bandwidth-ssh": ("Mbit/s", "without the filter"),
    "bandwidth-ssh-gigabit": ("Mbit/s", "without the filter"),
    "bandwidth-nat": ("Mbit/s", ""),
    "bandwidth-nat-packets": ("Mbit/s", ""),
    **{f"throughput-{n}": ("packets/s", "without a hook") for n in (1, 2, 4)},
    "lines-accept": (LINES, "touched; C is a control, with a shared counter"),
    "lines-4-fields": (LINES, "touched"),
}


@dataclass
class Figure:
    """A line of the table, and of build/bench.json."""

    name: str
    unit: str
    values: dict[str, float]  # of COLUMNS, and "allocations" of klua's
    other: str  # what is in that column
    ratio: float | None  # klua's value to the first of AGAINST


def rows(path: Path) -> list[list[str]]:
    """The lines of the file `rows`: ROW RIVAL ARGUMENTS."""
    lines = path.read_text().splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def ratio_of(values: dict[str, float]) -> float | None:
    for column in AGAINST:
        if values.get(column) and "klua" in values:
            return round(values["klua"] / values[column], 3)
    return None


def figure(name: str, rounds: list[dict[str, float]]) -> Figure:
    """Of several rounds the one with the median ratio."""
    ratios = [ratio_of(values) or 0 for values in rounds]
    values = rounds[ratios.index(statistics.median_low(ratios))]
    unit, other = ROWS.get(name, (BYTES if name.startswith("klua.ko") else INSTRUCTIONS, ""))
    return Figure(name, unit, values, other, None if unit == LINES else ratio_of(values))


def parse(lines: list[str]) -> list[Figure]:
    """A value that a row already has begins another round of it."""
    rows: dict[str, list[dict[str, float]]] = {}
    for line in lines:
        name, column, text = line.split()
        rounds = rows.setdefault(name, [{}])
        if column in rounds[-1]:
            rounds.append({})
        rounds[-1][column] = float(text) if "." in text else int(text)
    return [figure(name, rounds) for name, rounds in rows.items()]


def number(value: float | None) -> str:
    return "" if value is None else f"{value:,}"


def table(figures: list[Figure]) -> str:
    """All of them; "allocs" are objects that the kernel allocates for klua's."""
    heads = [*COLUMNS.values(), "allocs", "ratio"]
    lines = [f"{'row':<23}" + "".join(f"{head:>9}" for head in heads) + "  unit; other"]
    for f in figures:
        cells = [f.values.get(column) for column in (*COLUMNS, "allocations")] + [f.ratio]
        words = f.unit + (f"; {f.other}" if f.other and "other" in f.values else "")
        lines.append(f"{f.name:<23}" + "".join(f"{number(c):>9}" for c in cells) + f"  {words}")
    return "\n".join(lines)
