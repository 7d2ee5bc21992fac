// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Running chunks of source in the globals of a script. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/minmax.h>

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

static int load(lua_State *L, struct klua_chunk *chunk)
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

static int run(struct klua_vm *vm, struct klua_chunk *chunk)
{
	lua_State *L = vm->L;
	int status = load(L, chunk);

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

/* Called in a frame of its own. */
static int run_in_frame(struct klua_vm *vm, void *chunk)
{
	struct klua_state *state = vm->state;
	s64 budget = state->load_budget;
	int status, err = 0;

	if (vm->context == KLUA_ATOMIC)
		budget = min_t(s64, budget, KLUA_ATOMIC_BUDGET_MAX);
	klua_startbudget(vm, budget);
	status = run(vm, chunk);
	vm->out = NULL;
	if (status != LUA_OK) {
		err = status == LUA_ERRSYNTAX ? -ENOEXEC : klua_causeerrno(klua_cause(vm, status));
		klua_seterror(state, "%.*s", KLUA_ERROR_MAX, klua_message(vm->L));
	}
	klua_settle(vm);
	return err;
}

static int run_vm(struct klua_vm *vm, struct klua_chunk *chunk, struct klua_output *out)
{
	struct klua_state *state = vm->state;
	int err;

	vm = klua_lockvm(vm);
	if (IS_ERR(vm)) {
		klua_sayclosed(state, PTR_ERR(vm));
		return PTR_ERR(vm);
	}
	vm->out = out;
	err = klua_guard(vm, run_in_frame, chunk);
	if (err == -ENOTRECOVERABLE)
		klua_sayclosed(state, err);
	klua_release(vm);
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

static int run_public(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out,
		      char *error)
{
	int err;

	err = klua_control(state, error);
	if (err)
		return err;
	if (state->phase == KLUA_LOADING)
		klua_setnet(state);
	if (state->phase == KLUA_DEAD) { /* it has no VM left that could say so */
		err = state->failure[0] ? -ENOTRECOVERABLE : -ESHUTDOWN;
		klua_sayclosed(state, err);
	} else {
		err = klua_runchunk(state, chunk, out);
	}
	if (err && READ_ONCE(state->stopping)) {
		klua_sayclosed(state, -ESHUTDOWN);
		err = -EINTR;
	}
	/* What an anonymous script attached holds from here on. */
	if (state->anonymous && state->phase == KLUA_LOADING) {
		if (err)
			klua_forget(state);
		else if (state->nattached)
			err = klua_commit(state);
	}
	if (err && error)
		strscpy(error, state->error, KLUA_ERROR_MAX);
	mutex_unlock(&state->control);
	return err;
}

int klua_run(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
	     struct klua_output *out, char *error)
{
	struct klua_chunk c = { .text = chunk, .size = size, .name = chunkname };

	return run_public(state, &c, out, error);
}

int klua_eval(struct klua_state *state, const char *code, size_t size, const char *chunkname,
	      struct klua_output *out, char *error)
{
	struct klua_chunk c = { .text = code, .size = size, .name = chunkname, .eval = true };

	return run_public(state, &c, out, error);
}
