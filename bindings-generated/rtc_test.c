// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the rtc binding: what scripts see beside what C sees. Generated from
 * specs/rtc.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/rtc.h>

#include "klua_suite.h"
#include "rtc.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

/* What lookups find, and how often; the one with the number @fake_lost, from 1, finds nothing. */
static u64 fake_found_memory[16];
static unsigned int fake_found, fake_lost;
static long fake_lost_error;

static struct rtc_device *fake_rtc_class_open(const char *name)
{
	if (fake_found + 1 == fake_lost)
		return ERR_PTR(fake_lost_error);
	fake_found++;
	return (struct rtc_device *)fake_found_memory;
}

#define rtc_class_open fake_rtc_class_open

static void fake_rtc_class_close(const void *object)
{
	given_back++;
}

#define rtc_class_close fake_rtc_class_close

static struct {
	unsigned int calls;
	struct {
		time64_t time;
	} given;
} faked_date;

static void fake_rtc_time64_to_tm(time64_t time, struct rtc_time *tm)
{
	faked_date.calls++;
	faked_date.given.time = time;
	memset(tm, 0x5a, luadata_layout_rtc_tm.size);
}

#define rtc_time64_to_tm fake_rtc_time64_to_tm

static struct {
	unsigned int calls;
	struct {
		struct rtc_time *tm;
	} given;
	time64_t result;
} faked_seconds;

static time64_t fake_rtc_tm_to_time64(struct rtc_time *tm)
{
	faked_seconds.calls++;
	faked_seconds.given.tm = tm;
	return faked_seconds.result;
}

#define rtc_tm_to_time64 fake_rtc_tm_to_time64

static struct {
	unsigned int calls;
	struct {
		struct rtc_time *tm;
	} given;
	int result;
} faked_valid;

static int fake_rtc_valid_tm(struct rtc_time *tm)
{
	faked_valid.calls++;
	faked_valid.given.tm = tm;
	return faked_valid.result;
}

#define rtc_valid_tm fake_rtc_valid_tm

static struct {
	unsigned int calls;
	struct {
		unsigned int month;
		unsigned int year;
	} given;
	int result;
} faked_days;

static int fake_rtc_month_days(unsigned int month, unsigned int year)
{
	faked_days.calls++;
	faked_days.given.month = month;
	faked_days.given.year = year;
	return faked_days.result;
}

#define rtc_month_days fake_rtc_month_days

static struct {
	unsigned int calls;
	struct {
		struct rtc_device *rtc;
	} given;
	int result;
} faked_read;

static int fake_rtc_read_time(struct rtc_device *rtc, struct rtc_time *tm)
{
	faked_read.calls++;
	faked_read.given.rtc = rtc;
	memset(tm, 0x5a, luadata_layout_rtc_tm.size);
	return faked_read.result;
}

#define rtc_read_time fake_rtc_read_time

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "rtc.c"

SUITE_MEMBER(tm_second, struct rtc_time, object->tm_sec);
SUITE_MEMBER(tm_minute, struct rtc_time, object->tm_min);
SUITE_MEMBER(tm_hour, struct rtc_time, object->tm_hour);
SUITE_MEMBER(tm_day, struct rtc_time, object->tm_mday);
SUITE_MEMBER(tm_month, struct rtc_time, object->tm_mon);
SUITE_MEMBER(tm_year, struct rtc_time, object->tm_year);
SUITE_MEMBER(tm_weekday, struct rtc_time, object->tm_wday);
SUITE_MEMBER(tm_yearday, struct rtc_time, object->tm_yday);

