// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A plain interpreter of the patched Lua in user space, for tests and experiments. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua.h"
#include "lauxlib.h"
#include "lualib.h"
#include "host_user.h"

static int message(lua_State *L)
{
	const char *msg = luaL_tolstring(L, 1, NULL);

	luaL_traceback(L, L, msg, 1);
	return 1;
}

static int usage(void)
{
	fputs("usage: lua [-b BUDGET] [-s STACK-BYTES] SCRIPT [ARG...]\n", stderr);
	return 2;
}

int main(int argc, char **argv)
{
	lua_Integer budget = LUA_MAXINTEGER;
	lua_State *L;
	int i = 1, n, status;

	for (; i + 1 < argc && argv[i][0] == '-' && argv[i][1]; i += 2) {
		if (!strcmp(argv[i], "-b"))
			budget = atoll(argv[i + 1]);
		else if (!strcmp(argv[i], "-s"))
			lua_host_setstack(strtoul(argv[i + 1], NULL, 0));
		else
			return usage();
	}
	if (i >= argc)
		return usage();
	L = luaL_newstate();
	if (!L)
		return 1;
	luaL_openlibs(L);
	lua_createtable(L, argc - i, 0);
	for (n = i; n < argc; n++) {
		lua_pushstring(L, argv[n]);
		lua_rawseti(L, -2, n - i);
	}
	lua_setglobal(L, "arg");
	lua_pushcfunction(L, message);
	lua_setbudget(L, budget);
	status = luaL_loadfile(L, strcmp(argv[i], "-") ? argv[i] : NULL);
	if (status == LUA_OK)
		status = lua_pcall(L, 0, 0, 1);
	if (status != LUA_OK)
		fprintf(stderr, "lua: %s\n", status == LUA_ERRBUDGET ? lua_spenttext(L)
								      : lua_tostring(L, -1));
	lua_setbudget(L, budget);
	lua_close(L);
	return status != LUA_OK;
}
