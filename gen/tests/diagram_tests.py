# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Bit diagrams beside the figures of the RFCs that they are drawn like."""

from __future__ import annotations

import pathlib
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from gen.doc import site as doc
from gen import ir
from gen.spec.faults import Faults
from gen.read import read
from gen.output.diagram import Cell, Diagram, diagrams, grid
from gen.doc.diagram_svg import COLUMN, LETTER, picture
from gen.output.diagram_text import text

CASES = pathlib.Path(__file__).resolve().parent / "cases"
Outcome = tuple[str, list[str]]

RULER = """\
 0                   1                   2                   3
 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
"""

# Figures of RFCs, with the cells that they show.
RFC_791 = (
    RULER
    + """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|Version|  IHL  |Type of Service|          Total Length         |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|         Identification        |Flags|      Fragment Offset    |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|  Time to Live |    Protocol   |         Header Checksum       |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                       Source Address                          |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                    Destination Address                        |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                    Options                    |    Padding    |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
""",
    [("Version", 4), ("IHL", 4), ("Type of Service", 8), ("Total Length", 16)]
    + [("Identification", 16), ("Flags", 3), ("Fragment Offset", 13)]
    + [("Time to Live", 8), ("Protocol", 8), ("Header Checksum", 16)]
    + [("Source Address", 32), ("Destination Address", 32), ("Options", 24), ("Padding", 8)],
)
RFC_9293 = (
    RULER
    + """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|          Source Port          |       Destination Port        |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                        Sequence Number                        |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                    Acknowledgment Number                      |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|       |       |C|E|U|A|P|R|S|F|                               |
| Offset| Rsrvd |W|C|R|C|S|S|Y|I|            Window             |
|       |       |R|E|G|K|H|T|N|N|                               |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|           Checksum            |         Urgent Pointer        |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                           [Options]                           |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
""",
    [("Source Port", 16), ("Destination Port", 16), ("Sequence Number", 32)]
    + [("Acknowledgment Number", 32), ("Offset", 4), ("Rsrvd", 4)]
    + [(flag, 1) for flag in "CWR ECE URG ACK PSH RST SYN FIN".split()]
    + [("Window", 16), ("Checksum", 16), ("Urgent Pointer", 16), ("[Options]", 32)],
)
RFC_8200 = (
    RULER
    + """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|Version| Traffic Class |           Flow Label                  |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|         Payload Length        |  Next Header  |   Hop Limit   |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                                                               |
+                                                               +
|                                                               |
+                         Source Address                        +
|                                                               |
+                                                               +
|                                                               |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
""",
    [("Version", 4), ("Traffic Class", 8), ("Flow Label", 20), ("Payload Length", 16)]
    + [("Next Header", 8), ("Hop Limit", 8), ("Source Address", 128)],
)
# A variable cell begins where it begins, and has a row of its own: by hand, as RFC 1035 marks it.
MIXED = (
    RULER
    + """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|      kind     |     length    |                               /
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               /
/                              data                             /
/                          length bytes                         /
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|            [check]            |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
""",
    [Cell("kind", 8), Cell("length", 8), Cell("data", 0, "length bytes")]
    + [Cell("check", 16, optional=True)],
)

# What specs give, drawn by hand after the same figures, with the names of the specs.
SPECS = {
    "udp": """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|             sport             |             dport             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|              len              |             check             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/                            payload                            /
""",
    "ipv4": """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|version|  ihl  |      tos      |            tot_len            |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|               id              |R|d|m|         frag_off        |
|                               | |f|f|                         |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|      ttl      |    protocol   |             check             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                             saddr                             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                             daddr                             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/                            options                            /
""",
    "tcp": """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|             sport             |             dport             |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                              seq                              |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|                            ack_seq                            |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|       |       |c|e|u|a|p|r|s|f|                               |
|  doff | rsrvd |w|c|r|c|s|s|y|i|             window            |
|       |       |r|e|g|k|h|t|n|n|                               |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|             check             |            urg_ptr            |
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/                            options                            /
""",
}


# Records, conditions and the cases of a union (cases/right_records.yaml), by hand likewise.
RECORDS = {
    "option": """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|      kind     |    [length]   |                               /
|               | when kind > 1 |                               /
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               /
/                              data                             /
/                        length - 2 bytes                       /
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
""",
    "option.data.1": """\
                                +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
                                |      one      |      two      |
+-+-+-+-+-+-+-+-+               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|               |
+-+-+-+-+-+-+-+-+
""",
    "right_records.body.2": """\
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/                             secret                            /
/                          length bytes                         /
+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
|    [after]    |
|   when more   |
+-+-+-+-+-+-+-+-+
""",
}


