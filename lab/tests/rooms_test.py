#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The files of kernel/ call each other in one direction. Prints TAP."""

from __future__ import annotations

import re
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "lab"))

from tap import Tap  # noqa: E402

KERNEL = TREE / "kernel"
# A definition begins a line, and has no semicolon before its body.
_DEFINED = re.compile(r"^(?!#|\s|static)[\w \t*]*?\b(\w+)\([^;{]*\)\s*\n?\{", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_CALL = re.compile(r"\b(\w+)\(")


def sources() -> dict[str, str]:
    """Returns the files of the runtime without comments and texts.

    Of headers enter.h has functions that do something; in the others they name a member.
    """
    found: dict[str, str] = {}
    for path in sorted(KERNEL.glob("*.c")):
        text = path.read_text(encoding="utf-8")
        if path.stem == "enter":
            header = path.with_suffix(".h").read_text(encoding="utf-8")
            text += header.replace("static __always_inline ", "")
        found[path.stem] = _COMMENT.sub(" ", text)
    return found


def calls(files: dict[str, str]) -> dict[str, set[str]]:
    """Returns which files each file calls functions of."""
    where = {name: stem for stem, text in files.items() for name in _DEFINED.findall(text)}
    return {
        stem: {where[name] for name in _CALL.findall(text) if name in where} - {stem}
        for stem, text in files.items()
    }


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Returns files that call each other all around, or nothing."""
    done: set[str] = set()

    def walk(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at in done:
            return []
        for to in sorted(graph[at]):
            found = walk(to, [*way, at])
            if found:
                return found
        done.add(at)
        return []

    for start in sorted(graph):
        found = walk(start, [])
        if found:
            return found
    return []


def main() -> int:
    tap = Tap("rooms")
    graph = calls(sources())
    tap.point({"cause", "enter"} <= graph["call"], "calls are found", str(graph))
    found = circle(graph)
    tap.point(not found, "no files call each other in a circle", " calls ".join(found))
    again = {"a": {"b"}, "b": {"c"}, "c": {"b"}}
    tap.point(circle(again) == ["b", "c", "b"], "a circle is found", str(circle(again)))
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
