// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* One Lua state for all runs of a target. */
#include <stdio.h>
#include <stdlib.h>

#include "lstate.h"
#include "lgc.h"

#include "fuzz.h"
#include "lualib.h"
#include "state_user.h"

#define QUOTA (4 << 20)   /* bytes */
#define BUDGET 20000      /* units of a run: what exceeds it is not compared */
#define COLLECT_EVERY 64  /* runs */
#define SETTLED 20000     /* runs after which the state no longer grows */
#define SLACK (128 << 10) /* bytes that it may have more than then: names and constants */

static lua_State *state;
static struct memory memory = { .quota = QUOTA, .fail_in = -1, .for_good = true };
static size_t settled;
static unsigned long runs;

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "fuzz: %s\n", what);
	abort();
}

/* The same for every process: an input does the same each time. */
unsigned long long __wrap_lua_host_seed(void);
unsigned long long __wrap_lua_host_seed(void)
{
	return 1;
}

static void open_state(void)
{
	state = lua_newstate(test_allocate, &memory);
	if (!state)
		fail("no state");
	lua_setbudget(state, LUA_MAXINTEGER);
	luaL_openlibs(state);
	lua_pushcfunction(state, fuzz_setup);
	lua_newtable(state);
	lua_pushvalue(state, -1);
	lua_insert(state, 1);
	if (lua_pcall(state, 1, 0, 0) != LUA_OK)
		fail(lua_tostring(state, -1));
	lua_settop(state, 1);
}

void fuzz_starve(long allocations)
{
	memory.fail_in = allocations;
}

static void collect(void)
{
	lua_gc(state, LUA_GCCOLLECT);
	if (runs < SETTLED || runs % (COLLECT_EVERY * COLLECT_EVERY) != 0)
		return;
	lua_gc(state, LUA_GCCOLLECT); /* what had finalizers goes now */
	if (!settled)
		settled = memory.used;
	if (memory.used > settled + SLACK)
		fail("memory of the state does not come back");
}

bool fuzz_try(lua_State *L, lua_CFunction function, int n, int results)
{
	lua_pushcfunction(L, function);
	lua_insert(L, -n - 1);
	return lua_pcall(L, n, results, 0) == LUA_OK;
}

/* What a run armed does nothing in a later one: an input does the same, whatever came before it. */
static int fire(lua_State *L)
{
	lua_CFunction finalizer = lua_tocfunction(L, lua_upvalueindex(2));

	return (unsigned long)lua_tointeger(L, lua_upvalueindex(1)) == runs ? finalizer(L) : 0;
}

void fuzz_arm(lua_State *L, lua_CFunction finalizer, unsigned int after)
{
	lua_newtable(L);
	lua_createtable(L, 0, 1);
	lua_pushinteger(L, (lua_Integer)runs);
	lua_pushcfunction(L, finalizer);
	lua_pushcclosure(L, fire, 2);
	lua_setfield(L, -2, "__gc");
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
	luaC_runtilstate(L, bitmask(GCSpause));
	luaC_runtilstate(L, bitmask(GCScallfin));
	luaE_setdebt(G(L), -(l_mem)after);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	open_state();
	return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	fuzz_input(bytes, n);
	lua_setbudget(state, BUDGET);
	lua_pushcfunction(state, fuzz_body);
	lua_pushvalue(state, 1);
	lua_pcall(state, 1, 0, 0);
	fuzz_starve(-1);
	if (fuzz_loan.all)
		fuzz_return();
	lua_settop(state, 1);
	lua_setbudget(state, LUA_MAXINTEGER);
	if (++runs % COLLECT_EVERY == 0)
		collect();
	return 0;
}
