// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What a function gives for a block and for a string must be the same. */
#include <stdio.h>
#include <stdlib.h>

#include "compare.h"

static _Noreturn void differ(lua_State *L, const char *what)
{
	int i, top = lua_gettop(L);

	fprintf(stderr, "fuzz: %s: on the block and on the string\n", what);
	for (i = 2; i <= top; i++)
		fprintf(stderr, "  %d: %s\n", i, luaL_tolstring(L, i, NULL));
	abort();
}

bool fuzz_islimit(lua_State *L, int idx)
{
	const char *text = lua_tostring(L, idx);

	return text && (strstr(text, "too complex") || strstr(text, "stack overflow") ||
			strstr(text, "budget") || strstr(text, "memory"));
}

bool fuzz_same(lua_State *L, int mine, int nmine, int other, int nother)
{
	int first = lua_gettop(L) - nmine - nother + 1, i;

	if (lua_getbudget(L) <= 0)
		return false;
	if (mine != LUA_OK && fuzz_islimit(L, first))
		return false;
	if (other != LUA_OK && fuzz_islimit(L, first + nmine))
		return false;
	if (mine != other)
		differ(L, "an error");
	if (mine != LUA_OK)
		return false;
	if (nmine == 0 && nother == 1 && lua_isnil(L, -1))
		return false; /* the end of an iterator: nothing, and nil */
	if (nmine != nother)
		differ(L, "the number of results");
	for (i = 0; i < nmine; i++)
		if (!lua_rawequal(L, first + i, first + nmine + i))
			differ(L, "a result");
	return nmine > 0;
}
