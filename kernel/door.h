/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * door.h: what a call through a door does inside Lua, without the detours of its public interface.
 *
 * Each packet pays for it. A VM at rest is at the base of its stack, outside of any call: no to-be-
 * closed variables, no hook, no yield, no frame.
 */
#ifndef KLUA_DOOR_H
#define KLUA_DOOR_H

#include "lapi.h"
#include "lstate.h"
#include "ldo.h"
#include "ltable.h"
#include "lvm.h"

#include "state.h"

#define l_unlikely luai_unlikely /* luaconf.h has it for Lua's own files */

/* klua_traceback() is the first value on the stack at rest. */
#define KLUA_HANDLER ((ptrdiff_t)sizeof(StackValue))

/* As luaH_getstr(), for a short name that most often is the first of its chain. */
static __always_inline const TValue *klua_getglobal(Table *globals, TString *name)
{
	Node *n = gnode(globals, lmod(name->hash, sizenode(globals)));

	if (likely(keyisshrstr(n) && keystrval(n) == name))
		return gval(n);
	return luaH_getstr(globals, name);
}

/* As lua_pushvalue() of the function, or of what the global has that is named there. */
static __always_inline void klua_pushslot(struct klua_vm *vm, const struct klua_slot *slot)
{
	lua_State *L = vm->L;
	StkId base = L->ci->func.p;
	const TValue *fn = s2v(base + slot->fn);

	if (slot->byname) {
		fn = klua_getglobal(hvalue(s2v(base + vm->globals)), tsvalue(fn));
		if (isempty(fn))
			fn = &G(L)->nilvalue;
	}
	setobj2s(L, L->top.p, fn);
	L->top.p++;
}

/* As klua_startbudget(). */
static __always_inline void klua_doorbudget(struct klua_vm *vm, s64 units)
{
	if (likely(vm->context == KLUA_ATOMIC)) {
		vm->left = 0; /* of the loading */
		G(vm->L)->budget = units;
		G(vm->L)->spent = 0;
	} else {
		klua_startbudget(vm, units);
	}
}

/*
 * klua_execute() - as lua_call() with klua_traceback() as the message handler; an error comes to
 *   the setjmp of @frame, where klua_caught() is then true, once
 */
static __always_inline void klua_execute(lua_State *L, struct lua_longjmp *frame, int nargs,
					 int nresults)
{
	CallInfo *ci;

	frame->previous = NULL;
	frame->status = LUA_OK;
	L->errorJmp = frame;
	L->errfunc = KLUA_HANDLER;
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

/* Whether a call under way caught what came to the frame: it is one no more. */
static __always_inline bool klua_caught(lua_State *L)
{
	bool caught = L->errorJmp;

	L->errorJmp = NULL;
	return caught;
}

/* fail.c */
void klua_unwind(lua_State *L, ptrdiff_t func, int status);

/* As lua_settop() to the values that stay. */
static __always_inline void klua_rest(struct klua_vm *vm)
{
	lua_State *L = vm->L;

	L->top.p = L->ci->func.p + 1 + vm->base;
}

#endif
