#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Tests of what lab/bench does on this machine: its tables, and that its parts fit together."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
BENCH = TREE / "lab/bench"
sys.path.insert(0, str(TREE / "lab"))

from bench import figures, spans  # noqa: E402
from bench.symbols import Function, Symbols  # noqa: E402
from tap import Tap  # noqa: E402

QEMU = "/usr/bin/qemu-system-x86_64"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(words), capture_output=True, text=True, check=False)


def tables(tap: Tap) -> None:
    rounds = [(10, 20), (30, 20), (12, 20)]  # ratios 0.5, 1.5, 0.6
    lines = [line for k, o in rounds for line in (f"a klua {k}", f"a other {o}")]
    (found,) = figures.parse(lines)
    tap.point(found.values == {"klua": 12, "other": 20}, "the median of rounds", str(found))
    tap.point(found.ratio == 0.6, "a ratio is klua's value to the other", str(found))
    both = figures.parse(["a klua 6", "a other 2", "a nft 3", "a c 4", "a allocations 0.50"])
    tap.point(both[0].ratio == 1.5, "C is what klua is compared with first", str(both))
    text = figures.table([*both, *figures.parse(["b ebpf 1234"])]).splitlines()
    place = text[0].index("eBPF") + len("eBPF")
    tap.point(text[2][:place].split() == ["b", "1,234"], "a value in its column", "\n".join(text))
    tap.point(text[1].split()[:7] == ["a", "6", "4", "3", "2", "0.5", "1.5"], "all", text[1])


def profiles(tap: Tap) -> None:
    listed = ["10 T first", "20 t luaV_execute\t[klua]", "30 t locate\t[klua]", "35 D data",
              "40 t get\t[klua]", "50 t run\t[klua_netfilter]", "60 t nft\t[nf_tables]"]
    klua = {"get": {"luadata", "VM"}, "luaV_execute": {"VM"}, "locate": {"luadata"}}
    symbols = Symbols(listed, klua)
    rooms = [symbols.at(address).room for address in (0x1F, 0x20, 0x3F, 0x41, 0x5F, 0x60)]
    expected = ["kernel", "VM", "luadata", "luadata", "host", "nf_tables"]
    tap.point(rooms == expected, "each function has a room", str(rooms))
    bare, hooked = spans.parse("span\n10 4\nspan\n11 8\n12 4\n20 6\n50 1\n")
    costs = spans.by_function(bare, hooked, 4, symbols)
    # (8 + 4 - 4) / 4, 6 / 4, 1 / 4
    wanted = {"first": 2, "luaV_execute": 1.5, "run": 0.25}
    tap.point({f.name: n for f, n in costs.items()} == wanted, "what is more in a span", str(costs))
    text = spans.report(costs)
    names = re.findall(r"^ *([\w ]*?)  +-?[\d.,]+ +[\d.]+%$", text, re.MULTILINE)
    order = ["kernel", "first", "VM", "luaV_execute", "host", "the rest", "all"]
    notes = text.splitlines()
    tap.point(names == order, "rooms, then functions, by what they take", *notes)
    shares = spans.report({Function("f", "VM"): 3, Function("g", "host"): 1})
    tap.point("75.0%" in shares and "25.0%" in shares, "shares of the whole", shares)


def words_of(path: Path, pattern: str) -> set[str]:
    return set(re.findall(pattern, path.read_text(), re.MULTILINE))


def fitting(tap: Tap, folder: Path) -> None:
    made = folder / "ebpf.o"
    done = run("clang", "-target", "bpf", "-I/usr/include/x86_64-linux-gnu", "-O2", "-g", "-Wall",
               "-Werror", "-c", BENCH / "ebpf.c", "-o", made)
    tap.point(not done.returncode, "the programs of eBPF compile", *done.stderr.splitlines())
    known = {
        "c": words_of(BENCH / "module/hooks.c", r'^\t\{ "(\w+)", '),
        "ebpf": {"none"} | words_of(BENCH / "ebpf.c", r"^PROGRAM\((\w+)\)"),
    }
    wrong: list[str] = []
    scripts = {"nat.lua": "examples/nat.lua", "filters.lua": "lab/bench/filters.lua"}
    for name, rival, *how in figures.rows(BENCH / "rows"):
        if rival in known and how[0] not in known[rival]:
            wrong.append(f"{name}: {rival} has no {how[0]}")
        elif rival == "klua":
            script = TREE / scripts.get(how[0], how[0])
            functions = words_of(script, r"^(?:local )?function (\w+)")
            if not set(how[1:2]) <= functions:
                wrong.append(f"{name}: {how[0]} has no {how[1]}")
        elif rival not in figures.COLUMNS:
            wrong.append(f"{name}: no column for {rival}")
    tap.point(not wrong, "what the rows name is there", *wrong)


def plugins(tap: Tap, folder: Path) -> None:
    source, made = folder / "mark.c", folder / "mark.o"
    source.write_text('#include "mark.h"\nvoid f(void) { bench_mark(BENCH_MARK_END); }\n')
    run("gcc", "-O2", "-fcf-protection=none", f"-I{BENCH}", "-c", source, "-o", made)
    run("objcopy", "-O", "binary", "--only-section=.text", made)
    # NOP r/m32 is 0F 1F /0; 80 is (%rax) with four bytes of displacement.
    code = made.read_bytes()[:7].hex(" ")
    tap.point(code == "0f 1f 80 02 6c 75 61", "a mark is what plugins look for", code)
    offered = set(re.findall(r" T (\w+)", run("nm", "-D", "--defined-only", QEMU).stdout))
    for name in ("profile", "lines"):
        plugin = folder / f"{name}.so"
        done = run("gcc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-fvisibility=hidden",
                   BENCH / f"plugin/{name}.c", "-o", plugin, "-lpthread")
        tap.point(not done.returncode, f"the plugin {name} compiles", *done.stderr.splitlines())
        wanted = set(re.findall(r" U (qemu_\w+)", run("nm", "-D", plugin).stdout))
        fits = bool(wanted) and wanted <= offered
        tap.point(fits, "QEMU has what it calls", str(wanted - offered))


def main() -> int:
    tap = Tap("bench")
    tables(tap)
    profiles(tap)
    with tempfile.TemporaryDirectory() as folder:
        fitting(tap, Path(folder))
        plugins(tap, Path(folder))
    return tap.plan()


if __name__ == "__main__":
    sys.exit(main())
