// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What becomes of a call that failed: a cause, counters, a message. */
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/string.h>

#include "lstate.h"

#include "backoff.h"
#include "cause.h"
#include "frame.h"
#include "log.h"
#include "state.h"
#include "vm.h"

const char *klua_message(lua_State *L)
{
	if (lua_isspent(L))
		return lua_spenttext(L);
	return lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
					      : "(error object is not a string)";
}

/* Lua's own errors begin with where they happened, in less than 80 bytes. */
static bool begins_with(const char *text, const char *words)
{
	return strnstr(text, words, strnlen(text, 128));
}

enum klua_cause klua_cause_of(struct klua_vm *vm, int status)
{
	if (status == LUA_ERRBUDGET || lua_isspent(vm->L))
		return KLUA_CAUSE_BUDGET;
	if (status == LUA_ERRMEM)
		return vm->starved ? KLUA_CAUSE_KERNEL_MEMORY : KLUA_CAUSE_MEMORY;
	if (status == LUA_ERRERR || begins_with(klua_message(vm->L), "stack overflow"))
		return KLUA_CAUSE_STACK;
	return KLUA_CAUSE_ERROR;
}

#define ERRNO_OF_CAUSE(name, word, error) (error),

int klua_cause_errno(enum klua_cause cause)
{
	static const int errnos[] = { KLUA_EACH_CAUSE(ERRNO_OF_CAUSE) };

	return -errnos[cause];
}

/* @text may be as long as the script likes, and nobody pays for it: its begin is looked at. */
static void record_failure(struct klua_vm *vm, enum klua_cause cause, const char *text)
{
	struct klua_state *state = vm->state;
	struct klua_frame *frame = vm->frame;
	const char *where = frame ? frame->at->callback->name : "call";
	size_t size = strnlen(text, KLUA_RING_SIZE);
	size_t line = min_t(size_t, size, sizeof(frame->error));
	const char *end = memchr(text, '\n', line);

	if (frame) {
		frame->causes[cause]++;
		strscpy(frame->error, text, sizeof(frame->error));
		klua_backoff_failed(vm);
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

int klua_failed(struct klua_vm *vm, int status)
{
	enum klua_cause cause = klua_cause_of(vm, status);

	record_failure(vm, cause, klua_message(vm->L));
	lua_pop(vm->L, 1);
	if (status == LUA_ERRMEM) /* what waits for finalizers may be what is missing */
		lua_gc(vm->L, LUA_GCSTEP, 0);
	return klua_cause_errno(cause);
}

static noinline void record_failuref(struct klua_vm *vm, enum klua_cause cause, const char *fmt,
				     va_list args)
{
	char text[200];

	vsnprintf(text, sizeof(text), fmt, args);
	record_failure(vm, cause, text);
}

int klua_fail(struct klua_vm *vm, enum klua_cause cause, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	record_failuref(vm, cause, fmt, args);
	va_end(args);
	return -EINVAL;
}
