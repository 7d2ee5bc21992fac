# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen drift: what specs name, in the types of several kernels."""

from __future__ import annotations

import argparse
import pathlib
import re
import sys
from collections.abc import Iterable, Iterator

from ..kernels.btf_file import BtfError
from ..kernels.kernel import Kernel
from ..read import parse
from ..spec.cdecl import Prototype
from ..spec.faults import Faults
from ..spec.hosts import own_headers
from ..spec.load import Scalar
from ..spec.scope import Entry, Scope
from .expressions import Expression, expressions
from .report import Cell, Row, Table, as_json, as_text
from .types import Seen, at_path, function, member, read_function

HELP = "compare specs with the types of kernels"
DESCRIPTION = (
    "Compares what the specs of kernel bindings name with the types of kernels: which fields are at"
    " another byte, have another type, or are gone. The exit status is 1 when the binding would not"
    " compile for one of them."
)
NAME = re.compile(r"^[A-Za-z_]\w*$")


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.description = DESCRIPTION
    command.add_argument(
        "specs", nargs="*", type=pathlib.Path, metavar="SPEC", help="default: all of specs/"
    )
    command.add_argument(
        "--btf",
        action="append",
        required=True,
        metavar="[LABEL=]FILE[,MODULE…]",
        help="a kernel: BTF, vmlinux, vmlinuz, or a folder with one, its kdir and its lib/modules;"
        " then modules whose types count too. The first kernel is what others are compared with",
    )
    command.add_argument("--json", action="store_true", help="the same as JSON")


def run(options: argparse.Namespace, paths: list[pathlib.Path], root: pathlib.Path) -> int:
    faults = Faults()
    specs, _ = parse(paths, root, faults)
    if faults:
        for fault in faults.sorted():
            print(fault, file=sys.stderr)
        return 1
    entries = {
        name: Entry(Scope(spec, specs, faults), spec.tree, "")
        for name, spec in sorted(specs.items())
        if not spec.wire
    }
    folders = {path.stem: path.parent for path in paths}
    names = sorted({name for entry in entries.values() for name in _called(entry)})
    try:
        kernels = [Kernel(text) for text in options.btf]
        for kernel in kernels:
            kernel.need(names)
    except BtfError as error:
        print(f"luagen: {error}", file=sys.stderr)
        return 1
    tables: list[Table] = []
    for name, entry in entries.items():
        tables += compare(name, folders[name], entry, kernels)
    labels = [kernel.label for kernel in kernels]
    print(as_json(tables, labels) if options.json else as_text(tables, labels))
    broken = [line for table in tables for line in table.broken(labels)]
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


def compare(
    binding: str, folder: pathlib.Path, root: Entry, kernels: list[Kernel]
) -> Iterator[Table]:
    """What one spec names: structs, functions, constants; what is its own is left out."""
    own = _own_headers(folder, root)
    for name, _, entry in root.entries("layouts"):
        if "c" in entry and not re.search(rf"\b{entry.text('c')}\s*{{", own):
            title = f"{binding}.{name}: {entry.text('c')}"
            yield Table(title, tuple(_layout(entry, kernels)))
    rows = [_function(entry, proto, kernels) for entry, proto in _functions(root)]
    if rows:
        yield Table(f"{binding}: functions", tuple(rows))
    rows = list(_expressions(root, own, kernels))
    if rows:
        yield Table(f"{binding}: expressions", tuple(rows))
    for name, _, entry in root.entries("enums"):
        found = tuple(_enum(entry, kernels))
        if found:
            yield Table(f"{binding}: enum {name}", found)
    found = tuple(_named(_constants(root, ""), kernels))
    if found:
        yield Table(f"{binding}: constants", found)


def _own_headers(folder: pathlib.Path, root: Entry) -> str:
    """The text of the headers beside the spec."""
    files = [folder / name for name in own_headers(root)]
    return "".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


# ---- structs ----


def _layout(entry: Entry, kernels: list[Kernel]) -> Iterator[Row]:
    space, name = entry.text("c").split()
    found = [kernel.find(space, name) for kernel in kernels]
    sizes = [Seen((), at[0].types[at[1]]["size"]) if at else None for at in found]
    yield Row("struct", "(size)", entry.where(), _cells(sizes, False))
    for field, _, below in entry.entries("fields"):
        if "value" in below or "place" in below:
            continue
        seen = [member(at[0], at[1], field, below) if at else None for at in found]
        yield Row("field", field, below.where(), _cells(seen, below.flag("optional")))


def _cells(seen: list[Seen | None], optional: bool) -> tuple[Cell, ...]:
    return tuple(_cell(one, seen[0], i == 0, optional) for i, one in enumerate(seen))


def _cell(one: Seen | None, first: Seen | None, is_first: bool, optional: bool) -> Cell:
    """One thing in one kernel, beside what it is in the first."""
    if one is None:
        return Cell("gone", "gone (optional)" if optional else "gone", not optional)
    if one.problem:
        return Cell("type changed", f"type changed: {one.problem}", True)
    place = f"{one.size} bytes" if not one.place else f"byte {one.at}"
    if is_first:
        return Cell("at", place)
    if first is None:
        return Cell("added", f"added: {place}")
    if first.type != one.type:
        return Cell("type changed", f"type changed: {first.type} -> {one.type}")
    if (first.place, first.size) == (one.place, one.size):
        return Cell("same", "same")
    if not one.place:
        return Cell("resized", f"{first.size} -> {one.size} bytes")
    return Cell("moved", f"moved: {first.at} -> {one.at}")


