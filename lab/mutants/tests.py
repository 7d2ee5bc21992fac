# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The tests that notice mutants, by short names: what each builds and runs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mutants import TREE

Command = tuple[str, ...]

TOOL = ("make", "-s", "-C", "kernel/tool")
VM = ("make", "-s", "-C", "kernel/vm", "all", "san", "gc", "displays")
LUADATA = ("make", "-s", "-C", "luadata", "all", "san", "displays")
FUZZ = ("make", "-s", "-C", "lab/torture/fuzz")
MODULES = ("kernel/build", "6.1")
UML = ("kernel/build", "uml-6.1")
TORTURE = ("kernel/build", "torture")

ORDER = (
    "case", "gen", "vm", "luadata", "random", "fuzz", "kunit", "kinds", "compiled", "tool", "guest",
    "torture",
)  # fmt: skip
FUZZERS = ("data", "pattern", "wire")
PROGRAMS = {"abi", "races"}  # suites of the tool that are C: kernel/tool/tests/guest.sh


@dataclass(frozen=True)
class Test:
    """A test: its name, the commands that build what it needs, the one that runs it."""

    name: str
    builds: tuple[Command, ...]
    command: Command

    @property
    def kind(self) -> str:
        return self.name.split()[0]


def _stems(pattern: str) -> set[str]:
    return {path.stem for path in TREE.glob(pattern)}


def _programs(pattern: str) -> set[str]:
    return {path.name for path in TREE.glob(pattern) if os.access(path, os.X_OK)}


def _luadata(name: str) -> Test:
    how = "core" if name == "core" else f"{name}.lua"
    return Test(f"luadata {name}", (LUADATA,), ("env", "HOW=vm-san", "luadata/tests/run", how))


def table() -> dict[str, Test]:
    """Returns all tests by their names."""
    command: Command
    tests = [Test("gen", (), ("gen/tests/run", "--first"))]
    for name in _stems("gen/tests/cases/*.yaml"):
        tests.append(Test(f"case {name}", (), ("gen/tests/run", name)))
    for name in _programs("gen/tests/*_test"):
        program, compiled = f"gen/tests/{name}", name.startswith("kernels")
        short = name.removesuffix("_test").removeprefix("kernels_")
        builds = (UML,) if compiled else ()
        if name != "kernels_test":
            tests.append(Test(f"{'compiled' if compiled else 'gen'} {short}", builds, (program,)))
    tests.append(Test("vm", (VM,), ("kernel/vm/tests/run",)))
    scripts = _stems("luadata/tests/*.lua") - {"tap", "count", "sizes", "starve"}
    tests += [_luadata(name) for name in {*scripts, "core"}]
    tests.append(Test("random", (LUADATA,), ("lab/torture/random/run", "2000")))
    for name in FUZZERS:
        command = ("lab/torture/fuzz/run", "--runs", "300000", "--seed", "1", name)
        tests.append(Test(f"fuzz {name}", (FUZZ,), command))
    for name in {*_stems("kunit/*_test.c"), *_stems("bindings-generated/*_test.c")}:
        suite = name.removesuffix("_test")
        tests.append(Test(f"kunit {suite}", (UML,), ("lab/uml", "--suite", suite)))
    for name in _stems("lab/tests/kinds/*.yaml") | _stems("lab/tests/binding/*.yaml"):
        build, run = (("lab/mutants/suite", what, name) for what in ("build", "run"))
        tests.append(Test(f"kinds {name}", (UML, build), run))
    for name in (_stems("kernel/tool/tests/*.sh") - {"guest", "lib"}) | PROGRAMS:
        tests.append(Test(f"tool {name}", (MODULES, TOOL), ("kernel/tool/tests/run", name)))
    for name in _stems("lab/guest-tests/*.sh") - {"lib", "main"}:
        command = ("lab/guest-tests/run", "6.1", name)
        tests.append(Test(f"guest {name}", (MODULES, TOOL), command))
    for name in _programs("lab/torture/parts/*"):
        command = ("lab/torture/run", "--guest", "--seconds", "50", "--seed", "1", name)
        tests.append(Test(f"torture {name}", (TORTURE, TOOL), command))
    return {test.name: test for test in sorted(tests, key=lambda one: one.name)}


def weight(test: Test) -> int:
    """Returns where a test stands in the order from cheap to dear, as far as its kind tells."""
    return ORDER.index(test.kind)


def generate(test: Test, files: Iterable[str]) -> tuple[Command, ...]:
    """Returns how to generate what a test is about, when files of that kind have changed."""
    if not any(re.match(r"gen/(?!tests/)|specs/.*\.yaml$", file) for file in files):
        return ()
    if test.kind not in ("kunit", "guest", "torture"):
        return ()
    name = test.name.split()[1]
    for spec in (Path("specs", f"{name}.yaml"), Path("specs/wire", f"{name}.yaml")):
        if (TREE / spec).exists():
            return (("gen/luagen", "build", str(spec)),)
    return (("gen/luagen", "build"),)
