# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Right specs with changes that authors make, most of which check accepts: what C makes of them."""

from __future__ import annotations

import copy
import functools
import pathlib
import random
import re
from collections.abc import Iterator
from typing import Any

import yaml

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ("specs", "lab/tests/kinds")
Tree = dict[str, Any]

# What generated C, C itself, the kernel's headers or the suites have for something else.
NAMES = (
    "frame f args vm L at n values first handle index value text err object result i count list "
    "copy later va calls locked given more test t held found lost placed fields functions cases "
    "int register default switch asm typeof current linux true inline jiffies min max size length "
    "get set call release next step attach binding suite faked ready status state names ops owner "
    "base linear flags err_ptr module kernel errno bool u8 data skb dev net sock page task file"
).split()
TYPES = ("int", "unsigned int", "u8", "s64", "bool", "integer", "size_t", "long", "u16")
NUMBERS = (0, 1, 2, 7, 64, 255, 4096, 65536, "INT_MAX", "nr_cpu_ids")
FLAGS = {
    "fields": ("optional", "nullable"),
    "args": ("copy", "nullable", "consumes"),
    "returns": ("nullable", "errptr", "copy"),
}
TEXTS = {
    "access": ("ro", "rw", "wo"),
    "context": ("any", "sleepable"),
    "lifetime": ("call", "script"),
    "unknown": ("allow", "refuse"),
    "display": ("hex", "decimal"),
    "capability": ("CAP_NET_ADMIN",),
    "doc": ("a */ b", 'say "no"', "50 %", "a \\ b"),
}


