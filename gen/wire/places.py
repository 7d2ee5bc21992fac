# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The C functions that say where fields lie and end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import ir, kinds
from ..spec import expr, wording
from .sequence import Item, Sequence, Spot
from .steps import Builder, c_name, c_text, end_call, end_function, farthest, load_text
from .steps import sum_text

REST = "end of the block"
CALLS_MAX = 256  # of functions, to find where a field ends


def position(sequence: Sequence, item: Item) -> tuple[ir.Position, int]:
    """Where a field lies, and how many bytes C reads to find out."""
    bit, bits = item.spot.bit, item.kind.bits
    first, last = bit // 8, (bit + bits - 1) // 8
    shift = (last + 1) * 8 - (bit + bits)
    tests = sequence.presence(item)
    if item.told:
        return ir.Told(item.entry.text("previous"), bits), 0
    if sequence.broken or (not item.spot.after and not tests and bits):
        return ir.At(first, last - first + 1, shift, bits, bit), 0
    if _is_block(sequence, item):
        assert item.size
        end = expr.parse(f"{first} + ({item.size.text})")
        made = computed(sequence, item.name, expr.parse(first), end)
        return _plain(made, item.size.text, first), 0
    builder = Builder(sequence, sequence.fixed)
    after = builder.anchor(item.spot.after)
    builder.present(item)
    length = _length(sequence, item, builder, after) if not bits else str(last - first + 1)
    size = last - first + 1 if bits else 0
    bound = _bound(builder, item, size)
    whole = kinds.of(item.kind.name).whole
    return ir.Walked(
        function=f"l_place_{sequence.prefix}{item.name}",
        steps=builder.made(),
        start=sum_text(after, first),
        length=length,
        size=last - first + 1 if whole else 0,
        shift=shift if item.integer else 0,
        bits=bits if whole else 0,
        start_text=_start_text(item),
        end_text=_end_text(item),
        condition=condition_text(item),
        end_offset=_end_offset(item, first) if not tests else "",
        bound=bound,
        cut=kinds.of(item.kind.name).parts and not bits,
    ), builder.reach


def _is_block(sequence: Sequence, item: Item) -> bool:
    """Bytes in the fixed part's wake, sized by fixed fields: always there when they are right."""
    if item.kind.name != "bytes" or not item.size or item.spot.after or sequence.presence(item):
        return False
    return all(not sequence.items[name].spot.after for name in item.size.names)


def _plain(made: ir.Computed, size: str, start: int) -> ir.Computed:
    """20 + (ihl * 4 - 20) without what cancels out."""
    text = _behind(start, size)
    return replace(made, end=text, end_text=text)


def _end_offset(item: Item, start: int) -> str:
    """Where a field of computed size at a fixed place ends, as an expression."""
    return _behind(start, item.size.text) if item.size and not item.spot.after else ""


def _behind(start: int, size: str) -> str:
    tail = f" - {start}"
    return size[: -len(tail)] if size.endswith(tail) else f"{start} + {size}"


