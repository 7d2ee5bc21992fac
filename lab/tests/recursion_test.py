#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Every recursion, of the VM and of ours, goes through a function that says how deep. Prints TAP.

Lua's are in kernel/vm/recursion.txt; ours have a comment `recursion: …` before the function. A
function that is named counts as called.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import cloops
import loops_test
import marks_test

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "lab"))

from tap import Tap  # noqa: E402

TABLE = TREE / "kernel/vm/recursion.txt"
_REPEAT = "lab/tests/recursion_test.py"
_ENTRY = re.compile(r"(?P<function>\w+): \S.*")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARK = re.compile(r"\brecursion: \S")

Graph = dict[str, set[str]]

SHAPES = """
static int f(int n) { return n ? f(n - 1) : 0; }
static int g(int n);
static int h(struct ops *ops, int n) { return ops->h(n) + ops->f(n); }
/* recursion: as deep as the number */
static int g(int n)
{
	return n ? g(n - 1) + k(f, n) : 0;
}
static int a(int n) { return b(n); }
static int b(int n) { return n ? c(n) : 0; }
static int c(int n) { return a(n - 1); }
"""
WANT = [["a", "b", "c"], ["f"]]


def graph(functions: list[cloops.Function]) -> Graph:
    """What each function names of the others."""
    names = {f.name for f in functions}
    found: Graph = {}
    for f in functions:
        found.setdefault(f.name, set()).update(f.calls & names)
    return found


def cycles(calls: Graph, without: set[str]) -> list[list[str]]:
    """Functions that lead to each other, or to themselves, with some left out."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for other in sorted(calls[name] - without):
            if other not in order:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], order[other])
        if low[name] == order[name]:
            at = stack.index(name)
            one = stack[at:]
            del stack[at:]
            if len(one) > 1 or name in calls[name] - without:
                found.append(sorted(one))

    for name in sorted(calls):
        if name not in order and name not in without:
            visit(name)
    return found


def table() -> set[str]:
    """The functions that kernel/vm/recursion.txt tells of."""
    found = set()
    for line in TABLE.read_text().replace("\n  ", " ").splitlines():
        if line and not line.startswith("#"):
            match = _ENTRY.fullmatch(line)
            if match is None:
                raise ValueError(f"{TABLE.name}: not FUNCTION: HOW DEEP: {line}")
            found.add(match["function"])
    return found


def marked(text: str, functions: list[cloops.Function]) -> set[str]:
    """The functions of a source that a comment before them tells of."""
    found = set()
    for comment in _COMMENT.finditer(text):
        if _MARK.search(comment[0]):
            line = text.count("\n", 0, comment.end()) + 1
            after = [f for f in functions if line < f.line <= line + 3]
            found |= {after[0].name} if after else set()
    return found


def faults(calls: Graph, told: set[str]) -> list[str]:
    """The circles that nothing is told of, and what is told of none."""
    wrong = [f"nothing says how deep: {' '.join(one)}" for one in cycles(calls, told)]
    for name in sorted(told):
        if name not in calls:
            wrong.append(f"{name}: there is no such function")
        elif not cycles(calls, told - {name}):
            wrong.append(f"{name}: no recursion needs it")
    return wrong


# Functions that stand in a table of kinds, by member, and calls of them.
_KIND = re.compile(r"struct luadata_kind \w+ = \{(.*?)\};", re.DOTALL)
_MEMBER = re.compile(r"\.(\w+) = (\w+),")
_BY_KIND = re.compile(r"luadata_kinds\[[^]]*\]->(\w+)\(")


def by_kind(text: str, functions: list[cloops.Function]) -> list[tuple[str, cloops.Function]]:
    """The calls through the table: the member, and the function that calls it."""
    found = []
    for call in _BY_KIND.finditer(text):
        line = text.count("\n", 0, call.start()) + 1
        before = [f for f in functions if f.line <= line]
        found += [(call[1], max(before, key=lambda f: f.line))] if before else []
    return found


def ours() -> tuple[Graph, set[str]]:
    """Our functions that run in the kernel, and those with a mark."""
    functions: list[cloops.Function] = []
    told = set()
    kinds: dict[str, set[str]] = {}
    indirect: list[tuple[str, cloops.Function]] = []
    for path in marks_test.sources():
        text = path.read_text(encoding="utf-8")
        each = cloops.functions(text, path.name)
        # A static of each file is one of its own.
        own = {f.name for f in each if re.search(rf"^static [^;=]*\b{f.name}\(", text, re.M)}
        for f in each:
            f.calls = {f"{path.name}:{name}" if name in own else name for name in f.calls}
        told |= {f"{path.name}:{n}" if n in own else n for n in marked(text, each)}
        for f in each:
            f.name = f"{path.name}:{f.name}" if f.name in own else f.name
        functions += each
        indirect += by_kind(text, each)
        for member, name in (m.groups() for k in _KIND.findall(text) for m in _MEMBER.finditer(k)):
            kinds.setdefault(member, set()).add(f"{path.name}:{name}" if name in own else name)
    for member, f in indirect:
        f.calls |= kinds[member]
    return graph(functions), told


def main() -> int:
    """Run the tests; 0 when all is well."""
    subprocess.run([TREE / "kernel/vm/fetch"], check=True)
    sys.setrecursionlimit(10000)
    calls, told = graph(loops_test.compiled()), table()
    shapes = cloops.functions(SHAPES, "shapes.c")
    got = cycles(graph(shapes), marked(SHAPES, shapes))
    gone = [len(faults(calls, told - {name})) for name in sorted(told)]
    points = {
        "what calls itself is found": [] if got == WANT else [f"got {got}"],
        "each recursion of the VM says how deep": faults(calls, told),
        "each of ours does": faults(*ours()),
        "one that is missing is found": [] if all(gone) else [f"missed: {gone}"],
    }
    tap = Tap("recursion", _REPEAT)
    for name, wrong in points.items():
        tap.point(not wrong, name, *wrong)
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
