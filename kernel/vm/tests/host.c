// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The VM seen from its host: budget, C stack, memory, field hook. TAP without numbers. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lua.h"
#include "lauxlib.h"
#include "lualib.h"
#include "lua_host.h"
#include "host_user.h"

#define BUDGET		3000000
#define KERNEL_STACK	16384

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED	1
#else
#define SANITIZED	0
#endif

/* An allocator with a quota, a failure to come, and a balance. */
struct memory {
	size_t used, quota;
	long fail_in;		/* allocations until one fails; negative: none */
};

static void *allocate(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct memory *m = ud;
	void *p;

	if (!ptr)
		osize = 0;
	if (!nsize) {
		free(ptr);
		m->used -= osize;
		return NULL;
	}
	if (nsize > osize) {
		if (m->fail_in >= 0 && m->fail_in-- == 0)
			return NULL;
		if (nsize - osize > m->quota - m->used)
			return NULL;
	}
	p = realloc(ptr, nsize);
	if (p)
		m->used += nsize - osize;
	return p;
}

static void report(int good, const char *suite, const char *name, const char *expected,
		   const char *got)
{
	printf("%s - %s: %s\n", good ? "ok" : "not ok", suite, name);
	if (!good)
		printf("# expected: %s\n# got:      %s\n", expected, got);
}

static void check(int good, const char *suite, const char *name)
{
	report(good, suite, name, "true", "false");
}

static lua_State *open_state(struct memory *m, size_t quota)
{
	lua_State *L;

	m->used = 0;
	m->quota = quota;
	m->fail_in = -1;
	L = lua_newstate(allocate, m);
	if (L)
		luaL_openlibs(L);
	return L;
}

static const char *text(lua_State *L, int idx)
{
	const char *s = lua_tostring(L, idx);

	return s ? s : luaL_typename(L, idx);
}

/* The cases of tests/NAME.lua, a list of lists of strings, in a state of their own. */
static lua_State *load_cases(const char *dir, const char *name)
{
	lua_State *L = luaL_newstate();
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s.lua", dir, name);
	if (!L || luaL_loadfile(L, path) || lua_pcall(L, 0, 1, 0)) {
		printf("not ok - %s\n# %s\n", path, L ? text(L, -1) : "no memory");
		exit(1);
	}
	return L;
}

static const char *field(lua_State *cases, int i, int j)
{
	const char *s;

	lua_rawgeti(cases, 1, i);
	lua_rawgeti(cases, -1, j);
	s = lua_tostring(cases, -1);	/* anchored in the table */
	lua_pop(cases, 2);
	return s;
}

static int run(lua_State *L, const char *code)
{
	int status = luaL_loadstring(L, code);

	return status == LUA_OK ? lua_pcall(L, 0, LUA_MULTRET, 0) : status;
}

static int handler_ran(lua_State *L)
{
	lua_pushboolean(L, 1);
	lua_setglobal(L, "handled");
	return 1;
}

static int is_true(lua_State *L, const char *global)
{
	int res;

	lua_getglobal(L, global);
	res = lua_toboolean(L, -1);
	lua_pop(L, 1);
	return res;
}

