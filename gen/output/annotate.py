# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Types and remarks of annotations, as the Lua language server reads them.

A remark about a field stands in the lines before it: what follows belongs to the next field. The
server knows no read-only fields: the remark says so.
"""

from __future__ import annotations

from .. import ir
from . import texts

# Before a name, the server takes these words for the visibility of a field.
VISIBILITIES = ("public", "protected", "private", "package")
# What every layout has, which hides constants of a field of that name.
TOOLS = ("has", "set", "name", "dump")


def names(enum: ir.Enum, binding: ir.Binding) -> str:
    """The alias of an enum's names."""
    return f"{binding.name}.{enum.name}.name"


def with_names(kind: str, enum: ir.Enum | None, binding: ir.Binding) -> str:
    return f"{kind}|{names(enum, binding)}" if enum else kind


def all_enums(binding: ir.Binding) -> tuple[ir.Enum, ...]:
    return (*binding.enums, *binding.foreign_enums)


def field_type(field: ir.Field, layout: ir.Layout, binding: ir.Binding) -> str:
    kind = texts.lua_type(field)
    if field.records and field.records.by:
        return f"{kind}|{layout.title}.{field.name}.named"
    if field.enum is None or field.access == "ro":
        return kind
    # Names of flags are written joined.
    return with_names(kind, field.enum, binding) + ("|string" if field.flags else "")


def named(field: ir.Field, binding: ir.Binding) -> tuple[ir.Constant, ...]:
    """The names by which a list gives records."""
    assert field.records is not None
    title = texts.lua_layout(field.records.record)
    for layout in binding.layouts:
        for other in layout.fields:
            if layout.title == title and other.name == field.records.by and other.enum:
                return other.enum.constants
    return ()


def absent(field: ir.Field) -> bool:
    """Whether it can read nil."""
    at = field.position
    if isinstance(at, (ir.Member, ir.Derived)):
        return bool(at.probe or at.conditional)
    return not isinstance(at, (ir.At, ir.Value, ir.Told))


def key(name: str) -> str:
    """A name as the key of a field."""
    plain = name.replace("_", "a").isalnum() and name.isascii() and name not in VISIBILITIES
    return name if plain else f'["{name}"]'


def remark(doc: str, unit: str = "", *more: str) -> str:
    """What is said about something: its doc, its unit, and more."""
    said = f"{doc}{', ' if doc and unit else ''}{f'in {unit}' if unit else ''}"
    return "; ".join(part for part in (said, *more) if part)


def tail(text: str) -> str:
    """A remark after a tag, where the server takes what begins with a quote for a literal."""
    return f"- {text}" if text.startswith(("'", '"', "[")) else text


def field_remark(field: ir.Field) -> str:
    more = []
    if field.range and field.access != "ro":
        low, high = field.range
        more.append(f"{low}" if low == high else f"{low} to {high}")
    text = remark(field.doc, field.unit, *more)
    mark = {"ro": "(read-only)", "wo": "(write-only)"}.get(field.access, "")
    return f"{text} {mark}".strip()


def argument_type(argument: ir.Argument | ir.CallArgument, binding: ir.Binding) -> str:
    if argument.view:
        nil = "?" if isinstance(argument, ir.Argument) and argument.nullable else ""
        return texts.lua_layout(argument.view) + nil
    if isinstance(argument, ir.CallArgument) and argument.role == "block":
        return "luadata.block"
    if argument.role in ("bytes", "fill", "sized"):
        return "string|luadata.block" if argument.role == "bytes" else "string"
    flags = isinstance(argument, ir.Argument) and argument.flags
    kind = with_names(_plain(argument.type), argument.enum, binding)
    return f"{kind}|string" if flags else kind


def key_type(attach: ir.Key, binding: ir.Binding) -> str:
    kind = "string" if attach.length else _plain(attach.type)
    return with_names(kind, attach.enum, binding)


def verdict_type(result: ir.Verdict, binding: ir.Binding) -> str:
    """What the function of a callback returns."""
    kind = "boolean" if result.kind == "boolean" else "integer"
    text = with_names(kind, result.enum, binding)
    if not result.nil:
        return text
    return f"({text})?" if "|" in text else f"{text}?"


def callback_type(callback: ir.Callback, binding: ir.Binding) -> str:
    given = ", ".join(f"{a.name}: {argument_type(a, binding)}" for a in callback.arguments)
    back = f": {verdict_type(callback.verdict, binding)}" if callback.verdict else ""
    return f"fun({given}){back}"


def _plain(kind: ir.CType | None) -> str:
    return {"bool": "boolean", "string": "string"}.get(kind.kind if kind else "", "integer")


def results(function: ir.Function, binding: ir.Binding) -> list[str]:
    """What follows ---@return, in order."""
    returns = function.returns
    if function.iterates:
        assert returns.view is not None
        text = tail(returns.doc or "one after the other")
        return [f"fun(): {_view(returns)}? each # {text}"]
    outs = [(argument_type(a, binding), a.name, remark(a.doc, a.unit)) for a in function.outs]
    found: list[tuple[str, str, str]] = []
    if returns.kind in ("errno", "status") and not outs:
        found.append(("true", "done", ""))
    elif returns.kind == "list":
        found.append((f"{_view(returns)}[]", "list", returns.doc))
    elif returns.kind == "view":
        nil = "?" if returns.nullable else ""
        assert returns.view is not None
        found.append((f"{_view(returns)}{nil}", returns.view.name, returns.doc))
    elif returns.kind == "value":
        kind = with_names(_plain(returns.type), returns.enum, binding)
        found.append((kind, "result", remark(returns.doc, returns.unit)))
    found += outs
    if function.may_fail and found:
        found = [
            (f"{kind.rstrip('?')}?", name, remark(text, "", "nil when it failed"))
            for kind, name, text in found
        ]
        if returns.kind == "status" and returns.enum:
            found.append(("string?", "status", f"why it failed, a name of {returns.enum.name}"))
        else:
            found.append(("string?", "errno", 'why it failed, e.g. "EINVAL"'))
    return [f"{kind} {name}{f' # {tail(text)}' if text else ''}" for kind, name, text in found]


def _view(returns: ir.Returns) -> str:
    assert returns.view is not None
    return texts.lua_layout(returns.view)
