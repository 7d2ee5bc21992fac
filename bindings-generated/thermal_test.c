// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the thermal binding: what scripts see beside what C sees. Generated from
 * specs/thermal.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thermal.h>

#include "klua_suite.h"
#include "thermal.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		const char *name;
	} given;
	int out_temp;
	int result;
} faked_temperature;

static int fake_klua_thermal_temperature(const char *name, int *temp)
{
	faked_temperature.calls++;
	faked_temperature.given.name = name;
	*temp = faked_temperature.out_temp;
	return faked_temperature.result;
}

#define klua_thermal_temperature fake_klua_thermal_temperature

static struct {
	unsigned int calls;
	struct {
		const char *name;
	} given;
	int out_slope;
	int result;
} faked_slope;

static int fake_klua_thermal_slope(const char *name, int *slope)
{
	faked_slope.calls++;
	faked_slope.given.name = name;
	*slope = faked_slope.out_slope;
	return faked_slope.result;
}

#define klua_thermal_slope fake_klua_thermal_slope

static struct {
	unsigned int calls;
	struct {
		const char *name;
	} given;
	int out_offset;
	int result;
} faked_offset;

static int fake_klua_thermal_offset(const char *name, int *offset)
{
	faked_offset.calls++;
	faked_offset.given.name = name;
	*offset = faked_offset.out_offset;
	return faked_offset.result;
}

#define klua_thermal_offset fake_klua_thermal_offset

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "thermal.c"

/* Puts thermal.temperature with right arguments on the stack; nothing was called so far. */
static void ready_temperature(struct kunit *test, struct suite_case *t)
{
	memset(&faked_temperature, 0, sizeof(faked_temperature));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "temperature"));
	lua_pushstring(t->L, "text");
}

static void temperature_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_temperature(test, t);
	faked_temperature.out_temp = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_temperature.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_temperature.given.name, "text");
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	suite_leave(t);
}

static void temperature_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_temperature(test, t);
	faked_temperature.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void temperature_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_temperature, 0, sizeof(faked_temperature));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "temperature"));
	lua_newtable(t->L);
	suite_refused(test, t, "thermal.temperature: name: expected");
	KUNIT_EXPECT_EQ(test, faked_temperature.calls, 0u);
	suite_leave(t);
}

/* Puts thermal.slope with right arguments on the stack; nothing was called so far. */
static void ready_slope(struct kunit *test, struct suite_case *t)
{
	memset(&faked_slope, 0, sizeof(faked_slope));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "slope"));
	lua_pushstring(t->L, "text");
}

static void slope_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_slope(test, t);
	faked_slope.out_slope = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_slope.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_slope.given.name, "text");
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	suite_leave(t);
}

static void slope_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_slope(test, t);
	faked_slope.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void slope_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_slope, 0, sizeof(faked_slope));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "slope"));
	lua_newtable(t->L);
	suite_refused(test, t, "thermal.slope: name: expected");
	KUNIT_EXPECT_EQ(test, faked_slope.calls, 0u);
	suite_leave(t);
}

/* Puts thermal.offset with right arguments on the stack; nothing was called so far. */
static void ready_offset(struct kunit *test, struct suite_case *t)
{
	memset(&faked_offset, 0, sizeof(faked_offset));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "offset"));
	lua_pushstring(t->L, "text");
}

static void offset_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_offset(test, t);
	faked_offset.out_offset = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_offset.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_offset.given.name, "text");
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	suite_leave(t);
}

static void offset_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_offset(test, t);
	faked_offset.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void offset_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_offset, 0, sizeof(faked_offset));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_thermal, "offset"));
	lua_newtable(t->L);
	suite_refused(test, t, "thermal.offset: name: expected");
	KUNIT_EXPECT_EQ(test, faked_offset.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(temperature_passes_arguments_and_results),
	KUNIT_CASE(temperature_tells_failure),
	KUNIT_CASE(temperature_checks_name),
	KUNIT_CASE(slope_passes_arguments_and_results),
	KUNIT_CASE(slope_tells_failure),
	KUNIT_CASE(slope_checks_name),
	KUNIT_CASE(offset_passes_arguments_and_results),
	KUNIT_CASE(offset_tells_failure),
	KUNIT_CASE(offset_checks_name),
	{},
};

static const struct suite_subject subjects[] = {
	{"temperature_", "function thermal.temperature", 19},
	{"slope_", "function thermal.slope", 30},
	{"offset_", "function thermal.offset", 39},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/thermal.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_thermal",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
