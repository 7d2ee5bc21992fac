# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""C types and prototypes, read by pycparser."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any, cast

import pycparser
from pycparser import c_ast, c_generator

from .. import kinds
from ..ir import CType
from . import wording

# C types of whole numbers: smallest and largest value, as the kernel spells them.
INTEGERS: dict[str, tuple[str, str]] = {
    "char": ("CHAR_MIN", "CHAR_MAX"),
    "signed char": ("SCHAR_MIN", "SCHAR_MAX"),
    "unsigned char": ("0", "UCHAR_MAX"),
    "short": ("SHRT_MIN", "SHRT_MAX"),
    "unsigned short": ("0", "USHRT_MAX"),
    "int": ("INT_MIN", "INT_MAX"),
    "unsigned int": ("0", "UINT_MAX"),
    "long": ("LONG_MIN", "LONG_MAX"),
    "u8": ("0", "U8_MAX"),
    "u16": ("0", "U16_MAX"),
    "u32": ("0", "U32_MAX"),
    "s8": ("S8_MIN", "S8_MAX"),
    "s16": ("S16_MIN", "S16_MAX"),
    "s32": ("S32_MIN", "S32_MAX"),
    "__u8": ("0", "U8_MAX"),
    "__u16": ("0", "U16_MAX"),
    "__u32": ("0", "U32_MAX"),
    "__be16": ("0", "U16_MAX"),
    "__be32": ("0", "U32_MAX"),
    "__le16": ("0", "U16_MAX"),
    "__le32": ("0", "U32_MAX"),
    "__le64": ("", ""),
    "u_int8_t": ("0", "U8_MAX"),
    "u_int16_t": ("0", "U16_MAX"),
    "u_int32_t": ("0", "U32_MAX"),
    "uint8_t": ("0", "U8_MAX"),
    "uint16_t": ("0", "U16_MAX"),
    "uint32_t": ("0", "U32_MAX"),
    "int8_t": ("S8_MIN", "S8_MAX"),
    "int16_t": ("S16_MIN", "S16_MAX"),
    "int32_t": ("S32_MIN", "S32_MAX"),
    "__s8": ("S8_MIN", "S8_MAX"),
    "__s16": ("S16_MIN", "S16_MAX"),
    "__s32": ("S32_MIN", "S32_MAX"),
    "dev_t": ("0", "U32_MAX"),
    "umode_t": ("0", "USHRT_MAX"),
    "acpi_status": ("0", "U32_MAX"),
    "pid_t": ("INT_MIN", "INT_MAX"),
    "time64_t": ("", ""),
    "loff_t": ("", ""),
    "__s64": ("", ""),
    "int64_t": ("", ""),
    "uint64_t": ("", ""),
    "sector_t": ("", ""),
    "netdev_features_t": ("", ""),
    "phys_addr_t": ("", ""),
    "ktime_t": ("", ""),
    "s64": ("", ""),
    "long long": ("", ""),
    "u64": ("", ""),
    "__u64": ("", ""),
    "__be64": ("", ""),
    "unsigned long": ("", ""),
    "unsigned long long": ("", ""),
    "size_t": ("", ""),
    "ssize_t": ("", ""),
}
# These have to be known to be parsed: scripts do not use them.
OTHERS = (
    "bool gfp_t __wsum __sum16 acpi_handle cpumask_t nodemask_t kuid_t kgid_t spinlock_t atomic_t "
    "refcount_t possible_net_t"
).split() + [*kinds.c_types()]
TYPEDEFS = sorted({name for name in INTEGERS if " " not in name} | set(OTHERS))
TYPEDEFS = [name for name in TYPEDEFS if name not in ("char", "short", "int", "long")]
PRELUDE = "".join(f"typedef int {name};\n" for name in TYPEDEFS)
PRELUDE_LINES = PRELUDE.count("\n")

SIGNED = {"char", "signed char", "short", "int", "long", "long long", "s8", "s16", "s32", "s64"} | {
    "ssize_t",
    "pid_t",
    "ktime_t",
    "time64_t",
    "loff_t",
}  # fmt: skip
SIGNED |= {"int8_t", "int16_t", "int32_t", "int64_t", "__s8", "__s16", "__s32", "__s64"}
# The largest values, by what they are called.
LARGEST = {
    "CHAR_MAX": 0x7F, "SCHAR_MAX": 0x7F, "S8_MAX": 0x7F, "UCHAR_MAX": 0xFF, "U8_MAX": 0xFF,
    "SHRT_MAX": 0x7FFF, "S16_MAX": 0x7FFF, "USHRT_MAX": 0xFFFF, "U16_MAX": 0xFFFF,
    "INT_MAX": 0x7FFFFFFF, "S32_MAX": 0x7FFFFFFF, "UINT_MAX": 0xFFFFFFFF, "U32_MAX": 0xFFFFFFFF,
    "LONG_MAX": 0x7FFFFFFFFFFFFFFF, "": 0x7FFFFFFFFFFFFFFF,
}  # fmt: skip


def limits(kind: CType) -> tuple[int, int]:
    """The smallest and the largest value of an integer type that a script can give or get."""
    most = LARGEST[kind.high]
    signed = kind.text in SIGNED or kind.text.startswith("enum ")
    return (-most - 1 if signed else 0), most


# How many bits types have.
BITS = {
    name: LARGEST[high].bit_length() + (name in SIGNED) for name, (_, high) in INTEGERS.items()
    if high
}  # fmt: skip


