# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The intermediate representation: what templates see, with nothing left to decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Constant:
    name: str
    value: str  # a C expression
    doc: str = ""

    @property
    def lua(self) -> str:
        """The name as a literal of Lua."""
        escaped = self.name.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"


@dataclass(frozen=True)
class Enum:
    name: str
    doc: str
    constants: tuple[Constant, ...]


# ---- where a field lies ----


@dataclass(frozen=True)
class At:
    """At a fixed offset: all numbers come from the spec."""

    offset: int
    size: int  # bytes to load
    shift: int
    bits: int
    start: int  # first bit, counted from the layout's start, most significant bit first
    kind: str = "at"


@dataclass(frozen=True)
class Member:
    """A member of a C struct: all numbers come from the compiler."""

    struct: str
    path: str  # name or a.b
    type: str  # as the spec writes it; "" lets the compiler decide
    bitfield: int  # bits of a bit-field of the C ABI, else 0
    probe: str  # macro that is defined when this kernel has the member, or ""
    low: str  # smallest and largest value of the C type, as C expressions
    high: str
    absent: str = ""  # C expression: a member of this value reads nil
    names: tuple[str, ...] = ()  # of which path, a macro, is the first that this kernel has
    pointer: str = ""  # member that is followed: the path goes on behind it
    nullable: bool = False  # that pointer, or the text's, may be NULL
    bound: int = 0  # most bytes of text behind a pointer
    when: str = ""  # C condition over object: else the field reads nil
    lock: "Lock | None" = None
    count: str = ""  # C expression over object: elements in use (of the array)
    maximum: int = 0  # of them
    kind: str = "member"

    @property
    def counter(self) -> str:
        """The member that is the count, where it is no more than that."""
        found = re.fullmatch(r"object->([A-Za-z_][\w.]*)", self.count)
        return found[1] if found else ""

    @property
    def by_c(self) -> bool:
        """Read by a C function, not from memory."""
        return bool(self.bitfield or self.pointer or self.lock)

    @property
    def placed(self) -> bool:
        """A C function says where it is, or whether it is there."""
        return bool(
            self.when or self.count or self.absent or (self.pointer and self.nullable)
        )

    @property
    def needs_c(self) -> bool:
        """A C function of its own reads it, or says where it is."""
        return bool(self.by_c or self.bound or self.placed)

    @property
    def conditional(self) -> bool:
        """Reads nil at times."""
        return bool(
            self.absent or self.when or (self.nullable and (self.pointer or self.bound))
        )


@dataclass(frozen=True)
class Derived:
    """Computed by C from the object."""

    struct: str
    type: str
    expression: str  # over object
    low: str
    high: str
    when: str = ""
    lock: "Lock | None" = None
    bound: int = 0  # of text
    nullable: bool = False
    probe: str = ""
    count: str = ""
    kind: str = "derived"

    @property
    def conditional(self) -> bool:
        """Reads nil at times."""
        return bool(self.when or (self.bound and self.nullable))

    @property
    def placed(self) -> bool:
        """A C function says whether it is there."""
        return bool(self.when)


@dataclass(frozen=True)
class Operand:
    """A field that an expression reads, as C that loads it from the bytes at p."""

    name: str
    local: str  # variable of C
    load: str
    low: int | None  # outside of this range nothing can be placed by it
    high: int | None


@dataclass(frozen=True)
class Step:
    """One statement of a C function that finds something in a format's bytes.

    load: a local gets a value; check: when it holds, the bytes are broken; skip: when it holds,
    the field is not there.
    """

    kind: str
    text: str
    name: str = ""
    type: str = "int64_t"


