# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Identifiers of C: what a spec names in two places becomes one of them in neither."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec import wording
from ..spec.faults import Mark
from ..spec.scope import Entry, Scope

# What generated C, with its suite, makes of names: NAME is the thing's own.
OF_FIELDS = (
    *(f"l_{word}_NAME" for word in ("get", "set", "text", "place", "value")), "NAME_element",
    *(f"{word}_NAME_in_c" for word in ("get", "set", "count", "set_count")), "NAME_is_as_in_c",
    *(f"{word}_NAME" for word in ("here", "ready", "seen", "find", "deciding", "behind", "end")),
)  # fmt: skip
OF_LAYOUTS = (
    "NAME_fields", "l_size_NAME", "NAME_needs_all_its_bytes", "NAME_is_closed_to_scripts",
    "NAME_ends_where_its_memory_ends", "NAME_refuses_unknown_names", "NAME_checksum",
    *(f"NAME_{what}_{word}" for what in ("sample", "message") for word in ("pokes", "seen")),
    "NAME_has_what_was_put_in", "NAME_lies_as_its_fields_say",
)  # fmt: skip
OF_CALLBACKS = (
    "l_attach_NAME", "l_call_NAME", "fill_NAME", "ask_NAME", "no_NAME", "try_NAME",
    "expect_no_NAME", *(f"NAME_{word}" for word in (
        "callback", "frame", "prepare", "lend", "return", "single", "result", "keys", "host",
        "host_attach", "host_detach", "calls_the_script", "fails_with_an_error",
        "stops_an_endless_loop", "stops_at_its_quota", "refuses_a_wrong_result",
        "knows_true_from_false", "takes_what_is_in_range", "has_no_verdict_without_a_result",
        "loans_end", "ends_its_loans", "attach_checks_its_keys",
    )),
)  # fmt: skip
OF_FUNCTIONS = (
    "l_NAME", "l_release_NAME", "l_call_NAME", "l_step_NAME", "l_next_NAME", "faked_NAME",
    "ready_NAME", *(f"NAME_{word}" for word in (
        "ops", "passes_arguments_and_results", "tells_failure", "needs_its_capability",
        "takes_no_error_for_an_object", "is_charged", "tells_what_it_does_not_find",
        "keeps_nothing_without_memory",
    )),
)  # fmt: skip
OF_ARGUMENTS = ("l_size_NAME", "size_of_NAME", "least_of_NAME", "most_of_NAME")


def check_unique(scope: Scope) -> None:
    """Names of generated functions and variables, by what they are made from."""
    seen: dict[str, str] = {}
    for name, mark, path in _names(scope.root, scope.spec.name):
        if name in seen and seen[name] != path:
            scope.faults.add(mark, path, wording.SAME_NAME_IN_C, name=name, other=seen[name])
            return
        seen[name] = path


def _names(root: Entry, binding: str) -> Iterator[tuple[str, Mark, str]]:
    for lock, mark, below in root.entries("locks"):
        yield from _made(("l_take_NAME", "l_drop_NAME"), lock, mark, below)
    for enum, mark, below in root.entries("enums"):
        yield f"{enum}_names", mark, below.path
    yield from _fields(root, binding)
    for key in ("layouts", "records"):
        for layout, mark, entry in root.entries(key):
            yield from _made(OF_LAYOUTS, layout, mark, entry)
            yield from _fields(entry, layout)
    for callback, mark, entry in root.entries("callbacks"):
        yield from _made(OF_CALLBACKS, callback, mark, entry)
    for function, mark, entry in root.entries("functions"):
        yield from _function(function, mark, entry)


def _made(
    patterns: tuple[str, ...], name: str, mark: Mark, entry: Entry
) -> Iterator[tuple[str, Mark, str]]:
    yield from ((pattern.replace("NAME", name), mark, entry.path) for pattern in patterns)


def _fields(entry: Entry, layout: str) -> Iterator[tuple[str, Mark, str]]:
    for key in ("fields", "virtual"):
        for field, mark, below in entry.entries(key):
            yield from _made(OF_FIELDS, f"{layout}_{field}", mark, below)


def _function(function: str, mark: Mark, entry: Entry) -> Iterator[tuple[str, Mark, str]]:
    yield from _made(OF_FUNCTIONS, function, mark, entry)
    if "cost" in entry:
        yield f"l_cost_{function}", mark, entry.path
    if "inside" in entry:
        for what in ("is_for", "works"):
            yield f"{function}_{what}_inside_{entry.text('inside')}", mark, entry.path
    for argument, _, told in entry.entries("args"):
        yield from _made(OF_ARGUMENTS, f"{function}_{argument}", mark, entry)
        for name in (argument, *(key for key, _, _ in told.entries("args"))):
            for word in ("checks", "bounds", "takes_nil_for"):
                yield f"{function}_{word}_{name}", mark, entry.path
