# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Makes a table by function of what plugin/profile.c counted in two spans of packets."""

from __future__ import annotations

from collections import Counter

from bench.symbols import Function, Symbols

SMALL = 0.5  # instructions for a packet: such functions are summed up


def parse(text: str) -> list[Counter[int]]:
    """The counts of each span by address."""
    found: list[Counter[int]] = []
    for line in text.splitlines():
        if line == "span":
            found.append(Counter())
        else:
            address, count = line.split()
            found[-1][int(address, 16)] += int(count)
    return found


def by_function(
    bare: Counter[int], hooked: Counter[int], packets: int, symbols: Symbols
) -> dict[Function, float]:
    """Instructions for a packet that each function has more in the second span."""
    sums: Counter[Function] = Counter()
    for address in bare.keys() | hooked.keys():
        sums[symbols.at(address)] += hooked[address] - bare[address]
    return {function: n / packets for function, n in sums.items()}


def report(costs: dict[Function, float]) -> str:
    """Rooms by their sums, in each the functions by theirs."""
    total = sum(costs.values())
    rooms: dict[str, float] = {}
    for function, n in costs.items():
        rooms[function.room] = rooms.get(function.room, 0) + n
    lines = [f"{'':<42}{'instructions':>13}{'share':>9}"]

    def line(name: str, n: float) -> str:
        return f"{name:<42}{n:>13,.1f}{100 * n / total:>8.1f}%"

    for room, cost in sorted(rooms.items(), key=lambda pair: (-pair[1], pair[0])):
        lines += ["", line(room, cost)]
        mine = {f.name: n for f, n in costs.items() if f.room == room}
        large = {name: n for name, n in mine.items() if abs(n) >= SMALL}
        lines += [line(f"  {k}", large[k]) for k in sorted(large, key=lambda k: (-large[k], k))]
        if len(mine) > len(large):
            lines.append(line("  the rest", sum(mine.values()) - sum(large.values())))
    return "\n".join([*lines, "", line("all", total)])
