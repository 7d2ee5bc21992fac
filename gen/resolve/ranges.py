# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Ranges: which integers a type of C takes from a script, whatever expressions come to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import ir
from ..spec import wording
from ..spec.carith import wide
from ..spec.cdecl import SIGNED, limits
from ..spec.scope import Entry, Scope

INTEGER = re.compile(r"-?(0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)")


@dataclass(frozen=True)
class Range:
    """Bounds in C that lie within the type, and the same for people."""

    low: str
    high: str
    words: str


def read_range(entry: Entry, kind: ir.CType) -> Range:
    """What `min` and `max` say of a value of this type."""
    if kind.wide and ("min" in entry) != ("max" in entry):
        entry.fault("", wording.WIDE_WITHOUT_BOUNDS, type=kind.text)
    low, high = entry.text("min", kind.low), entry.text("max", kind.high)
    words = f"from {low} to {high}" if low or high else ""
    _check_numbers(entry, kind, low, high)
    named = kind.wide and "enum" in entry  # the names say which
    return Range(
        _within(low, kind.low or ("" if kind.text in SIGNED else "0"), "max_t")
        or ("LLONG_MIN" if named else ""),
        _within(high, kind.high, "min_t") or ("LLONG_MAX" if named else ""),
        words,
    )


def read_names(scope: Scope, entry: Entry, kind: ir.CType, single: bool) -> ir.Enum | None:
    """The names that stand for values of this type; @single: one of them at a time."""
    if "unknown" in entry and "enum" not in entry:
        entry.fault("unknown", wording.GOES_WITH, what="enum")
    enum = scope.single_enum(entry) if single else scope.enum(entry)
    for constant in enum.constants if enum and kind.kind == "integer" else ():
        value = constant.value
        if INTEGER.fullmatch(value) and not _holds(kind, value):
            entry.fault(
                "enum",
                wording.CONSTANT_NOT_IN_TYPE,
                name=constant.name,
                value=value,
                range=_range_of(kind),
            )
    return enum


def check_number(entry: Entry, key: str, kind: ir.CType) -> None:
    """A value that C gets as it is: when it is a number, the type has to hold it."""
    text = entry.text(key)
    if kind.kind == "integer" and INTEGER.fullmatch(text) and not _holds(kind, text):
        entry.fault(key, _range_of(kind))


def _within(given: str, limit: str, narrower: str) -> str:
    if not given or given == limit or INTEGER.fullmatch(given):
        return given
    return f"{narrower}(s64, {wide(given)}, {limit})" if limit else wide(given)


def _holds(kind: ir.CType, text: str) -> bool:
    """Whether a number is one of the type; scripts see the upper half of 64 bits as negative."""
    least, most = limits(kind)
    return least <= int(text, 0) <= (2 * most + 1 if kind.wide and not least else most)


def _range_of(kind: ir.CType) -> str:
    least, most = limits(kind)
    return wording.TYPE_HOLDS.format(type=kind.text, least=least, most=most)


def _check_numbers(entry: Entry, kind: ir.CType, low: str, high: str) -> None:
    """Bounds that are plain numbers: within the type, and the right way round."""
    least, most = limits(kind)
    for key, text in (("min", low), ("max", high)):
        if key in entry and INTEGER.fullmatch(text) and not least <= int(text, 0) <= most:
            entry.fault(key, _range_of(kind))
            return
    if INTEGER.fullmatch(low) and INTEGER.fullmatch(high) and int(low, 0) > int(high, 0):
        entry.fault("max", wording.NO_VALUE_LEFT)
