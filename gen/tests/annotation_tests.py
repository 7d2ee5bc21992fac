# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Annotations: grammar, names, and what editors show about fields, functions and keys."""

from __future__ import annotations

import pathlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator

from gen import ir
from gen.output.render import render
from gen.tests import luals

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
LIBRARY = TOP / "luadata" / "annotations" / "luadata.lua"
Outcome = tuple[str, list[str]]

# Each is one mistake that the server would take silently for something else.
MISTAKES = {
    "---@class a\n---@field b integer\n---goes on\n": "remark after the last field",
    "---@class a of b\n": "after @class",
    "---@class a\n---@field b\n": "expected",
    "---@class a\n---@field private integer\n": "visibility",
    "---@class a\n---@field b integer\n---@field b string\n": "twice",
    "---@class a\n\n---@field b integer\n": "without a class",
    "---@alias a\n---| b c\n": "after a literal",
    "---@param a integer\nfunction f(b) end\n": "@param ['a']",
    "function f(b) end\n": "without @param",
    "---@return integer the sum, at last\nfunction f() end\n": "begins with #",
    "---@return integer a # 'x': cut\nfunction f() end\n": "is cut",
    "---@return integer? a, string b\nfunction f() end\n": "one result",
    "---@class a\n---@overload fun(b: integer\n": "expected",
    "---@class a\n---@field b table<string\n": "expected",
    "---@class a\n---@field b integer|\n": "expected",
    "---@filed a integer\n": "no tag",
}


def outcomes(bindings: list[ir.Binding]) -> Iterator[Outcome]:
    texts = {n: t for n, t in sorted(render(bindings).items()) if n.endswith(".lua")}
    files = {name: luals.read(name, text) for name, text in texts.items()}
    library = luals.read("luadata.lua", LIBRARY.read_text(encoding="utf-8"))
    wrong = [line for file in (library, *files.values()) for line in file.wrong]
    yield "annotations: the grammar of LuaCATS", wrong
    yield "annotations: every type is defined, once", luals.undefined([library, *files.values()])
    yield "annotations: every field, with what it can be used for", fields(bindings, files)
    yield "annotations: every function with its errors, every key", calls(bindings, files)
    yield "annotations: every function of the library", functions()
    yield "annotations: they are Lua", compiles(texts)
    yield "annotations: the checker finds each mistake", mistakes()


def fields(bindings: list[ir.Binding], files: dict[str, luals.File]) -> list[str]:
    wrong = []
    for binding in bindings:
        file = files[f"{binding.name}.lua"]
        for layout in binding.layouts:
            names = [f.name for f in layout.fields]
            if file.classes.get(layout.title) != names:
                wrong.append(f"{layout.title}: {file.classes.get(layout.title)}, expected {names}")
            if file.aliases.get(f"{layout.title}.field", []) != names:
                wrong.append(f"{layout.title}.field has not the same names")
            for field in layout.fields:
                said = file.remarks.get(f"{layout.title}.{field.name}", "")
                if said.count("(read-only)") != (field.access == "ro"):
                    wrong.append(f"{layout.title}.{field.name} is {field.access}: {said}")
                if field.doc.split(", ")[0].split(" ")[0] not in said:
                    wrong.append(f"{layout.title}.{field.name}: not its doc: {said}")
        for enum in binding.enums:
            constants = [c.name for c in enum.constants]
            title = f"{binding.name}.{enum.name}"
            if file.aliases.get(f"{title}.name") != constants:
                wrong.append(f"{title}.name is not the names")
            if file.classes.get(f"{title}.values") != constants:
                wrong.append(f"{title}.values is not the constants")
    return wrong


def calls(bindings: list[ir.Binding], files: dict[str, luals.File]) -> list[str]:
    wrong = []
    for binding in bindings:
        file = files[f"{binding.name}.lua"]
        for function in binding.functions:
            found = file.functions.get(f"{binding.name}.{function.name}")
            names = [a.name for a in function.script]
            least = len(function.outs) or 1
            least += function.returns.kind in ("errno", "list")
            if found is None or found[0] != names:
                wrong.append(f"{binding.name}.{function.name}: {found}, expected {names}")
            elif function.returns.kind != "none" and found[1] < least:
                wrong.append(f"{binding.name}.{function.name}: {found[1]} results, not {least}")
        members = file.classes.get(f"{binding.name}.binding", [])
        for constant in binding.constants:
            if constant.name not in members:
                wrong.append(f"{binding.name}.{constant.name} is missing")
        for callback in binding.callbacks:
            keys = [callback.name, *(key.name for key in callback.keys)]
            if file.classes.get(f"{binding.name}.{callback.name}.keys") != keys:
                wrong.append(f"{binding.name}.{callback.name}.keys: not {keys}")
    return wrong


def functions() -> list[str]:
    """Of the table that luadata opens with, and the methods of blocks."""
    text = LIBRARY.read_text(encoding="utf-8")
    wrong = []
    count = 0
    for source, prefix in (("lua_open.c", "data"), ("lua_classes.c", "block")):
        table = (TOP / "luadata" / source).read_text(encoding="utf-8")
        for name in re.findall(r'\{ "([a-z]\w*)", luadata_\w+ \}', table):
            count += 1
            if not re.search(rf"\b{prefix}[.:]{name}\b", text):
                wrong.append(f"{prefix}.{name} of {source}")
    return wrong or ([] if count > 10 else [f"only {count} functions were found"])


def compiles(texts: dict[str, str]) -> list[str]:
    compiler = shutil.which("luac5.4") or shutil.which("luac")
    if compiler is None:
        return ["luac5.4 is missing"]
    wrong = []
    with tempfile.TemporaryDirectory() as temporary:
        for name, text in texts.items():
            path = pathlib.Path(temporary, name)
            path.write_text(text, encoding="utf-8")
            run = subprocess.run(
                [compiler, "-p", str(path)], capture_output=True, text=True, check=False
            )
            wrong += run.stderr.splitlines()
    return wrong


def mistakes() -> list[str]:
    wrong = []
    for text, expected in MISTAKES.items():
        found = luals.read("x", text).wrong
        if not any(expected in line for line in found):
            wrong += [f"expected: {expected}", f"got: {found}", *text.split("\n")]
    unknown = luals.undefined([luals.read("x", "---@class a\n---@field b c\n")])
    if not re.fullmatch(r"x:2: no type c", "".join(unknown)):
        wrong.append(f"expected the type c to be unknown, got {unknown}")
    return wrong
