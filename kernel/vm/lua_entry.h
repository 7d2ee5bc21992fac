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

#include "lua_known.h"

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

/* The value, or nil, that a table has by a name. */
static __always_inline const TValue *lua_entry_global(lua_State *L, Table *globals, TString *name)
{
	const TValue *value = lua_entry_find(globals, name);

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

/* Where the values of the stack at rest end, in bytes from its beginning. */
static inline ptrdiff_t lua_entry_rest(int base)
{
	return (1 + base) * sizeof(StackValue);
}

static __always_inline StkId lua_entry_place(lua_State *L, ptrdiff_t bytes)
{
	return (StkId)((char *)L->stack.p + bytes);
}

/**
 * lua_entry_learn() - fill @known, but for @globals and @name, with the function that @fn is
 * @base: values of the stack at rest
 * @nargs: arguments that there are
 * @units: the budget
 *
 * Functions of C, those with a variable number of parameters or with more than there are arguments,
 * and those that are too long for the budget are for lua_entry_call().
 */
static inline void lua_entry_learn(struct lua_known *known, const TValue *fn, int base, int nargs,
				   lua_Integer units)
{
	const Proto *p;

	known->fn = NULL;
	if (!ttisLclosure(fn))
		return;
	p = clLvalue(fn)->p;
	if (p->is_vararg || p->numparams > nargs || units < p->sizecode)
		return;
	known->fn = clLvalue(fn);
	known->nargs = p->numparams;
	known->at = lua_entry_rest(base);
	known->top = known->at + (1 + p->numparams) * sizeof(StackValue);
	known->need = known->at + (1 + p->maxstacksize) * sizeof(StackValue);
	known->units = units - p->sizecode;
}

/* Whether it is what is to be called. */
static __always_inline bool lua_entry_isknown(const struct lua_known *known)
{
	const TValue *fn;

	if (!known->name)
		return known->fn;
	fn = lua_entry_find(known->globals, known->name);
	return ttisLclosure(fn) && clLvalue(fn) == known->fn;
}

/* Whether there is room for its call, on both stacks and in the list of frames. */
static __always_inline bool lua_entry_hasroom(lua_State *L, const struct lua_known *known)
{
	return L->base_ci.next && L->stack_last.p > lua_entry_place(L, known->need) &&
	       (size_t)current_stack_pointer - G(L)->cstacksoft < LUAI_CSTACK_RANGE;
}

/*
 * Runs it to its one result, which takes its place; its arguments are there. An error comes to the
 * frame G(L)->entry, where lua_entry_caught() is then true, once.
 */
static __always_inline void lua_entry_run(lua_State *L, const struct lua_known *known)
{
	CallInfo *ci = L->base_ci.next;
	global_State *g = G(L);
	StkId at = lua_entry_place(L, known->at);

	g->budget = known->units;
	g->spent = 0;
	setclLvalue2s(L, at, (LClosure *)known->fn);
	L->top.p = lua_entry_place(L, known->top);
	ci->func.p = at;
	ci->nresults = 1;
	ci->callstatus = CIST_FRESH;
	ci->top.p = lua_entry_place(L, known->need);
	ci->u.l.savedpc = known->fn->p->code;
	L->ci = ci;
	L->errorJmp = &g->entry;
	L->errfunc = LUA_ENTRY_HANDLER;
	luaV_execute(L, ci);
	L->errfunc = 0;
	L->errorJmp = NULL;
}

/*
 * As lua_setjmp() of @buf: true when lua_longjmp() to it came here. No variable of the caller has
 * its value then, and none may be alive: what is needed is found anew.
 */
static __always_inline bool lua_entry_guard(struct lua_jmpbuf *buf)
{
	asm goto("leaq 1f(%%rip), %%rax\n\t"
		 "movq %%rbp, 8(%0)\n\t"
		 "movq %%rsp, 48(%0)\n\t"
		 "movq %%rax, 56(%0)\n\t"
		 "xorl %%eax, %%eax\n"
		 "1:\ttestl %%eax, %%eax\n\t"
		 "jnz %l[raised]"
		 : : "D"(buf)
		 : "rax", "rbx", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
		   "r15", "cc", "memory"
		 : raised);
	return false;
raised:
	return true;
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

#endif