class DeclarationError(ValueError):
    """Why a piece of C was not understood; column counts from 1 in the piece, 0 when unknown."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True)
class Parameter:
    name: str
    type: CType
    target: CType | None  # of a pointer


@dataclass(frozen=True)
class Prototype:
    name: str
    result: CType
    parameters: tuple[Parameter, ...]
    function_type: str
    variadic: bool = False


LENGTH = 500  # characters of a declaration


@functools.lru_cache(maxsize=1)
def _parser() -> Any:
    return pycparser.CParser()


def parse(text: str) -> Any:
    """The last declaration of a text."""
    if len(text) > LENGTH:  # the parser and all that looks at its tree recurse
        raise DeclarationError(wording.LONG_DECLARATION.format(most=LENGTH))
    try:
        tree = _parser().parse(PRELUDE + text, "c")
    except pycparser.c_parser.ParseError as error:
        raise _declaration_error(str(error)) from None
    return tree.ext[-1]


def _declaration_error(message: str) -> DeclarationError:
    match = re.match(r"^[^:]*:(\d+):(\d+): (.*)$", message)
    if not match:
        return DeclarationError(wording.NOT_A_C_DECLARATION)
    column = int(match[2]) if int(match[1]) == PRELUDE_LINES + 1 else 0
    near = re.match(r"before: (.*)$", match[3])
    if near:
        return DeclarationError(wording.NOT_A_C_DECLARATION_AT.format(near=near[1]), column)
    return DeclarationError(wording.MAYBE_UNKNOWN_TYPE, column)


@functools.lru_cache(maxsize=None)
def prototype(text: str) -> Prototype:
    """The parts of `int f(unsigned int cpu);`."""
    text = text.strip()
    decl = parse(text if text.endswith(";") else text + ";")
    if not isinstance(decl, c_ast.Decl) or not isinstance(decl.type, c_ast.FuncDecl):
        raise DeclarationError(wording.NOT_A_PROTOTYPE)
    function = decl.type
    parameters = []
    given = function.args.params if function.args else []
    variadic = any(isinstance(parameter, c_ast.EllipsisParam) for parameter in given)
    for parameter in given:
        if isinstance(parameter, c_ast.EllipsisParam):
            continue
        if isinstance(parameter, c_ast.Typename) and _spell(parameter.type) == "void":
            continue
        if not isinstance(parameter, c_ast.Decl) or not parameter.name:
            raise DeclarationError(wording.PARAMETER_WITHOUT_NAME)
        parameters.append(_parameter(parameter))
    result = ctype_of(function.type)
    types = ", ".join(p.type.text for p in parameters) or "void"
    types += ", ..." if variadic else ""
    function_type = result.declare(f"({types})")
    return Prototype(cast(str, decl.name), result, tuple(parameters), function_type, variadic)


def _parameter(decl: Any) -> Parameter:
    kind = decl.type
    if isinstance(kind, c_ast.ArrayDecl):
        raise DeclarationError(wording.ARRAY_PARAMETER.format(name=decl.name))
    target = ctype_of(kind.type) if isinstance(kind, c_ast.PtrDecl) else None
    return Parameter(decl.name, ctype_of(kind), target)


@functools.lru_cache(maxsize=None)
def ctype(text: str) -> CType:
    """A type, as `unsigned int` or `struct sk_buff *`."""
    decl = parse(f"void f({text.strip()});")
    parameters = decl.type.args.params if decl.type.args else ()
    if len(parameters) != 1 or not isinstance(parameters[0], c_ast.Typename):
        raise DeclarationError(wording.NOT_A_C_TYPE)
    return ctype_of(parameters[0].type)


def ctype_of(node: Any) -> CType:
    text = _spell(node)
    bare = re.sub(r"^const ", "", text)
    if text == "void":
        return CType("void", "void")
    if bare == "bool":
        return CType("bool", "bool")
    if text == "const char *":
        return CType(text, "string")
    if text.endswith("*"):
        return CType(text, "pointer")
    if bare.startswith("enum "):
        return CType(bare, "integer", "INT_MIN", "INT_MAX")
    if bare in INTEGERS:
        low, high = INTEGERS[bare]
        return CType(bare, "integer", low, high, wide=not high)
    return CType(text, "other")


def _spell(node: Any) -> str:
    """The type's text in kernel style, without the declared name."""
    if isinstance(node, c_ast.PtrDecl):
        inner = _spell(node.type)
        return f"{inner}*" if inner.endswith("*") else f"{inner} *"
    if isinstance(node, c_ast.TypeDecl):
        words = [*node.quals]
        kind = node.type
        if isinstance(kind, c_ast.IdentifierType):
            words += _normal(kind.names)
        elif isinstance(kind, (c_ast.Struct, c_ast.Union, c_ast.Enum)):
            if kind.name is None or getattr(kind, "decls", None) or getattr(kind, "values", None):
                raise DeclarationError(wording.DECLARED_TYPE)
            words += [type(kind).__name__.lower(), kind.name]
        return " ".join(words)
    return cast(str, c_generator.CGenerator().visit(node))


def _normal(names: list[str]) -> list[str]:
    """One spelling for each integer type: `unsigned` is `unsigned int`, `long int` is `long`."""
    words = list(names)
    if len(words) > 1 and words[-1] == "int" and words[-2] in ("long", "short"):
        words.pop()
    if words in (["unsigned"], ["signed"]):
        words.append("int")
    if words == ["signed", "int"]:
        words = ["int"]
    return words
