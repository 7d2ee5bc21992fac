// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the acpi binding: what scripts see beside what C sees. Generated from
 * specs/acpi.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
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

static s64 get_zone_temperature_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->temperature;
}

static void set_zone_temperature_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->temperature, value);
}

static s64 get_zone_critical_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->critical;
}

static void set_zone_critical_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->critical, value);
}

static s64 get_zone_hot_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->hot;
}

static void set_zone_hot_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->hot, value);
}

static s64 get_zone_passive_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->passive;
}

static void set_zone_passive_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->passive, value);
}

static s64 get_zone_active0_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active0;
}

static void set_zone_active0_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active0, value);
}

static s64 get_zone_active1_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active1;
}

static void set_zone_active1_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active1, value);
}

static s64 get_zone_active2_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active2;
}

static void set_zone_active2_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active2, value);
}

static s64 get_zone_active3_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active3;
}

static void set_zone_active3_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active3, value);
}

static s64 get_zone_active4_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active4;
}

static void set_zone_active4_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active4, value);
}

static s64 get_zone_active5_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active5;
}

static void set_zone_active5_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active5, value);
}

static s64 get_zone_active6_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active6;
}

static void set_zone_active6_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active6, value);
}

static s64 get_zone_active7_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active7;
}

static void set_zone_active7_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active7, value);
}

static s64 get_zone_active8_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active8;
}

static void set_zone_active8_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active8, value);
}

static s64 get_zone_active9_in_c(const void *object)
{
	return ((const struct klua_acpi_zone *)object)->active9;
}

static void set_zone_active9_in_c(void *object, s64 value)
{
	binding_assign(((struct klua_acpi_zone *)object)->active9, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "temperature",
		.where = "specs/acpi.yaml:22",
		.access = "ro",
		.get = get_zone_temperature_in_c,
		.set = set_zone_temperature_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, temperature),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "critical",
		.where = "specs/acpi.yaml:23",
		.access = "ro",
		.get = get_zone_critical_in_c,
		.set = set_zone_critical_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, critical),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "hot",
		.where = "specs/acpi.yaml:24",
		.access = "ro",
		.get = get_zone_hot_in_c,
		.set = set_zone_hot_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, hot),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "passive",
		.where = "specs/acpi.yaml:25",
		.access = "ro",
		.get = get_zone_passive_in_c,
		.set = set_zone_passive_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, passive),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active0",
		.where = "specs/acpi.yaml:26",
		.access = "ro",
		.get = get_zone_active0_in_c,
		.set = set_zone_active0_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active0),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active1",
		.where = "specs/acpi.yaml:27",
		.access = "ro",
		.get = get_zone_active1_in_c,
		.set = set_zone_active1_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active1),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active2",
		.where = "specs/acpi.yaml:28",
		.access = "ro",
		.get = get_zone_active2_in_c,
		.set = set_zone_active2_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active2),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active3",
		.where = "specs/acpi.yaml:29",
		.access = "ro",
		.get = get_zone_active3_in_c,
		.set = set_zone_active3_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active3),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active4",
		.where = "specs/acpi.yaml:30",
		.access = "ro",
		.get = get_zone_active4_in_c,
		.set = set_zone_active4_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active4),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active5",
		.where = "specs/acpi.yaml:31",
		.access = "ro",
		.get = get_zone_active5_in_c,
		.set = set_zone_active5_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active5),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active6",
		.where = "specs/acpi.yaml:32",
		.access = "ro",
		.get = get_zone_active6_in_c,
		.set = set_zone_active6_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active6),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active7",
		.where = "specs/acpi.yaml:33",
		.access = "ro",
		.get = get_zone_active7_in_c,
		.set = set_zone_active7_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active7),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active8",
		.where = "specs/acpi.yaml:34",
		.access = "ro",
		.get = get_zone_active8_in_c,
		.set = set_zone_active8_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active8),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "active9",
		.where = "specs/acpi.yaml:35",
		.access = "ro",
		.get = get_zone_active9_in_c,
		.set = set_zone_active9_in_c,
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active9),
		.is_signed = true,
		.by_c = true,
		.has_absent = true,
		.absent = KLUA_ACPI_ABSENT,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_acpi_zone,
		.size = sizeof(struct klua_acpi_zone),
		.name = "name",
		.where = "specs/acpi.yaml:21",
		.access = "ro",
		.offset = offsetof(struct klua_acpi_zone, name),
		.length = sizeof_field(struct klua_acpi_zone, name),
		.kind = BINDING_TEXT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static void zone_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_acpi_zone);
}

static void zone_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone));
}

static void zone_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_acpi_zone, sizeof(struct klua_acpi_zone));
}

/* Puts acpi.get_temp with right arguments on the stack; nothing was called so far. */
static void ready_get_temp(struct kunit *test, struct binding_test *t)
{
	memset(&faked_get_temp, 0, sizeof(faked_get_temp));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
}

static void get_temp_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_get_temp(test, t);
	faked_get_temp.out_celsius = 51;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_get_temp.given.cpu,
			(s64)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)));
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 51);
	binding_leave(t);
}

static void get_temp_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_get_temp(test, t);
	faked_get_temp.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	binding_leave(t);
}

static void get_temp_is_charged(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_get_temp(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, binding_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 0u);
	binding_leave(t);
}

static void get_temp_checks_cpu(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_get_temp, 0, sizeof(faked_get_temp));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "get_temp"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "acpi.get_temp: cpu: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "get_temp"));
	lua_pushliteral(t->L, "1");
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "acpi.get_temp: cpu: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, (lua_Integer)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)) + 1);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "acpi.get_temp: cpu: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "get_temp"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "acpi.get_temp: cpu: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_get_temp.calls, 0u);
	binding_leave(t);
}

/* Puts acpi.zones with right arguments on the stack; nothing was called so far. */
static void ready_zones(struct kunit *test, struct binding_test *t)
{
	memset(&faked_zones, 0, sizeof(faked_zones));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_acpi, "zones"));
}

static void zones_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_zones(test, t);
	faked_zones.result = 2;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_zones.calls, 1u);
	KUNIT_EXPECT_EQ(test, luaL_len(t->L, 1), 2);
	binding_leave(t);
}

static void zones_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_zones(test, t);
	faked_zones.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	binding_leave(t);
}

static void zones_is_charged(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_zones(test, t);
	faked_zones.result = 2;
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, binding_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_zones.calls, 0u);
	binding_leave(t);
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

static const struct binding_place places[] = {
	{"zone_", "layout acpi.zone", "specs/acpi.yaml:17"},
	{"get_temp_", "function acpi.get_temp", "specs/acpi.yaml:38"},
	{"zones_", "function acpi.zones", "specs/acpi.yaml:49"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_acpi",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
