// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The random binding: Random numbers and bytes of the kernel's generator. Generated from
 * specs/random.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/random.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "random.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

#ifndef l_call_bytes
static inline void l_call_bytes(void *buf, size_t len)
{
	get_random_bytes(buf, len); /* specs/random.yaml:14 */
}
#endif

/* random.bytes(len): Random bytes, fit for keys. */
static int l_bytes(lua_State *L)
{
	size_t len;
	void *buf;

	len = klua_checkinteger(L, 1, "random.bytes: len", 1, 4096);
	klua_checkcall(L, "random.bytes", KLUA_STACK_ANY);
	lua_settop(L, 1);
	buf = luadata_newbuffer(L, len);
	l_call_bytes(buf, len);
	lua_pushlstring(L, (const char *)buf, len);
	return 1;
}

#ifndef l_call_u32
static inline u32 l_call_u32(void)
{
	return get_random_u32(); /* specs/random.yaml:21 */
}
#endif

/* random.u32(): A random number of 32 bits. */
static int l_u32(lua_State *L)
{
	u32 result;

	klua_checkcall(L, "random.u32", KLUA_STACK_ANY);
	result = l_call_u32();
	lua_pushinteger(L, result);
	return 1;
}

#ifndef l_call_u64
static inline u64 l_call_u64(void)
{
	return get_random_u64(); /* specs/random.yaml:27 */
}
#endif

/* random.u64(): A random number of 64 bits; as a Lua integer it may be negative. */
static int l_u64(lua_State *L)
{
	u64 result;

	klua_checkcall(L, "random.u64", KLUA_STACK_ANY);
	result = l_call_u64();
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(rng_is_initialized), /* specs/random.yaml:33 */
					   bool (void)),
	      "specs/random.yaml:33: functions.ready: the kernel's rng_is_initialized has another prototype");

/* random.ready(): Whether the generator has been seeded. */
static int l_ready(lua_State *L)
{
	bool result;

	klua_checkcall(L, "random.ready", KLUA_STACK_ANY);
	result = rng_is_initialized();
	lua_pushboolean(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"bytes", l_bytes},
	{"u32", l_u32},
	{"u64", l_u64},
	{"ready", l_ready},
	{NULL, NULL},
};

int luaopen_random(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
