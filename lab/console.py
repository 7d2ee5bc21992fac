# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reads the console of a User-mode Linux machine that ran KUnit: its suites and its faults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import ktap

SPLAT = re.compile(
    r"\b(BUG|WARNING|KASAN|UBSAN|KFENCE|ODEBUG|Oops|Kernel panic|Unhandled|Segfault)\b.*"
    r"|.*\b(general protection fault|list_(add|del) corruption|possible recursive locking"
    r"|blocked for more than|inconsistent lock state|possible circular locking|held lock freed"
    r"|bad unlock balance|[1-9]\d* new suspected memory leaks)\b.*"
)
# A boot prints some of these words by itself, so the search begins at "start".
INIT = re.compile(
    r"uml-init: (?P<verb>start|end|load|loaded|unload|unloaded|cannot load|cannot unload)\b"
    r" ?(?P<rest>.*)$"
)
TALLY = re.compile(r"Totals: pass:\d+|\S+: pass:\d+ fail:\d+|module: \w+$")
PLACE = re.compile(r"(?:\S+: )?(?:EXPECTATION|ASSERTION) FAILED at (?P<place>.*)$")
WANTED = re.compile(r"Expected (?P<what>.*?)(?:, but(?: is (?P<got>.*))?)?$")
GOT = re.compile(r".* == .*$|.*\bis (?:null|not null|equal to|false|true)\b.*$")


@dataclass
class Run:
    """What one boot showed."""

    suites: list[ktap.Result] = field(default_factory=list)
    faults: list[ktap.Result] = field(default_factory=list)
    ended: bool = False


def splats(lines: list[str]) -> list[ktap.Result]:
    """Returns the kernel's reports of faults, each with the lines that follow."""
    found: list[ktap.Result] = []
    until = 0
    for number, line in enumerate(lines):
        if number >= until and not line.lstrip().startswith("#") and SPLAT.match(line.strip()):
            until = number + 30
            found.append(
                ktap.Result(f"kernel: {line.strip()}", "fail", notes=lines[number + 1 : until])
            )
    return found


def read(text: str, tests: set[str]) -> Run:
    """Takes the console apart; each module of the tests must have run a suite."""
    run = Run()
    failed: set[str] = set()
    segment: list[str] = []
    lines = [line.rstrip() for line in text.splitlines()]
    starts = [n for n, line in enumerate(lines) if INIT.match(line)]
    for line in lines[starts[0] :] if starts else []:
        match = INIT.match(line)
        if not match:
            segment.append(line)
            continue
        verb, rest = match["verb"], match["rest"]
        name = rest.split(":")[0]
        if verb == "loaded":
            suites = [result for result in ktap.parse("\n".join(segment)).results if result.block]
            run.suites += suites
            if name in tests and not suites:
                run.faults.append(ktap.Result(f"{name}: no suite ran", "fail"))
        elif verb == "cannot load" or (verb == "cannot unload" and name not in failed):
            failed.add(name)
            run.faults.append(ktap.Result(f"{verb} {rest}", "fail", notes=segment[-10:]))
        run.ended |= verb == "end"
        segment = []
    if segment and not run.ended:  # a suite that brought the machine down
        run.suites += [result for result in ktap.parse("\n".join(segment)).results if result.block]
    run.faults += splats(lines[starts[0] :] if starts else lines)
    return run


def explain(notes: list[str], tree: str) -> list[str]:
    """Says KUnit's messages in few words: the spec's place first, expected, got, where in C."""
    specs: list[str] = []
    out: list[str] = []
    for note in notes:
        text = note.strip()
        place, wanted = PLACE.match(text), WANTED.match(text)
        if not text or TALLY.match(text):
            continue
        if "spec: " in text:
            specs.append("spec: " + text.split("spec: ", 1)[1])
        elif place:
            out.append("at " + place["place"].replace(f"{tree}/", ""))
        elif wanted:
            out.append(f"expected: {wanted['what']}")
            out += [f"got: {wanted['got']}"] if wanted["got"] else []
        elif GOT.match(text) and out and out[-1].startswith(("expected: ", "got: ")):
            out.append(f"got: {text}")
        else:
            out.append(text)
    return list(dict.fromkeys(specs)) + out
