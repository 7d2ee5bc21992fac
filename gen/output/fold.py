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


def fold_lua(text: str) -> str:
    """The same annotations with remarks within the limit; a tag is one line, however long."""
    out = []
    for line in text.split("\n"):
        prefix = "---" if line.startswith("---") else "-- "
        tag = line.startswith(("---@", "---|")) or not line.startswith("--")
        out += [line] if tag else _wrap(line, prefix, "")
    return "\n".join(out)


def _wrap(line: str, prefix: str, end: str) -> list[str]:
    """Breaks text between words; what follows begins with the prefix."""
    out = []
    while width(line + end) > COLUMNS:
        cut = max(
            (i for i, c in enumerate(line) if c == " " and width(line[:i]) <= COLUMNS), default=0
        )
        if cut <= len(prefix):
            break
        out.append(line[:cut])
        line = prefix + line[cut + 1 :]
    return out + [line + end]


def _fold_comment(line: str) -> list[str]:
    """A comment of one line becomes a block; a line of a block goes on in the next."""
    if width(line) <= COLUMNS:
        return [line]
    text = line.strip()
    if text.startswith("/* ") and text.endswith(" */"):
        return ["/*", *_wrap(" * " + text[3:-3], " * ", ""), " */"]
    if text.startswith("* "):
        return _wrap(line, " *\t", "") if text.startswith("* @") else _wrap(line, " * ", "")
    return [line]


def _fold_line(line: str) -> list[str]:
    if line.lstrip().startswith(("/*", "* ")):
        return _fold_comment(line)
    out = []
    while width(line) > COLUMNS and not line.lstrip().startswith(("//", "#")):
        cut = _cut(line)
        if not cut:
            break
        out.append(line[: cut[0]].rstrip())
        line = cut[1] + line[cut[0] :].lstrip()
    return out + [line]


def _cut(line: str) -> tuple[int, str] | None:
    """Where to break, and the indentation of what follows; the outermost one is best."""
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
