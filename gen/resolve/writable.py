# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Writable fields of lent headers: which scripts may write, and where."""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from ..spec import wording
from ..spec.faults import Faults, nearest
from ..spec.load import Sequence, plain
from ..spec.scope import Entry, Scope
from ..wire.layouts import wire_layouts


def writable(
    scope: Scope, callback: Entry, arguments: list[ir.CallArgument]
) -> ir.Writable | None:
    entry = callback.entry("writable")
    if entry is None:
        return None
    places = _places(scope, callback, entry)
    if places is None:
        return None
    views = []
    for path, _, below in entry.entries("fields"):
        view = _view(scope, arguments, path, below)
        layout = _layout(scope, view, path, below)
        if view and layout:
            grants = tuple(_grants(below, layout, places))
            views.append(ir.Grants(path, view, grants))
    return ir.Writable(entry.text("by"), tuple(views))


def _places(scope: Scope, callback: Entry, entry: Entry) -> ir.Enum | None:
    """The values of the key that says where the callback is called."""
    keys = {name: below for name, _, below in callback.entries("attach")}
    name = entry.text("by")
    if name not in keys:
        entry.fault("by", wording.NO_SUCH_KEY, name=name, hint=nearest(name, keys))
        return None
    if "enum" not in keys[name] or keys[name].text("unknown", "refuse") != "refuse":
        entry.fault("by", wording.KEY_WITHOUT_ENUM, name=name)
        return None
    return scope.enum(keys[name])


def _view(
    scope: Scope, arguments: list[ir.CallArgument], path: str, entry: Entry
) -> ir.LayoutRef | None:
    """The layout behind ARGUMENT or ARGUMENT.FIELD."""
    name, _, field = path.partition(".")
    lent = {a.name: a for a in arguments if a.view and a.of}
    if name not in lent:
        entry.fault("", wording.NO_SUCH_VIEW, name=name, hint=nearest(name, lent))
        return None
    view = lent[name].view
    if not field or view is None:
        return view
    spec = scope.specs.get(view.binding)
    for layout, _, below in Entry(scope, spec.tree, "").entries("layouts") if spec else ():
        fields = {key: found for key, _, found in below.entries("fields") if layout == view.name}
        if field in fields and "view" in fields[field]:
            return scope.layout(fields[field], "view")
        if fields:
            entry.fault(
                "",
                wording.VIEW_WITHOUT_VIEW,
                argument=name,
                field=field,
                hint=nearest(field, fields),
            )
    return None


def _layout(
    scope: Scope, view: ir.LayoutRef | None, path: str, entry: Entry
) -> ir.Layout | None:
    spec = scope.specs.get(view.binding) if view else None
    if view is None or spec is None or view.binding in scope.broken:
        return None
    if not spec.wire:
        entry.fault("", wording.NO_WIRE_FORMAT, view=path)
        return None
    other = Scope(spec, scope.specs, Faults(), scope.broken)
    return next((found for found in wire_layouts(other) if found.name == view.name), None)


def _steps(layout: ir.Layout) -> Iterator[ir.Steps]:
    for field in layout.fields:
        if isinstance(field.position, (ir.Computed, ir.Walked, ir.Value)):
            yield field.position.steps
        if field.records:
            yield field.records.until
            if field.records.chain:
                yield field.records.chain.last
    yield from (found.steps for found in layout.findings)
    if layout.checksum:
        yield layout.checksum.steps


def _deciding(layout: ir.Layout) -> set[str]:
    """Fields that say where or whether others are."""
    found = {step.name for steps in _steps(layout) for step in steps.steps}
    for field in layout.fields:
        if isinstance(field.position, ir.Computed):
            found |= {operand.name for operand in field.position.operands}
        if field.records and field.records.chain:
            found.add(field.records.chain.first)
    return found


def _grants(entry: Entry, layout: ir.Layout, places: ir.Enum) -> Iterator[ir.Grant]:
    numbers = {field.name: i for i, field in enumerate(layout.fields)}
    deciding = _deciding(layout)
    named = {constant.name: constant for constant in places.constants}
    for name in entry.node.items:
        if name not in numbers:
            entry.fault(
                name,
                wording.LAYOUT_WITHOUT_FIELD,
                layout=layout.title,
                name=name,
                hint=nearest(name, numbers),
            )
            continue
        why = _refusal(layout.fields[numbers[name]], deciding)
        if why:
            entry.fault(name, why)
            continue
        allowed = []
        for place in _words(entry, name):
            if place not in named:
                entry.fault(
                    name,
                    wording.NO_SUCH_PLACE,
                    place=place,
                    enum=places.name,
                    hint=nearest(place, named),
                )
            else:
                allowed.append(named[place])
        yield ir.Grant(name, numbers[name], tuple(allowed))


def _words(entry: Entry, name: str) -> tuple[str, ...]:
    node = entry.node.items[name]
    return tuple(str(plain(item)) for item in node.items) if isinstance(node, Sequence) else ()


def _refusal(field: ir.Field, deciding: set[str]) -> str:
    """Why scripts cannot be let write a field of a header, or nothing."""
    at = field.position
    if field.access == "ro":
        return wording.READ_ONLY_BY_ITSELF
    if field.name in deciding:
        return wording.DECIDES_PLACES
    if not field.kind.whole:
        return wording.NOT_ONE_BY_ONE
    if not isinstance(at, ir.At) and not (field.union and isinstance(at, ir.Walked)):
        return wording.LIES_WHERE_OTHERS_SAY
    return ""
