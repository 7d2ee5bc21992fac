// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* An interpreter of our VM with the library built in, for the tests. */
#include <stdio.h>
#include <string.h>

#include "luadata.h"
#include "lualib.h"

int luaopen_testkit(lua_State *L);

static const char *folder;

/* require: the library, or a file in the folder of the script */
static int require(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1);

	if (!strcmp(name, "luadata") || !strcmp(name, "data"))
		return luaopen_luadata(L);
	if (!strcmp(name, "testkit"))
		return luaopen_testkit(L);
	lua_settop(L, 1);
	if (lua_getfield(L, LUA_REGISTRYINDEX, name) != LUA_TNIL)
		return 1;
	if (luaL_loadfile(L, lua_pushfstring(L, "%s%s.lua", folder, name)) != LUA_OK)
		return lua_error(L);
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

int main(int argc, char **argv)
{
	lua_State *L = luaL_newstate();
	const char *slash;
	int status, i;

	if (!L || argc < 2)
		return 2;
	slash = strrchr(argv[1], '/');
	luaL_openlibs(L);
	lua_setbudget(L, LUA_MAXINTEGER);
	folder = slash ? lua_pushlstring(L, argv[1], slash + 1 - argv[1]) : lua_pushstring(L, "");
	lua_pushcfunction(L, require);
	lua_setglobal(L, "require");
	lua_newtable(L);
	for (i = 1; i < argc; i++) {
		lua_pushstring(L, argv[i]);
		lua_rawseti(L, -2, i - 1);
	}
	lua_setglobal(L, "arg");
	lua_pushcfunction(L, message);
	status = luaL_loadfile(L, argv[1]);
	if (status == LUA_OK)
		status = lua_pcall(L, 0, 0, -2);
	if (status != LUA_OK)
		fprintf(stderr, "lua: %s\n", lua_tostring(L, -1));
	lua_close(L);
	return status != LUA_OK;
}
