# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Structs that are imported: each member becomes a field, or is left out with the reason."""

from __future__ import annotations

import re
from dataclasses import replace

from ..kernels.btf import ANONYMOUS, Btf, Member
from ..spec.cdecl import INTEGERS
from ..spec.scope import LUA_WORDS
from .draft import Draft, EnumDraft, LayoutDraft, Line, todo

KNOWN = frozenset(INTEGERS) | {"bool"}
# Structs that the kernel links, locks and waits with: nothing in them is for scripts.
MACHINERY = {
    "struct completion": "something to wait for",
    "struct delayed_work": "deferred work",
    "struct hlist_head": "a list of the kernel",
    "struct hlist_node": "a link of a list",
    "struct hrtimer": "a timer",
    "struct list_head": "a link of a list",
    "struct llist_node": "a link of a list",
    "struct lockdep_map": "a lock's shadow",
    "struct lock_class_key": "a lock's shadow",
    "struct mutex": "a lock",
    "struct callback_head": "a link of RCU",
    "struct raw_spinlock": "a lock",
    "struct rb_node": "a link of a tree",
    "struct rb_root": "a tree of the kernel",
    "struct rw_semaphore": "a lock",
    "struct seqcount": "a lock",
    "struct spinlock": "a lock",
    "struct srcu_struct": "a lock",
    "struct timer_list": "a timer",
    "struct wait_queue_head": "something to wait for",
    "struct work_struct": "deferred work",
}
# Counters that are read by a function of the kernel's: type, function.
COUNTERS = {
    "atomic_t": ("int", "atomic_read"),
    "atomic64_t": ("s64", "atomic64_read"),
    "atomic_long_t": ("long", "atomic_long_read"),
    "refcount_t": ("unsigned int", "refcount_read"),
    "struct kref": ("unsigned int", "kref_read"),
}
WHOLE = ("char", "unsigned char", "signed char", "u8", "s8", "__u8", "__s8", "uint8_t")


class Refused(Exception):
    """Why a member is left out."""


