// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Target: patterns on a block, and on a string of the same bytes, give what Lua's own matcher gives
 * on that string.
 */
#include "compare.h"

/* Lua's string library with the matcher that the VM leaves out. */
extern int fuzz_openstock(lua_State *L);

#define ROUNDS 20     /* of gmatch */
#define BLOCK_KEY 100 /* in the table: what is lent */

enum { TABLE = 1, BLOCK, STRING, PATTERN, INIT, PLAIN, ARGUMENTS = PLAIN };

enum { FIND, MATCH, GSUB, GMATCH };
static const char *const operations[] = { "find", "match", "gsub", "gmatch" };

enum { OF_BLOCKS, OF_STRINGS, STOCK, LIBRARIES };

static int function_of(unsigned int operation, unsigned int library)
{
	return (int)(LIBRARIES * operation + library + 1);
}

int fuzz_setup(lua_State *L)
{
	unsigned int i, library;

	luaopen_luadata(L);
	lua_getglobal(L, "string");
	lua_pushliteral(L, "");
	lua_getmetatable(L, -1);
	fuzz_openstock(L); /* gives strings its own metatable */
	lua_insert(L, 4);
	lua_setmetatable(L, -2);
	for (i = 0; i < COUNT(operations); i++) {
		for (library = 0; library < LIBRARIES; library++) {
			lua_getfield(L, 2 + (int)library, operations[i]);
			lua_rawseti(L, TABLE, function_of(i, library));
		}
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
		if (mine != LUA_OK && fuzz_islimit(L, -1))
			break;
		other = go_on(L, iterators + 1, &nother);
		if (!fuzz_same(L, mine, nmine, other, nother))
			break;
		lua_settop(L, iterators + 1);
		fuzz_event(0); /* elsewhere, with the same bytes */
	}
}

/* The replacement of gsub is the pattern, and the most that it replaces is @init. */
static void push_replacement(lua_State *L)
{
	lua_pushvalue(L, PATTERN);
	lua_replace(L, INIT);
	lua_pushinteger(L, fuzz_number());
	lua_replace(L, PLAIN);
}

int fuzz_body(lua_State *L)
{
	unsigned int operation = fuzz_below(COUNT(operations));
	unsigned int library = operation == GSUB || fuzz_byte() & 1 ? OF_STRINGS : OF_BLOCKS;
	int nmine, nother, mine, other;

	push_arguments(L);
	if (operation == GSUB)
		push_replacement(L);
	luaL_checkstack(L, 200, NULL);
	mine = call(L, function_of(operation, library), library == OF_BLOCKS ? BLOCK : STRING,
		    &nmine);
	if (mine != LUA_OK && fuzz_islimit(L, -1)) /* what may go on for ever */
		return 0;
	other = call(L, function_of(operation, STOCK), STRING, &nother);
	if (operation != GMATCH)
		fuzz_same(L, mine, nmine, other, nother);
	else if (mine == LUA_OK && other == LUA_OK)
		compare_iterators(L);
	return 0;
}
