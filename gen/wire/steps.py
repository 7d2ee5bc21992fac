# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""How C finds a field, step by step, with every read inside the bytes."""

from __future__ import annotations

from .. import ir
from ..spec import expr
from .sequence import Item, Sequence, implied

# Locals and parameters of the generated functions, and words of C.
RESERVED = frozenset(
    "p n h at span from to taken size told object auto break case char const continue default do "
    "double else enum extern float for goto if inline int long register restrict return short "
    "signed sizeof static struct switch typedef union unsigned void volatile while bool true false "
    "typeof asm".split()
)
NAME_BYTES = 255  # an encoded name has at most so many (RFC 1035, 3.1)
REACH_MAX = 65535  # the largest IP packet


def c_name(name: str) -> str:
    """A local variable for a field."""
    return f"{name}_" if name in RESERVED else name


def end_function(sequence: Sequence, name: str) -> str:
    return f"end_{sequence.prefix}{name}"


def end_call(sequence: Sequence, name: str) -> str:
    return f"{end_function(sequence, name)}({sequence.arguments})"


def load_text(item: Item, after: str) -> str:
    """C that loads an integer field from the bytes at p."""
    if item.told:
        return "told"
    bit, bits = item.spot.bit, item.kind.bits
    first, last = bit // 8, (bit + bits - 1) // 8
    size = last - first + 1
    shift = (last + 1) * 8 - (bit + bits)
    at = sum_text(after, first)
    if size == 1:
        text = f"p[{at}]"
    else:
        start = f"p + {at}" if at != "0" else "p"
        text = f"luadata_{'little' if item.little else 'big'}({start}, {size})"
    if shift:
        text = f"{text} >> {shift}"
    if bits + shift < 8 * size:
        text = f"({text})" if shift else text
        text = f"{text} & {(1 << bits) - 1:#x}"
    return text


def sum_text(after: str, offset: int) -> str:
    if not after:
        return str(offset)
    return f"{after} + {offset}" if offset else after


