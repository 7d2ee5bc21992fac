# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What the kernel calls in scripts."""

from __future__ import annotations

from dataclasses import dataclass

from .values import CType, Enum, LayoutRef
from .writable import Writable


@dataclass(frozen=True)
class CallArgument:
    """What one parameter of a script's function is made of."""

    name: str
    role: str  # integer, bool, view, block, object
    doc: str = ""
    unit: str = ""
    type: CType | None = None
    of: str = ""  # loan it is a range of
    place: str = ""  # C function that says which range; else it is a member of the arguments
    view: LayoutRef | None = None
    writable: bool = False
    size: str = ""  # C expression: bytes of the object
    enum: Enum | None = None

    @property
    def const(self) -> bool:
        return bool(self.type and self.type.text.startswith("const "))

    @property
    def lent(self) -> str:
        """The flags of the loan of an object."""
        if self.const:
            return "LUADATA_HANDLE_CONST"
        return "LUADATA_HANDLE_WRITABLE" if self.writable else "0"


@dataclass(frozen=True)
class Carried:
    name: str
    type: CType


@dataclass(frozen=True)
class Verdict:
    """The result of a callback."""

    type: CType
    kind: str  # boolean, integer, enum
    nil: str  # what nil means, or "" when nil is wrong
    doc: str = ""
    true: str = ""
    false: str = ""
    low: str = ""  # of an integer or an enum, C expressions
    high: str = ""
    range: str = ""  # the same for people
    needs: tuple["CallArgument", ...] = ()  # what these expressions name
    enum: Enum | None = None
    strict: bool = True


@dataclass(frozen=True)
class Key:
    """A key of attach{}, a member of the options struct."""

    name: str
    member: str
    type: CType
    doc: str
    unit: str
    enum: Enum | None
    strict: bool
    default: str  # a C expression
    optional: bool
    length: str  # of a string's array, a C expression
    low: str
    high: str
    range: str  # the same for people


@dataclass(frozen=True)
class Callback:
    name: str
    where: str
    doc: str
    context: str  # KLUA_CONTEXT_ATOMIC, …
    loans: tuple[str, ...]
    arguments: tuple[CallArgument, ...]
    carries: tuple[Carried, ...]
    verdict: Verdict | None
    keys: tuple[Key, ...]
    default: str  # what the kernel does when the script gives no result
    writable: Writable | None  # of what it lends
    holds: tuple[str, ...]  # locks of the kernel, by who waits for it
    single: bool  # one script at a time, which the stub finds by itself
