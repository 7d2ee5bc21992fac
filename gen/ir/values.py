# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What other parts refer to: names of values, types of C, layouts, locks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Constant:
    name: str
    value: str  # a C expression
    doc: str = ""
    where: str = ""  # in the spec, when it is a name of C

    @property
    def lua(self) -> str:
        """The name as a literal of Lua."""
        escaped = self.name.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"


@dataclass(frozen=True)
class Enum:
    name: str
    doc: str
    constants: tuple[Constant, ...]
    flags: bool = False  # the constants are masks


@dataclass(frozen=True)
class CType:
    """A C type as functions use it."""

    text: str  # "unsigned int", "struct cpufreq_policy *"
    kind: str  # integer, bool, string, pointer, void
    low: str = ""
    high: str = ""
    wide: bool = False  # every Lua integer is one

    def declare(self, name: str) -> str:
        return f"{self.text}{name}" if self.text.endswith("*") else f"{self.text} {name}"


@dataclass(frozen=True)
class LayoutRef:
    """A layout of this or of another binding."""

    binding: str
    name: str
    symbol: str  # in C
    static: bool  # of this binding
    c: str = ""  # "struct cpufreq_policy", or ""
    writable: bool = False  # scripts may write one of its fields


@dataclass(frozen=True)
class Lock:
    """How a lock is taken and given back, in C over `object`."""

    name: str
    take: str
    drop: str
    sleeps: bool
    doc: str = ""
    where: str = ""
