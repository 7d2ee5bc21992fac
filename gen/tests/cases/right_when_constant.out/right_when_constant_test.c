// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_when_constant binding: what scripts see beside what C sees. Generated
 * from cases/right_when_constant.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_when_constant.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_when_constant.c"

SUITE_MEMBER(thing_num, struct thing, object->num);

static bool here_thing_num(const void *p)
{
	return IS_ENABLED(CONFIG_THING);
}

static const struct suite_field fields[] = {
	{{&luadata_layout_right_when_constant_thing, sizeof(struct thing), "num", 6, "ro"},
	 SUITE_IN_C(thing_num), .bits = 8 * sizeof_field(struct thing, num), .by_c = true,
	 .here = here_thing_num, .siblings = fields},
	{},
};

SUITE_PARAMS(field, fields);

static void thing_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_right_when_constant_thing);
}

static void thing_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_right_when_constant_thing, sizeof(struct thing));
}

static void thing_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_when_constant_thing, sizeof(struct thing));
}

/* A suite has fakes in place of the kernel's functions: it cannot show where they may be called. */
static void contexts_were_shown(struct kunit *test)
{
	kunit_skip(test, "not shown, for any context: fields of thing");
}

static struct kunit_case cases[] = {
	KUNIT_CASE(contexts_were_shown),
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(thing_is_closed_to_scripts),
	KUNIT_CASE(thing_refuses_unknown_names),
	KUNIT_CASE(thing_ends_where_its_memory_ends),
	{},
};

static const struct suite_subject subjects[] = {
	{"thing_", "layout right_when_constant.thing", 6},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_when_constant.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_when_constant",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
