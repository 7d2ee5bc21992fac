# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen import: a first spec from the types of a kernel."""

from __future__ import annotations

import argparse
import os
import pathlib
import sys

from ..kernels.btf import TAGS, Btf
from ..kernels.btf_file import RUNNING, BtfError, read_btf
from ..kernels.headers import Declared, Headers
from ..kernels.kernel import image
from .draft import Draft, text
from .functions import ask_for_source, from_btf, function_draft
from .layouts import Layouts, Refused, script_name
from .owners import Owners

HELP = "write a first spec from a kernel's types"
DESCRIPTION = (
    "Writes a first spec from the types of a kernel. What the author has to decide is written TODO:"
    " luagen check warns of each, luagen build refuses. What was left out is listed at the end."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.description = DESCRIPTION
    command.add_argument(
        "things",
        nargs="+",
        metavar="THING",
        help="'struct X', 'union X', 'enum X', a typedef, or a function",
    )
    command.add_argument(
        "--btf",
        type=pathlib.Path,
        default=RUNNING,
        metavar="FILE",
        help="BTF, vmlinux, vmlinuz, a module, or a folder with vmlinux and kdir"
        " (default: the running kernel)",
    )
    command.add_argument("--base", type=pathlib.Path, metavar="FILE", help="the kernel of a module")
    command.add_argument(
        "--kdir",
        type=pathlib.Path,
        metavar="DIR",
        help="what modules are built against: finds headers, tells what is not exported",
    )
    command.add_argument(
        "--depth", type=int, default=1, metavar="N", help="levels of nested structs (default: 1)"
    )
    command.add_argument(
        "-o", "--output", type=pathlib.Path, metavar="FILE", help="default: print it"
    )


def run(options: argparse.Namespace, root: pathlib.Path) -> int:
    out: pathlib.Path | None = options.output
    if out is not None and out.exists():
        return _fail(f"{out} is there already")
    if options.kdir is not None and not options.kdir.is_dir():
        return _fail(f"{options.kdir}: no such directory")
    try:
        btf = open_btf(options.btf, options.base)
        draft = _draft(options, btf, _headers(options))
    except (BtfError, Unknown) as error:
        return _fail(str(error))
    folder = out.resolve().parent if out else root / "specs"
    made = text(draft, os.path.relpath(root / "specs" / "schema.json", folder))
    if out:
        out.write_text(made, encoding="utf-8")
    else:
        sys.stdout.write(made)
    for left in draft.left_out:
        print(f"left out: {left.what}: {left.why}", file=sys.stderr)
    count = made.count("TODO")
    print(f"luagen: {out or draft.name}: {count} decisions left (TODO)", file=sys.stderr)
    return 0


class Unknown(Exception):
    """What was asked for is not there."""


def open_btf(path: pathlib.Path, base: pathlib.Path | None) -> Btf:
    """The types of a file; a module of the running kernel needs no base."""
    if base is None and ".ko" in path.name and path.exists() and RUNNING.exists():
        base = RUNNING
    return read_btf(image(path), read_btf(image(base)) if base else None)


def _headers(options: argparse.Namespace) -> Headers | None:
    if options.kdir:
        return Headers(options.kdir)
    if (options.btf / "kdir").is_dir():
        return Headers(options.btf / "kdir")
    running = pathlib.Path("/lib/modules", os.uname().release, "build")
    return Headers(running) if options.btf == RUNNING and running.is_dir() else None


def _draft(options: argparse.Namespace, btf: Btf, headers: Headers | None) -> Draft:
    things = [" ".join(thing.split()) for thing in options.things]
    name = options.output.stem if options.output else script_name(things[0].split()[-1])
    draft = Draft(script_name(name), str(options.btf))
    layouts = Layouts(btf, draft, options.depth)
    tags = [thing for thing in things if " " in thing]
    words = [thing for thing in things if " " not in thing]
    types = [word for word in words if _is_type(btf, word)]
    functions = [word for word in words if word not in types]
    wanted = [*tags, *(btf.tag(btf.find("typedef", word) or 0) for word in types)]
    declared = headers.find([tag for tag in wanted if tag], functions) if headers else {}
    problems: list[str] = []
    for thing in (*tags, *types):
        _add_type(btf, layouts, thing, problems)
    for function in functions:
        _add_function(btf, layouts, function, declared.get(function), headers, problems)
    owners = Owners(btf, headers, draft)
    owners.pair()
    ask_for_source(draft)
    owners.propose()
    if problems:
        raise Unknown("\nluagen: ".join(problems))
    kept = [*wanted, *(f for f in functions if script_name(f) in draft.functions)]
    draft.headers = sorted({declared[thing].header for thing in kept if thing in declared})
    return draft


def _is_type(btf: Btf, word: str) -> bool:
    return btf.find("function", word) is None and btf.find("typedef", word) is not None


def _add_type(btf: Btf, layouts: Layouts, thing: str, problems: list[str]) -> None:
    space, _, name = thing.rpartition(" ")
    if space and space not in TAGS:
        problems.append(f"'{thing}': give 'struct X', 'union X', 'enum X', or a typedef's name")
        return
    number = btf.find(space or "typedef", name)
    if number is None:
        near = btf.near(space, name)
        hint = f" (did you mean {', '.join(repr(word) for word in near)}?)" if near else ""
        problems.append(f"{btf.source}: there is no {thing}{hint}")
        return
    if btf.kind(number) in ("ENUM", "ENUM64"):
        layouts.enum(number, name)
    elif btf.kind(number) in ("STRUCT", "UNION") and btf.tag(number):
        layouts.add(number)
    else:
        problems.append(f"{btf.source}: {thing} is no struct with a name, no union and no enum")


def _add_function(
    btf: Btf,
    layouts: Layouts,
    name: str,
    declared: Declared | None,
    headers: Headers | None,
    problems: list[str],
) -> None:
    number = btf.find("function", name)
    if number is None and not (declared and declared.inline and declared.prototype):
        module = headers.exported.get(name, "vmlinux") if headers else "vmlinux"
        where = f", but in the module {module}" if module != "vmlinux" else ""
        problems.append(_no_function(btf, name, declared, where))
        return
    inline = declared is not None and declared.inline
    if headers and headers.exported and name not in headers.exported and not inline:
        layouts.draft.leave(name, "not exported: modules cannot call it")
        return
    if declared and declared.space:
        layouts.draft.leave(name, f"a pointer to memory of another kind ({declared.space})")
        return
    try:
        proto = from_btf(btf, number, name) if number is not None else ""
        if number is None and declared:
            proto = declared.prototype
        found = function_draft(layouts, name, proto)
    except Refused as why:
        layouts.draft.leave(name, str(why))
        return
    layouts.draft.functions[found.name] = found


def _no_function(btf: Btf, name: str, declared: Declared | None, module: str) -> str:
    missing = f"{btf.source}: there is no function '{name}'"
    if module:
        return f"{missing}{module}: give that as --btf, and the kernel as --base"
    if declared:
        return f"{missing}, though {declared.header} declares it: a macro, or not in this kernel"
    if btf.find("struct", name) is not None:
        return f"{missing}: for the struct write 'struct {name}'"
    near = btf.near("function", name)
    hint = f"did you mean {', '.join(repr(word) for word in near)}? " if near else ""
    return f"{missing} ({hint}BTF has no static inline ones and no macros; --kdir finds inlines)"


def _fail(message: str) -> int:
    print(f"luagen: {message}", file=sys.stderr)
    return 1
