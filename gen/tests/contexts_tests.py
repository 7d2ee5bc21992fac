# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Tests of the record of contexts: what it has to show, and when it shows nothing any more."""

from __future__ import annotations

import pathlib
import shutil
import tempfile

from ..read import read
from ..spec import shown
from ..spec.faults import Faults

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
HINT = "does not show that it may be called in any context"

# What of a file becomes what, and the place of the fault: the record knows the tree as it is.
CHANGES = (
    ("a context that nobody has shown", "thermal.yaml", "context: sleepable", "context: any",
     "temperature"),
    ("another C function", "time.yaml", "u64 ktime_get_ns(", "u64 ktime_get_raw_ns(", "monotonic"),
    ("another expression", "system.yaml", "avenrun[which]", "avenrun[which] + 1", "load"),
    ("another body in the host", "cpufreq.c", "sizeof(*policy), GFP", "8, GFP", "policy"),
    ("another comment in the host", "cpufreq.c", "policy = cpufreq_cpu_get(cpu);",
     "policy = cpufreq_cpu_get(cpu); /* held */", ""),
    ("another doc", "time.yaml", "that never jumps", "that always grows", ""),
    ("another part of the host", "cpufreq.c", "#define LOAD_HIGH 80", "#define LOAD_HIGH 90", ""),
)


def outcomes() -> list[tuple[str, list[str]]]:
    faults = _faults(TOP)
    name = "specs/contexts.txt shows what specs/ declare (else: lab/contexts)"
    return [(name, faults), *(_change(*change) for change in CHANGES), *_keys()]


HOST = """
#define TWICE 2
struct pair { int left; };
static int helper(struct pair *p) { return p->left * TWICE; }
static int other(int left) { return left; }
int asked(struct pair *p)
{
	return helper(p);
}
"""


def _keys() -> list[tuple[str, list[str]]]:
    """Of what the key of a declaration is made."""
    reached = shown.reached(HOST, "asked")
    wanted = ("asked(", "helper(", "TWICE 2", "struct pair {")
    wrong = [word for word in wanted if word not in reached]
    wrong += ["other("] if "other(" in reached else []
    named = shown.bare({"args": {"unit": {"max": 3, "unit": "ms"}}, "unit": "ms"})
    right = {"args": {"unit": {"max": 3}}}
    return [
        ("contexts: what a function of the host reaches is in its key", wrong),
        ("contexts: so is an argument called 'unit'", [] if named == right else [str(named)]),
    ]


def _faults(root: pathlib.Path) -> list[str]:
    faults = Faults()
    read(sorted((root / "specs").rglob("*.yaml")), root, faults, hosts=True, shown=True)
    return [str(fault) for fault in faults.sorted()]


def _change(what: str, file: str, old: str, new: str, function: str) -> tuple[str, list[str]]:
    name = f"contexts: {what}{'' if function else ' changes nothing'}"
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        shutil.copytree(TOP / "specs", root / "specs")
        path = root / "specs" / file
        text = path.read_text(encoding="utf-8")
        if old not in text:
            return name, [f"{file} has no '{old}'"]
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = [fault for fault in _faults(root) if fault not in _faults(TOP)]
    if not function:
        return name, found
    right = len(found) == 1 and f"functions.{function}.context" in found[0] and HINT in found[0]
    return name, [] if right else [f"expected: a fault of {function}", *found]
