# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Stages: in which order a generated function computes, and what its expressions name."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .. import ir
from ..spec import wording
from ..spec.ctree import names, reads_null
from ..spec.scope import Entry


class Stage(enum.IntEnum):
    """What a generated function does, in its order, which is that of binding/function.c.j2."""

    READ = 1  # numbers and texts of the script, in their order: bounds
    CARRIED = 2  # what the callback carries, in its order: check
    MEMORY = 3  # views and buffers
    CHARGED = 4  # cost, when it is of what is there by now
    FOUND = 5  # lookups, in their order, those that nobody holds under the lock: their values
    MEASURED = 6  # size; cost, when it is of what was found
    CALLED = 7  # value, call


# Why something has no value yet.
LATER = {
    Stage.READ: wording.NUMBERS_IN_ORDER,
    Stage.CARRIED: wording.CARRIED_AFTER_NUMBERS,
    Stage.MEMORY: wording.MEMORY_AFTER_CARRIED,
    Stage.FOUND: wording.LOOKUPS_LAST,
}
When = tuple[Stage, int]  # a stage, and where in it


@dataclass(frozen=True)
class Expression:
    """One of a spec, and when it is computed."""

    entry: Entry
    key: str
    when: When
    may_pass: bool = False  # C that gets a pointer takes NULL

    @property
    def text(self) -> str:
        return self.entry.text(self.key)


def values(made: ir.Function) -> dict[str, tuple[When, ir.Argument]]:
    """The local variables that a spec names: since when each has its value."""
    out: dict[str, tuple[When, ir.Argument]] = {}
    lengths = {a.name: a for a in made.arguments if a.role == "length"}
    for a in made.script:
        memory = a.role == "bytes" or a.view is not None
        out[a.name] = ((Stage.MEMORY if memory else Stage.READ, a.index), a)
        if a.role == "bytes" and a.length in lengths:
            out[a.length] = (out[a.name][0], lengths[a.length])
    carried = [a for a in made.arguments if a.role == "carried"]
    out |= {a.name: ((Stage.CARRIED, at), a) for at, a in enumerate(carried)}
    return out | {a.name: ((Stage.FOUND, at), a) for at, a in enumerate(_found(made))}


def _found(made: ir.Function) -> list[ir.Argument]:
    under = made.found_locked
    return [a for a in made.lookups if a not in under] + list(under)


def staged(entry: Entry, made: ir.Function) -> ir.Function:
    """The function, its expressions checked: what they name of the arguments, they have."""
    known = values(made)
    for expression in _expressions(entry, made):
        _check(expression, made, known)
    told = {name: below for name, _, below in entry.entries("args")}
    arguments = []
    for a in made.arguments:
        if a.size:
            _check_wraps(told[a.name], made, known, a.size)
        arguments.append(replace(a, size_of=_named(a.size, known)))
    cost = entry.entry("cost")
    if cost:
        _check_charged(cost, known)
    return replace(
        made, arguments=tuple(arguments), variables=tuple(a for _, a in known.values()),
        cost_of=_named(made.cost, known),
    )  # fmt: skip


def _named(text: str, known: dict[str, tuple[When, ir.Argument]]) -> tuple[str, ...]:
    return tuple(name for name in known if name in names(text)) if text else ()


def _expressions(entry: Entry, made: ir.Function) -> Iterator[Expression]:
    told = {name: below for name, _, below in entry.entries("args")}
    found = [a.name for a in _found(made)]
    carried = [a.name for a in made.arguments if a.role == "carried"]
    for a in made.arguments:
        if a.name not in told:
            continue
        below = told[a.name]
        if a.role == "script" and not a.view:
            yield from _bounds(below, a)
        elif a.role == "carried" and a.given:
            for _, _, source in below.entries("args"):
                yield from _bounds(source, a.given)
            yield Expression(below, "check", (Stage.CARRIED, carried.index(a.name) + 1))
        elif a.lookup:
            of_lookup = {name: one for name, _, one in below.entries("args")}
            for b in a.lookup.arguments:
                if b.name in of_lookup and b.role == "value":
                    when = (Stage.FOUND, found.index(a.name))
                    yield Expression(of_lookup[b.name], "value", when)
                elif b.name in of_lookup:
                    yield from _bounds(of_lookup[b.name], b)
        elif a.role == "sized" and a.size:
            yield Expression(below, "size", (Stage.MEASURED, 0))
        elif a.role == "value":
            yield Expression(below, "value", (Stage.CALLED, 0))
    cost = entry.entry("cost")
    if cost:
        of_found = set(found) & set(names(cost.text("value")))
        yield Expression(cost, "value", (Stage.MEASURED if of_found else Stage.CHARGED, 0))
    if made.call:
        yield Expression(entry, "call", (Stage.CALLED, 0), may_pass=True)


def _bounds(entry: Entry, a: ir.Argument) -> Iterator[Expression]:
    for key in ("min", "max"):
        if key in entry:
            yield Expression(entry, key, (Stage.READ, a.index))


def _check(
    e: Expression, made: ir.Function, known: dict[str, tuple[When, ir.Argument]]
) -> None:
    parameters = {a.name for a in made.parameters}
    for name in names(e.text):
        if e.key == "call":
            if name in known and name not in parameters:
                e.entry.fault(e.key, wording.NOT_A_PARAMETER, name=name, function=made.c_name)
        elif name in parameters and name not in known:
            e.entry.fault(e.key, wording.NO_VALUE_BEFORE_CALL, name=name)
        elif name in known and known[name][0] >= e.when:
            later = LATER[known[name][0][0]]
            e.entry.fault(e.key, wording.NO_VALUE_YET, name=name, later=later)
        if name in known and known[name][1].nullable:
            if reads_null(e.text, name, e.may_pass):
                e.entry.fault(e.key, wording.MAY_BE_NULL, name=name)


def _check_wraps(
    entry: Entry, made: ir.Function, known: dict[str, tuple[When, ir.Argument]], text: str
) -> None:
    """A size that is computed of 64 bits is right for numbers with a bound alone."""
    for name, (_, a) in known.items():
        wide = a.role == "script" and a.type.wide and not a.high
        if wide and name in names(text) and text.strip() != name:
            entry.fault("size", wording.MAY_WRAP, name=name)


def _check_charged(entry: Entry, known: dict[str, tuple[When, ir.Argument]]) -> None:
    """What is less than nothing is not charged: numbers of a script's are none of these."""
    for name in names(entry.text("value")):
        a = known[name][1] if name in known else None
        if a is None or a.role != "script" or a.type.kind != "integer" or a.enum:
            continue
        least = re.fullmatch(r"\d\w*|max_t\(s64, .*, 0\)", a.low)
        if not least or not a.high:
            entry.fault("value", wording.MAY_BE_NEGATIVE, name=name)
