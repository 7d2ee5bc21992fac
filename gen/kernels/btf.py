# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The types of a kernel, as bpftool lists those of its BTF: by name, in C, member by member."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Type = dict[str, Any]

ANONYMOUS = "(anon)"
VOID: Type = {"id": 0, "kind": "VOID", "name": "void"}
TAGS = ("struct", "union", "enum")
# What a name may stand for; tags have a space of names of their own in C.
SPACES = {
    "STRUCT": "struct",
    "UNION": "union",
    "ENUM": "enum",
    "ENUM64": "enum",
    "TYPEDEF": "typedef",
    "FUNC": "function",
}
QUALIFIERS = {"CONST": "const", "VOLATILE": "volatile", "RESTRICT": "restrict"}
# Kinds that say something about a type and are no type of C.
MARKERS = ("TYPE_TAG",)
# Compilers' names of integers, and the kernel's.
BASE_TYPES = {
    "_Bool": "bool",
    "short int": "short",
    "short unsigned int": "unsigned short",
    "long int": "long",
    "long unsigned int": "unsigned long",
    "long long int": "long long",
    "long long unsigned int": "unsigned long long",
}


ENUM = re.compile(r"\benum (\w+)")


@dataclass(frozen=True)
class Member:
    """A member of a struct, with the path that reaches it."""

    path: str  # a.b; anonymous structs and unions leave no trace
    type: int
    offset: int  # bits from the start of the outermost struct
    bits: int  # of a bit-field, else 0
    union: tuple[str, ...] = ()  # what else may lie there: members of the same anonymous union