@dataclass(frozen=True)
class Steps:
    """The beginning of a C function over the bytes at p, of which n can be read."""

    steps: tuple[Step, ...] = ()

    @property
    def opening(self) -> tuple[Step, ...]:
        """Loads that come before anything is checked: they are in the declarations."""
        checks = [i for i, step in enumerate(self.steps) if step.kind != "load"]
        return self.steps[: checks[0]] if checks else self.steps

    @property
    def later(self) -> tuple[tuple[str, str], ...]:
        """Locals that get their value later: (type, "a, b")."""
        found: dict[str, list[str]] = {}
        for step in self.rest:
            if step.kind == "load":
                found.setdefault(step.type, []).append(step.name)
        return tuple((kind, ", ".join(names)) for kind, names in found.items())

    @property
    def rest(self) -> tuple[Step, ...]:
        return self.steps[len(self.opening) :]

    def joined(self, one: bool) -> tuple[Step, ...]:
        """The rest; checks in a row are one condition. one: so are checks and skips."""
        out: list[Step] = []
        for step in self.rest:
            last = out[-1].kind if out else "load"
            if step.kind != "load" and (last == step.kind or (one and last != "load")):
                text = " || ".join(_joinable(part.text) for part in (out[-1], step))
                out[-1] = Step(step.kind, text)
            else:
                out.append(step)
        return tuple(out)

    def reads(self, name: str, *more: str) -> bool:
        """Whether a variable occurs."""
        texts = [step.text for step in self.steps] + list(more)
        return any(re.search(rf"\b{name}\b", text) for text in texts)


def _joinable(text: str) -> str:
    return f"({text})" if " && " in text and not text.startswith("(") else text


@dataclass(frozen=True)
class Computed:
    """From one expression over earlier fields to another, in bytes from the layout's start."""

    function: str
    start: str
    end: str  # "" means the end of the block
    operands: tuple[Operand, ...]
    start_text: str  # as the page says it
    end_text: str
    steps: Steps = Steps()
    negative: bool = False  # the start can be before the layout's
    kind: str = "computed"

    @property
    def refusals(self) -> tuple[str, ...]:
        """Conditions in C under which there is nothing, whatever the expressions give."""
        out = []
        for operand in self.operands:
            if operand.low is not None:
                out.append(f"{operand.local} < {operand.low}")
            if operand.high is not None:
                out.append(f"{operand.local} > {operand.high}")
        return tuple(out)


@dataclass(frozen=True)
class Placed:
    """Where the host's C function says."""

    function: str
    size: int
    kind: str = "placed"


@dataclass(frozen=True)
class Walked:
    """Behind fields of variable size, or there only under a condition."""

    function: str
    steps: Steps
    start: str  # in C, bytes from the layout's start
    length: str
    size: int  # bytes to load of an integer, else 0
    shift: int
    bits: int
    start_text: str
    end_text: str
    condition: str  # as the page says it, or ""
    end_offset: str = ""  # expression of its end, from the layout's start, when there is one
    kind: str = "walked"


@dataclass(frozen=True)
class Value:
    """Computed from fields of the fixed part, read-only."""

    function: str
    steps: Steps
    text: str
    kind: str = "value"


Position = Union[At, Member, Derived, Computed, Placed, Walked, Value]


@dataclass(frozen=True)
class LayoutRef:
    """A layout of this or of another binding."""

    binding: str
    name: str
    symbol: str  # in C
    static: bool  # of this binding
    c: str = ""  # "struct cpufreq_policy", or ""
    writable: bool = False  # scripts may write one of its fields


@dataclass(frozen=True)
class Field:
    name: str
    where: str  # "specs/ipv4.yaml:12"
    doc: str
    unit: str
    type: str  # uint, int, bool, string, bytes, view, address, integer
    access: str  # ro, rw, wo
    endian: str  # big, little, native
    display: str  # "" or an enum luadata_display
    enum: Enum | None
    strict: bool
    range: tuple[int, int] | None
    position: Position
    view: LayoutRef | None = None
    element: str = ""  # of an array: int, uint or address
    element_bits: int = 0  # of an array in a wire format
    count: int = 0  # of that array
    shadow: str = ""  # member of the C struct that a wire field is checked against
    records: "Records | None" = None
    flags: bool = False  # the enum's constants are masks
    virtual: bool = False  # takes no room of its own
    union: str = ""  # that it is in a case of
    union_bits: int = 0  # of that union, 0 when other fields decide
    union_size: str = ""  # how much it takes, as the page says it
    case: str = ""  # when that case is in force, as the page says it

    @property
    def by_hand(self) -> bool:
        """Text behind a pointer, or an array of which some elements are in use."""
        at = self.position
        return isinstance(at, (Member, Derived)) and bool(at.bound or at.count)


