# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve: names become what they mean; the result is the IR of each binding."""

from __future__ import annotations

from . import ir
from .callbacks import callback
from .calls import function
from .faults import Faults, nearest
from .fields import first_sentence
from .load import Mapping
from .scope import Scope, Spec, read_enum
from .structs import kernel_layout
from .wire import wire_layouts

WIRE_KEYS = ("fields", "virtual", "records")
KERNEL_KEYS = (
    "headers", "config", "host", "init", "layouts", "functions", "callbacks", "capability"
)


def spec_of(tree: Mapping, file: str, dropped: frozenset[str]) -> Spec:
    name = tree.items["name"]
    wire = "wire" in tree.items or "wire" in dropped
    return Spec(str(getattr(name, "value", "")), file, tree, wire, dropped)


def resolve(
    specs: dict[str, Spec],
    broken: frozenset[str],
    faults: Faults,
    others: frozenset[str] = frozenset(),
) -> list[ir.Binding]:
    """All bindings, in order of their names; worth something only when no fault was added."""
    return [_binding(Scope(specs[name], specs, faults, broken, others)) for name in sorted(specs)]


def _binding(scope: Scope) -> ir.Binding:
    root, spec = scope.root, scope.spec
    _check_shape(scope)
    enums = tuple(read_enum(name, entry) for name, _, entry in root.entries("enums"))
    layouts = [kernel_layout(scope, name, entry) for name, _, entry in root.entries("layouts")]
    if "wire" in root and "fields" in root:
        layouts = wire_layouts(scope) + layouts
    functions = []
    for name, _, entry in root.entries("functions"):
        resolved = function(scope, name, entry)
        if resolved:
            functions.append(resolved)
    callbacks = tuple(callback(scope, name, entry) for name, _, entry in root.entries("callbacks"))
    if "callbacks" in root and any(f.name == "attach" for f in functions):
        root.fault("functions", "'attach' is the generated door of the callbacks")
    title = root.text("doc")
    return ir.Binding(
        name=spec.name,
        source=spec.file,
        title=first_sentence(title),
        doc=title,
        reference=root.text("reference"),
        home="wire" if spec.wire else "kernel",
        config=root.text("config"),
        capability=root.text("capability"),
        headers=tuple(h for h in root.texts("headers") if "/" in h),
        local_headers=tuple(h for h in root.texts("headers") if "/" not in h),
        uses=root.texts("uses"),
        host=root.texts("host"),
        setup=root.flag("init"),
        example=_example(root.get("example")),
        enums=enums,
        layouts=tuple(layouts),
        functions=tuple(functions),
        callbacks=callbacks,
        probes=_probes(layouts),
    )


def _example(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _probes(layouts: list[ir.Layout]) -> tuple[ir.Probe, ...]:
    found: dict[str, ir.Probe] = {}
    for layout in layouts:
        for field in layout.fields:
            at = field.position
            if isinstance(at, ir.Member) and at.probe:
                found[at.probe] = ir.Probe(at.probe, at.struct, at.path)
    return tuple(found.values())


def _check_shape(scope: Scope) -> None:
    root = scope.root
    for key in KERNEL_KEYS if scope.spec.wire else WIRE_KEYS:
        if key in root:
            kind = "kernel bindings, not with wire" if scope.spec.wire else "wire"
            scope.faults.add(root.node.keys[key], key, f"goes with {kind}")
    if "wire" in root and "fields" not in root and not scope.spec.dropped:
        root.fault("wire", "a wire format needs fields")
    if "init" in root and "host" not in root and "host" not in scope.spec.dropped:
        root.fault("init", "goes with host")
    if "callbacks" in root and "host" not in root and "host" not in scope.spec.dropped:
        root.fault("callbacks", "callbacks need host: the C file that says when the kernel calls")
    for other in root.texts("uses"):
        if other in scope.broken:
            continue
        if other not in scope.specs:
            root.fault("uses", f"there is no spec '{other}'{nearest(other, scope.others | set(scope.specs))}")
        elif other == scope.spec.name:
            root.fault("uses", "a spec does not use itself")
