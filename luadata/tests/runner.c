// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* An interpreter of our VM with the library built in, for the tests. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "luadata.h"
#include "lualib.h"
#include "state_user.h"
#include "wire.h"
#include "wirekit.h"

int luaopen_testkit(struct lua_State *L);

static const luaL_Reg modules[] = {
	{ "luadata", luaopen_luadata }, { "data", luaopen_luadata }, { "testkit", luaopen_testkit },
	{ "wirekit", luaopen_wirekit }, WIRE_MODULES{ NULL, NULL },
};

/* The chunk of a file that LUA_PATH leads to. */
static void load_file(lua_State *L, const char *name)
{
	const char *path = getenv("LUA_PATH") ?: "luadata/tests/?.lua;lab/?.lua";
	int status = LUA_ERRFILE;

	for (; *path && status == LUA_ERRFILE; path += strspn(path, ";")) {
		size_t n = strcspn(path, ";");

		lua_settop(L, 1);
		lua_pushlstring(L, path, n);
		status = luaL_loadfile(L, luaL_gsub(L, lua_tostring(L, -1), "?", name));
		path += n;
	}
	if (status != LUA_OK)
		lua_error(L);
}

/* require: the library, or a file */
static int require(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1);
	lua_CFunction open = test_module(modules, name);

	if (open)
		return open(L);
	lua_settop(L, 1);
	if (lua_getfield(L, LUA_REGISTRYINDEX, name) != LUA_TNIL)
		return 1;
	load_file(L, name);
	lua_call(L, 0, 1);
	lua_pushvalue(L, -1);
	lua_setfield(L, LUA_REGISTRYINDEX, name);
	return 1;
}

static int message(lua_State *L)
{
	luaL_traceback(L, L, luaL_tolstring(L, 1, NULL), 1);
	return 1;
}

/* Opens the libraries and runs the script; the arguments are a light userdata. */
static int run(lua_State *L)
{
	char **argv = lua_touserdata(L, 1);
	int i;

	luaL_openlibs(L);
	lua_pushcfunction(L, require);
	lua_setglobal(L, "require");
	lua_newtable(L);
	for (i = 0; argv[i]; i++) {
		lua_pushstring(L, argv[i]);
		lua_rawseti(L, -2, i);
	}
	lua_setglobal(L, "arg");
	if (luaL_loadfile(L, argv[0]) != LUA_OK)
		return lua_error(L);
	lua_call(L, 0, 0);
	return 0;
}

/* So many allocations succeed; -1: all. */
static int run_once(char **argv, bool quiet, long allocations)
{
	struct memory m = { .quota = SIZE_MAX, .fail_in = allocations, .for_good = true };
	lua_State *L = lua_newstate(test_allocate, &m);
	int status;

	if (!L)
		return LUA_ERRMEM;
	lua_setbudget(L, LUA_MAXINTEGER);
	lua_pushcfunction(L, message);
	lua_pushcfunction(L, run);
	lua_pushlightuserdata(L, argv);
	status = lua_pcall(L, 1, 0, quiet ? 0 : -3);
	if (status != LUA_OK && (!quiet || status != LUA_ERRMEM))
		fprintf(stderr, "lua: %s\n", lua_tostring(L, -1));
	lua_close(L);
	if (m.used) {
		fprintf(stderr, "lua: %zu bytes leaked\n", m.used);
		abort();
	}
	return status;
}

/* Runs the script with memory for 1, 2, 3, ... allocations, until it has enough. */
static int run_starved(char **argv)
{
	long n;
	int status;

	for (n = 1;; n++) {
		status = run_once(argv, true, n);
		if (status != LUA_ERRMEM)
			break;
	}
	fprintf(stderr, "# memory was refused at each of %ld allocations\n", n - 1);
	return status;
}

/* usage: lua [--starve] SCRIPT [ARG...] */
int main(int argc, char **argv)
{
	bool starve = argc > 1 && !strcmp(argv[1], "--starve");

	argv += 1 + starve;
	if (!argv[0])
		return 2;
	return (starve ? run_starved(argv) : run_once(argv, false, -1)) != LUA_OK;
}