static const struct suite_field fields[] = {
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "second", 20, "rw"},
	 SUITE_IN_C(tm_second), .bits = 8 * sizeof_field(struct rtc_time, tm_sec),
	 .is_signed = true, .ranged = true, .low = 0, .high = 59},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "minute", 21, "rw"},
	 SUITE_IN_C(tm_minute), .bits = 8 * sizeof_field(struct rtc_time, tm_min),
	 .is_signed = true, .ranged = true, .low = 0, .high = 59},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "hour", 22, "rw"},
	 SUITE_IN_C(tm_hour), .bits = 8 * sizeof_field(struct rtc_time, tm_hour), .is_signed = true,
	 .ranged = true, .low = 0, .high = 23},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "day", 23, "rw"},
	 SUITE_IN_C(tm_day), .bits = 8 * sizeof_field(struct rtc_time, tm_mday), .is_signed = true,
	 .ranged = true, .low = 1, .high = 31},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "month", 24, "rw"},
	 SUITE_IN_C(tm_month), .bits = 8 * sizeof_field(struct rtc_time, tm_mon), .is_signed = true,
	 .ranged = true, .low = 0, .high = 11},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "year", 25, "rw"},
	 SUITE_IN_C(tm_year), .bits = 8 * sizeof_field(struct rtc_time, tm_year), .is_signed = true,
	 .ranged = true, .low = 70, .high = 8000},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "weekday", 26, "ro"},
	 SUITE_IN_C(tm_weekday), .bits = 8 * sizeof_field(struct rtc_time, tm_wday),
	 .is_signed = true},
	{{&luadata_layout_rtc_tm, sizeof(struct rtc_time), "yearday", 27, "ro"},
	 SUITE_IN_C(tm_yearday), .bits = 8 * sizeof_field(struct rtc_time, tm_yday),
	 .is_signed = true},
	{},
};

SUITE_PARAMS(field, fields);

static void tm_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_rtc_tm);
}

static void tm_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_rtc_tm, sizeof(struct rtc_time));
}

static void tm_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_rtc_tm, sizeof(struct rtc_time));
}

/* Puts rtc.date with right arguments on the stack; nothing was called so far. */
static void ready_date(struct kunit *test, struct suite_case *t)
{
	memset(&faked_date, 0, sizeof(faked_date));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "date"));
	lua_pushinteger(t->L, 190000000000);
}

static void date_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_date(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_date.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_date.given.time, (s64)(190000000000));
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	suite_leave(t);
}

static void date_checks_time(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_date, 0, sizeof(faked_date));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "date"));
	lua_newtable(t->L);
	suite_refused(test, t, "rtc.date: time: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "date"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "rtc.date: time: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "date"));
	lua_pushinteger(t->L, (lua_Integer)(190000000000) + 1);
	suite_refused(test, t, "rtc.date: time: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "date"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "rtc.date: time: expected");
	KUNIT_EXPECT_EQ(test, faked_date.calls, 0u);
	suite_leave(t);
}

/* Puts rtc.seconds with right arguments on the stack; nothing was called so far. */
static void ready_seconds(struct kunit *test, struct suite_case *t)
{
	memset(&faked_seconds, 0, sizeof(faked_seconds));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "seconds"));
	suite_push_copy(t, &luadata_layout_rtc_tm);
}

static void seconds_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_seconds(test, t);
	faked_seconds.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_seconds.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_seconds.given.tm);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void seconds_checks_tm(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_seconds, 0, sizeof(faked_seconds));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "seconds"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "seconds"));
	suite_push_const(t, &luadata_layout_rtc_tm);
	suite_refused(test, t, "rtc.seconds: tm: expected");
	KUNIT_EXPECT_EQ(test, faked_seconds.calls, 0u);
	suite_leave(t);
}

/* Puts rtc.valid with right arguments on the stack; nothing was called so far. */
static void ready_valid(struct kunit *test, struct suite_case *t)
{
	memset(&faked_valid, 0, sizeof(faked_valid));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "valid"));
	suite_push_copy(t, &luadata_layout_rtc_tm);
}

static void valid_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_valid(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_valid.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_valid.given.tm);
	KUNIT_EXPECT_TRUE(test, lua_toboolean(t->L, 1));
	suite_leave(t);
}

static void valid_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_valid(test, t);
	faked_valid.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void valid_checks_tm(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_valid, 0, sizeof(faked_valid));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "valid"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "valid"));
	suite_push_const(t, &luadata_layout_rtc_tm);
	suite_refused(test, t, "rtc.valid: tm: expected");
	KUNIT_EXPECT_EQ(test, faked_valid.calls, 0u);
	suite_leave(t);
}

