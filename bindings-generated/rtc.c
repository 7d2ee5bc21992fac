// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The rtc binding: Calendar time, and the clocks that run while the machine is off. Generated from
 * specs/rtc.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/rtc.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "rtc.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_sec), int),
	      "specs/rtc.yaml:20: tm.second: tm_sec of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_min), int),
	      "specs/rtc.yaml:21: tm.minute: tm_min of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_hour), int),
	      "specs/rtc.yaml:22: tm.hour: tm_hour of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_mday), int),
	      "specs/rtc.yaml:23: tm.day: tm_mday of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_mon), int),
	      "specs/rtc.yaml:24: tm.month: tm_mon of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_year), int),
	      "specs/rtc.yaml:25: tm.year: tm_year of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_wday), int),
	      "specs/rtc.yaml:26: tm.weekday: tm_wday of struct rtc_time is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct rtc_time, tm_yday), int),
	      "specs/rtc.yaml:27: tm.yearday: tm_yday of struct rtc_time is not int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_sec),
					    const typeof(((struct rtc_time *)0)->tm_sec) *),
	      "specs/rtc.yaml:20: tm.second: tm_sec of struct rtc_time is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_min),
					    const typeof(((struct rtc_time *)0)->tm_min) *),
	      "specs/rtc.yaml:21: tm.minute: tm_min of struct rtc_time is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_hour),
					    const typeof(((struct rtc_time *)0)->tm_hour) *),
	      "specs/rtc.yaml:22: tm.hour: tm_hour of struct rtc_time is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_mday),
					    const typeof(((struct rtc_time *)0)->tm_mday) *),
	      "specs/rtc.yaml:23: tm.day: tm_mday of struct rtc_time is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_mon),
					    const typeof(((struct rtc_time *)0)->tm_mon) *),
	      "specs/rtc.yaml:24: tm.month: tm_mon of struct rtc_time is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct rtc_time *)0)->tm_year),
					    const typeof(((struct rtc_time *)0)->tm_year) *),
	      "specs/rtc.yaml:25: tm.year: tm_year of struct rtc_time is const: access: ro");

static const struct luadata_field tm_fields[] = {
	{
		.name = "second",
		.offset = offsetof(struct rtc_time, tm_sec),
		.size = sizeof_field(struct rtc_time, tm_sec),
		.bits = 8 * sizeof_field(struct rtc_time, tm_sec),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 59,
		.doc = "second of the minute",
	},
	{
		.name = "minute",
		.offset = offsetof(struct rtc_time, tm_min),
		.size = sizeof_field(struct rtc_time, tm_min),
		.bits = 8 * sizeof_field(struct rtc_time, tm_min),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 59,
		.doc = "minute of the hour",
	},
	{
		.name = "hour",
		.offset = offsetof(struct rtc_time, tm_hour),
		.size = sizeof_field(struct rtc_time, tm_hour),
		.bits = 8 * sizeof_field(struct rtc_time, tm_hour),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 23,
		.doc = "hour of the day",
	},
	{
		.name = "day",
		.offset = offsetof(struct rtc_time, tm_mday),
		.size = sizeof_field(struct rtc_time, tm_mday),
		.bits = 8 * sizeof_field(struct rtc_time, tm_mday),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 1,
		.max = 31,
		.doc = "day of the month",
	},
	{
		.name = "month",
		.offset = offsetof(struct rtc_time, tm_mon),
		.size = sizeof_field(struct rtc_time, tm_mon),
		.bits = 8 * sizeof_field(struct rtc_time, tm_mon),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 11,
		.doc = "month of the year, from 0",
	},
	{
		.name = "year",
		.offset = offsetof(struct rtc_time, tm_year),
		.size = sizeof_field(struct rtc_time, tm_year),
		.bits = 8 * sizeof_field(struct rtc_time, tm_year),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 70,
		.max = 8000,
		.doc = "years since 1900",
	},
	{
		.name = "weekday",
		.offset = offsetof(struct rtc_time, tm_wday),
		.size = sizeof_field(struct rtc_time, tm_wday),
		.bits = 8 * sizeof_field(struct rtc_time, tm_wday),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "days since Sunday",
	},
	{
		.name = "yearday",
		.offset = offsetof(struct rtc_time, tm_yday),
		.size = sizeof_field(struct rtc_time, tm_yday),
		.bits = 8 * sizeof_field(struct rtc_time, tm_yday),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "days since 1 January",
	},
};

const struct luadata_layout luadata_layout_rtc_tm = {
	.name = "rtc.tm",
	.size = sizeof(struct rtc_time),
	.fields = tm_fields,
	.nfields = LUADATA_COUNT(tm_fields),
	.doc = "A date and a time of day (UTC)",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_rtc_tm);

