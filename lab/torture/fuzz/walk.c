// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Reading all there is. */
#include "checked.h"
#include "walk.h"

#define ITEMS 24 /* that a loop looks at */
#define DEPTH 4  /* of parts in parts */

static void walk(lua_State *L, int idx, int depth);

/* Calls the iterator that a metamethod gives, and looks at what it gives. */
static void walk_pairs(lua_State *L, int idx, int depth)
{
	int i, top = lua_gettop(L);

	if (luaL_getmetafield(L, idx, "__pairs") == LUA_TNIL)
		return;
	lua_pushvalue(L, idx);
	lua_call(L, 1, 3);
	for (i = 0; i < ITEMS; i++) {
		lua_pushvalue(L, top + 1);
		lua_pushvalue(L, top + 2);
		lua_pushvalue(L, top + 3);
		lua_call(L, 2, 2);
		if (lua_isnil(L, -2))
			break;
		walk(L, lua_gettop(L), depth);
		lua_pop(L, 1);
		lua_replace(L, top + 3);
	}
	lua_settop(L, top);
}

/* Each field by its name. */
static void walk_fields(lua_State *L, int idx)
{
	const struct luadata_ref *r = luadata_testref(L, idx);
	const struct luadata_layout *layout = r && r->fields ? r->fields->layout : NULL;
	size_t i;

	for (i = 0; layout && i < layout->nfields; i++) {
		lua_pushstring(L, layout->fields[i].name);
		fuzz_read(L, idx);
		lua_pop(L, 1);
	}
}

static void walk(lua_State *L, int idx, int depth)
{
	if (lua_type(L, idx) != LUA_TUSERDATA || depth >= DEPTH)
		return;
	luaL_checkstack(L, 20, NULL);
	walk_fields(L, idx);
	luaL_tolstring(L, idx, NULL);
	lua_pop(L, 1);
	luaL_len(L, idx);
	walk_pairs(L, idx, depth + 1);
}

void fuzz_walk(lua_State *L, int idx)
{
	walk(L, idx, 0);
}
