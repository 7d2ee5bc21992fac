# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Render: each template shows one whole output file."""

from __future__ import annotations

import pathlib

import jinja2

from . import ir
from .fold import fold

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
    "binding_test.h": "binding_test.h.j2",
}

TEMPLATES = pathlib.Path(__file__).resolve().parent / "templates"
LUA_TYPES = {
    "uint": "integer",
    "int": "integer",
    "integer": "integer",
    "bool": "boolean",
    "string": "string",
    "bytes": "luadata.block",
    "address": "integer",
    "array": "integer[]",
}


def render(bindings: list[ir.Binding]) -> dict[str, str]:
    """All output files, by name."""
    env = _environment()
    out: dict[str, str] = {}
    for binding in bindings:
        files = FILES | PROBE_FILES if binding.probes else FILES
        for name, template in files.items():
            if not (TEMPLATES / template).exists():
                continue
            text = env.get_template(template).render(b=binding, file=template)
            text = _tidy(text)
            out[name.replace("NAME", binding.name)] = fold(text) if ".c" in name or ".h" in name else text
    for name, template in SHARED.items():
        if (TEMPLATES / template).exists():
            out[name] = _tidy(env.get_template(template).render(bindings=bindings))
    return out


def _environment() -> jinja2.Environment:
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    env.filters["c_string"] = c_string
    env.filters["lua_type"] = lua_type
    env.filters["cell"] = cell
    env.filters["sentence"] = sentence
    env.filters["article"] = article
    return env


def c_string(text: str) -> str:
    """A string literal of C."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def lua_type(field: ir.Field) -> str:
    """What a field is for the language server."""
    if field.view:
        own = field.view.name == field.view.binding
        return field.view.name if own else f"{field.view.binding}.{field.view.name}"
    if field.type == "address" and field.display == "LUADATA_IPV6":
        return "string"
    if isinstance(field.position, ir.Placed) and field.type == "address":
        return "integer|string"
    return LUA_TYPES[field.type]


def cell(text: str) -> str:
    """Text in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


def sentence(text: str) -> str:
    """Capital first, full stop last."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) else text + "."


def article(word: str) -> str:
    return f"an {word}" if word[:1] in "aeiou" else f"a {word}"


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
