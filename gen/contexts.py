# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen contexts: the test that calls what a binding has, for lab/contexts to run everywhere.

One file of Lua for each binding: pieces of scripts, and what is to be called by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import ir
from .output.templates import environment
from .spec.shown import parts, views_of

HELP = "write the test that calls everything, for lab/contexts"


@dataclass(frozen=True)
class Call:
    """One piece of a script: calls a function, or reads a view that others lend."""

    function: ir.Function | None
    given: str  # the call, in Lua
    views: tuple[tuple[int, str, bool], ...]  # which result is a view of which layout; a list?
    reads: tuple[str, ...]  # layouts of which all fields are read


def programs(bindings: list[ir.Binding]) -> dict[str, str]:
    """Files of Lua, by name."""
    out = {}
    for b in bindings:
        if b.home == "wire" or not (b.functions or b.layouts):
            continue
        template = environment().get_template("contexts.lua.j2")
        text = template.render(b=b, calls=_calls(b), readable=_readable(b), given=_given)
        out[f"{b.name}.lua"] = re.sub(r"\n{2,}", "\n", text)
    return out


def _readable(b: ir.Binding) -> list[ir.Layout]:
    return [la for la in b.layouts if la.home in ("kernel", "placed")]


def _calls(b: ir.Binding) -> list[Call]:
    out = [_call(b, f) for f in b.functions if not f.inside]
    made = {name for call in out for name in call.reads}
    for la in b.layouts:
        if la.home == "kernel" and la.name not in made:
            reads = tuple(sorted({la.name} | parts(b, la.name)))
            out.append(Call(None, f'captured["{la.title}"]()', ((1, la.name, False),), reads))
    return out


def _call(b: ir.Binding, f: ir.Function) -> Call:
    r = f.returns
    views = []
    if r.view and r.view.static:
        views.append((1, r.view.name, r.kind == "list"))
    first = 2 if r.kind in ("view", "value") else 1
    for place, out in enumerate(f.outs, first):
        if out.view and out.view.static:
            views.append((place, out.view.name, False))
    readable = {la.name for la in _readable(b)}
    views = [view for view in views if view[1] in readable]
    reads = {name for view in views_of(f) for name in {view.name} | parts(b, view.name)}
    arguments = ", ".join(_given(b, a) for a in f.script)
    call = f"binding.{f.name}({arguments})"
    return Call(f, call, tuple(views), tuple(sorted(reads & readable)))


def _given(b: ir.Binding, a: ir.Argument) -> str:
    """A right value of an argument, in Lua."""
    if a.sample:
        return a.sample
    if a.view:
        return _object(b, a.view)
    if a.enum:
        return a.enum.constants[0].lua
    if a.role == "bytes":
        return "'some bytes'" if a.length else f"('x'):rep({a.maximum})"
    if a.type.kind in ("bool", "string"):
        return {"bool": "true", "string": "'text'"}[a.type.kind]
    return a.low if re.fullmatch(r"-?[0-9]+", a.low) else "1"


def _object(b: ir.Binding, view: ir.LayoutRef) -> str:
    """A view of a layout: what a function of the binding gives, or what the test has captured."""
    for f in b.functions:
        found = views_of(f)
        if view.static and found and found[0].name == view.name and not f.inside:
            if f.returns.view or f.returns.kind in ("none", "ignore", "errno", "status"):
                arguments = ", ".join(_given(b, a) for a in f.script)
                return f"(binding.{f.name}({arguments}))"
    title = view.name if view.name == view.binding else f"{view.binding}.{view.name}"
    return f'captured["{title}"]()'
