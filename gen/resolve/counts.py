# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, counts: no number of a script's says how much C finds behind a pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from .. import ir
from ..spec.scope import Entry

# Parameters that say how many there are of another.
COUNT = re.compile(
    r"n|cnt|((nr|num)(_.*)?)|(.*_)?(len|length|size|count|cnt|num|nr|bytes|elems|entries)"
    r"|n(vals?|elems?|ents?|bytes|words|regs|pages|items|recs|slots|bits|chars|blocks|sectors"
    r"|segs|vecs?|entries|pins|clks?|irqs|args|objs|devs|maps|msgs|params|props|strings)"
)
# Units of numbers that count.
COUNTED = ("bytes", "elements", "entries", "items", "records", "words")


def check_counts(entry: Entry, made: ir.Function) -> None:
    """@entry says what @made does; a number is a count unless something else is said of it."""
    args = {name: below for name, _, below in entry.entries("args")}
    single = {name for name, below in args.items() if "single" in below} | {made.iterates}
    parameters = [a for a in made.arguments if not a.variadic]
    blamed = set()
    sizes = {word for p in parameters for word in re.findall(r"\w+", p.size)}
    for a in parameters:
        if not _from_script(a) or a.name in sizes or "counts" in args.get(a.name, {}):
            continue
        for p in list(_behind(parameters, a, single))[:1]:
            if p.name not in blamed:
                _fault(entry, args, a, p)
            blamed.add(p.name)
    for name, below in args.items():
        if "counts" in below and not any(a.name == name and _from_script(a) for a in parameters):
            below.fault("counts", "goes with an integer of the script's")


def _from_script(a: ir.Argument) -> bool:
    """Whether it is a number of which nothing tells what it means."""
    told = a.enum or (a.unit and a.unit not in COUNTED)
    return a.role == "script" and a.type.kind == "integer" and not told


def _behind(
    parameters: list[ir.Argument], number: ir.Argument, single: set[str]
) -> Iterator[ir.Argument]:
    """Pointers of which a number may say how much there is behind them."""
    near = list(beside(parameters, number))
    counts = bool(COUNT.fullmatch(number.name))
    for p in [*near, *(p for p in parameters if p not in near)]:
        if _loose(p, single):
            if counts or p in near:
                yield p
        elif counts and p in near and p.role in ("out", "bytes", "fill", "lookup", "carried"):
            yield p


class Parameter(Protocol):
    """One of a prototype, or an argument."""

    @property
    def type(self) -> ir.CType: ...


P = TypeVar("P", bound=Parameter)


def beside(parameters: Sequence[P], number: P) -> Iterator[P]:
    """The parameters next to a number, and to the numbers next to it."""
    at = list(parameters).index(number)
    for run in (parameters[at + 1 :], parameters[:at][::-1]):
        for p in run:
            if p.type.kind != "integer" or getattr(p, "role", "") == "out":
                yield p
                break


def _loose(p: ir.Argument, single: set[str]) -> bool:
    """Whether nothing says how much C finds behind a pointer, or it is not what a number says."""
    if p.view:
        return p.role == "script" and p.name not in single and not p.consumes
    return p.role == "sized" or (p.role == "script" and p.type.kind == "string")


def _fault(entry: Entry, args: dict[str, Entry], number: ir.Argument, p: ir.Argument) -> None:
    if p.view and p.role == "script":
        args[p.name].fault(
            "view",
            f"'{number.name}' may say how many there are: give it value: 1, or say single: true",
        )
        return
    instead = {
        "script": f"bytes: {number.name} for '{p.name}'",
        "sized": f"size: {number.name} for '{p.name}'",
        "out": "value: 1",
    }.get(p.role, "a value")
    below = args.get(number.name)
    (below or entry).fault(
        "" if below else "c",
        f"'{number.name}' may say how much there is behind '{p.name}': {instead}, or, when it does"
        " not, counts: false",
    )
