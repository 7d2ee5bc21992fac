/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * lua_entry.h: how a host calls a function of a VM at rest, without the detours of Lua's public
 * interface.
 *
 * Each packet pays for it. A VM at rest is at the base of its stack, outside of any call: no to-be-
 * closed variables, no hook, no yield, no frame.
 */
#ifndef LUA_ENTRY_H
#define LUA_ENTRY_H

#include "lapi.h"
#include "lstate.h"
#include "ldo.h"
#include "ltable.h"
#include "lvm.h"

#define l_unlikely luai_unlikely /* luaconf.h has it for Lua's own files */

/* Where the message handler stays: the first value on the stack at rest. */
#define LUA_ENTRY_HANDLER ((ptrdiff_t)sizeof(StackValue))

/* As luaH_getstr(), for a short name that most often is the first of its chain. */
static __always_inline const TValue *lua_entry_find(Table *globals, TString *name)
{
	Node *n = gnode(globals, lmod(name->hash, sizenode(globals)));

	if (likely(keyisobject(n, name)))
		return gval(n);
	return luaH_getstr(globals, name);
}

/* The value at an index. */
static __always_inline const TValue *lua_entry_value(lua_State *L, int index)
{
	return s2v(L->stack.p + index);
}

/* The value, or nil, that the table at @globals has by the name at @index. */
static __always_inline const TValue *lua_entry_global(lua_State *L, int globals, int index)
{
	const TValue *value = lua_entry_find(hvalue(lua_entry_value(L, globals)),
					     tsvalue(lua_entry_value(L, index)));

	return isempty(value) ? &G(L)->nilvalue : value;
}

/* As lua_pushvalue() of a value that is at hand. */
static __always_inline void lua_entry_push(lua_State *L, const TValue *value)
{
	setobj2s(L, L->top.p, value);
	L->top.p++;
}

/* Copies the @n values at @index and behind to @to. */
static __always_inline void lua_entry_copy(lua_State *L, StkId to, int index, int n)
{
	const StackValue *from = L->stack.p + index;

	for (; n > 0; n--, from++, to++) /* bounded: the callback's arguments */
		setobj2s(L, to, s2v(from));
}

/* Pushes them. */
static __always_inline void lua_entry_pushvalues(lua_State *L, int index, int n)
{
	lua_entry_copy(L, L->top.p, index, n);
	L->top.p += n;
}

/* How many of so many arguments the function on top of the stack can see. */
static __always_inline int lua_entry_arity(const lua_State *L, int most)
{
	const TValue *fn = s2v(L->top.p - 1);
	const Proto *p;

	if (unlikely(!ttisLclosure(fn)))
		return most;
	p = clLvalue(fn)->p;
	return p->is_vararg || p->numparams > most ? most : p->numparams;
}

/* As lua_setbudget(). */
static __always_inline void lua_entry_budget(lua_State *L, lua_Integer units)
{
	G(L)->budget = units;
	G(L)->spent = 0;
}

/*
 * As lua_call() with the message handler at LUA_ENTRY_HANDLER; an error comes to the setjmp of
 * @frame, where lua_entry_caught() is then true, once.
 */
static __always_inline void lua_entry_call(lua_State *L, struct lua_longjmp *frame, int nargs,
					   int nresults)
{
	CallInfo *ci;

	frame->previous = NULL;
	frame->status = LUA_OK;
	L->errorJmp = frame;
	L->errfunc = LUA_ENTRY_HANDLER;
	if (luaE_cstacklow(L))
		luaE_checkcstack(L);
	ci = luaD_precall(L, L->top.p - (nargs + 1), nresults);
	if (ci) { /* a function of Lua */
		ci->callstatus = CIST_FRESH;
		luaV_execute(L, ci);
	}
	L->errfunc = 0;
	L->errorJmp = NULL;
}

/*
 * The function that @fn is, when it is one of Lua with a fixed number of parameters, and can be
 * entered from a stack of @base values: there is room for it on both stacks, and in a budget of
 * @units. Else NULL: lua_entry_call() knows what to do.
 */
static __always_inline const Proto *lua_entry_proto(lua_State *L, const TValue *fn, int base,
						    lua_Integer units)
{
	const Proto *p;

	if (unlikely(!ttisLclosure(fn) || !L->base_ci.next ||
		     (size_t)current_stack_pointer - G(L)->cstacksoft >= LUAI_CSTACK_RANGE))
		return NULL;
	p = clLvalue(fn)->p;
	if (unlikely(p->is_vararg || units < p->sizecode ||
		     L->stack_last.p - L->stack.p <= 1 + base + 1 + p->maxstacksize))
		return NULL;
	return p;
}

/* Its frame, the function at @top; the @n arguments behind it are the caller's. */
static __always_inline CallInfo *lua_entry_frame(lua_State *L, const Proto *p, StkId top, int n)
{
	CallInfo *ci = L->base_ci.next;

	for (; n < p->numparams; n++) /* bounded: parameters */
		setnilvalue(s2v(top + 1 + n));
	L->top.p = top + 1 + n;
	ci->func.p = top;
	ci->nresults = 1;
	ci->callstatus = CIST_FRESH;
	ci->top.p = top + 1 + p->maxstacksize;
	ci->u.l.savedpc = p->code;
	L->ci = ci;
	return ci;
}

/*
 * Runs it to its one result; an error comes to the lua_protect() of G(L)->entry, where
 * lua_entry_caught() is then true, once.
 */
static __always_inline void lua_entry_run(lua_State *L, CallInfo *ci)
{
	struct lua_longjmp *frame = &G(L)->entry;

	frame->previous = NULL;
	L->errorJmp = frame;
	L->errfunc = LUA_ENTRY_HANDLER;
	luaV_execute(L, ci);
	L->errfunc = 0;
	L->errorJmp = NULL;
}

/* Whether a call under way caught what came to the frame: it is one no more. */
static __always_inline bool lua_entry_caught(lua_State *L)
{
	bool caught = L->errorJmp;

	L->errorJmp = NULL;
	return caught;
}

/*
 * Drops what an error left above @func, the function's place, and puts its message there. It closes
 * variables, hence calls Lua: in a guard.
 */
static inline void lua_entry_unwind(lua_State *L, ptrdiff_t func, int status)
{
	L->ci = &L->base_ci;
	L->allowhook = 1;
	L->nCcalls = nyci; /* as at rest */
	status = luaD_closeprotected(L, func, status);
	luaD_seterrorobj(L, status, restorestack(L, func));
	luaD_shrinkstack(L);
	L->errfunc = 0;
}

/* As lua_settop() of the values that stay. */
static __always_inline void lua_entry_reset(lua_State *L, int base)
{
	L->top.p = L->ci->func.p + 1 + base;
}

#endif
