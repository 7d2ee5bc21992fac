# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Writes TAP."""

from __future__ import annotations

import sys


class Tap:
    """Points, as they come; TOPIC precedes their names, AGAIN is the command that repeats them."""

    def __init__(self, topic: str = "", again: str = "") -> None:
        self._topic = f"{topic}: " if topic else ""
        self._again = again
        self.text = ""
        self.count = 0
        self.failed = 0

    def say(self, line: str) -> None:
        self.text += line + "\n"
        print(line, flush=True)

    def point(self, good: bool, name: str, *notes: str, again: str = "") -> None:
        """A result, and notes on one that is bad."""
        self.count += 1
        self.say(f"{'ok' if good else 'not ok'} {self.count} - {self._topic}{name}")
        if good:
            return
        self.failed += 1
        for note in notes:
            self.say(f"  # {note}")
        if again or self._again:
            self.say(f"  # repeat: {again or self._again}")

    def plan(self) -> int:
        """The last line; returns the exit status."""
        self.say(f"1..{self.count}")
        return 1 if self.failed else 0
