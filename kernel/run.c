// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Running chunks of source in the globals of a script. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/minmax.h>

#include "budget.h"
#include "cause.h"
#include "enter.h"
#include "guard.h"
#include "run.h"
#include "state.h"

/* A lua_Reader: for eval the first piece makes an expression a chunk. */
static const char *read_chunk(lua_State *L, void *ud, size_t *size)
{
	struct klua_chunk *chunk = ud;

	switch (chunk->piece++) {
	case 0:
		*size = strlen("return ");
		return "return ";
	case 1:
		*size = chunk->size;
		return chunk->text;
	default:
		*size = 0;
		return NULL;
	}
}

static int parse_chunk(lua_State *L, struct klua_chunk *chunk)
{
	int status;

	if (chunk->eval) {
		chunk->piece = 0;
		status = lua_load(L, read_chunk, chunk, chunk->name, "t");
		if (status != LUA_ERRSYNTAX)
			return status;
		lua_pop(L, 1);
	}
	chunk->piece = 1;
	return lua_load(L, read_chunk, chunk, chunk->name, "t");
}

/* Called with the values that an expression gave. */
static int print_values(lua_State *L)
{
	int i, n = lua_gettop(L);
	struct klua_vm *vm = klua_vm(L);
	const char *s;
	size_t len;

	luaL_checkstack(L, 2, NULL);
	if (vm->state->percpu) {
		s = lua_pushfstring(L, "[%d] ", (int)vm->cpu);
		lua_host_print(L, s, strlen(s));
		lua_pop(L, 1);
	}
	for (i = 1; i <= n; i++) { /* charged: for each value */
		s = luaL_tolstring(L, i, &len);
		lua_charge(L, 8 + len / 16);
		if (i > 1)
			lua_host_print(L, "\t", 1);
		lua_host_print(L, s, len);
		lua_pop(L, 1);
	}
	lua_host_print(L, "\n", 1);
	return 0;
}

/* What `...` is in `klua FILE args`: arg[1], arg[2], as in lua. */
static int push_args(lua_State *L)
{
	lua_Integer i, n;

	if (lua_getglobal(L, "arg") == LUA_TNIL)
		return 0; /* the tool's own code that sets it */
	if (!lua_istable(L, 1))
		return luaL_error(L, "'arg' is not a table");
	n = luaL_len(L, 1); /* whatever a metamethod says */
	if (n < 0 || n > INT_MAX)
		return luaL_error(L, "'arg' has a length of %I", n);
	luaL_checkstack(L, n, "too many arguments");
	lua_charge(L, n);
	for (i = 1; i <= n; i++) /* charged: before */
		lua_geti(L, 1, i);
	return n;
}

static int run_in_vm(struct klua_vm *vm, struct klua_chunk *chunk)
{
	lua_State *L = vm->L;
	int status = parse_chunk(L, chunk);

	if (status == LUA_OK && vm->state->anonymous && !chunk->eval) {
		lua_pushcfunction(L, push_args);
		status = lua_pcall(L, 0, LUA_MULTRET, 1);
	}
	if (status == LUA_OK)
		status = lua_pcall(L, lua_gettop(L) - vm->base - 1, chunk->eval ? LUA_MULTRET : 0,
				   1);
	if (status != LUA_OK || lua_gettop(L) == vm->base)
		return status;
	if (!lua_checkstack(L, 1))
		return LUA_ERRMEM;
	lua_pushcfunction(L, print_values);
	lua_insert(L, vm->base + 1);
	return lua_pcall(L, lua_gettop(L) - vm->base - 1, 0, 1);
}

static int run_guarded(struct klua_vm *vm, void *chunk)
{
	struct klua_state *state = vm->state;
	s64 budget = state->load_budget;
	int status, err = 0;

	if (vm->context == KLUA_CONTEXT_ATOMIC)
		budget = min_t(s64, budget, KLUA_ATOMIC_BUDGET_MAX);
	klua_budget_start(vm, budget);
	status = run_in_vm(vm, chunk);
	vm->out = NULL;
	if (status != LUA_OK) {
		err = status == LUA_ERRSYNTAX ? -ENOEXEC
					      : klua_cause_errno(klua_cause_of(vm, status));
		klua_seterror(state, "%.*s", KLUA_ERROR_MAX, klua_message(vm->L));
	}
	klua_vm_reset(vm);
	return err;
}

static int run_vm(struct klua_vm *vm, struct klua_chunk *chunk, struct klua_output *out)
{
	struct klua_state *state = vm->state;
	int err;

	vm = klua_vm_lock(vm);
	if (IS_ERR(vm)) {
		klua_seterror_closed(state, PTR_ERR(vm));
		return PTR_ERR(vm);
	}
	vm->out = out;
	err = klua_guard(vm, run_guarded, chunk);
	if (err == -ENOTRECOVERABLE)
		klua_seterror_closed(state, err);
	klua_vm_unlock(vm);
	return err;
}

int klua_runchunk(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out)
{
	struct klua_vm *vm;
	unsigned int i;
	int err;

	klua_for_each_vm(vm, state, i) {
		err = run_vm(vm, chunk, out);
		if (err)
			return err;
	}
	return 0;
}
