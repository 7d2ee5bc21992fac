# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Which fields of a lent header scripts may write, and where."""

from __future__ import annotations

from dataclasses import dataclass

from .values import Constant, LayoutRef


@dataclass(frozen=True)
class Grant:
    """One field that scripts may write."""

    name: str
    number: int  # of the field in its layout
    places: tuple[Constant, ...]  # values of the key; all of them: ()


@dataclass(frozen=True)
class Grants:
    """The writable fields of one view."""

    path: str  # hdr.ip
    view: LayoutRef
    fields: tuple[Grant, ...]

    @property
    def symbol(self) -> str:
        return self.path.replace(".", "_")


@dataclass(frozen=True)
class Writable:
    """All that a callback lets scripts write of what it lends, by a key of attach{}."""

    key: str
    views: tuple[Grants, ...]
