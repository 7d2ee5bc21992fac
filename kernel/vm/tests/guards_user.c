// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Tests of what happens where guards meet: memory ends, once or for good, while an error, a
 * finalizer, a closing variable or the end of a stack is dealt with, and where the budget ends with
 * the quota full. An error that nothing catches ends this program.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "host_user.h"
#include "test_user.h"

#define QUOTA	(256 << 10)
#define POINTS	(SANITIZED ? 6 : 24) /* allocations after guard(), each of which fails once */
#define BUDGETS	40

/* After guard() allocation number @point fails; with for_good of the memory, all after it, too. */
static struct {
	struct memory memory;
	long point;
} guards;

static int guard(lua_State *L)
{
	(void)L;
	if (guards.memory.fail_in < 0) {
		guards.memory.fail_in = guards.point;
		guards.point = 0; /* once it has failed: the next */
	}
	return 0;
}

/* As the runtime's: the way to the error, and texts that scripts give. */
static int handler(lua_State *L)
{
	const char *msg = lua_tostring(L, 1);

	if (!msg) {
		if (luaL_callmeta(L, 1, "__tostring") && lua_type(L, -1) == LUA_TSTRING)
			return 1;
		msg = lua_pushfstring(L, "(error object is a %s value)", luaL_typename(L, 1));
	}
	luaL_traceback(L, L, msg, 1);
	return 1;
}

static lua_State *open(long point, int on)
{
	struct memory *m = &guards.memory;
	lua_State *L;

	L = test_open(m, QUOTA);
	lua_pushcfunction(L, guard);
	lua_setglobal(L, "guard");
	lua_settop(L, 0);
	lua_pushcfunction(L, handler);
	guards.point = point;
	guards.memory.for_good = on;
	return L;
}

/* An entry, its failure dealt with as the runtime does, and the end of the state. */
static int enter(lua_State *L, const char *code, lua_Integer units, int *bad)
{
	int status;

	status = luaL_loadbuffer(L, code, strlen(code), "=guards");
	lua_setbudget(L, units);
	if (status == LUA_OK)
		status = lua_pcall(L, 0, 0, 1);
	*bad += lua_getbudget(L) > units;
	if (status != LUA_OK) {
		*bad += lua_type(L, -1) != LUA_TSTRING && status != LUA_ERRRUN;
		lua_settop(L, 1);
	}
	if (status == LUA_ERRMEM)
		lua_gc(L, LUA_GCSTEP, 0);
	*bad += lua_getbudget(L) > units;
	lua_setbudget(L, 1000);
	lua_close(L);
	*bad += guards.memory.used != 0;
	return status;
}

static void points(const char *suite, const char *name, const char *code)
{
	int on, bad = 0;
	long point;

	alarm(600); /* it ends, or nothing is said for so long */
	for (on = 0; on <= 1; on++)
		for (point = 0; point < POINTS; point++)
			enter(open(point, on), code, 20000, &bad);
	check(!bad, suite, name);
}

/* The quota is full to the last byte from the start, and the budget ends anywhere. */
static void budgets(const char *suite, const char *name, const char *code)
{
	lua_Integer units = 1;
	int i, bad = 0;

	alarm(600);
	for (i = 0; i < BUDGETS; i++, units += units / 3 + 1) {
		lua_State *L = open(0, 0);

		/* what is loaded is there already */
		if (luaL_loadbuffer(L, code, strlen(code), "=guards") != LUA_OK)
			bad++;
		lua_gc(L, LUA_GCCOLLECT);
		guards.memory.quota = guards.memory.used;
		lua_setbudget(L, units);
		lua_pcall(L, 0, 0, 1);
		bad += lua_getbudget(L) > units;
		lua_settop(L, 1);
		lua_setbudget(L, units);
		lua_close(L);
		bad += guards.memory.used != 0;
	}
	check(!bad, suite, name);
}

static void each(const char *dir, const char *file, const char *suite,
		 void (*test)(const char *suite, const char *name, const char *code))
{
	lua_State *cases = test_cases(dir, file);
	int i;

	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++)
		test(suite, test_field(cases, i, 1), test_field(cases, i, 2));
	lua_close(cases);
}

void test_guards(const char *dir)
{
	/* The end of the C stack is near. */
	lua_host_setstack(SANITIZED ? 160 << 10 : 24 << 10);
	each(dir, "guards", "memory ends", points);
	lua_host_setstack(LUA_HOST_STACK);
	each(dir, "guards", "budget and memory end", budgets);
	each(dir, "escapes", "budget and memory end", budgets);
	alarm(0);
}
