# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What pages and annotations say about members of structs and functions (pages/thing.yaml)."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

from gen.output import annotate
from gen.doc import site as doc
from gen import ir
from gen.spec.faults import Faults
from gen.read import read
from gen.output.render import page_of, render
from gen.tests import doc_tests, luals
from gen.output.texts import lua_type

HERE = pathlib.Path(__file__).resolve().parent
Outcome = tuple[str, list[str]]

# Lines of the page.
LINES = """\
| `state` | unsigned int | ro |  | its state |
| `flag` | u8:1 | ro | nil where the kernel lacks it |  |
| `parent` | int | ro | nil when there is none | index of its parent |
| `label` | text, at most 32 bytes | ro | nil when there is none |  |
| `items` | array of [`thing.item`](#layout-thingitem), at most 64 | ro |  | what it has |
| `mtu4` | unsigned int | ro | nil unless `object->family == 4` |  |
| `up` | boolean | ro | `netif_running(object)` |  |
| `bytes` | u64 | rw | under the lock stats: guards the counters |  |
A handle. Scripts see nothing of it: they pass it on to functions.
- `thing.HZ`: `HZ`
It may sleep: an error in an atomic state.
The allow list of the script's loader has to name `CAP_NET_ADMIN`.
It runs under the lock stats: guards the counters.
| `name` | text |  |
| `hook` | [hook](#hook), by name or number |  |
| `pre_routing` | `NF_INET_PRE_ROUTING` |
""".splitlines()

# Types of fields and results, as the language server gets them.
TYPES = {
    "state": "integer",
    "label": "string",
    "items": "thing.item[]",
    "up": "boolean",
    "features": "integer",
}
ABSENT = {"flag", "parent", "label", "mtu4"}
RESULTS = {
    "open": ["thing.handle? handle", "string? errno"],
    "check": ["thing.item? item", "string? status"],
    "read": ["string? buf", "string? errno"],
    "log": [],
}


def outcomes() -> Iterator[Outcome]:
    faults = Faults()
    bindings = read([HERE / "pages" / "thing.yaml"], HERE, faults)
    if not bindings:
        yield "page: thing.yaml is right", [str(fault) for fault in faults.sorted()]
        return
    page = page_of(bindings[0]).splitlines()
    missing = [line for line in LINES if line not in page]
    yield "page: members, locks, constants, capabilities", missing
    files = doc.html(bindings)
    yield "page: its links lead somewhere", doc_tests.links(files)
    yield "page: types of fields and results", types(bindings[0])
    text = render(bindings)["thing.lua"]
    file = luals.read("thing.lua", text)
    yield "page: its annotations are right", [*file.wrong, *luals.undefined([file])]


def types(binding: ir.Binding) -> list[str]:
    wrong = []
    fields = {f.name: f for la in binding.layouts if la.title == "thing" for f in la.fields}
    for name, expected in TYPES.items():
        if lua_type(fields[name]) != expected:
            wrong.append(f"{name}: {lua_type(fields[name])}, expected {expected}")
    absent = {name for name, field in fields.items() if annotate.absent(field)}
    if absent != ABSENT:
        wrong.append(f"can read nil: {sorted(absent)}, expected {sorted(ABSENT)}")
    for function in binding.functions:
        got = [line.split(" # ")[0] for line in annotate.results(function, binding)]
        if got != RESULTS[function.name]:
            wrong.append(f"{function.name}: {got}, expected {RESULTS[function.name]}")
    return wrong
