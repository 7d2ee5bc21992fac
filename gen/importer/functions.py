# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Functions that are imported: how each parameter gets its value, as its type tells."""

from __future__ import annotations

import re
from dataclasses import replace

from ..ir import CType
from ..kernels.btf import Btf
from ..resolve.calls import RESERVED
from ..resolve.counts import COUNT, beside
from ..resolve.pointers import BYTES, depth, is_const
from ..resolve.verbs import keeps
from ..spec.cdecl import TYPEDEFS, DeclarationError, Parameter, Prototype, prototype
from ..spec.todo import TODO
from .draft import Draft, FunctionDraft, Line, Pairs, todo
from .layouts import Layouts, Refused, script_name

KNOWN = frozenset(TYPEDEFS)
LENGTH = re.compile(r"^(n|count|len|length|size|nbytes|bytes|.*_(len|length|size|count|bytes))$")
FILLED = "TODO: out: single when the function fills it"
SOURCE = "TODO: where from? a function that returns it, or lookup: PROTOTYPE in place of view"
WORD = re.compile(r"\b[A-Za-z_][A-Za-z0-9_]*\b")
# What a promise is about, for who decides.
PROMISES = {
    "single": "it is one, no array",
    "no count": "it does not say how much is behind a pointer",
    "not kept": "C keeps no address of it, and does not free it",
}


def function_draft(layouts: Layouts, name: str, text: str) -> FunctionDraft:
    """A function of the spec from its prototype."""
    text = known_types(layouts.btf, text)
    try:
        proto = prototype(text)
    except DeclarationError as error:
        raise Refused(f"{text}: {error}") from None
    returns, result = _returns(layouts, proto)
    lines, notes = [], []
    lengths: set[str] = set()
    for i, parameter in enumerate(proto.parameters):
        after = proto.parameters[i + 1] if i + 1 < len(proto.parameters) else None
        if parameter.name in lengths:
            continue
        pairs, comment = _argument(layouts, parameter, after)
        if comment == FILLED and i == 0 and after:  # what it is called for
            comment = ""
        lengths |= {word for key, word in pairs if key in ("bytes", "fill")}
        if pairs:
            lines.append(Line(parameter.name, pairs, comment))
    lines = _asked(proto, lines, lengths)
    notes.append("does the caller hold a lock? (lock: one of locks)")
    if dict(returns).get("release"):
        notes.append("can it be ERR_PTR? (returns: errptr: true)")
    c = f"{text.rstrip(';')};"
    return FunctionDraft(script_name(name), c, tuple(lines), returns, result, tuple(notes))


def _asked(proto: Prototype, lines: list[Line], lengths: set[str]) -> list[Line]:
    """What check asks about numbers beside pointers, and about what C may keep."""
    found = {line.name: line for line in lines}
    for parameter in proto.parameters:
        number = parameter.type.kind == "integer" and not found.get(parameter.name)
        if not number or parameter.name in lengths:
            continue
        for p in beside(proto.parameters, parameter):
            line = found.get(p.name, Line(p.name, (), ""))
            keys = dict(line.pairs)
            if "view" in keys and "out" not in keys:
                found[p.name] = _promised(line, "single")
            elif p.type.kind == "string" and not keys:
                found[parameter.name] = _promised(Line(parameter.name, (), ""), "no count")
            elif "out" in keys and COUNT.fullmatch(parameter.name):
                found[parameter.name] = _promised(Line(parameter.name, (), ""), "no count")
    for p in proto.parameters if keeps(proto.name) else ():
        line = found.get(p.name, Line(p.name, (), ""))
        if p.type.kind == "string" or {"bytes", "fill", "out", "view"} & dict(line.pairs).keys():
            found[p.name] = _promised(line, "not kept")
    return [found[p.name] for p in proto.parameters if p.name in found]


def _promised(line: Line, word: str) -> Line:
    """An argument of which the author may promise something."""
    about = f"[{word}]: {PROMISES[word]}"
    if about in line.comment:
        return line
    pairs = line.pairs if "promises" in dict(line.pairs) else (*line.pairs, todo("promises"))
    return replace(line, pairs=pairs, comment="; ".join(filter(None, (line.comment, about))))


def ask_for_source(draft: Draft) -> None:
    """An object that a function takes has to come from somewhere."""
    given = {word for f in draft.functions.values() for key, word in f.returns if key == "view"}
    for name, f in draft.functions.items():
        args = []
        for line in f.args:
            view = dict(line.pairs).get("view")
            if view and view not in given and "TODO" not in line.comment:
                line = replace(line, comment="; ".join(filter(None, (SOURCE, line.comment))))
            args.append(line)
        draft.functions[name] = replace(f, args=tuple(args))


