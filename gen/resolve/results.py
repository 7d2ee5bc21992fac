# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, results of callbacks: what a script may return, and what it is in C."""

from __future__ import annotations

import difflib
import re

from .. import ir
from ..spec.cdecl import BITS, SIGNED
from ..spec.scope import Entry, Scope

KINDS = ("boolean", "integer", "enum")
# Names that the generated function has itself.
RESERVED = ("vm", "args", "result", "value", "err", "low", "high", "test")
# A name of an expression, but not a member's.
NAME = re.compile(r"(?<![\w.>])[A-Za-z_]\w*")
INTEGER = re.compile(r"-?(0[xX][0-9a-fA-F]+|[0-9]+)")


def verdict(scope: Scope, entry: Entry, arguments: list[ir.CallArgument]) -> ir.Verdict | None:
    below = entry.entry("returns")
    if below is None:
        return None
    kind = below.ctype("c")
    if kind.kind != "integer":
        below.fault("c", f"'{kind.text}' is not an integer")
    said = [key for key in KINDS if key in below]
    if not said:
        below.fault("", "say what the script returns: boolean, integer or enum")
        return None
    if len(said) > 1:
        below.fault(said[1], f"goes without {said[0]}")
    if "unknown" in below and "enum" not in below:
        below.fault("unknown", "goes with enum")
    nil = below.text("nil")
    nil = "" if nil == "error" else nil
    doc = below.text("doc")
    if said[0] == "boolean":
        values = below.entry("boolean")
        assert values is not None
        return ir.Verdict(
            kind, "boolean", nil, doc, true=values.text("true"), false=values.text("false")
        )
    if said[0] == "enum":
        return ir.Verdict(
            kind,
            "enum",
            nil,
            doc,
            low=f"(s64)({kind.low})" if kind.low else "S64_MIN",
            high=f"(s64)({kind.high})" if kind.high else "S64_MAX",
            enum=scope.enum(below),
            strict=below.text("unknown", "refuse") == "refuse",
        )
    return _integer(below, kind, nil, doc, arguments)


def _integer(
    below: Entry, kind: ir.CType, nil: str, doc: str, arguments: list[ir.CallArgument]
) -> ir.Verdict:
    bounds = below.entry("integer")
    assert bounds is not None
    low, high = bounds.text("min"), bounds.text("max")
    if "below" in bounds:
        for key in ("min", "max"):
            if key in bounds:
                bounds.fault(key, "goes without below")
        end = bounds.text("below")
        low = "0"
        high = str(int(end, 0) - 1) if INTEGER.fullmatch(end) else f"(s64)({end}) - 1"
        words = f"from 0, below {end}"
    else:
        if kind.wide and not (low and high):
            bounds.fault(
                "", f"'{kind.text}' has as many values as a Lua integer: give both min and max"
            )
        words = f"from {low or kind.low} to {high or kind.high}"
    _check_numbers(bounds, kind, low, high)
    needs: dict[str, ir.CallArgument] = {}
    for key in ("below", "min", "max"):
        for argument in _named(bounds, key, arguments):
            needs[argument.name] = argument
    return ir.Verdict(
        kind,
        "integer",
        nil,
        doc,
        low=_bound(low, kind.low or ("" if kind.text in SIGNED else "0"), "max_t"),
        high=_bound(high, kind.high, "min_t"),
        range=words,
        needs=tuple(a for a in arguments if a.name in needs),
    )


def _bound(given: str, limit: str, narrower: str) -> str:
    """A bound that lies within the C type, whatever the expression gives."""
    if not given:
        return f"(s64)({limit})"
    if INTEGER.fullmatch(given):
        return given
    cast = given if given.startswith("(s64)") else f"(s64)({given})"
    return f"{narrower}(s64, {cast}, {limit})" if limit else cast


def _check_numbers(bounds: Entry, kind: ir.CType, low: str, high: str) -> None:
    """Bounds that are plain numbers: within the type, and the right way round."""
    bits = BITS.get(kind.text, 64)
    signed = kind.text in SIGNED
    least = -(1 << (bits - 1)) if signed else 0
    most = (1 << (bits - 1 if signed or bits == 64 else bits)) - 1
    for key, text in (("min", low), ("max", high), ("below", high)):
        if key in bounds and INTEGER.fullmatch(text) and not least <= int(text, 0) <= most:
            bounds.fault(key, f"'{kind.text}' holds {least} to {most}")
    if INTEGER.fullmatch(low) and INTEGER.fullmatch(high) and int(low, 0) > int(high, 0):
        key = "below" if "below" in bounds else "max"
        bounds.fault(key, "leaves no value")


def _named(bounds: Entry, key: str, arguments: list[ir.CallArgument]) -> list[ir.CallArgument]:
    """The callback's arguments that an expression names."""
    known = {argument.name: argument for argument in arguments}
    found = []
    for name in NAME.findall(bounds.text(key)):
        if name in known:
            if known[name].of:
                bounds.fault(key, f"'{name}' is a range of a loan, no value of C")
            elif name in RESERVED:
                bounds.fault(key, f"rename the argument '{name}': the generated C uses that name")
            found.append(known[name])
            continue
        # What is no argument may be anything of the kernel's, but not nearly an argument.
        close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.85)
        if close:
            bounds.fault(
                key, f"the callback has no argument '{name}' (did you mean '{close[0]}'?)"
            )
    return found
