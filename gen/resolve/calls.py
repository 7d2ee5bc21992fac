# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Functions: what scripts may call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .. import ir
from ..spec import wording
from ..spec.cdecl import Prototype, limits
from ..spec.ctree import names
from ..spec.faults import Mark, nearest
from ..spec.names import taken
from ..spec.scope import LUA_WORDS, Entry, Scope, capability, lock_of, read_prototype
from .arguments import Call, argument, variadic
from .counts import check_counts
from .formats import check_format, check_prints
from .ownership import check_iteration, check_ownership
from .returns import returns
from .stages import staged

RESERVED = ("L",)  # what each function gets

MOST = 32  # arguments of a function, and results


def function(
    scope: Scope, name: str, entry: Entry, given_back: dict[str, str]
) -> ir.Function | None:
    """@given_back: C functions that release some object."""
    proto = read_prototype(entry)
    if proto is None:
        return None
    call = Call(scope, entry, proto, _inside(scope, entry))
    result = returns(scope, entry, proto)
    arguments = _numbered(_arguments(call, result))
    owned = len([a for a in arguments if a.owner])
    if result.copy:
        result = replace(result, copy=_script_count(arguments) + owned + 1)
    cost = entry.entry("cost")
    made = ir.Function(
        name=name,
        where=entry.where(),
        doc=entry.text("doc"),
        prototype=" ".join(entry.text("c").split()).rstrip(";"),
        c_name=proto.name,
        context=entry.text("context"),
        inside=entry.text("inside"),
        arguments=tuple(arguments),
        returns=result,
        host=entry.flag("host"),
        function_type=proto.function_type,
        call=entry.text("call"),
        capability=capability(entry),
        stack=entry.number("stack") or 0,
        takes=entry.texts("takes"),
        variadic=proto.variadic,
        iterates=entry.text("iterates"),
        cost=cost.text("value") if cost else "",
        cost_by=cost.text("doc") if cost else "",
    )
    _check_hidden(entry, made)
    check_counts(entry, made)
    check_ownership(entry, proto, made, given_back)
    check_iteration(entry, made)
    made = staged(entry, _locked(scope, entry, made))
    _check_cost(entry, made)
    _check_call(entry, proto)
    _check_lengths(entry, made)
    check_format(entry, proto, arguments)
    check_prints(entry, arguments)
    _check_number(entry, made)
    _check_list(entry, made)
    _check_text(entry, made)
    _check_borrowed(entry, made)
    return made


def _inside(scope: Scope, entry: Entry) -> Entry | None:
    name = entry.text("inside")
    callbacks = {key: below for key, _, below in scope.root.entries("callbacks")}
    if name and name not in callbacks and name not in scope.spec.dropped:
        entry.fault("inside", wording.NO_SUCH_CALLBACK, name=name, hint=nearest(name, callbacks))
    return callbacks.get(name)


def _arguments(call: Call, result: ir.Returns) -> Iterator[ir.Argument]:
    """One for each parameter, in order; then what a variadic function gets."""
    entry, proto = call.entry, call.proto
    given = {key: (mark, below) for key, mark, below in entry.entries("args")}
    known = [parameter.name for parameter in proto.parameters]
    for parameter in proto.parameters:
        mark, told = given.get(parameter.name, (entry.mark("c"), None))
        _check_name(entry, mark, parameter.name)
        if told is None:
            told = Entry(call.scope, type(entry.node)({}, {}, mark), "")
            told.path = f"{entry.path}.args.{parameter.name}"
        yield argument(call, told, parameter, result)
    for key, (mark, told) in given.items():
        if key in known:
            continue
        if proto.variadic:
            _check_name(entry, mark, key)
            yield variadic(call, told, key)
            continue
        call.scope.faults.add(
            mark,
            told.path,
            wording.UNKNOWN_PARAMETER,
            function=proto.name,
            hint=nearest(key, known),
        )


def _check_name(entry: Entry, mark: Mark, name: str, path: str = "") -> None:
    why = taken(name)
    if name in RESERVED:
        why = wording.USED_BY_GLUE.format(name=name)
    if name in LUA_WORDS:
        why = wording.LUA_HAS_IT.format(name=name)
    if why:
        path = path or f"{entry.path}.c"
        entry.scope.faults.add(mark, path, wording.RENAME_PARAMETER, why=why)


