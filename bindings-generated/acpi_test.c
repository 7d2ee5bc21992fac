// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the acpi binding: what scripts see beside what C sees. Generated from
 * specs/acpi.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "acpi.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		unsigned int cpu;
	} given;
	int out_celsius;
	int result;
} faked_get_temp;

static int fake_klua_acpi_get_temp(unsigned int cpu, int *celsius)
{
	faked_get_temp.calls++;
	faked_get_temp.given.cpu = cpu;
	*celsius = faked_get_temp.out_celsius;
	return faked_get_temp.result;
}

#define klua_acpi_get_temp fake_klua_acpi_get_temp

static struct {
	unsigned int calls;
	int result;
} faked_zones;

static int fake_klua_acpi_zones(struct klua_acpi_zone *records, unsigned int capacity)
{
	faked_zones.calls++;
	return faked_zones.result;
}

#define klua_acpi_zones fake_klua_acpi_zones

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

#define l_cost_get_temp(cpu) ((void)READ_ONCE(cpu), FAKED_COST)
#define l_cost_zones() (FAKED_COST)
/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "acpi.c"

SUITE_MEMBER(zone_temperature, struct klua_acpi_zone, object->temperature);
SUITE_MEMBER(zone_critical, struct klua_acpi_zone, object->critical);
SUITE_MEMBER(zone_hot, struct klua_acpi_zone, object->hot);
SUITE_MEMBER(zone_passive, struct klua_acpi_zone, object->passive);
SUITE_MEMBER(zone_active0, struct klua_acpi_zone, object->active0);
SUITE_MEMBER(zone_active1, struct klua_acpi_zone, object->active1);
SUITE_MEMBER(zone_active2, struct klua_acpi_zone, object->active2);
SUITE_MEMBER(zone_active3, struct klua_acpi_zone, object->active3);
SUITE_MEMBER(zone_active4, struct klua_acpi_zone, object->active4);
SUITE_MEMBER(zone_active5, struct klua_acpi_zone, object->active5);
SUITE_MEMBER(zone_active6, struct klua_acpi_zone, object->active6);
SUITE_MEMBER(zone_active7, struct klua_acpi_zone, object->active7);
SUITE_MEMBER(zone_active8, struct klua_acpi_zone, object->active8);
SUITE_MEMBER(zone_active9, struct klua_acpi_zone, object->active9);

static const struct suite_field fields[] = {
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "temperature", 22, "ro"},
	 SUITE_IN_C(zone_temperature), .bits = 8 * sizeof_field(struct klua_acpi_zone, temperature),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "critical", 23, "ro"},
	 SUITE_IN_C(zone_critical), .bits = 8 * sizeof_field(struct klua_acpi_zone, critical),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "hot", 24, "ro"},
	 SUITE_IN_C(zone_hot), .bits = 8 * sizeof_field(struct klua_acpi_zone, hot),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "passive", 25, "ro"},
	 SUITE_IN_C(zone_passive), .bits = 8 * sizeof_field(struct klua_acpi_zone, passive),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active0", 26, "ro"},
	 SUITE_IN_C(zone_active0), .bits = 8 * sizeof_field(struct klua_acpi_zone, active0),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active1", 27, "ro"},
	 SUITE_IN_C(zone_active1), .bits = 8 * sizeof_field(struct klua_acpi_zone, active1),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active2", 28, "ro"},
	 SUITE_IN_C(zone_active2), .bits = 8 * sizeof_field(struct klua_acpi_zone, active2),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active3", 29, "ro"},
	 SUITE_IN_C(zone_active3), .bits = 8 * sizeof_field(struct klua_acpi_zone, active3),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active4", 30, "ro"},
	 SUITE_IN_C(zone_active4), .bits = 8 * sizeof_field(struct klua_acpi_zone, active4),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active5", 31, "ro"},
	 SUITE_IN_C(zone_active5), .bits = 8 * sizeof_field(struct klua_acpi_zone, active5),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active6", 32, "ro"},
	 SUITE_IN_C(zone_active6), .bits = 8 * sizeof_field(struct klua_acpi_zone, active6),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active7", 33, "ro"},
	 SUITE_IN_C(zone_active7), .bits = 8 * sizeof_field(struct klua_acpi_zone, active7),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active8", 34, "ro"},
	 SUITE_IN_C(zone_active8), .bits = 8 * sizeof_field(struct klua_acpi_zone, active8),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "active9", 35, "ro"},
	 SUITE_IN_C(zone_active9), .bits = 8 * sizeof_field(struct klua_acpi_zone, active9),
	 .is_signed = true, .by_c = true, .has_absent = true, .absent = KLUA_ACPI_ABSENT},
	{},
};

SUITE_PARAMS(field, fields);

static const struct suite_text texts[] = {
	{{&luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone), "name", 21, "ro"},
	 .offset = offsetof(struct klua_acpi_zone, name),
	 .length = sizeof_field(struct klua_acpi_zone, name), .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void zone_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_acpi_zone);
}

static void zone_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone));
}

static void zone_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone));
}

/* Puts acpi.get_temp with right arguments on the stack; nothing was called so far. */
static void ready_get_temp(struct kunit *test, struct suite_case *t)
{
	memset(&faked_get_temp, 0, sizeof(faked_get_temp));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
}

static void get_temp_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_get_temp(test, t);
	faked_get_temp.out_celsius = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_get_temp.given.cpu,
			(s64)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)));
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	suite_leave(t);
}

static void get_temp_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_get_temp(test, t);
	faked_get_temp.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void get_temp_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_get_temp(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 0u);
	suite_leave(t);
}

static void get_temp_checks_cpu(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_get_temp, 0, sizeof(faked_get_temp));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "get_temp"));
	lua_newtable(t->L);
	suite_refused(test, t, "acpi.get_temp: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "get_temp"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "acpi.get_temp: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, (lua_Integer)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)) + 1);
	suite_refused(test, t, "acpi.get_temp: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "acpi.get_temp: cpu: expected");
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 0u);
	suite_leave(t);
}

/* Puts acpi.zones with right arguments on the stack; nothing was called so far. */
static void ready_zones(struct kunit *test, struct suite_case *t)
{
	memset(&faked_zones, 0, sizeof(faked_zones));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_acpi, "zones"));
}

static void zones_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_zones(test, t);
	faked_zones.result = 2;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_zones.calls, 1u);
	KUNIT_EXPECT_EQ(test, luaL_len(t->L, 1), 2);
	suite_leave(t);
}

static void zones_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_zones(test, t);
	faked_zones.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void zones_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_zones(test, t);
	faked_zones.result = 2;
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_zones.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(zone_is_closed_to_scripts),
	KUNIT_CASE(zone_refuses_unknown_names),
	KUNIT_CASE(zone_ends_where_its_memory_ends),
	KUNIT_CASE(get_temp_passes_arguments_and_results),
	KUNIT_CASE(get_temp_tells_failure),
	KUNIT_CASE(get_temp_is_charged),
	KUNIT_CASE(get_temp_checks_cpu),
	KUNIT_CASE(zones_passes_arguments_and_results),
	KUNIT_CASE(zones_tells_failure),
	KUNIT_CASE(zones_is_charged),
	{},
};

static const struct suite_subject subjects[] = {
	{"zone_", "layout acpi.zone", 17},
	{"get_temp_", "function acpi.get_temp", 38},
	{"zones_", "function acpi.zones", 49},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/acpi.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_acpi",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
