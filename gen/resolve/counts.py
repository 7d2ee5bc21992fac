# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Counts: no number of a script's says how much C finds behind a pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from .. import ir
from ..spec import wording
from ..spec.ctree import names
from ..spec.scope import Entry
from .ranges import INTEGER

# Parameters that say how many there are of another.
COUNT = re.compile(
    r"n|cnt|((nr|num)(_.*)?)|(.*_)?(len|length|size|count|cnt|num|nr|bytes|elems|entries)"
    r"|n(vals?|elems?|ents?|bytes|words|regs|pages|items|recs|slots|bits|chars|blocks|sectors"
    r"|segs|vecs?|entries|pins|clks?|irqs|args|objs|devs|maps|msgs|params|props|strings)"
)
# Units of numbers that count.
COUNTED = ("bytes", "elements", "entries", "items", "records", "words")


# Lengths that count more than bytes, whatever the pointer is to.
OF_OTHERS = re.compile(
    r"(.*_)?n?(vals?|elems?|elements|ents?|entries|[dq]?words|regs|pages|items|recs|records"
    r"|slots|blocks|sectors|segs|vecs?|u16s|u32s|u64s)|n(um|r)_(?!bytes)\w+"
)
# Where in a buffer C begins.
PLACES = re.compile(r"(.*_)?(off|offs|offset|idx|index|pos|position|start|first|begin|skip|shift)")


def check_counts(entry: Entry, made: ir.Function) -> None:
    """@entry says what @made does, and its lookups; a number is a count unless more is said."""
    _check_numbers(entry, entry, made.arguments, made.iterates)
    told = {name: below for name, _, below in entry.entries("args")}
    for a in made.lookups:
        assert a.lookup
        _check_numbers(told[a.name], told[a.name], a.lookup.arguments, "")
    for a in made.arguments:
        length = told.get(a.length)
        unit = length.text("unit") if length else ""
        if unit not in ("", "bytes"):
            (length or entry).fault("unit", wording.LENGTH_IN_BYTES, name=a.name)
        elif not unit and a.length and OF_OTHERS.fullmatch(a.length):
            told[a.name].fault(a.role, wording.LENGTH_OF_WORDS, length=a.length, name=a.name)


def _check_numbers(
    entry: Entry, of: Entry, arguments: Sequence[ir.Argument], iterates: str
) -> None:
    args = {name: below for name, _, below in of.entries("args")}
    single = {name for name, below in args.items() if below.promises("single")} | {iterates}
    parameters = [a for a in arguments if not a.variadic]
    blamed = set()
    sizes = {word for p in parameters for word in names(p.size)}
    for a in parameters:
        if a.name in sizes or (a.name in args and args[a.name].promises("no count")):
            continue
        if _from_script(a):
            for p in list(_behind(parameters, a, single))[:1]:
                if p.name not in blamed:
                    _fault(entry, args, a, p)
                blamed.add(p.name)
        elif _is_fixed(a):
            _check_fixed(args, parameters, a, single)
    for name, below in args.items():
        if below.promises("no count") and not any(
            a.name == name and (_from_script(a) or _is_fixed(a)) for a in parameters
        ):
            below.fault("promises", wording.NO_COUNT_OF_WHAT)


def _is_fixed(a: ir.Argument) -> bool:
    return a.role == "value" and a.type.kind == "integer"


def _exceeds(value: str, p: ir.Argument, most: int) -> bool:
    """Whether a count is, or may be, more than there is behind a pointer."""
    if INTEGER.fullmatch(value):
        return int(value, 0) > most
    return not re.search(r"\bsizeof\b", value) and p.name not in names(value)


def _check_fixed(
    args: dict[str, Entry], parameters: list[ir.Argument], a: ir.Argument, single: set[str]
) -> None:
    """A count that the spec says is of no more than there is."""
    told = a.unit and a.unit not in COUNTED
    if told or not (COUNT.fullmatch(a.name) or PLACES.fullmatch(a.name)):
        return
    for p in beside(parameters, a):
        text = p.role == "script" and p.type.kind == "string"
        one = p.role in ("out", "lookup", "carried") or (p.role == "script" and p.view)
        most = p.maximum if p.role == "sized" and not p.size else 1 if one else 0
        if not (text or one or p.role in ("sized", "bytes", "fill")):
            continue
        if _exceeds(a.value, p, 0 if PLACES.fullmatch(a.name) else most):
            there = wording.NO_MORE_THERE.format(most=most) if most else wording.LESS_THERE
            args[a.name].fault(
                "value", wording.FIXED_COUNT, number=a.name, pointer=p.name, there=there
            )
            return


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
        elif p in near and p.role in ("bytes", "fill") and PLACES.fullmatch(number.name):
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
        args[p.name].fault("view", wording.COUNT_OF_VIEWS, name=number.name)
        return
    by_role = {"script": wording.AS_BYTES, "sized": wording.AS_SIZE, "out": wording.AS_ONE}
    instead = by_role.get(p.role, wording.AS_VALUE)
    if p.role in ("bytes", "fill") and PLACES.fullmatch(number.name):
        instead = wording.AS_ZERO
    elif "lookup" in entry:
        instead = wording.AS_VALUE
    below = args.get(number.name)
    (below or entry).fault(
        "" if below else "c" if "c" in entry else "lookup",
        wording.COUNT_OF_POINTER,
        number=number.name,
        pointer=p.name,
        instead=instead.format(number=number.name, pointer=p.name),
    )
