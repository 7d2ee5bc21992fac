# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What a kernel's compiler says of generated C: a suite, which includes the binding."""

from __future__ import annotations

import pathlib
import re
import shlex
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
HEADERS = ("specs", "lab/tests/kinds")
ERROR = re.compile(r"(?m)^[^\n]*: (?:(?:fatal )?error: .*|warning: .*\[-W.*)$")
# What tells an author where to look.
SPEC = re.compile(r"\bs\.yaml:\d+")


def command(kernel: str) -> tuple[list[str], pathlib.Path]:
    """How a suite of this tree was compiled for a kernel of User-mode Linux, and where."""
    built = TOP / "build/modules" / kernel
    line = (built / ".rtc_test.o.cmd").read_text(encoding="utf-8").split("\n")[0]
    words = shlex.split(line.split(" := ", 1)[1].split(";")[0])
    words = [word for word in words if not word.startswith("-Wp,-MMD")]
    run = subprocess.run(
        [TOP / "lab/kernel", kernel],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return words[: words.index("-c")], pathlib.Path(run.stdout.strip()) / "kdir"


def complaint(
    files: dict[str, str],
    folder: pathlib.Path,
    words: list[str],
    at: pathlib.Path,
    all_of_it: bool = False,
) -> str:
    """What the compiler has against a suite: that no line of the spec explains, or all of it."""
    # A suite includes the binding, but for what it replaces: calls, sizes, locks.
    for name in ("s.c", "s_test.c"):
        errors = complaints(files, folder, words, at, name)
        if errors and all_of_it:
            return "".join(errors)
        # The first error explains those that follow.
        if errors and not SPEC.search(errors[0]):
            return errors[0]
    return ""


def complaints(
    files: dict[str, str],
    folder: pathlib.Path,
    words: list[str],
    at: pathlib.Path,
    name: str,
    most: int = 10,
) -> list[str]:
    """Errors and warnings in one of the files, each with its notes; @most errors, 0: all."""
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    if "s_probe.c" in files:
        (folder / "s_probe.h").write_text("", encoding="utf-8")
    includes = [f"-I{folder}", *(f"-I{TOP / path}" for path in HEADERS)]
    run = subprocess.run(
        [*words, *includes, "-fsyntax-only", f"-fmax-errors={most}", str(folder / name)],
        cwd=at,
        capture_output=True,
        text=True,
        check=False,
    )
    # Notes of where a macro stands belong to the error before them.
    blocks = re.split(r"(?m)^(?=\S+:\d+:\d+: (?:fatal )?(?:error|warning): )", run.stderr)
    errors = [block for block in blocks if ERROR.search(block)]
    return errors or ([run.stderr] if run.returncode else [])
