# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What a run has shown of declarations: the record, and by what key it knows each of them.

A line of the record: KIND NAME KEY PLACE..., where KIND is function or layout. The key is a hash of
all that the spec says to the compiler and, of a function of the host, of the C that it reaches
there: once one of these changes, nothing is known of it any more.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
from collections.abc import Iterator
from dataclasses import replace

from .. import ir
from . import wording
from .faults import Faults
from .load import plain
from .scope import Entry, Scope, Spec

RECORD = "contexts.txt"  # in specs/
# From where a script is entered: by a task that holds a mutex; with vm->spin held by a task, by a
# soft interrupt, and with interrupts off.
PLACES = ("process", "locked", "softirq", "irqs-off")
# What is said to people, to the test, and to check alone.
TO_PEOPLE = ("doc", "unit", "sample", "display", "message", "promises")

# Keys below which keys are names of the author's.
NAMED = ("args", "fields", "constants")
COMMENT = re.compile(r'("(?:\\.|[^"\\\n])*")|/\*.*?\*/|//[^\n]*', re.DOTALL)
WORD = re.compile(r"(?<!->)(?<![\w.])(?:(?:struct|union) )?[A-Za-z_]\w*")

Record = dict[tuple[str, str, str], frozenset[str]]


def load_record(root: pathlib.Path) -> Record:
    """What was shown in a tree: (kind, name, key) → places."""
    path = root / "specs" / RECORD
    found: Record = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) > 3 and not line.startswith("#"):
                found[words[0], words[1], words[2]] = frozenset(words[3:])
    return found


def mark(
    bindings: list[ir.Binding],
    specs: dict[str, Spec],
    folders: dict[str, pathlib.Path],
    record: Record,
) -> list[ir.Binding]:
    """The bindings, with keys, and with what of them nobody has shown."""
    out = []
    for binding in bindings:
        root = Scope(specs[binding.name], specs, Faults()).root
        host = _host(root, folders.get(binding.name))
        functions = []
        for f in binding.functions:
            key = _key(root, "functions", f.name, host if f.host else "")
            seen = record.get(("function", f"{binding.name}.{f.name}", key), frozenset())
            open_ = f.context == "any" and not seen.issuperset(PLACES)
            functions.append(replace(f, key=key, unshown=open_))
        layouts = []
        for la in binding.layouts:
            key = _key(root, "layouts", la.name, "") if la.home == "kernel" else ""
            seen = record.get(("layout", f"{binding.name}.{la.name}", key), frozenset())
            open_ = la.computes and la.name in anywhere(binding) and not seen.issuperset(PLACES)
            layouts.append(replace(la, key=key, unshown=open_))
        out.append(replace(binding, functions=tuple(functions), layouts=tuple(layouts)))
    return out


def check_shown(bindings: list[ir.Binding], specs: dict[str, Spec], faults: Faults) -> None:
    """In this tree, what a script may call in any context was called there by a test."""
    for binding in bindings:
        if not binding.source.startswith("specs/"):
            continue
        root = Scope(specs[binding.name], specs, faults).root
        unshown = {f.name for f in binding.functions if f.unshown}
        for name, _, entry in root.entries("functions"):
            if name in unshown:
                entry.fault("context", wording.CALL_NOT_SHOWN, record=RECORD)
        unshown = {la.name for la in binding.layouts if la.unshown}
        for name, _, entry in root.entries("layouts"):
            if name in unshown:
                entry.fault("", wording.FIELDS_NOT_SHOWN, record=RECORD)


def anywhere(binding: ir.Binding) -> set[str]:
    """Layouts of which a script in any context may have a view: also those that others lend."""
    given: dict[str, bool] = {}
    for f in binding.functions:
        for view in views_of(f):
            for name in {view.name} | parts(binding, view.name):
                given[name] = given.get(name, False) or f.context == "any"
    for callback in binding.callbacks:
        for a in callback.arguments:
            if a.view and a.view.static and callback.context == "KLUA_CONTEXT_ATOMIC":
                given |= dict.fromkeys({a.view.name} | parts(binding, a.view.name), True)
    return {la.name for la in binding.layouts if given.get(la.name, True)}


