# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""How pages say what functions return."""

from __future__ import annotations

from .. import ir
from .texts import view_link


def _more(doc: str, unit: str) -> str:
    return ", ".join(part for part in (doc, f"in {unit}" if unit else "") if part)


def _out_text(argument: ir.Argument, binding: ir.Binding) -> str:
    if argument.view:
        copy = "" if argument.role == "object" else " of a copy"
        return f"`{argument.name}`, a view {view_link(argument.view, binding)}{copy}"
    if argument.role == "sized":
        return f"`{argument.name}`{f' ({argument.doc})' if argument.doc else ''}, bytes as text"
    if argument.role == "fill":
        return "the bytes, as text"
    more = _more(argument.doc, argument.unit)
    return f"`{argument.name}`{f' ({more})' if more else ''}"


def _view_text(result: ir.Returns, binding: ir.Binding) -> str:
    assert result.view is not None
    return f"a view {view_link(result.view, binding)}{' of a copy' if result.copy else ''}"


def _owner_text(result: ir.Returns | ir.Argument) -> str:
    """How long a view that is no copy stays."""
    end = "when the kernel's call into the script ends"
    if result.lifetime == "call" and result.release:
        return f"The kernel gets it back {end}, or before, with `local v <close>`."
    if result.lifetime == "call":
        return f"It expires {end}."
    if result.release:
        return (
            "The kernel gets it back when the view is collected, or at the end of its block when it"
            " is declared `local v <close>`."
        )
    return f"It stays: {result.borrowed}."


def lookup_text(argument: ir.Argument) -> str:
    """How a parameter is found from what the script gives, and what becomes of it."""
    lookup = argument.lookup
    assert lookup is not None
    given = " and ".join(f"`{a.name}`" for a in lookup.arguments if a.role == "script")
    found = f"Finds the `{argument.type.text.removesuffix(' *')}`{given and f' by {given}'}"
    if lookup.release:
        end = f", and gives it back after the call (`{lookup.release}`)"
    else:
        end = f". It stays: {lookup.borrowed}"
    return f"{found} (`{lookup.c_name}`){end}."


def _loop_text(function: ir.Function, binding: ir.Binding) -> str:
    assert function.returns.view is not None
    view = function.returns.view
    given = ", ".join(a.name for a in function.public)
    call = f"{binding.name}.{function.name}({given})"
    text = f"For loops: `for {view.name} in {call} do`, each a view {view_link(view, binding)}"
    return f"{text}{', which expires with the next' if function.consumed else ''}."


def returns_text(function: ir.Function, binding: ir.Binding) -> str:
    """What a function returns, in sentences; nothing when it returns nothing."""
    result = function.returns
    parts = []
    if function.iterates:
        return f"{_loop_text(function, binding)} {_owner_text(result)}"
    if result.kind == "view":
        parts.append(_view_text(result, binding))
    elif result.kind == "list":
        assert result.view is not None
        parts.append(
            f"a list of views {view_link(result.view, binding)}, at most {result.maximum}, each a"
            " copy of what was the case"
        )
    elif result.kind == "value":
        parts.append(_more(result.doc or "the result", result.unit))
    elif result.kind in ("errno", "status") and not function.outs:
        parts.append("true")
    parts += [_out_text(a, binding) for a in function.outs]
    if not parts:
        missing = "Returns nil and the errno's name when it does not find it."
        return missing if function.lookups else ""
    text = f"Returns {', then '.join(parts)}"
    if result.nullable:
        text += ", or nil"
    if result.kind == "status" and result.enum:
        text += f"; when the kernel refuses, nil and the name of the status ({result.enum.name})"
    elif function.may_fail:
        text += "; when the kernel refuses, nil and the errno's name, e.g. `\"EINVAL\"`"
    text += "."
    if function.object:
        text += f" {_owner_text(function.object)}"
    if function.consumed:
        text += f" It takes `{function.consumed.name}`: that view is expired afterwards."
    return text
