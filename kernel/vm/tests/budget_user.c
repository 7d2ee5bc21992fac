// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the execution budget, from its host's side. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "test_user.h"

#define BUDGET		3000000

static int handler_ran(lua_State *L)
{
	lua_pushboolean(L, 1);
	lua_setglobal(L, "handled");
	return 1;
}

static void escape(const char *name, const char *code)
{
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);
	double seconds;
	clock_t start;
	int status;

	lua_pushcfunction(L, handler_ran);
	lua_setbudget(L, BUDGET);
	start = clock();
	status = luaL_loadbuffer(L, code, strlen(code), "=escape");
	if (status == LUA_OK)
		status = lua_pcall(L, 0, 0, 1);
	seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	if (status != LUA_ERRBUDGET || !lua_isspent(L))
		report(0, "budget", name, "LUA_ERRBUDGET",
		       status == LUA_OK ? "no error" : text(L, -1));
	else if (strcmp(text(L, -1), LUA_SPENTMSG) || !strstr(lua_spenttext(L), LUA_SPENTMSG))
		report(0, "budget", name, LUA_SPENTMSG, text(L, -1));
	else
		check(1, "budget", name);
	lua_settop(L, 0);
	lua_gc(L, LUA_GCCOLLECT);
	lua_setbudget(L, BUDGET);
	if (is_true(L, "escaped") || is_true(L, "handled"))
		report(0, "budget", name, "nothing runs after the end", "Lua code went on");
	if (!SANITIZED && seconds > 0.5) {
		char got[32];

		snprintf(got, sizeof(got), "%.2f s", seconds);
		report(0, "budget", name, "at most 0.5 s for 3 million units", got);
	}
	status = run(L, "return 1 + 1");
	if (status != LUA_OK && !lua_isspent(L))
		report(0, "budget", name, "the state works again", text(L, -1));
	lua_setbudget(L, BUDGET);
	lua_close(L);
	if (m.used)
		report(0, "budget", name, "no leak", "a leak");
}

static int slices;

static lua_Integer grant(lua_State *L)
{
	(void)L;
	return slices-- > 0 ? 1000 : 0;
}

static int charge(lua_State *L)
{
	lua_charge(L, luaL_checkinteger(L, 1));
	return 0;
}

static void budget_api(const char *dir)
{
	static const char suite[] = "budget";
	static const char where[] = "[string \"...\"]:2: instruction budget spent";
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);
	int status;

	lua_setbudget(L, 1000);
	check(lua_getbudget(L) == 1000, suite, "getbudget gives what setbudget set");
	status = run(L, "local x = 1");
	check(status == LUA_OK && lua_getbudget(L) < 1000 && lua_getbudget(L) > 500, suite,
	      "a short chunk costs little");
	lua_pushcfunction(L, charge);
	lua_setglobal(L, "charge");
	lua_setbudget(L, BUDGET);
	status = run(L, "\npcall(charge, math.maxinteger) escaped = true");
	check(status == LUA_ERRBUDGET && !is_true(L, "escaped"), suite, "lua_charge spends");
	report(!strcmp(lua_spenttext(L), where), suite, "the message says where", where,
	       lua_spenttext(L));
	check(lua_getbudget(L) == 0, suite, "getbudget is 0 when spent");
	check(run(L, "return 1") == LUA_ERRBUDGET, suite, "spent stays spent");
	lua_setbudget(L, BUDGET);
	check(!lua_isspent(L) && run(L, "return 1") == LUA_OK, suite,
	      "setbudget starts anew");
	slices = 3;
	check(!lua_setbudgetf(L, grant), suite, "no slice function at first");
	lua_setbudget(L, 1000);
	status = run(L, "while true do end");
	check(status == LUA_ERRBUDGET && slices == -1, suite, "slices are granted, then not");
	slices = 1000;
	lua_setbudget(L, 1000);
	status = run(L, "local n = 0 for i = 1, 10000 do n = n + i end return n");
	check(status == LUA_OK && lua_tointeger(L, -1) == 50005000, suite,
	      "a loop goes on over slices");
	check(lua_setbudgetf(L, NULL) == grant, suite, "setbudgetf returns the old function");

	lua_pushcfunction(L, test_new);
	lua_setglobal(L, "new");
	lua_setbudget(L, BUDGET);
	status = run_file(L, dir, "closes");
	check(status == LUA_ERRBUDGET && test_closed == 2, suite, "C __close runs after the end");
	lua_settop(L, 0);
	check(lua_isspent(L), suite, "still spent");
	lua_gc(L, LUA_GCCOLLECT);
	check(test_released == 2, suite, "C __gc runs after the end");
	lua_setbudget(L, BUDGET);
	status = run_file(L, dir, "finalizers");
	lua_setbudget(L, 1000);
	lua_close(L);
	check(status == LUA_OK && test_released == 3 && !m.used, suite,
	      "closing has its own budget, and releases all");
}

