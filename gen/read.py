# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The passes from the text of specs to the IR of bindings."""

from __future__ import annotations

import pathlib

from . import ir
from .check import Language
from .faults import Faults
from .load import load
from .resolve import resolve, spec_of
from .scope import Spec

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read(paths: list[pathlib.Path], root: pathlib.Path, faults: Faults) -> list[ir.Binding]:
    """The bindings; only when no pass found a fault."""
    specs, broken = parse(paths, root, faults)
    bindings = resolve(specs, broken, faults)
    return [] if faults else bindings


def parse(
    paths: list[pathlib.Path], root: pathlib.Path, faults: Faults
) -> tuple[dict[str, Spec], frozenset[str]]:
    """Specs as far as they are of the language, and the names of those that are not."""
    language = Language(ROOT / "specs" / "schema.json")
    specs: dict[str, Spec] = {}
    broken: set[str] = set()
    for path in paths:
        name = relative(path, root)
        text = path.read_text(encoding="utf-8")
        tree = load(text, name, faults)
        if tree is None:
            broken.add(path.stem)
            continue
        checked = language.check(tree, text, faults)
        if checked.dropped:
            broken.add(path.stem)
        if "name" not in checked.tree.items:
            continue
        spec = spec_of(checked.tree, name, checked.dropped)
        if spec.name != path.stem:
            faults.add(tree.items["name"].mark, "name", f"the file is called {path.name}")
        if spec.name in specs:
            faults.add(tree.items["name"].mark, "name", f"{specs[spec.name].file} has it already")
        specs[spec.name] = spec
    return specs, frozenset(broken)


def relative(path: pathlib.Path, root: pathlib.Path) -> str:
    try:
        return str(path.resolve().relative_to(root.resolve()))
    except ValueError:
        return str(path)