class Builder:
    """Collects the steps of one function."""

    def __init__(self, sequence: Sequence, known: int = 0) -> None:
        self.sequence = sequence
        self.steps: list[ir.Step] = []
        self.reach = 0  # bytes that it may read
        self._known = {"": known}  # bytes that are there behind the start, or a field's end
        self._passed = -1  # fields up to this one are there when they are present
        self._loaded: set[str] = set()
        self._anchors: dict[str, str] = {"": ""}
        self._asked: set[expr.Test] = set()
        self._amounts: dict[str, str] = {}  # that can be negative, and their locals

    def made(self) -> ir.Steps:
        return ir.Steps(tuple(self.steps))

    @property
    def anchors(self) -> tuple[str, ...]:
        """The fields whose ends it asks for."""
        return tuple(self._anchors)

    def check(self, text: str) -> None:
        self.steps.append(ir.Step("check", text))

    def anchor(self, name: str) -> str:
        """The local that has the end of a field; "" for the layout's start."""
        if name not in self._anchors:
            local = f"after_{name}"
            text = end_call(self.sequence, name)
            self.steps.append(ir.Step("load", text, local, "size_t"))
            self.check(f"!{local}")
            self._anchors[name] = local
            item = self.sequence.items[name]
            self._passed = max(self._passed, item.order)
            self.reach = max(self.reach, farthest(self.sequence, item))
        return self._anchors[name]

    def within(self, after: str, size: int) -> None:
        """Checks that so many bytes are there behind the end of a field."""
        if size <= self._known.get(after, 0):
            return
        self._known[after] = size
        local = self._anchors[after]
        self.check(f"n - {local} < {size}" if local else f"n < {size}")

    def load(self, name: str) -> str:
        """The local that has the value of a field."""
        item = self.sequence.items[name]
        local = c_name(name)
        if name in self._loaded:
            return local
        self._loaded.add(name)
        if item.told:
            self.steps.append(ir.Step("load", load_text(item, ""), local))
            return local
        self.present(item)
        after = self.anchor(item.spot.after)
        end = (item.spot.bit + item.kind.bits + 7) // 8
        union = item.union
        sized = union and union.size and union.size.value is None
        if item.order > self._passed or sized:
            self.within(item.spot.after, end)
        if sized:
            self.inside(item, end)
        self.reach = max(self.reach, base(self.sequence, item.spot.after) + end)
        self.steps.append(ir.Step("load", load_text(item, after), local))
        return local

    def inside(self, item: Item, end: int) -> None:
        """Checks that a field ends within the union of computed size that it is in."""
        union = item.union
        assert union and union.size
        start = union.spot.bit // 8
        text = self.value(union.size)
        if item.spot.after == union.spot.after:
            self.check(f"{text} < {end - start}")
        else:
            last = sum_text(self.anchor(item.spot.after), end)
            self.check(f"{last} > {sum_text(self.anchor(union.spot.after), start)} + {text}")

    def present(self, item: Item) -> None:
        """Asks whether a field is there."""
        for test in self.sequence.presence(item):
            if test in self._asked or implied(test, self._asked):
                continue
            self._asked.add(test)
            local = self.load(test.name)
            self.steps.append(ir.Step("skip", test.negated(local)))

    def value(self, expression: expr.Expression) -> str:
        """An expression in C, after its fields were loaded and found valid."""
        for name in expression.names:
            local = self.load(name)
            self._valid(self.sequence.items[name], local)
        return c_text(expression)

    def _valid(self, item: Item, local: str) -> None:
        if not item.range:
            return
        low, high = item.range
        texts = [f"{local} < {low}"] if low > 0 else []
        texts += [f"{local} > {high}"] if high < (1 << item.kind.bits) - 1 else []
        for text in texts:
            if ir.Step("check", text) not in self.steps:
                self.check(text)

    def amount(self, expression: expr.Expression) -> str:
        """The same for a number of bytes, which cannot be negative."""
        text = self.value(expression)
        if expression.value is not None or self._low(expression) >= 0:
            return text
        if text not in self._amounts:
            local = "size" if "taken" in self._amounts.values() else "taken"
            self._amounts[text] = local
            self.steps.append(ir.Step("load", text, local))
            self.check(f"{local} < 0")
        return self._amounts[text]

    def _low(self, expression: expr.Expression) -> int:
        return expression.bounds(self.sequence.ranges(expression.names))[0]


def c_text(expression: expr.Expression) -> str:
    text = expression.text
    if not any(name in RESERVED for name in expression.names):
        return text
    return expr.renamed(expression, c_name)


def farthest(sequence: Sequence, item: Item) -> int:
    """The largest offset, from the layout's start, where a field can end."""
    start = base(sequence, item.spot.after) + item.spot.bit // 8
    return min(start + largest(sequence, item), REACH_MAX)


def largest_of(sequence: Sequence) -> int:
    """Bytes that a whole record can take."""
    size = sequence.expression(sequence.entry, "size")
    end = base(sequence, sequence.cursor.after) + sequence.cursor.bit // 8
    if size:
        end = max(end, size.bounds(sequence.ranges(size.names))[1])
    return min(end, REACH_MAX)


def base(sequence: Sequence, after: str) -> int:
    return farthest(sequence, sequence.items[after]) if after else 0


def largest(sequence: Sequence, item: Item) -> int:
    """Bytes that a field can take."""
    if item.size:
        return max(item.size.bounds(sequence.ranges(item.size.names))[1], 0)
    if item.kind.name == "union":
        start = base(sequence, item.spot.after) + item.spot.bit // 8
        ends = [base(sequence, spot.after) + spot.bit // 8 for _, spot in item.cases]
        return max(ends, default=start) - start
    if item.kind.bits:
        return item.kind.bits // 8
    if item.count and item.part and not item.part.variable:
        return max(item.count.bounds(sequence.ranges(item.count.names))[1], 0) * item.part.size
    return NAME_BYTES if item.kind.name == "name" else REACH_MAX
