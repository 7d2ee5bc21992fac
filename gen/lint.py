# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen lint: what is right in a spec, and could be better for those who read it."""

from __future__ import annotations

import argparse
import pathlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from .read import source_of, specs_below
from .resolve.calls import RESERVED
from .spec.cdecl import INTEGERS, DeclarationError, prototype
from .spec.faults import Fault, Faults, Mark
from .spec.load import Mapping, Node, Scalar, Sequence, load, plain

HELP = "style, missing docs, units and ranges"
DESCRIPTION = (
    "Says what could be better in specs without faults: missing docs, units and ranges, what is"
    " never used, and layout of the text. The exit status is 0, with --strict 1 when there is any."
)
COLUMNS = 160
SCHEMA_LINE = "# yaml-language-server: $schema="
LICENSE = "# SPDX-License-Identifier: "

# Names that say what is counted, and the units that fit.
UNITS = {
    r"(.*_)?(ms|msecs?)": "ms",
    r"(.*_)?(us|usecs?)": "µs",
    r"(.*_)?(ns|nsecs?)": "ns",
    r"(.*_)?(secs?|seconds)": "s",
    r"(.*_)?jiffies": "jiffies",
    r"(.*_)?(freq|frequency|khz|mhz|hz)": "Hz, kHz or MHz",
    r"(.*_)?(bytes|len|length|size)": "bytes, or what is counted",
    r"(.*_)?(pages)": "pages",
    r"(.*_)?(timeout|interval|delay|duration|latency|residency)(_.*)?": "the unit of time",
    r"(.*_)?(temp|temperature)": "°C, or m°C",
    r"(.*_)?percent(age)?": "%",
}
# Keys of a field or argument that say that it is no plain number.
NOT_A_NUMBER = (
    "enum", "view", "list", "union", "display", "carried", "value", "lookup",
)  # fmt: skip
WIRE_INTEGERS = ("u8", "u16", "u24", "u32", "u64", "s8", "s16", "s32", "s64", "integer")
SENTENCES = ("spec", "layout", "enum", "function", "callback", "record", "lock")
KINDS = {
    "layouts": "layout",
    "enums": "enum",
    "functions": "function",
    "callbacks": "callback",
    "records": "record",
    "locks": "lock",
    "fields": "field",
    "virtual": "field",
    "args": "argument",
    "attach": "key",
}


@dataclass(frozen=True)
class Thing:
    """Something of a spec that has a name."""

    kind: str
    name: str
    path: str
    mark: Mark
    node: Mapping
    wire: bool
    access: str  # of the layout around it

    def text(self, key: str) -> str:
        node = self.node.items.get(key)
        return str(node.value) if isinstance(node, Scalar) else ""


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.description = DESCRIPTION
    command.add_argument(
        "specs", nargs="*", type=pathlib.Path, metavar="SPEC", help="default: all of specs/"
    )
    command.add_argument("--strict", action="store_true", help="fail when there is anything to say")


def run(options: argparse.Namespace, paths: list[pathlib.Path], root: pathlib.Path) -> int:
    """Warnings about some specs; what others use of them is known."""
    faults = Faults()
    trees: dict[pathlib.Path, tuple[Mapping, str]] = {}
    for path in sorted({path.resolve() for path in (*paths, *specs_below(root))}):
        text = path.read_text(encoding="utf-8")
        tree = load(text, source_of(path, root), faults)
        if tree:
            trees[path] = (tree, text)
    found: list[Fault] = []
    for path in (path.resolve() for path in paths):
        if path in trees:
            others = [tree for other, (tree, _) in trees.items() if other != path]
            found += lint(*trees[path], others)
    for fault in faults.sorted():
        print(fault, file=sys.stderr)
    for warning in sorted(found):
        print(warning)
    many = (len(paths), "spec"), (len(found), "warning")
    print("luagen:", ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in many))
    return 1 if faults or (found and options.strict) else 0


