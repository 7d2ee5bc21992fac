# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Kinds of fields: what all of the generator has to know of each stands in a file of its own.

What C does with a kind is in luadata/kinds/. No other module of gen/ asks for a kind by its name
where a property of it would do.
"""

from __future__ import annotations

import importlib
import pkgutil

from .kind import FieldKind

__all__ = ["KINDS", "FieldKind", "c_types", "of", "of_c", "of_wire"]


def _all() -> dict[str, FieldKind]:
    found: dict[str, FieldKind] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        for kind in getattr(importlib.import_module(f"{__name__}.{module.name}"), "KINDS", ()):
            assert kind.name not in found, kind.name
            found[kind.name] = kind
    return found


KINDS = _all()


def of(name: str) -> FieldKind:
    """The kind that fields of the IR name."""
    return KINDS[name]


def of_wire(word: str) -> FieldKind | None:
    """The kind of fields of wire formats whose key `type` is a word."""
    return next((kind for kind in KINDS.values() if word in kind.wire), None)


def of_c(text: str) -> FieldKind | None:
    """The kind of members of a C type, where it is one that no other kind has."""
    return next((kind for kind in KINDS.values() if text in kind.c), None)


def c_types() -> tuple[str, ...]:
    """C types that belong to kinds."""
    return tuple(text for kind in KINDS.values() for text in kind.c)
