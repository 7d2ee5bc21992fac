# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What holds for the pages that luagen doc writes."""

from __future__ import annotations

import html.parser
import os
import pathlib
import re
import subprocess
import tempfile
from collections.abc import Iterator

from gen.doc import site as doc, markdown
from gen import ir
from gen.doc.terminal import COLUMNS, terminal

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
Outcome = tuple[str, list[str]]
VOID = ("meta", "link", "br", "hr", "img")


def outcomes(bindings: list[ir.Binding]) -> Iterator[Outcome]:
    files = doc.html(bindings)
    yield "doc: every tag is closed, every id is there once", well_formed(files)
    yield "doc: every link leads to a page and a place in it", links(files)
    yield "doc: nothing is fetched from elsewhere, nothing runs", offline(files)
    yield "doc: the index names every binding with its sentence", index(files, bindings)
    yield "doc: a page shows every field, function, callback and key", complete(files, bindings)
    yield "doc: the terminal's page has the diagram, in so many columns", on_terminal(bindings)
    yield "doc: pages depend on no hash seed or locale; a second run writes none", same_twice()
    yield "doc: a page of no binding goes, a page of somebody else stays", stale()
    yield "doc: of some specs only these pages, and no link to others", some()
    yield "doc: an unknown name is told with the nearest", misspelled()
    yield "doc: Markdown is read as it is written", reading()


