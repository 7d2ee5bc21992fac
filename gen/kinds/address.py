# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Network addresses: an integer of 4 or 6 bytes, a string of 16."""

from __future__ import annotations

from typing import Any

from .kind import FieldKind

SIZES = {"ipv4": 4, "mac": 6, "ipv6": 16}  # bytes, by the key `display`
NAMES = {"IPV4": "IPv4 address", "IPV6": "IPv6 address", "MAC": "MAC address"}


def _display(field: Any) -> str:
    return str(field.display).removeprefix("LUADATA_DISPLAY_")


def _lua(field: Any) -> str:
    if _display(field) == "IPV6":
        return "string"
    return "integer|string" if field.position.kind == "placed" else "integer"


def _text(field: Any) -> str:
    return NAMES.get(_display(field), "IPv4 or IPv6 address")


KINDS = (
    FieldKind(
        "address",
        lua=_lua,
        text=_text,
        wire=("address",),
        whole=True,
        sample="uint",
        long_sample="exact",
        suite="EXACT",
        placed="ADDRESS",
    ),
)
