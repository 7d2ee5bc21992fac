#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Tests of lab/report: what it counts, what it prints, how it exits."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

LAB = Path(__file__).resolve().parent.parent
REPORT = LAB / "report"
sys.path.insert(0, str(LAB))

from tap import Tap  # noqa: E402


@dataclass
class Case:
    """A TAP text, and what the report of it must be."""

    name: str
    tap: str
    last: str
    status: int
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


CASES = [
    Case("all pass", "1..2\nok 1 - a\nok 2 - b\n", "check: 2 passed, 0 failed", 0),
    Case("the plan may come last", "ok 1 - a\nok 2 - b\n1..2\n", "check: 2 passed, 0 failed", 0),
    Case(
        "a failure with its diagnostics and its command",
        "1..2\nnot ok 1 - a\n  # expected: 4\n  # got: 5\n  # repeat: make it\nok 2 - b\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: a\n    # expected: 4\n    # got: 5\n    # repeat: make it\n",),
    ),
    Case(
        "a note without indentation belongs to the failure above it",
        "1..2\nnot ok 1 - a\n# why\nok 2 - b\n# else\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: a\n    # why\n",),
        ("else",),
    ),
    Case(
        "failures come first",
        "1..2\nok 1 - s # SKIP no\nnot ok 2 - f\n",
        "check: 0 passed, 1 failed",
        1,
        ("FAILED t: f\nskipped t: s: no\n",),
    ),
    Case(
        "a skip is no pass",
        "1..2\nok 1 - a # SKIP no qemu\nok 2 - b\n",
        "check: 1 passed, 0 failed",
        0,
        ("skipped t: a: no qemu\n",),
    ),
    Case(
        "nothing but skips fails", "1..1\nok 1 - a # SKIP no qemu\n", "check: 0 passed, 0 failed", 1
    ),
    Case(
        "a failure that says skip is a failure",
        "1..1\nnot ok 1 - a # SKIP no\n",
        "check: 0 passed, 1 failed",
        1,
    ),
    Case(
        "a failure that says todo is a failure",
        "1..1\nnot ok 1 - a # TODO\n",
        "check: 0 passed, 1 failed",
        1,
    ),
    Case(
        "a whole file skipped",
        "1..0 # SKIP no root\n",
        "check: 0 passed, 0 failed",
        1,
        ("skipped t: all: no root\n",),
    ),
    Case(
        "a plan of nothing",
        "1..0\n",
        "check: 0 passed, 1 failed",
        1,
        ("FAILED t: file: no tests\n",),
    ),
    Case(
        "an empty file",
        "",
        "check: 0 passed, 1 failed",
        1,
        ("FAILED t: file: no plan (1..N); 0 results came\n",),
    ),
    Case(
        "fewer results than promised",
        "1..3\nok 1 - a\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: file: the plan promised 3 results, 1 came\n",),
    ),
    Case(
        "more results than promised", "1..1\nok 1 - a\nok 2 - b\n", "check: 2 passed, 1 failed", 1
    ),
    Case("no plan", "ok 1 - a\n", "check: 1 passed, 1 failed", 1),
    Case(
        "bail out",
        "1..2\nok 1 - a\nBail out! no kernel\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: file: Bail out! no kernel\n",),
    ),
    Case(
        "other output is ignored",
        "hello\n1..1\nokay then\nok 1 - a\nnot okay\n",
        "check: 1 passed, 0 failed",
        0,
    ),
    Case(
        "KTAP: cases count, suites do not",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: span\n    1..2\n"
        "    ok 1 low\n    ok 2 high\n# span: pass:2 fail:0 skip:0 total:2\nok 1 span\n",
        "check: 2 passed, 0 failed",
        0,
    ),
    Case(
        "KTAP: a kernel's notes come before the case",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: span\n    1..3\n    ok 1 low\n"
        "    # high: EXPECTATION FAILED at x.c:3\n    Expected a == b\n        a == 1\n"
        "    not ok 2 high\n"
        "    ok 3 mid # SKIP no memory\n# span: pass:1 fail:1 skip:1 total:3\nnot ok 1 span\n",
        "check: 1 passed, 1 failed",
        1,
        (
            "FAILED t: span.high\n    # high: EXPECTATION FAILED at x.c:3\n"
            "    # Expected a == b\n    # a == 1\n",
            "skipped t: span.mid: no memory\n",
        ),
        ("FAILED t: span\n",),
    ),
    Case(
        "KTAP: a message of several lines",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..1\n"
        "    # a: EXPECTATION FAILED at x.c:3\n    Expected b\n\nnot this but that\n"
        "    not ok 1 a\nnot ok 1 s\n",
        "check: 0 passed, 1 failed",
        1,
        ("    # Expected b\n    # not this but that\n",),
    ),
    Case(
        "KTAP: parameters of a case, a level deeper",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..2\n"
        "        KTAP version 1\n"
        "        # Subtest: p\n        1..2\n        ok 1 one\n        not ok 2 two\n"
        "    not ok 1 p\n    ok 2 q\nnot ok 1 s\n",
        "check: 2 passed, 1 failed",
        1,
        ("FAILED t: s.p.two\n",),
    ),
    Case(
        "KTAP: parameters of a case, without a plan",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..1\n"
        "        KTAP version 1\n"
        "        # Subtest: p\n        ok 1 one\n        not ok 2 two\n"
        "    # p: pass:1 fail:1 skip:0 total:2\n    not ok 1 p\nnot ok 1 s\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: s.p.two\n",),
        ("no plan",),
    ),
    Case(
        "KTAP: a suite that fails by itself",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..1\n    ok 1 a\n"
        "not ok 1 s\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: s\n",),
    ),
    Case(
        "KTAP: a suite that breaks off",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..2\n    ok 1 a\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: s: the plan promised 2 results, 1 came\n",),
    ),
    Case(
        "KTAP: a suite that breaks off after its last case",
        "KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: s\n    1..1\n    ok 1 a\n",
        "check: 1 passed, 1 failed",
        1,
        ("FAILED t: s\n    # broke off before its result\n",),
    ),
]


def judge(case: Case) -> list[str]:
    """Returns what is wrong with the report of a case."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.tap"
        path.write_text(case.tap)
        run = subprocess.run([REPORT, path], capture_output=True, text=True, check=False)
    faults: list[str] = []
    last = run.stdout.splitlines()[-1] if run.stdout else ""
    if last != case.last:
        faults += [f"expected: {case.last}", f"got: {last}"]
    if run.returncode != case.status:
        faults += [f"expected: exit status {case.status}", f"got: {run.returncode}"]
    faults += [
        f"expected: {text!r} in {run.stdout!r}" for text in case.shows if text not in run.stdout
    ]
    faults += [
        f"expected: no {text!r} in {run.stdout!r}" for text in case.hides if text in run.stdout
    ]
    return faults + run.stderr.splitlines()


def options() -> list[str]:
    """A file that is not there, a command for a file's failures, another first word."""
    command = [str(REPORT), "--name", "demo", "/nowhere/a.tap=make again"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    want = (
        "FAILED a: No such file or directory\n    # repeat: make again\ndemo: 0 passed, 1 failed\n"
    )
    if run.stdout == want and run.returncode == 1:
        return []
    return [f"expected: {want!r}, 1", f"got: {run.stdout!r}, {run.returncode}"]


def main() -> int:
    tests = [(case.name, judge(case)) for case in CASES]
    tests.append(("options", options()))
    tap = Tap("report", "lab/tests/report_test.py")
    for name, faults in tests:
        tap.point(not faults, name, *faults)
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
