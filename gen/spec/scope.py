# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What the resolving of one spec knows: its tree, the other specs, and where faults go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import ir
from . import wording
from .carith import operand
from .cdecl import DeclarationError, Prototype, ctype, prototype
from .faults import Faults, Mark, nearest
from .load import Mapping, Node, Scalar, Sequence, plain
from .names import CAPABILITIES


# `v.end` is not an expression of Lua.
LUA_WORDS = frozenset(
    "and break do else elseif end false for function goto if in local nil not or repeat return "
    "then true until while".split()
)


@dataclass(frozen=True)
class Spec:
    """A spec that is of the language; not yet resolved."""

    name: str
    file: str  # as outputs name it
    tree: Mapping
    wire: bool
    dropped: frozenset[str] = frozenset()  # names of nodes that have faults of their own


class Entry:
    """A mapping of a spec, with its path: checked by the schema, so kinds are right."""

    def __init__(self, scope: "Scope", node: Mapping, path: str) -> None:
        self.scope = scope
        self.node = node
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self.node.items

    def get(self, key: str) -> object:
        node = self.node.items.get(key)
        return None if node is None else plain(node)

    def text(self, key: str, default: str = "") -> str:
        value = self.get(key)
        if isinstance(value, bool):
            return "true" if value else "false"
        return default if value is None else " ".join(str(value).split())

    def number(self, key: str) -> int | None:
        value = self.get(key)
        return value if type(value) is int else None

    def flag(self, key: str) -> bool:
        return self.get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        node = self.node.items.get(key)
        return tuple(str(plain(item)) for item in node.items) if isinstance(node, Sequence) else ()

    def promises(self, what: str) -> bool:
        return what in self.texts("promises")

    def mark(self, key: str = "") -> Mark:
        if key in self.node.items:
            return self.node.items[key].mark
        return self.node.mark

    def entry(self, key: str) -> "Entry | None":
        node = self.node.items.get(key)
        return Entry(self.scope, node, self._below(key)) if isinstance(node, Mapping) else None

    def entries(self, key: str) -> Iterator[tuple[str, Mark, "Entry"]]:
        """The mappings below a key; an empty value is an empty mapping."""
        table = self.node.items.get(key)
        if not isinstance(table, Mapping):
            return
        for name, node in table.items.items():
            below = node if isinstance(node, Mapping) else Mapping({}, {}, node.mark)
            yield name, table.keys[name], Entry(self.scope, below, f"{self._below(key)}.{name}")

    def values(self, key: str) -> tuple[int | str, ...]:
        """Numbers and words under a key: one, or a list of them."""
        value = self.get(key)
        found = value if isinstance(value, list) else [value]
        return tuple(item for item in found if isinstance(item, (int, str)))

    def sequence(self, key: str) -> Iterator["Entry"]:
        """The mappings of a list."""
        node = self.node.items.get(key)
        for i, item in enumerate(node.items if isinstance(node, Sequence) else ()):
            if isinstance(item, Mapping):
                yield Entry(self.scope, item, f"{self._below(key)}[{i}]")

    def pairs(self, key: str) -> Iterator[tuple[str, Mark, Node]]:
        table = self.node.items.get(key)
        if isinstance(table, Mapping):
            for name, node in table.items.items():
                yield name, table.keys[name], node

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, text: str, /, column: int = 0, **values: object) -> None:
        mark = self.mark(key)
        if column:
            node = self.node.items[key]
            quote = 1 if isinstance(node, Scalar) and node.quoted else 0
            mark = Mark(mark.file, mark.line, mark.column + column - 1 + quote)
        path = self._below(key) if key in self.node.items else self.path
        self.scope.faults.add(mark, path, text, **values)

    def where(self) -> str:
        return f"{self.scope.spec.file}:{self.node.mark.line}"

    def ctype(self, key: str, text: str | None = None) -> ir.CType:
        """The C type under a key; a fault and `other` when it is none."""
        try:
            return ctype(self.text(key) if text is None else text)
        except DeclarationError as error:
            self.fault(key, str(error))
            return ir.CType("int", "other")


