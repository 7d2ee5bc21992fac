// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The library's table. */
#include "luadata_face.h"

static const char opened; /* its address is the key of the table in the registry */

static const luaL_Reg functions[] = {
	{ "addr", luadata_addr },     { "checksum", luadata_checksum }, { "new", luadata_new },
	{ "prefix", luadata_prefix }, { "text", luadata_text },         { NULL, NULL },
};

int luaopen_luadata(lua_State *L)
{
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &opened) == LUA_TTABLE)
		return 1;
	lua_pop(L, 1);
	luadata_setdisplays(L);
	lua_createtable(L, 0, 12);
	luadata_setmethods(L);
	luaL_setfuncs(L, functions, 0);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &opened);
	return 1;
}

LUADATA_EXPORT(luaopen_luadata);

int luaopen_data(lua_State *L)
{
	return luaopen_luadata(L);
}
