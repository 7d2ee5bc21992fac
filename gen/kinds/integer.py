# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Integers and booleans."""

from .kind import FieldKind, always

# Of one and the other sign; as the compiler decides, of C alone; one bit or a bool.
KINDS = (
    FieldKind("uint", integer=True, whole=True, sample="uint", long_sample="exact"),
    FieldKind("int", integer=True, whole=True, sample="int", long_sample="exact"),
    FieldKind("integer", integer=True, whole=True),
    FieldKind(
        "bool",
        integer=True,
        whole=True,
        lua=always("boolean"),
        text=always("boolean"),
        sample="bool",
    ),
)
