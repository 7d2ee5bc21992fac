// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_bytes_exact binding: A pointer to so many bytes, with no parameter that says how many.
 * Generated from cases/right_bytes_exact.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_bytes_exact.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof(thing_tell), /* cases/right_bytes_exact.yaml:7 */
					   bool (const u8 *, const void *, u32)),
	      "cases/right_bytes_exact.yaml:7: functions.f: the kernel's thing_tell has another prototype");

/* right_bytes_exact.f(addr, key, number): does it */
static int l_f(lua_State *L)
{
	const u8 *addr;
	size_t addr_size;
	const void *key;
	size_t key_size;
	u32 number;
	bool result;

	number = klua_checkinteger(L, 3, "right_bytes_exact.f: number", 0, 5);
	klua_checkcall(L, "right_bytes_exact.f", KLUA_STACK_ANY);
	addr = luadata_input(L, 1, "right_bytes_exact.f: addr", 6, &addr_size);
	if (addr_size != 6)
		return luaL_error(L, "right_bytes_exact.f: addr: expected 6 bytes, got %I",
				  (lua_Integer)addr_size);
	key = luadata_input(L, 2, "right_bytes_exact.f: key", 16, &key_size);
	if (key_size != 16)
		return luaL_error(L, "right_bytes_exact.f: key: expected 16 bytes, got %I",
				  (lua_Integer)key_size);
	/* Making one block linear may have moved the memory of another: all of them are by now. */
	addr = luadata_input(L, 1, "right_bytes_exact.f: addr", 6, &addr_size);
	key = luadata_input(L, 2, "right_bytes_exact.f: key", 16, &key_size);
	result = thing_tell(addr, key, number);
	lua_pushboolean(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{NULL, NULL},
};

int luaopen_right_bytes_exact(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
