# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, results of callbacks: what a script may return, and what it is in C."""

from __future__ import annotations

import difflib

from .. import ir
from ..spec.ctree import names
from ..spec.scope import Entry, Scope
from .pointers import check_enum
from .ranges import check_constants, check_number, read_range

KINDS = ("boolean", "integer", "enum")
# Names that the generated function has itself.
RESERVED = ("vm", "args", "result", "value", "err", "low", "high", "test")


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
        check_number(values, "true", kind)
        check_number(values, "false", kind)
        return ir.Verdict(
            kind, "boolean", nil, doc, true=values.text("true"), false=values.text("false")
        )
    if said[0] == "enum":
        enum = scope.enum(below)
        check_constants(below, "enum", enum, kind)
        return ir.Verdict(
            kind,
            "enum",
            nil,
            doc,
            low=f"(s64)({kind.low})" if kind.low else "S64_MIN",
            high=f"(s64)({kind.high})" if kind.high else "S64_MAX",
            enum=enum,
            strict=below.text("unknown", "refuse") == "refuse",
        )
    return _integer(below, kind, nil, doc, arguments)


def _integer(
    below: Entry, kind: ir.CType, nil: str, doc: str, arguments: list[ir.CallArgument]
) -> ir.Verdict:
    bounds = below.entry("integer")
    assert bounds is not None
    check_enum(bounds, kind)
    taken = read_range(bounds, kind)
    needs: dict[str, ir.CallArgument] = {}
    for key in ("min", "max"):
        for argument in _named(bounds, key, arguments):
            needs[argument.name] = argument
    return ir.Verdict(
        kind,
        "integer",
        nil,
        doc,
        low=taken.low,
        high=taken.high,
        range=taken.words,
        needs=tuple(a for a in arguments if a.name in needs),
    )


def _named(bounds: Entry, key: str, arguments: list[ir.CallArgument]) -> list[ir.CallArgument]:
    """The callback's arguments that an expression names."""
    known = {argument.name: argument for argument in arguments}
    found = []
    for name in names(bounds.text(key)):
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