static_assert(__builtin_types_compatible_p(typeof(rtc_time64_to_tm), /* specs/rtc.yaml:30 */
					   void (time64_t, struct rtc_time *)),
	      "specs/rtc.yaml:30: functions.date: the kernel's rtc_time64_to_tm has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct rtc_time[1]), /* specs/rtc.yaml:30 */
	      "specs/rtc.yaml:30: functions.date: struct rtc_time goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* rtc.date(time): The date and time of day of a time since 1970. */
static int l_date(lua_State *L)
{
	time64_t time;
	struct rtc_time *tm;

	time = klua_checkinteger(L, 1, "rtc.date: time", 0, 190000000000);
	klua_checkcall(L, "rtc.date", KLUA_STACK_ANY);
	lua_settop(L, 1);
	tm = luadata_newobject(L, &luadata_layout_rtc_tm);
	rtc_time64_to_tm(time, tm);
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(rtc_tm_to_time64), /* specs/rtc.yaml:37 */
					   time64_t (struct rtc_time *)),
	      "specs/rtc.yaml:37: functions.seconds: the kernel's rtc_tm_to_time64 has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct rtc_time[1]), /* specs/rtc.yaml:37 */
	      "specs/rtc.yaml:37: functions.seconds: struct rtc_time goes on behind its end: no copy");
#pragma GCC diagnostic pop

/*
 * rtc.seconds(tm): The time since 1970 of a date and time of day; weekday and yearday do not count.
 */
static int l_seconds(lua_State *L)
{
	struct rtc_time *tm;
	time64_t result;

	klua_checkcall(L, "rtc.seconds", KLUA_STACK_ANY);
	tm = luadata_mutable(L, 1, "rtc.seconds: tm", &luadata_layout_rtc_tm);
	result = rtc_tm_to_time64(tm);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(rtc_valid_tm), /* specs/rtc.yaml:44 */
					   int (struct rtc_time *)),
	      "specs/rtc.yaml:44: functions.valid: the kernel's rtc_valid_tm has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct rtc_time[1]), /* specs/rtc.yaml:44 */
	      "specs/rtc.yaml:44: functions.valid: struct rtc_time goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* rtc.valid(tm): Whether a date exists, e.g. not 30 February. */
static int l_valid(lua_State *L)
{
	struct rtc_time *tm;
	int result;

	klua_checkcall(L, "rtc.valid", KLUA_STACK_ANY);
	tm = luadata_mutable(L, 1, "rtc.valid: tm", &luadata_layout_rtc_tm);
	result = rtc_valid_tm(tm);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(rtc_month_days), /* specs/rtc.yaml:51 */
					   int (unsigned int, unsigned int)),
	      "specs/rtc.yaml:51: functions.days: the kernel's rtc_month_days has another prototype");

/* rtc.days(month, year): How many days a month has. */
static int l_days(lua_State *L)
{
	unsigned int month;
	unsigned int year;
	int result;

	month = klua_checkinteger(L, 1, "rtc.days: month", 0, 11);
	year = klua_checkinteger(L, 2, "rtc.days: year", 1970, 9999);
	klua_checkcall(L, "rtc.days", KLUA_STACK_ANY);
	result = rtc_month_days(month, year);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(rtc_read_time), /* specs/rtc.yaml:59 */
					   int (struct rtc_device *, struct rtc_time *)),
	      "specs/rtc.yaml:59: functions.read: the kernel's rtc_read_time has another prototype");
static_assert(__builtin_types_compatible_p(typeof(rtc_class_open), /* specs/rtc.yaml:65 */
					   struct rtc_device *(const char *)),
	      "specs/rtc.yaml:65: functions.read: the kernel's rtc_class_open has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct rtc_time[1]), /* specs/rtc.yaml:59 */
	      "specs/rtc.yaml:59: functions.read: struct rtc_time goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* rtc.read(name): What a clock of the machine says; most leave weekday and yearday at 0. */
static int l_read(lua_State *L)
{
	const char *name;
	struct rtc_device *rtc;
	struct rtc_time *tm;
	int result;

	name = luadata_cstring(L, 1, "rtc.read: name", 0);
	klua_checksleep(L, "rtc.read");
	klua_checkcall(L, "rtc.read", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 1);
	tm = luadata_newobject(L, &luadata_layout_rtc_tm);
	rtc = rtc_class_open(name);
	if (IS_ERR_OR_NULL(rtc))
		return klua_pusherrno(L, rtc ? PTR_ERR(rtc) : -ENOENT);
	result = rtc_read_time(rtc, tm);
	rtc_class_close(rtc); /* specs/rtc.yaml:65 */
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushvalue(L, 2);
	return 1;
}

static const luaL_Reg functions[] = {
	{"date", l_date},
	{"seconds", l_seconds},
	{"valid", l_valid},
	{"days", l_days},
	{"read", l_read},
	{NULL, NULL},
};

int luaopen_rtc(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_rtc_tm);
	lua_setfield(L, -2, "tm");
	lua_setfield(L, -2, "layouts");
	return 1;
}
