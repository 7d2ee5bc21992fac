# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The binding of each spec: names become what they mean; the result is its IR."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import ir
from ..spec import wording
from ..spec.cexpr import check_expressions
from ..spec.faults import Faults, Mark, nearest
from ..spec.fields import first_sentence
from ..spec.hosts import c_files, own_headers
from ..spec.load import Mapping, Sequence, plain
from ..spec.scope import LUA_WORDS, Entry, Scope, Spec, capability, constant, read_enum, read_lock
from ..wire.layouts import wire_layouts
from .apart import check_apart
from .callbacks import callback
from .calls import function, told_apart
from .ownership import releases
from .sleeping import check_sleeping
from .structs import kernel_layout
from .unique import check_unique

WIRE_KEYS = ("fields", "virtual", "records")
KERNEL_KEYS = (
    "config", "host", "init", "layouts", "functions", "callbacks", "capability",
    "constants", "locks",
)


def spec_of(tree: Mapping, file: str, dropped: frozenset[str]) -> Spec:
    name = tree.items["name"]
    wire = "wire" in tree.items or "wire" in dropped
    return Spec(str(getattr(name, "value", "")), file, tree, wire, dropped)


def resolve(
    specs: dict[str, Spec],
    broken: frozenset[str],
    faults: Faults,
    others: dict[str, Spec] | None = None,
) -> list[ir.Binding]:
    """All bindings, in order of their names; worth something only when no fault was added."""
    return [_binding(Scope(specs[name], specs, faults, broken, others)) for name in sorted(specs)]


def _binding(scope: Scope) -> ir.Binding:
    root, spec = scope.root, scope.spec
    before = len(scope.faults)
    _check_shape(scope)
    _check_names(scope)
    if not spec.wire:
        check_expressions(scope)
        check_sleeping(scope)
    enums = tuple(read_enum(name, entry) for name, _, entry in root.entries("enums"))
    layouts = [kernel_layout(scope, name, entry) for name, _, entry in root.entries("layouts")]
    if "wire" in root and "fields" in root:
        layouts = wire_layouts(scope) + layouts
    functions = []
    given_back = releases(scope)
    for name, _, entry in root.entries("functions"):
        resolved = function(scope, name, entry, given_back)
        if resolved:
            functions.append(resolved)
    callbacks = tuple(callback(scope, name, entry) for name, _, entry in root.entries("callbacks"))
    _check_order(scope, functions, callbacks)
    if "callbacks" in root and any(f.name == "attach" for f in functions):
        root.fault("functions", wording.ATTACH_TAKEN)
    _check_table(root)
    apart: tuple[ir.Apart, ...] = ()
    embedded: tuple[ir.Embedded, ...] = ()
    if len(scope.faults) == before:
        check_unique(scope)
        apart, embedded = check_apart(scope, layouts)
    title = root.text("doc")
    return ir.Binding(
        name=spec.name,
        source=spec.file,
        title=first_sentence(title),
        doc=title,
        reference=root.text("reference"),
        home="wire" if spec.wire else "kernel",
        config=root.text("config"),
        capability=capability(root),
        headers=root.texts("headers"),
        local_headers=own_headers(root),
        uses=root.texts("uses"),
        host=c_files(root),
        setup=root.flag("init"),
        example=_example(root.get("example")),
        enums=enums,
        layouts=tuple(layouts),
        apart=apart,
        embedded=embedded,
        functions=tuple(told_apart(functions)),
        callbacks=callbacks,
        probes=_probes(spec.name, layouts),
        constants=_constants(root),
        locks=tuple(read_lock(key, below) for key, _, below in root.entries("locks")),
        renames=_renames(spec.name, layouts),
    )


def _check_order(
    scope: Scope, functions: list[ir.Function], callbacks: tuple[ir.Callback, ...]
) -> None:
    """A function may not wait for who waits for a callback of its binding."""
    taken = {name: f.name for f in functions for name in f.takes}
    held = {c.name: c.holds for c in callbacks}
    for name, _, entry in scope.root.entries("callbacks"):
        for lock in held[name]:
            if lock in taken:
                entry.fault(
                    "holds", wording.COULD_WAIT_FOR_EACH_OTHER, function=taken[lock], lock=lock
                )


