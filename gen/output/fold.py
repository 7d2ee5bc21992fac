# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Folds lines of C that are too long, as kernel style wants them."""

from __future__ import annotations

from collections.abc import Iterator

COLUMNS = 100
TAB = 8


def fold(text: str) -> str:
    """The same C with no line beyond the limit, where brackets or a sum of flags can be broken."""
    opened: list[str] = []
    return "\n".join(part for line in text.split("\n") for part in _fold_line(line, opened))


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


def _fold_line(line: str, opened: list[str]) -> list[str]:
    """The lines of one; @opened: indentations that open brackets ask for, also of lines before."""
    if line.lstrip().startswith(("/*", "* ")):
        return _fold_comment(line)
    if line.lstrip().startswith(("//", "#")):
        return [line]
    out: list[str] = []
    while width(line) > COLUMNS:
        end, there = _cut(line, opened)
        if end:
            opened[:] = there
            indent = opened[-1]
        else:
            end, indent = _cut_sum(line)
        if not end:
            break
        out.append(line[:end].rstrip())
        line = indent + line[end:].lstrip()
    if line.endswith(","):
        for _ in _code(line, opened):
            pass
    else:
        opened.clear()
    return out + [line]


def _cut(line: str, before: list[str]) -> tuple[int, list[str]]:
    """Where to break, and what is open there: the outermost place is best; 0: nowhere."""
    opened = list(before)
    best: tuple[int, list[str]] = (0, [])
    for i, char in _code(line, opened):
        if width(line[: i + 1]) > COLUMNS:
            break
        if opened and (char == "," or line[i : i + 2] in ("&&", "||")):
            if not best[0] or len(opened) <= len(best[1]):
                best = (i + 1 if char == "," else i + 2, list(opened))
    return best


def _cut_sum(line: str) -> tuple[int, str]:
    """Where to break flags that are assigned, and the column of the first; 0: nowhere."""
    first = line.find(" = ") + 3
    fits = [i + 2 for i in range(first, len(line)) if line.startswith(" | ", i)]
    ends = [end for end in fits if width(line[:end]) <= COLUMNS] if first > 2 else []
    return (ends[-1], _indent(width(line[:first]))) if ends else (0, "")


def _indent(column: int) -> str:
    return "\t" * (column // TAB) + " " * (column % TAB)


def _code(line: str, opened: list[str]) -> Iterator[tuple[int, str]]:
    """Characters outside of strings; @opened is as it is behind each."""
    quoted = False
    for i, char in enumerate(line):
        if char == '"' and line[i - 1] != "\\":
            quoted = not quoted
        if quoted:
            continue
        if char in "({":
            opened.append(_indent(width(line[: i + 1])))
        elif char in ")}" and opened:
            opened.pop()
        yield i, char
