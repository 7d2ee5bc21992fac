// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the hash by what it charges: keys that are spread, chains that are paid for. */
#include <stdio.h>
#include <string.h>

#include "lstring.h"
#include "test_user.h"

#define QUOTA		(16 << 20)
#define BUDGET		1000000000

/* The units that @code takes, without the collector's. */
static long long units(lua_State *L, const char *code)
{
	int status;

	lua_settop(L, 0);
	lua_gc(L, LUA_GCCOLLECT);
	lua_gc(L, LUA_GCSTOP);
	lua_setbudget(L, BUDGET);
	status = run(L, code);
	lua_gc(L, LUA_GCRESTART);
	if (status != LUA_OK)
		return -1;
	return BUDGET - lua_getbudget(L);
}

/*
 * What all look-ups in a table cost whose 4,096 keys differ in few bits, and as much in one whose
 * keys are in the array, where no chain is: the difference is the steps of the chains. Random
 * places make half as many steps as keys.
 */
static const char look[] = "local x local t, keys = t, keys for i = 1, 4096 do x = t[keys[i]] end";

static long long steps(lua_State *L, const char *key)
{
	static const char fill[] = "keys, t = {}, {} "
		"for i = 1, 4096 do keys[i] = %s t[keys[i]] = i end";
	static long long none;
	char code[256];

	if (!none) {
		snprintf(code, sizeof(code), fill, "i");
		units(L, code);
		none = units(L, look);
	}
	snprintf(code, sizeof(code), fill, key);
	if (units(L, code) < 0)
		return -1;
	return units(L, look) - none;
}

static void spread(lua_State *L, const char *key)
{
	long long n = steps(L, key);
	char name[96], got[32];

	snprintf(name, sizeof(name), "spread: %s", key);
	snprintf(got, sizeof(got), "%lld", n);
	report(n >= 0 && n < 2460, "hash", name, "fewer than 2,460 steps", got);
}

/* Under a key that does nothing, integers collide when their lower bits do. */
static const char colliding[] = "i << 40";

static void chains(void)
{
	lua_Unsigned drawn[2] = { luaS_key[0], luaS_key[1] };
	long long few, many, grown;
	struct memory m;
	lua_State *L;

	luaS_key[0] = 1;
	luaS_key[1] = 1;
	L = test_open(&m, QUOTA);
	many = steps(L, colliding);
	check(many > 4096LL * 4095 / 2 - 1, "hash", "each step of a chain is charged");
	grown = units(L, "t[1 << 62] = 1");
	check(grown > 0 && grown < 200000, "hash", "a rehash of keys that collide is linear");
	few = units(L, "local n = 0 for k, v in next, t do n = n + v end "
		    "assert(n == 4096 * 4097 // 2 + 1) for i = 1, 4096 do assert(t[i << 40] == i) end");
	check(few > 0, "hash", "nothing is lost in it");
	lua_close(L);
	luaS_key[0] = drawn[0];
	luaS_key[1] = drawn[1];
}

void test_hash(void)
{
	struct memory m;
	lua_State *L = test_open(&m, QUOTA);
	char key[64];
	int i;

	for (i = 1; i <= 51; i++) {
		snprintf(key, sizeof(key), "i << %d", i);
		spread(L, key);
	}
	spread(L, "-i");
	spread(L, "math.mininteger + (i << 20)");
	spread(L, "'x' .. i");
	spread(L, "('x'):rep(30) .. i");
	spread(L, "i .. ('x'):rep(30)");
	spread(L, "string.pack('<i8', i << 50)");
	spread(L, "string.pack('<i8i8', i << 50, i)");
	spread(L, "{}");
	spread(L, "function() return i end");
	lua_close(L);
	chains();
}
