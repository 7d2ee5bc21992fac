# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What scripts write decides about no other field, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .. import ir
from ..spec import wording
from ..spec.faults import Faults
from ..spec.scope import Entry, Scope
from .structs import kernel_layout

# A member that an expression reads, where all of its path is known here.
MEMBER = re.compile(
    r"\bobject->([A-Za-z_]\w*(?:\.\w+|\[(?:\d\w*|[A-Z_][A-Z0-9_]*)\])*)(?![\w.\[]|\s*(?:->|\(|\[))"
)
INDEX = re.compile(r"\[([^\[\]]*)\]")
# What is read where an expression points: a star that multiplies nothing.
POINTS = re.compile(r"(^|[^\w)\] ])\s*\*")
FindLayout = Callable[[ir.LayoutRef], "ir.Layout | None"]


@dataclass(frozen=True)
class Member:
    """A member of a layout's struct, or of a struct in it."""

    path: str
    layout: str  # whose field it is, and which
    field: ir.Field
    guards: tuple[str, ...]
    own: bool  # the field is the layout's own, not of a struct in it
    counted: bool  # it is in an array with a count

    @property
    def paths(self) -> tuple[str, ...]:
        """The path by all names that the member has in kernels."""
        at = self.field.position
        names = at.names if isinstance(at, ir.Member) else ()
        before = self.path[: len(self.path) - len(at.path)] if isinstance(at, ir.Member) else ""
        return tuple(before + name for name in names) or (self.path,)


def check_apart(
    scope: Scope, layouts: list[ir.Layout]
) -> tuple[tuple[ir.Apart, ...], tuple[ir.Embedded, ...]]:
    """Faults where spelling tells; the rest is for C to prove."""
    marks = _entries(scope.root)
    find = _finder(scope, layouts)
    structs = [layout for layout in layouts if layout.home == "kernel"]
    deciders = [(la, d) for la in structs for d in _deciders(scope, marks, structs, la, find)]
    apart: dict[tuple[str, str, str], ir.Apart] = {}
    embedded: dict[tuple[str, ...], ir.Embedded] = {}
    before = len(scope.faults)
    below: list[tuple[str, Member, Member]] = []  # neither is a field of the layout itself
    for layout, decider in deciders:
        for other in structs:
            for written in _written(other, find):
                if other.c != layout.c:
                    found = _embedded(layout, decider, other, written)
                    embedded |= {(e.outer, e.member, e.path, e.inside): e for e in found}
                    continue
                if any(_same(decider.path, path) for path in written.paths):
                    if not _fault(marks, layout, other, decider, written):
                        below.append((layout.name, decider, written))
                    continue
                one = _apart(layout, decider, written)
                apart.setdefault((one.struct, one.decider, one.written), one)
    if below and len(scope.faults) == before:
        name, decider, written = below[0]
        entry = next(entry for key, _, entry in scope.root.entries("layouts") if key == name)
        decided, wrote = (f"{m.layout}.{m.field.name}" for m in (decider, written))
        entry.fault("fields", wording.WRITTEN_BELOW, decided=decided, written=wrote)
    _check_others(scope, {layout.c for layout, _ in deciders})
    return tuple(apart.values()), tuple(embedded.values())


def _fault(
    marks: dict[tuple[str, str], Entry],
    layout: ir.Layout,
    other: ir.Layout,
    decider: Member,
    written: Member,
) -> bool:
    decided = f"{layout.name}.{decider.field.name}" if other is not layout else decider.field.name
    if written.own:
        entry = marks[(other.name, written.field.name)]
        entry.fault("access", wording.WRITTEN_HERE, decided=decided)
    elif decider.own:
        entry = marks[(layout.name, decider.field.name)]
        key = next((key for key in ("count", "when", "lock") if key in entry), "value")
        entry.fault(key, wording.WRITTEN_BY_OTHER, layout=written.layout, field=written.field.name)
    return written.own or decider.own


def _finder(scope: Scope, layouts: list[ir.Layout]) -> FindLayout:
    found: dict[str, ir.Layout | None] = {layout.symbol: layout for layout in layouts}

    def find(ref: ir.LayoutRef) -> ir.Layout | None:
        if ref.symbol not in found:
            other = Scope(scope.specs[ref.binding], scope.specs, Faults(), scope.broken)
            entries = {name: below for name, _, below in other.root.entries("layouts")}
            found[ref.symbol] = (
                kernel_layout(other, ref.name, entries[ref.name]) if ref.name in entries else None
            )
        return found[ref.symbol]

    return find


def _entries(root: Entry) -> dict[tuple[str, str], Entry]:
    return {
        (layout, field): below
        for layout, _, entry in root.entries("layouts")
        for field, _, below in entry.entries("fields")
    }


