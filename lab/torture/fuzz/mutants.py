# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Guards of luadata, and luadata without one of them: what a target has to notice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """A guard, where it is, and what stands there without it."""

    guard: str
    file: str
    text: str
    without: str
    targets: tuple[str, ...]


BOTH = ("data", "wire")


def cut(guard: str, file: str, text: str, *targets: str) -> Mutant:
    return Mutant(guard, file, text, "", targets or BOTH)


MUTANTS = (
    cut(
        "locate: a field ends inside of its view",
        "lua_view.c",
        "\tif (!luadata_fits(r->length, span->offset, span->length))\n\t\treturn false;\n",
    ),
    Mutant(
        "locate: a placed integer has all its bytes",
        "lua_view.c",
        "\treturn holds(f, span->length);",
        "\treturn true;",
        ("data",),
    ),
    Mutant(
        "lease: each use of a block or a view",
        "lua_data.c",
        "\tluadata_live(L, r);\n\treturn r;\n}\n\nLUADATA_EXPORT(luadata_checkref);",
        "\treturn r;\n}\n\nLUADATA_EXPORT(luadata_checkref);",
        BOTH,
    ),
    Mutant(
        "lease: a field read by the hook",
        "hook.c",
        "\tuint64_t value;\n\n\tif (r->lease != h->lease || !r->fields)",
        "\tuint64_t value;\n\n\tif (!r->fields)",
        BOTH,
    ),
    Mutant(
        "lease: a field written by the hook",
        "hook.c",
        "\tif (r->lease != h->lease || !r->fields)\n\t\treturn 0;\n\tif (!(h->flags",
        "\tif (!r->fields)\n\t\treturn 0;\n\tif (!(h->flags",
        BOTH,
    ),
    cut("hook: a field read ends inside of its view", "hook.c", " || slot->end > r->fixed"),
    cut(
        "hook: a value written fits into its bits",
        "hook.c",
        "\tif ((((uint64_t)value + slot->sign) & ~slot->mask) != 0)\n\t\treturn NULL;\n",
    ),
    cut(
        "range: a value fits into its bits",
        "field.c",
        "\tif (!holds(f, value))\n\t\treturn false;\n",
        "data",
    ),
    Mutant(
        "range: a value within min and max",
        "lua_write.c",
        "\tif (!luadata_inlimits(f, v->integer))",
        "\tif (0)",
        BOTH,
    ),
    cut("read-only: a field", "lua_write.c", "!(f->flags & LUADATA_WRITE) || ", "data"),
    Mutant(
        "read-only: the memory",
        "handle.c",
        "\tif (err)\n\t\tfail(L, err);\n\tluadata_reach(L, h, end);",
        "\tluadata_reach(L, h, end);",
        BOTH,
    ),
    cut(
        "write: a string is no longer than its field",
        "lua_write.c",
        "\tif (v->length > room)\n\t\tluaL_error(L, \"%s.%s: %I bytes do not fit (at most "
        "%I)\", layout, f->name,\n\t\t\t   (lua_Integer)v->length, (lua_Integer)room);\n",
        "data",
    ),
    cut(
        "write: bytes are as many as their field has",
        "lua_write.c",
        "\tif (v->length != room)\n\t\tluaL_error(L, \"%s.%s: expected %I bytes, got %I\", "
        "layout, f->name,\n\t\t\t   (lua_Integer)room, (lua_Integer)v->length);\n",
    ),
    cut(
        "segment: ends with its block",
        "span.c",
        " || (uint64_t)wanted > rest",
    ),
    cut("segment: begins in its block", "span.c", " || (uint64_t)offset > length"),
    cut(
        "byte: the last position",
        "span.c",
        "\tif (last > (int64_t)length)\n\t\tlast = (int64_t)length;\n",
    ),
    cut("view: as long as its layout", "lua_view.c", " || span.length < layout->size"),
    Mutant(
        "sub-view: as long as its layout",
        "lua_view.c",
        "\tif (span.length < fields->layout->size) {",
        "\tif (0) {",
        ("data",),
    ),
    cut("list: a record ends in its list", "lua_list.c", "n > end - offset || ", "data"),
    Mutant(
        "array: the last element",
        "lua_array.c",
        "(lua_Unsigned)lua_tointeger(L, 2) <= a->count",
        "1",
        ("data",),
    ),
    cut(
        "unpack: the bytes are there",
        "lua_unpack.c",
        "\tif (!luadata_fits(u->ref.length, u->offset, n))\n"
        "\t\tluaL_argerror(L, 2, \"data too short\");\n",
    ),
    cut(
        "unpack: a string has an end",
        "lua_unpack.c",
        "\tif (n == rest.length)\n"
        "\t\tluaL_argerror(L, 2, \"unfinished string for format 'z'\");\n",
    ),
    cut(
        "pattern: the subject's end",
        "pattern.c",
        "\tif (s >= m->length)\n\t\treturn false;\n",
        "pattern",
    ),
    cut(
        "pattern: a capture repeated at the end",
        "pattern.c",
        " || c->length > m->length - at->s",
        "pattern",
    ),
    cut(
        "pattern: a set without an end",
        "pattern.c",
        "\t\tif (p >= m->pattern_length) {\n\t\t\tresult = LUADATA_NO_BRACKET;\n"
        "\t\t\tbreak;\n\t\t}\n",
        "pattern",
    ),
)
