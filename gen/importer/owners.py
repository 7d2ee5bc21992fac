# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Objects of imported functions: what gives back what another gets, and what finds them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace

from ..ir import CType
from ..kernels.btf import Btf
from ..kernels.headers import Headers
from ..resolve.pointers import depth, is_const, pointee
from ..resolve.verbs import gives, keeps
from ..spec.cdecl import DeclarationError, Prototype, prototype
from ..spec.todo import TODO
from .draft import Draft, FunctionDraft, Line, Pairs
from .functions import SOURCE, from_btf, known_types

# Words in names of functions: what gets, and what gives back.
PAIRS = (
    ("get", "put"), ("alloc", "free"), ("open", "close"), ("create", "destroy"), ("new", "free"),
    ("create", "release"), ("find", "put"), ("lookup", "put"), ("acquire", "release"),
)  # fmt: skip
PROPOSED = 2  # lookups that a comment names


class Owners:
    """What a kernel's functions tell of its objects, by their names and types."""

    def __init__(self, btf: Btf, headers: Headers | None, draft: Draft) -> None:
        self.btf = btf
        self.exported = headers.exported if headers else {}
        self.draft = draft
        self.protos = {name: prototype(f.c) for name, f in draft.functions.items()}

    def pair(self) -> None:
        """Says what gives back each result, and drops that: no script calls it."""
        given_back: dict[str, str] = {}
        for name, f in list(self.draft.functions.items()):
            release = self._release(self.protos[name], f)
            if release:
                given_back.setdefault(release, name)
                guessed = release not in [proto.name for proto in self.protos.values()]
                self.draft.functions[name] = _released(f, release, guessed)
        for name, f in list(self.draft.functions.items()):
            proto = self.protos[name]
            if proto.name in given_back:
                del self.draft.functions[name]
                self.draft.leave(proto.name, f"gives back what {given_back[proto.name]} gets")
            else:
                self.draft.functions[name] = self._consumes(proto, f)

    def propose(self) -> None:
        """Names what finds an object that no imported function returns."""
        for name, f in self.draft.functions.items():
            args = [self._proposed(self.protos[name], line) for line in f.args]
            self.draft.functions[name] = replace(f, args=tuple(args))

    def _release(self, proto: Prototype, f: FunctionDraft) -> str:
        kind = _owned(proto, f)
        if kind is None:
            return ""
        asked = [p.name for n, p in self.protos.items() if n in self.draft.functions]
        asked = [name for name in asked if self._gives(name, kind)]
        near = difflib.get_close_matches(proto.name, asked, n=1, cutoff=0)
        return (near or [n for n in _partners(proto.name, kind) if self._gives(n, kind)] or [""])[0]

    def _gives(self, name: str, kind: CType) -> bool:
        """Whether a function takes one pointer of the kind, and has such a name."""
        proto = self._prototype(name) if gives(name, kind) else None
        return (
            proto is not None
            and len(proto.parameters) == 1
            and depth(proto.parameters[0].type) == 1
            and pointee(proto.parameters[0].type) == pointee(kind)
        )

    def _prototype(self, name: str) -> Prototype | None:
        number = self.btf.find("function", name)
        if number is None or (self.exported and name not in self.exported):
            return None
        try:
            return prototype(known_types(self.btf, from_btf(self.btf, number, name)))
        except DeclarationError:
            return None

    def _consumes(self, proto: Prototype, f: FunctionDraft) -> FunctionDraft:
        """A view that may be given away: the author knows."""
        args = []
        kinds = {parameter.name: parameter.type for parameter in proto.parameters}
        for line in f.args:
            kind = kinds.get(line.name)
            if kind is not None and dict(line.pairs).keys() == {"view"} and not is_const(kind):
                steps = proto.result.kind == "pointer" and pointee(proto.result) == pointee(kind)
                more: Pairs = (("nullable", TODO),) if steps else ()
                if steps or gives(proto.name, kind):
                    line = replace(line, pairs=(*line.pairs, *more, ("consumes", TODO)))
            args.append(line)
        return replace(f, args=tuple(args))

    def _proposed(self, proto: Prototype, line: Line) -> Line:
        kinds = {parameter.name: parameter.type for parameter in proto.parameters}
        if SOURCE not in line.comment or line.name not in kinds:
            return line
        kind = kinds[line.name]
        found = sorted(self._finders(kind), key=lambda p: (len(p.parameters), len(p.name)))
        if not found:
            return line
        texts = []
        for one in found[:PROPOSED]:
            back = [n for n in _partners(one.name, kind) if self._gives(n, kind)]
            types = ", ".join(p.type.declare(p.name) for p in one.parameters)
            text = f'"{one.result.declare(one.name)}({types})"'
            kept = [p.name for p in one.parameters if p.type.kind == "string" and keeps(one.name)]
            args = ", ".join(f"{name}: {{promises: {TODO}}}" for name in kept)
            args = f", args: {{{args}}}" if kept else ""
            texts.append(f"lookup: {text}{args}, release: {back[0] if back else TODO}")
        proposed = f"TODO: where from? in place of view, {' or '.join(texts)}"
        return replace(line, comment=line.comment.replace(SOURCE, proposed))

    def _finders(self, kind: CType) -> Iterator[Prototype]:
        """Functions that return such a pointer for what a script can give."""
        number = self.btf.find(*pointee(kind).split()[:2])
        for entry in self.btf.types:
            if entry["kind"] != "FUNC" or number is None:
                continue
            result = self.btf.types[self.btf.types[entry["type_id"]]["ret_type_id"]]
            if result["kind"] != "PTR" or self.btf.strip(result["type_id"]) != number:
                continue
            proto = self._prototype(entry["name"])
            plain = ("integer", "bool", "string")
            if proto and proto.parameters and all(p.type.kind in plain for p in proto.parameters):
                yield proto


def _owned(proto: Prototype, f: FunctionDraft) -> CType | None:
    """The pointer that a function gives its caller."""
    if ("release", TODO) in f.returns:
        return proto.result
    for line in f.args:
        if ("release", TODO) in line.pairs:
            return next(p.type for p in proto.parameters if p.name == line.name)
    return None


def _released(f: FunctionDraft, release: str, guessed: bool) -> FunctionDraft:
    def answered(pairs: Pairs) -> Pairs:
        return tuple((key, release if (key, word) == ("release", TODO) else word)
                     for key, word in pairs)  # fmt: skip

    args = tuple(replace(line, pairs=answered(line.pairs)) for line in f.args)
    notes = (*f.notes, f"does {release} give it back?") if guessed else f.notes
    return replace(f, returns=answered(f.returns), args=args, notes=notes)


def _partners(name: str, kind: CType) -> Iterator[str]:
    """Names that the kernel would give to what gives back."""
    words = name.split("_")
    for get, put in PAIRS:
        if get in words:
            at = words.index(get)
            yield "_".join([*words[:at], put, *words[at + 1 :]])
            yield "_".join([*words[:at], put])
    tag = pointee(kind).split()[-1]
    for put in ("put", "free", "release"):
        yield from (f"{tag}_{put}", f"{put}_{tag}", f"{words[0]}_{put}")
