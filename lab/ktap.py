# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reads TAP and the kernel's nested KTAP."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_RESULT = re.compile(r"(?P<not>not )?ok\b(?: (?P<number>\d+))?(?: -)?(?: (?P<rest>.*))?$")
_PLAN = re.compile(r"1\.\.(?P<count>\d+)(?:\s*#\s*skip\S*\s*(?P<reason>.*))?$", re.IGNORECASE)
_SKIP = re.compile(r"(?P<name>.*?)\s*(?<!\\)#\s*skip\S*\s*(?P<reason>.*)$", re.IGNORECASE)
_VERSION = re.compile(r"K?TAP version \d+$")
_SUBTEST = "# Subtest:"
_REPEAT = "repeat:"


# KUnit of 6.1 prints no plan for the parameters of a case, which are this deep; the result of the
# case itself vouches for them.
_PARAMETERS = 8


@dataclass
class Result:
    """One test point, with the points of its own subtest when it has one."""

    name: str
    status: str  # "pass", "fail" or "skip"
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    repeat: str = ""
    block: Block | None = None


@dataclass
class Block:
    """The points at one level of indentation."""

    indent: int
    name: str = ""
    plan: int | None = None
    skip_all: str | None = None
    bail: str | None = None
    results: list[Result] = field(default_factory=list)
    early: list[str] = field(
        default_factory=list
    )  # notes before the point they belong to, as KTAP has them


def _note(result: Result, text: str) -> None:
    """Adds one diagnostic line, given without its `#`."""
    if text.startswith(_REPEAT):
        result.repeat = text[len(_REPEAT) :].strip()
    else:
        result.notes.append(text)


def _point(block: Block, match: re.Match[str], child: Block | None) -> None:
    name, reason = (match["rest"] or "").strip(), ""
    status = "fail" if match["not"] else "pass"
    skip = _SKIP.match(name)
    if skip:
        name, reason = skip["name"], skip["reason"]
        if status == "pass":
            status = "skip"
    result = Result(name or match["number"] or "?", status, reason, block=child)
    if status == "fail":
        for text in block.early:
            _note(result, text)
    block.early = []
    block.results.append(result)


class _Reader:
    def __init__(self) -> None:
        self.stack = [Block(0)]
        self.closed: Block | None = None  # a subtest that waits for the point that names it
        self.loose: list[str] = []  # notes that are left of a subtest: of the next point, any level

    def open(self, indent: int, name: str) -> None:
        self.close(indent + 1)
        top = self.stack[-1]
        if indent > top.indent:
            self.stack.append(Block(indent, name))
        elif name and not top.results:
            top.name = name

    def close(self, indent: int) -> None:
        """Closes the subtests that are deeper than a line of this indentation."""
        while len(self.stack) > 1 and self.stack[-1].indent >= indent:
            self.closed = self.stack.pop()

    def note(self, indent: int, text: str) -> None:
        top = self.stack[-1]
        last = top.results[-1] if top.results else None
        if (
            last
            and last.status == "fail"
            and not top.early
            and (indent > top.indent or top.indent == 0)
        ):
            _note(last, text)
        elif last is None or indent <= top.indent or top.early:
            top.early.append(text)

    def line(self, raw: str) -> None:
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip(" "))
        if not text:
            return
        if _VERSION.match(text):
            self.open(indent, "")
            return
        if text.startswith(_SUBTEST):
            self.open(indent, text[len(_SUBTEST) :].strip())
            return
        if text.startswith("Bail out!"):
            self.stack[0].bail = text[len("Bail out!") :].strip() or "no reason given"
            return
        plan, point = _PLAN.match(text), _RESULT.match(text)
        if plan or point:
            self.close(indent + 1)
            if indent > self.stack[-1].indent:
                self.stack.append(Block(indent))
        if plan:
            self.stack[-1].plan = int(plan["count"])
            self.stack[-1].skip_all = plan["reason"]
        elif point:
            self.stack[-1].early += self.loose
            self.loose = []
            child = self.closed if self.closed and self.closed.indent > indent else None
            self.closed = None
            _point(self.stack[-1], point, child)
        elif text.startswith("#"):
            if indent < self.stack[-1].indent:
                self.loose.append(text[1:].strip())
            else:
                self.note(indent, text[1:].strip())
        elif self.loose:  # KUnit's messages have lines of their own, at any depth
            self.loose.append(text)
        elif self.stack[-1].early:
            self.stack[-1].early.append(text)


def parse(text: str) -> Block:
    """Returns the outermost level of a TAP or KTAP text."""
    reader = _Reader()
    for line in text.expandtabs(4).splitlines():
        reader.line(line)
    reader.close(1)
    outer = reader.stack[0]
    if reader.closed:  # the text broke off inside a subtest
        outer.results.append(
            Result(
                reader.closed.name or "?",
                "fail",
                notes=["broke off before its result"],
                block=reader.closed,
            )
        )
    return outer


def _plan_fault(block: Block) -> str:
    got = len(block.results)
    if block.bail is not None:
        return f"Bail out! {block.bail}"
    if block.plan is None and block.name and block.indent >= _PARAMETERS and got:
        return ""
    if block.plan is None:
        return f"no plan (1..N); {got} results came"
    if block.plan == got:
        return "" if got or block.skip_all is not None else "no tests"
    return f"the plan promised {block.plan} results, {got} came"


def leaves(block: Block, prefix: str = "") -> list[Result]:
    """Returns the points that count: those without a subtest, and incomplete levels as failures."""
    found: list[Result] = []
    for result in block.results:
        name = f"{prefix}.{result.name}" if prefix else result.name
        if result.block is None:
            found.append(Result(name, result.status, result.reason, result.notes, result.repeat))
            continue
        inner = leaves(result.block, name)
        for leaf in inner:
            leaf.repeat = leaf.repeat or result.repeat
        if result.status == "fail" and all(leaf.status != "fail" for leaf in inner):
            inner.append(Result(name, "fail", result.reason, result.notes, result.repeat))
        found += inner
    fault = _plan_fault(block)
    if fault:
        found.append(Result(f"{prefix or 'file'}: {fault}", "fail"))
    elif block.skip_all is not None and not block.results:
        found.append(Result(prefix or "all", "skip", block.skip_all))
    return found
