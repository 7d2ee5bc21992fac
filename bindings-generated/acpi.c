// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The acpi binding: Temperatures and trip points that the firmware reports. Generated from
 * specs/acpi.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "acpi.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static bool l_place_zone_temperature(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, temperature);
	span->length = sizeof_field(struct klua_acpi_zone, temperature);
	return object->temperature != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_critical(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, critical);
	span->length = sizeof_field(struct klua_acpi_zone, critical);
	return object->critical != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_hot(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, hot);
	span->length = sizeof_field(struct klua_acpi_zone, hot);
	return object->hot != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_passive(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, passive);
	span->length = sizeof_field(struct klua_acpi_zone, passive);
	return object->passive != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active0(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active0);
	span->length = sizeof_field(struct klua_acpi_zone, active0);
	return object->active0 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active1(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active1);
	span->length = sizeof_field(struct klua_acpi_zone, active1);
	return object->active1 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active2(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active2);
	span->length = sizeof_field(struct klua_acpi_zone, active2);
	return object->active2 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active3(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active3);
	span->length = sizeof_field(struct klua_acpi_zone, active3);
	return object->active3 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active4(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active4);
	span->length = sizeof_field(struct klua_acpi_zone, active4);
	return object->active4 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active5(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active5);
	span->length = sizeof_field(struct klua_acpi_zone, active5);
	return object->active5 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active6(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active6);
	span->length = sizeof_field(struct klua_acpi_zone, active6);
	return object->active6 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active7(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active7);
	span->length = sizeof_field(struct klua_acpi_zone, active7);
	return object->active7 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active8(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active8);
	span->length = sizeof_field(struct klua_acpi_zone, active8);
	return object->active8 != KLUA_ACPI_ABSENT;
}

static bool l_place_zone_active9(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct klua_acpi_zone *object = (const void *)(h->base + at);

	span->offset = offsetof(struct klua_acpi_zone, active9);
	span->length = sizeof_field(struct klua_acpi_zone, active9);
	return object->active9 != KLUA_ACPI_ABSENT;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, name), char[]),
	      "specs/acpi.yaml:21: zone.name: name of struct klua_acpi_zone is not char[] (of rows, one is text: c: name[0])");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, temperature), int),
	      "specs/acpi.yaml:22: zone.temperature: temperature of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, critical), int),
	      "specs/acpi.yaml:23: zone.critical: critical of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, hot), int),
	      "specs/acpi.yaml:24: zone.hot: hot of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, passive), int),
	      "specs/acpi.yaml:25: zone.passive: passive of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active0), int),
	      "specs/acpi.yaml:26: zone.active0: active0 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active1), int),
	      "specs/acpi.yaml:27: zone.active1: active1 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active2), int),
	      "specs/acpi.yaml:28: zone.active2: active2 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active3), int),
	      "specs/acpi.yaml:29: zone.active3: active3 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active4), int),
	      "specs/acpi.yaml:30: zone.active4: active4 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active5), int),
	      "specs/acpi.yaml:31: zone.active5: active5 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active6), int),
	      "specs/acpi.yaml:32: zone.active6: active6 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active7), int),
	      "specs/acpi.yaml:33: zone.active7: active7 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active8), int),
	      "specs/acpi.yaml:34: zone.active8: active8 of struct klua_acpi_zone is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct klua_acpi_zone, active9), int),
	      "specs/acpi.yaml:35: zone.active9: active9 of struct klua_acpi_zone is not int");

static const struct luadata_field zone_fields[] = {
	{
		.name = "name",
		.offset = offsetof(struct klua_acpi_zone, name),
		.size = sizeof_field(struct klua_acpi_zone, name),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "path in the ACPI namespace",
	},
	{
		.name = "temperature",
		.offset = offsetof(struct klua_acpi_zone, temperature),
		.size = sizeof_field(struct klua_acpi_zone, temperature),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, temperature),
		.place = l_place_zone_temperature,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "temperature (_TMP)",
		.unit = "°C",
	},
	{
		.name = "critical",
		.offset = offsetof(struct klua_acpi_zone, critical),
		.size = sizeof_field(struct klua_acpi_zone, critical),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, critical),
		.place = l_place_zone_critical,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the system shuts down (_CRT)",
		.unit = "°C",
	},
	{
		.name = "hot",
		.offset = offsetof(struct klua_acpi_zone, hot),
		.size = sizeof_field(struct klua_acpi_zone, hot),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, hot),
		.place = l_place_zone_hot,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the system hibernates (_HOT)",
		.unit = "°C",
	},
	{
		.name = "passive",
		.offset = offsetof(struct klua_acpi_zone, passive),
		.size = sizeof_field(struct klua_acpi_zone, passive),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, passive),
		.place = l_place_zone_passive,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "processors slow down (_PSV)",
		.unit = "°C",
	},
	{
		.name = "active0",
		.offset = offsetof(struct klua_acpi_zone, active0),
		.size = sizeof_field(struct klua_acpi_zone, active0),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active0),
		.place = l_place_zone_active0,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the strongest cooling starts (_AC0)",
		.unit = "°C",
	},
	{
		.name = "active1",
		.offset = offsetof(struct klua_acpi_zone, active1),
		.size = sizeof_field(struct klua_acpi_zone, active1),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active1),
		.place = l_place_zone_active1,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC1)",
		.unit = "°C",
	},
	{
		.name = "active2",
		.offset = offsetof(struct klua_acpi_zone, active2),
		.size = sizeof_field(struct klua_acpi_zone, active2),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active2),
		.place = l_place_zone_active2,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC2)",
		.unit = "°C",
	},
	{
		.name = "active3",
		.offset = offsetof(struct klua_acpi_zone, active3),
		.size = sizeof_field(struct klua_acpi_zone, active3),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active3),
		.place = l_place_zone_active3,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC3)",
		.unit = "°C",
	},
	{
		.name = "active4",
		.offset = offsetof(struct klua_acpi_zone, active4),
		.size = sizeof_field(struct klua_acpi_zone, active4),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active4),
		.place = l_place_zone_active4,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC4)",
		.unit = "°C",
	},
	{
		.name = "active5",
		.offset = offsetof(struct klua_acpi_zone, active5),
		.size = sizeof_field(struct klua_acpi_zone, active5),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active5),
		.place = l_place_zone_active5,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC5)",
		.unit = "°C",
	},
	{
		.name = "active6",
		.offset = offsetof(struct klua_acpi_zone, active6),
		.size = sizeof_field(struct klua_acpi_zone, active6),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active6),
		.place = l_place_zone_active6,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC6)",
		.unit = "°C",
	},
	{
		.name = "active7",
		.offset = offsetof(struct klua_acpi_zone, active7),
		.size = sizeof_field(struct klua_acpi_zone, active7),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active7),
		.place = l_place_zone_active7,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC7)",
		.unit = "°C",
	},
	{
		.name = "active8",
		.offset = offsetof(struct klua_acpi_zone, active8),
		.size = sizeof_field(struct klua_acpi_zone, active8),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active8),
		.place = l_place_zone_active8,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC8)",
		.unit = "°C",
	},
	{
		.name = "active9",
		.offset = offsetof(struct klua_acpi_zone, active9),
		.size = sizeof_field(struct klua_acpi_zone, active9),
		.bits = 8 * sizeof_field(struct klua_acpi_zone, active9),
		.place = l_place_zone_active9,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "cooling of this strength starts (_AC9)",
		.unit = "°C",
	},
};

