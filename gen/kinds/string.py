# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Text that ends at a NUL or at its size."""

from __future__ import annotations

from typing import Any

from .kind import FieldKind, always


def _text(field: Any) -> str:
    bound = getattr(field.position, "bound", 0)
    return f"text, at most {bound} bytes" if bound else "text"


KINDS = (
    FieldKind(
        "string", lua=always("string"), text=_text, wire=("string",), sized=True, suite="ENDED"
    ),
)
