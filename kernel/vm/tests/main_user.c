// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the VM from its host's side: the program, and what they share. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"
#include "test_user.h"

lua_State *test_open(struct memory *m, size_t quota)
{
	lua_State *L;

	*m = (struct memory){ .quota = quota, .fail_in = -1 };
	L = lua_newstate(test_allocate, m);
	if (L)
		luaL_openlibs(L);
	return L;
}

void report(int good, const char *suite, const char *name, const char *expected, const char *got)
{
	if (!tap_point(good, "%s: %s", suite, name))
		printf("  # expected: %s\n  # got: %s\n", expected, got);
}

void check(int good, const char *suite, const char *name)
{
	report(good, suite, name, "true", "false");
}

const char *text(lua_State *L, int idx)
{
	const char *s = lua_tostring(L, idx);

	return s ? s : luaL_typename(L, idx);
}

int run(lua_State *L, const char *code)
{
	int status = luaL_loadstring(L, code);

	return status == LUA_OK ? lua_pcall(L, 0, LUA_MULTRET, 0) : status;
}

int run_file(lua_State *L, const char *dir, const char *name)
{
	char path[4096];
	int status;

	snprintf(path, sizeof(path), "%s/%s.lua", dir, name);
	status = luaL_loadfile(L, path);
	return status == LUA_OK ? lua_pcall(L, 0, LUA_MULTRET, 0) : status;
}

int is_true(lua_State *L, const char *global)
{
	int res;

	lua_getglobal(L, global);
	res = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return res;
}

int test_released, test_closed;

static int release(lua_State *L)
{
	(void)L;
	test_released++;
	return 0;
}

static int close_it(lua_State *L)
{
	(void)L;
	test_closed++;
	return 0;
}

int test_new(lua_State *L)
{
	lua_newuserdatauv(L, 1, 0);
	lua_createtable(L, 0, 2);
	lua_pushcfunction(L, release);
	lua_setfield(L, -2, "__gc");
	lua_pushcfunction(L, close_it);
	lua_setfield(L, -2, "__close");
	lua_setmetatable(L, -2);
	return 1;
}

lua_State *test_cases(const char *dir, const char *name)
{
	lua_State *L = luaL_newstate();

	if (L)
		luaL_openlibs(L);
	if (!L || run_file(L, dir, name)) {
		report(0, "cases", name, "a list", L ? text(L, -1) : "no memory");
		exit(1);
	}
	return L;
}

const char *test_field(lua_State *cases, int i, int j)
{
	const char *s;

	lua_rawgeti(cases, 1, i);
	lua_rawgeti(cases, -1, j);
	s = lua_tostring(cases, -1);	/* anchored in the table */
	lua_pop(cases, 2);
	return s;
}

int main(int argc, char **argv)
{
	const char *dir = argc > 1 ? argv[1] : ".";

	setvbuf(stdout, NULL, _IOLBF, 0); /* what aborts is behind the last line */
	test_budget(dir);
	test_guards(dir);
	test_stack(dir);
	test_memory(dir);
	test_field_hook(dir);
	test_displays(dir);
	test_weak_keys(dir);
	test_hash();
	return 0;
}
