# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Doc: pages for the browser and the terminal, made of the Markdown pages."""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass

import jinja2

from .. import ir
from ..output.diagram import diagrams
from ..output.render import page_of, sentence
from ..output.templates import TEMPLATES, environment
from . import markdown
from .diagram_svg import Picture, picture

# Bits in a row of the picture for wide screens and paper, and of the one for narrow screens.
WIDTHS = (32, 16)
# A page that is no binding's any more is removed only when it says that it was made here.
MARK = '<meta name="generator" content="luagen">'

LUA = re.compile(
    r"(?P<comment>--[^\n]*)|(?P<string>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')"
    r"|(?P<word>\b(?:and|break|do|else|elseif|end|false|for|function|goto|if|in|local|nil|not|or"
    r"|repeat|return|then|true|until|while)\b)"
)


@dataclass(frozen=True)
class Page:
    name: str
    title: str
    source: str
    blocks: tuple[markdown.Block, ...]
    pictures: dict[str, tuple[Picture, ...]]

    @property
    def sections(self) -> list[markdown.Heading]:
        return [b for b in self.blocks if isinstance(b, markdown.Heading) and b.level == 2]


@dataclass(frozen=True)
class Group:
    id: str
    title: str
    text: str
    pages: tuple[Page, ...]


def page(binding: ir.Binding) -> Page:
    drawn = [d for la in binding.layouts if la.home == "wire" for d in diagrams(la)]
    return Page(
        binding.name,
        sentence(binding.title),
        binding.source,
        tuple(markdown.parse(page_of(binding))),
        {d.name: tuple(picture(d, width) for width in WIDTHS) for d in drawn},
    )


def html(bindings: list[ir.Binding]) -> dict[str, str]:
    """All files, by name."""
    env = _environment([b.name for b in bindings])
    wire = tuple(page(b) for b in bindings if b.home == "wire")
    kernel = tuple(page(b) for b in bindings if b.home != "wire")
    groups = (
        Group(
            "wire",
            "Wire formats",
            "Formats on the network, in user space and in the kernel.",
            wire,
        ),
        Group("kernel", "Kernel", "Structs, functions and callbacks of the kernel.", kernel),
    )
    files = {"index.html": env.get_template("doc/index.html.j2").render(groups=groups)}
    template = env.get_template("doc/page.html.j2")
    for one in (*wire, *kernel):
        files[f"{one.name}.html"] = template.render(page=one, groups=groups)
    files = {name: _no_empty_lines(text) for name, text in files.items()}
    files["style.css"] = (TEMPLATES / "doc" / "style.css").read_text(encoding="utf-8")
    return files


def write(folder: pathlib.Path, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Writes what changed, removes pages of bindings that are gone; returns both."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name in sorted(files):
        path = folder / name
        if not path.exists() or path.read_bytes() != files[name].encode():
            path.write_bytes(files[name].encode())
            changed.append(name)
    stale = []
    for path in sorted(folder.glob("*.html")):
        if path.name not in files and MARK in path.read_text(encoding="utf-8", errors="replace"):
            path.unlink()
            stale.append(path.name)
    return changed, stale


def _environment(names: list[str]) -> jinja2.Environment:
    env = environment(escape=True)
    env.filters["page"] = lambda target: _target(target, names)
    env.filters["spans"] = markdown.spans
    env.filters["plain"] = markdown.plain
    env.filters["colored"] = colored
    return env


def _target(target: str, names: list[str]) -> str:
    """Where a link of the Markdown leads: from page to page; nowhere when that is not made."""
    name, dot, rest = target.partition(".md")
    if not dot:
        return target
    return f"{name}.html{rest}" if name in names else ""


def colored(block: markdown.Code) -> list[tuple[str, str]]:
    """Code in parts, each with its kind."""
    if block.language != "lua":
        return [("", block.text)]
    out = []
    at = 0
    for match in LUA.finditer(block.text):
        out += [("", block.text[at : match.start()]), (match.lastgroup or "", match.group())]
        at = match.end()
    return [*out, ("", block.text[at:])]


def _no_empty_lines(text: str) -> str:
    """Without the lines that templates leave, apart from those of preformatted text."""
    out = []
    inside = False
    for line in text.split("\n"):
        inside = inside or "<pre>" in line
        if inside or line.strip():
            out.append(line.rstrip())
        inside = inside and "</pre>" not in line
    return "\n".join(out) + "\n"

