# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The command: luagen build, check, import."""

from __future__ import annotations

import argparse
import pathlib
import sys

from . import importer, ir
from .faults import Faults
from .read import ROOT, read
from .render import render
from .write import changes, write


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.command == "import":
        return importer.run(options, options.root)
    paths = options.specs or _specs_below(options.root)
    faults = Faults()
    bindings = read(paths, options.root, faults)
    for fault in sorted([*faults.sorted(), *faults.todos()]):
        print(fault, file=sys.stderr)
    if faults:
        print(f"luagen: {_count(len(faults), 'fault')}, nothing written", file=sys.stderr)
        return 1
    left = faults.todos()
    if options.command == "check":
        more = f", {_count(len(left), 'decision')} left (TODO)" if left else ""
        print(f"luagen: {_count(len(paths), 'spec')} checked, no faults{more}")
        return 0
    if left:
        print(f"luagen: {_count(len(left), 'decision')} left, nothing written", file=sys.stderr)
        return 1
    return _build(bindings, options.output or options.root / "bindings-generated", options.dry_run)


def _build(bindings: list[ir.Binding], folder: pathlib.Path, dry_run: bool) -> int:
    files = render(bindings)
    changed, stale = (changes if dry_run else write)(folder, files)
    for name in changed:
        print(f"  {'differs' if dry_run else 'wrote'} {name}")
    for name in stale:
        print(f"  {'stale' if dry_run else 'removed'} {name}")
    made = f"{_count(len(bindings), 'binding')}, {_count(len(files), 'file')}"
    print(f"luagen: {made}, {len(changed)} changed")
    return 1 if dry_run and (changed or stale) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="luagen", description="Turns specs into bindings.")
    parser.add_argument(
        "--root", type=pathlib.Path, default=ROOT, help="tree with specs/ (default: this one)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="write bindings-generated/")
    build.add_argument("--output", type=pathlib.Path, metavar="DIR", help="write there instead")
    build.add_argument(
        "--dry-run", action="store_true", help="write nothing; fail when something would change"
    )
    check = commands.add_parser("check", help="only look for faults")
    for command in (build, check):
        command.add_argument(
            "specs", nargs="*", type=pathlib.Path, metavar="SPEC", help="default: all of specs/"
        )
    importer.add_arguments(commands.add_parser("import", help=importer.HELP))
    return parser


def _specs_below(root: pathlib.Path) -> list[pathlib.Path]:
    return sorted((root / "specs").rglob("*.yaml"))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