def _deep(
    layout: ir.Layout,
    find: FindLayout,
    prefix: str = "",
    guards: tuple[str, ...] = (),
    counted: bool = False,
) -> Iterator[tuple[str, Member]]:
    """All fields with the path of the struct that they are of; those of nested structs as well."""
    for field in layout.fields:
        at = field.position
        if isinstance(at, ir.Derived):
            yield prefix, Member("", layout.name, field, guards, not prefix, counted)
        if not isinstance(at, ir.Member):
            continue
        there = (*guards, at.probe) if at.probe else guards
        path = prefix + at.path
        within = counted or bool(at.count)
        yield prefix, Member(path, layout.name, field, there, not prefix, within)
        below = find(field.view) if field.view else None
        if below and prefix.count(".") < 8:
            element = f"{path}[0]" if field.type == "array" else path
            yield from _deep(below, find, f"{element}.", there, within)


def _written(layout: ir.Layout, find: FindLayout) -> Iterator[Member]:
    for _, member in _deep(layout, find):
        if member.field.access != "ro" and member.path:
            yield member


def _deciders(
    scope: Scope,
    marks: dict[tuple[str, str], Entry],
    structs: list[ir.Layout],
    layout: ir.Layout,
    find: FindLayout,
) -> Iterator[Member]:
    """Members by which fields lie, each with the field that does."""
    for prefix, member in _deep(layout, find):
        at = member.field.position
        assert isinstance(at, (ir.Member, ir.Derived))
        told = [("when", at.when), ("count", at.count)]
        if isinstance(at, ir.Derived):
            where = [at.expression] if POINTS.search(at.expression) else []
            told += [("value", text) for text in where or INDEX.findall(at.expression)]
        if at.lock:
            told += [("lock", text) for text in INDEX.findall(at.lock.take + at.lock.drop)]
        for key, text in told:
            for path in dict.fromkeys(MEMBER.findall(text)):
                yield replace(member, path=prefix + path, counted="[0]." in prefix)
            if not re.search(r"\bobject\b", MEMBER.sub("", text)):
                continue
            for other in structs:
                written = next(_written(other, find), None) if other.c == layout.c else None
                if written and member.own:
                    marks[(layout.name, member.field.name)].fault(
                        key, wording.READS_NOT_PLAIN, field=written.field.name, layout=other.name
                    )
                    break


def _same(one: str, other: str) -> bool:
    """Whether two paths are one, or one leads to the other."""
    short, long = sorted((one, other), key=len)
    return long == short or (long.startswith(short) and long[len(short)] in ".[")


def _apart(layout: ir.Layout, decider: Member, written: Member) -> ir.Apart:
    return ir.Apart(
        written.field.where,
        f"{written.layout}.{written.field.name}",
        f"{decider.layout}.{decider.field.name}",
        layout.c,
        decider.path,
        written.path,
        written.field.type in ("array", "bytes", "string"),
        _is_declared(layout, decider.path) and _is_exact(layout, decider, written),
        _is_bitfield(written.field),
        decider.counted or written.counted,
        tuple(dict.fromkeys(decider.guards + written.guards)),
    )


def _embedded(
    layout: ir.Layout, decider: Member, other: ir.Layout, written: Member
) -> Iterator[ir.Embedded]:
    """Where one of the structs may be a member of the other."""
    exact = _is_exact(layout, decider, written)
    what = (
        written.field.where,
        f"{written.layout}.{written.field.name}",
        f"{decider.layout}.{decider.field.name}",
    )
    guards = tuple(dict.fromkeys(decider.guards + written.guards))
    for member in _prefixes(decider.path):
        yield ir.Embedded(
            *what, layout.c, member, decider.path, other.c, written.path, exact, guards
        )
    for member in _prefixes(written.path):
        yield ir.Embedded(
            *what, other.c, member, written.path, layout.c, decider.path, exact, guards
        )


def _is_bitfield(field: ir.Field) -> bool:
    return isinstance(field.position, ir.Member) and bool(field.position.bitfield)


def _is_declared(layout: ir.Layout, path: str) -> bool:
    places = [field.position for field in layout.fields]
    return any(isinstance(place, ir.Member) and place.path == path for place in places)


def _is_exact(layout: ir.Layout, decider: Member, written: Member) -> bool:
    """Whether no bit-field is among them, as far as the layout tells, and nothing unsized."""
    places = [f.position for f in layout.fields if _is_bitfield(f)]
    bits = any(isinstance(place, ir.Member) and place.path == decider.path for place in places)
    return not bits and not _is_bitfield(written.field) and not written.counted


def _prefixes(path: str) -> Iterator[str]:
    """The structs on the way to a member."""
    for found in re.finditer(r"\.", path):
        yield path[: found.start()]


def _check_others(scope: Scope, decided: set[str]) -> None:
    """C sees one binding: another does not write a struct in which fields lie by others."""
    own = {entry.text("c"): entry for _, _, entry in scope.root.entries("layouts")}
    tree = scope.others | scope.specs
    for name in sorted(set(tree) - {scope.spec.name}):
        root = Scope(tree[name], scope.specs, Faults()).root
        for _, _, entry in root.entries("layouts"):
            told = entry.entries("fields")
            fields = [key for key, _, below in told if below.text("access", "ro") != "ro"]
            if fields and entry.text("c") in decided:
                own[entry.text("c")].fault("c", wording.WRITTEN_BY_SPEC, name=name, field=fields[0])