def _check_hidden(entry: Entry, made: ir.Function) -> None:
    """Arguments are local variables: no two have one name, and none hides what is called."""
    called = {made.c_name, f"l_call_{made.name}", f"l_release_{made.name}", f"{made.name}_ops"}
    called |= {a.lookup.c_name for a in made.lookups if a.lookup}
    called |= {a.lookup.release for a in made.lookups if a.lookup}
    called |= {f"{a.name}_size" for a in made.arguments if a.size}
    called |= {f"l_size_{made.name}_{a.name}" for a in made.arguments if a.size}
    called |= {f"{a.enum.name}_names" for a in made.script if a.enum}
    called |= {made.returns.release, f"{made.inside}_callback", *RESERVED}
    declared = made.declared
    for name in sorted({name for name in declared if declared.count(name) > 1}):
        entry.fault("args", wording.SAME_ARGUMENTS, name=name)
    for name in sorted(called & set(declared) - set(RESERVED)):
        entry.fault("c", wording.ARGUMENT_HIDES, name=name)
    for a in made.lookups:
        assert a.lookup
        for below in a.lookup.arguments:
            if below.name in RESERVED or below.name in LUA_WORDS or taken(below.name):
                entry.fault(
                    "args", wording.RENAME_PARAMETER_OF, name=below.name, function=a.lookup.c_name
                )
    for _, _, told in entry.entries("args"):
        for name, mark, source in told.entries("args") if "carried" in told else ():
            _check_name(entry, mark, name, source.path)


def _numbered(arguments: Iterator[ir.Argument]) -> list[ir.Argument]:
    """The script's arguments count from 1; the Lua values that own memory follow them."""
    out: list[ir.Argument] = []
    index = 1
    for a in arguments:
        if a.lookup:
            found = []
            for below in a.lookup.arguments:
                script = below.role == "script"
                found.append(replace(below, index=index) if script else below)
                index += script
            a = replace(a, lookup=replace(a.lookup, arguments=tuple(found)))
        elif a.given:
            a = replace(a, given=replace(a.given, index=index))
            index += 1
        elif a.role in ("script", "bytes"):
            a = replace(a, index=index)
            index += 1
        out.append(a)
    owner = index
    for number, a in enumerate(out):
        if a.role in ("fill", "sized") or (a.role == "out" and a.view):
            out[number] = replace(a, owner=owner)
            owner += 1
    return out


def _script_count(arguments: list[ir.Argument]) -> int:
    count = 0
    for a in arguments:
        if a.lookup:
            count += len([b for b in a.lookup.arguments if b.role == "script"])
        else:
            count += bool(a.given) or a.role in ("script", "bytes")
    return count


def _check_cost(entry: Entry, made: ir.Function) -> None:
    below = entry.entry("cost")
    if below and made.cost_late and (made.owned or made.consumed):
        below.fault("value", wording.RESULT_LOST)


def _check_call(entry: Entry, proto: Prototype) -> None:
    if "call" not in entry:
        return
    if "host" in entry:
        entry.fault("call", wording.GOES_WITHOUT, what="host")
    if proto.variadic:
        entry.fault("call", wording.CALL_OF_VARIADIC)
    for parameter in proto.parameters:
        if parameter.name not in names(entry.text("call")):
            entry.fault("call", wording.PARAMETER_UNUSED, name=parameter.name)


def _check_lengths(entry: Entry, made: ir.Function) -> None:
    """Every length is of one buffer, and what is returned is the length of one that is filled."""
    lengths = [a.length for a in made.arguments if a.length]
    for name in sorted({n for n in lengths if lengths.count(n) > 1}):
        entry.fault("args", wording.LENGTH_OF_TWO, name=name)
    buffers = [a.name for a in made.arguments if a.role == "fill"]
    if made.returns.kind == "length" and made.returns.length not in buffers:
        below = entry.entry("returns")
        assert below is not None
        hint = nearest(made.returns.length, buffers)
        below.fault("size", wording.NO_SUCH_BUFFER, name=made.returns.length, hint=hint)