@dataclass(frozen=True)
class Records:
    """What a list field repeats."""

    symbol: str  # of the struct luadata_list
    record: LayoutRef
    measure: str  # C function: bytes of one record
    step: str  # C function: likewise, 0 at the record that ends the list
    max: int
    by: str  # field that selects records by name, or ""
    until: Steps  # a check that holds at the record that ends the list
    until_text: str


@dataclass(frozen=True)
class Finding:
    """A C function of p and n: where a field ends, or how many bytes a record has; 0: broken."""

    name: str
    what: str  # its comment
    steps: Steps
    skipped: str  # result when the field is not there
    result: str
    choices: tuple[tuple[tuple[int, ...], str], ...] = ()  # of a union: values, result
    subject: str = ""  # local that they are values of


@dataclass(frozen=True)
class Poke:
    """Bits that make a sample what it is."""

    bit: int
    bits: int
    value: int
    little: bool


@dataclass(frozen=True)
class Seen:
    """What a field of a sample is: a kind, or absent."""

    name: str
    bit: int
    bits: int
    kind: str
    little: bool
    decides: bool


@dataclass(frozen=True)
class Sample:
    """A message for tests."""

    length: int  # bytes
    pokes: tuple[Poke, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Checksum:
    """An Internet checksum that follows what scripts write."""

    offset: int
    optional: bool  # 0 means that there is none
    pseudo: bool
    cover: str  # C function that says what it covers, "" to the end of the view
    steps: Steps
    end: str
    end_text: str


@dataclass(frozen=True)
class Layout:
    name: str
    symbol: str
    title: str  # as scripts and messages name it
    where: str
    doc: str
    c: str  # "struct cpufreq_policy", or ""
    size: int  # bytes of a wire layout, 0 for others
    fields: tuple[Field, ...]
    home: str  # wire, kernel, placed, opaque
    shadow: str = ""  # C struct that a wire layout is checked against
    shadow_header: str = ""
    variable: bool = False  # no two views need have as many bytes
    record: bool = False  # occurs only inside the format of its binding
    findings: tuple[Finding, ...] = ()
    measure: str = ""  # C function for lists of it
    reach: int = 0
    checksum: Checksum | None = None
    samples: tuple[Sample, ...] = ()

    def field(self, name: str) -> Field:
        return next(f for f in self.fields if f.name == name)

    @property
    def sized(self) -> tuple[Field, ...]:
        """Arrays of which an object says how many elements it has."""
        return tuple(
            f for f in self.fields if isinstance(f.position, Member) and f.position.count
        )

    @property
    def writable(self) -> bool:
        return any(f.access != "ro" for f in self.fields)


# ---- functions ----


@dataclass(frozen=True)
class CType:
    """A C type as functions use it."""

    text: str  # "unsigned int", "struct cpufreq_policy *"
    kind: str  # integer, bool, string, pointer, void
    low: str = ""
    high: str = ""
    wide: bool = False  # every Lua integer is one

    def declare(self, name: str) -> str:
        return f"{self.text}{name}" if self.text.endswith("*") else f"{self.text} {name}"


@dataclass(frozen=True)
class Argument:
    """One parameter of a C function. How it gets its value: role.

    script: an integer, boolean, text, or (with view) a view of the script's. bytes: a string or
    block of it. fill: a buffer. length: how long one of these is. value: a C expression. carried:
    from the callback. lookup: what another function finds. out: written by the function; with
    view: a struct. array, capacity: the records of a list and how many there is room for.
    """

    name: str
    type: CType
    role: str
    doc: str = ""
    unit: str = ""
    index: int = 0  # of the script's argument, from 1
    below: str = ""
    low: str = ""  # range the script may give
    high: str = ""
    enum: Enum | None = None
    strict: bool = True
    flags: bool = False  # the enum's constants are masks
    view: LayoutRef | None = None
    copy: bool = False  # of a view: a copy will do
    value: str = ""  # C expression, for role value
    carried: str = ""  # member of the callback's arguments
    check: str = ""  # C expression over the script's argument and the carried one
    given: "Argument | None" = None  # the script's argument that it is made from
    maximum: int = 0  # bytes of a buffer
    length: str = ""  # parameter that says how long the buffer is
    lookup: "Lookup | None" = None
    variadic: bool = False  # one of those that stand for the dots
    owner: int = 0  # stack index of the Lua value that has the memory: fill, and out with view

    @property
    def check_function(self) -> str:
        """The C function that the whole check is a call of, or nothing."""
        found = re.fullmatch(r"(\w+)\(([^()]|\([^()]*\))*\)", self.check)
        return found[1] if found else ""

    @property
    def pushed(self) -> str:
        """A right value as tests give it, a C expression, where it is an integer of no enum."""
        return (self.high or "7") if self.type.kind == "integer" and not self.enum else ""


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
class Lock:
    """How a lock is taken and given back, in C over `object`."""

    name: str
    take: str
    drop: str
    sleeps: bool
    doc: str = ""


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
    length: str = ""  # the buffer


@dataclass(frozen=True)
class Function:
    name: str
    where: str
    doc: str
    prototype: str
    c_name: str
    context: str  # any, sleepable
    inside: str  # callback, or ""
    arguments: tuple[Argument, ...]
    returns: Returns
    host: bool  # written beside the spec, so declared in the generated header
    function_type: str  # "int (unsigned int)"
    call: str = ""  # a C expression in place of a call of the function
    lock: Lock | None = None
    locked: str = ""  # parameter that `object` stands for in the lock
    capability: str = ""
    variadic: bool = False

    @property
    def called(self) -> str:
        """What the glue calls."""
        return f"call_{self.name}" if self.call else self.c_name

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
                texts.append(a.enum.constants[-1].lua.replace("%", "%%"))
            else:
                texts.append({"bool": "true", "string": "'text'"}.get(a.type.kind, "%lld"))
        return ", ".join(texts)

    @property
    def outs(self) -> tuple[Argument, ...]:
        """What the script gets beside the result."""
        return tuple(a for a in self.arguments if a.role in ("out", "fill"))

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
    def may_fail(self) -> bool:
        """Whether nil and a reason can take the place of what is returned."""
        kinds = ("errno", "status", "length", "list")
        return bool(self.returns.kind in kinds or self.returns.errptr or self.lookups)

    @property
    def acquires(self) -> bool:
        """Something has to be given back."""
        return bool(self.returns.release) or any(
            a.lookup and a.lookup.release for a in self.arguments
        )

    @property
    def lookups(self) -> tuple[Argument, ...]:
        return tuple(a for a in self.arguments if a.lookup)

    @property
    def owners(self) -> tuple[Argument, ...]:
        """Parameters whose memory is a Lua value, made before the call."""
        return tuple(a for a in self.arguments if a.owner)

    @property
    def pointers(self) -> tuple[Argument, ...]:
        """The script's arguments that are memory, taken last: they hold until Lua allocates."""
        return tuple(a for a in self.script if a.view or a.role == "bytes")


# ---- callbacks ----


@dataclass(frozen=True)
class CallArgument:
    """What one parameter of a script's function is made of."""

    name: str
    role: str  # integer, bool, view, block, object
    doc: str = ""
    unit: str = ""
    type: CType | None = None
    of: str = ""  # loan it is a range of
    view: LayoutRef | None = None
    writable: bool = False
    size: str = ""  # C expression: bytes of the object
    enum: Enum | None = None


@dataclass(frozen=True)
class Carried:
    name: str
    type: CType


@dataclass(frozen=True)
class Verdict:
    """The result of a callback."""

    type: CType
    kind: str  # boolean, integer, enum
    nil: str  # what nil means, or "" when nil is wrong
    doc: str = ""
    true: str = ""
    false: str = ""
    low: str = ""  # of an integer or an enum, C expressions
    high: str = ""
    range: str = ""  # the same for people
    needs: tuple["CallArgument", ...] = ()  # what these expressions name
    enum: Enum | None = None
    strict: bool = True


@dataclass(frozen=True)
class Key:
    """A key of attach{}, a member of the options struct."""

    name: str
    member: str
    type: CType
    doc: str
    unit: str
    enum: Enum | None
    strict: bool
    default: str  # a C expression
    optional: bool
    length: str  # of a string's array, a C expression
    low: str
    high: str


@dataclass(frozen=True)
class Callback:
    name: str
    where: str
    doc: str
    context: str  # KLUA_ATOMIC, …
    loans: tuple[str, ...]
    arguments: tuple[CallArgument, ...]
    carries: tuple[Carried, ...]
    verdict: Verdict | None
    keys: tuple[Key, ...]
    default: str  # what the kernel does when the script gives no result
    single: bool  # one script at a time, which the stub finds by itself


# ---- a binding ----


@dataclass(frozen=True)
class Probe:
    macro: str
    struct: str
    member: str


@dataclass(frozen=True)
class Rename:
    """A macro for the first of several members that a kernel has."""

    macro: str
    choices: tuple[tuple[str, str], ...]  # macro of a probe ("" for the last), member


@dataclass(frozen=True)
class Binding:
    name: str
    source: str  # "specs/ipv4.yaml"
    title: str  # one sentence
    doc: str
    reference: str
    home: str  # wire, kernel
    config: str
    capability: str
    headers: tuple[str, ...]
    local_headers: tuple[str, ...]
    uses: tuple[str, ...]
    host: tuple[str, ...]  # C files beside the spec
    setup: bool  # the host has klua_NAME_init() and klua_NAME_exit()
    example: str
    enums: tuple[Enum, ...]
    layouts: tuple[Layout, ...]
    functions: tuple[Function, ...]
    callbacks: tuple[Callback, ...]
    probes: tuple[Probe, ...]
    constants: tuple[Constant, ...] = ()
    locks: tuple[Lock, ...] = ()
    renames: tuple[Rename, ...] = ()

    @property
    def in_c(self) -> tuple[Layout, ...]:
        """Layouts, each after those that its C code refers to."""
        return tuple(reversed(self.layouts)) if self.home == "wire" else self.layouts

    @property
    def main(self) -> Layout | None:
        """The layout that a wire binding is."""
        return self.layouts[0] if self.home == "wire" else None

    @property
    def place_functions(self) -> tuple[str, ...]:
        """C functions of the host that place fields."""
        found = [f.position.function for la in self.layouts for f in la.fields if isinstance(
            f.position, Placed
        )]
        return tuple(dict.fromkeys(found))

    @property
    def released(self) -> tuple[Function, ...]:
        return tuple(f for f in self.functions if f.returns.release and not f.returns.copy)

    @property
    def lookups(self) -> tuple[Argument, ...]:
        """One parameter for each C function that looks something up."""
        found = {a.lookup.c_name: a for f in self.functions for a in f.lookups if a.lookup}
        return tuple(found.values())

    @property
    def releases(self) -> tuple[str, ...]:
        """C functions that give something back."""
        names = [f.returns.release for f in self.functions]
        names += [a.lookup.release for f in self.functions for a in f.lookups if a.lookup]
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def foreign_enums(self) -> tuple[Enum, ...]:
        """Enums of other bindings that this one refers to: each module has its own table."""
        used: list[Enum | None] = [f.enum for la in self.layouts for f in la.fields]
        for function in self.functions:
            used += [a.enum for a in function.script] + [function.returns.enum]
        for callback in self.callbacks:
            used += [k.enum for k in callback.keys] + [a.enum for a in callback.arguments]
            used += [callback.verdict.enum] if callback.verdict else []
        found = {e.name: e for e in used if e is not None and e not in self.enums}
        return tuple(found.values())
