# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What is to be said of a kind of fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Says = Callable[[Any], str]  # of an ir.Field


def always(text: str) -> Says:
    return lambda _: text


@dataclass(frozen=True)
class FieldKind:
    """A kind; LUADATA_TYPE_ and its name in capitals is its type in C."""

    name: str
    lua: Says = always("integer")  # what a value is to the language server
    text: Says = always("")  # what it is on pages; "": what its position says
    wire: tuple[str, ...] = ()  # words of the key `type` in wire formats
    c: tuple[str, ...] = ()  # C types that are of this kind
    bits: int = 0  # of a value, where all have as many
    sized: bool = False  # wire formats say with `size` how many bytes
    integer: bool = False  # read as an integer or boolean, by its bits
    whole: bool = False  # a value needs all of its bytes
    parts: bool = False  # worth something when its last bytes are missing: it is cut
    read_only: bool = False  # in wire formats
    sample: str = "present"  # SUITE_SEEN_ of its values in sample messages
    long_sample: str = "present"  # likewise, of more than 8 bytes
    message: str = ""  # SUITE_SEEN_ of those that messages fill; "": placed otherwise
    suite: str = ""  # SUITE_TEXT_ of its values, which are no integers; "": none of these
    printk: str = ""  # format of the kernel's printk() that prints a value as scripts see it
    placed: str = "INTEGER"  # SUITE_PLACED_ of fields that C places

    def sample_of(self, bits: int) -> str:
        """What a sample message has where a value takes so many bits."""
        return self.sample if bits <= 64 else self.long_sample