def outcomes(bindings: list[ir.Binding]) -> Iterator[Outcome]:
    figures = {"791": RFC_791, "8200": RFC_8200, "9293": RFC_9293}
    for number, (figure, cells) in figures.items():
        drawn = draw([Cell(name, bits) for name, bits in cells])
        yield f"diagram: the figure of RFC {number}", differing(aligned(figure), aligned(drawn))
    figure, mixed = MIXED
    yield "diagram: a variable cell after half a row", differing(figure, draw(mixed))
    layouts = {la.title: la for b in bindings for la in b.layouts if la.home == "wire"}
    for name, expected in SPECS.items():
        got = text(diagrams(layouts[name])[0])
        begin = "".join(f"{line}\n" for line in got.split("\n"))[: len(RULER + expected)]
        yield f"diagram: {name}, drawn by hand", differing(RULER + expected, begin)
    case = read([CASES / "right_records.yaml"], CASES.parent, Faults())
    drawings = {d.name: text(d) + "\n" for la in case[0].layouts for d in diagrams(la)}
    for name, expected in RECORDS.items():
        yield f"diagram: {name}, drawn by hand", differing(RULER + expected, drawings[name])
    yield "diagram: offsets after what is larger than drawn", offsets()
    yield "diagram: every bit of a layout is drawn once", every_bit(bindings)
    yield "diagram: pictures are XML with a title, a description, and text that fits", svg(bindings)


def draw(cells: list[Cell]) -> str:
    return text(Diagram("figure", "", "", tuple(cells))) + "\n"


def aligned(figure: str) -> str:
    """The figure with its words centered alike: RFCs place some by eye."""

    def center(match: re.Match[str]) -> str:
        return str(match[1].strip().center(len(match[1])))

    lines = []
    for line in figure.split("\n"):
        lines.append(line if "+-" in line else re.sub(r"([^|+]+)", center, line).rstrip())
    return "\n".join(lines)


def differing(expected: str, got: str) -> list[str]:
    if expected == got:
        return []
    return ["expected:", *expected.split("\n"), "got:", *got.split("\n")]


def offsets() -> list[str]:
    """Bytes 0-1, 2-33, 34, 35, 36-99, 100: the offsets of the rows, in two widths."""
    cells = [Cell("a", 16), Cell("b", 256), Cell("c", 8), Cell("d", 8), Cell("e", 512)]
    drawn = Diagram("figure", "", "", (*cells, Cell("f", 8)))
    wrong = []
    for width, expected in ((32, (0, 4, 32, 36, 100)), (16, (0, 2, 34, 36, 100))):
        got = grid(drawn, width).offsets
        if got != expected:
            wrong.append(f"rows of {width}: {got}, expected {expected}")
    return wrong


def every_bit(bindings: list[ir.Binding]) -> list[str]:
    """The place of a field in the picture is its offset in the layout."""
    wrong = []
    count = 0
    for layout in (la for b in bindings for la in b.layouts if la.home == "wire"):
        drawn = diagrams(layout)[0]
        for width in doc.WIDTHS:
            bits = [owner for row in grid(drawn, width).rows for owner in row]
            for index, cell in enumerate(drawn.cells):
                field = next((f for f in layout.fields if f.name == cell.name), None)
                if field is None or not isinstance(field.position, ir.At):
                    continue
                at = field.position
                count += 1
                if cell.folded:
                    break
                mine = [i for i, owner in enumerate(bits) if owner == index]
                if mine != list(range(at.start, at.start + at.bits)):
                    wrong.append(f"{layout.title}.{cell.name} in rows of {width}: {mine}")
    return wrong or ([] if count else ["no field was looked at"])


def svg(bindings: list[ir.Binding]) -> list[str]:
    wrong = []
    count = 0
    space = "{http://www.w3.org/2000/svg}"
    for name, page in doc.html(bindings).items():
        for found in re.findall(r"<svg.*?</svg>", page, flags=re.DOTALL):
            count += 1
            tree = ElementTree.fromstring(found)
            for part in ("title", "desc"):
                node = tree.find(f"{space}{part}")
                known = (tree.get("aria-labelledby") or "").split()
                if node is None or not node.text or node.get("id") not in known:
                    wrong.append(f"{name}: no {part}")
    for layout in (la for b in bindings for la in b.layouts if la.home == "wire"):
        for drawn in diagrams(layout):
            for width in doc.WIDTHS:
                for box in picture(drawn, width).boxes:
                    widest = max(part[2] for part in box.parts)
                    for word in box.words:
                        limit = LETTER * 9 if word.kind == "upright" else widest
                        letter = LETTER * 0.9 if word.kind == "note" else LETTER
                        if len(word.text) * letter > limit:
                            room = f"{widest // COLUMN} bits"
                            wrong.append(f"{layout.title}: '{word.text}' in {room}")
    return wrong or ([] if count else ["no picture was found"])
