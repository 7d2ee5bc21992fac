# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Results of callbacks: what a script may return, and what it is in C."""

from __future__ import annotations

import difflib

from .. import ir
from ..spec import wording
from ..spec.ctree import names
from ..spec.scope import Entry, Scope
from .pointers import check_enum
from .ranges import check_number, read_names, read_range

# What a script may return, by the keys that say it.
KINDS = {"true": ("true", "false"), "enum": ("enum",), "min": ("min", "max")}
# Names that the generated function has itself.
RESERVED = ("vm", "args", "result", "value", "err", "low", "high", "test")


def verdict(scope: Scope, entry: Entry, arguments: list[ir.CallArgument]) -> ir.Verdict | None:
    below = entry.entry("returns")
    if below is None:
        return None
    kind = below.ctype("type")
    if kind.kind != "integer":
        below.fault("type", wording.NOT_AN_INTEGER, type=kind.text)
    said = [keys for keys in KINDS.values() if any(key in below for key in keys)]
    if not said:
        below.fault("", wording.VERDICT_UNSAID)
        return None
    for keys in said[1:]:
        second = next(key for key in keys if key in below)
        below.fault(second, wording.GOES_WITHOUT, what=' and '.join(said[0]))
    enum = read_names(scope, below, kind, single=True)
    nil = below.text("nil")
    nil = "" if nil == "error" else nil
    doc = below.text("doc")
    if said[0] == KINDS["true"]:
        check_number(below, "true", kind)
        check_number(below, "false", kind)
        return ir.Verdict(
            kind, "boolean", nil, doc, true=below.text("true"), false=below.text("false")
        )
    if said[0] == KINDS["enum"]:
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
    check_enum(below, kind)
    taken = read_range(below, kind)
    needs: dict[str, ir.CallArgument] = {}
    for key in ("min", "max"):
        for argument in _named(below, key, arguments):
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
                bounds.fault(key, wording.BOUND_OF_LOAN, name=name)
            elif name in RESERVED:
                bounds.fault(key, wording.BOUND_OF_RESERVED, name=name)
            found.append(known[name])
            continue
        # What is no argument may be anything of the kernel's, but not nearly an argument.
        close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.85)
        if close:
            bounds.fault(key, wording.BOUND_OF_UNKNOWN, name=name, meant=close[0])
    return found
