# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What a kernel's compiler says of generated C: a suite, which includes the binding."""

from __future__ import annotations

import pathlib
import re
import shlex
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
HEADERS = ("specs", "lab/tests/kinds")
ERROR = re.compile(r"(?m)^[^\n]*: (?:fatal )?error: .*$")
# What tells an author where to look.
SPEC = re.compile(r"\bs\.yaml:\d+")


def command(kernel: str) -> tuple[list[str], pathlib.Path]:
    """How a suite of this tree was compiled for a kernel of User-mode Linux, and where."""
    built = TOP / "build/modules" / kernel
    line = (built / ".rtc_test.o.cmd").read_text(encoding="utf-8").split("\n")[0]
    words = shlex.split(line.split(" := ", 1)[1].split(";")[0])
    words = [word for word in words if not word.startswith("-Wp,-MMD")]
    run = subprocess.run(
        [TOP / "lab/uml-kernel", kernel.removeprefix("uml-")],
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
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    if "s_probe.c" in files:
        (folder / "s_probe.h").write_text("", encoding="utf-8")
    includes = [f"-I{folder}", *(f"-I{TOP / name}" for name in HEADERS)]
    run = subprocess.run(
        [*words, *includes, "-fsyntax-only", "-fmax-errors=10", str(folder / "s_test.c")],
        cwd=at,
        capture_output=True,
        text=True,
        check=False,
    )
    blocks = re.split(r"(?m)^(?=\S+:\d+:\d+: )", run.stderr)
    errors = [block for block in blocks if ERROR.search(block)]
    if run.returncode and not errors:
        return run.stderr
    if all_of_it:
        return "".join(errors)
    # The first error explains those that follow.
    return "" if not errors or SPEC.search(errors[0]) else errors[0]
