# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Blocks."""

from .kind import FieldKind, always

KINDS = (
    FieldKind(
        "bytes",
        lua=always("luadata.block"),
        text=always("block"),
        wire=("bytes",),
        sized=True,
        parts=True,
        message="block",
        suite="BLOCK",
        placed="BYTES",
    ),
)
