// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Objects that scripts hold until the entry from the kernel ends, and no longer. */
#include "state.h"

/* Key in the registry of a table: the views, numbered from 1. */
static const char ending;

/* Called with the view. */
static int note(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &ending) != LUA_TTABLE) {
		lua_newtable(L); /* a finalizer may have run, and come here */
		if (lua_rawgetp(L, LUA_REGISTRYINDEX, &ending) != LUA_TTABLE) {
			lua_pushvalue(L, -2);
			lua_rawsetp(L, LUA_REGISTRYINDEX, &ending);
			lua_pushvalue(L, -2);
		}
		lua_replace(L, 2);
		lua_settop(L, 2);
	}
	lua_pushvalue(L, 1);
	lua_rawseti(L, 2, vm->nending + 1);
	vm->nending++;
	return 0;
}

void klua_atend(lua_State *L)
{
	int view = lua_gettop(L);
	bool room = lua_checkstack(L, 2);

	if (room) {
		lua_pushcfunction(L, note);
		lua_pushvalue(L, view);
		if (lua_pcall(L, 1, 0, 0) == LUA_OK)
			return;
	}
	luadata_endobject(L, view);
	if (!room)
		luaL_error(L, "stack overflow");
	lua_error(L);
}
EXPORT_SYMBOL_GPL(klua_atend);

void klua_atend_cancel(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	lua_rawgetp(L, LUA_REGISTRYINDEX, &ending);
	lua_pushboolean(L, false);
	lua_rawseti(L, -2, vm->nending--);
	lua_pop(L, 1);
}
EXPORT_SYMBOL_GPL(klua_atend_cancel);

/* The entry ends: nothing of this raises or allocates, the places in the table are there. */
void klua_endviews(struct klua_vm *vm)
{
	lua_State *L = vm->L;

	lua_rawgetp(L, LUA_REGISTRYINDEX, &ending);
	for (; vm->nending; vm->nending--) { /* charged: the calls that gave them */
		lua_rawgeti(L, -1, vm->nending);
		luadata_endobject(L, -1);
		lua_pop(L, 1);
		lua_pushboolean(L, false);
		lua_rawseti(L, -2, vm->nending);
	}
	lua_pop(L, 1);
}
