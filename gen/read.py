# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The passes from the text of specs to the IR of bindings."""

from __future__ import annotations

import pathlib

from . import ir
from .resolve.bindings import resolve, spec_of
from .spec import wording
from .spec.check import Language
from .spec.faults import Faults, Mark
from .spec.hosts import check_hosts
from .spec.load import Sequence, load, plain
from .spec.scope import Spec
from .spec.shown import check_shown, load_record, mark

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read(
    paths: list[pathlib.Path],
    root: pathlib.Path,
    faults: Faults,
    hosts: bool = False,
    shown: bool = False,
) -> list[ir.Binding]:
    """The bindings of these specs, when no pass found a fault.

    With @hosts their C files are looked into, with @shown the record of their contexts.
    """
    specs, broken = parse(paths, root, faults)
    names = list(specs)
    own = {path.stem: path for path in specs_below(root)}
    _add_used(specs, own, root, faults)
    if hosts:
        check_hosts(specs, {path.stem: path.parent for path in paths}, faults)
    others, _ = parse([path for name, path in own.items() if name not in specs], root, Faults())
    bindings = resolve(specs, broken, faults, others)
    if faults:
        return []
    bindings = [binding for binding in bindings if binding.name in names]
    folders = {path.stem: path.parent for path in paths}
    bindings = mark(bindings, specs, folders, load_record(root))
    if shown:
        check_shown(bindings, specs, faults)
    return [] if faults else bindings


def _add_used(
    specs: dict[str, Spec], own: dict[str, pathlib.Path], root: pathlib.Path, faults: Faults
) -> None:
    """What the specs use and were not given with: the tree's own."""
    wanted = list(specs)
    while wanted:
        uses = specs[wanted.pop()].tree.items.get("uses")
        for item in uses.items if isinstance(uses, Sequence) else ():
            name = str(plain(item))
            if name not in specs and name in own:
                found, _ = parse([own[name]], root, faults)
                specs.update(found)
                wanted += found


def specs_below(root: pathlib.Path) -> list[pathlib.Path]:
    return sorted((root / "specs").rglob("*.yaml"))


def parse(
    paths: list[pathlib.Path], root: pathlib.Path, faults: Faults
) -> tuple[dict[str, Spec], frozenset[str]]:
    """Specs as far as they are of the language, and the names of those that are not."""
    language = Language(ROOT / "specs" / "schema.json")
    specs: dict[str, Spec] = {}
    broken: set[str] = set()
    for path in paths:
        name = relative(path, root)
        text = _text(path, name, faults)
        tree = load(text, name, faults) if text is not None else None
        if text is None or tree is None:
            broken.add(path.stem)
            continue
        checked = language.check(tree, text, faults)
        if checked.dropped:
            broken.add(path.stem)
        if "name" not in checked.tree.items:
            continue
        spec = spec_of(checked.tree, source_of(path, root), checked.dropped)
        if spec.name != path.stem:
            faults.add(
                tree.items["name"].mark, "name", wording.FILE_NAMED_OTHERWISE, name=path.name
            )
        if spec.name in specs:
            faults.add(
                tree.items["name"].mark,
                "name",
                wording.NAME_IN_OTHER_FILE,
                file=specs[spec.name].file,
            )
        specs[spec.name] = spec
    return specs, frozenset(broken)


def _text(path: pathlib.Path, name: str, faults: Faults) -> str | None:
    """What a file says; its ends of lines are all \\n."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].split(b"\n")
        column = len(before[-1].decode("utf-8")) + 1
        byte = f"byte 0x{raw[error.start]:02x}"
        faults.add(Mark(name, len(before), column), "", wording.NOT_UTF_8, byte=byte)
        return None


def relative(path: pathlib.Path, root: pathlib.Path) -> str:
    """How messages name a spec: those of other trees as they were given."""
    try:
        return str(path.resolve().relative_to(root.resolve()))
    except ValueError:
        return str(path)


def source_of(path: pathlib.Path, root: pathlib.Path) -> str:
    """How outputs name a spec: they say nothing about where other trees are."""
    name = relative(path, root)
    return name if path.resolve().is_relative_to(root.resolve()) else path.name
