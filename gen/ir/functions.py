# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What scripts may call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import SimpleNamespace

from .values import Constant, CType, Enum, LayoutRef, Lock


# Slots of Lua's stack above the arguments that a C function has (LUA_MINSTACK), and what of them
# is for what it calls.
MINSTACK = 20
SPARE = 6


# Local variables of the generated function, by what they are for.
OWN = ("inside", "count", "i", "result", "copy", "err", "holder", "later", "cost")


@dataclass(frozen=True)
class Argument:
    """One parameter of a C function. How it gets its value: role.

    script: an integer, boolean, text, or (with view) a view of the script's. bytes: a string or
    block of it. fill: a buffer. length: how long one of these is. value: a C expression. carried:
    from the callback. lookup: what another function finds. out: written by the function; with
    view: a struct. sized: bytes that it writes. object: a pointer that it writes, to an object.
    array, capacity: the records of a list and how many there is room for.
    """

    name: str
    type: CType
    role: str
    doc: str = ""
    unit: str = ""
    index: int = 0  # of the script's argument, from 1
    low: str = ""  # range the script may give: C expressions that lie within the type
    high: str = ""
    low_of: tuple[str, ...] = ()  # what the expressions name
    high_of: tuple[str, ...] = ()
    bounded: bool = False  # the spec says a bound by name
    range: str = ""  # the same for people
    enum: Enum | None = None
    strict: bool = True
    view: LayoutRef | None = None
    copy: bool = False  # of a view: a copy will do
    value: str = ""  # C expression, for role value
    carried: str = ""  # member of the callback's arguments
    check: str = ""  # C expression over the script's argument and the carried one
    check_of: tuple[str, ...] = ()  # what it names
    check_function: str = ""  # that the whole of it is a call of
    given: "Argument | None" = None  # the script's argument that it is made from
    nullable: bool = False  # of a view: nil is NULL
    consumes: bool = False  # of a view: the function takes the script's reference
    maximum: int = 0  # bytes of a buffer
    size: str = ""  # of sized: C expression that says how many bytes count, "" for maximum
    size_of: tuple[str, ...] = ()  # parameters that the expression names
    release: str = ""  # of an object, as in Returns
    borrowed: str = ""
    lifetime: str = "script"
    length: str = ""  # parameter that says how long the buffer is; of bytes, "": of maximum
    lookup: "Lookup | None" = None
    variadic: bool = False  # one of those that stand for the dots
    sample: str = ""  # a right value, in Lua
    owner: int = 0  # stack index of the Lua value that has the memory: fill, sized, out with view

    @property
    def flags(self) -> bool:
        return bool(self.enum and self.enum.flags)

    @property
    def length_name(self) -> str:
        """The variable that says how long the bytes of the script's are."""
        return self.length or f"{self.name}_size"

    @property
    def taken(self) -> str:
        """How the object behind a view is taken: luadata_…"""
        const = self.type.text.startswith("const ")
        if self.consumes:
            return "checkowned"
        if self.copy:
            return "checkobject" if const else "mutable"
        return "originalconst" if const else "original"

    @property
    def given_name(self) -> str:
        """A right value by name, as a test gives it."""
        assert self.enum
        ends = self.enum.constants[:: len(self.enum.constants) - 1 or 1]
        return "|".join(c.name for c in ends) if self.flags else self.enum.constants[-1].name

    @property
    def given_value(self) -> str:
        """What that is in C."""
        assert self.enum
        ends = self.enum.constants[:: len(self.enum.constants) - 1 or 1]
        return " | ".join(c.value for c in ends) if self.flags else self.enum.constants[-1].value


@dataclass(frozen=True)
class Lookup:
    """The function that finds what a parameter is, and how it is given back."""

    where: str
    c_name: str
    function_type: str
    arguments: tuple[Argument, ...]
    release: str  # C function, or ""
    borrowed: str  # why nothing is to be given back


@dataclass(frozen=True)
class Returns:
    """What the C result means: kind.

    none: nothing, ignore: nothing for scripts, errno, status: a code of an enum, length: how many
    bytes of a buffer count (or an errno), value, view, list.
    """

    kind: str
    type: CType
    doc: str = ""
    unit: str = ""
    view: LayoutRef | None = None
    nullable: bool = False
    errptr: bool = False  # ERR_PTR: nil and the errno
    release: str = ""
    borrowed: str = ""  # why it stays although nobody holds it
    copy: int = 0  # stack index of the view that gets a copy
    by_value: bool = False  # the C function returns the struct itself
    lifetime: str = "script"  # or call: until the entry from the kernel ends
    maximum: int = 0
    enum: Enum | None = None
    ok: str = ""  # C value of the status that is no error
    ok_name: str = ""
    length: str = ""  # the buffer; of a list: the parameter that says how many there is room for


