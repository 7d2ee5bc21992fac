// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the time binding: what scripts see beside what C sees. Generated from
 * specs/time.yaml.
 */

#include <linux/bitops.h>
#include <linux/jiffies.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/timekeeping.h>

#include "klua_suite.h"
#include "time.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	u64 result;
} faked_monotonic;

static u64 fake_ktime_get_ns(void)
{
	faked_monotonic.calls++;
	return faked_monotonic.result;
}

#define ktime_get_ns fake_ktime_get_ns

static struct {
	unsigned int calls;
	u64 result;
} faked_boottime;

static u64 fake_ktime_get_boottime_ns(void)
{
	faked_boottime.calls++;
	return faked_boottime.result;
}

#define ktime_get_boottime_ns fake_ktime_get_boottime_ns

static struct {
	unsigned int calls;
	u64 result;
} faked_real;

static u64 fake_ktime_get_real_ns(void)
{
	faked_real.calls++;
	return faked_real.result;
}

#define ktime_get_real_ns fake_ktime_get_real_ns

static struct {
	unsigned int calls;
	time64_t result;
} faked_seconds;

static time64_t fake_ktime_get_real_seconds(void)
{
	faked_seconds.calls++;
	return faked_seconds.result;
}

#define ktime_get_real_seconds fake_ktime_get_real_seconds

static struct {
	unsigned int calls;
	u64 result;
} faked_jiffies;

static u64 fake_get_jiffies_64(void)
{
	faked_jiffies.calls++;
	return faked_jiffies.result;
}

#define get_jiffies_64 fake_get_jiffies_64

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "time.c"

/* Puts time.monotonic with right arguments on the stack; nothing was called so far. */
static void ready_monotonic(struct kunit *test, struct suite_case *t)
{
	memset(&faked_monotonic, 0, sizeof(faked_monotonic));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_time, "monotonic"));
}

static void monotonic_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_monotonic(test, t);
	faked_monotonic.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_monotonic.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts time.boottime with right arguments on the stack; nothing was called so far. */
static void ready_boottime(struct kunit *test, struct suite_case *t)
{
	memset(&faked_boottime, 0, sizeof(faked_boottime));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_time, "boottime"));
}

static void boottime_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_boottime(test, t);
	faked_boottime.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_boottime.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts time.real with right arguments on the stack; nothing was called so far. */
static void ready_real(struct kunit *test, struct suite_case *t)
{
	memset(&faked_real, 0, sizeof(faked_real));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_time, "real"));
}

static void real_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_real(test, t);
	faked_real.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_real.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts time.seconds with right arguments on the stack; nothing was called so far. */
static void ready_seconds(struct kunit *test, struct suite_case *t)
{
	memset(&faked_seconds, 0, sizeof(faked_seconds));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_time, "seconds"));
}

static void seconds_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_seconds(test, t);
	faked_seconds.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_seconds.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts time.jiffies with right arguments on the stack; nothing was called so far. */
static void ready_jiffies(struct kunit *test, struct suite_case *t)
{
	memset(&faked_jiffies, 0, sizeof(faked_jiffies));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_time, "jiffies"));
}

static void jiffies_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_jiffies(test, t);
	faked_jiffies.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_jiffies.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(monotonic_passes_arguments_and_results),
	KUNIT_CASE(boottime_passes_arguments_and_results),
	KUNIT_CASE(real_passes_arguments_and_results),
	KUNIT_CASE(seconds_passes_arguments_and_results),
	KUNIT_CASE(jiffies_passes_arguments_and_results),
	{},
};

static const struct suite_subject subjects[] = {
	{"monotonic_", "function time.monotonic", 16},
	{"boottime_", "function time.boottime", 21},
	{"real_", "function time.real", 26},
	{"seconds_", "function time.seconds", 31},
	{"jiffies_", "function time.jiffies", 36},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/time.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_time",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
