// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of states that refuse weak keys. */
#include "test_user.h"

void test_weak_keys(const char *dir)
{
	static const char allowed[] =
		"return getmetatable(setmetatable({}, {__mode = 'k'})).__mode";
	lua_State *cases = test_cases(dir, "weak");
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);
	int i;

	lua_setephemeron(L, 0);
	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++) {
		int status = run(L, test_field(cases, i, 2));

		report(status == LUA_OK && lua_toboolean(L, -1), "weak keys",
		       test_field(cases, i, 1), "true", text(L, -1));
	}
	lua_setephemeron(L, 1);
	check(run(L, allowed) == LUA_OK && *text(L, -1) == 'k', "weak keys", "allowed again");
	lua_close(L);
	lua_close(cases);
}
