# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reads the lists of mutants: guards, the text without each, and the tests that notice."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TREE = HERE.parent.parent


@dataclass(frozen=True)
class Edit:
    """A text that a file has once, and what stands there instead."""

    file: str
    text: str
    without: str


@dataclass(frozen=True)
class Mutant:
    """A guard, the edits that take it out, and the tests one of which has to notice."""

    area: str
    guard: str
    edits: tuple[Edit, ...]
    noticed: tuple[str, ...]


def load() -> list[Mutant]:
    """Returns all mutants, in the order of the lists."""
    found: list[Mutant] = []
    for path in sorted(HERE.glob("*.toml")):
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
        for entry in tree["mutant"]:
            parts: list[dict[str, Any]] = entry.get("edit") or [entry]
            edits = tuple(Edit(part["file"], part["text"], part["without"]) for part in parts)
            found.append(Mutant(path.stem, entry["guard"], edits, tuple(entry["noticed"])))
    return found


def faults(mutant: Mutant) -> list[str]:
    """Returns what is wrong with the edits of a mutant in the tree as it is."""
    wrong: list[str] = []
    for edit in mutant.edits:
        path = TREE / edit.file
        if not path.is_file():
            wrong.append(f"{edit.file}: no such file")
            continue
        count = path.read_text(encoding="utf-8").count(edit.text)
        if count != 1:
            first = edit.text.strip().split("\n")[0]
            wrong.append(f"{edit.file}: expected once, got {count} times: {first}")
        if edit.text == edit.without:
            wrong.append(f"{edit.file}: the edit changes nothing")
    return wrong


def mutated(edits: tuple[Edit, ...], read: Path) -> dict[str, str]:
    """Returns the files of a tree that the edits change, with their new text."""
    texts: dict[str, str] = {}
    for edit in edits:
        text = texts.get(edit.file) or (read / edit.file).read_text(encoding="utf-8")
        texts[edit.file] = text.replace(edit.text, edit.without)
    return texts