@functools.cache
def seeds() -> tuple[str, ...]:
    """Bindings of the kernel that need no other and no host."""
    found = []
    for folder in FOLDERS:
        for path in sorted((TOP / folder).glob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            tree = yaml.safe_load(text)
            other = "wire" in tree or "uses" in tree or "init" in tree or "callbacks" in tree
            other = other or any(file.endswith(".c") for file in tree.get("host", ()))
            if not other and len(text) < 12000:
                found.append(text)
    return tuple(found)


@functools.cache
def formats() -> tuple[str, ...]:
    """Wire formats that need no other."""
    found = []
    for path in sorted([*(TOP / "specs/wire").glob("*.yaml"), *(TOP / FOLDERS[1]).glob("*.yaml")]):
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "wire" in tree and "uses" not in tree:
            for _, node in places(tree):
                if isinstance(node.get("c"), str):
                    del node["c"]
            tree.pop("headers", None)
            found.append(yaml.dump(tree, sort_keys=False, allow_unicode=True))
    return tuple(found)


@functools.cache
def keys() -> frozenset[str]:
    """Words of the language itself."""
    return frozenset(re.findall(r'"(\w+)":', (TOP / "specs/schema.json").read_text("utf-8")))


def places(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every mapping, with the keys that lead to it."""
    if isinstance(tree, dict):
        yield path, tree
        for key, below in tree.items():
            yield from places(below, (*path, str(key)))


def mappings(tree: Tree, key: str) -> list[Any]:
    """What is below a key, wherever it is: the fields of all layouts, the args of all functions."""
    return [node for path, node in places(tree) if path and path[-1] == key and node]


class Vary:
    """One author with one seed."""

    def __init__(self, choices: random.Random) -> None:
        self.random = choices

    def some(self, values: Any) -> Any:
        values = list(values)
        return values[self.random.randrange(len(values))]

    def spec(self) -> bytes:
        text = self.some(seeds())
        tree = copy.deepcopy(yaml.safe_load(text))
        tree["name"] = "s"
        for _ in range(self.some((1, 1, 2, 3))):
            self.some((
                self.rename_field, self.rename_parameter, self.rename_parameter, self.rename_key,
                self.flag, self.flag, self.text, self.number, self.retype, self.twice,
                self.expression,
            ))(tree)  # fmt: skip
        made: str = yaml.dump(tree, sort_keys=False, allow_unicode=True, width=1000)
        return made.encode("utf-8")

    def format(self) -> bytes:
        """A wire format of which one or two fields have other names, wherever they are named."""
        tree = yaml.safe_load(self.some(formats()))
        tree["name"] = "s"
        for _ in range(self.some((1, 2))):
            tables = [*mappings(tree, "fields"), *mappings(tree, "virtual")]
            old = self.some([name for table in tables for name in table if name not in keys()])
            self._replace(tree, old, self.some(NAMES))
        if self.random.randrange(4) == 0:
            self.some((self.flag, self.text, self.number))(tree)
        made: str = yaml.dump(tree, sort_keys=False, allow_unicode=True, width=1000)
        return made.encode("utf-8")

    def rename_field(self, tree: Tree) -> None:
        """Another name for scripts, the same member."""
        for fields in self._one(mappings(tree, "fields")):
            old = self.some(fields)
            field = fields.pop(old)
            if "value" not in field:
                field.setdefault("c", old)
            fields[self.some(NAMES)] = field

    def rename_parameter(self, tree: Tree) -> None:
        functions = [f for f in (tree.get("functions") or {}).values() if "(" in f.get("c", "")]
        for function in self._one(functions):
            found = re.findall(r"(\w+)(?=[,)])", function["c"].split("(", 1)[1])
            for old in self._one([word for word in found if word != "void"]):
                self._replace(function, old, self.some(NAMES))

    def _replace(self, node: Any, old: str, new: str) -> None:
        """A word in the keys and C of a function."""
        for key in list(node):
            below = node[key]
            if isinstance(below, dict):
                self._replace(below, old, new)
            elif isinstance(below, str) and key not in ("doc", "unit", "view", "enum"):
                node[key] = re.sub(rf"\b{old}\b", new, below)
            if key == old:
                node[new] = node.pop(key)

    def rename_key(self, tree: Tree) -> None:
        """A function, lock, layout, enum or constant by another name, wherever it is named."""
        for kind in self._one(["functions", "layouts", "enums", "constants", "locks"]):
            for old in self._one(tree.get(kind) or {}):
                new = self.some(NAMES)
                tree[kind][new] = tree[kind].pop(old)
                words = {"layouts": ("view", "list"), "locks": ("lock",)}
                words["enums"] = ("enum",)
                for _, node in places(tree):
                    for key in words.get(kind, ()):
                        if node.get(key) == old:
                            node[key] = new

    def flag(self, tree: Tree) -> None:
        for kind in self._one(list(FLAGS)):
            found = mappings(tree, kind)
            entries = found if kind == "returns" else [v for m in found for v in m.values()]
            for entry in self._one([one for one in entries if isinstance(one, dict)]):
                key = self.some(FLAGS[kind])
                if key in entry:
                    del entry[key]
                else:
                    entry[key] = True

    def text(self, tree: Tree) -> None:
        found = [(node, key) for _, node in places(tree) for key in node if key in TEXTS]
        for node, key in self._one(found):
            if isinstance(node[key], str):
                node[key] = self.some(TEXTS[key])

    def number(self, tree: Tree) -> None:
        keys = ("min", "max", "limit", "size", "count")
        found = [(node, key) for _, node in places(tree) for key in node if key in keys]
        for node, key in self._one(found):
            node[key] = self.some(NUMBERS)

    def retype(self, tree: Tree) -> None:
        for fields in self._one(mappings(tree, "fields")):
            field = fields[self.some(fields)]
            if "type" in field:
                field["type"] = self.some(TYPES)

    def twice(self, tree: Tree) -> None:
        """The same function or field again, under another name."""
        for table in self._one([*mappings(tree, "functions"), *mappings(tree, "fields")]):
            old = self.some(table)
            made = copy.deepcopy(table[old])
            if "type" in made and "value" not in made:
                made.setdefault("c", old)
            table[self.some(NAMES)] = made

    def expression(self, tree: Tree) -> None:
        """What decides about a field is written as authors write it."""
        for fields in self._one(mappings(tree, "fields")):
            field = fields[self.some(fields)]
            other = self.some(fields)
            key = self.some(("when", "value", "count"))
            field[key] = self.some((other, f"object->{other}", f"object->{other} > 1", "n", "4"))

    def _one(self, values: Any) -> list[Any]:
        values = list(values)
        return [self.some(values)] if values else []


def varied_format(choices: random.Random) -> bytes:
    return Vary(choices).format()


def varied(choices: random.Random) -> bytes:
    return Vary(choices).spec()