const struct luadata_layout luadata_layout_acpi_zone = {
	.name = "acpi.zone",
	.size = sizeof(struct klua_acpi_zone),
	.fields = zone_fields,
	.nfields = LUADATA_COUNT(zone_fields),
	.doc = "A thermal zone, as it was when it was asked for",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_acpi_zone);

static_assert(__builtin_types_compatible_p(typeof(klua_acpi_get_temp), /* specs/acpi.yaml:38 */
					   int (unsigned int, int *)),
	      "specs/acpi.yaml:38: functions.get_temp: the kernel's klua_acpi_get_temp has another prototype");

/* In units of the budget: it grows with zones that have to be read. */
#ifndef l_cost_get_temp
static inline lua_Integer l_cost_get_temp(lua_Integer cpu)
{
	return luadata_mul(klua_acpi_zones_of(cpu), KLUA_ACPI_READING); /* specs/acpi.yaml:38 */
}
#endif

/*
 * acpi.get_temp(cpu): Temperature of a CPU, from the zone that cools it, else of the hottest zone;
 * read anew after 100 ms.
 */
static int l_get_temp(lua_State *L)
{
	unsigned int cpu;
	int celsius = 0;
	int result;

	cpu = klua_checkinteger(L, 1, "acpi.get_temp: cpu", 0,
				min_t(s64, luadata_sub(nr_cpu_ids, 1),
				      UINT_MAX)); /* specs/acpi.yaml:38 */
	klua_checksleep(L, "acpi.get_temp");
	klua_checkcall(L, "acpi.get_temp", KLUA_STACK_SLEEPABLE);
	lua_charge(L, l_cost_get_temp(cpu));
	result = klua_acpi_get_temp(cpu, &celsius);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, celsius);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(klua_acpi_zones), /* specs/acpi.yaml:49 */
					   int (struct klua_acpi_zone *, unsigned int)),
	      "specs/acpi.yaml:49: functions.zones: the kernel's klua_acpi_zones has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct klua_acpi_zone[1]), /* specs/acpi.yaml:49 */
	      "specs/acpi.yaml:49: functions.zones: struct klua_acpi_zone goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* In units of the budget: it grows with zones. */
#ifndef l_cost_zones
static inline lua_Integer l_cost_zones(void)
{
	return luadata_mul(klua_acpi_zones_of(nr_cpu_ids),
			   KLUA_ACPI_READINGS); /* specs/acpi.yaml:49 */
}
#endif

/* acpi.zones(): All thermal zones. */
static int l_zones(lua_State *L)
{
	struct klua_acpi_zone *records;
	int count, i;

	klua_checksleep(L, "acpi.zones");
	klua_checkcall(L, "acpi.zones", KLUA_STACK_SLEEPABLE);
	records = luadata_newbuffer(L, 32 * sizeof(*records));
	lua_charge(L, l_cost_zones());
	count = klua_acpi_zones(records, 32);
	if (count < 0)
		return klua_pusherrno(L, count);
	count = min(count, 32);
	lua_createtable(L, count, 0);
	for (i = 0; i < count; i++) { /* bounded: its maximum */
		memcpy(luadata_newobject(L, &luadata_layout_acpi_zone), &records[i],
		       sizeof(records[i]));
		lua_rawseti(L, -2, i + 1);
	}
	return 1;
}

static const luaL_Reg functions[] = {
	{"get_temp", l_get_temp},
	{"zones", l_zones},
	{NULL, NULL},
};

int luaopen_acpi(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_acpi_zone);
	lua_setfield(L, -2, "zone");
	lua_setfield(L, -2, "layouts");
	return 1;
}