def _check_number(entry: Entry, made: ir.Function) -> None:
    """Each takes a slot of Lua's stack."""
    results = len(made.outs) + (made.returns.kind in ("view", "value"))
    for what, number in (("arguments", len(made.script)), ("results", results)):
        if number > MOST:
            entry.fault("c", wording.MANY_OF_FUNCTION, number=number, what=what, most=MOST)


def _check_list(entry: Entry, made: ir.Function) -> None:
    """C is told how many records there is room for."""
    below = entry.entry("returns")
    if made.returns.kind != "list" or below is None:
        return
    told = [a for a in made.arguments if a.role == "capacity"]
    arrays = [a for a in made.arguments if a.role == "array" and a.type.kind == "pointer"]
    if "count" not in below and arrays and "limit" in below:
        below.fault("list", wording.COUNT_UNSAID)
    elif "count" in below and not told:
        known = [a.name for a in made.arguments]
        hint = nearest(below.text("count"), known)
        below.fault(
            "count",
            wording.NO_SUCH_PARAMETER,
            function=made.c_name,
            name=below.text('count'),
            hint=hint,
        )
    for a in told:
        if a.type.kind != "integer" or made.returns.maximum > limits(a.type)[1]:
            below.fault("limit", wording.LIMIT_NOT_IN_TYPE, name=a.name, type=a.type.text)


def _check_text(entry: Entry, made: ir.Function) -> None:
    """Lua copies a text when nothing is held any more: it may lie in what was given back."""
    result = made.returns
    if result.kind != "value" or result.type.kind != "string":
        return
    what = _ended(made, wording.LOCK_DROPPED if "lock" in entry else "")
    if what:
        entry.fault("returns", wording.TEXT_READ_LATE, what=what)


def _ended(made: ir.Function, dropped: str) -> str:
    """What is given back before the results are there, or else @dropped."""
    found = [a.name for a in made.lookups if a.lookup and a.lookup.release]
    return wording.GIVEN_BACK.format(name=found[0]) if found else dropped


def told_apart(functions: list[ir.Function]) -> Iterator[ir.Function]:
    """With a mark where the binding uses the C function elsewhere: suites replace each alone."""
    uses = [f.c_name for f in functions if not f.call]
    looked_up = [a.lookup for f in functions for a in f.lookups if a.lookup]
    others = {lookup.c_name for lookup in looked_up} | {lookup.release for lookup in looked_up}
    others |= {f.returns.release for f in functions}
    others |= {f.owned.release for f in functions if f.owned}
    others |= {a.check_function for f in functions for a in f.arguments}
    for f in functions:
        shared = not f.call and (f.c_name in others or uses.count(f.c_name) > 1)
        yield replace(f, shared=shared)


def _check_borrowed(entry: Entry, made: ir.Function) -> None:
    """What nobody holds is no more than what kept it during the call."""
    result = made.object
    if result is None or result.release:
        return
    dropped = wording.LOCK_DROPPED_BY_NAME.format(name=entry.text("lock"))
    what = _ended(made, dropped if "lock" in entry else "")
    if not what:
        return
    if result is made.returns:
        entry.fault("returns", wording.RESULT_OF_NOBODY, what=what)
    else:
        entry.fault("args", wording.OUT_OF_NOBODY, what=what)


def _locked(scope: Scope, entry: Entry, made: ir.Function) -> ir.Function:
    lock = lock_of(scope, entry)
    if lock is None:
        return made
    if lock.sleeps and made.context != "sleepable":
        entry.fault("lock", wording.LOCK_SLEEPS, name=lock.name)
    if made.context == "sleepable" and not lock.sleeps:
        entry.fault("lock", wording.SLEEPS_UNDER_LOCK, name=lock.name)
    if not re.search(r"\bobject\b", f"{lock.take} {lock.drop}"):
        return replace(made, lock=lock)
    objects = [
        a.name
        for a in made.arguments
        if a.lookup or (a.role == "script" and a.view and not a.nullable and not a.consumes)
    ]
    if not objects:
        entry.fault("lock", wording.LOCK_OF_NO_OBJECT, name=lock.name)
    elif objects[1:]:
        entry.fault(
            "lock", wording.LOCK_OF_TWO, name=lock.name, object=objects[0], other=objects[1]
        )
    return replace(made, lock=lock, locked=objects[0] if objects else "")
