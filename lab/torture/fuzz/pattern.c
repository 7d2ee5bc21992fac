// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Target: patterns on a block give what they give on a string of the same bytes, as Lua's own
 * string library has it.
 */
#include "compare.h"

#define ROUNDS 20     /* of gmatch */
#define BLOCK_KEY 100 /* in the table: what is lent */

enum { TABLE = 1, BLOCK, STRING, PATTERN, INIT, PLAIN, ARGUMENTS = PLAIN };

static const char *const operations[] = { "find", "match", "gmatch" };

int fuzz_setup(lua_State *L)
{
	size_t i;

	luaopen_luadata(L);
	lua_getglobal(L, "string");
	for (i = 0; i < COUNT(operations); i++) {
		lua_getfield(L, 2, operations[i]);
		lua_rawseti(L, TABLE, 2 * i + 1);
		lua_getfield(L, 3, operations[i]);
		lua_rawseti(L, TABLE, 2 * i + 2);
	}
	return 0;
}

/* Pushes what the arguments decide: subject as block and as string, pattern, init, plain. */
static void push_arguments(lua_State *L)
{
	unsigned int how = fuzz_byte(), shape = fuzz_byte();
	lua_Integer init = shape & 1 ? fuzz_number() : 1;
	size_t n, length, i, before = shape & 2 ? fuzz_below(8) : 0;
	const unsigned char *pattern = fuzz_bytes(fuzz_below(64), &n);
	const unsigned char *subject = fuzz_rest(&length);
	luaL_Buffer b;

	before = min(before, length);
	fuzz_lend(L, subject, length, how & ~8);
	lua_pushvalue(L, -1);
	lua_rawseti(L, TABLE, BLOCK_KEY);
	if (before) {
		lua_getfield(L, -1, "segment");
		lua_insert(L, -2);
		lua_pushinteger(L, before);
		lua_call(L, 2, 1);
	}
	lua_pushlstring(L, (const char *)subject + before, length - before);
	luaL_buffinit(L, &b);
	for (i = 0; i < (shape & 4 ? 1 + shape / 32 : 1); i++)
		luaL_addlstring(&b, (const char *)pattern, n);
	luaL_pushresult(&b);
	lua_pushinteger(L, init);
	lua_pushboolean(L, shape & 8);
}

/* Calls one of the two functions; the results are left above what was there. */
static int call(lua_State *L, int function, int subject, int *results)
{
	int top = lua_gettop(L), i, status;

	lua_rawgeti(L, TABLE, function);
	lua_pushvalue(L, subject);
	for (i = PATTERN; i <= ARGUMENTS; i++)
		lua_pushvalue(L, i);
	status = lua_pcall(L, 4, LUA_MULTRET, 0);
	*results = lua_gettop(L) - top;
	return status;
}

static int go_on(lua_State *L, int iterator, int *results)
{
	int top = lua_gettop(L), status;

	lua_pushvalue(L, iterator);
	status = lua_pcall(L, 0, LUA_MULTRET, 0);
	*results = lua_gettop(L) - top;
	return status;
}

static void compare_iterators(lua_State *L)
{
	int nmine, nother, mine, other, round;
	int iterators = lua_gettop(L) - 1;

	for (round = 0; round < ROUNDS; round++) {
		mine = go_on(L, iterators, &nmine);
		other = go_on(L, iterators + 1, &nother);
		if (!fuzz_same(L, mine, nmine, other, nother))
			break;
		lua_settop(L, iterators + 1);
		fuzz_event(0); /* elsewhere, with the same bytes */
	}
}

int fuzz_body(lua_State *L)
{
	unsigned int operation = fuzz_below(COUNT(operations));
	int nmine, nother, mine, other;

	push_arguments(L);
	luaL_checkstack(L, 200, NULL);
	mine = call(L, 2 * operation + 1, BLOCK, &nmine);
	other = call(L, 2 * operation + 2, STRING, &nother);
	if (operation < 2)
		fuzz_same(L, mine, nmine, other, nother);
	else if (mine == LUA_OK && other == LUA_OK)
		compare_iterators(L);
	return 0;
}
