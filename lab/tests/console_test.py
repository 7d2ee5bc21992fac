#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Tests of what lab/uml makes of a machine's console: texts in, messages, TAP and XML out."""

from __future__ import annotations

import contextlib
import importlib.machinery
import importlib.util
import io
import sys
import tempfile
import traceback
import xml.etree.ElementTree as tree
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

LAB = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(LAB))

from tap import Tap  # noqa: E402

# As KUnit prints them: {module} is the line that 6.12 has and 6.1 has not.
CONSOLE = """\
BUG: what a boot prints is not ours
uml-init: start
uml-init: load klua_ipv4_test
KTAP version 1
1..1
    KTAP version 1
    # Subtest: klua_ipv4
{module}    1..3
        KTAP version 1
        # Subtest: field_reads_as_in_c
        ok 1 ipv4.ihl
    # field_reads_as_in_c: EXPECTATION FAILED at /tree/build/modules/x/suite_case.h:31
spec: specs/wire/ipv4.yaml:12: ipv4.ttl
expected: 64
got: 0
        not ok 2 ipv4.ttl
    # field_reads_as_in_c: pass:1 fail:1 skip:0 total:2
    not ok 1 field_reads_as_in_c
    # times_adds: EXPECTATION FAILED at /tree/build/modules/x/ipv4_test.c:99
    Expected called == 1u, but
        called == 0 (0x0)
        1u == 1 (0x1)
    # times_adds: EXPECTATION FAILED at /tree/build/modules/x/ipv4_test.c:100
    Expected done to be true, but is false
why <it> "failed"
    # times_adds: spec: specs/wire/ipv4.yaml:40: ipv4.times
    not ok 2 times_adds
    ok 3 other # SKIP not here
# klua_ipv4: pass:0 fail:2 skip:1 total:3
# Totals: pass:1 fail:2 skip:1 total:4
not ok 1 klua_ipv4
uml-init: loaded klua_ipv4_test
uml-init: load klua_udp_test
uml-init: loaded klua_udp_test
uml-init: unload klua_udp_test
uml-init: unloaded klua_udp_test
uml-init: end
"""
CONSOLES = (CONSOLE.format(module=""), CONSOLE.format(module="    # module: klua_ipv4_test\n"))