static void escape(const char *name, const char *code)
{
	struct memory m;
	lua_State *L = open_state(&m, 4 << 20);
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
	else if (!strstr(text(L, -1), "instruction budget spent"))
		report(0, "budget", name, "escape:N: instruction budget spent", text(L, -1));
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

static int released, closed;

static int release(lua_State *L)
{
	(void)L;
	released++;
	return 0;
}

static int close_it(lua_State *L)
{
	(void)L;
	closed++;
	return 0;
}

/* new(): a userdata whose __gc and __close are C functions */
static int new_owner(lua_State *L)
{
	lua_newuserdatauv(L, 1, 0);
	lua_createtable(L, 0, 2);
	lua_pushcfunction(L, release);
	lua_setfield(L, -2, "__gc");
	lua_pushcfunction(L, close_it);
	lua_setfield(L, -2, "__close");
	lua_setmetatable(L, -2);
	return 1;
}

static int charge(lua_State *L)
{
	lua_charge(L, luaL_checkinteger(L, 1));
	return 0;
}

static void budget_api(void)
{
	static const char suite[] = "budget";
	static const char where[] = "[string \"...\"]:2: instruction budget spent";
	struct memory m;
	lua_State *L = open_state(&m, 4 << 20);
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
	report(!strcmp(text(L, -1), where), suite, "the message says where", where, text(L, -1));
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

	lua_pushcfunction(L, new_owner);
	lua_setglobal(L, "new");
	lua_setbudget(L, BUDGET);
	status = run(L, "local a <close> = new() local b <close> = new() "
			       "local c <close> = setmetatable({}, {__close = function() "
			       "escaped = true end}) while true do end");
	check(status == LUA_ERRBUDGET && closed == 2, suite, "C __close runs after the end");
	lua_settop(L, 0);
	check(lua_isspent(L), suite, "still spent");
	lua_gc(L, LUA_GCCOLLECT);
	check(released == 2, suite, "C __gc runs after the end");
	lua_setbudget(L, BUDGET);
	status = run(L, "kept = new() lost = setmetatable({}, {__gc = function() "
			       "while true do end end})");
	lua_setbudget(L, 1000);
	lua_close(L);
	check(status == LUA_OK && released == 3 && !m.used, suite,
	      "closing has its own budget, and releases all");
}

/* Run with 16 KiB of stack, on a painted one: how deep did it really go? */
struct nest {
	size_t size;
	const char *code;
	char result[256];
	uintptr_t top;
};

static void *nest_thread(void *arg)
{
	struct nest *n = arg;
	struct memory m;
	lua_State *L;

	n->top = (uintptr_t)__builtin_frame_address(0);
	if (!SANITIZED)
		lua_host_setstack(n->size);
	L = open_state(&m, 8 << 20);
	lua_setbudget(L, 300000000);
	if (luaL_loadbuffer(L, n->code, strlen(n->code), "=nest") || lua_pcall(L, 0, 1, 0))
		snprintf(n->result, sizeof(n->result), "error: %s", text(L, -1));
	else
		snprintf(n->result, sizeof(n->result), "%s", luaL_tolstring(L, -1, NULL));
	lua_close(L);
	return NULL;
}

/* The bytes of the @limit that were left at the deepest point; reports for the whole stack. */
static size_t nest(const char *name, const char *code, const char *expected, size_t limit)
{
	const size_t size = SANITIZED ? 4 << 20 : 1 << 18;
	unsigned char *stack = aligned_alloc(4096, size);
	struct nest n = { .size = limit, .code = code };
	pthread_attr_t attr;
	pthread_t thread;
	size_t i, used;

	memset(stack, 0xa5, size);
	pthread_attr_init(&attr);
	pthread_attr_setstack(&attr, stack, size);
	if (pthread_create(&thread, &attr, nest_thread, &n) || pthread_join(thread, NULL))
		exit(1);
	pthread_attr_destroy(&attr);
	for (i = 0; stack[i] == 0xa5; i++)
		;
	used = n.top - (uintptr_t)(stack + i);
	free(stack);
	if (limit != KERNEL_STACK)
		return limit - used;
	if (SANITIZED || !strcmp(expected, "ok"))	/* its frames are too large to compare */
		report(SANITIZED || strncmp(n.result, "error:", 6) != 0, "stack", name, "no error", n.result);
	else
		report(strstr(n.result, expected) != NULL, "stack", name, expected, n.result);
	if (getenv("VM_TEST_STACK"))
		printf("# stack: %6zu bytes: %s\n", used, name);
	return limit - used;
}

static void nests(const char *dir)
{
	lua_State *cases = load_cases(dir, "stack");
	size_t size, left, least = KERNEL_STACK;
	char got[64];
	int i;

	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++) {
		/* other sizes: other frames are the ones at the limit */
		for (size = KERNEL_STACK; size > KERNEL_STACK - 768; size -= SANITIZED ? 768 : 64) {
			left = nest(field(cases, i, 1), field(cases, i, 2), field(cases, i, 3), size);
			if (left < least)
				least = left;
		}
	}
	lua_close(cases);
	snprintf(got, sizeof(got), "%zu", least);
	if (!SANITIZED)
		report(least >= 4096, "stack", "bytes that stay free", "at least 4096", got);
	if (getenv("VM_TEST_STACK"))
		printf("# stack: %zu bytes stay free\n", least);
}