def lint(tree: Mapping, text: str, others: list[Mapping]) -> list[Fault]:
    """What there is to say about one spec; others may use what it has."""
    found = list(_text(text, tree.mark.file))
    if list(tree.items)[:2] != ["name", "doc"]:
        found.append(Fault(tree.mark, "", "a spec begins with name, then doc"))
    found += _unused(tree, others)
    for thing in things(tree, "", "wire" in tree.items, "ro"):
        found += _order(thing)
        found += _doc(thing)
        found += _unit(thing)
        found += _range(thing)
        if thing.kind in ("function", "callback"):
            found += _arguments(thing)
    return sorted(set(found))


def things(tree: Mapping, path: str, wire: bool, access: str) -> Iterator[Thing]:
    """Everything of a spec that has a name, wherever it is."""
    for key, node in tree.items.items():
        below = f"{path}.{key}" if path else key
        if key in KINDS and isinstance(node, Mapping):
            for name, item in node.items.items():
                inner = item if isinstance(item, Mapping) else Mapping({}, {}, item.mark)
                at = f"{below}.{name}"
                yield Thing(KINDS[key], name, at, node.keys[name], inner, wire, access)
                default = inner.items.get("access") if key == "layouts" else None
                own = str(default.value) if isinstance(default, Scalar) else access
                yield from things(inner, at, wire, own)
        elif isinstance(node, Sequence):
            for i, item in enumerate(node.items):
                if isinstance(item, Mapping):
                    yield from things(item, f"{below}[{i}]", wire, access)


# ---- the text ----


def _text(text: str, file: str) -> Iterator[Fault]:
    lines = text.split("\n")
    if not lines[0].startswith(LICENSE):
        yield Fault(Mark(file, 1, 1), "", f"the first line is '{LICENSE}…'")
    if not any(line.startswith(SCHEMA_LINE) for line in lines[:4]):
        yield Fault(Mark(file, 1, 1), "", f"no line '{SCHEMA_LINE}…', from which editors know it")
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield Fault(Mark(file, number, len(line.rstrip()) + 1), "", "blanks at the end")
        if len(line) > COLUMNS:
            yield Fault(Mark(file, number, COLUMNS + 1), "", f"a line of {len(line)} columns")
        if not line and number < len(lines) and not lines[number]:
            yield Fault(Mark(file, number, 1), "", "two empty lines in a row, or one at the end")
    if lines[-1]:
        yield Fault(Mark(file, len(lines), len(lines[-1]) + 1), "", "no newline at the end")


# ---- order ----


def _order(thing: Thing) -> Iterator[Fault]:
    """doc begins what has lines of its own, and ends what is a line in a list."""
    keys = list(thing.node.items)
    if "doc" not in keys:
        return
    one_line = len({mark.line for mark in thing.node.keys.values()}) == 1
    one_line = one_line and thing.kind not in SENTENCES
    if keys.index("doc") != (len(keys) - 1 if one_line else 0):
        place = "last in one line" if one_line else "first"
        yield Fault(thing.node.keys["doc"], f"{thing.path}.doc", f"doc comes {place}")


# ---- docs ----


def _doc(thing: Thing) -> Iterator[Fault]:
    if thing.kind == "argument" and "value" in thing.node.items:
        return
    if "union" in thing.node.items and "doc" not in thing.node.items:
        return
    if "doc" not in thing.node.items:
        if thing.kind != "argument" or "carried" not in thing.node.items:
            yield Fault(thing.mark, thing.path, f"this {thing.kind} has no doc")
        return
    doc, mark = thing.text("doc").strip(), thing.node.items["doc"].mark
    if thing.kind in SENTENCES and not doc.endswith((".", "!", "?", ":")):
        yield Fault(mark, f"{thing.path}.doc", "a doc of its own ends with a full stop")
    if thing.kind not in SENTENCES and re.search(r"[^.]\.$", doc):
        yield Fault(mark, f"{thing.path}.doc", "a doc in a list has no full stop")


def _lengths(arguments: dict[str, Node]) -> Iterator[str]:
    """Parameters that get the length of a buffer: the buffer's doc is enough."""
    for node in arguments.values():
        for key in ("bytes", "fill"):
            if isinstance(node, Mapping) and key in node.items:
                yield str(plain(node.items[key]))


