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

#include "klua_suite.h"
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

SUITE_MEMBER(state_exit_latency, struct cpuidle_state, object->exit_latency);
SUITE_MEMBER(state_target_residency, struct cpuidle_state, object->target_residency);
SUITE_MEMBER(state_power_usage, struct cpuidle_state, object->power_usage);

static const struct suite_field fields[] = {
	{{&luadata_layout_cpuidle_state, sizeof(struct cpuidle_state), "exit_latency", 24, "ro"},
	 SUITE_IN_C(state_exit_latency),
	 .bits = 8 * sizeof_field(struct cpuidle_state, exit_latency)},
	{{&luadata_layout_cpuidle_state, sizeof(struct cpuidle_state), "target_residency", 25,
	  "ro"},
	 SUITE_IN_C(state_target_residency),
	 .bits = 8 * sizeof_field(struct cpuidle_state, target_residency)},
	{{&luadata_layout_cpuidle_state, sizeof(struct cpuidle_state), "power_usage", 26, "ro"},
	 SUITE_IN_C(state_power_usage), .bits = 8 * sizeof_field(struct cpuidle_state, power_usage),
	 .is_signed = true},
	{},
};

SUITE_PARAMS(field, fields);

static const struct suite_text texts[] = {
	{{&luadata_layout_cpuidle_state, sizeof(struct cpuidle_state), "name", 22, "ro"},
	 .offset = offsetof(struct cpuidle_state, name),
	 .length = sizeof_field(struct cpuidle_state, name), .kind = SUITE_TEXT_ENDED},
	{{&luadata_layout_cpuidle_state, sizeof(struct cpuidle_state), "desc", 23, "ro"},
	 .offset = offsetof(struct cpuidle_state, desc),
	 .length = sizeof_field(struct cpuidle_state, desc), .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void state_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_cpuidle_state);
}

static void state_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_cpuidle_state, sizeof(struct cpuidle_state));
}

static void state_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_cpuidle_state, sizeof(struct cpuidle_state));
}

static void driver_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_cpuidle_driver);
}

static void driver_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_cpuidle_driver, sizeof(struct cpuidle_driver));
}

static void driver_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_cpuidle_driver, sizeof(struct cpuidle_driver));
}

static s64 count_driver_states_in_c(const void *p)
{
	const struct cpuidle_driver *object = p;

	return object->state_count;
}

static void set_count_driver_states_in_c(void *object, s64 count)
{
	suite_assign(((struct cpuidle_driver *)object)->state_count, count);
}

static void driver_states_is_as_in_c(struct kunit *test)
{
	static const struct suite_counted counted = {
		.array = {
			.part = {&luadata_layout_cpuidle_driver, sizeof(struct cpuidle_driver),
				 "states", 31, "ro"},
		},
		.offset = offsetof(struct cpuidle_driver, states),
		.element = sizeof(((struct cpuidle_driver *)0)->states[0]),
		.most = 10,
		.count = count_driver_states_in_c,
		.set_count = set_count_driver_states_in_c,
		.inner = &luadata_layout_cpuidle_state,
	};

	suite_counts(test, &counted);
}

/* Puts cpuidle.driver with right arguments on the stack; nothing was called so far. */
static void ready_driver(struct kunit *test, struct suite_case *t)
{
	memset(&faked_driver, 0, sizeof(faked_driver));
	locks_held = 0;
	locks_taken = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpuidle, "driver"));
}

static void driver_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct cpuidle_driver *object = suite_object(test, &luadata_layout_cpuidle_driver);

	ready_driver(test, t);
	faked_driver.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_driver.calls, 1u);
	KUNIT_EXPECT_EQ(test, faked_driver.locked, 1);
	KUNIT_EXPECT_EQ(test, locks_taken, 1);
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	suite_expect_copy(test, t, 1, object, luadata_layout_cpuidle_driver.size);
	suite_leave(t);
}

static void driver_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_driver(test, t);
	faked_driver.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_EQ(test, locks_held, 0);
	suite_leave(t);
}

static void driver_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_driver(test, t);
	faked_driver.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
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

static const struct suite_subject subjects[] = {
	{"state_", "layout cpuidle.state", 19},
	{"driver_is_closed_", "layout cpuidle.driver", 28},
	{"driver_refuses_unknown_", "layout cpuidle.driver", 28},
	{"driver_ends_where_", "layout cpuidle.driver", 28},
	{"driver_", "function cpuidle.driver", 34},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/cpuidle.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_cpuidle",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
