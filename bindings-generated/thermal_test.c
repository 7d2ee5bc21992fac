// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the thermal binding: what scripts see beside what C sees. Generated from
 * specs/thermal.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thermal.h>

#include "binding_cases.h"
#include "thermal.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

/* What lookups find, and how often; the one with the number @lost, from 1, finds nothing. */
static u64 found_memory[16];
static unsigned int found, lost;
static long lost_error;

static struct thermal_zone_device *fake_thermal_zone_get_zone_by_name(const char *name)
{
	if (found + 1 == lost)
		return ERR_PTR(lost_error);
	found++;
	return (struct thermal_zone_device *)found_memory;
}

#define thermal_zone_get_zone_by_name fake_thermal_zone_get_zone_by_name

static struct {
	unsigned int calls;
	struct thermal_zone_device *tz;
	int out_temp;
	int result;
} faked_temperature;

static int fake_thermal_zone_get_temp(struct thermal_zone_device *tz, int *temp)
{
	faked_temperature.calls++;
	faked_temperature.tz = tz;
	*temp = faked_temperature.out_temp;
	return faked_temperature.result;
}

#define thermal_zone_get_temp fake_thermal_zone_get_temp

static struct {
	unsigned int calls;
	struct thermal_zone_device *tz;
	int result;
} faked_slope;

static int fake_thermal_zone_get_slope(struct thermal_zone_device *tz)
{
	faked_slope.calls++;
	faked_slope.tz = tz;
	return faked_slope.result;
}

#define thermal_zone_get_slope fake_thermal_zone_get_slope

static struct {
	unsigned int calls;
	struct thermal_zone_device *tz;
	int result;
} faked_offset;

static int fake_thermal_zone_get_offset(struct thermal_zone_device *tz)
{
	faked_offset.calls++;
	faked_offset.tz = tz;
	return faked_offset.result;
}

#define thermal_zone_get_offset fake_thermal_zone_get_offset

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "thermal.c"

/* Puts thermal.temperature with right arguments on the stack; nothing was called so far. */
static void ready_temperature(struct kunit *test, struct binding_test *t)
{
	memset(&faked_temperature, 0, sizeof(faked_temperature));
	given_back = 0;
	found = 0;
	lost = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "temperature"));
	lua_pushstring(t->L, "text");
}

static void temperature_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_temperature(test, t);
	faked_temperature.out_temp = 51;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_temperature.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_temperature.tz, (void *)found_memory);
	KUNIT_EXPECT_EQ(test, found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	binding_leave(t);
}

static void temperature_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_temperature(test, t);
	faked_temperature.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	binding_leave(t);
}

static void temperature_tells_what_it_does_not_find(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_temperature(test, t);
		lost = i / 2 + 1;
		lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, binding_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_temperature.calls, 0u);
	}
	binding_leave(t);
}

static void temperature_checks_name(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_temperature, 0, sizeof(faked_temperature));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "temperature"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "thermal.temperature: name: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_temperature.calls, 0u);
	binding_leave(t);
}

/* Puts thermal.slope with right arguments on the stack; nothing was called so far. */
static void ready_slope(struct kunit *test, struct binding_test *t)
{
	memset(&faked_slope, 0, sizeof(faked_slope));
	given_back = 0;
	found = 0;
	lost = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "slope"));
	lua_pushstring(t->L, "text");
}

static void slope_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_slope(test, t);
	faked_slope.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_slope.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_slope.tz, (void *)found_memory);
	KUNIT_EXPECT_EQ(test, found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	binding_leave(t);
}

static void slope_tells_what_it_does_not_find(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_slope(test, t);
		lost = i / 2 + 1;
		lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, binding_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_slope.calls, 0u);
	}
	binding_leave(t);
}

static void slope_checks_name(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_slope, 0, sizeof(faked_slope));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "slope"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "thermal.slope: name: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_slope.calls, 0u);
	binding_leave(t);
}

/* Puts thermal.offset with right arguments on the stack; nothing was called so far. */
static void ready_offset(struct kunit *test, struct binding_test *t)
{
	memset(&faked_offset, 0, sizeof(faked_offset));
	given_back = 0;
	found = 0;
	lost = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "offset"));
	lua_pushstring(t->L, "text");
}

static void offset_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_offset(test, t);
	faked_offset.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_offset.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_offset.tz, (void *)found_memory);
	KUNIT_EXPECT_EQ(test, found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	binding_leave(t);
}

static void offset_tells_what_it_does_not_find(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_offset(test, t);
		lost = i / 2 + 1;
		lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, binding_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_offset.calls, 0u);
	}
	binding_leave(t);
}

static void offset_checks_name(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_offset, 0, sizeof(faked_offset));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_thermal, "offset"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "thermal.offset: name: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_offset.calls, 0u);
	binding_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(temperature_passes_arguments_and_results),
	KUNIT_CASE(temperature_tells_failure),
	KUNIT_CASE(temperature_tells_what_it_does_not_find),
	KUNIT_CASE(temperature_checks_name),
	KUNIT_CASE(slope_passes_arguments_and_results),
	KUNIT_CASE(slope_tells_what_it_does_not_find),
	KUNIT_CASE(slope_checks_name),
	KUNIT_CASE(offset_passes_arguments_and_results),
	KUNIT_CASE(offset_tells_what_it_does_not_find),
	KUNIT_CASE(offset_checks_name),
	{},
};

static const struct binding_place places[] = {
	{"temperature_", "function thermal.temperature", "specs/thermal.yaml:17"},
	{"slope_", "function thermal.slope", "specs/thermal.yaml:29"},
	{"offset_", "function thermal.offset", "specs/thermal.yaml:39"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_thermal",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