/* The budget ends at every unit of the same script: the state stays whole and closes clean. */
static void ends(const char *dir)
{
	static const char suite[] = "budget";
	int bad_status = 0, leaks = 0, broken = 0;
	lua_Integer units;
	struct memory m;
	lua_State *L;

	for (units = 1; ; units += SANITIZED ? 13 : 1) {
		int status;

		L = test_open(&m, 8 << 20);
		lua_pushcfunction(L, test_new);
		lua_setglobal(L, "new");
		test_released = 0;
		lua_setbudget(L, 20000);
		run(L, "local o = new() owner = o");
		lua_setbudget(L, units);
		status = run_file(L, dir, "exercise");
		if (status != LUA_OK)
			bad_status += status != LUA_ERRBUDGET || !lua_isspent(L);
		lua_settop(L, 0);
		lua_gc(L, LUA_GCCOLLECT);
		lua_setbudget(L, 20000);
		broken += run(L, "return #table.concat({'a', 'b'}, ',')") != LUA_OK ||
			  lua_tointeger(L, -1) != 3;
		lua_setbudget(L, 1);
		lua_close(L);
		leaks += m.used != 0;
		broken += test_released != 1;
		if (status == LUA_OK)
			break;
	}
	check(units > 3000, suite, "the script costs");
	check(!bad_status, suite, "wherever it ends, the status is LUA_ERRBUDGET");
	check(!broken, suite, "wherever it ends, the state goes on and releases");
	check(!leaks, suite, "wherever it ends, nothing leaks");
}

static void escapes(const char *dir)
{
	lua_State *cases = test_cases(dir, "escapes");
	int i;

	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++)
		escape(test_field(cases, i, 1), test_field(cases, i, 2));
	lua_close(cases);
}

/* Calls that go over a long text: each costs more than 10,000 units. */
static void long_texts(void)
{
	static const char *const calls[] = {
		"string.unpack(c, 'x')",
		"string.packsize(c)",
		"string.pack(i, 1)",
		"string.pack(a, 1)",
		"load('', '=x', mode)",
		"load(print, '=x', mode)",
		"load('', zeros)",
		"string.find('', zeros)",
	};
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);
	char code[80];
	size_t i;

	run(L, "zeros = ('0'):rep(100000) mode = zeros .. 't' "
	       "c, i, a = 'c' .. zeros .. '1', 'i' .. zeros .. '1', '!' .. zeros .. '1'");
	for (i = 0; i < sizeof(calls) / sizeof(*calls); i++) {
		snprintf(code, sizeof(code), "return %s", calls[i]);
		lua_setbudget(L, BUDGET);
		run(L, code);
		lua_settop(L, 0);
		check(BUDGET - lua_getbudget(L) > 10000, "budget", calls[i]);
	}
	lua_close(L);
}

static int called;

static int count(lua_State *L)
{
	(void)L;
	called++;
	return 0;
}

/* C functions that a script sets as metamethods of its tables: the host needs none of them. */
static void chosen_functions(void)
{
	static const char suite[] = "budget";
	struct memory m;
	lua_State *L = test_open(&m, 4 << 20);

	lua_pushcfunction(L, count);
	lua_setglobal(L, "count");
	lua_setbudget(L, BUDGET);
	run(L, "local c <close> = setmetatable({}, {__close = count}) "
	       "local g = setmetatable({}, {__gc = count}) g = nil collectgarbage()");
	check(called == 2, suite, "a C function is called as __close and __gc");
	run(L, "gone = setmetatable({}, {__gc = count}) "
	       "local c <close> = setmetatable({}, {__close = count}) while true do end");
	check(lua_isspent(L) && called == 2, suite, "not as __close once the budget is spent");
	lua_settop(L, 0);
	lua_pushnil(L);
	lua_setglobal(L, "gone");
	lua_gc(L, LUA_GCCOLLECT);
	check(called == 2, suite, "not as __gc once the budget is spent");
	lua_setbudget(L, BUDGET);
	run(L, "for i = 1, 100 do _G[i] = setmetatable({}, {__gc = count}) end");
	lua_setbudget(L, 200);
	called = 0;
	lua_close(L);
	check(called > 0 && called < 30, suite, "not when closing's budget is spent");
}

static long refused;

/* Refuses what the table of strings needs to grow. */
static void *no_larger_table(void *ud, void *ptr, size_t osize, size_t nsize)
{
	if (ptr && nsize > osize && nsize >= 16384) {
		refused++;
		return NULL;
	}
	return test_allocate(ud, ptr, osize, nsize);
}

/* Each string that is made then is one more collection: the budget ends between two. */
static void full_string_table(void)
{
	struct memory m;
	lua_State *L = test_open(&m, 8 << 20);
	int status;

	lua_setbudget(L, LUA_MAXINTEGER);
	run(L, "local subject = ('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'):gsub('.', '%0%0%0%0%0') "
	       "local pattern = ('(.....)'):rep(32) "
	       "function search() return subject:find(pattern) end "
	       "kept = {} for i = 1, 2048 do kept[i] = false end");
	lua_setallocf(L, no_larger_table, &m);
	run(L, "for i = 1, 1500 do kept[i] = 'k' .. i end");
	lua_getglobal(L, "search");
	refused = 0;
	lua_setbudget(L, 1000);
	status = lua_pcall(L, 0, 0, 0);
	check(refused > 0, "budget", "the table of strings is full");
	check(status == LUA_ERRBUDGET && refused <= 4, "budget",
	      "no more strings are made than collections are paid");
	lua_setallocf(L, test_allocate, &m);
	lua_setbudget(L, LUA_MAXINTEGER);
	lua_close(L);
}

void test_budget(const char *dir)
{
	chosen_functions();
	full_string_table();
	long_texts();
	budget_api(dir);
	escapes(dir);
	ends(dir);
}
