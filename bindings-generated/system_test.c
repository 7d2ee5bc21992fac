// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the system binding: what scripts see beside what C sees. Generated from
 * specs/system.yaml.
 */

#include <linux/bitops.h>
#include <linux/cpumask.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/nodemask.h>
#include <linux/overflow.h>
#include <linux/sched/loadavg.h>
#include <uapi/linux/sysinfo.h>

#include "klua_suite.h"
#include "system.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		unsigned int which;
	} given;
	unsigned long result;
} faked_load;

static unsigned long fake_l_call_load(unsigned int which)
{
	faked_load.calls++;
	faked_load.given.which = which;
	return faked_load.result;
}

#define l_call_load fake_l_call_load

static struct {
	unsigned int calls;
} faked_memory;

static void fake_si_meminfo(struct sysinfo *info)
{
	faked_memory.calls++;
	memset(info, 0x5a, luadata_layout_system_memory.size);
}

#define si_meminfo fake_si_meminfo

static struct {
	unsigned int calls;
	s64 result;
} faked_available;

static s64 fake_l_call_available(void)
{
	faked_available.calls++;
	return faked_available.result;
}

#define l_call_available fake_l_call_available

static struct {
	unsigned int calls;
	unsigned int result;
} faked_online;

static unsigned int fake_l_call_online(void)
{
	faked_online.calls++;
	return faked_online.result;
}

#define l_call_online fake_l_call_online

/* How often what grows with the machine was charged, and whether it was more than there was. */
static unsigned int charged;
static bool spent;

#define FAKED_COST 1234567

static void fake_charge(lua_State *L, lua_Integer units)
{
	if (units != FAKED_COST) /* of glue.h's own functions */
		return;
	charged++;
	if (spent)
		luaL_error(L, "budget spent");
}

#define lua_charge fake_charge

#define l_cost_memory() (FAKED_COST)
#define l_cost_available() (FAKED_COST)
/* What C computes for memory.total. */
static s64 seen_memory_total;

#define l_value_memory_total(object) ((void)(object), seen_memory_total)

/* What C computes for memory.free. */
static s64 seen_memory_free;

#define l_value_memory_free(object) ((void)(object), seen_memory_free)

/* What C computes for memory.shared. */
static s64 seen_memory_shared;

#define l_value_memory_shared(object) ((void)(object), seen_memory_shared)

/* What C computes for memory.buffers. */
static s64 seen_memory_buffers;

#define l_value_memory_buffers(object) ((void)(object), seen_memory_buffers)

/* What C computes for memory.high. */
static s64 seen_memory_high;

#define l_value_memory_high(object) ((void)(object), seen_memory_high)

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "system.c"

SUITE_COMPUTED(memory_total, u64);
SUITE_COMPUTED(memory_free, u64);
SUITE_COMPUTED(memory_shared, u64);
SUITE_COMPUTED(memory_buffers, u64);
SUITE_COMPUTED(memory_high, u64);
SUITE_MEMBER(memory_unit, struct sysinfo, object->mem_unit);

static const struct suite_field fields[] = {
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "total", 21, "ro"},
	 SUITE_IN_C(memory_total), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "free", 22, "ro"},
	 SUITE_IN_C(memory_free), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "shared", 23, "ro"},
	 SUITE_IN_C(memory_shared), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "buffers", 24, "ro"},
	 SUITE_IN_C(memory_buffers), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "high", 25, "ro"},
	 SUITE_IN_C(memory_high), .bits = 8 * sizeof(u64), .by_c = true},
	{{&luadata_layout_system_memory, sizeof(struct sysinfo), "unit", 26, "ro"},
	 SUITE_IN_C(memory_unit), .bits = 8 * sizeof_field(struct sysinfo, mem_unit)},
	{},
};

SUITE_PARAMS(field, fields);

static void memory_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_system_memory);
}

static void memory_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_system_memory, sizeof(struct sysinfo));
}

static void memory_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_system_memory, sizeof(struct sysinfo));
}

/* Puts system.load with right arguments on the stack; nothing was called so far. */
static void ready_load(struct kunit *test, struct suite_case *t)
{
	memset(&faked_load, 0, sizeof(faked_load));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "load"));
	lua_pushinteger(t->L, 2);
}

static void load_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_load(test, t);
	faked_load.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_load.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_load.given.which, (s64)(2));
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void load_checks_which(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_load, 0, sizeof(faked_load));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "load"));
	lua_newtable(t->L);
	suite_refused(test, t, "system.load: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "load"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "system.load: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "load"));
	lua_pushinteger(t->L, (lua_Integer)(2) + 1);
	suite_refused(test, t, "system.load: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "load"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "system.load: which: expected");
	KUNIT_EXPECT_EQ(test, faked_load.calls, 0u);
	suite_leave(t);
}

/* Puts system.memory with right arguments on the stack; nothing was called so far. */
static void ready_memory(struct kunit *test, struct suite_case *t)
{
	memset(&faked_memory, 0, sizeof(faked_memory));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "memory"));
}

static void memory_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_memory(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_memory.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	suite_leave(t);
}

static void memory_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_memory(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_memory.calls, 0u);
	suite_leave(t);
}

/* Puts system.available with right arguments on the stack; nothing was called so far. */
static void ready_available(struct kunit *test, struct suite_case *t)
{
	memset(&faked_available, 0, sizeof(faked_available));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "available"));
}

static void available_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_available(test, t);
	faked_available.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_available.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void available_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_available(test, t);
	faked_available.result = 41;
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_available.calls, 0u);
	suite_leave(t);
}

/* Puts system.online with right arguments on the stack; nothing was called so far. */
static void ready_online(struct kunit *test, struct suite_case *t)
{
	memset(&faked_online, 0, sizeof(faked_online));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_system, "online"));
}

static void online_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_online(test, t);
	faked_online.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_online.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(memory_is_closed_to_scripts),
	KUNIT_CASE(memory_refuses_unknown_names),
	KUNIT_CASE(memory_ends_where_its_memory_ends),
	KUNIT_CASE(load_passes_arguments_and_results),
	KUNIT_CASE(load_checks_which),
	KUNIT_CASE(memory_passes_arguments_and_results),
	KUNIT_CASE(memory_is_charged),
	KUNIT_CASE(available_passes_arguments_and_results),
	KUNIT_CASE(available_is_charged),
	KUNIT_CASE(online_passes_arguments_and_results),
	{},
};

static const struct suite_subject subjects[] = {
	{"memory_is_closed_", "layout system.memory", 18},
	{"memory_refuses_unknown_", "layout system.memory", 18},
	{"memory_ends_where_", "layout system.memory", 18},
	{"load_", "function system.load", 29},
	{"memory_", "function system.memory", 37},
	{"available_", "function system.available", 43},
	{"online_", "function system.online", 50},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/system.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_system",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
