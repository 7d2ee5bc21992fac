# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What has fields or elements of its own: their pages and annotations name these."""

from .kind import FieldKind, always

KINDS = (
    FieldKind("view", parts=True, placed="VIEW"),
    FieldKind("array", lua=always("integer[]")),
    FieldKind("list", parts=True, read_only=True),
    FieldKind("union"),
)
