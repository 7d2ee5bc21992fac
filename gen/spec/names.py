# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Names that C has for something else, where a spec's name becomes one of C."""

from __future__ import annotations

import re

# Keywords of C11 and of gcc, and lower-case words that the compiler or the kernel's headers define.
C_WORDS = frozenset(
    "auto break case char const continue default do double else enum extern float for goto if "
    "inline int long register restrict return short signed sizeof static struct switch typedef "
    "union unsigned void volatile while asm typeof bool true false fallthrough noinline "
    "barrier current linux unix i386 errno".split()
)
# What generated functions call: no local variable may hide it.
CALLED = re.compile(
    r"lua_?[A-Z_]\w*|luaL_\w+|l(ua)?data_\w+|klua_\w+|kunit_\w+|binding_\w+|mem(cpy|set)"
)


def taken(name: str) -> str:
    """Why a name cannot be one of a variable or a member in C, or nothing."""
    if name in C_WORDS or re.match(r"__|_[A-Z]", name):
        return f"'{name}' is a word of C, or of the kernel's headers"
    return f"'{name}' is what generated C calls" if CALLED.fullmatch(name) else ""
