# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Keys that the language once had: what is written in their place."""

from __future__ import annotations

import re

from . import wording

# The end of the key's path, with =VALUE of a value; the key of now ("": none); what it says.
OLD = (
    (r"(args|fields)\.\w+\.flags", "enum", "flags: true stands where the enum is"),
    (r"args\.\w+\.block", "", "of says of which loan it is a range"),
    (r"args\.\w+\.capacity", "", "count in returns names the parameter"),
    (r"args\.\w+\.consumes=false", "promises", "promises: [not consumed]"),
    (r"args\.\w+\.counts", "promises", "promises: [no count]"),
    (r"args\.\w+\.from", "args", "the script's argument, beside check and message"),
    (r"args\.\w+\.kept", "promises", "promises: [not kept]"),
    (r"args\.\w+\.out=true", "out", "out: single, or out: bytes with size"),
    (r"args\.\w+\.single", "promises", "promises: [single]; of what is written, out: single"),
    (r"attach\.\w+\.optional", "", "a key without default may be left out"),
    (r"below", "max", "the largest value that is allowed"),
    (r"bool", "as", "as: bool"),
    (r"bound", "limit", "the most bytes that are read"),
    (r"callbacks\.\w+\.args\.\w+\.c", "type", "the C type of the pointer"),
    (r"callbacks\.\w+\.default", "fallback", "what happens when the script gives no result"),
    (r"callbacks\.\w+\.returns\.boolean", "", "true and false are keys of returns itself"),
    (r"callbacks\.\w+\.returns\.c", "type", "the C type of the result"),
    (r"callbacks\.\w+\.returns\.integer", "", "min and max are keys of returns itself"),
    (r"cost\.by", "doc", "with what it grows"),
    (r"cost\.units", "value", "the units of the budget"),
    (r"(fields|virtual)\.\w+\.limit", "", "a list ends where its bytes end"),
    (r"header", "headers", "of all structs of the spec, beside wire"),
    (r"layouts\.\w+\.opaque", "", "a struct without fields is opaque"),
    (r"layouts\.\w+\.placed", "", "the host places the fields of a layout without c"),
    (r"locks\.\w+\.drop", "release", "C that gives it back"),
    (r"locks\.\w+\.sleeps", "context", "context: sleepable"),
    (r"locks\.\w+\.take", "acquire", "C that takes it"),
    (r"on-error", "", "without a result, the host always goes its own way"),
    (r"returns\.length", "size", "how many bytes of that buffer count"),
    (r"returns\.max", "limit", "the most records"),
    (r"returns\.status", "enum", "beside ok, the constant that is no error"),
    (r"signed", "as", "as: signed"),
    (r"valid", "", "min and max are keys of the field itself"),
    (r"virtual\.\w+\.block", "", "from, after, to and size are keys of the field itself"),
    (r"zero", "optional", "true: 0 says that there is no checksum"),
)


def now(path: str) -> tuple[str, str] | None:
    """The key that took a key's place, and what to say; None of one that the language never had."""
    for pattern, key, what in OLD:
        if re.search(rf"(^|\.){pattern}$", path):
            text = wording.OLD_KEY if key else wording.DROPPED_KEY
            return key, text.format(key=key, what=what)
    return None
