# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Keys that the language once had: what is written in their place."""

from __future__ import annotations

import re

# The end of the key's path, the key of now ("": there is none), and what it says.
OLD = (
    (r"args\.\w+\.block", "", "of says of which loan it is a range"),
    (r"attach\.\w+\.optional", "", "a key without default may be left out"),
    (r"below", "max", "the largest value that is allowed"),
    (r"bound", "limit", "the most bytes that are read"),
    (r"bool", "as", "as: bool"),
    (r"callbacks\.\w+\.args\.\w+\.c", "type", "the C type of the pointer"),
    (r"callbacks\.\w+\.default", "fallback", "what happens when the script gives no result"),
    (r"callbacks\.\w+\.returns\.boolean", "", "true and false are keys of returns itself"),
    (r"callbacks\.\w+\.returns\.c", "type", "the C type of the result"),
    (r"callbacks\.\w+\.returns\.integer", "", "min and max are keys of returns itself"),
    (r"(args|fields)\.\w+\.flags", "enum", "flags: true stands where the enum is"),
    (r"args\.\w+\.from", "args", "the script's argument, beside check and message"),
    (r"header", "headers", "of all structs of the spec, beside wire"),
    (r"layouts\.\w+\.opaque", "", "scripts only pass on a struct without fields"),
    (r"layouts\.\w+\.placed", "", "the host places the fields of a layout without c"),
    (r"on-error", "", "when the script gives no result, the host always goes its own way"),
    (r"returns\.max", "limit", "the most records"),
    (r"signed", "as", "as: signed"),
    (r"virtual\.\w+\.block", "", "from, after, to and size are keys of the field itself"),
    (r"zero", "optional", "true: 0 says that there is no checksum"),
    (r"valid", "", "min and max are keys of the field itself"),
)


def now(path: str) -> tuple[str, str] | None:
    """Of an unknown key: the key that took its place, and what to say; None of one that never was."""
    for pattern, key, what in OLD:
        if re.search(rf"(^|\.){pattern}$", path):
            return key, f"is now '{key}' ({what})" if key else f"is no key any more: {what}"
    return None