# ---- expressions ----


def _expressions(root: Entry, own: str, kernels: list[Kernel]) -> Iterator[Row]:
    """Members that they read, and what they call; macros are not in BTF, and left out."""
    seen = set()
    for one in expressions(root):
        for row in (*_members(one, own, kernels), *_calls(one, own, kernels)):
            if row.name not in seen:
                yield row
            seen.add(row.name)


def _members(one: Expression, own: str, kernels: list[Kernel]) -> Iterator[Row]:
    for text, struct, path in one.members:
        if struct and not re.search(rf"\b{struct}\s*{{", own):
            found = [kernel.find(*struct.split()) for kernel in kernels]
            seen = [at_path(*at, path) if at else None for at in found]
            yield Row("member", text, one.entry.where(), _cells(seen, False))


def _calls(one: Expression, own: str, kernels: list[Kernel]) -> Iterator[Row]:
    for name in one.calls:
        known = any(kernel.find("function", name) or name in kernel.inline for kernel in kernels)
        if known and not re.search(rf"\b{name}\s*\(", own):
            yield _function(one.entry, name, kernels)


# ---- functions ----


def _functions(root: Entry) -> Iterator[tuple[Entry, Prototype | str]]:
    """Functions of the kernel that a binding calls: with a prototype, or only by name."""
    for _, _, entry in root.entries("functions"):
        if not entry.flag("host") and "call" not in entry:
            proto = read_function(entry)
            if proto:
                yield entry, proto
        for _, _, argument in entry.entries("args"):
            lookup = read_function(argument, "lookup")
            if lookup:
                yield argument, lookup
        returns = entry.entry("returns")
        if returns and "release" in returns:
            yield returns, returns.text("release")


def _called(root: Entry) -> Iterable[str]:
    for _, proto in _functions(root):
        yield proto if isinstance(proto, str) else proto.name
    for one in expressions(root):
        yield from one.calls


def _function(entry: Entry, proto: Prototype | str, kernels: list[Kernel]) -> Row:
    called = proto if isinstance(proto, str) else proto.name
    found = [kernel.find("function", called) for kernel in kernels]
    cells = []
    for i, (kernel, at) in enumerate(zip(kernels, found)):
        if not at:
            cells.append(_not_found(kernel, called, any(found)))
        elif not kernel.callable(called):
            inline = kernel.inline.get(called)
            cells.append(_inline(inline) if inline else Cell("not exported", "not exported", True))
        else:
            seen = None if isinstance(proto, str) else function(*at, proto)
            problem = seen.problem if seen else ""
            if problem:
                cells.append(Cell("prototype changed", f"prototype changed: {problem}", True))
            else:
                cells.append(Cell("at", "there") if i == 0 else Cell("same", "same"))
    return Row("function", called, entry.where(), tuple(cells))


def _not_found(kernel: Kernel, name: str, elsewhere: bool) -> Cell:
    """BTF has no inline functions and no macros; the headers, when they are there, tell."""
    header = kernel.inline.get(name)
    if header:
        return _inline(header)
    if elsewhere or kernel.headers:
        return Cell("gone", "gone", True)
    return Cell("not in BTF", "not in BTF")


def _inline(header: str) -> Cell:
    return Cell("inline", f"inline in {header}")


# ---- constants ----


def _enum(entry: Entry, kernels: list[Kernel]) -> Iterator[Row]:
    """Enumerators; constants that are macros are not in BTF, and left out."""
    prefix = entry.text("prefix")
    wanted = dict(_constants(entry, prefix))
    yield from _named(wanted.items(), kernels)
    if not prefix:
        return
    lacking = [_lacking(kernel, prefix, wanted) for kernel in kernels]
    if any(lacking):
        notes = tuple(Cell("note", ", ".join(names) or "none") for names in lacking)
        yield Row("note", "(not in the spec)", entry.where(), notes)


def _named(wanted: Iterable[tuple[str, str]], kernels: list[Kernel]) -> Iterator[Row]:
    """@wanted: enumerators, and where the spec has them."""
    for constant, where in wanted:
        values = [kernel.constant(constant) for kernel in kernels]
        if any(value is not None for value in values):
            cells = tuple(_value(value, values[0], i == 0) for i, value in enumerate(values))
            yield Row("enumerator", constant, where, cells)


def _constants(entry: Entry, prefix: str) -> Iterator[tuple[str, str]]:
    """Names in C, and where the spec has them."""
    node = entry.node.items.get("constants")
    for item in getattr(node, "items", ()) if isinstance(entry.get("constants"), list) else ():
        yield f"{prefix}{item.value}", f"{item.mark.file}:{item.mark.line}"
    for _, mark, value in entry.pairs("constants"):
        if isinstance(value, Scalar) and isinstance(value.value, str) and NAME.match(value.value):
            yield f"{prefix}{value.value}", f"{mark.file}:{mark.line}"


def _lacking(kernel: Kernel, prefix: str, wanted: dict[str, str]) -> list[str]:
    known: list[str] = next((names for c in wanted if (names := kernel.enumerators(c))), [])
    return [name for name in known if name.startswith(prefix) and name not in wanted]


def _value(value: int | None, first: int | None, is_first: bool) -> Cell:
    if value is None:
        return Cell("gone", "gone", True)
    if is_first or first is None:
        return Cell("value" if is_first else "added", str(value))
    if value == first:
        return Cell("same", "same")
    return Cell("value changed", f"value changed: {first} -> {value}")
