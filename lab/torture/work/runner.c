// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Runs a script that measures calls: how many basic blocks one runs, and how many units it is
 * charged.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "count.h"
#include "host_user.h"
#include "lauxlib.h"
#include "lua.h"
#include "luadata.h"
#include "lualib.h"
#include "state_user.h"
#include "wire.h"

#define QUOTA ((size_t)128 << 20)
#define GARBAGE ((size_t)32 << 20)
#define STACK ((size_t)256 << 10)

static struct memory memory = { .quota = QUOTA, .fail_in = -1 };
static size_t alive; /* bytes after a collection */

/*
 * measure(units, function, ...): calls it with a budget of so many units; returns the blocks that
 * were run and the units that were charged, or nothing when memory was refused.
 */
static int measure(lua_State *L)
{
	lua_Integer units = luaL_checkinteger(L, 1);
	lua_Integer left;
	unsigned long blocks;

	memory.refused = false; /* else the collector went over all there is */
	lua_setbudget(L, units);
	blocks = work_blocks;
	lua_pcall(L, lua_gettop(L) - 2, 0, 0);
	blocks = work_blocks - blocks;
	left = lua_isspent(L) ? 0 : lua_getbudget(L);
	lua_setbudget(L, LUA_MAXINTEGER);
	lua_settop(L, 0);
	lua_gc(L, LUA_GCSTOP);
	if (memory.used > alive + GARBAGE) {
		lua_gc(L, LUA_GCCOLLECT);
		alive = memory.used;
	}
	if (memory.refused)
		return 0;
	lua_pushinteger(L, (lua_Integer)blocks);
	lua_pushinteger(L, units - left);
	return 2;
}

static int say(lua_State *L)
{
	puts(luaL_checkstring(L, 1));
	return 0;
}

static const luaL_Reg modules[] = {
	{ "luadata", luaopen_luadata },
	WIRE_MODULES{ NULL, NULL },
};

static int run(lua_State *L)
{
	const char *file = lua_touserdata(L, 1);

	luaL_openlibs(L);
	test_setrequire(L, modules);
	lua_register(L, "measure", measure);
	lua_register(L, "say", say);
	if (luaL_loadfile(L, file) != LUA_OK)
		return lua_error(L);
	lua_pushstring(L, lua_touserdata(L, 2));
	lua_call(L, 1, 0);
	return 0;
}

/* usage: runner SCRIPT ARGUMENT */
int main(int argc, char **argv)
{
	lua_State *L = lua_newstate(test_allocate, &memory);
	int status;

	if (argc != 3 || !L)
		return 2;
	lua_host_quiet = true; /* what is measured prints nothing */
	lua_host_setstack(STACK);
	lua_setbudget(L, LUA_MAXINTEGER);
	lua_pushcfunction(L, run);
	lua_pushlightuserdata(L, argv[1]);
	lua_pushlightuserdata(L, argv[2]);
	status = lua_pcall(L, 2, 0, 0);
	if (status != LUA_OK)
		fprintf(stderr, "work: %s\n", lua_tostring(L, -1));
	fflush(stdout);
	return status != LUA_OK;
}
