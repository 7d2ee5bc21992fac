# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Writes results as JUnit XML: one testsuite for each KUnit suite."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as tree
from pathlib import Path

import ktap

# What XML 1.0 has no way to say.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("?", text)


def _case(parent: tree.Element, suite: str, case: ktap.Result) -> None:
    attributes = {"classname": suite, "name": _clean(case.name), "time": "0"}
    node = tree.SubElement(parent, "testcase", attributes)
    if case.status == "skip":
        tree.SubElement(node, "skipped", {"message": _clean(case.reason)})
    if case.status != "fail":
        return
    said = [note for note in case.notes if not note.startswith(("spec: ", "at "))]
    message = _clean(said[0] if said else "failed")
    failure = tree.SubElement(node, "failure", {"type": "KUnit", "message": message})
    lines = [f"{suite}.{case.name}", *case.notes]
    lines += [f"repeat: {case.repeat}"] if case.repeat else []
    failure.text = _clean("\n".join(lines))


def _suite(
    parent: tree.Element, number: int, name: str, cases: list[ktap.Result], host: str
) -> None:
    states = [case.status for case in cases]
    node = tree.SubElement(
        parent,
        "testsuite",
        {
            "id": str(number),
            "name": name,
            "package": host,
            "hostname": host,
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime()),
            "tests": str(len(cases)),
            "failures": str(states.count("fail")),
            "errors": "0",
            "skipped": str(states.count("skip")),
            "time": "0",
        },
    )
    tree.SubElement(node, "properties")
    for case in cases:
        _case(node, name, case)
    tree.SubElement(node, "system-out")
    tree.SubElement(node, "system-err")


def write(path: Path, host: str, suites: list[tuple[str, list[ktap.Result]]]) -> None:
    """Writes suites, each a name with its cases; host is the machine that they ran on."""
    root = tree.Element("testsuites")
    for number, (name, cases) in enumerate(suites):
        _suite(root, number, name, cases, host)
    tree.indent(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    tree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
