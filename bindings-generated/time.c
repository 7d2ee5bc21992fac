// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The time binding: Clocks of the kernel. Generated from specs/time.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/jiffies.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/timekeeping.h>

#include "klua.h"
#include "glue.h"
#include "time.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof(ktime_get_ns), /* specs/time.yaml:16 */
					   u64 (void)),
	      "specs/time.yaml:16: functions.monotonic: the kernel's ktime_get_ns has another prototype");

/* time.monotonic(): Time since boot that never jumps; it stands still while the machine sleeps. */
static int l_monotonic(lua_State *L)
{
	u64 result;

	klua_checkcall(L, "time.monotonic", KLUA_STACK_ANY);
	result = ktime_get_ns();
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(ktime_get_boottime_ns), /* specs/time.yaml:21 */
					   u64 (void)),
	      "specs/time.yaml:21: functions.boottime: the kernel's ktime_get_boottime_ns has another prototype");

/* time.boottime(): Time since boot, with the time that the machine slept. */
static int l_boottime(lua_State *L)
{
	u64 result;

	klua_checkcall(L, "time.boottime", KLUA_STACK_ANY);
	result = ktime_get_boottime_ns();
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(ktime_get_real_ns), /* specs/time.yaml:26 */
					   u64 (void)),
	      "specs/time.yaml:26: functions.real: the kernel's ktime_get_real_ns has another prototype");

/* time.real(): Time since 1970 (UTC); it jumps when somebody sets the clock. */
static int l_real(lua_State *L)
{
	u64 result;

	klua_checkcall(L, "time.real", KLUA_STACK_ANY);
	result = ktime_get_real_ns();
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(ktime_get_real_seconds), /* specs/time.yaml:31 */
					   time64_t (void)),
	      "specs/time.yaml:31: functions.seconds: the kernel's ktime_get_real_seconds has another prototype");

/* time.seconds(): Seconds since 1970 (UTC). */
static int l_seconds(lua_State *L)
{
	time64_t result;

	klua_checkcall(L, "time.seconds", KLUA_STACK_ANY);
	result = ktime_get_real_seconds();
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(get_jiffies_64), /* specs/time.yaml:36 */
					   u64 (void)),
	      "specs/time.yaml:36: functions.jiffies: the kernel's get_jiffies_64 has another prototype");

/* time.jiffies(): Ticks of the timer since boot; HZ of them are a second. */
static int l_jiffies(lua_State *L)
{
	u64 result;

	klua_checkcall(L, "time.jiffies", KLUA_STACK_ANY);
	result = get_jiffies_64();
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"monotonic", l_monotonic},
	{"boottime", l_boottime},
	{"real", l_real},
	{"seconds", l_seconds},
	{"jiffies", l_jiffies},
	{NULL, NULL},
};

int luaopen_time(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_pushinteger(L, HZ); /* specs/time.yaml:13 */
	lua_setfield(L, -2, "HZ");
	lua_pushinteger(L, NSEC_PER_SEC); /* specs/time.yaml:13 */
	lua_setfield(L, -2, "second");
	lua_pushinteger(L, NSEC_PER_MSEC); /* specs/time.yaml:13 */
	lua_setfield(L, -2, "millisecond");
	lua_pushinteger(L, NSEC_PER_USEC); /* specs/time.yaml:13 */
	lua_setfield(L, -2, "microsecond");
	return 1;
}
