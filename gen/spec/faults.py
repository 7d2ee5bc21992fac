# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Faults of specs as values: where, what."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from . import wording


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a spec: both numbers count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong with a spec."""

    mark: Mark
    path: str
    message: str

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        return f"{self.mark}: {where}{self.message}"


class Faults:
    """Collects faults, so that one run reports all of them."""

    def __init__(self) -> None:
        self._found: set[Fault] = set()
        self._open: set[Fault] = set()

    def add(self, mark: Mark, path: str, text: str, /, **values: object) -> None:
        """@text: of the catalogue (wording.py), with values for what it has in braces."""
        self._found.add(Fault(mark, path, text.format(**values) if values else text))

    def todo(self, mark: Mark, path: str, message: str) -> None:
        """A decision that the spec leaves open: no fault, but nothing is built from it."""
        self._open.add(Fault(mark, path, message))

    def todos(self) -> list[Fault]:
        return sorted(self._open)

    def sorted(self) -> list[Fault]:
        return sorted(self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        return len(self._found)


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that this one was meant to be, or nothing when none is close."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the word meant, or nothing when none is close."""
    close = meant(word, known)
    return wording.DID_YOU_MEAN.format(word=close) if close else ""
