# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Messages for tests that are full of records, names, texts and blocks.

The contents come first, then the fields that say how many they are and where they end. So the
numbers that a message has are not worked out the way in which C reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from .bounds import bounded
from .chains import ChainLayer
from .choices import Values, choices
from .layer import BEHIND, Message, Unfit
from .names import STYLES
from .sequence import Sequence

MOST = 12  # messages of a layout
SEEN = 500  # fields of all of them
LENGTH = 300  # bytes of a message
# Some of everything, nothing, one of everything, more records than there may be.
FILLS = (2, 0, 1, 3)


def messages(sequence: Sequence) -> tuple[ir.Sample, ...]:
    """Messages with contents, of layouts in which something has no fixed size or place."""
    if sequence.broken or sequence.scope.faults or sequence.told or not _contents(sequence):
        return ()
    out: dict[ir.Sample, None] = {}
    for chosen, fill, style in _plans(sequence):
        made = _message(sequence, chosen, fill, style)
        seen = sum(len(other.seen) for other in out)
        if made and made.length <= LENGTH and len(out) < MOST and seen < SEEN:
            out[made] = None
    return tuple(out)


def _contents(sequence: Sequence) -> bool:
    if any("value" in entry or "first" in entry for _, _, entry in sequence.virtual):
        return True
    return any(
        item.size or item.kind.name in ("list", "name", "view") for item in sequence.items.values()
    )


def _plans(sequence: Sequence) -> Iterator[tuple[Values, int, int]]:
    """What is chosen, how much of everything there is, and how names are written."""
    every = choices(sequence)
    for fill in FILLS:
        yield every[0], fill, 0
    for style in range(1, STYLES):
        yield every[0], 2, style
    for chosen in every[1:]:
        yield chosen, 2, 1


def _message(sequence: Sequence, chosen: Values, fill: int, style: int) -> ir.Sample | None:
    message = Message(fill, style)
    layer = ChainLayer(message, sequence, 0, "", chosen)
    try:
        end = layer.lay()
        length = (end + 7) // 8 + (0 if sequence.closed else BEHIND)
        layer.finish(8 * length)
    except Unfit:
        return None
    bounds = bounded(message.bounds, message.counts, [at for at, _ in message.names])
    return ir.Sample(length, 0, tuple(message.pokes), tuple(message.seen), bounds)
