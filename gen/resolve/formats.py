# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Formats: what C reads because a text says so is there, and of that kind."""

from __future__ import annotations

import re
from typing import Any

from pycparser import c_ast

from .. import ir
from ..spec import wording
from ..spec.cdecl import BITS, DeclarationError, Prototype
from ..spec.ctree import parse_expression
from ..spec.scope import Entry

LITERAL = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')
CONVERSION = re.compile(r"%([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?(hh|h|ll|l|z|t|j|)(.?)", re.S)
NAME = re.compile(r"(.*_)?(fmt|format)(_.*)?")
# Functions, and macros, that take a format.
PRINTS = re.compile(r"pr_\w+|\w*print\w*|panic|WARN\w*|request_module\w*|\w*_set_name|"
                    r"\w+_(emerg|alert|crit|err|warn|notice|info|dbg)(_\w+)?")  # fmt: skip


def is_format(parameter_name: str, kind: ir.CType) -> bool:
    return kind.kind == "string" and bool(NAME.fullmatch(parameter_name))


def check_format(entry: Entry, proto: Prototype, arguments: list[ir.Argument]) -> None:
    """The arguments for the dots are what the format says."""
    if not proto.variadic:
        return
    last = next((a for a in arguments if a.name == proto.parameters[-1].name), None)
    if last is None or last.role != "value":
        return  # a fault of its own
    if last.type.kind != "string":
        entry.fault("c", wording.DOTS_WITHOUT_FORMAT)
        return
    below = entry.entry("args")
    told = below.entry(last.name) if below else None
    if told is None or not LITERAL.fullmatch(last.value):
        (told or entry).fault("value", wording.FORMAT_NOT_LITERAL)
        return
    wanted = []
    text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', last.value))
    for flags, width, precision, size, kind in CONVERSION.findall(text):
        if kind == "%" and not (flags or width or precision or size):
            continue
        wanted += ["*"] * ((width == "*") + (precision == "*"))
        wanted.append(size + kind)
    given = [a for a in arguments if a.variadic]
    if len(wanted) != len(given):
        told.fault("value", wording.FORMAT_READS, reads=len(wanted), given=len(given))
        return
    for conversion, a in zip(wanted, given):
        if not _reads(conversion, a.type):
            shown = "*" if conversion == "*" else f"%{conversion}"
            told.fault(
                "value", wording.FORMAT_DOES_NOT_READ, shown=shown, name=a.name, type=a.type.text
            )


def _reads(conversion: str, kind: ir.CType) -> bool:
    if conversion == "s":
        return kind.kind == "string"
    wide = kind.kind == "integer" and BITS.get(kind.text, 64) == 64
    wide = wide and not kind.text.startswith("enum ")
    if kind.kind not in ("integer", "bool"):
        return False
    if conversion in ("*", "c"):
        return not wide
    match = re.fullmatch(r"(hh|h|ll|l|z|t|j|)[diouxX]", conversion)
    return match is not None and wide == (match[1] in ("ll", "l", "z", "t", "j"))


def check_prints(entry: Entry, arguments: list[ir.Argument]) -> None:
    """A text of a script is never what `call` prints by."""
    if "call" not in entry:
        return
    try:
        tree, _ = parse_expression(entry.text("call"))
    except DeclarationError:
        return  # a fault of its own
    texts = {a.name for a in arguments if a.role == "script" and a.type.kind == "string"}
    for name in _printed(tree, texts):
        entry.fault("call", wording.WOULD_BE_FORMAT, name=name)


def _printed(node: Any, texts: set[str]) -> list[str]:
    out: list[str] = []
    if isinstance(node, c_ast.FuncCall) and isinstance(node.name, c_ast.ID):
        given = node.args.exprs if node.args else []
        literal = any(isinstance(a, c_ast.Constant) and a.type == "string" for a in given)
        if PRINTS.fullmatch(node.name.name) and not literal:
            out += [a.name for a in given if isinstance(a, c_ast.ID) and a.name in texts]
    for _, child in node.children():
        out += _printed(child, texts)
    return out
