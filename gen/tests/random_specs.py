# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Specs at random: built from the schema, or mutated from the tree's own and the golden cases."""

from __future__ import annotations

import functools
import json
import pathlib
import random
import re
from typing import Any

import yaml

TOP = pathlib.Path(__file__).resolve().parent.parent.parent

NAMES = ("a", "b", "c", "kind", "size", "length", "end", "data", "if", "x" * 41, "_", "has", "s")
EXPRESSIONS = (
    "a", "b", "a * 4", "a * 4 - 20", "size - 2", "length", "a + b * 2", "(a + 1) * 2", "a - b",
    "0", "4", "-1", "a << 70", "a / 0", "(a", "a)", "a b", "18446744073709551616", "0x10", "",
    "kind == end", "kind > 1", "a == 1", "a != b", "a >= 4 and b", "not a", "a.b", "rest", "end",
)  # fmt: skip
TYPES = (
    "unsigned int", "int", "char[]", "char[8]", "u32", "bool", "struct s *", "const char *",
    "struct", "int (*)(void)", "void", "unsigned", "u8[4]", "long long", "int[", "float", "a b c",
)  # fmt: skip
PROTOTYPES = (
    "int f(int a);", "void f(void);", "struct s *f(unsigned int a);", "int f(struct s *a, int b)",
    "unsigned long f(const char *a, size_t length);", "f(", "int f(int a, ...);", "int;", "",
    "static inline bool f(u32 a);", "int (*f(int a))(void);", "void f(void *data, u32 size);",
)  # fmt: skip
SCALARS: tuple[Any, ...] = (
    None, True, False, 0, 1, 2, 4, 8, 16, 31, 32, 63, 64, 65, 255, 4096, 65536, -1, 2**31, 2**32,
    2**63, 2**64, -(2**63), 10**30, 1.5, "", " ", "TODO", "yes", "~", "%", "a: b", "# no", "é",
    "\u2028", "\x07", "*/", '"', "\\", "x" * 300,
)  # fmt: skip
PATTERNS = {
    "CONFIG": ("CONFIG_NET", "CONFIG_A1"),
    "CAP": ("CAP_NET_ADMIN",),
    "c$": ("s.c", "a.c", "a.h"),
    "h$": ("linux/types.h", "a.h"),
    "^struct": ("struct iphdr", "struct s"),
    "struct|union": ("struct s", "union u"),
    "errno": ("errno",),
}


@functools.cache
def schema() -> dict[str, Any]:
    language: dict[str, Any] = json.loads((TOP / "specs" / "schema.json").read_text("utf-8"))
    return language


