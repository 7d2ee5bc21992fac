#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Every loop of ours that runs in the kernel says what bounds or charges it. Prints TAP.

Lua's own are in kernel/vm/loops.txt. CONTRIBUTING.md says what a mark is, and what needs none.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import cloops

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "lab"))

from tap import Tap  # noqa: E402

_REPEAT = "lab/tests/marks_test.py"
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
_MARK = re.compile(r"\b(bounded|charged): \S")
_MEMBER = re.compile(r"^\t+[\w *]*?\b(\w+);[ \t]*/\* bounded: ", re.MULTILINE)
_CONSTANT = re.compile(r"\d+|[A-Z][A-Z0-9_]+|(ARRAY_SIZE|LUADATA_COUNT|sizeof) \( .* \)")
_COUNTS = re.compile(r"(?P<counter>\w+) <=? (?P<bound>.*)")
_MEMBER_OF = re.compile(r"\w+( (->|\.) \w+)* (->|\.) (?P<member>\w+)")

# Each loop with "missing" in its line has no mark, and is found; no other is.
SHAPES = """
struct list {
	unsigned int n; /* bounded: LIST_MAX */
	unsigned int missing;
};
#define each(p, list) for (p = (list); p; p = p->next) /* bounded: a list */
#define every(p, list) for (p = (list); p; p = p->missing)
static int f(struct list *list, int n)
{
	asm goto("1: jmp 1b" : : "r"(n) : "memory" : out);
	for (i = 0; i < 6; i++)
		for (j = 0; found && j <= LIST_MAX; j++)
			for (k = 0; k < ARRAY_SIZE(names); k++)
				at += k;
	for (i = 0; i < list->n; i++)
		f(list, i);
	for (i = 0; i < list->missing; i++)
		f(list, i);
	for (i = 0; i < LIST_MAX; at++) /* missing */
		at++;
	while (n--) /* charged: before */
		at++;
	while (n--) /* how charged this is, is missing */
		at++;
	/* Something long about it, and
	 * bounded: so many */
	for (;;)
		at++;
	do { /* bounded: so many */
		at++;
	} while (at < n);
	for (p = list->first; p;
	     p = p->next) /* bounded: so many */
		at++;
	each(p, list)
		at++;
	each_of_the_kernel(p, missing)
		at++;
	*(int **)missed = list;
	return at; /* bounded: no loop */
}
"""


def sources() -> list[Path]:
    """What is compiled for the kernel, but for Lua itself and for tests."""
    found = []
    for folder in ("luadata", "luadata/kinds", "kernel", "kernel/vm", "kernel/vm/shim", "specs"):
        found += [p for p in (TREE / folder).iterdir() if p.suffix in (".c", ".h")]
    for path in (TREE / "bindings-generated").iterdir():
        tested = path.name.startswith("binding_") or path.stem.endswith("_test")
        if path.suffix in (".c", ".h") and not tested:
            found.append(path)
    return sorted(p for p in found if not p.stem.endswith("_user"))


def marked_lines(text: str) -> set[int]:
    """The lines on which a mark says how a loop ends: the comment's own, and the one below."""
    lines: set[int] = set()
    for comment in _COMMENT.finditer(text):
        if _MARK.search(comment[0]):
            first = text.count("\n", 0, comment.start()) + 1
            last = first + comment[0].count("\n")
            own = text[text.rfind("\n", 0, comment.start()) + 1 : comment.start()].strip() == ""
            lines |= {*range(first, last + 1)} | ({last + 1} if own else set())
    return lines


def counts_to_a_bound(head: str, members: set[str]) -> bool:
    """Whether a `for` counts up to a constant, or to a member that is declared as bounded."""
    parts = head.removeprefix("( ").removesuffix(" )").split(" ; ")
    if len(parts) != 3:
        return False
    for condition in parts[1].split(" && "):
        match = _COUNTS.fullmatch(condition)
        if match and f"{match['counter']} ++" in parts[2].split(" , "):
            member = _MEMBER_OF.fullmatch(match["bound"])
            if _CONSTANT.fullmatch(match["bound"]) or (member and member["member"] in members):
                return True
    return False


def missing(files: dict[str, str]) -> list[str]:
    """The loops that do not say how they end, as FILE:LINE: FUNCTION: LOOP."""
    members = {name for text in files.values() for name in _MEMBER.findall(text)}
    found = []
    functions = {name: cloops.functions(text, name) for name, text in files.items()}
    marks = {name: marked_lines(text) for name, text in files.items()}
    macros = {
        function.name
        for name, each in functions.items()
        for function in each
        if function.loops and all(loop.line in marks[name] for loop in function.loops)
    }
    for name, each in functions.items():
        for function in each:
            for loop in function.loops:
                lines = range(loop.line, loop.last + 1)
                if loop.kind in macros or any(line in marks[name] for line in lines):
                    continue
                if loop.kind != "for" or not counts_to_a_bound(loop.head, members):
                    found.append(f"{name}:{loop.line}: {function.name}: {loop.kind} {loop.head}")
    return found


def main() -> int:
    """Run the tests; 0 when all is well."""
    texts = {str(p.relative_to(TREE)): p.read_text(encoding="utf-8") for p in sources()}
    lines = enumerate(SHAPES.splitlines(), 1)
    want = [n for n, line in lines if "missing" in line and "int missing" not in line]
    got = sorted(int(line.split(":")[1]) for line in missing({"shapes.c": SHAPES}))
    tap = Tap("marks", _REPEAT)
    name = "a loop without a mark is found, one with is not"
    tap.point(got == want, name, f"lines {got}, not {want}")
    wrong = missing(texts)
    tap.point(not wrong, "each loop of ours says what bounds or charges it", *wrong)
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
