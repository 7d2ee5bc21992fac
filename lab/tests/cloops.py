# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Finds every loop of a C source: `for`, `while`, `do`, a `goto` back, a macro that loops.

It reads tokens and the shapes of statements, nothing of types, and so takes preprocessed sources
and sources as they are written. What it cannot read is an error, never passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\f\v]+|\\\n)
  | (?P<line>\n)
  | (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
  | (?P<word>[A-Za-z_$][A-Za-z0-9_$]*)
  | (?P<number>\.?[0-9](?:[eEpP][+-]|[A-Za-z0-9_.])*)
  | (?P<mark>\#\#?|->|\+\+|--|<<=?|>>=?|[<>=!]=|&&|\|\||\.\.\.|[-+*/%&|^]=|[^\sA-Za-z0-9_])
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKER = re.compile(r'#\s*(?:line\s+)?(?P<number>\d+)\s+"(?P<file>[^"]*)"')
_PASSED = re.compile(r"#\s*(if|ifdef|ifndef|elif|else|endif|include|undef|pragma|error|warning)\b")
_KEYWORDS = {"if", "else", "for", "while", "do", "switch", "case", "default", "goto", "return"}
_NO_CALL = _KEYWORDS | {"sizeof", "typeof", "__typeof__", "_Alignof", "__attribute__", "defined"}


@dataclass(frozen=True)
class Token:
    """A token and where it stands."""

    text: str
    kind: str
    file: str
    line: int


@dataclass(frozen=True)
class Loop:
    """A loop: what makes it one (`for`, `while`, `do`, `goto`, a macro's name) and its head.

    `line` and `last` are where its head begins and ends; that of a `do` is its first line.
    """

    kind: str
    head: str
    file: str
    line: int
    last: int


@dataclass
class Function:
    """A function, or a macro with a loop in it: its loops in order, and what it calls."""

    name: str
    file: str
    line: int
    loops: list[Loop] = field(default_factory=list)
    calls: set[str] = field(default_factory=set)


class SourceError(Exception):
    """A source that was not understood."""


def _directive(text: str, at: int) -> int:
    """Where the preprocessor line that begins at `at` ends."""
    while True:
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        if text[end - 1] != "\\":
            return end
        at = end + 1


def tokens(text: str, name: str) -> tuple[list[Token], list[list[Token]]]:
    """The tokens of a source, and those of each #define in it. Comments are left out."""
    code: list[Token] = []
    macros: list[list[Token]] = []
    file, line, at, fresh = name, 1, 0, True
    into = code
    while at < len(text):
        if fresh and text[at] == "#":
            end = _directive(text, at)
            marker = _MARKER.match(text, at, end)
            if marker:
                file, line = marker["file"], int(marker["number"]) - 1
            elif text.startswith("define", _skip(text, at + 1)):
                body, _ = tokens(text[_skip(text, at + 1) + len("define") : end], file)
                macros.append([Token(t.text, t.kind, file, line + t.line - 1) for t in body])
            elif not _PASSED.match(text, at):
                raise SourceError(f"{file}:{line}: a line for the preprocessor: {text[at:end]}")
            line += text.count("\n", at, end) if not marker else 0
            at = end
            continue
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise SourceError(f"{file}:{line}: not C: {text[at : at + 20]!r}")
        kind = match.lastgroup
        if kind == "line":
            fresh = True
        elif kind not in ("space", "comment"):
            into.append(Token(match[0], kind, file, line))
            fresh = False
        line += match[0].count("\n")
        at = match.end()
    return code, macros


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


class _Reader:
    """Reads one function body, statement by statement."""

    def __init__(self, body: list[Token], function: Function) -> None:
        self.body = body
        self.at = 0
        self.function = function
        self.labels: set[str] = set()

    def peek(self, ahead: int = 0) -> str:
        """The text of a token that is not yet read, "" behind the end."""
        at = self.at + ahead
        return self.body[at].text if 0 <= at < len(self.body) else ""

    def here(self) -> Token:
        """The next token, for where it stands."""
        return self.body[min(self.at, len(self.body) - 1)]

    def fail(self, want: str) -> SourceError:
        """What is said of a body that is not as expected."""
        token = self.here()
        return SourceError(
            f"{token.file}:{token.line}: {self.function.name}: expected {want}, got {token.text}"
        )

    def take(self, text: str) -> None:
        """Read this very token."""
        if self.peek() != text:
            raise self.fail(text)
        self.at += 1

    def group(self) -> list[Token]:
        """Read (...), [...] or {...} of an expression, with the statements in `({ })`."""
        start = self.at
        opening = self.peek()
        closing = {"(": ")", "[": "]", "{": "}"}[opening]
        self.at += 1
        if opening == "(" and self.peek() == "{":
            self.block()
        while self.peek() != closing:
            self.expression_token(closing)
        self.at += 1
        return self.body[start : self.at]

    def expression_token(self, want: str) -> None:
        """Read one token of an expression, or a group."""
        text = self.peek()
        if text == "":
            raise self.fail(want)
        if text in _KEYWORDS:
            raise self.fail(f"{want} before a statement")
        if text in ("(", "[", "{"):
            self.group()
            return
        token = self.body[self.at]
        if self.peek(1) == "(" and _is_name(token) and self.peek(-1) not in ("->", "."):
            self.function.calls.add(text)
        self.at += 1

    def loop(self, kind: str, head: list[Token], at: Token) -> None:
        """Note a loop."""
        text = " ".join(t.text for t in head)
        last = at.line if kind == "do" else head[-1].line
        self.function.loops.append(Loop(kind, text, at.file, at.line, last))

    def block(self) -> None:
        """Read { statements }."""
        self.take("{")
        while self.peek() != "}":
            self.statement()
        self.at += 1

    def statement(self) -> None:
        """Read one statement."""
        text = self.peek()
        if text == "":
            raise self.fail("a statement")
        if text == "{":
            self.block()
        elif text in ("for", "while"):
            at = self.here()
            self.at += 1
            self.loop(text, self.group(), at)
            self.statement()
        elif text == "do":
            self.do()
        elif text == "if":
            self.at += 1
            self.group()
            self.statement()
            if self.peek() == "else":
                self.at += 1
                self.statement()
        elif text == "switch":
            self.at += 1
            self.group()
            self.statement()
        elif text in ("case", "default"):
            while self.peek() != ":":
                self.at += 1
                if self.peek() == "":
                    raise self.fail(":")
            self.at += 1
        elif text == "goto":
            self.goto()
        elif text == "asm" and self.peek(1) == "goto":
            self.at += 2  # it jumps to labels of its own, or forward
            self.group()
        elif self.here().kind == "word" and self.peek(1) == ":" and text not in _KEYWORDS:
            self.labels.add(text)
            self.at += 2
        else:
            self.simple()

    def do(self) -> None:
        """Read do ... while (...): no loop when it is written to run once."""
        at = self.here()
        place = len(self.function.loops)
        self.at += 1
        self.statement()
        self.take("while")
        head = self.group()
        if [t.text for t in head] not in (["(", "0", ")"], ["(", "false", ")"]):
            self.loop("do", head, at)
            self.function.loops.insert(place, self.function.loops.pop())
        if self.peek() == ";":
            self.at += 1

    def goto(self) -> None:
        """Read a goto: back, it is a loop. A computed one dispatches, and is no loop by itself."""
        at = self.here()
        label = self.peek(1)
        if label in self.labels:
            self.loop("goto", self.body[self.at + 1 : self.at + 2], at)
        while self.peek() != ";":
            self.at += 1
            if self.peek() == "":
                raise self.fail(";")
        self.at += 1

    def simple(self) -> None:
        """Read an expression or a declaration; `name(...)` before a statement is a macro's loop."""
        if self.peek() == "return":
            self.at += 1
        first = self.at
        while self.peek() != ";":
            if self.peek() == "}" and first < self.at:
                return  # a macro that brings its semicolon
            is_call = self.at == first + 1 and self.peek() == "(" and _is_name(self.body[first])
            self.expression_token(";")
            if is_call and (self.peek() == "{" or self.here().kind == "word"):
                head = self.body[first : self.at]
                self.loop(head[0].text, head[1:], head[0])
                self.statement()
                return
        self.at += 1


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.text not in _NO_CALL


def _stray(code: list[Token], bodies: list[list[Token]]) -> None:
    """No loop stands where no function was seen."""
    inside = {id(token) for body in bodies for token in body}
    for token in code:
        if token.text in ("for", "while", "do", "goto") and id(token) not in inside:
            raise SourceError(f"{token.file}:{token.line}: {token.text} outside of a function")


def _heads(code: list[Token]) -> list[tuple[Token, list[Token]]]:
    """The functions of a file: the token of the name, and the body with its braces."""
    found = []
    depth = 0
    start = 0
    name: Token | None = None
    for at, token in enumerate(code):
        if token.text in ("(", "["):
            if depth == 0 and token.text == "(" and at and code[at - 1].kind == "word":
                quoted = [t.text for t in code[at + 2 : at + 4]] == [")", "("]  # int (name) (...)
                if code[at - 1].text not in _NO_CALL | {"__asm__", "asm"}:
                    name = name or code[at + 1 if quoted else at - 1]
            depth += 1
        elif token.text in (")", "]"):
            depth -= 1
        elif token.text == "{":
            if depth == 0:
                start = at
            depth += 1
        elif token.text == "}":
            depth -= 1
            if depth == 0:
                if name is not None and code[start - 1].text in (")", "__must_hold"):
                    found.append((name, code[start : at + 1]))
                name = None
        elif token.text in (";", "=") and depth == 0:
            name = None if token.text == ";" else name
    if depth:
        raise SourceError(f"{code[-1].file}: braces do not match")
    return found


def _macro(body: list[Token]) -> Function:
    """A macro, with the loops that begin in it."""
    function = Function(body[0].text, body[0].file, body[0].line)
    for at, token in enumerate(body):
        if token.text not in ("for", "while", "do", "goto") or token.kind != "word":
            continue
        rest = [t.text for t in body[at + 1 :]]
        if token.text == "goto" and body[at - 1].text in ("asm", "volatile"):
            continue  # what it may jump to is named in it
        if token.text == "while" and rest[:3] in (["(", "0", ")"], ["(", "false", ")"]):
            continue
        if token.text == "do" and "while" in rest:
            continue  # its `while` tells
        function.loops.append(Loop(token.text, " ".join(rest), token.file, token.line, token.line))
    return function


def functions(text: str, name: str) -> list[Function]:
    """The functions and macros of a source, with their loops."""
    code, macros = tokens(text, name)
    found = []
    heads = _heads(code)
    _stray(code, [body for _, body in heads])
    for head, body in heads:
        function = Function(head.text, head.file, head.line)
        reader = _Reader(body, function)
        reader.block()
        if reader.at != len(body):
            raise reader.fail("the end")
        found.append(function)
    return found + [_macro(body) for body in macros if body]


def read(path: Path, name: str) -> list[Function]:
    """The same, of a file."""
    return functions(path.read_text(encoding="utf-8"), name)