class Layouts:
    """Adds structs, and what their fields need, to a draft."""

    def __init__(self, btf: Btf, draft: Draft, depth: int) -> None:
        self.btf = btf
        self.draft = draft
        self.depth = depth
        self._wanted: list[tuple[int, int]] = []  # type, levels below it

    def add(self, number: int) -> str:
        """The layout of a struct, and those of structs in it, down to the depth."""
        name = self._layout(number, self.depth)
        nested = []
        while self._wanted:
            below, depth = self._wanted.pop(0)
            self._layout(below, depth)
            nested.append(self.btf.tag(below))
        for tag in nested:
            self._drop_empty(tag)
        return name

    def _drop_empty(self, tag: str) -> None:
        """A nested struct of which nothing can be read is no field."""
        empty = self.draft.layouts.get(tag)
        if empty is None or empty.fields:
            return
        del self.draft.layouts[tag]
        for outer, layout in self.draft.layouts.items():
            left = tuple(f for f in layout.fields if ("view", empty.name) not in f.pairs)
            self.draft.layouts[outer] = replace(layout, fields=left)

    def opaque(self, tag: str) -> str:
        """A handle of a struct that scripts only pass on, unless its fields are imported too."""
        name = script_name(tag.split()[1])
        self.draft.layouts.setdefault(tag, LayoutDraft(name, tag, ()))
        return name

    def enum(self, number: int, name: str = "") -> str:
        entry = self.btf.types[self.btf.strip(number)]
        if entry["name"] != ANONYMOUS:
            name = entry["name"]
        if name not in self.draft.enums:
            found = [str(value["name"]) for value in entry["values"]]
            self.draft.enums[name] = enum_draft(script_name(name), self.btf.tag(number), found)
        return self.draft.enums[name].name

    def _layout(self, number: int, depth: int) -> str:
        tag = self.btf.tag(number)
        name = script_name(tag.split()[1])
        known = self.draft.layouts.get(tag)
        if known and known.fields:
            return name
        self.draft.layouts[tag] = LayoutDraft(name, tag, ())
        lines: dict[str, Line] = {}
        for member in self.btf.members(number):
            for line in self._lines(member, tag, depth, number):
                lines.setdefault(line.name, line)
        if lines:
            self.draft.layouts[tag] = LayoutDraft(name, tag, tuple(lines.values()))
        else:
            self.draft.leave(tag, "no member of it can be a field")
        return name

    def _lines(self, member: Member, tag: str, depth: int, number: int) -> list[Line]:
        """The fields of one member: several for a struct that has no name of its own."""
        inner = self.btf.types[self.btf.strip(member.type)]
        try:
            if inner["kind"] in ("STRUCT", "UNION") and not self.btf.tag(member.type):
                if not self._counter(member):
                    return self._flattened(member, tag, depth, number)
            return [self._line(member, depth, number)]
        except Refused as why:
            self.draft.leave(f"{tag}: {member.path}", str(why))
            return []

    def _flattened(self, member: Member, tag: str, depth: int, number: int) -> list[Line]:
        out = []
        inside = list(self.btf.members(member.type))
        for below in inside:
            path = f"{member.path}.{below.path}"
            rivals = member.union + tuple(f"{member.path}.{name}" for name in below.union)
            moved = replace(below, path=path, offset=member.offset + below.offset, union=rivals)
            out += self._lines(moved, tag, depth, number)
        if len(inside) == 1 and len(out) == 1:  # as in kuid_t: the name says it all
            return [replace(out[0], name=script_name(member.path))]
        return out

    def _counter(self, member: Member) -> tuple[str, str] | None:
        """How a counter is read, by the name of its type or of one that it was made from."""
        number = member.type
        while True:
            entry = self.btf.types[self.btf.strip(number, typedefs=False)]
            name = entry["name"] if entry["kind"] == "TYPEDEF" else self.btf.tag(entry["id"])
            if name in COUNTERS or entry["kind"] != "TYPEDEF":
                return COUNTERS.get(name)
            number = entry["type_id"]

    def _line(self, member: Member, depth: int, number: int) -> Line:
        name = script_name(member.path)
        pairs, comment = self._type(member, depth, number)
        if name != member.path and not any(key == "value" for key, _ in pairs):
            pairs.insert(1, ("c", member.path))
        if member.union:
            pairs.append(todo("when"))
            rivals = [other for other in member.union if other != member.path]
            union = f"a union with {', '.join(rivals[:3])}{'…' * (len(rivals) > 3)}"
            comment = f"{comment}; {union}" if comment else union
        return Line(name, tuple(pairs), comment)

    def _type(
        self, member: Member, depth: int, number: int
    ) -> tuple[list[tuple[str, str]], str]:
        """The keys that say what a member is, and a comment."""
        btf, kind = self.btf, self.btf.kind(member.type)
        counter = self._counter(member)
        if counter:
            return [("type", counter[0]), ("value", f"{counter[1]}(&object->{member.path})")], ""
        if kind in ("ENUM", "ENUM64"):
            enum = self.enum(member.type, script_name(member.path))
            own = [("type", "integer")]
            if member.bits:  # the compiler does not say what a bit-field's type is
                own = [("type", btf.integer(member.type)), ("bits", str(member.bits))]
            return [*own, ("enum", enum), ("unknown", "allow")], ""
        if kind == "INT":
            text, comment = self._integer(member.type)
            return [("type", text)] + ([("bits", str(member.bits))] if member.bits else []), comment
        if kind == "ARRAY":
            return self._array(member, depth, number), ""
        if kind == "PTR":
            return self._pointer(member)
        if kind in ("STRUCT", "UNION"):
            return [("type", btf.tag(member.type)), ("view", self._nested(member.type, depth))], ""
        raise Refused(f"{btf.spell(member.type)} is nothing that scripts could use")

    def _integer(self, number: int) -> tuple[str, str]:
        """The first of an integer's names that the language knows; a comment with the own one."""
        btf, own = self.btf, ""
        while True:
            entry = btf.types[btf.strip(number, typedefs=False)]
            if entry["kind"] != "TYPEDEF":
                break
            if entry["name"] in KNOWN:
                return entry["name"], own
            own = own or entry["name"]
            number = entry["type_id"]
        text = btf.integer(entry["id"])
        if text not in KNOWN:
            raise Refused(f"a '{text}' is no integer of the language")
        return text, own

    def _array(self, member: Member, depth: int, number: int) -> list[tuple[str, str]]:
        btf = self.btf
        entry = btf.types[btf.strip(member.type)]
        element = btf.target(member.type)
        if btf.kind(element) == "ARRAY":  # pahole writes one array in place of such
            element = btf.target(element)
            if btf.integer(element) == "char" or not btf.size(member.type):
                row = f"{member.path}[0]"
                raise Refused(f"rows of '{btf.spell(element)}': one is a field, c: {row}")
        kind = btf.kind(element)
        open_end = not entry["nr_elems"]
        if open_end and self._inside(member, number):
            raise Refused("takes no room: it marks a place")
        if open_end and any(other != member.path for other in member.union):
            raise Refused("an array without an end, in a union")
        ends = [todo("count"), todo("limit")] if open_end else []
        if kind == "INT" and btf.integer(element) != "bool":
            text, _ = self._integer(element)
            if text in WHOLE and not open_end:
                return [("type", f"{text}[]"), ("as", "string" if text == "char" else "bytes")]
            return [("type", f"{text}[]"), *ends]
        if kind in ("STRUCT", "UNION") and btf.tag(element):
            view = self._nested(element, depth)
            return [("type", f"{btf.tag(element)}[]"), ("view", view), *ends]
        raise Refused(f"an array of '{btf.spell(element)}'")

    def _inside(self, member: Member, number: int) -> bool:
        """Whether something of the struct lies behind a member, or where it begins."""
        behind = (other for other in self.btf.members(number) if other.offset >= member.offset)
        rivals = (member.path, *member.union)
        return any(self.btf.size(other.type) for other in behind if other.path not in rivals)

    def _pointer(self, member: Member) -> tuple[list[tuple[str, str]], str]:
        btf, target = self.btf, self.btf.target(member.type)
        if btf.integer(target) == "char":
            text = btf.spell(member.type, known=KNOWN)
            return [("type", text), ("as", "string"), todo("limit"), todo("nullable")], ""
        if btf.kind(target) == "FUNC_PROTO":
            raise Refused("the address of a function")
        if btf.tag(target):
            raise Refused(f"pointer to {btf.tag(target)} (a field of it: c: {member.path}->FIELD)")
        raise Refused(f"'{btf.spell(member.type)}': a pointer without a bound")

    def _nested(self, number: int, depth: int) -> str:
        tag = self.btf.tag(number)
        if tag in MACHINERY:
            raise Refused(MACHINERY[tag])
        if not self.btf.size(number):
            raise Refused(f"{tag} takes no room")
        known = self.draft.layouts.get(tag)
        if known and known.fields:
            return known.name
        if depth <= 0:
            raise Refused(f"{tag}, nested deeper than --depth: import '{tag}' too")
        self._wanted.append((number, depth - 1))
        return script_name(tag.split()[1])


def script_name(path: str) -> str:
    """A member's path as a name of the language."""
    name = re.sub(r"[^a-z0-9_]", "_", path.lower())
    if name[:1].isdigit():
        name = f"_{name}"
    if name in LUA_WORDS:
        name += "_"
    return name[:40]


def enum_draft(name: str, c: str, constants: list[str]) -> EnumDraft:
    """Names without what all of them begin with, when that is a prefix of words."""
    prefix = common_prefix(constants)
    rest = [constant[len(prefix) :] for constant in constants]
    if prefix:
        return EnumDraft(name, c, prefix, tuple((short, short) for short in rest))
    return EnumDraft(name, c, "", tuple((full.lower(), full) for full in constants))


def common_prefix(words: list[str]) -> str:
    """What all words begin with, up to an underscore, so that a name follows."""
    if len(words) < 2:
        return ""
    first, last = min(words), max(words)
    same = next((i for i, c in enumerate(first) if i >= len(last) or c != last[i]), len(first))
    prefix = first[: first.rfind("_", 0, same) + 1]
    return prefix if all(word[len(prefix) :][:1].isalpha() for word in words) else ""
