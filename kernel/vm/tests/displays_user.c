// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of values with a display. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test_user.h"

static size_t integer_text(char *out, int display, lua_Integer n)
{
	char text[LUA_DISPLAYSIZE + 1];
	int len = snprintf(text, sizeof(text), "<%d:%lld>", display, (long long)n);

	memcpy(out, text, len);
	return len;
}

static size_t string_text(char *out, const char *s, size_t len)
{
	out[0] = '<';
	memcpy(out + 1, s, len);
	out[len + 1] = '>';
	return len + 2;
}

static const lua_Displays displays = { integer_text, string_text };

/* shown(n, display) */
static int shown(lua_State *L)
{
	lua_pushdisplayed(L, luaL_checkinteger(L, 1), (int)luaL_checkinteger(L, 2));
	return 1;
}

/* address(s) */
static int address(lua_State *L)
{
	size_t len;
	const char *s = luaL_checklstring(L, 1, &len);

	lua_pushdisplayedlstring(L, s, len);
	return 1;
}

static int display(lua_State *L)
{
	lua_pushinteger(L, lua_display(L, 1));
	return 1;
}

static int totext(lua_State *L)
{
	lua_settop(L, 1);
	lua_totext(L, 1, NULL);
	return 1;
}

/* What a chunk returns, as text: its results, or its error. */
static const char *results(lua_State *L)
{
	int i, n = lua_gettop(L);

	lua_pushliteral(L, "");
	for (i = 1; i <= n; i++) {
		if (i > 1)
			lua_pushliteral(L, " ");
		luaL_tolstring(L, i, NULL);
		lua_concat(L, i > 1 ? 3 : 2);
	}
	return lua_tostring(L, -1);
}

static void test_api(lua_State *L, const char *suite)
{
	lua_pushdisplayed(L, 7, 2);
	check(lua_isinteger(L, -1) && lua_isnumber(L, -1) && lua_tointeger(L, -1) == 7, suite,
	      "C takes the value");
	lua_pushinteger(L, 7);
	check(lua_rawequal(L, -1, -2) && lua_compare(L, -1, -2, LUA_OPEQ), suite, "it is equal");
	check(lua_compare(L, -2, -1, LUA_OPLE) && !lua_compare(L, -2, -1, LUA_OPLT), suite,
	      "compares it");
	lua_arith(L, LUA_OPADD);
	check(lua_tointeger(L, -1) == 14 && !lua_display(L, -1), suite, "calculates with it");
	lua_pushdisplayed(L, 7, 2);
	check(!strcmp(lua_tostring(L, -1), "<2:7>") && lua_type(L, -1) == LUA_TSTRING, suite,
	      "lua_tolstring of an integer is its text");
	lua_pushdisplayedlstring(L, "abc", 3);
	check(!strcmp(lua_tostring(L, -1), "abc") && lua_rawlen(L, -1) == 3, suite,
	      "of a string, its bytes");
	check(lua_display(L, -1) == 1, suite, "which keeps its display");
	lua_pushstring(L, "abc");
	check(lua_topointer(L, -1) == lua_topointer(L, -2), suite, "it is the same string");
	check(!strcmp(lua_totext(L, -2, NULL), "<abc>") && !lua_display(L, -2), suite,
	      "lua_totext is its text");
	lua_newtable(L);
	lua_pushdisplayed(L, 1LL << 50, 2);
	lua_pushdisplayedlstring(L, "abc", 3);
	lua_rawset(L, -3);
	check(lua_rawgeti(L, -1, 1LL << 50) == LUA_TSTRING && lua_display(L, -1), suite,
	      "keys and values of tables");
	lua_setdisplays(L, NULL);
	check(!strcmp(luaL_tolstring(L, -1, NULL), "abc") && !lua_display(L, -1), suite,
	      "without a host's texts, strings");
	lua_pushdisplayed(L, 7, 2);
	check(!strcmp(luaL_tolstring(L, -1, NULL), "7"), suite, "and integers are plain");
	lua_settop(L, 0);
	lua_setdisplays(L, &displays);
}

void test_displays(const char *dir)
{
	static const char suite[] = "displays";
	struct memory m;
	lua_State *L, *cases;
	int i;

#ifdef LUA_TEST_DISPLAYS
	check(1, suite, "texts # SKIP all integers have one");
	return;
#endif
	L = test_open(&m, 4 << 20);
	lua_setdisplays(L, &displays);
	lua_register(L, "shown", shown);
	lua_register(L, "address", address);
	lua_register(L, "display", display);
	lua_register(L, "totext", totext);
	test_api(L, suite);
	cases = test_cases(dir, "displays");
	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++) {
		const char *code = test_field(cases, i, 1);
		const char *expected = test_field(cases, i, 2);
		const char *got;

		if (luaL_loadbuffer(L, code, strlen(code), "=chunk") == LUA_OK)
			lua_pcall(L, 0, LUA_MULTRET, 0);
		got = results(L);
		report(!strcmp(got, expected), suite, test_field(cases, i, 3), expected, got);
		lua_settop(L, 0);
	}
	lua_close(cases);
	lua_close(L);
	check(!m.used, suite, "no leak");
}