def _arguments(thing: Thing) -> Iterator[Fault]:
    """Parameters that the script gives, and of which nothing is said."""
    listed = thing.node.items.get("args")
    known = listed.items if isinstance(listed, Mapping) else {}
    try:
        proto = prototype(thing.text("c")) if "c" in thing.node.items else None
    except DeclarationError:
        proto = None
    returns = thing.node.items.get("returns")
    records = isinstance(returns, Mapping) and "list" in returns.items
    said = {*known, *_lengths(known)}
    if isinstance(returns, Mapping) and "count" in returns.items:
        said.add(str(plain(returns.items["count"])))
    for parameter in (proto.parameters if proto else ())[1 if records else 0 :]:
        if parameter.name not in said and parameter.name not in RESERVED:
            mark = thing.node.items["c"].mark
            yield Fault(mark, thing.path, f"the argument {parameter.name} has no doc")
    if isinstance(returns, Mapping) and thing.kind == "function":
        keys = set(returns.items) - {"unit", "enum", "min", "max"}
        if not keys:
            yield Fault(returns.mark, f"{thing.path}.returns", "the result has no doc")


# ---- units, ranges ----


def _number(thing: Thing) -> bool:
    if thing.kind not in ("field", "argument", "key"):
        return False
    if any(key in thing.node.items for key in NOT_A_NUMBER):
        return False
    if thing.text("as") not in ("", "signed"):
        return False
    kind = thing.text("type")
    if thing.kind == "argument":
        return True
    return "bits" in thing.node.items or kind in WIRE_INTEGERS or kind in INTEGERS


def _unit(thing: Thing) -> Iterator[Fault]:
    if "unit" in thing.node.items or not _number(thing):
        return
    if thing.text("type") == "ktime_t":
        yield Fault(thing.mark, thing.path, "a ktime_t has a unit: ns")
        return
    for pattern, unit in UNITS.items():
        if re.fullmatch(pattern, thing.name):
            yield Fault(thing.mark, thing.path, f"the name asks for a unit: {unit}")
            return


def _range(thing: Thing) -> Iterator[Fault]:
    """Formats take any value of a width; what the kernel keeps in an integer rarely does."""
    if thing.kind != "field" or thing.wire or "place" in thing.node.items or not _number(thing):
        return
    writable = thing.text("access") in ("rw", "wo") or (
        "access" not in thing.node.items and thing.access in ("rw", "wo")
    )
    bounded = {"min", "max"} & set(thing.node.items)
    if writable and not bounded and thing.text("bits") != "1":
        yield Fault(thing.mark, thing.path, "scripts may write it: say which values are valid")


# ---- what is never used ----


def _unused(tree: Mapping, others: list[Mapping]) -> Iterator[Fault]:
    own = set(_words(tree))
    name = plain(tree.items["name"]) if "name" in tree.items else ""
    theirs = {word for other in others for word in _words(other)}
    for kind in ("enums", "locks"):
        table = tree.items.get(kind)
        for word in table.items if isinstance(table, Mapping) else ():
            if word not in own and f"{name}.{word}" not in theirs:
                assert isinstance(table, Mapping)
                yield Fault(table.keys[word], f"{kind}.{word}", "nothing uses it")
    uses = tree.items.get("uses")
    for i, item in enumerate(uses.items if isinstance(uses, Sequence) else ()):
        used = str(plain(item))
        if not any(word == used or word.startswith(f"{used}.") for word in own):
            yield Fault(item.mark, f"uses[{i}]", f"nothing of {used} is used")


REFERENCES = ("enum", "view", "list", "lock", "union")


def _words(node: Node) -> Iterator[str]:
    """Names that a spec refers to."""
    if isinstance(node, Mapping):
        for key, below in node.items.items():
            if key in REFERENCES and isinstance(below, Scalar):
                yield str(below.value)
            else:
                yield from _words(below)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item)
