# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Fields: what those of wire formats, of C structs and of hosts have in common."""

from __future__ import annotations

from .. import ir, kinds
from ..kinds import address
from . import wording
from .scope import Entry, Scope

DISPLAYS = {"decimal": "", "hex": "LUADATA_DISPLAY_HEX", "ipv4": "LUADATA_DISPLAY_IPV4"} | {
    "ipv6": "LUADATA_DISPLAY_IPV6",
    "mac": "LUADATA_DISPLAY_MAC",
}


def first_sentence(text: str) -> str:
    """Up to the first full stop that ends a sentence, without it."""
    return text.split(". ")[0].rstrip(".")


def field(
    scope: Scope,
    name: str,
    entry: Entry,
    kind: str,
    position: ir.Position,
    *,
    bits: int = 64,
    access: str = "ro",
    endian: str = "native",
) -> ir.Field:
    """The field that an entry declares, as far as all have the same keys. @access: the default."""
    _check_value(entry, kind, bits)
    return ir.Field(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        unit=entry.text("unit"),
        type=kind,
        access=entry.text("access", access),
        endian=endian,
        display=DISPLAYS[entry.text("display", "decimal")],
        enum=scope.enum(entry),
        strict=strict(entry),
        range=value_range(entry, kind, bits),
        position=position,
    )


def _check_value(entry: Entry, kind: str, bits: int) -> None:
    """Names, byte orders and displays belong to values that have them."""
    display = entry.text("display")
    whole = kind == "array" or kinds.of(kind).whole
    for key, ok in (("enum", False), ("endian", kind == "array")):
        if key in entry and not (ok or kinds.of(kind).integer):
            entry.fault(key, wording.GOES_WITH, what="integers")
    if ("display" in entry and not whole) or (display in ("decimal", "hex") and kind == "address"):
        entry.fault("display", wording.GOES_WITH, what="integers or addresses")
    elif kinds.of(kind).integer and 8 * address.SIZES.get(display, 0) > bits:
        least = 8 * address.SIZES[display]
        entry.fault("display", wording.DISPLAY_BITS, display=display, bits=least)


def strict(entry: Entry) -> bool:
    if "unknown" in entry and "enum" not in entry:
        entry.fault("unknown", wording.GOES_WITH, what="enum")
    if "previous" in entry or "next" in entry:
        return False  # read-only
    if "enum" in entry and "unknown" not in entry:
        entry.fault("enum", wording.UNKNOWN_UNSAID)
    return entry.text("unknown") == "refuse"


def value_range(entry: Entry, kind: str, bits: int) -> tuple[int, int] | None:
    bounds = [key for key in ("min", "max") if key in entry]
    if not bounds:
        return None
    if kind not in ("uint", "int"):
        entry.fault(bounds[0], wording.RANGE_OF_NO_INTEGER)
        return None
    lowest = -(1 << (bits - 1)) if kind == "int" else 0
    highest = (1 << (bits - 1)) - 1 if kind == "int" else (1 << bits) - 1
    low, high = entry.number("min"), entry.number("max")
    low, high = lowest if low is None else low, highest if high is None else high
    for key, value in (("min", low), ("max", high)):
        if key in entry and not lowest <= value <= highest:
            entry.fault(key, wording.NOT_IN_BITS, value=value, bits=bits)
    if low > high:
        entry.fault("min", wording.MIN_ABOVE_MAX, low=low, high=high)
    return low, high