def views_of(function: ir.Function) -> list[ir.LayoutRef]:
    """Layouts of this binding that a function gives views of."""
    found = [function.returns.view] + [a.view for a in function.outs]
    return [view for view in found if view and view.static]


def parts(binding: ir.Binding, name: str) -> set[str]:
    """Layouts of the binding that views of a layout lead to."""
    found: set[str] = set()
    for layout in binding.layouts:
        if layout.name == name:
            for f in layout.fields:
                if f.view and f.view.static and f.view.name not in found:
                    found |= {f.view.name} | parts(binding, f.view.name)
    return found


def _key(root: Entry, kind: str, name: str, code: str) -> str:
    entry = next(below for key, _, below in root.entries(kind) if key == name)
    said = bare(plain(entry.node))
    locks = {n: bare(plain(below.node)) for n, _, below in root.entries("locks")}
    used = {n: lock for n, lock in locks.items() if f'"lock": "{n}"' in json.dumps(said)}
    called = re.search(r"(\w+)\s*\(", entry.text("c")) if code else None
    body = reached(code, called[1]) if called else ""
    text = json.dumps([said, used, body], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def bare(node: object, named: bool = False) -> object:
    """What a spec says to the compiler; @named: the keys are names of the author's."""
    if isinstance(node, dict):
        kept = {key: below for key, below in node.items() if named or key not in TO_PEOPLE}
        return {key: bare(below, key in NAMED and not named) for key, below in kept.items()}
    return [bare(item) for item in node] if isinstance(node, list) else node


def _host(root: Entry, folder: pathlib.Path | None) -> str:
    """The C of the host, its headers with it, without comments."""
    paths = [folder / name for name in root.texts("host")] if folder else []
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths if path.exists()]
    return COMMENT.sub(lambda found: found[1] or " ", "\n".join(texts))


def reached(code: str, name: str) -> str:
    """All of a host's C that a function of it reaches by names."""
    chunks = [(_defined(chunk), chunk) for chunk in _chunks(code)]
    wanted, found = {name}, set[str]()
    while True:
        more = {chunk for names, chunk in chunks if names & wanted} - found
        if not more:
            return "\n".join(sorted(found))
        found |= more
        wanted |= {word for chunk in more for word in WORD.findall(chunk)}


def _chunks(code: str) -> Iterator[str]:
    """Definitions and declarations, each on one line."""
    lines: list[str] = []
    depth = 0
    for line in code.splitlines():
        if not line.strip():
            continue
        lines.append(" ".join(line.split()))
        if lines[0].startswith("#"):
            ends = not line.rstrip().endswith("\\")
        else:
            depth += line.count("{") - line.count("}")
            ends = depth <= 0 and line.rstrip().endswith((";", "}"))
        if ends:
            yield " ".join(lines)
            lines, depth = [], 0


def _defined(chunk: str) -> set[str]:
    """Names by which other code reaches it."""
    macro = re.match(r"# ?define (\w+)", chunk)
    if macro or chunk.startswith("#"):
        return {macro[1]} if macro else set()
    head = re.split(r"[{=;]", chunk)[0].strip()
    if re.fullmatch(r"(struct|union) \w+", head):
        return {head}
    if head.split()[0] == "enum":
        return set(WORD.findall(chunk))
    function = re.search(r"(\w+) ?\(", head)
    if function and "{" in chunk:
        return {function[1]}
    # A prototype, a variable, or a macro that makes one of what is in its parentheses.
    parts = [head] if function else head.split(",")
    last = {words[-1] for part in parts if (words := WORD.findall(part))}
    return last | ({function[1]} if function else set())
