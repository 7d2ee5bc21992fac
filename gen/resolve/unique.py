# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Resolve, names: what a spec names in two places becomes one identifier of C in neither."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec.faults import Mark
from ..spec.scope import Entry, Scope

OF_FIELDS = ("get", "set", "text", "place", "value")


def check_unique(scope: Scope) -> None:
    """Names of generated functions and variables, by what they are made from."""
    seen: dict[str, str] = {}
    for name, mark, path in _names(scope.root, scope.spec.name):
        if name in seen and seen[name] != path:
            scope.faults.add(
                mark, path, f"C would have '{name}' for it and for {seen[name]}: rename one"
            )
            return
        seen[name] = path


def _names(root: Entry, binding: str) -> Iterator[tuple[str, Mark, str]]:
    for lock, mark, below in root.entries("locks"):
        yield from ((f"l_{word}_{lock}", mark, below.path) for word in ("take", "drop"))
    for enum, mark, below in root.entries("enums"):
        yield f"{enum}_names", mark, below.path
    yield from _fields(root, binding)
    for key in ("layouts", "records"):
        for layout, mark, entry in root.entries(key):
            yield f"{layout}_fields", mark, entry.path
            yield f"l_size_{layout}", mark, entry.path
            yield from _fields(entry, layout)
    for callback, mark, entry in root.entries("callbacks"):
        for name in (f"l_attach_{callback}", f"l_call_{callback}", f"{callback}_callback"):
            yield name, mark, entry.path
    for function, mark, entry in root.entries("functions"):
        yield from _function(function, mark, entry)


def _fields(entry: Entry, layout: str) -> Iterator[tuple[str, Mark, str]]:
    for key in ("fields", "virtual"):
        for field, mark, below in entry.entries(key):
            for word in OF_FIELDS:
                yield f"l_{word}_{layout}_{field}", mark, below.path
            yield f"{layout}_{field}_element", mark, below.path


def _function(function: str, mark: Mark, entry: Entry) -> Iterator[tuple[str, Mark, str]]:
    """Its own, and those of the cases of its suite."""
    yield f"l_{function}", mark, entry.path
    for word in ("release", "call", "step", "next"):
        yield f"l_{word}_{function}", mark, entry.path
    for word in ("faked", "ready"):
        yield f"{word}_{function}", mark, entry.path
    yield f"{function}_ops", mark, entry.path
    cases = ("passes_arguments_and_results", "tells_failure", "needs_its_capability")
    for case in (*cases, "takes_no_error_for_an_object"):
        yield f"{function}_{case}", mark, entry.path
    for argument, _, _ in entry.entries("args"):
        for word in ("checks", "bounds", "takes_nil_for"):
            yield f"{function}_{word}_{argument}", mark, entry.path
        yield f"l_size_{function}_{argument}", mark, entry.path
