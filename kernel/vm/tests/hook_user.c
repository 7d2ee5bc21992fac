// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the field-access hook. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test_user.h"

/* A hook with three fields: "n" (an integer), "on" (a boolean), "ro" (not writable). */
struct record {
	lua_Integer n;
	int on;
};

static int hook_calls;

static int record_get(const void *ud, const char *key, lua_Integer *value)
{
	const struct record *r = ud;

	hook_calls++;
	if (!strcmp(key, "n")) {
		*value = r->n;
		return lua_displaytag(0);
	}
	if (!strcmp(key, "on")) {
		*value = r->on;
		return LUA_TBOOLEAN;
	}
	return 0;
}

static int record_set(void *ud, const char *key, lua_Integer value, int is_bool)
{
	struct record *r = ud;

	hook_calls++;
	if (!strcmp(key, "n") && !is_bool) {
		r->n = value;
		return 1;
	}
	if (!strcmp(key, "on") && is_bool) {
		r->on = (int)value;
		return 1;
	}
	return 0;
}

static int freed;

static void record_free(void *ud)
{
	freed += ((struct record *)ud)->n == 7;
}

static const lua_FieldHook record_hook = { record_get, record_set, record_free, NULL, NULL };

/* record() → a userdata with the hook, and neither metatable nor finalizer */
static int new_record(lua_State *L)
{
	struct record *r = lua_newuserdatauv(L, sizeof(*r), 0);

	r->n = 7;
	lua_setfieldhook(L, -1, &record_hook);
	return 1;
}

/* A userdata is freed by the collector, or by the end of its state, even one made then. */
static void test_free(const char *suite)
{
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);

	lua_register(L, "record", new_record);
	freed = 0;
	check(run(L, "keep = record() for i = 1, 10 do record() end collectgarbage()") == LUA_OK &&
	      freed == 10, suite, "free is called when the collector frees");
	check(run(L, "(function() local r = record()"
		     " setmetatable({}, {__gc = function() r.n = 7 end}) end)()"
		     " collectgarbage()") == LUA_OK && freed == 10, suite,
	      "not before a finalizer that uses it has run");
	run(L, "collectgarbage()");
	check(freed == 11, suite, "but after it");
	run(L, "last = setmetatable({}, {__gc = function() made = record() end})");
	lua_close(L);
	check(freed == 13, suite, "free is called when the state closes");
	check(!m.used, suite, "no leak");
}

void test_field_hook(const char *dir)
{
	static const char suite[] = "field hook";
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);
	struct record *r = lua_newuserdatauv(L, sizeof(*r), 0);
	lua_State *cases;
	int i;

	r->n = 7;
	r->on = 0;
	lua_setfieldhook(L, -1, &record_hook);
	lua_setglobal(L, "r");
	check(run(L, "return r.n") == LUA_OK && lua_tointeger(L, -1) == 7, suite,
	      "works without a metatable");
	check(run(L, "return r.other") == LUA_ERRRUN &&
	      strstr(text(L, -1), "attempt to index a userdata value"), suite,
	      "not handled, and no metatable");
	lua_settop(L, 0);
	cases = test_cases(dir, "hook");
	if (run(L, test_field(cases, 1, 2)))
		exit(1);
	lua_getglobal(L, "r");
	lua_insert(L, -2);
	lua_setmetatable(L, -2);
	lua_settop(L, 0);
	for (i = 2; i <= (int)lua_rawlen(cases, 1); i++) {
		int status = run(L, test_field(cases, i, 1));
		const char *got = luaL_tolstring(L, -1, NULL);
		const char *expected = test_field(cases, i, 2);

		report(status == LUA_OK && !strcmp(got, expected), suite,
		       test_field(cases, i, 1), expected, got);
		lua_settop(L, 0);
	}
	lua_close(cases);
	lua_getglobal(L, "r");
	lua_getfield(L, -1, "n");
	check(lua_tointeger(L, -1) == 3, suite, "lua_getfield asks it too");
	lua_pushinteger(L, 4);
	lua_setfield(L, 1, "n");
	check(r->n == 4, suite, "lua_setfield asks it too");
	lua_setfieldhook(L, 1, NULL);
	hook_calls = 0;
	check(run(L, "return r.n") == LUA_OK && !strcmp(text(L, -1), "index n") &&
	      hook_calls == 0, suite, "NULL takes it away");
	lua_close(L);
	check(!m.used, suite, "no leak");
	test_free(suite);
}
