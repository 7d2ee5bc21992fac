// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the cpuidle binding: what scripts see beside what C sees. Generated from
 * specs/cpuidle.yaml.
 */

#include <linux/bitops.h>
#include <linux/cpuidle.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/preempt.h>

#include "binding_cases.h"
#include "cpuidle.h"

/* ---- the kernel and the host, faked ---- */

#define l_take_cpu(object) (locks_held++, locks_taken++)
#define l_drop_cpu(object) (locks_held--)

static struct {
	unsigned int calls;
	int locked;
	struct cpuidle_driver *result;
} faked_driver;

static struct cpuidle_driver *fake_cpuidle_get_driver(void)
{
	faked_driver.calls++;
	faked_driver.locked = locks_held;
	return faked_driver.result;
}

#define cpuidle_get_driver fake_cpuidle_get_driver

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "cpuidle.c"

static s64 get_state_exit_latency_in_c(const void *object)
{
	return ((const struct cpuidle_state *)object)->exit_latency;
}

static void set_state_exit_latency_in_c(void *object, s64 value)
{
	binding_assign(((struct cpuidle_state *)object)->exit_latency, value);
}

static s64 get_state_target_residency_in_c(const void *object)
{
	return ((const struct cpuidle_state *)object)->target_residency;
}

static void set_state_target_residency_in_c(void *object, s64 value)
{
	binding_assign(((struct cpuidle_state *)object)->target_residency, value);
}

static s64 get_state_power_usage_in_c(const void *object)
{
	return ((const struct cpuidle_state *)object)->power_usage;
}

static void set_state_power_usage_in_c(void *object, s64 value)
{
	binding_assign(((struct cpuidle_state *)object)->power_usage, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_cpuidle_state,
		.size = sizeof(struct cpuidle_state),
		.name = "exit_latency",
		.where = "specs/cpuidle.yaml:24",
		.access = "ro",
		.get = get_state_exit_latency_in_c,
		.set = set_state_exit_latency_in_c,
		.bits = 8 * sizeof_field(struct cpuidle_state, exit_latency),
	},
	{
		.layout = &luadata_layout_cpuidle_state,
		.size = sizeof(struct cpuidle_state),
		.name = "target_residency",
		.where = "specs/cpuidle.yaml:25",
		.access = "ro",
		.get = get_state_target_residency_in_c,
		.set = set_state_target_residency_in_c,
		.bits = 8 * sizeof_field(struct cpuidle_state, target_residency),
	},
	{
		.layout = &luadata_layout_cpuidle_state,
		.size = sizeof(struct cpuidle_state),
		.name = "power_usage",
		.where = "specs/cpuidle.yaml:26",
		.access = "ro",
		.get = get_state_power_usage_in_c,
		.set = set_state_power_usage_in_c,
		.bits = 8 * sizeof_field(struct cpuidle_state, power_usage),
		.is_signed = true,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_cpuidle_state,
		.size = sizeof(struct cpuidle_state),
		.name = "name",
		.where = "specs/cpuidle.yaml:22",
		.access = "ro",
		.offset = offsetof(struct cpuidle_state, name),
		.length = sizeof_field(struct cpuidle_state, name),
		.kind = BINDING_TEXT,
	},
	{
		.layout = &luadata_layout_cpuidle_state,
		.size = sizeof(struct cpuidle_state),
		.name = "desc",
		.where = "specs/cpuidle.yaml:23",
		.access = "ro",
		.offset = offsetof(struct cpuidle_state, desc),
		.length = sizeof_field(struct cpuidle_state, desc),
		.kind = BINDING_TEXT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static void state_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_cpuidle_state);
}

static void state_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_cpuidle_state, sizeof(struct cpuidle_state));
}

static void state_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_cpuidle_state, sizeof(struct cpuidle_state));
}

static void driver_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_cpuidle_driver);
}

static void driver_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_cpuidle_driver, sizeof(struct cpuidle_driver));
}

static void driver_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_cpuidle_driver, sizeof(struct cpuidle_driver));
}

static s64 count_driver_states_in_c(const void *p)
{
	const struct cpuidle_driver *object = p;

	return object->state_count;
}

static void set_count_driver_states_in_c(void *object, s64 count)
{
	binding_assign(((struct cpuidle_driver *)object)->state_count, count);
}

static void driver_states_is_as_in_c(struct kunit *test)
{
	static const struct binding_counted counted = {
		.array = {
			.layout = &luadata_layout_cpuidle_driver,
			.size = sizeof(struct cpuidle_driver),
			.name = "states",
			.where = "specs/cpuidle.yaml:31",
			.access = "ro",
		},
		.offset = offsetof(struct cpuidle_driver, states),
		.element = sizeof(((struct cpuidle_driver *)0)->states[0]),
		.most = 10,
		.count = count_driver_states_in_c,
		.set_count = set_count_driver_states_in_c,
		.inner = &luadata_layout_cpuidle_state,
	};

	binding_counts(test, &counted);
}

/* Puts cpuidle.driver with right arguments on the stack; nothing was called so far. */
static void ready_driver(struct kunit *test, struct binding_test *t)
{
	memset(&faked_driver, 0, sizeof(faked_driver));
	locks_held = 0;
	locks_taken = 0;
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_cpuidle, "driver"));
}

static void driver_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	struct cpuidle_driver *object = binding_memory(test, &luadata_layout_cpuidle_driver);

	ready_driver(test, t);
	faked_driver.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_driver.calls, 1u);
	KUNIT_EXPECT_EQ(test, faked_driver.locked, 1);
	KUNIT_EXPECT_EQ(test, locks_taken, 1);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	binding_expect_copy(test, t, 1, object, luadata_layout_cpuidle_driver.size);
	binding_leave(t);
}

static void driver_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_driver(test, t);
	faked_driver.result = NULL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	binding_leave(t);
}

static void driver_takes_no_error_for_an_object(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_driver(test, t);
	faked_driver.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	binding_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(driver_states_is_as_in_c),
	KUNIT_CASE(state_is_closed_to_scripts),
	KUNIT_CASE(state_refuses_unknown_names),
	KUNIT_CASE(state_ends_where_its_memory_ends),
	KUNIT_CASE(driver_is_closed_to_scripts),
	KUNIT_CASE(driver_refuses_unknown_names),
	KUNIT_CASE(driver_ends_where_its_memory_ends),
	KUNIT_CASE(driver_passes_arguments_and_results),
	KUNIT_CASE(driver_tells_failure),
	KUNIT_CASE(driver_takes_no_error_for_an_object),
	{},
};

static const struct binding_place places[] = {
	{"state_", "layout cpuidle.state", "specs/cpuidle.yaml:19"},
	{"driver_is_closed_", "layout cpuidle.driver", "specs/cpuidle.yaml:28"},
	{"driver_refuses_unknown_", "layout cpuidle.driver", "specs/cpuidle.yaml:28"},
	{"driver_ends_where_", "layout cpuidle.driver", "specs/cpuidle.yaml:28"},
	{"driver_", "function cpuidle.driver", "specs/cpuidle.yaml:34"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_cpuidle",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