def known_types(btf: Btf, text: str) -> str:
    """The prototype with names of types that the language knows."""

    def resolved(match: re.Match[str]) -> str:
        word = match[0]
        number = None if word in KNOWN else btf.find("typedef", word)
        if number is None:
            return word
        return btf.spell(btf.types[number]["type_id"], known=KNOWN)

    return WORD.sub(resolved, text)


def from_btf(btf: Btf, number: int, name: str) -> str:
    """The prototype of a function of BTF, with names for parameters that have none."""
    entry = btf.types[btf.types[number]["type_id"]]
    parts = []
    for i, parameter in enumerate(entry["params"], 1):
        own = parameter["name"]
        if own in RESERVED:
            own += "_"
        if not parameter["type_id"]:
            parts.append("...")
        else:
            own = own if own != "(anon)" else f"arg{i}"
            parts.append(btf.spell(parameter["type_id"], own, KNOWN))
    return btf.spell(entry["ret_type_id"], f"{name}({', '.join(parts) or 'void'})", KNOWN)


def _argument(
    layouts: Layouts, parameter: Parameter, after: Parameter | None
) -> tuple[Pairs, str]:
    kind, target = parameter.type, parameter.target
    if kind.text == "gfp_t":
        return (("value", "GFP_KERNEL"),), "TODO: GFP_ATOMIC where it may not sleep"
    if kind.kind in ("integer", "bool", "string"):
        if kind.text.startswith("enum "):
            return _enum(layouts, kind), ""
        length = after and LENGTH.match(after.name) and after.type.kind == "integer"
        if kind.kind == "string" and length and after:
            return (("bytes", after.name), todo("limit")), ""
        return (), ""
    if target is None or kind.kind != "pointer":
        raise Refused(f"{parameter.name}: a '{kind.text}' by value")
    return _pointer(layouts, parameter, target, after)


def _pointer(
    layouts: Layouts, parameter: Parameter, target: CType, after: Parameter | None
) -> tuple[Pairs, str]:
    bare = target.text.removeprefix("const ")
    if "(" in parameter.type.text:
        raise Refused(f"{parameter.name}: a pointer to a function: a host has to stand between")
    if bare.startswith(("struct ", "union ")) and not bare.endswith("*"):
        name = layouts.opaque(bare)
        filled = layouts.draft.layouts[bare].fields and not target.text.startswith("const ")
        return (("view", name),), FILLED if filled else ""
    if after and LENGTH.match(after.name) and after.type.kind == "integer":
        role = "bytes" if is_const(parameter.type) else "fill"
        if bare in BYTES:
            return ((role, after.name), todo("limit")), ""
        raise Refused(f"{parameter.name}: '{parameter.type.text}': only bytes have a length")
    if bare.startswith("struct ") and depth(parameter.type) == 2 and not is_const(parameter.type):
        view = layouts.opaque(bare.rstrip(" *"))
        pairs = (todo("out"), ("view", view), todo("release"))
        return pairs, "TODO: or borrowed: why it stays"
    if target.kind in ("integer", "bool") and not is_const(parameter.type):
        if bare in BYTES:
            return (("out", "bytes"), todo("size")), "TODO: or out: single, when it writes one"
        return (todo("out"),), "TODO: does the function only write it, and one?"
    raise Refused(f"{parameter.name}: a '{parameter.type.text}': nothing says how much is there")


def _enum(layouts: Layouts, kind: CType) -> Pairs:
    """The constants of an enum that the types tell."""
    number = layouts.btf.find("enum", kind.text.removeprefix("enum "))
    return (("enum", layouts.enum(number)),) if number is not None else ()


def _returns(layouts: Layouts, proto: Prototype) -> tuple[Pairs, str]:
    """The keys of returns, or a word in their place."""
    kind = proto.result
    if kind.kind == "void":
        return (), ""
    if kind.text in ("int", "long"):
        return (), TODO
    if kind.text.startswith("enum "):
        return (*_enum(layouts, kind), todo("doc")), ""
    if kind.kind in ("integer", "bool", "string"):
        return (todo("doc"),), ""
    bare = kind.text.removeprefix("const ")
    if kind.kind == "pointer" and bare.startswith(("struct ", "union ")) and bare.count("*") == 1:
        view = layouts.opaque(bare.removesuffix("*").strip())
        return (("view", view), todo("nullable"), todo("release")), ""
    if bare.startswith(("struct ", "union ")) and "*" not in bare:
        return (("view", layouts.opaque(bare)), ("copy", "true")), ""
    raise Refused(f"returns a '{kind.text}'")
