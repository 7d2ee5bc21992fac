// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The cpuidle binding: How the CPUs sleep when they have nothing to do. Generated from
 * specs/cpuidle.yaml.
 */

#include <linux/build_bug.h>
#include <linux/cpuidle.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/preempt.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "cpuidle.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Stays on the CPU whose driver it is. */
#ifndef l_take_cpu
#define l_take_cpu(object) preempt_disable() /* specs/cpuidle.yaml:16 */
#define l_drop_cpu(object) preempt_enable() /* specs/cpuidle.yaml:16 */
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_state, name), char[]),
	      "specs/cpuidle.yaml:22: state.name: name of struct cpuidle_state is not char[] (of rows, one is text: c: name[0])");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_state, desc), char[]),
	      "specs/cpuidle.yaml:23: state.desc: desc of struct cpuidle_state is not char[] (of rows, one is text: c: desc[0])");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_state, exit_latency),
					   unsigned int),
	      "specs/cpuidle.yaml:24: state.exit_latency: exit_latency of struct cpuidle_state is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_state, target_residency),
					   unsigned int),
	      "specs/cpuidle.yaml:25: state.target_residency: target_residency of struct cpuidle_state is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_state, power_usage), int),
	      "specs/cpuidle.yaml:26: state.power_usage: power_usage of struct cpuidle_state is not int");

static const struct luadata_field state_fields[] = {
	{
		.name = "name",
		.offset = offsetof(struct cpuidle_state, name),
		.size = sizeof_field(struct cpuidle_state, name),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "short name",
	},
	{
		.name = "desc",
		.offset = offsetof(struct cpuidle_state, desc),
		.size = sizeof_field(struct cpuidle_state, desc),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "what it is",
	},
	{
		.name = "exit_latency",
		.offset = offsetof(struct cpuidle_state, exit_latency),
		.size = sizeof_field(struct cpuidle_state, exit_latency),
		.bits = 8 * sizeof_field(struct cpuidle_state, exit_latency),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "time that waking up takes",
		.unit = "µs",
	},
	{
		.name = "target_residency",
		.offset = offsetof(struct cpuidle_state, target_residency),
		.size = sizeof_field(struct cpuidle_state, target_residency),
		.bits = 8 * sizeof_field(struct cpuidle_state, target_residency),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "from which time on it is worth while",
		.unit = "µs",
	},
	{
		.name = "power_usage",
		.offset = offsetof(struct cpuidle_state, power_usage),
		.size = sizeof_field(struct cpuidle_state, power_usage),
		.bits = 8 * sizeof_field(struct cpuidle_state, power_usage),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "power while it lasts; 0 when the driver does not know",
		.unit = "mW",
	},
};

const struct luadata_layout luadata_layout_cpuidle_state = {
	.name = "cpuidle.state",
	.size = sizeof(struct cpuidle_state),
	.fields = state_fields,
	.nfields = LUADATA_COUNT(state_fields),
	.doc = "A way to sleep",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_cpuidle_state);

static bool l_place_driver_states(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const struct cpuidle_driver *object = (const void *)(h->base + at);

	span->offset = offsetof(struct cpuidle_driver, states);
	span->length = clamp_t(s64, object->state_count, 0,
			       10) * sizeof(object->states[0]); /* specs/cpuidle.yaml:31 */
	return true;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_driver, states),
					   struct cpuidle_state[]),
	      "specs/cpuidle.yaml:31: driver.states: states of struct cpuidle_driver is not struct cpuidle_state[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpuidle_driver, states),
					   struct cpuidle_state[10]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct cpuidle_driver, states),
					   struct cpuidle_state[0]),
	      "specs/cpuidle.yaml:31: driver.states: states of struct cpuidle_driver has another size than max, 10");

static const struct luadata_field driver_states_element = {
	.name = "states",
	.size = sizeof(struct cpuidle_state),
	.type = LUADATA_TYPE_VIEW,
	.layout = &luadata_layout_cpuidle_state,
	.flags = LUADATA_FIELD_READ,
};

/* Bytes of an object with the elements that are in use. */
static __maybe_unused size_t l_size_driver(const struct cpuidle_driver *object)
{
	size_t size = sizeof(*object), length;

	length = clamp_t(s64, object->state_count, 0,
			 10) * sizeof(object->states[0]); /* specs/cpuidle.yaml:31 */
	size = max(size, offsetof(struct cpuidle_driver, states) + length);
	return size;
}

static const struct luadata_field driver_fields[] = {
	{
		.name = "states",
		.offset = offsetof(struct cpuidle_driver, states),
		.place = l_place_driver_states,
		.type = LUADATA_TYPE_ARRAY,
		.count = 10,
		.element = &driver_states_element,
		.flags = LUADATA_FIELD_READ,
		.doc = "its states, the deepest last",
	},
};

const struct luadata_layout luadata_layout_cpuidle_driver = {
	.name = "cpuidle.driver",
	.size = sizeof(struct cpuidle_driver),
	.fields = driver_fields,
	.nfields = LUADATA_COUNT(driver_fields),
	.doc = "The driver of this CPU's idle states, as it was when it was asked for",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_cpuidle_driver);

static_assert(__builtin_types_compatible_p(typeof(cpuidle_get_driver), /* specs/cpuidle.yaml:34 */
					   struct cpuidle_driver *(void)),
	      "specs/cpuidle.yaml:34: functions.driver: the kernel's cpuidle_get_driver has another prototype");

#ifndef __CHECKER__ /* to sparse all sizes of arrays are one */
static_assert(!__builtin_types_compatible_p(typeof_member(struct cpuidle_driver, states),
					    struct cpuidle_state[0]), /* specs/cpuidle.yaml:34 */
	      "specs/cpuidle.yaml:34: functions.driver: states lies behind the end of struct cpuidle_driver: a copy has none of it");
#endif
/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct cpuidle_driver[1]), /* specs/cpuidle.yaml:34 */
	      "specs/cpuidle.yaml:34: functions.driver: struct cpuidle_driver goes on behind its end: no copy");
#pragma GCC diagnostic pop

/*
 * cpuidle.driver(): The driver of the CPU that runs the script; nil when CPUs do not sleep by a
 * driver.
 */
static int l_driver(lua_State *L)
{
	struct cpuidle_driver *result;
	struct cpuidle_driver *copy;

	klua_checkcall(L, "cpuidle.driver", KLUA_STACK_ANY);
	lua_settop(L, 0);
	copy = luadata_newobject(L, &luadata_layout_cpuidle_driver);
	l_take_cpu();
	result = cpuidle_get_driver();
	if (!IS_ERR_OR_NULL(result))
		memcpy(copy, result, sizeof(*copy));
	l_drop_cpu();
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	lua_pushvalue(L, 1);
	return 1;
}

static const luaL_Reg functions[] = {
	{"driver", l_driver},
	{NULL, NULL},
};

int luaopen_cpuidle(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_cpuidle_state);
	lua_setfield(L, -2, "state");
	luadata_pushlayout(L, &luadata_layout_cpuidle_driver);
	lua_setfield(L, -2, "driver");
	lua_setfield(L, -2, "layouts");
	return 1;
}
