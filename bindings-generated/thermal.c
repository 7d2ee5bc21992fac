// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The thermal binding: Temperatures of thermal zones, whoever reports them. Generated from
 * specs/thermal.yaml.
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

static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_temp),
					   /* specs/thermal.yaml:17 */
					   int (struct thermal_zone_device *, int *)),
	      "specs/thermal.yaml:17: functions.temperature: the kernel's thermal_zone_get_temp has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_zone_by_name),
					   /* specs/thermal.yaml:23 */
					   struct thermal_zone_device *(const char *)),
	      "specs/thermal.yaml:23: functions.temperature: the kernel's thermal_zone_get_zone_by_name has another prototype");

/*
 * thermal.temperature(name): The temperature of a zone. Without one of that name: nil and "ENODEV";
 * with several of it: nil and "EEXIST".
 */
static int l_temperature(lua_State *L)
{
	const char *name;
	struct thermal_zone_device *tz;
	int temp = 0;
	int result;

	name = luadata_cstring(L, 1, "thermal.temperature: name", 0);
	klua_checksleep(L, "thermal.temperature");
	tz = thermal_zone_get_zone_by_name(name);
	if (IS_ERR_OR_NULL(tz))
		return klua_pusherrno(L, tz ? PTR_ERR(tz) : -ENOENT);
	result = thermal_zone_get_temp(tz, &temp);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, temp);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_slope),
					   /* specs/thermal.yaml:29 */
					   int (struct thermal_zone_device *)),
	      "specs/thermal.yaml:29: functions.slope: the kernel's thermal_zone_get_slope has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_zone_by_name),
					   /* specs/thermal.yaml:34 */
					   struct thermal_zone_device *(const char *)),
	      "specs/thermal.yaml:34: functions.slope: the kernel's thermal_zone_get_zone_by_name has another prototype");

/* thermal.slope(name): How the zone's sensor scales, for zones that say so. */
static int l_slope(lua_State *L)
{
	const char *name;
	struct thermal_zone_device *tz;
	int result;

	name = luadata_cstring(L, 1, "thermal.slope: name", 0);
	klua_checksleep(L, "thermal.slope");
	tz = thermal_zone_get_zone_by_name(name);
	if (IS_ERR_OR_NULL(tz))
		return klua_pusherrno(L, tz ? PTR_ERR(tz) : -ENOENT);
	result = thermal_zone_get_slope(tz);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_offset),
					   /* specs/thermal.yaml:39 */
					   int (struct thermal_zone_device *)),
	      "specs/thermal.yaml:39: functions.offset: the kernel's thermal_zone_get_offset has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thermal_zone_get_zone_by_name),
					   /* specs/thermal.yaml:44 */
					   struct thermal_zone_device *(const char *)),
	      "specs/thermal.yaml:44: functions.offset: the kernel's thermal_zone_get_zone_by_name has another prototype");

/* thermal.offset(name): What the zone's sensor adds. */
static int l_offset(lua_State *L)
{
	const char *name;
	struct thermal_zone_device *tz;
	int result;

	name = luadata_cstring(L, 1, "thermal.offset: name", 0);
	klua_checksleep(L, "thermal.offset");
	tz = thermal_zone_get_zone_by_name(name);
	if (IS_ERR_OR_NULL(tz))
		return klua_pusherrno(L, tz ? PTR_ERR(tz) : -ENOENT);
	result = thermal_zone_get_offset(tz);
	lua_pushinteger(L, result);
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
