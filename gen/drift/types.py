# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What a spec says of a member or of a function, beside what a kernel's types say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..kernels.btf import BASE_TYPES, Btf
from ..spec.cdecl import DeclarationError, Prototype, prototype
from ..spec.scope import Entry

WORD = re.compile(r"\b[A-Za-z_]\w*\b")


@dataclass(frozen=True)
class Seen:
    """A member, a struct or a function in one kernel."""

    place: tuple[int, ...] = ()  # bits; after a pointer, those from where it points to
    size: int = 0
    type: str = ""  # as the compiler compares it
    problem: str = ""  # why the binding does not compile

    @property
    def at(self) -> str:
        return ", then ".join(
            f"{bits // 8}" if bits % 8 == 0 else f"{bits // 8}, bit {bits % 8}"
            for bits in self.place
        )


def member(btf: Btf, struct: int, name: str, entry: Entry) -> Seen | None:
    """The member of a struct that a field of a spec names; None when it is gone."""
    wanted = entry.get("c")
    paths = [str(path) for path in wanted] if isinstance(wanted, list) else [str(wanted or name)]
    for path in paths:
        found = _reach(btf, struct, path)
        if found:
            place, number, bits = found
            problem = _problem(btf, number, bits, entry)
            return Seen(place, 0, _shown(btf, number, bits), problem)
    return None


def at_path(btf: Btf, struct: int, path: str) -> Seen | None:
    """What an expression reads of a struct."""
    found = _reach(btf, struct, path)
    return Seen(found[0], 0, _shown(btf, found[1], found[2])) if found else None


def _reach(btf: Btf, struct: int, path: str) -> tuple[tuple[int, ...], int, int] | None:
    """Where a path leads, its type, and the bits of a bit-field."""
    place: tuple[int, ...] = ()
    steps = path.split("->")
    for i, step in enumerate(steps):
        found = btf.member(struct, step)
        if found is None:
            return None
        place += (found.offset,)
        if i == len(steps) - 1:
            return place, found.type, found.bits
        if btf.kind(found.type) != "PTR":
            return None
        struct = btf.target(found.type)
        if btf.kind(struct) == "FWD":
            tag = btf.tag(struct).split()
            struct = btf.find(tag[0], tag[1]) or struct
    return None


def _shown(btf: Btf, number: int, bits: int) -> str:
    return btf.canonical(number) + (f":{bits}" if bits else "")


def _problem(btf: Btf, number: int, bits: int, entry: Entry) -> str:
    """From what type a field of the spec is, to what the member is; nothing when they agree."""
    wanted = entry.text("type")
    have = _shown(btf, number, bits)
    declared = entry.number("bits") or 0
    if bits != declared:
        return f"{wanted}{f':{declared}' if declared else ''} -> {have}"
    if not wanted or (wanted == "integer" and btf.integer(number)):
        return ""
    if wanted.endswith("[]"):
        right = _same(btf, _element(btf, number, entry), wanted[:-2])
    else:
        right = _same(btf, number, wanted)
    return "" if right else f"{wanted} -> {have}"


def _element(btf: Btf, number: int, entry: Entry) -> int:
    """What the array is of that a field is; pahole writes one array in place of rows."""
    if btf.kind(number) != "ARRAY":
        return number if str(entry.get("c")).endswith("]") else 0
    element = btf.target(number)
    rows = btf.kind(element) == "ARRAY" and entry.text("as") != "string"
    return btf.target(element) if rows else element


def _same(btf: Btf, number: int, wanted: str) -> bool:
    return _bare(btf.canonical(number)) == _bare(compiler_type(btf, wanted))


def _bare(text: str) -> str:
    """Without const, which no check looks at, and with one spelling of pointers."""
    return " ".join(re.sub(r"\bconst\b", "", text).replace("*", " * ").split())


def compiler_type(btf: Btf, text: str) -> str:
    """A type as a spec spells it, without names that typedefs gave it."""

    def resolved(match: re.Match[str]) -> str:
        number = btf.find("typedef", match[0])
        return match[0] if number is None else btf.canonical(number)

    plain = " ".join(WORD.sub(resolved, text).split())
    tag = re.fullmatch(r"enum (\w+)", plain)
    if tag:
        number = btf.find("enum", tag[1])
        return btf.integer(number) if number is not None else plain
    return BASE_TYPES.get(plain, {"unsigned": "unsigned int"}.get(plain, plain))


def read_function(entry: Entry, key: str = "c") -> Prototype | None:
    """The prototype that a spec gives; what is wrong with it is not asked here."""
    try:
        return prototype(entry.text(key)) if key in entry else None
    except DeclarationError:
        return None


def function(btf: Btf, number: int, proto: Prototype) -> Seen:
    """A function, and whether its prototype in the spec is still its own."""
    entry = btf.types[btf.types[number]["type_id"]]
    have = [btf.canonical(entry["ret_type_id"])]
    have += [btf.canonical(parameter["type_id"]) for parameter in entry["params"]]
    want = [proto.result.text, *(parameter.type.text for parameter in proto.parameters)]
    same = len(have) == len(want) and all(
        _bare(one) == _bare(compiler_type(btf, other)) for one, other in zip(have, want)
    )
    changed = f"{_signature(want)} -> {_signature(have)}"
    return Seen(type=_signature(have), problem="" if same else changed)


def _signature(types: list[str]) -> str:
    return f"{types[0]} ({', '.join(types[1:]) or 'void'})"