class Reader(html.parser.HTMLParser):
    """Tags that are open, ids, links, resources."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.resources: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given.get("href")))
        self.resources += [str(v) for k, v in attrs if k in ("src", "srcset", "xlink:href")]
        if tag == "link":
            self.resources.append(str(given.get("href")))
        if tag == "script" or any(k.startswith("on") for k, _ in attrs):
            self.wrong.append(f"<{tag}> runs something")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        return

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def pages(files: dict[str, str]) -> dict[str, Reader]:
    return {name: read(text) for name, text in files.items() if name.endswith(".html")}


def well_formed(files: dict[str, str]) -> list[str]:
    wrong = []
    for name, page in pages(files).items():
        wrong += [f"{name}: {text}" for text in page.wrong if "closes" in text]
        wrong += [f"{name}: <{tag}> stays open" for tag in page.open]
        wrong += [f"{name}: id {i} twice" for i in set(page.ids) if page.ids.count(i) > 1]
    return sorted(wrong)


def links(files: dict[str, str]) -> list[str]:
    wrong = []
    known = pages(files)
    for name, page in known.items():
        for link in page.links:
            target, _, place = link.partition("#")
            if (target or name) not in files:
                wrong.append(f"{name}: no page {link}")
            elif place and place not in known[target or name].ids:
                wrong.append(f"{name}: no place {link}")
    return wrong


def offline(files: dict[str, str]) -> list[str]:
    wrong = []
    for name, page in pages(files).items():
        wrong += [f"{name}: {r}" for r in page.resources if r != "style.css"]
        wrong += [f"{name}: {text}" for text in page.wrong if "runs" in text]
    if re.search(r"@import|url\(", files["style.css"]):
        wrong.append("style.css: fetches something")
    return wrong


def index(files: dict[str, str], bindings: list[ir.Binding]) -> list[str]:
    wrong = []
    at = {"wire": files["index.html"].index('id="wire"')}
    at["kernel"] = files["index.html"].index('id="kernel"')
    for binding in bindings:
        place = files["index.html"].find(f'<a href="{binding.name}.html">')
        kind = "wire" if at["wire"] < place < at["kernel"] else "kernel"
        if place < 0 or kind != binding.home:
            wrong.append(f"{binding.name} is not in the list of {binding.home}")
        line = files["index.html"][place:].split("\n", 1)[0]
        sentence = markdown.plain(markdown.spans(binding.title))[1:30]
        if sentence not in html.unescape(re.sub(r"<[^>]*>", "", line)):
            wrong.append(f"{binding.name}: no sentence")
    return wrong


def complete(files: dict[str, str], bindings: list[ir.Binding]) -> list[str]:
    wrong = []
    for binding in bindings:
        text = html.unescape(re.sub(r"<[^>]*>", "", files[f"{binding.name}.html"]))
        words = [f.name for la in binding.layouts for f in la.fields]
        words += [c.name for e in binding.enums for c in e.constants]
        words += [f"{binding.name}.{f.name}(" for f in binding.functions]
        words += [f"{binding.name}.{c.name}" for c in binding.constants]
        for function in binding.functions:
            words += [function.prototype] + [a.name for a in function.script]
        for callback in binding.callbacks:
            words += [f"Callback {callback.name}("] + [key.name for key in callback.keys]
        wrong += [f"{binding.name}: no {word}" for word in words if word not in text]
    return wrong


def on_terminal(bindings: list[ir.Binding]) -> list[str]:
    wrong = []
    for binding in bindings:
        text = terminal(binding)
        if (binding.home == "wire") != ("+-+-+" in text):
            wrong.append(f"{binding.name}: a diagram is missing, or too much")
        inside = [line for line in text.split("\n") if not line.startswith("   ")]
        wrong += [f"{binding.name}: {line}" for line in inside if len(line) > COLUMNS]
        wrong += [f"{binding.name}: {mark} in it" for mark in ("```", "](") if mark in text]
    return wrong


def luagen(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(TOP / "gen" / "luagen"), "doc", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def same_twice() -> list[str]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        luagen("--output", temporary, PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
        before = {path: path.read_bytes() for path in folder.iterdir()}
        run = luagen("--output", temporary, PYTHONHASHSEED="2", LC_ALL="POSIX")
        after = {path: path.read_bytes() for path in folder.iterdir()}
    if not before or before != after or " 0 changed" not in run.stdout:
        return ["not the same pages twice", run.stdout, run.stderr]
    return []


def stale() -> list[str]:
    with tempfile.TemporaryDirectory() as temporary:
        old, other = pathlib.Path(temporary, "gone.html"), pathlib.Path(temporary, "mine.html")
        old.write_text(doc.MARK, encoding="utf-8")
        other.write_text("<p>mine</p>", encoding="utf-8")
        luagen("--output", temporary)
        wrong = ["gone.html is still there"] if old.exists() else []
        return wrong + ([] if other.exists() else ["mine.html is gone"])


def some() -> list[str]:
    """netfilter.yaml names layouts of others: it is enough to give it alone."""
    with tempfile.TemporaryDirectory() as temporary:
        run = luagen("--output", temporary, str(TOP / "specs" / "netfilter.yaml"))
        made = {p.name: p.read_text("utf-8") for p in sorted(pathlib.Path(temporary).iterdir())}
    wanted = ["index.html", "netfilter.html", "style.css"]
    if list(made) != wanted:
        return [f"expected {wanted}", f"got {list(made)}", run.stderr]
    return links(made)


def misspelled() -> list[str]:
    run = luagen("--text", "netfiler")
    if run.returncode == 1 and "did you mean 'netfilter'" in run.stderr:
        return []
    return [f"exit status {run.returncode}", run.stdout, run.stderr]


def reading() -> list[str]:
    source = "# a `b`\n\nx `y` [`z`](z.md#q)\nw\n\n"
    source += "| k | e | m |\n|---|---|---|\n| `a\\|b` |  | c |\n"
    heading, paragraph, table = markdown.parse(source)
    wanted = [
        markdown.Heading(1, (markdown.Span("a "), markdown.Span("b", code=True)), "a-b"),
        markdown.Paragraph(
            (
                markdown.Span("x "),
                markdown.Span("y", code=True),
                markdown.Span(" "),
                markdown.Span("z", code=True, target="z.md#q"),
                markdown.Span(" w"),
            )
        ),
        markdown.Table(("k", "m"), (((markdown.Span("a|b", code=True),), (markdown.Span("c"),)),)),
    ]
    pairs = zip(wanted, [heading, paragraph, table])
    return [f"expected {want}, got {got}" for want, got in pairs if want != got]
