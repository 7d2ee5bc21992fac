/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * door.h: what a call through a door does inside Lua, without the detours of its public interface.
 *
 * Each packet pays for it. A VM at rest is at the base of its stack, outside of any call: no to-be-
 * closed variables, no hook, no yield.
 */
#ifndef KLUA_DOOR_H
#define KLUA_DOOR_H

#include "lapi.h"
#include "lstate.h"
#include "ldo.h"
#include "ltable.h"
#include "lvm.h"

#include "state.h"

/* klua_traceback() is the first value on the stack at rest. */
#define KLUA_HANDLER ((ptrdiff_t)sizeof(StackValue))

struct klua_callee {
	StkId func;
	int nresults;
};

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

static void klua_docall(lua_State *L, void *ud)
{
	const struct klua_callee *callee = ud;
	CallInfo *ci;

	L->nCcalls += nyci;
	luaE_incCstack(L);
	ci = luaD_precall(L, callee->func, callee->nresults);
	if (ci) {
		ci->callstatus = CIST_FRESH;
		luaV_execute(L, ci);
	}
}

/* As lua_pcall() with klua_traceback() as the message handler. */
static __always_inline int klua_pcall(lua_State *L, int nargs, int nresults)
{
	struct klua_callee callee = { L->top.p - (nargs + 1), nresults };
	ptrdiff_t old_top = savestack(L, callee.func);
	int status;

	L->errfunc = KLUA_HANDLER;
	status = luaD_rawrunprotected(L, klua_docall, &callee);
	if (unlikely(status != LUA_OK)) {
		L->ci = &L->base_ci;
		L->allowhook = 1;
		status = luaD_closeprotected(L, old_top, status);
		luaD_seterrorobj(L, status, restorestack(L, old_top));
		luaD_shrinkstack(L);
	}
	L->errfunc = 0;
	adjustresults(L, nresults);
	return status;
}

/* As lua_settop() to the values that stay. */
static __always_inline void klua_rest(struct klua_vm *vm)
{
	lua_State *L = vm->L;

	L->top.p = L->ci->func.p + 1 + vm->base;
}

#endif
