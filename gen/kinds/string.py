# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Text: of exactly its size, or up to a NUL in it."""

from __future__ import annotations

from typing import Any

from .kind import FieldKind, always


def _text(field: Any) -> str:
    bound = getattr(field.position, "bound", 0)
    return f"text, at most {bound} bytes" if bound else "text"


KINDS = (
    FieldKind(
        "raw",
        lua=always("string"),
        text=always("text"),
        wire=("string",),
        sized=True,
        message="exact",
        suite="FILLED",
        sample="exact",
        long_sample="exact",
    ),
    FieldKind(
        "string",
        lua=always("string"),
        text=_text,
        wire=("strz",),
        sized=True,
        message="text",
        suite="ENDED",
    ),
)
