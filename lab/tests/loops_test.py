#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Every loop of the VM is in kernel/vm/loops.txt, and nothing else is. Prints TAP."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import cloops

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "lab"))

from tap import Tap  # noqa: E402

TABLE = TREE / "kernel/vm/loops.txt"
SOURCE = TREE / "build/lua/src"
_ENTRY = re.compile(r"(?P<function>\w+): (?P<text>1 .*)")
_REPEAT = "lab/tests/loops_test.py"

# Every shape of a loop, and what is none.
SHAPES = """
#define each(p, list) for (p = (list); p; p = p->next)
#define never(x) do { x; } while (0)
static inline int f(int n)
{
	int i;
again:
	for (i = 0; i < n; i++)
		if (i) while (n--) ; else do n++; while (n < 3);
	never(n = 1);
	do { n = ({ int m = 0; while (m < 9) m++; m; }); } while (0);
	list_for_each(p, list) { n++; }
	hlist_for_each_entry(p, list, node)
		n++;
	if (n == '"' || "while (1)"[0])
		goto again;
	goto out; /* for (;;) */
out:
	return n; // while (1)
}
LUA_API void (g) (int x) { switch (x) { case 1: for (;;) break; default: break; } }
"""
WANT = {
    "f": ["for", "while", "do", "while", "list_for_each", "hlist_for_each_entry", "goto"],
    "g": ["for"],
    "each": ["for"],
    "never": [],
}


def compiled() -> list[cloops.Function]:
    """The functions of the VM: those of headers once. The kernel's are the same, but for files."""
    sources = (TREE / "kernel/vm/objects.mk").read_text().split("MATCHER_OBJS")[0]
    objects = re.findall(r"(\w+)\.o", sources)
    seen: set[tuple[str, int]] = set()
    found = []
    for name in objects:
        command = ["gcc", "-E", f"-I{SOURCE}", f"-I{TREE}/luadata", str(SOURCE / f"{name}.c")]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for function in cloops.functions(text, name):
            at = (function.file, function.line)
            if str(SOURCE) in function.file and at not in seen:
                seen.add(at)
                found.append(function)
    return found


def table() -> dict[str, int]:
    """How many loops the table has for each function; they are numbered without a gap."""
    entries: dict[str, int] = {}
    text = TABLE.read_text().replace("\n  ", " ")
    for line in text.splitlines():
        if not line or line.startswith("#") or line.endswith(".c"):
            continue
        match = _ENTRY.fullmatch(line)
        if match is None or match["function"] in entries:
            raise ValueError(f"{TABLE.name}: not FUNCTION: N HOW, or again: {line}")
        parts = re.split(r"; (?=\d+ \w)", match["text"])
        if [part.split()[0] for part in parts] != [str(n + 1) for n in range(len(parts))]:
            raise ValueError(f"{TABLE.name}: not numbered from 1 on: {line}")
        entries[match["function"]] = len(parts)
    return entries


def differences(functions: list[cloops.Function], entries: dict[str, int]) -> list[str]:
    """What the table does not say, and what it says of nothing."""
    wrong = []
    have: dict[str, int] = {}
    for function in functions:
        if have.get(function.name) and function.loops:
            wrong.append(f"{function.file}: {function.name}: a second function of the name")
        have[function.name] = have.get(function.name, 0) + len(function.loops)
        for number, loop in enumerate(function.loops, 1):
            if number > entries.get(function.name, 0):
                wrong.append(
                    f"{Path(loop.file).name}:{loop.line}: {function.name}: loop {number}"
                    f" ({loop.kind} {loop.head}) is not in {TABLE.name}"
                )
    for name, count in entries.items():
        if count > have.get(name, 0):
            wrong.append(f"{TABLE.name}: {name}: {count} loops, the source has {have.get(name, 0)}")
    return wrong


def main() -> int:
    """Run the tests; 0 when all is well."""
    subprocess.run([TREE / "kernel/vm/fetch"], check=True)
    shapes = cloops.functions(SHAPES, "shapes.c")
    got = {function.name: [loop.kind for loop in function.loops] for function in shapes}
    tap = Tap("loops", _REPEAT)
    tap.point(got == WANT, "every shape of a loop is seen", f"got {got}")
    functions = compiled()
    entries = table()
    wrong = differences(functions, entries)
    tap.point(not wrong, "each loop of the VM says what bounds it", *wrong)
    gone = dict(entries, str_pack=entries["str_pack"] - 1, luaH_next=9)
    seen = [line.split(":")[0] for line in differences(functions, gone)]
    expected = ["lstrlib.c", TABLE.name]
    tap.point(seen == expected, "one that is missing and one that is gone are found", f"got {seen}")
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