class Scope:
    """One spec among all."""

    def __init__(
        self,
        spec: Spec,
        specs: dict[str, Spec],
        faults: Faults,
        broken: frozenset[str] = frozenset(),
        others: dict[str, Spec] | None = None,
    ) -> None:
        self.spec = spec
        self.specs = specs
        self.faults = faults
        # Specs that have faults of their own: what refers to them is not blamed.
        self.broken = broken
        # Specs of the tree that these do not use.
        self.others = others or {}
        self.root = Entry(self, spec.tree, "")

    def _other(self, entry: Entry, key: str, binding: str) -> Spec | None:
        uses = self.root.texts("uses")
        if binding not in uses:
            entry.fault(key, wording.NOT_IN_USES, binding=binding, hint=nearest(binding, uses))
            return None
        return self.specs.get(binding)

    def enum(self, entry: Entry) -> ir.Enum | None:
        """The enum named under `enum`; None when there is no such key or no such enum."""
        key = "enum"
        name = entry.text(key)
        if not name:
            return None
        spec: Spec | None = self.spec
        if "." in name:
            binding, name = name.split(".")
            spec = self._other(entry, key, binding)
        if spec is None:
            return None
        home = Scope(spec, self.specs, Faults() if spec is not self.spec else self.faults)
        for found, _, below in home.root.entries("enums"):
            if found == name and self.spec.wire and not spec.wire:
                entry.fault(key, wording.ENUM_OF_C, name=name)
                return None
            if found == name:
                return read_enum(found, below)
        if name in spec.dropped:
            return None
        names = [found for found, _, _ in home.root.entries("enums")]
        entry.fault(key, wording.NO_SUCH_ENUM, name=name, hint=nearest(name, names))
        return None

    def single_enum(self, entry: Entry) -> ir.Enum | None:
        """The same, of which one constant holds at a time."""
        enum = self.enum(entry)
        if enum and enum.flags:
            entry.fault("enum", wording.ENUM_OF_FLAGS, name=enum.name)
        return enum

    def bound_fields(self, view: ir.LayoutRef | None) -> Iterator[tuple[str, str]]:
        return bound_fields(self.specs, view)

    def layout(self, entry: Entry, key: str) -> ir.LayoutRef | None:
        """The layout named under a key."""
        name = entry.text(key)
        if "." in name:
            binding, name = name.split(".")
            spec = self._other(entry, key, binding)
            return _find(self.specs, spec, name, False) if spec else None
        own = _find(self.specs, self.spec, name, True)
        if own:
            return own
        uses = self.root.texts("uses")
        if name in uses and name in self.specs:
            found = _find(self.specs, self.specs[name], name, False)
            if found:
                return found
        if name in self.broken or name in self.spec.dropped:
            return None
        known = [found for found, _, _ in self.root.entries("layouts")]
        known += [other for other in uses if other in self.specs]
        entry.fault(key, wording.NO_SUCH_LAYOUT, name=name, hint=nearest(name, known))
        return None


def symbol(binding: str, layout: str) -> str:
    """A layout's name in C."""
    return f"luadata_layout_{binding}" + ("" if layout == binding else f"_{layout}")


def capability(entry: Entry) -> str:
    name = entry.text("capability")
    known = {f"CAP_{word}" for word in CAPABILITIES}
    if name and name not in known:
        entry.fault("capability", wording.NO_SUCH_CAPABILITY, name=name, hint=nearest(name, known))
    return name


def read_prototype(entry: Entry) -> Prototype | None:
    try:
        return prototype(entry.text("c"))
    except DeclarationError as error:
        entry.fault("c", str(error), error.column)
        return None


def _items(node: Node | None) -> dict[str, Node]:
    return node.items if isinstance(node, Mapping) else {}


def _word(items: dict[str, Node], key: str, default: str = "") -> str:
    node = items.get(key)
    return str(node.value) if isinstance(node, Scalar) else default


def fields_below(
    specs: dict[str, Spec], spec: Spec, name: str, depth: int = 8
) -> Iterator[tuple[str, dict[str, Node], bool]]:
    """The fields of a layout, each followed by those of its view: name, what it is, writable."""
    layout = _items(_items(spec.tree.items.get("layouts")).get(name))
    default = _word(layout, "access", "ro")
    for field, node in _items(layout.get("fields")).items():
        items = _items(node)
        yield field, items, _word(items, "access", default) != "ro"
        view = _word(items, "view")
        binding, _, below = view.rpartition(".")
        own = not binding and view in _items(spec.tree.items.get("layouts"))
        other = spec if own else specs.get(binding or view)
        if other and not other.wire and view and depth:
            for inner, found, written in fields_below(specs, other, below, depth - 1):
                yield f"{field}.{inner}", found, written