class Builder:
    """Makes values that the schema allows, and now and then one that it does not."""

    def __init__(self, choices: random.Random) -> None:
        self.random = choices
        self.left = choices.choice((30, 60, 120))  # nodes

    def some(self, values: Any) -> Any:
        return values[self.random.randrange(len(values))]

    def value(self, node: dict[str, Any], key: str = "") -> Any:
        self.left -= 1
        if "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            node, key = {**schema()["$defs"][name], **node}, name
        if self.random.randrange(60) == 0:
            return self.some(SCALARS)
        for word in ("const", "default"):
            if word in node and self.random.randrange(8):
                return node[word]
        if "enum" in node:
            return self.some(node["enum"])
        kinds = node.get("type", "string")
        kind = kinds if isinstance(kinds, str) else self.some(kinds)
        return self.of_kind(kind, node, key)

    def of_kind(self, kind: str, node: dict[str, Any], key: str) -> Any:
        if kind == "object":
            return self.mapping(node)
        if kind == "array":
            count = self.random.randrange(1, 4)
            return [self.value(node.get("items", {}), key) for _ in range(count)]
        if kind == "boolean":
            return self.random.randrange(2) == 1
        if kind == "integer":
            return self.integer(node)
        return self.text(node, key)

    def integer(self, node: dict[str, Any]) -> int:
        low, high = node.get("minimum", 0), node.get("maximum", 300)
        if self.random.randrange(12) == 0:
            return int(self.some((0, -1, 65, 4097, 2**32, 2**64)))
        return int(low + self.random.randrange(min(high - low, 40) + 1))

    def text(self, node: dict[str, Any], key: str) -> Any:
        pattern = node.get("pattern", "")
        for part, values in PATTERNS.items():
            if part in pattern:
                return self.some(values)
        if key in ("expression", "condition", "cexpression"):
            return self.some(EXPRESSIONS)
        if key == "type" or "type of C" in node.get("description", ""):
            return self.some(TYPES)
        if key == "c" and not pattern:
            return self.some(PROTOTYPES)
        return self.some(NAMES[:8] if self.random.randrange(8) else NAMES)

    def mapping(self, node: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        properties = node.get("properties", {})
        for key, below in properties.items():
            wanted = key in node.get("required", ()) and self.random.randrange(40)
            if wanted or (self.left > 0 and self.random.randrange(len(properties)) < 3):
                made[key] = self.value(below, key)
        more = node.get("additionalProperties")
        if isinstance(more, dict):
            for _ in range(self.random.randrange(1, 5)):
                if self.left > 0 or not made:
                    made[self.some(NAMES[:8])] = self.value(more)
        elif self.random.randrange(60) == 0:
            made[self.some(NAMES)] = self.some(SCALARS)
        return made

    def spec(self) -> dict[str, Any]:
        made: dict[str, Any] = {"name": "s", "doc": "A spec."}
        if self.random.randrange(2):
            made["wire"] = {"endian": self.some(("big", "little"))}
            keys: tuple[str, ...] = ("virtual", "records", "enums", "reference", "example")
            made["fields"] = {name: self.wire_field() for name in NAMES[: self.random.randrange(6)]}
        else:
            keys = ("headers", "enums", "constants", "locks", "layouts", "functions", "callbacks")
        if self.random.randrange(20) == 0:
            keys = tuple(schema()["properties"])
        for key in keys:
            if key not in made and self.left > 0 and self.random.randrange(3) == 0:
                made[key] = self.value(schema()["properties"][key], key)
        return made

    def wire_field(self) -> Any:
        """Most are right, so that whole specs are."""
        if self.random.randrange(12) == 0:
            return self.value({"$ref": "#/$defs/wireField"})
        field: dict[str, Any] = {"type": self.some(("u8", "u16", "u24", "u32", "u64", "s16"))}
        if self.random.randrange(4) == 0:
            field = {"bits": 8}
        if self.random.randrange(4) == 0:
            kind = self.some(("bytes", "string", "strz"))
            field = {"type": kind, "size": self.some((4, "a", "a * 4"))}
        if self.random.randrange(4) == 0:
            field["doc"] = self.some(("text", "a\nb", "*/", "é", '"'))
        if self.random.randrange(8) == 0:
            field["when"] = self.some(EXPRESSIONS)
        return field


def built(choices: random.Random) -> bytes:
    """A document that the schema would have, or nearly."""
    tree = Builder(choices).spec()
    flow = choices.choice((None, False, True))
    text: str = yaml.dump(tree, sort_keys=False, default_flow_style=flow, allow_unicode=True)
    if choices.randrange(10) == 0:
        text = mutate(text, choices)
    return text.encode("utf-8", errors="surrogatepass")


# ---- mutated ----


@functools.cache
def seeds() -> tuple[str, ...]:
    paths = [*(TOP / "gen/tests/cases").glob("*.yaml"), *(TOP / "specs").rglob("*.yaml")]
    texts = []
    for path in sorted(paths):
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(text) < 4000:
            texts.append(re.sub(r"(?m)^name: .*$", "name: s", text, count=1))
    return tuple(texts)


@functools.cache
def words() -> tuple[str, ...]:
    found = sorted({word for text in seeds() for word in re.findall(r"[\w.\[\]*]+", text)})
    return (*found, *EXPRESSIONS, *(str(value) for value in SCALARS))


PIECES = (
    ":", ": ", "{", "}", "[", "]", ",", "'", '"', "#", "&a ", "*a", "|", ">", "-", "- ", "?", "!",
    "%", "@", "`", "\t", "\n", "\r", " ", "\0", "\x7f", "\x85", "\u2028", "\ufeff", "é", "😀",
    "---\n", "...\n", "<<: ", "!!binary ", "&a [*a]", "{a: &b {c: *b}}", "9" * 5000, "[" * 1200,
    "{a: " * 400, "0x" + "f" * 5000, "_" * 100, "a + " * 900 + "a", "(" * 150, "\ud800",
)  # fmt: skip


def mutate(text: str, choices: random.Random) -> str:
    lines = text.split("\n")
    at = choices.randrange(len(lines))
    kind = choices.randrange(8)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(choices.randrange(len(lines)), lines[at])
    elif kind == 2:
        other = choices.choice(seeds()).split("\n")
        lines.insert(at, choices.choice(other))
    elif kind == 3:
        column = choices.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:column] + choices.choice(PIECES) + lines[at][column:]
    elif kind == 4:
        lines[at] = " " * choices.randrange(8) + lines[at].lstrip()
    else:
        found = list(re.finditer(r"[\w.\[\]*]+", lines[at]))
        if found:
            word = choices.choice(found)
            new = choices.choice(words())
            lines[at] = lines[at][: word.start()] + new + lines[at][word.end() :]
    return "\n".join(lines)


def mutated(choices: random.Random) -> bytes:
    """A spec of the tree, right or wrong, with up to four changes."""
    text = choices.choice(seeds())
    for _ in range(choices.choice((1, 1, 1, 2, 3, 4))):
        text = mutate(text, choices)
    raw = text.encode("utf-8", errors="surrogatepass")
    if choices.randrange(60) == 0:
        at = choices.randrange(len(raw) + 1)
        raw = raw[:at] + bytes([choices.randrange(256)]) + raw[at:]
    return raw
