# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""DNS names."""

from .kind import FieldKind, always

KINDS = (
    FieldKind(
        "name", lua=always("string"), text=always("DNS name"), wire=("name",), read_only=True
    ),
)