static void escapes(const char *dir)
{
	lua_State *cases = load_cases(dir, "escapes");
	int i;

	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++)
		escape(field(cases, i, 1), field(cases, i, 2));
	lua_close(cases);
}

static const char memory_script[] =
	"local t = {} for i = 1, 20 do t[i] = {x = 'a long string that is not interned ' .. i} end "
	"local s = table.concat({('x'):rep(300), 'y'}, ',') "
	"local f = load('local a <close> = setmetatable({}, {__close = function() end}) return ...') "
	"local co = coroutine.wrap(function(...) coroutine.yield(f(...)) end) co(1, 2, 3) "
	"string.gsub(s, 'x', function(c) return c .. c end) "
	"pcall(error, {}) pcall(function() local a = nil + 1 end) "
	"table.sort({3, 1, 2, 5, 4}, function(a, b) return a < b end) "
	"for w in ('a b c'):gmatch('%a') do t[w] = w end "
	"setmetatable({}, {__gc = function() t.done = true end}) collectgarbage() "
	"return string.format('%q %s', s, tostring(t)), debug.traceback('x')";

/* Every allocation fails once; each failure is an error, and nothing stays allocated. */
static void memory_failures(void)
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
		L = lua_newstate(allocate, &m);
		if (!L) {
			no_state++;
			leaks += m.used != 0;
			continue;
		}
		m.fail_in = -1;
		luaL_openlibs(L);
		lua_gc(L, LUA_GCSTOP);
		m.fail_in = n - no_state;
		status = luaL_loadbuffer(L, memory_script, strlen(memory_script), "=m");
		if (status == LUA_OK)
			status = lua_pcall(L, 0, LUA_MULTRET, 0);
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
	L = open_state(&m, 256 << 10);
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
}