def _length(sequence: Sequence, item: Item, builder: Builder, after: str) -> str:
    start = sum_text(after, item.spot.bit // 8)
    if item.kind.name == "name":
        end = builder.anchor(item.name)
        return difference(end, start)
    if item.size:
        return builder.amount(item.size)
    if item.count:
        count = builder.value(item.count)
        builder.reach = max(builder.reach, farthest(sequence, item))
        return f"luadata_records(&{list_symbol(sequence, item)}, p, n, {start}, {count})"
    if item.kind.name == "view" and item.part:
        builder.within(item.spot.after, item.spot.bit // 8)
        builder.steps.append(ir.Step("load", measured(item, start), "taken", "size_t"))
        builder.check("!taken")
        return "taken"
    return difference("h->length - at", start)


def difference(end: str, start: str) -> str:
    """C for the bytes from one offset to another."""
    if start == "0":
        return end
    return f"{end} - ({start})" if " + " in start else f"{end} - {start}"


def measured(item: Item, start: str) -> str:
    assert item.part
    if start == "0":
        return f"{item.part.measure}(p, n)"
    return f"{item.part.measure}(p + {start}, {difference('n', start)})"


def _bound(builder: Builder, item: Item, size: int) -> str:
    """C for where the union of computed size ends that a field is in, and the whole format.

    For a field of so many bytes at a fixed place of the union a check suffices.
    """
    sequence, union = builder.sequence, item.union
    ends: list[str] = []
    if union and union.size and size and item.spot.after == union.spot.after:
        if union.size.value is None:
            builder.inside(item, item.spot.bit // 8 + size)
    elif union and union.size and not (item.size == union.size and _begins(item, union)):
        start = sum_text(builder.anchor(union.spot.after), union.spot.bit // 8)
        ends.append(f"{start} + {builder.amount(union.size)}")
    if sequence.extent:
        ends.append(builder.amount(sequence.extent))
    return f"luadata_least({', '.join(ends)})" if ends[1:] else "".join(ends)


def _begins(item: Item, union: Item) -> bool:
    """Whether a field lies at the start of its union."""
    return item.spot == union.spot


# ---- where a field ends ----


def finding(sequence: Sequence, item: Item) -> ir.Finding:
    """The function that says where a field ends."""
    builder = Builder(sequence)
    after = builder.anchor(item.spot.after)
    offset = item.spot.bit // 8
    start = sum_text(after, offset)
    tests = sequence.presence(item)
    if tests:
        builder.within(item.spot.after, offset)
    builder.present(item)
    choices: tuple[tuple[tuple[int, ...], str], ...] = ()
    subject = ""
    if item.kind.name == "union" and not item.size:
        subject = builder.load(item.entry.text("union"))
        builder.within(item.spot.after, offset)
        result = start
        choices = tuple((values, _case_end(sequence, item, spot)) for values, spot in item.cases)
    else:
        result = _end(sequence, item, builder, start)
    used = [name for name in builder.anchors if name]
    used += [spot.after for _, spot in item.cases if spot.after]
    sequence.calls[item.name] = 1 + sum(sequence.calls.get(name, 0) for name in used)
    calls = sequence.calls[item.name]
    if calls > CALLS_MAX:
        item.entry.fault("", wording.FOUND_BY_TOO_MANY, calls=calls, most=CALLS_MAX)
    return ir.Finding(
        name=end_function(sequence, item.name),
        what=f"where {sequence.prefix.replace('_', '.')}{item.name} ends",
        steps=builder.made(),
        skipped=start,
        result=result,
        choices=choices,
        subject=subject,
    )


def _case_end(sequence: Sequence, item: Item, spot: Spot) -> str:
    start_local = f"after_{item.spot.after}" if item.spot.after else ""
    if spot.after == item.spot.after:
        begin = item.spot.bit // 8
        size = spot.bit // 8 - begin
        return f"luadata_past(n, {sum_text(start_local, begin)}, {size})"
    end = end_call(sequence, spot.after)
    return f"luadata_behind(n, {end}, {spot.bit // 8})" if spot.bit else end


def _end(sequence: Sequence, item: Item, builder: Builder, start: str) -> str:
    if item.kind.name == "name":
        return f"luadata_pastname(p, n, {start})"
    if item.size:
        return f"luadata_past(n, {start}, {builder.amount(item.size)})"
    if item.kind.bits:
        return f"luadata_past(n, {start}, {item.kind.bits // 8})"
    if item.count:
        count = builder.value(item.count)
        return f"luadata_pastrecords(&{list_symbol(sequence, item)}, p, n, {start}, {count})"
    assert item.part
    builder.within(item.spot.after, item.spot.bit // 8)
    if item.kind.name == "list":
        whole = item.part.measure
        return f"luadata_pastlast(&{list_symbol(sequence, item)}, {whole}, p, n, {start})"
    builder.steps.append(ir.Step("load", measured(item, start), "taken", "size_t"))
    builder.check("!taken")
    return f"luadata_past(n, {start}, taken)"


def list_symbol(sequence: Sequence, item: Item) -> str:
    return f"{sequence.prefix}{item.name}_list"


# ---- blocks and values from expressions ----


def computed(
    sequence: Sequence,
    name: str,
    start: expr.Expression,
    end: expr.Expression | None,
    tests: tuple[expr.Test, ...] = (),
    unbounded: tuple[expr.Test, ...] = (),
) -> ir.Computed:
    """A block from one expression to another, where all tests hold.

    While those of @unbounded hold, it goes to the end of the view's block.
    """
    tested = tuple(test.name for test in tests + unbounded)
    names = dict.fromkeys(start.names + (end.names if end else ()) + tested)
    builder = Builder(sequence, sequence.fixed)
    operands = []
    for used in names:
        item = sequence.items[used]
        low, high = sequence.range_of(item)
        top = (1 << item.kind.bits) - 1
        operands.append(
            ir.Operand(
                used,
                c_name(used),
                load_text(item, ""),
                low if low > 0 else None,
                high if high < top else None,
            )
        )
        builder.load(used)
    for used in names:
        builder.value(expr.parse(used))
    return ir.Computed(
        function=f"l_place_{sequence.prefix}{name}",
        start=c_text(start),
        end=c_text(end) if end else "",
        operands=tuple(operands),
        start_text=start.text,
        end_text=end.text if end else REST,
        steps=builder.made(),
        negative=start.bounds(sequence.ranges(start.names))[0] < 0,
        absent=" || ".join(test.negated(c_name(test.name)) for test in tests),
        open=" && ".join(test.text(c_name(test.name)) for test in unbounded),
    )


@dataclass(frozen=True)
class Extent:
    """Where a virtual block begins (after a field, or from an offset) and ends."""

    after: str
    start: expr.Expression | None
    end: expr.Expression | None
    size: expr.Expression | None

    @property
    def start_text(self) -> str:
        return self.start.text if self.start else f"after {self.after}"

    @property
    def end_text(self) -> str:
        if self.size:
            return f"{self.size.text} bytes"
        return f"up to {self.end.text if self.end else f'the {REST}'}"


def walked_block(sequence: Sequence, name: str, extent: Extent) -> tuple[ir.Walked, int]:
    """A block that begins behind a field, or whose ends are said by fields at variable places."""
    builder = Builder(sequence, sequence.fixed)
    local = _block_start(sequence, builder, extent)
    if extent.size:
        length = builder.amount(extent.size)
    else:
        last = builder.value(extent.end) if extent.end else "h->length - at"
        builder.steps.append(ir.Step("load", last, "to"))
        builder.check(f"to < {local}" if local == "from" else f"to < (int64_t)({local})")
        length = difference("to", local)
    return ir.Walked(
        function=f"l_place_{sequence.prefix}{name}",
        steps=builder.made(),
        start=local,
        length=length,
        size=0,
        shift=0,
        bits=0,
        start_text=extent.start_text,
        end_text=extent.end_text,
        condition="",
    ), builder.reach


def _block_start(sequence: Sequence, builder: Builder, extent: Extent) -> str:
    """C for the first byte."""
    if extent.start:
        first = builder.value(extent.start)
        builder.steps.append(ir.Step("load", first, "from"))
        if extent.start.bounds(sequence.ranges(extent.start.names))[0] < 0:
            builder.check("from < 0")
        return "from"
    item = sequence.items[extent.after]
    if not item.kind.bits or item.when:
        return builder.anchor(extent.after)
    builder.present(item)
    local = builder.anchor(item.spot.after)
    return sum_text(local, (item.spot.bit + item.kind.bits) // 8)


# ---- words for pages and comments ----


def condition_text(item: Item) -> str:
    """When a field is there, as a page says it."""
    when = item.entry.text("when") if item.when else ""
    return " and ".join(text for text in (case_text(item), when) if text)


def case_text(item: Item) -> str:
    """When the case of a union is in force that a field is in."""
    return f"{item.case.name} is {_either(item.case_words)}" if item.case else ""


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + (" or " if words[1:] else "") + words[-1]


def _start_text(item: Item) -> str:
    offset = item.spot.bit // 8
    if not item.spot.after:
        return str(offset)
    return f"{offset} after {item.spot.after}" if offset else f"after {item.spot.after}"


def _end_text(item: Item) -> str:
    if item.kind.bits:
        size = (item.kind.bits + 7) // 8
        return f"{size} byte{'s' if size != 1 else ''}"
    if item.size:
        return f"{item.size.text} bytes"
    if item.kind.name == "name":
        return "up to its last label"
    if item.count:
        return f"{item.count.text} records"
    if "until" in item.entry:
        return f"up to a record with {item.entry.text('until')}"
    return "up to its last field" if item.kind.name == "view" else f"up to the {REST}"