@dataclass(frozen=True)
class Function:
    name: str
    where: str
    doc: str
    prototype: str
    c_name: str
    context: str  # any, process, sleepable
    inside: str  # callback, or ""
    arguments: tuple[Argument, ...]
    returns: Returns
    host: bool  # written beside the spec, so declared in the generated header
    function_type: str  # "int (unsigned int)"
    call: str = ""  # a C expression in place of a call of the function
    shared: bool = False  # the binding calls the C function elsewhere, too
    lock: Lock | None = None
    locked: str = ""  # parameter that `object` stands for in the lock
    capability: str = ""
    stack: int = 0  # bytes that it takes of the kernel's; 0: as others of its context
    variadic: bool = False
    iterates: str = ""  # parameter that is what was returned before
    takes: tuple[str, ...] = ()  # locks of the kernel
    cost: str = ""  # units of the budget, a C expression
    cost_by: str = ""  # with what it grows
    cost_of: tuple[str, ...] = ()  # parameters that the expression names
    variables: tuple[Argument, ...] = ()  # local ones that expressions may name
    key: str = ""  # of its declaration
    unshown: bool = False  # nobody has shown that its context is any

    @property
    def object(self) -> "Argument | Returns | None":
        """The result that is a pointer to an object of the kernel, not a copy."""
        if self.returns.kind == "view" and not self.returns.copy:
            return self.returns
        found = [a for a in self.arguments if a.role == "object"]
        return found[0] if found else None

    @property
    def owned(self) -> "Argument | Returns | None":
        """The same, when it has to be given back."""
        return self.object if self.object and self.object.release else None

    @property
    def whole(self) -> tuple[LayoutRef, ...]:
        """Layouts of structs that are copied, or written to memory of the struct's size."""
        found = [self.returns.view] if self.returns.copy or self.returns.kind == "list" else []
        found += [a.view for a in self.arguments if a.role == "out" or a.copy]
        return tuple({ref.symbol: ref for ref in found if ref and ref.c}.values())

    @property
    def holder(self) -> int:
        """Stack index of the view that owns it, made before the call."""
        return len(self.script) + len(self.owners) + bool(self.returns.copy) + 1

    @property
    def deferred(self) -> bool:
        """Whether it is given back later: the collector may come where nothing may sleep."""
        found = self.owned
        return bool(found and found.lifetime == "script" and self.context == "sleepable")

    @property
    def consumed(self) -> "Argument | None":
        found = [a for a in self.script if a.consumes]
        return found[0] if found else None

    @property
    def public(self) -> tuple[Argument, ...]:
        """What scripts write: loops give by themselves what they got before."""
        return tuple(a for a in self.script if a.name != self.iterates)

    @property
    def entry(self) -> str:
        """The C function that takes the arguments and calls."""
        return f"l_step_{self.name}" if self.iterates else f"l_{self.name}"

    @property
    def own(self) -> SimpleNamespace:
        """Names of local variables that the spec does not name, by their words."""
        lookups = [a.lookup for a in self.arguments if a.lookup]
        values = [f"{a.value} {a.check} {a.low} {a.high}" for a in (*self.arguments, *self.script)]
        values += [b.value for one in lookups for b in one.arguments]
        values += [self.c_name, *(n for one in lookups for n in (one.c_name, one.release))]
        values += [self.returns.release, self.returns.ok, *self.declared]
        taken = set(re.findall(r"\w+", " ".join(values)))
        own = {}
        for word in OWN:
            own[word] = word
            while own[word] in taken:
                own[word] += "_"
        return SimpleNamespace(**own)

    @property
    def called(self) -> str:
        """What the glue calls, and suites replace."""
        return f"l_call_{self.name}" if self.call or self.shared else self.c_name

    @property
    def script(self) -> tuple[Argument, ...]:
        """What the script gives, in order."""
        out: list[Argument] = []
        for argument in self.arguments:
            if argument.lookup:
                out += [a for a in argument.lookup.arguments if a.role == "script"]
            elif argument.given:
                out.append(argument.given)
            elif argument.role in ("script", "bytes"):
                out.append(argument)
        return tuple(sorted(out, key=lambda a: a.index))

    def needs(self, names: tuple[str, ...]) -> tuple[Argument, ...]:
        """The script's numbers and texts among what an expression names."""
        found = (a for a in self.script if a.role == "script" and not a.view)
        return tuple(a for a in found if a.name in names)

    @property
    def varying(self) -> tuple[Argument, ...]:
        """The script's numbers whose bounds depend on what else it gives."""
        return tuple(a for a in self.script if self.needs(a.low_of + a.high_of))

    def most(self, a: Argument) -> str:
        """The largest right value of a number, in the C of a suite; "" when it has no bound."""
        return f"most_of_{self.name}_{a.name}()" if a in self.varying else a.high

    def least(self, a: Argument) -> str:
        return f"least_of_{self.name}_{a.name}()" if a in self.varying else a.low

    def pushed(self, a: Argument) -> str:
        """A right value as tests give it, a C expression, where it is an integer of no enum."""
        return (self.most(a) or "7") if a.type.kind == "integer" and not a.enum else ""

    @property
    def declared(self) -> list[str]:
        """Local variables of the generated function that the spec names."""
        own = ("carried", "array", "lookup", "fill", "sized", "object", "out")
        names = [a.name for a in self.script]
        names += dict.fromkeys(a.length_name for a in self.script if a.role == "bytes")
        return names + [a.name for a in self.arguments if a.role in own]

    @property
    def plain_script(self) -> bool:
        """Whether a script's source can call it: all that it gives can be written down there."""
        return (
            not any(a.view or a.type.kind == "pointer" for a in self.script + self.outs)
            and all(a.role in ("script", "value", "out", "carried") for a in self.arguments)
            and self.returns.kind in ("none", "errno", "value", "list")
        )

    @property
    def lua_values(self) -> str:
        """Right arguments as Lua's source, in which %lld stands for integers."""
        texts = []
        for a in self.script:
            if a.enum:
                texts.append(Constant(a.given_name, "").lua.replace("%", "%%"))
            else:
                texts.append({"bool": "true", "string": "'text'"}.get(a.type.kind, "%lld"))
        return ", ".join(texts)

    @property
    def outs(self) -> tuple[Argument, ...]:
        """What the script gets beside the result."""
        return tuple(a for a in self.arguments if a.role in ("out", "fill", "sized", "object"))

    @property
    def parameters(self) -> tuple[Argument, ...]:
        """Those that the prototype names."""
        return tuple(a for a in self.arguments if not a.variadic)

    @property
    def fails(self) -> str:
        """A result, in C, that scripts see as nil."""
        kind = self.returns.kind
        if kind in ("errno", "list", "length"):
            return "-EINVAL"
        if kind == "status":
            return f"{self.returns.ok} + 1"
        if kind == "view" and self.returns.errptr:
            return "ERR_PTR(-EINVAL)"
        return "NULL" if kind == "view" and self.returns.nullable else ""

    @property
    def unsaid_errors(self) -> bool:
        """Whether the result is a pointer that may be an ERR_PTR without a word of the spec."""
        result = self.returns
        text = result.kind == "value" and result.type.kind == "string"
        return text or (result.kind == "view" and not result.by_value and not result.errptr)

    @property
    def may_fail(self) -> bool:
        """Whether nil and a reason can take the place of what is returned."""
        kinds = ("errno", "status", "length", "list")
        return bool(self.returns.kind in kinds or self.returns.errptr or self.lookups)

    @property
    def acquires(self) -> bool:
        """Something has to be given back."""
        return bool(self.returns.release or self.owned) or any(
            a.lookup and a.lookup.release for a in self.arguments
        )

    @property
    def cost_late(self) -> bool:
        """The cost is of what a lookup finds: charged when that has been given back."""
        return any(a.name in self.cost_of for a in self.lookups)

    @property
    def slots(self) -> int:
        """Slots of Lua's stack that it takes, when those that each function has may not do."""
        own = int(self.returns.kind not in ("none", "ignore", "list")) + bool(self.returns.copy)
        own += bool(self.owned)
        taken = len(self.script) + len(self.owners) + len(self.outs) + own
        return taken + SPARE if taken + SPARE > MINSTACK else 0

    @property
    def objects(self) -> tuple[str, ...]:
        """Variables that are pointers."""
        return tuple(a.name for a in self.variables if a.type.kind not in ("integer", "bool"))

    @property
    def computed_of(self) -> tuple[str, ...]:
        """Those that the cost or a size is of."""
        of = {*self.cost_of, *(name for a in self.arguments for name in a.size_of)}
        return tuple(name for name in self.objects if name in of)

    @property
    def lookups(self) -> tuple[Argument, ...]:
        return tuple(a for a in self.arguments if a.lookup)

    @property
    def found_locked(self) -> tuple[Argument, ...]:
        """Lookups that nobody holds: the lock is what keeps them, unless it is their own."""
        if not self.lock:
            return ()
        found = (a for a in self.lookups if a.lookup and not a.lookup.release)
        return tuple(a for a in found if a.name != self.locked)

    @property
    def owners(self) -> tuple[Argument, ...]:
        """Parameters whose memory is a Lua value, made before the call."""
        return tuple(a for a in self.arguments if a.owner)

    @property
    def pointers(self) -> tuple[Argument, ...]:
        """The script's arguments that are memory, taken last: they hold until Lua allocates."""
        return tuple(a for a in self.script if a.view or a.role == "bytes")
