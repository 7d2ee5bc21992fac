# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""DNS names for tests, as RFC 1035 (3.1 and 4.1.4) encodes them."""

from __future__ import annotations

# How the names of a message are written: in full; with pointers back to earlier ones; with
# pointers to themselves; with pointers to what comes later. The last two are no names.
STYLES = 4
POINTER = 0xC000
WORDS = ("kernel", "lua", "a", "example")


def encode(style: int, at: int, earlier: list[tuple[int, str]]) -> tuple[bytes, str]:
    """A name that begins at byte @at of the message, and its text; "" when it is none."""
    number = len(earlier)
    label = WORDS[number % len(WORDS)]
    front = _label(label) if number % 2 else b""
    if style == 1 and earlier:
        target, text = earlier[-1]
        return front + _pointer(target), f"{label}.{text}" if front else text
    if style == 2:
        return front + _pointer(at), ""
    if style == 3:
        return front + _pointer(at + len(front) + 2), ""
    if style == 0 and number % 4 == 2:
        return b"\0", "."
    return _label(label) + _label("org") + b"\0", f"{label}.org"


def _label(text: str) -> bytes:
    return bytes([len(text)]) + text.encode()


def _pointer(target: int) -> bytes:
    return (POINTER | target).to_bytes(2, "big")