/* The budget ends at every unit of the same script: the state stays whole and closes clean. */
static void budget_ends(void)
{
	static const char suite[] = "budget";
	int bad_status = 0, leaks = 0, broken = 0;
	lua_Integer units;
	struct memory m;
	lua_State *L;

	for (units = 1; ; units += SANITIZED ? 13 : 1) {
		int status;

		L = open_state(&m, 8 << 20);
		lua_pushcfunction(L, new_owner);
		lua_setglobal(L, "new");
		released = 0;
		lua_setbudget(L, 20000);
		run(L, "local o = new() owner = o");
		lua_setbudget(L, units);
		status = luaL_loadbuffer(L, memory_script, strlen(memory_script), "=m");
		if (status == LUA_OK)
			status = lua_pcall(L, 0, LUA_MULTRET, 0);
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
		broken += released != 1;
		if (status == LUA_OK)
			break;
	}
	check(units > 3000, suite, "the script costs");
	check(!bad_status, suite, "wherever it ends, the status is LUA_ERRBUDGET");
	check(!broken, suite, "wherever it ends, the state goes on and releases");
	check(!leaks, suite, "wherever it ends, nothing leaks");
}

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
		return 1;
	}
	if (!strcmp(key, "on")) {
		*value = r->on;
		return 2;
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

static const lua_FieldHook record_hook = { record_get, record_set };

static const struct {
	const char *code, *expected;
} hook_cases[] = {
	{ "return r.n", "7" },
	{ "local k = 'n' return r[k]", "7" },
	{ "return r.on", "false" },
	{ "r.on = true return r.on", "true" },
	{ "r.n = r.n + 1 return r.n", "8" },
	{ "local k = 'n' r[k] = 9 return r[k]", "9" },
	{ "return r.other", "index other" },
	{ "return r[1]", "index 1" },
	{ "return r[('k'):rep(50)]", "index kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" },
	{ "r.n = 'text' return last", "newindex n text" },
	{ "r.n = true return last", "newindex n true" },
	{ "r.n = {} return last:sub(1, 16)", "newindex n table" },
	{ "r.ro = 1 return last", "newindex ro 1" },
	{ "local v = r v = v.n return v", "9" },
	{ "return tostring(r.n == 9 and r.on)", "true" },
	{ "return r:method()", "called" },
	{ "local t = setmetatable({}, {__index = r}) return t.n", "9" },
	{ "local t = setmetatable({}, {__newindex = r}) t.n = 3 return r.n", "3" },
};

static void field_hook(void)
{
	static const char suite[] = "field hook";
	struct memory m;
	lua_State *L = open_state(&m, 4 << 20);
	struct record *r = lua_newuserdatauv(L, sizeof(*r), 0);
	size_t i;

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
	if (luaL_loadstring(L, "return {__index = function(_, k) if k == 'method' then "
			    "return function() return 'called' end end "
			    "return 'index ' .. tostring(k) end, "
			    "__newindex = function(_, k, v) last = 'newindex ' .. k .. ' ' .. "
			    "tostring(v) end}") || lua_pcall(L, 0, 1, 0))
		exit(1);
	lua_getglobal(L, "r");
	lua_insert(L, -2);
	lua_setmetatable(L, -2);
	lua_settop(L, 0);
	for (i = 0; i < sizeof(hook_cases) / sizeof(*hook_cases); i++) {
		int status = run(L, hook_cases[i].code);
		const char *got = luaL_tolstring(L, -1, NULL);

		report(status == LUA_OK && !strcmp(got, hook_cases[i].expected), suite,
		       hook_cases[i].code, hook_cases[i].expected, got);
		lua_settop(L, 0);
	}
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
}

static void ephemerons(void)
{
	static const char suite[] = "weak keys";
	struct memory m;
	lua_State *L = open_state(&m, 4 << 20);
	int status;

	lua_setephemeron(L, 0);
	status = run(L, "setmetatable({}, {__mode = 'k'})");
	check(status == LUA_ERRRUN && strstr(text(L, -1), "weak keys"), suite, "refused: k");
	status = run(L, "setmetatable({}, {__mode = 'kv'})");
	check(status == LUA_ERRRUN, suite, "refused: kv");
	status = run(L, "local t = setmetatable({}, {__mode = 'v'}) t[1] = {} "
			       "collectgarbage() return t[1] == nil");
	check(status == LUA_OK && lua_toboolean(L, -1), suite, "weak values are allowed");
	status = run(L, "local mt = {} local t = setmetatable({}, mt) mt.__mode = 'k' "
			       "t[{}] = 1 collectgarbage() return next(t) ~= nil");
	check(status == LUA_OK && lua_toboolean(L, -1), suite, "added later, they are strong");
	lua_setephemeron(L, 1);
	status = run(L, "local t = setmetatable({}, {__mode = 'k'}) t[{}] = 1 "
			       "collectgarbage() return next(t) == nil");
	check(status == LUA_OK && lua_toboolean(L, -1), suite, "allowed again");
	lua_close(L);
}

int main(int argc, char **argv)
{
	const char *dir = argc > 1 ? argv[1] : ".";

	budget_api();
	escapes(dir);
	nests(dir);
	memory_failures();
	budget_ends();
	field_hook();
	ephemerons();
	return 0;
}