class Btf:
    """All types of one kernel; a type is known by its number."""

    def __init__(self, types: list[Type], source: str, raw: bytes = b"") -> None:
        self.types = [VOID, *types]
        self.source = source
        self.raw = raw

    @cached_property
    def _names(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for entry in self.types:
            space = SPACES.get(entry["kind"])
            if space and entry["name"] != ANONYMOUS:
                found.setdefault((space, entry["name"]), []).append(entry["id"])
        return found

    @cached_property
    def constants(self) -> dict[str, tuple[int, int]]:
        """Enumerators: value, and the enum that has them."""
        found: dict[str, tuple[int, int]] = {}
        for entry in self.types:
            for value in entry.get("values", ()):
                found.setdefault(value["name"], (value["val"], entry["id"]))
        return found

    def find(self, space: str, name: str) -> int | None:
        """The type of a name: the first of several."""
        found = self._names.get((space, name))
        return found[0] if found else None

    def count(self, space: str, name: str) -> int:
        """How many different types have that name in different files of the kernel."""
        return len(self._names.get((space, name), ()))

    def near(self, space: str, name: str) -> list[str]:
        """Names like this one, the closest first; with tags as C spells them."""
        prefix = f"{space} " if space in TAGS else ""
        known = [found for kind, found in self._names if kind == space]
        close = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.7)
        if not close:
            close = sorted((k for k in known if name in k), key=lambda k: (len(k), k))[:3]
        return [prefix + found for found in close]

    # ---- what a type is ----

    def strip(self, number: int, typedefs: bool = True) -> int:
        """The type without qualifiers, and without the names that typedefs gave it."""
        while True:
            entry = self.types[number]
            kind = entry["kind"]
            if kind not in QUALIFIERS and kind not in MARKERS and not (
                typedefs and kind == "TYPEDEF"
            ):
                return number
            number = entry["type_id"]

    def kind(self, number: int) -> str:
        return str(self.types[self.strip(number)]["kind"])

    def target(self, number: int) -> int:
        """What a pointer points to, what an array is of."""
        return int(self.types[self.strip(number)]["type_id"])

    def tag(self, number: int) -> str:
        """`struct x`, or nothing for what has no such name."""
        entry = self.types[self.strip(number)]
        kind = entry["fwd_kind"] if entry["kind"] == "FWD" else SPACES.get(entry["kind"], "")
        return f"{kind} {entry['name']}" if kind in TAGS and entry["name"] != ANONYMOUS else ""

    def integer(self, number: int) -> str:
        """The compiler's integer type that a type is, whatever its names; else nothing."""
        entry = self.types[self.strip(number)]
        if entry["kind"] == "INT":
            return BASE_TYPES.get(entry["name"], str(entry["name"]))
        if entry["kind"] == "ENUM":
            return "int" if entry.get("encoding") == "SIGNED" else "unsigned int"
        if entry["kind"] == "ENUM64":
            return "long" if entry.get("encoding") == "SIGNED" else "unsigned long"
        return ""

    def size(self, number: int) -> int:
        """Bytes; an array without an end has none."""
        entry = self.types[self.strip(number)]
        if entry["kind"] == "ARRAY":
            return int(entry["nr_elems"]) * self.size(entry["type_id"])
        return int(entry.get("size", 8 if entry["kind"] == "PTR" else 0))

    # ---- members ----

    def members(
        self, number: int, path: str = "", offset: int = 0, union: tuple[str, ...] = ()
    ) -> Iterator[Member]:
        """The members of a struct, those of its anonymous structs and unions among them."""
        entry = self.types[self.strip(number)]
        group = self._group(entry)
        if group is not None:
            yield from self.members(group, path, offset, union)
            return
        if entry["kind"] == "UNION" and len(entry["members"]) > 1:
            union += self._named(entry)
        for member in entry.get("members", ()):
            at = offset + member["bits_offset"]
            if member["name"] == ANONYMOUS:
                yield from self.members(member["type_id"], path, at, union)
            else:
                bits = int(member.get("bitfield_size", 0))
                yield Member(path + member["name"], member["type_id"], at, bits, union)

    def _group(self, entry: Type) -> int | None:
        """What struct_group() makes: a union of the same struct twice, once without a name."""
        members = entry.get("members", ())
        if entry["kind"] != "UNION" or len(members) != 2 or members[0]["name"] != ANONYMOUS:
            return None
        first, second = (self.types[self.strip(member["type_id"])] for member in members)
        if first["kind"] != "STRUCT" or second["kind"] != "STRUCT" or not first["members"]:
            return None
        names = [[member["name"] for member in each["members"]] for each in (first, second)]
        return int(first["id"]) if names[0] == names[1] else None

    def _named(self, entry: Type) -> tuple[str, ...]:
        """What a union may hold, by the names of its members and of those of anonymous structs."""
        names: list[str] = []
        for member in entry["members"]:
            inner = self.types[self.strip(member["type_id"])]
            if member["name"] == ANONYMOUS:
                names += self._named(inner)
            elif inner.get("members") != []:  # one of nothing makes room for an open array
                names.append(member["name"])
        return tuple(names)

    def member(self, number: int, path: str) -> Member | None:
        """The member that a path as C writes it reaches, without following pointers."""
        offset, current, found = 0, number, None
        for step in path.split("."):
            name, *indices = re.findall(r"\w+", step)
            found = next((m for m in self.members(current) if m.path == name), None)
            if found is None:
                return None
            offset += found.offset
            current = found.type
            for index in indices:
                if self.kind(current) != "ARRAY":
                    return None
                current = self.target(current)
                offset += int(index) * 8 * self.size(current)
        return Member(path, current, offset, found.bits, found.union) if found else None

    def canonical(self, number: int) -> str:
        """The type as the compiler compares it: two types that differ here are not compatible."""
        return ENUM.sub(self._plain_enum, self.spell(self.strip(number), known=frozenset()))

    def _plain_enum(self, match: re.Match[str]) -> str:
        number = self.find("enum", match[1])
        return self.integer(number) if number is not None else match[0]

    # ---- a type in C ----

    def spell(self, number: int, name: str = "", known: frozenset[str] | None = None) -> str:
        """The declaration of a name of this type; names of typedefs not in `known` are resolved."""
        text = self._declare(number, name, known)
        return " ".join(text.split())

    def _declare(self, number: int, inner: str, known: frozenset[str] | None) -> str:
        entry = self.types[number]
        kind = entry["kind"]
        if kind in MARKERS:
            return self._declare(entry["type_id"], inner, known)
        if kind in QUALIFIERS:
            target = self.types[self._unmarked(entry["type_id"])]
            if target["kind"] == "PTR":
                return self._declare(target["id"], f"{QUALIFIERS[kind]} {inner}", known)
            return f"{QUALIFIERS[kind]} {self._declare(target['id'], inner, known)}"
        if kind == "PTR":
            target = self.types[self._unmarked(entry["type_id"])]
            star = f"(*{inner})" if target["kind"] in ("ARRAY", "FUNC_PROTO") else f"*{inner}"
            return self._declare(target["id"], star, known)
        if kind == "ARRAY":
            size = entry["nr_elems"] or ""
            return self._declare(entry["type_id"], f"{inner}[{size}]", known)
        if kind == "FUNC_PROTO":
            arguments = self._arguments(entry, known)
            return self._declare(entry["ret_type_id"], f"{inner}({arguments})", known)
        if kind == "TYPEDEF" and known is not None and entry["name"] not in known:
            if self.types[entry["type_id"]]["name"] != ANONYMOUS or not self.tagged(entry):
                return self._declare(entry["type_id"], inner, known)
        return f"{self._base(entry)} {inner}"

    def tagged(self, entry: Type) -> bool:
        """Whether a typedef is the only name that a struct, union or enum has."""
        target = self.types[self.strip(entry["type_id"])]
        return SPACES.get(target["kind"]) in TAGS and target["name"] == ANONYMOUS

    def _unmarked(self, number: int) -> int:
        while self.types[number]["kind"] in MARKERS:
            number = self.types[number]["type_id"]
        return number

    def _arguments(self, entry: Type, known: frozenset[str] | None) -> str:
        out = []
        for parameter in entry["params"]:
            name = "" if parameter["name"] == ANONYMOUS else parameter["name"]
            if not parameter["type_id"]:
                out.append("...")
            else:
                out.append(self.spell(parameter["type_id"], name, known))
        return ", ".join(out) or "void"

    def _base(self, entry: Type) -> str:
        kind, name = entry["kind"], str(entry["name"])
        if kind == "FWD":
            return f"{entry['fwd_kind']} {name}"
        if SPACES.get(kind) in TAGS:
            return f"{SPACES[kind]} {name if name != ANONYMOUS else '{…}'}"
        return BASE_TYPES.get(name, name)
