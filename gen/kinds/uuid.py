# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""UUIDs: 16 bytes, text both ways."""

from .kind import FieldKind, always

KINDS = (
    FieldKind(
        "uuid",
        lua=always("string"),
        text=always("UUID"),
        wire=("uuid",),
        c=("uuid_t",),
        bits=128,
        whole=True,
        printk="%pUb",
    ),
)
