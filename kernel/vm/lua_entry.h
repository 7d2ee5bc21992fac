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
static __always_inline const TValue *lua_entry_global(Table *globals, TString *name)
{
	Node *n = gnode(globals, lmod(name->hash, sizenode(globals)));

	if (likely(keyisobject(n, name)))
		return gval(n);
	return luaH_getstr(globals, name);
}

/* As lua_pushvalue() of the function at @fn. */
static __always_inline void lua_entry_push(lua_State *L, int fn)
{
	setobj2s(L, L->top.p, s2v(L->ci->func.p + fn));
	L->top.p++;
}

/* As lua_gettable() of the name at @fn in the table at @globals. */
static __always_inline void lua_entry_pushglobal(lua_State *L, int globals, int fn)
{
	StkId base = L->ci->func.p;
	const TValue *value;

	value = lua_entry_global(hvalue(s2v(base + globals)), tsvalue(s2v(base + fn)));
	if (isempty(value))
		value = &G(L)->nilvalue;
	setobj2s(L, L->top.p, value);
	L->top.p++;
}

/* Pushes the @n values at @index and behind. */
static __always_inline void lua_entry_pushvalues(lua_State *L, int index, int n)
{
	const StackValue *from = L->ci->func.p + index;

	for (; n > 0; n--, from++, L->top.p++) /* bounded: the callback's arguments */
		setobj2s(L, L->top.p, s2v(from));
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
 * The frame of a function of Lua, on the stack below its @nargs arguments, when it can be entered at
 * once: with room on both stacks, @sp being on that of C, and in the budget. Else NULL, and all is as
 * it was: lua_entry_call() knows what to do.
 */
static __always_inline CallInfo *lua_entry_frame(lua_State *L, const void *sp, int nargs)
{
	StkId func = L->top.p - (nargs + 1);
	CallInfo *ci = L->base_ci.next;
	const Proto *p;

	if (unlikely(!ttisLclosure(s2v(func)) || !ci ||
		     (size_t)sp - G(L)->cstacksoft >= LUAI_CSTACK_RANGE))
		return NULL;
	p = clLvalue(s2v(func))->p;
	if (unlikely(p->is_vararg || L->stack_last.p - L->top.p <= p->maxstacksize ||
		     G(L)->budget < p->sizecode))
		return NULL;
	G(L)->budget -= p->sizecode;
	for (; nargs < p->numparams; nargs++) /* bounded: parameters */
		setnilvalue(s2v(L->top.p++));
	ci->func.p = func;
	ci->nresults = 1;
	ci->callstatus = CIST_FRESH;
	ci->top.p = func + 1 + p->maxstacksize;
	ci->u.l.savedpc = p->code;
	L->ci = ci;
	return ci;
}

/*
 * Runs it to its one result; what raises is caught in @frame. Return: LUA_OK, the status of the
 * error, or -1: no call caught it.
 */
static __always_inline int lua_entry_run(lua_State *L, struct lua_longjmp *frame, CallInfo *ci)
{
	bool caught;

	frame->previous = NULL;
	L->errorJmp = frame;
	L->errfunc = LUA_ENTRY_HANDLER;
	if (unlikely(lua_protect(&frame->b, L, ci))) {
		caught = L->errorJmp;
		L->errorJmp = NULL;
		return caught ? frame->status : -1;
	}
	L->errfunc = 0;
	L->errorJmp = NULL;
	return LUA_OK;
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