def _find(specs: dict[str, Spec], spec: Spec, name: str, own: bool) -> ir.LayoutRef | None:
    layouts = _items(spec.tree.items.get("layouts"))
    if name in layouts:
        writable = any(written for _, _, written in fields_below(specs, spec, name))
        c = _word(_items(layouts[name]), "c")
        return ir.LayoutRef(spec.name, name, symbol(spec.name, name), own, c, writable)
    records = _items(spec.tree.items.get("records"))
    if name in records or (spec.wire and name == spec.name):
        return ir.LayoutRef(spec.name, name, symbol(spec.name, name), own)
    return None


# What a computed field may be made of where it has to work on a copy: members, numbers, operators.
PLAIN_VALUE = re.compile(
    r"^(object->[A-Za-z_][\w.]*|[A-Z_][A-Z0-9_]*|[0-9]\w*|[-+*/%&|^~!<>=?:() ])+$"
)


def _binding_to_memory(field: dict[str, Node]) -> str:
    """Why a field works on the kernel's own object only, or nothing."""
    if "lock" in field:
        return wording.NEEDS_LOCK
    if "->" in _word(field, "c") or "limit" in field and "count" not in field:
        return wording.FOLLOWS_POINTER
    value = _word(field, "value", "0")
    if not PLAIN_VALUE.match(value) or re.search(r"(^|[^\w) ])\s*\*", value):
        return wording.MAY_FOLLOW_POINTER
    return ""


def bound_fields(specs: dict[str, Spec], view: ir.LayoutRef | None) -> Iterator[tuple[str, str]]:
    """Fields of a layout that a copy of its struct cannot have, and why."""
    if view is None or view.binding not in specs:
        return
    for name, items, _ in fields_below(specs, specs[view.binding], view.name):
        reason = _binding_to_memory(items)
        if reason:
            yield name, reason


def lock_of(scope: Scope, entry: Entry) -> ir.Lock | None:
    """The lock named under `lock`."""
    name = entry.text("lock")
    if not name:
        return None
    locks = {key: below for key, _, below in scope.root.entries("locks")}
    if name not in locks:
        if name not in scope.spec.dropped:
            entry.fault("lock", wording.NO_SUCH_LOCK, name=name, hint=nearest(name, locks))
        return None
    return read_lock(name, locks[name])


def read_lock(name: str, entry: Entry) -> ir.Lock:
    return ir.Lock(
        name, entry.text("acquire"), entry.text("release"), "context" in entry,
        entry.text("doc"), entry.where(),
    )  # fmt: skip


def constant(scope: Scope, node: Node, path: str) -> str:
    """A number, or an expression, in C: of 64 bits, the upper half may be written either way."""
    value = node.value if isinstance(node, Scalar) else 0
    if type(value) is not int:
        return str(value)
    if not -(1 << 63) <= value < 1 << 64:
        scope.faults.add(node.mark, path, wording.MORE_THAN_64_BITS, value=value)
        return "0"
    if value == -(1 << 63) and not scope.spec.wire:
        return "LLONG_MIN"  # no number of C
    return str(value) if value < 1 << 63 else hex(value)


def read_enum(name: str, entry: Entry) -> ir.Enum:
    prefix = entry.text("prefix")
    listed = entry.node.items.get("constants")
    found: list[tuple[str, Node]] = []
    if isinstance(listed, Sequence):
        if not prefix:
            entry.fault("constants", wording.LIST_WITHOUT_PREFIX)
        found = [(str(plain(node)).lower(), node) for node in listed.items]
    else:
        found = [(key, node) for key, _, node in entry.pairs("constants")]
    constants: list[ir.Constant] = []
    for key, node in found:
        value = node.value if isinstance(node, Scalar) else 0
        if isinstance(value, str) and entry.scope.spec.wire:
            entry.scope.faults.add(
                node.mark, f"{entry.path}.constants.{key}", wording.CONSTANT_OF_C
            )
            node = Scalar(0, node.mark)  # a number, for who reads on
            value = 0
        if key in [c.name for c in constants]:
            entry.scope.faults.add(
                node.mark, f"{entry.path}.constants", wording.THERE_TWICE, name=key
            )
        named = isinstance(value, str)
        path = f"{entry.path}.constants.{key}"
        text = operand(f"{prefix}{value}") if named else constant(entry.scope, node, path)
        where = f"{entry.scope.spec.file}:{node.mark.line}" if named else ""
        constants.append(ir.Constant(key, text, where=where))
    return ir.Enum(name, entry.text("doc"), tuple(constants), entry.flag("flags"))
