// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What becomes of a call that failed: a cause, counters, a message. */
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/string.h>

#include "door.h"
#include "state.h"

static const char *const cause_names[KLUA_CAUSES] = {
	[KLUA_ERROR] = "error", [KLUA_BUDGET] = "budget",   [KLUA_MEMORY] = "memory",
	[KLUA_STACK] = "stack", [KLUA_RESULT] = "result",   [KLUA_NOVERDICT] = "no-verdict",
	[KLUA_BUSY] = "busy",   [KLUA_BACKOFF] = "backoff",
};

const char *klua_causename(enum klua_cause cause)
{
	return cause < KLUA_CAUSES ? cause_names[cause] : "?";
}

/* The error on top of the stack as text; makes nothing, for there may be no memory. */
const char *klua_message(lua_State *L)
{
	if (lua_isspent(L))
		return lua_spenttext(L);
	return lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
					      : "(error object is not a string)";
}

/* Lua's own errors begin with where they happened, in less than 80 bytes. */
static bool begins(const char *text, const char *words)
{
	return strnstr(text, words, strnlen(text, 128));
}

enum klua_cause klua_cause(struct klua_vm *vm, int status)
{
	if (status == LUA_ERRBUDGET || lua_isspent(vm->L))
		return KLUA_BUDGET;
	if (status == LUA_ERRMEM)
		return KLUA_MEMORY;
	if (status == LUA_ERRERR || begins(klua_message(vm->L), "stack overflow") ||
	    begins(klua_message(vm->L), "pattern too complex"))
		return KLUA_STACK;
	return KLUA_ERROR;
}

int klua_causeerrno(enum klua_cause cause)
{
	switch (cause) {
	case KLUA_BUDGET:
		return -EINTR;
	case KLUA_MEMORY:
		return -ENOMEM;
	default:
		return -EINVAL;
	}
}

/* @text may be as long as the script likes, and nobody pays for it: its begin is looked at. */
static void record(struct klua_vm *vm, enum klua_cause cause, const char *text)
{
	struct klua_state *state = vm->state;
	const char *where = vm->at ? vm->at->callback->name : "call";
	size_t size = strnlen(text, KLUA_RING_SIZE);
	size_t line = min_t(size_t, size, sizeof(vm->slot->error));
	const char *end = memchr(text, '\n', line);

	if (vm->slot) {
		vm->slot->causes[cause]++;
		strscpy(vm->slot->error, text, sizeof(vm->slot->error));
		klua_tire(vm, vm->slot);
	}
	klua_ring_write(state->ring, where, strlen(where));
	klua_ring_write(state->ring, ": ", 2);
	klua_ring_write(state->ring, text, size);
	klua_ring_write(state->ring, "\n", 1);
	/* It may have bytes of a packet in it: nothing that a console obeys. */
	if (__ratelimit(&state->printk_limit))
		pr_warn("klua: %s: %s: %*pE\n", state->name, where,
			end ? (int)(end - text) : (int)line, text);
}

/*
 * klua_unwind() - drop what an error left above the function's place, and put its message there
 *
 * It closes variables, hence calls Lua: in an outer frame.
 */
void klua_unwind(lua_State *L, ptrdiff_t func, int status)
{
	L->ci = &L->base_ci;
	L->allowhook = 1;
	L->nCcalls = nyci; /* as at rest */
	status = luaD_closeprotected(L, func, status);
	luaD_seterrorobj(L, status, restorestack(L, func));
	luaD_shrinkstack(L);
	L->errfunc = 0;
}

/* After lua_pcall() gave @status: the message is on top of the stack and leaves it. */
int klua_failed(struct klua_vm *vm, int status)
{
	enum klua_cause cause = klua_cause(vm, status);

	record(vm, cause, klua_message(vm->L));
	lua_pop(vm->L, 1);
	if (cause == KLUA_MEMORY) /* what waits for finalizers may be what is missing */
		lua_gc(vm->L, LUA_GCSTEP, 0);
	return klua_causeerrno(cause);
}

static noinline void record_text(struct klua_vm *vm, enum klua_cause cause, const char *fmt,
				 va_list args)
{
	char text[200];

	vsnprintf(text, sizeof(text), fmt, args);
	record(vm, cause, text);
}

int klua_fail(struct klua_vm *vm, enum klua_cause cause, const char *fmt, ...)
{
	va_list args;

	if (cause == KLUA_NOVERDICT) { /* allowed, only counted */
		if (vm->slot)
			vm->slot->causes[cause]++;
		return -EINVAL;
	}
	va_start(args, fmt);
	record_text(vm, cause, fmt, args);
	va_end(args);
	return -EINVAL;
}
EXPORT_SYMBOL_GPL(klua_fail);
