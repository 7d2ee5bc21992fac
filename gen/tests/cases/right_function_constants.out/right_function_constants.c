// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_function_constants binding: A function with the name of a table of the language.
 * Generated from cases/right_function_constants.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_function_constants.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof(thing_tell),
					   /* cases/right_function_constants.yaml:7 */
					   int (u32)),
	      "cases/right_function_constants.yaml:7: functions.constants: the kernel's thing_tell has another prototype");

/* right_function_constants.constants(number): does it, whatever it is */
static int l_constants(lua_State *L)
{
	u32 number;
	int result;

	number = klua_checkinteger(L, 1, "right_function_constants.constants: number", 0, U32_MAX);
	klua_checksleep(L, "right_function_constants.constants");
	klua_checkcall(L, "right_function_constants.constants", KLUA_STACK_SLEEPABLE);
	result = thing_tell(number);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static const luaL_Reg functions[] = {
	{"constants", l_constants},
	{NULL, NULL},
};

int luaopen_right_function_constants(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
