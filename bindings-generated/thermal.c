// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The thermal binding: Temperatures of thermal zones, whoever reports them, read from their files
 * in sysfs: a zone may go away meanwhile. Generated from specs/thermal.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thermal.h>

#include "klua.h"
#include "glue.h"
#include "thermal.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof(klua_thermal_temperature),
					   /* specs/thermal.yaml:19 */
					   int (const char *, int *)),
	      "specs/thermal.yaml:19: functions.temperature: the kernel's klua_thermal_temperature has another prototype");

/*
 * thermal.temperature(name): The temperature of a zone. Without one of that name: nil and "ENODEV";
 * with several of it: nil and "EEXIST".
 */
static int l_temperature(lua_State *L)
{
	const char *name;
	int temp = 0;
	int result;

	name = luadata_cstring(L, 1, "thermal.temperature: name", 0);
	klua_checksleep(L, "thermal.temperature");
	klua_checkcall(L, "thermal.temperature", KLUA_STACK_SLEEPABLE);
	result = klua_thermal_temperature(name, &temp);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, temp);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(klua_thermal_slope), /* specs/thermal.yaml:30 */
					   int (const char *, int *)),
	      "specs/thermal.yaml:30: functions.slope: the kernel's klua_thermal_slope has another prototype");

/* thermal.slope(name): How the zone's sensor scales; 1 for zones that do not say so. */
static int l_slope(lua_State *L)
{
	const char *name;
	int slope = 0;
	int result;

	name = luadata_cstring(L, 1, "thermal.slope: name", 0);
	klua_checksleep(L, "thermal.slope");
	klua_checkcall(L, "thermal.slope", KLUA_STACK_SLEEPABLE);
	result = klua_thermal_slope(name, &slope);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, slope);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(klua_thermal_offset), /* specs/thermal.yaml:39 */
					   int (const char *, int *)),
	      "specs/thermal.yaml:39: functions.offset: the kernel's klua_thermal_offset has another prototype");

/* thermal.offset(name): What the zone's sensor adds; 0 for zones that do not say so. */
static int l_offset(lua_State *L)
{
	const char *name;
	int offset = 0;
	int result;

	name = luadata_cstring(L, 1, "thermal.offset: name", 0);
	klua_checksleep(L, "thermal.offset");
	klua_checkcall(L, "thermal.offset", KLUA_STACK_SLEEPABLE);
	result = klua_thermal_offset(name, &offset);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, offset);
	return 1;
}

static const luaL_Reg functions[] = {
	{"temperature", l_temperature},
	{"slope", l_slope},
	{"offset", l_offset},
	{NULL, NULL},
};

int luaopen_thermal(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
