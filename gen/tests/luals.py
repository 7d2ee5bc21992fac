# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reads annotations as strictly as the Lua language server parses them, and looks names up.

The grammar is LuaCATS's: a tag in each line that begins with ---@, types made of names, literals,
fun(), tables, [] and |. What the server would quietly take for a comment is a fault here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"\s*(?:(?P<string>\"[^\"]*\"|'[^']*'|`[^`]*`)|(?P<dots>\.\.\.)|(?P<array>\[\])"
    r"|(?P<number>-?\d+)|(?P<name>[A-Za-z_][\w.]*)|(?P<symbol>[\[\]{}()<>|?:,#]))"
)
BUILTIN = frozenset(
    "any nil boolean string integer number function table thread userdata true false".split()
)
VISIBILITIES = ("public", "protected", "private", "package")
TAGS = ("meta", "class", "field", "alias", "param", "return", "overload", "type", "operator")
OPERATORS = ("len", "call", "concat", "unm", "add", "sub")


class Fault(Exception):
    """What the grammar does not allow."""


class Parser:
    """Tokens of one line, read from the left."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.names: list[str] = []  # of types that are referred to

    def peek(self) -> str:
        match = TOKEN.match(self.text, self.at)
        return match[0].strip() if match else ""

    def next(self, wanted: str = "") -> str:
        match = TOKEN.match(self.text, self.at)
        if not match:
            raise Fault(f"expected {wanted or 'more'} at '{self.text[self.at:]}'")
        if wanted and match[0].strip() != wanted:
            raise Fault(f"expected {wanted}, got {match[0].strip()}")
        self.at = match.end()
        return match[0].strip()

    def take(self, wanted: str) -> bool:
        if self.peek() != wanted:
            return False
        self.next()
        return True

    def name(self) -> str:
        token = self.next()
        if not re.fullmatch(r"[A-Za-z_][\w.]*", token):
            raise Fault(f"expected a name, got {token}")
        return token

    def rest(self) -> str:
        return self.text[self.at :].strip()

    def type(self) -> None:
        self.unit()
        while self.take("|"):
            self.unit()
        self.take("?")

    def unit(self) -> None:
        token = self.peek()
        if token == "fun":
            self.function()
        elif token == "{":
            self.table()
        elif token == "(":
            self.next()
            self.type()
            self.next(")")
        elif token.startswith(('"', "'", "`")) or re.fullmatch(r"-?\d+", token):
            self.next()
        elif token == "...":
            self.next()
        else:
            self.names.append(self.name())
            if self.take("<"):
                self.type()
                while self.take(","):
                    self.type()
                self.next(">")
        while self.take("[]"):
            pass

    def function(self) -> None:
        self.next("fun")
        self.next("(")
        while not self.take(")"):
            if not self.take("..."):
                self.name()
            self.take("?")
            if self.take(":"):
                self.type()
            if self.peek() != ")":
                self.next(",")
        if self.take(":"):
            self.type()
            while self.take(","):
                self.type()

    def table(self) -> None:
        self.next("{")
        while not self.take("}"):
            if self.take("["):
                self.type()
                self.next("]")
            else:
                self.name()
                self.take("?")
            self.next(":")
            self.type()
            if self.peek() != "}":
                self.next(",")


@dataclass
class File:
    """What a file of annotations defines and uses."""

    name: str
    classes: dict[str, list[str]] = field(default_factory=dict)  # fields of each
    aliases: dict[str, list[str]] = field(default_factory=dict)
    used: list[tuple[int, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    functions: dict[str, tuple[list[str], int]] = field(default_factory=dict)  # params, returns
    remarks: dict[str, str] = field(default_factory=dict)  # of "class.field"


class Reader:
    """One file, line by line; a group ends where no comment is."""

    def __init__(self, name: str, text: str) -> None:
        self.file = File(name)
        self.klass = ""
        self.alias = ""
        self.comment: list[str] = []
        self.params: list[str] = []
        self.returns = 0
        for self.number, line in enumerate(text.split("\n"), 1):
            try:
                self.line(line)
            except Fault as fault:
                self.complain(str(fault))

    def complain(self, text: str) -> None:
        self.file.wrong.append(f"{self.file.name}:{self.number}: {text}")

    def line(self, line: str) -> None:
        if line.startswith("---@"):
            self.tag(line[4:])
        elif line.startswith("---|"):
            self.literal(line[4:])
        elif line.startswith("---"):
            self.comment.append(line[3:])
        elif not line.startswith("--"):
            self.code(line)

    def code(self, line: str) -> None:
        match = re.match(r"function ([\w.:]+)\((.*)\) end$", line)
        if match:
            given = [a.strip() for a in match[2].split(",") if a.strip()]
            if self.params and self.params != given:
                self.complain(f"@param {self.params}, but ({match[2]})")
            if given and not self.params:
                self.complain(f"{match[1]} has arguments without @param")
            self.file.functions[match[1]] = (given, self.returns)
        elif self.params or self.returns:
            self.complain("@param or @return before what is no function")
        if self.comment and self.klass and not line:
            self.complain(f"a remark after the last field of {self.klass}: of nothing")
        if self.comment and not (line or self.klass or self.alias):
            self.complain("a remark of nothing")
        self.klass = self.alias = ""
        self.comment, self.params, self.returns = [], [], 0

    def tag(self, text: str) -> None:
        parser = Parser(text)
        tag = parser.name()
        if tag not in TAGS:
            raise Fault(f"no tag {tag}")
        getattr(self, f"tag_{tag}")(parser)
        self.file.used += [(self.number, name) for name in parser.names]
        self.judge_tail(tag, parser.rest())

    def judge_tail(self, tag: str, rest: str) -> None:
        if rest and tag not in ("param", "return", "field"):
            raise Fault(f"'{rest}' after @{tag}")
        if rest and tag == "return" and not rest.startswith("#"):
            raise Fault(f"a remark after @return begins with #: {rest}")
        if rest.lstrip("# ").startswith(("'", '"', "[")):
            raise Fault(f"a remark that begins with a quote is cut: {rest}")

    def tag_meta(self, parser: Parser) -> None:
        parser.name()

    def tag_class(self, parser: Parser) -> None:
        self.klass = parser.name()
        if parser.take(":"):
            parser.type()
        if self.klass in self.file.classes:
            raise Fault(f"class {self.klass} twice")
        self.file.classes[self.klass] = []
        self.comment = []

    def tag_field(self, parser: Parser) -> None:
        if not self.klass:
            raise Fault("@field without a class in the lines before")
        if parser.take("["):
            key = parser.next().strip('"')
            if key == "]":
                raise Fault("[] is no key")
            parser.next("]")
            name = f"[{key}]" if key in BUILTIN else key
        else:
            name = parser.name()
            if name in VISIBILITIES:
                raise Fault(f"{name} is taken for the visibility of a field")
        parser.take("?")
        parser.type()
        if name in self.file.classes[self.klass]:
            raise Fault(f"field {self.klass}.{name} twice")
        self.file.classes[self.klass].append(name)
        self.file.remarks[f"{self.klass}.{name}"] = " ".join(self.comment)
        self.comment = []

    def tag_operator(self, parser: Parser) -> None:
        if parser.name() not in OPERATORS or not self.klass:
            raise Fault("no such operator, or of no class")
        parser.next(":")
        parser.type()
        self.comment = []

    def tag_alias(self, parser: Parser) -> None:
        self.alias = parser.name()
        self.klass = ""
        if self.alias in self.file.aliases:
            raise Fault(f"alias {self.alias} twice")
        self.file.aliases[self.alias] = []
        if parser.peek():
            parser.type()
            self.file.aliases[self.alias].append("")

    def literal(self, text: str) -> None:
        if not self.alias:
            raise Fault("---| without an alias in the lines before")
        parser = Parser(text)
        before = parser.peek()
        parser.unit()
        self.file.used += [(self.number, name) for name in parser.names]
        self.file.aliases[self.alias].append(before.strip("\"'"))
        if parser.rest() and not parser.rest().startswith("#"):
            raise Fault(f"'{parser.rest()}' after a literal")
        self.comment = []

    def tag_param(self, parser: Parser) -> None:
        name = "..." if parser.take("...") else parser.name()
        parser.take("?")
        parser.type()
        self.params.append(name)

    def tag_return(self, parser: Parser) -> None:
        parser.type()
        if re.match(r"[A-Za-z_]", parser.peek()) or parser.peek() == "...":
            parser.next()
        if parser.take(","):
            raise Fault("one result in a line")
        self.returns += 1

    def tag_overload(self, parser: Parser) -> None:
        parser.function()

    def tag_type(self, parser: Parser) -> None:
        parser.type()


def read(name: str, text: str) -> File:
    return Reader(name, text).file


def undefined(files: list[File]) -> list[str]:
    """Types that no file defines, and those that two define."""
    known: dict[str, str] = {}
    wrong = []
    for file in files:
        for name in (*file.classes, *file.aliases):
            if name in known:
                wrong.append(f"{file.name}: {name} is defined in {known[name]} too")
            known[name] = file.name
        wrong += [f"{file.name}: alias {n} has no values" for n, v in file.aliases.items() if not v]
    for file in files:
        for number, name in file.used:
            if name not in known and name not in BUILTIN:
                wrong.append(f"{file.name}:{number}: no type {name}")
    return wrong
