# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What one field is, and how many bits it takes."""

from __future__ import annotations

from dataclasses import dataclass

from .. import kinds
from ..kinds import address
from ..spec import expr, wording
from ..spec.scope import Entry

INTEGER_KINDS = ("uint", "int", "bool")
# What a field can be, of which it is exactly one.
FORMS = ("type", "bits", "view", "list", "union", "previous")
LIST_KEYS = ("until", "by")
TYPE_BITS = 16  # of what a record says of the next one

@dataclass(frozen=True)
class Kind:
    """What a field is for scripts; bits is 0 when its size is known only with the data."""

    name: str
    bits: int = 0
    element: str = ""  # of an array
    element_bits: int = 0
    sized: bool = False  # the key size says how many bytes


def kind_of(entry: Entry) -> Kind | None:
    """The kind that an entry declares; None after a fault."""
    forms = [key for key in FORMS if key in entry]
    if len(forms) != 1:
        got = " and ".join(forms) or wording.NONE_OF_FORMS
        entry.fault("", wording.FIELD_OF_ONE_FORM, forms=', '.join(FORMS), got=got)
        return None
    form = forms[0]
    _check_keys(entry, form)
    if form == "bits":
        return _bit_field(entry)
    if form == "type":
        return _typed(entry)
    if form == "previous":
        return _told(entry)
    return Kind(form)


def _check_keys(entry: Entry, form: str) -> None:
    """Keys that belong to another form."""
    homes: dict[str, tuple[str, ...]] = {key: ("list",) for key in LIST_KEYS}
    homes |= {key: ("bits",) for key in ("as",)}
    homes |= {"cases": ("union",), "checksum": ("type",), "count": ("type", "list")}
    homes |= {"size": ("type", "view", "list", "union")}
    homes |= {key: ("type", "bits") for key in ("display", "endian")}
    homes |= {"enum": ("type", "bits", "previous")}
    for key, home in homes.items():
        if key in entry and form not in home:
            entry.fault(key, wording.GOES_WITH, what=' or '.join(home))


def _told(entry: Entry) -> Kind:
    for key in entry.node.items:
        if key not in ("previous", "enum", "doc"):
            entry.fault(key, wording.GOES_WITHOUT, what="previous")
    return Kind("uint", TYPE_BITS)


def _bit_field(entry: Entry) -> Kind:
    bits = entry.number("bits") or 1
    seen_as = entry.text("as")
    if seen_as == "bool" and bits != 1:
        entry.fault("as", wording.BOOLEAN_BITS)
    return Kind({"bool": "bool", "signed": "int"}.get(seen_as, "uint"), bits)


def _typed(entry: Entry) -> Kind | None:
    text = entry.text("type")
    kind = kinds.of_wire(text)
    if kind and kind.sized:
        return _sized(entry, kind.name, text)
    if text == "name":
        if "size" in entry:
            entry.fault("size", wording.NAME_WITH_SIZE)
        return Kind("name")
    if text == "address":
        display = entry.text("display")
        if display not in address.SIZES:
            entry.fault("display", wording.ADDRESS_WITHOUT_DISPLAY)
            return None
        return _repeated(entry, "address", 8 * address.SIZES[display])
    if "size" in entry:
        entry.fault("size", wording.SIZE_OF_INTEGER, type=text)
    if kind:
        return _repeated(entry, kind.name, kind.bits)
    return _repeated(entry, "int" if text.startswith("s") else "uint", int(text[1:]))


def _repeated(entry: Entry, kind: str, bits: int) -> Kind | None:
    """A plain field, or an array of so many."""
    if "count" not in entry:
        return Kind(kind, bits)
    count = entry.number("count")
    if count is None or count < 1:
        entry.fault("count", wording.ARRAY_COUNT)
        return None
    return Kind("array", bits * count, kind, bits)


def _sized(entry: Entry, kind: str, text: str) -> Kind | None:
    if "count" in entry:
        entry.fault("count", wording.COUNT_OF_SIZED, type=text)
    if "size" not in entry:
        entry.fault("", wording.WITHOUT_SIZE, type=text)
        return None
    try:
        value = expr.parse(entry.get("size"))  # type: ignore[arg-type]
    except expr.ExpressionError as error:
        entry.fault("size", str(error))
        return None
    if value.value is None:
        return Kind(kind, sized=True)
    if value.value < 1:
        entry.fault("size", wording.NO_BYTES, value=value.value)
        return None
    return Kind(kind, 8 * value.value)
