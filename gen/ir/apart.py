# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Bytes that scripts write, and bytes by which other fields lie. C proves that none is both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Apart:
    """Two members of one struct."""

    where: str  # of the field that is written
    name: str  # layout.field that is written
    decided: str  # field that lies by the other
    struct: str
    decider: str  # path of the member that decides
    written: str  # path of the member that is written
    many: bool  # the latter is an array
    exact: bool  # C knows where both are, and how many bytes they have
    bits: bool  # the latter is a bit-field
    counted: bool  # one of them is in an array with a count, which may have no element
    guards: tuple[str, ...]  # macros without which one of them is not there


@dataclass(frozen=True)
class Embedded:
    """Members of two structs, of which one may lie in the other."""

    where: str
    name: str
    decided: str
    outer: str
    member: str  # path in outer, of what may be an inner
    path: str  # path in outer, beyond that
    inner: str
    inside: str  # path in inner
    exact: bool  # C knows where both are, and how many bytes they have
    guards: tuple[str, ...]