def _example(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _check_table(root: Entry) -> None:
    """Functions and enums are in one table of Lua."""
    taken = {name: "enums" for name, _, _ in root.entries("enums")} | {"layouts": "layouts"}
    for name, mark, _ in root.entries("functions"):
        if name in taken:
            root.scope.faults.add(
                mark, f"functions.{name}", wording.IN_TABLE_ALREADY, name=name, table=taken[name]
            )


def _constants(root: Entry) -> tuple[ir.Constant, ...]:
    taken = {name: key for key in ("functions", "enums") for name, _, _ in root.entries(key)}
    taken |= {"layouts": "layouts", "attach": "callbacks"}
    out = []
    for name, mark, node in root.pairs("constants"):
        if name in taken:
            root.scope.faults.add(
                mark, f"constants.{name}", wording.IN_TABLE_ALREADY, name=name, table=taken[name]
            )
        value = getattr(node, "value", "")
        where = f"{root.scope.spec.file}:{mark.line}" if isinstance(value, str) else ""
        text = constant(root.scope, node, f"constants.{name}")
        out.append(ir.Constant(name, text, where=where))
    return tuple(out)


def _members(layouts: list[ir.Layout]) -> Iterator[ir.Member]:
    for layout in layouts:
        for field in layout.fields:
            if isinstance(field.position, ir.Member):
                yield field.position


def _probe_macro(binding: str, at: ir.Member, member: str) -> str:
    return re.sub(r"\W+", "_", f"{binding}_has_{at.struct.split()[-1]}_{member}").upper()


def _probes(binding: str, layouts: list[ir.Layout]) -> tuple[ir.Probe, ...]:
    found: dict[str, ir.Probe] = {}
    for at in _members(layouts):
        for member in at.names if at.probe else at.names[:-1]:
            macro = _probe_macro(binding, at, member)
            found[macro] = ir.Probe(macro, at.struct, member)
        if at.probe and not at.names:
            found[at.probe] = ir.Probe(at.probe, at.struct, at.path)
    return tuple(found.values())


def _renames(binding: str, layouts: list[ir.Layout]) -> tuple[ir.Rename, ...]:
    out = {}
    for at in _members(layouts):
        if at.names:
            choices = [(_probe_macro(binding, at, member), member) for member in at.names]
            if not at.probe:
                choices[-1] = ("", at.names[-1])
            out[at.path] = ir.Rename(at.path, tuple(choices))
    return tuple(out.values())


# Headers that generated C includes.
RUNTIME = ("klua", "luadata", "glue", "find", "lua", "luaconf", "lauxlib", "lualib", "platform")


def _check_headers(scope: Scope) -> None:
    """No header of the author's has the name of one that is found before it."""
    names = {*scope.specs, *RUNTIME, f"{scope.spec.name}_probe"}
    for path, mark, file in _items(scope.root, "host"):
        stem = file.removesuffix(".h")
        if stem != file and (stem in names or re.match(r"(binding|luadata)_", stem)):
            own = stem == scope.spec.name
            owner = wording.OWN_HEADER if own else wording.OTHER_HEADER
            scope.faults.add(mark, path, wording.HEADER_NAMED_AS_OTHER, file=file, owner=owner)
    for path, mark, header in _items(scope.root, "headers"):
        if "/" not in header:
            scope.faults.add(mark, path, wording.HEADER_OF_HOST, header=header)
    structs = [
        entry
        for entry in (scope.root.entry("wire"), *(e for _, _, e in scope.root.entries("records")))
        if entry and "c" in entry
    ]
    if structs and "headers" not in scope.root and "headers" not in scope.spec.dropped:
        structs[0].fault("c", wording.DECLARED_NOWHERE)
    elif scope.spec.wire and "headers" in scope.root and not structs and not scope.spec.dropped:
        scope.root.fault("headers", wording.HEADERS_WITHOUT_C)


def _items(root: Entry, key: str) -> Iterator[tuple[str, Mark, str]]:
    node = root.node.items.get(key)
    for i, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        yield f"{key}[{i}]", item.mark, str(plain(item))


# Names that scripts write behind a dot.
DOTTED = ("fields", "virtual", "functions", "constants", "layouts", "enums")


def _check_names(scope: Scope) -> None:
    root = scope.root
    wire = root.entry("wire")
    tables = [(root, key) for key in DOTTED]
    tables += [(below, "fields") for _, _, below in root.entries("layouts")]
    for entry, key in tables:
        for name, mark, _ in entry.pairs(key):
            if name not in LUA_WORDS:
                continue
            below = f"{entry.path}.{key}" if entry.path else key
            renamed = key == "fields" and (entry is not root or (wire and "c" in wire))
            hint = (wording.CALL_IT_AND_SAY_C if renamed else wording.CALL_IT).format(name=name)
            scope.faults.add(mark, f"{below}.{name}", wording.WORD_OF_LUA, name=name, hint=hint)


def _check_shape(scope: Scope) -> None:
    root = scope.root
    for key in KERNEL_KEYS if scope.spec.wire else WIRE_KEYS:
        if key in root:
            kind = wording.KERNEL_BINDINGS if scope.spec.wire else "wire"
            scope.faults.add(root.node.keys[key], key, wording.GOES_WITH, what=kind)
    if "wire" in root and "fields" not in root and not scope.spec.dropped:
        root.fault("wire", wording.WIRE_WITHOUT_FIELDS)
    hosted = c_files(root) or "host" in scope.spec.dropped
    if "init" in root and not hosted:
        root.fault("init", wording.GOES_WITH, what="host")
    if "callbacks" in root and not hosted:
        root.fault("callbacks", wording.CALLBACKS_WITHOUT_HOST)
    _check_headers(scope)
    for other in root.texts("uses"):
        if other in scope.broken:
            continue
        if other not in scope.specs:
            hint = nearest(other, {*scope.others, *scope.specs})
            root.fault("uses", wording.NO_SUCH_SPEC, name=other, hint=hint)
        elif other == scope.spec.name:
            root.fault("uses", wording.USES_ITSELF)
