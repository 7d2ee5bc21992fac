// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of failing allocations and of a quota. */
#include <stdio.h>
#include <string.h>

#include "host_user.h"
#include "test_user.h"

/*
 * Memory that waits for finalizers comes back when there is no other left, in either mode of the
 * collector: a block is larger than what is free besides.
 */
static void test_finalizers(const char *suite, const char *mode)
{
	struct memory m;
	lua_State *L = test_open(&m, 256 << 10);
	char name[80];

	snprintf(name, sizeof(name), "%s: what waits for finalizers does not fill the quota", mode);
	lua_pushstring(L, mode);
	lua_setglobal(L, "mode");
	run(L, "collectgarbage(mode) collectgarbage() count = 0 "
	       "local function fin(t) count = count + 1 end "
	       "for i = 1, 100 do "
	       "  for try = 1, 3 do "
	       "    good = pcall(function() "
	       "      local t = setmetatable({}, {__gc = fin}) t[1] = ('x'):rep(40000) "
	       "    end) "
	       "    if good then break end "
	       "  end "
	       "  if not good then return end "
	       "end");
	check(is_true(L, "good"), suite, name);
	run(L, "counted = count > 90");
	check(is_true(L, "counted"), suite, "they run");
	lua_close(L);
}

/*
 * Large string buffers where the C stack ends: closing them fails there. Those that a finalizer
 * makes while the state closes have none.
 */
static void test_buffers(const char *suite)
{
	const size_t least = SANITIZED ? 128 << 10 : 16 << 10;
	struct memory m;
	lua_State *L;
	size_t size;
	int leaks = 0, broken = 0;

	for (size = least; size < least + 4096; size += SANITIZED ? 256 : 64) {
		lua_host_setstack(size);
		L = test_open(&m, 8 << 20);
		lua_setbudget(L, 100000000);
		run(L, "setmetatable({}, {__gc = function() "
		       "  local function f() local s = ('a'):rep(200) pcall(f) end f() end})");
		lua_close(L);
		leaks += m.used != 0;
	}
	lua_host_setstack(LUA_HOST_STACK);
	check(!leaks, suite, "a buffer at the end of the C stack does not leak");
	for (size = 0; size < 2000; size += 8) {
		L = test_open(&m, 8 << 20);
		lua_setbudget(L, 100000000);
		m.quota = m.used + size;
		run(L, "return ('a'):rep(300)");
		m.quota = 8 << 20;
		lua_settop(L, 0);
		broken += run(L, "return ('a'):rep(300)") != LUA_OK;
		lua_close(L);
	}
	check(!broken, suite, "a buffer that fails for want of memory does not break later ones");
}

/* Every allocation fails once; each failure is an error, and nothing stays allocated. */
void test_memory(const char *dir)
{
	static const char suite[] = "memory";
	struct memory m = { .quota = 8 << 20 };
	int bad_status = 0, leaks = 0, no_state = 0, errors = 0;
	lua_State *L;
	long n;

	for (n = 0; ; n++) {
		int status;

		m.used = 0;
		m.fail_in = n;
		L = lua_newstate(test_allocate, &m);
		if (!L) {
			no_state++;
			leaks += m.used != 0;
			continue;
		}
		m.fail_in = -1;
		luaL_openlibs(L);
		lua_gc(L, LUA_GCSTOP);
		m.fail_in = n - no_state;
		status = run_file(L, dir, "exercise");
		/* pcall in the script, or an emergency collection, may absorb a failure */
		if (status != LUA_OK) {
			errors++;
			bad_status += status != LUA_ERRMEM && !strstr(text(L, -1), "memory");
		}
		if (status == LUA_OK && m.fail_in >= 0) {
			lua_close(L);
			leaks += m.used != 0;
			break;
		}
		m.fail_in = -1;
		lua_close(L);
		leaks += m.used != 0;
	}
	check(no_state > 10, suite, "lua_newstate gives NULL when memory fails");
	check(n > 300, suite, "the script allocates");
	check(!bad_status, suite, "a failure is a memory error");
	check(!leaks, suite, "no failure leaks");
	L = test_open(&m, 256 << 10);
	check(run(L, "local t = {} for i = 1, 1e9 // 1 do end") != LUA_OK, suite,
	      "a syntax error in a small quota");
	check(run(L, "local t = {} for i = 1, 1000000000 do t[i] = {} end")
	      == LUA_ERRMEM, suite, "a table that grows ends at the quota");
	lua_settop(L, 0);
	check(run(L, "local s = 'x' while true do s = s .. s end") == LUA_ERRMEM, suite,
	      "a string that grows ends at the quota");
	lua_settop(L, 0);
	check(run(L, "local function f() return 1 + f() end return f()") == LUA_ERRRUN,
	      suite, "recursion ends before the quota");
	lua_settop(L, 0);
	check(run(L, "return ('x'):rep(1 << 30)") != LUA_OK, suite,
	      "a result that is too large");
	lua_close(L);
	check(!m.used, suite, "no leak at the quota");
	test_buffers(suite);
	test_finalizers(suite, "incremental");
	test_finalizers(suite, "generational");
}