def load() -> ModuleType:
    """Imports lab/uml, whose file is named like a command."""
    loader = importlib.machinery.SourceFileLoader("uml", str(LAB / "uml"))
    spec = importlib.util.spec_from_loader("uml", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules["uml"] = module
    loader.exec_module(module)
    return module


sys.dont_write_bytecode = True
UML = load()


def report(text: str, work: Path) -> tuple[int, str, str, tree.Element]:
    """Returns the status, what is printed, the TAP, the XML."""
    said = io.StringIO()
    run = UML.console.read(text, {"klua_ipv4_test"})
    with contextlib.redirect_stdout(said):
        status = UML.report(run, work / "tap", work / "xml", "6.12")
    return status, said.getvalue(), (work / "tap").read_text(), tree.parse(work / "xml").getroot()


def a_failure_says_where_what_and_how_to_repeat(work: Path) -> None:
    for text in CONSOLES:
        status, said, tap, _ = report(text, work)
        assert status == 1
        want = (
            "FAILED klua_ipv4.field_reads_as_in_c.ipv4.ttl\n"
            "    spec: specs/wire/ipv4.yaml:12: ipv4.ttl\n"
            "    at /tree/build/modules/x/suite_case.h:31\n"
            "    expected: 64\n"
            "    got: 0\n"
            "    repeat: make check-kunit KERNEL=6.12 SUITE=ipv4\n"
        )
        assert want in said, said
        assert "# repeat: make check-kunit KERNEL=6.12 SUITE=ipv4\n" in tap, tap
        assert "2 faults, 1 skipped" in said, said


def kunit_words_become_expected_and_got(work: Path) -> None:
    _, said, _, _ = report(CONSOLES[0], work)
    want = (
        "FAILED klua_ipv4.times_adds\n"
        "    spec: specs/wire/ipv4.yaml:40: ipv4.times\n"
        "    at /tree/build/modules/x/ipv4_test.c:99\n"
        "    expected: called == 1u\n"
        "    got: called == 0 (0x0)\n"
        "    got: 1u == 1 (0x1)\n"
        "    at /tree/build/modules/x/ipv4_test.c:100\n"
        "    expected: done to be true\n"
        "    got: false\n"
        '    why <it> "failed"\n'
    )
    assert want in said, said


def xml_counts_each_suite(work: Path) -> None:
    for text in CONSOLES:
        root = report(text, work)[3]
        assert root.tag == "testsuites"
        suite, machine = root.findall("testsuite")
        named = {key: suite.get(key) for key in ("name", "tests", "failures", "errors", "skipped")}
        assert named == {
            "name": "klua_ipv4",
            "tests": "4",
            "failures": "2",
            "errors": "0",
            "skipped": "1",
        }, named
        assert [case.get("name") for case in suite.findall("testcase")] == [
            "field_reads_as_in_c.ipv4.ihl",
            "field_reads_as_in_c.ipv4.ttl",
            "times_adds",
            "other",
        ]
        assert {case.get("classname") for case in suite.findall("testcase")} == {"klua_ipv4"}
        assert (machine.get("name"), machine.get("failures")) == ("machine", "0")


def xml_has_what_readers_of_junit_ask_for(work: Path) -> None:
    """The attributes and the order that the strictest of the schemas in use wants."""
    for suite in report(CONSOLES[1], work)[3]:
        for key in ("name", "timestamp", "hostname", "tests", "failures", "errors", "time", "id"):
            assert suite.get(key), key
        inside = [node.tag for node in suite]
        assert inside[0] == "properties" and inside[-2:] == ["system-out", "system-err"], inside
        assert set(inside[1:-2]) == {"testcase"}, inside
        for case in suite.findall("testcase"):
            assert case.get("name") and case.get("classname") and case.get("time")
            assert {node.tag for node in case} <= {"failure", "skipped"}


def xml_failure_has_the_text(work: Path) -> None:
    root = report(CONSOLES[1], work)[3]
    failures = root.findall("testsuite/testcase/failure")
    assert [failure.get("type") for failure in failures] == ["KUnit", "KUnit"]
    text = failures[1].text or ""
    for part in ("specs/wire/ipv4.yaml:40", 'why <it> "failed"', "SUITE=ipv4"):
        assert part in text, text


def xml_takes_any_byte(work: Path) -> None:
    root = report(CONSOLES[0].replace("got: 0", "got: \x01\x1b\ufffe"), work)[3]
    text = root.findall("testsuite/testcase/failure")[0].text or ""
    assert "got: ???" in text, text


def a_long_failure_is_cut(work: Path) -> None:
    many = "".join(f"line {number}\n" for number in range(90))
    _, said, _, _ = report(CONSOLES[0].replace("got: 0\n", many), work)
    assert "line 19\n" in said and "line 89" not in said, said
    assert "more lines in the machine's log" in said, said


def a_test_module_without_a_suite_is_a_fault(work: Path) -> None:
    del work
    run = UML.console.read(CONSOLES[0], {"klua_ipv4_test", "klua_udp_test"})
    assert [fault.name for fault in run.faults] == ["klua_udp_test: no suite ran"], run.faults


def a_suite_that_breaks_off_is_a_failure(work: Path) -> None:
    text = CONSOLES[1][: CONSOLES[1].index("        not ok 2 ipv4.ttl")]
    status, said, _, _ = report(text, work)
    assert status == 1 and "FAILED klua_ipv4" in said, said


def a_suite_that_is_not_there_is_told_with_those_that_are(work: Path) -> None:
    del work
    names = ("klua", "klua_ipv4_test", "klua_kunit_span")
    modules = [UML.Module(Path(name), name, []) for name in names]
    assert [module.name for module in UML.choose(modules, "ipv4")] == ["klua", "klua_ipv4_test"]
    assert UML.choose(modules, "klua_ipv4") == UML.choose(modules, "ipv4")
    try:
        UML.choose(modules, "ipv5")
    except SystemExit as error:
        assert error.code == "uml: no suite ipv5; there are: ipv4, span", error.code
    else:
        raise AssertionError("taken")


CASES: tuple[Callable[[Path], None], ...] = (
    a_failure_says_where_what_and_how_to_repeat,
    kunit_words_become_expected_and_got,
    xml_counts_each_suite,
    xml_has_what_readers_of_junit_ask_for,
    xml_failure_has_the_text,
    xml_takes_any_byte,
    a_long_failure_is_cut,
    a_test_module_without_a_suite_is_a_fault,
    a_suite_that_breaks_off_is_a_failure,
    a_suite_that_is_not_there_is_told_with_those_that_are,
)


def main() -> int:
    tap = Tap("console", "lab/tests/console_test.py")
    for case in CASES:
        wrong: list[str] = []
        try:
            with tempfile.TemporaryDirectory(prefix="klua-console-") as work:
                case(Path(work))
        except Exception:
            wrong = traceback.format_exc().splitlines()
        tap.point(not wrong, case.__name__.replace("_", " "), *wrong)
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
