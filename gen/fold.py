# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Folds lines of C that are too long, as kernel style wants them."""

from __future__ import annotations

COLUMNS = 100
TAB = 8


def fold(text: str) -> str:
    """The same C with no line beyond the limit, where a comma inside parentheses allows it."""
    return "\n".join(part for line in text.split("\n") for part in _fold_line(line))


def width(text: str) -> int:
    return len(text.expandtabs(TAB))


def _fold_line(line: str) -> list[str]:
    out = []
    while width(line) > COLUMNS and not line.lstrip().startswith(("/*", "*", "//", "#")):
        cut = _cut(line)
        if not cut:
            break
        out.append(line[: cut[0]].rstrip())
        line = cut[1] + line[cut[0] :].lstrip()
    return out + [line]


def _cut(line: str) -> tuple[int, str] | None:
    """Where to break, and the indentation of what follows; the outermost break that fits is best."""
    opened: list[int] = []
    best: tuple[int, int, str] | None = None
    quoted = False
    for i, char in enumerate(line):
        if width(line[: i + 1]) > COLUMNS:
            break
        if char == '"' and line[i - 1] != "\\":
            quoted = not quoted
        if quoted:
            continue
        if char == "(":
            opened.append(i)
        elif char == ")" and opened:
            opened.pop()
        elif opened and (char == "," or line[i : i + 2] in ("&&", "||")):
            end = i + 1 if char == "," else i + 2
            column = width(line[: opened[-1] + 1])
            indent = "\t" * (column // TAB) + " " * (column % TAB)
            if best is None or len(opened) <= best[0]:
                best = (len(opened), end, indent)
    return (best[1], best[2]) if best else None
