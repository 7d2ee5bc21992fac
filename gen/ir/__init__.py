# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The intermediate representation: what templates see, with nothing left to decide."""

from .apart import Apart, Embedded
from .binding import Binding, Probe, Rename
from .callbacks import CallArgument, Callback, Carried, Key, Verdict
from .functions import Argument, Function, Lookup, Returns
from .layouts import Chain, Checksum, Field, Finding, Layout, Poke, Records, Sample, Seen
from .places import (
    At,
    Behind,
    Computed,
    Derived,
    Member,
    Operand,
    Placed,
    Position,
    Step,
    Steps,
    Told,
    Value,
    Walked,
)
from .values import CType, Constant, Enum, LayoutRef, Lock
from .writable import Grant, Grants, Writable

__all__ = [
    "Apart",
    "Argument",
    "At",
    "Behind",
    "Binding",
    "CType",
    "CallArgument",
    "Callback",
    "Carried",
    "Chain",
    "Checksum",
    "Computed",
    "Constant",
    "Derived",
    "Embedded",
    "Enum",
    "Field",
    "Finding",
    "Function",
    "Grant",
    "Grants",
    "Key",
    "Layout",
    "LayoutRef",
    "Lock",
    "Lookup",
    "Member",
    "Operand",
    "Placed",
    "Poke",
    "Position",
    "Probe",
    "Records",
    "Rename",
    "Returns",
    "Sample",
    "Seen",
    "Step",
    "Steps",
    "Told",
    "Value",
    "Verdict",
    "Walked",
    "Writable",
]
