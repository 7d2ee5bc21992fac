# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The command: luagen build, check, lint, import, drift, doc."""

from __future__ import annotations

import argparse
import pathlib
import sys

from . import contexts, ir, lint
from .doc import site as doc
from .doc.terminal import terminal
from .drift import drift
from .importer import importer
from .output.render import render
from .output.write import changes, foreign, write
from .read import ROOT, read, source_of, specs_below
from .spec.faults import Faults, nearest


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.command == "import":
        return importer.run(options, options.root)
    paths = options.specs or specs_below(options.root)
    if options.command == "doc":
        # Pages name layouts of other bindings: these have to be known.
        paths = sorted({path.resolve() for path in (*paths, *specs_below(options.root))})
    if options.command == "build" and not options.output:
        # Files that all bindings share name every one of them.
        away = [path for path in paths if not source_of(path, options.root).startswith("specs/")]
        if away:
            print(f"luagen: {away[0]} is of another tree: say --output DIR", file=sys.stderr)
            return 2
        paths = specs_below(options.root)
    absent = [path for path in paths if not path.is_file()]
    if absent:
        what = "a folder: name its specs" if absent[0].is_dir() else "no such file"
        print(f"luagen: {absent[0]}: {what}", file=sys.stderr)
        return 2
    if options.command == "drift":
        return drift.run(options, paths, options.root)
    if options.command == "lint":
        return lint.run(options, paths, options.root)
    faults = Faults()
    bindings = read(paths, options.root, faults, hosts=True, shown=options.command == "check")
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
    if options.command == "doc":
        return _doc(bindings, options)
    if options.command == "contexts":
        write(options.output, contexts.programs(bindings), False)
        return 0
    return _build(bindings, options)


def _build(bindings: list[ir.Binding], options: argparse.Namespace) -> int:
    folder = options.output or options.root / "bindings-generated"
    only = None
    if options.specs and not options.output:
        asked = {source_of(path, options.root) for path in options.specs}
        only = frozenset(b.name for b in bindings if b.source in asked)
    files = render(bindings, only)
    kept = foreign(folder, files)
    if kept:
        print(
            f"luagen: {folder / kept[0]} is not generated, and would be overwritten: "
            "choose another --output; nothing written",
            file=sys.stderr,
        )
        return 1
    dry_run = options.dry_run
    changed, stale = (changes if dry_run else write)(folder, files, only is None)
    for name in changed:
        print(f"  {'differs' if dry_run else 'wrote'} {name}")
    for name in stale:
        print(f"  {'stale' if dry_run else 'removed'} {name}")
    made = f"{_count(len(bindings if only is None else only), 'binding')}, "
    print(f"luagen: {made}{_count(len(files), 'file')}, {len(changed)} changed")
    return 1 if dry_run and (changed or stale) else 0


def _doc(bindings: list[ir.Binding], options: argparse.Namespace) -> int:
    if options.text:
        found = [b for b in bindings if b.name == options.text]
        if not found:
            hint = nearest(options.text, [b.name for b in bindings])
            print(f"luagen: there is no binding '{options.text}'{hint}", file=sys.stderr)
            return 1
        sys.stdout.write(terminal(found[0]))
        return 0
    if options.specs:
        asked = {source_of(path, options.root) for path in options.specs}
        bindings = [b for b in bindings if b.source in asked]
    folder = options.output or options.root / "build" / "doc"
    changed, _ = doc.write(folder, doc.html(bindings))
    print(f"luagen: {_count(len(bindings), 'page')}, {len(changed)} changed: {folder}/index.html")
    return 0


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
    pages = commands.add_parser("doc", help="write pages for the browser into build/doc/")
    pages.add_argument("--output", type=pathlib.Path, metavar="DIR", help="write there instead")
    pages.add_argument("--text", metavar="NAME", help="print the page of a binding as text")
    calls = commands.add_parser("contexts", help=contexts.HELP)
    calls.add_argument("--output", type=pathlib.Path, metavar="DIR", required=True)
    for command in (build, check, pages, calls):
        command.add_argument(
            "specs", nargs="*", type=pathlib.Path, metavar="SPEC", help="default: all of specs/"
        )
    lint.add_arguments(commands.add_parser("lint", help=lint.HELP))
    drift.add_arguments(commands.add_parser("drift", help=drift.HELP))
    importer.add_arguments(commands.add_parser("import", help=importer.HELP))
    return parser


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
