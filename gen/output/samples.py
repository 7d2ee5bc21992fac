# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Sample messages as suites write them: what all samples of a layout have stands there once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import ir

# Kinds of what a sample has not.
ABSENT = ("absent", "refused")
# Fewer bytes in a row are written as numbers.
TEXT = 4


@dataclass(frozen=True)
class Text:
    """Bytes that make a sample what it is."""

    bit: int
    bytes: bytes

    @property
    def bits(self) -> int:
        return 8 * len(self.bytes)

    @property
    def literal(self) -> str:
        """A string literal of C."""
        return '"' + "".join(_character(byte) for byte in self.bytes) + '"'


@dataclass(frozen=True)
class Sample:
    """A sample without what is common to all."""

    length: int
    covers: int
    pokes: tuple[ir.Poke | Text, ...]
    seen: tuple[ir.Seen, ...]
    absent: tuple[str, ...]


def common(samples: tuple[ir.Sample, ...]) -> tuple[ir.Seen, ...]:
    """Fields that all samples have in the same place."""
    return tuple(
        seen
        for seen in samples[0].seen
        if seen.kind not in ABSENT and all(seen in sample.seen for sample in samples)
    )


def apart(samples: tuple[ir.Sample, ...]) -> Iterator[Sample]:
    """Each sample, without the common fields."""
    every = common(samples)
    for sample in samples:
        there = (seen for seen in sample.seen if seen.kind not in ABSENT and seen not in every)
        absent = (seen.name for seen in sample.seen if seen.kind in ABSENT)
        pokes = tuple(_joined(sample.pokes))
        yield Sample(sample.length, sample.covers, pokes, tuple(there), tuple(absent))


def _joined(pokes: tuple[ir.Poke, ...]) -> Iterator[ir.Poke | Text]:
    """Bytes one behind the other become a text."""
    row: list[ir.Poke] = []
    for poke in pokes:
        if row and not (_byte(poke) and poke.bit == row[-1].bit + 8):
            yield from _text(row)
            row = []
        row.append(poke)
        if not _byte(poke):
            yield from _text(row)
            row = []
    yield from _text(row)


def _text(row: list[ir.Poke]) -> list[ir.Poke] | list[Text]:
    if len(row) < TEXT:
        return row
    return [Text(row[0].bit, bytes(poke.value for poke in row))]


def _byte(poke: ir.Poke) -> bool:
    return poke.bits == 8 and poke.bit % 8 == 0


def _character(byte: int) -> str:
    if chr(byte) in '\\"' or not 32 <= byte < 127:
        return f"\\{byte:03o}"
    return chr(byte)
