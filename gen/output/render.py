# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Render: each template shows one whole output file."""

from __future__ import annotations

import re
from collections.abc import Callable

import jinja2

from .. import ir
from ..spec.carith import operand, wide
from ..spec.scope import LUA_WORDS
from . import annotate, outcomes, samples, texts
from .diagram import diagrams
from .diagram_text import text as ascii_diagram
from .fold import fold, fold_lua
from .templates import TEMPLATES, environment

# Output name (NAME is the binding's) → template. None of them is empty for any binding.
FILES = {
    "NAME.c": "binding.c.j2",
    "NAME.h": "binding.h.j2",
    "NAME_module.c": "module.c.j2",
    "NAME_test.c": "test.c.j2",
    "NAME.lua": "annotations.lua.j2",
    "NAME.md": "page.md.j2",
}
PROBE_FILES = {"NAME_probe.c": "probe.c.j2"}
SHARED = {
    "bindings.kbuild": "bindings.kbuild.j2",
    "bindings.mk": "bindings.mk.j2",
}

ANNOTATIONS: tuple[Callable[..., object], ...] = (
    annotate.absent,
    annotate.all_enums,
    annotate.argument_type,
    annotate.callback_type,
    annotate.field_remark,
    annotate.field_type,
    annotate.key,
    annotate.key_type,
    annotate.named,
    annotate.names,
    annotate.remark,
    annotate.results,
    annotate.tail,
)


def render(bindings: list[ir.Binding], only: frozenset[str] | None = None) -> dict[str, str]:
    """All output files, by name; with @only those of some bindings and what all share."""
    env = _environment()
    out: dict[str, str] = {}
    for binding in bindings:
        if only is not None and binding.name not in only:
            continue
        files = FILES | PROBE_FILES if binding.probes else FILES
        for name, template in files.items():
            if not (TEMPLATES / template).exists():
                continue
            text = env.get_template(template).render(b=binding, file=template)
            text = _tidy(text)
            out[name.replace("NAME", binding.name)] = _folded(name, text)
    ours = all(binding.source.startswith("specs/") for binding in bindings)
    source = "specs/" if ours else ", ".join(binding.source for binding in bindings)
    for name, template in SHARED.items():
        if name == "bindings.mk" and not ours:
            continue  # for luadata's own Makefile
        if (TEMPLATES / template).exists():
            text = _tidy(env.get_template(template).render(bindings=bindings, source=source))
            out[name] = _folded(name, text)
    return out


def page_of(binding: ir.Binding) -> str:
    """The Markdown page of a binding."""
    template = _environment().get_template(FILES["NAME.md"])
    return _tidy(template.render(b=binding, file=FILES["NAME.md"]))


def _environment() -> jinja2.Environment:
    env = environment()
    env.globals["lua_words"] = LUA_WORDS
    env.filters["c_string"] = c_string
    env.filters["operand"] = operand
    env.filters["wide"] = wide
    env.filters["c_inner"] = lambda text: c_string(text)[1:-1]
    env.filters["result_text"] = texts.result_text
    env.filters["lua_type"] = texts.lua_type
    env.filters["view_link"] = texts.view_link
    env.filters["lua_layout"] = texts.lua_layout
    env.filters["given_text"] = texts.given_text
    for function in ANNOTATIONS:
        env.filters[function.__name__] = function
    env.globals["tools"] = annotate.TOOLS
    env.filters["bytes"] = texts.bytes_text
    env.filters["type_text"] = texts.type_text
    env.filters["values_text"] = texts.values_text
    env.filters["lookup_text"] = outcomes.lookup_text
    env.filters["returns_text"] = outcomes.returns_text
    env.filters["argument_text"] = texts.argument_text
    env.filters["key_text"] = texts.key_text
    env.filters["common"] = samples.common
    env.filters["apart"] = samples.apart
    env.filters["diagrams"] = diagrams
    env.filters["notes"] = texts.notes
    env.filters["ascii"] = ascii_diagram
    env.filters["bit"] = lambda value: f"BIT({value})"
    env.filters["cell"] = cell
    env.filters["comment"] = lambda text: text.replace("*/", "* /").replace("/*", "/ *")
    env.filters["indented"] = lambda text: re.sub(r"(?m)^(?=.)", "\t", text)
    env.filters["line"] = lambda where: where.rpartition(":")[2]
    env.filters["said"] = lambda where: f" /* {where} */" if where else ""
    env.filters["sentence"] = sentence
    env.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    return env


def c_string(text: str) -> str:
    """A string literal of C."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def cell(text: str) -> str:
    """Text in a cell of a Markdown table."""
    return text.replace("|", "\\|")


def sentence(text: str) -> str:
    """Capital first, full stop last."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) else text + "."


def _folded(name: str, text: str) -> str:
    if name.endswith((".c", ".h")):
        return fold(text)
    return fold_lua(text) if name.endswith(".lua") else text


def _tidy(text: str) -> str:
    """No blanks at the ends of lines, no two empty lines in a row, one newline at the end."""
    lines: list[str] = []
    for line in text.split("\n"):
        line = line.rstrip()
        if line.strip() == "}" and lines and not lines[-1]:
            lines.pop()
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"
