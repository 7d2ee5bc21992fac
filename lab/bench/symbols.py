# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Says which function an address of a guest's kernel is in, and in which room that is."""

from __future__ import annotations

import subprocess
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

# The folder of a source of klua.ko: its room.
ROOMS = {"lua": "VM", "vm": "VM", "luadata": "luadata", "kernel": "runtime"}


@dataclass(frozen=True)
class Function:
    """A symbol, and whose it is: VM, luadata, runtime, host, kernel, or another module's name."""

    name: str
    room: str


def room_of_source(path: Path) -> str:
    """The room of an object of klua.ko, by the folder nearest to its source."""
    for parent in path.resolve().parents:
        if parent.name in ROOMS:
            return ROOMS[parent.name]
    return "runtime"


def rooms(modules: Path) -> dict[str, set[str]]:
    """The rooms of klua.ko that have a function of each name; MODULES is the staged tree."""
    found: dict[str, set[str]] = {}
    for line in (modules / "klua.mod").read_text().split():
        made = modules / Path(line).name
        sources = [made.with_suffix(end) for end in (".c", ".S") if made.with_suffix(end).exists()]
        room = room_of_source(sources[0]) if sources else "runtime"
        listed = subprocess.run(["nm", made], capture_output=True, text=True, check=True).stdout
        for name in (words.split()[-1] for words in listed.splitlines() if " t " in words.lower()):
            found.setdefault(name, set()).add(room)
    return found


class Symbols:
    """What /proc/kallsyms of a guest says."""

    def __init__(self, lines: list[str], klua: dict[str, set[str]]) -> None:
        words = [line.split() for line in lines]
        listed = sorted(
            (int(w[0], 16), w[2], w[3].strip("[]") if len(w) > 3 else "")
            for w in words
            if len(w) > 2 and w[1] in "tTwW"
        )
        self._starts = [address for address, _, _ in listed]
        self._functions: list[Function] = []
        room = "runtime"
        for _, name, module in listed:
            if module == "klua":
                # A name that several rooms have: objects are linked one after the other.
                candidates = klua.get(name, {room})
                room = room if room in candidates else min(candidates)
            host = module.startswith("klua_") and module != "klua_bench"
            where = "host" if host else module or "kernel"
            self._functions.append(Function(name, room if module == "klua" else where))

    def at(self, address: int) -> Function:
        i = bisect_right(self._starts, address) - 1
        return self._functions[i] if i >= 0 else Function(hex(address), "kernel")