/* Puts rtc.days with right arguments on the stack; nothing was called so far. */
static void ready_days(struct kunit *test, struct suite_case *t)
{
	memset(&faked_days, 0, sizeof(faked_days));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, 11);
	lua_pushinteger(t->L, 9999);
}

static void days_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_days(test, t);
	faked_days.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_days.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_days.given.month, (s64)(11));
	KUNIT_EXPECT_EQ(test, (s64)faked_days.given.year, (s64)(9999));
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void days_checks_month(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_days, 0, sizeof(faked_days));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_newtable(t->L);
	lua_pushinteger(t->L, 9999);
	suite_refused(test, t, "rtc.days: month: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushliteral(t->L, "1");
	lua_pushinteger(t->L, 9999);
	suite_refused(test, t, "rtc.days: month: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, (lua_Integer)(11) + 1);
	lua_pushinteger(t->L, 9999);
	suite_refused(test, t, "rtc.days: month: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushinteger(t->L, 9999);
	suite_refused(test, t, "rtc.days: month: expected");
	KUNIT_EXPECT_EQ(test, faked_days.calls, 0u);
	suite_leave(t);
}

static void days_checks_year(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_days, 0, sizeof(faked_days));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, 11);
	lua_newtable(t->L);
	suite_refused(test, t, "rtc.days: year: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, 11);
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "rtc.days: year: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, 11);
	lua_pushinteger(t->L, (lua_Integer)(9999) + 1);
	suite_refused(test, t, "rtc.days: year: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "days"));
	lua_pushinteger(t->L, 11);
	lua_pushinteger(t->L, (lua_Integer)(1970) - 1);
	suite_refused(test, t, "rtc.days: year: expected");
	KUNIT_EXPECT_EQ(test, faked_days.calls, 0u);
	suite_leave(t);
}

/* Puts rtc.read with right arguments on the stack; nothing was called so far. */
static void ready_read(struct kunit *test, struct suite_case *t)
{
	memset(&faked_read, 0, sizeof(faked_read));
	given_back = 0;
	fake_found = 0;
	fake_lost = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "read"));
	lua_pushstring(t->L, "text");
}

static void read_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_read(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_read.calls, 1u);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_read.given.rtc, (void *)fake_found_memory);
	KUNIT_EXPECT_EQ(test, fake_found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	suite_leave(t);
}

static void read_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_read(test, t);
	faked_read.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void read_tells_what_it_does_not_find(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_read(test, t);
		fake_lost = i / 2 + 1;
		fake_lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, suite_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_read.calls, 0u);
		KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	suite_leave(t);
}

static void read_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	bool done = false;

	ready_read(test, t);
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void read_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_read, 0, sizeof(faked_read));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_rtc, "read"));
	lua_newtable(t->L);
	suite_refused(test, t, "rtc.read: name: expected");
	KUNIT_EXPECT_EQ(test, faked_read.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(tm_is_closed_to_scripts),
	KUNIT_CASE(tm_refuses_unknown_names),
	KUNIT_CASE(tm_ends_where_its_memory_ends),
	KUNIT_CASE(date_passes_arguments_and_results),
	KUNIT_CASE(date_checks_time),
	KUNIT_CASE(seconds_passes_arguments_and_results),
	KUNIT_CASE(seconds_checks_tm),
	KUNIT_CASE(valid_passes_arguments_and_results),
	KUNIT_CASE(valid_tells_failure),
	KUNIT_CASE(valid_checks_tm),
	KUNIT_CASE(days_passes_arguments_and_results),
	KUNIT_CASE(days_checks_month),
	KUNIT_CASE(days_checks_year),
	KUNIT_CASE(read_passes_arguments_and_results),
	KUNIT_CASE(read_tells_failure),
	KUNIT_CASE(read_tells_what_it_does_not_find),
	KUNIT_CASE(read_keeps_nothing_without_memory),
	KUNIT_CASE(read_checks_name),
	{},
};

static const struct suite_subject subjects[] = {
	{"tm_", "layout rtc.tm", 17},
	{"date_", "function rtc.date", 30},
	{"seconds_", "function rtc.seconds", 37},
	{"valid_", "function rtc.valid", 44},
	{"days_", "function rtc.days", 51},
	{"read_", "function rtc.read", 59},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/rtc.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_rtc",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
