// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Target: blocks, layouts and fields of every kind, and every operation on them. */
#include "declare.h"
#include "ops.h"
#include "wirekit.h"

int luaopen_testkit(struct lua_State *L);

/* Adds the layouts of a test kit, which are the values of its table. */
static void add_kit(lua_State *L, lua_CFunction open)
{
	const struct luadata_fields *layout;

	lua_pushcfunction(L, open);
	lua_call(L, 0, 1);
	lua_pushnil(L);
	while (lua_next(L, 2)) {
		layout = luadata_testlayout(L, -1);
		lua_pop(L, 1);
		if (layout)
			fuzz_addlayouts(L, layout->layout);
	}
}

int fuzz_setup(lua_State *L)
{
	static const char *const makers[] = { "newdevice", "thing", "nested" };
	size_t i;

	fuzz_opslibrary(L);
	add_kit(L, luaopen_wirekit);
	lua_settop(L, 1);
	add_kit(L, luaopen_testkit);
	lua_pushcfunction(L, luaopen_wirekit);
	lua_call(L, 0, 1);
	lua_rawgeti(L, 1, FUZZ_MAKERS);
	for (i = 0; i < COUNT(makers); i++) {
		lua_getfield(L, 2, makers[i]);
		if (lua_isnil(L, -1)) {
			lua_pop(L, 1);
			lua_getfield(L, 3, makers[i]);
		}
		lua_rawseti(L, 4, i + 1);
	}
	/* The last of the layouts is of one run. */
	lua_rawgeti(L, 1, FUZZ_LAYOUTS);
	lua_pushinteger(L, lua_rawlen(L, -1) + 1);
	lua_rawseti(L, 1, FUZZ_MADE);
	lua_settop(L, 1);
	return 0;
}

int fuzz_body(lua_State *L)
{
	lua_rawgeti(L, 1, FUZZ_LAYOUTS);
	lua_rawgeti(L, 1, FUZZ_MADE);
	if (!fuzz_declare(L))
		lua_rawgeti(L, 2, 1);
	lua_rawset(L, 2);
	lua_settop(L, 1);
	fuzz_program(L);
	fuzz_undeclare(L);
	lua_rawgeti(L, 1, FUZZ_LAYOUTS);
	lua_rawgeti(L, 1, FUZZ_MADE);
	lua_rawgeti(L, 2, 1);
	lua_rawset(L, 2);
	return 0;
}
