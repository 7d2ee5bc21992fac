// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_conditions binding: what scripts see beside what C sees. Generated from
 * cases/right_conditions.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_conditions.h"

/* What C computes for bare.name. */
static const char *seen_bare_name;

#define l_value_bare_name(object) ((void)(object), seen_bare_name)

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_conditions.c"

static void bare_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_right_conditions_bare);
}

static void bare_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_conditions_bare, sizeof(struct bare));
}

static bool here_bare_list(const void *p)
{
	const struct bare *object = p;

	return object->kind < 100;
}

static s64 count_bare_list_in_c(const void *p)
{
	const struct bare *object = p;

	return object->number;
}

static void set_count_bare_list_in_c(void *object, s64 count)
{
	suite_assign(((struct bare *)object)->number, count);
}

static void set_bare_list_in_c(void *object, size_t i, s64 value)
{
	suite_assign(((struct bare *)object)->list[i], value);
}

static void bare_list_is_as_in_c(struct kunit *test)
{
	static const struct suite_counted counted = {
		.array = {
			.part = {&luadata_layout_right_conditions_bare, sizeof(struct bare), "list",
				 10, "ro"},
			.set = set_bare_list_in_c,
			.bits = 8 * sizeof(((struct bare *)0)->list[0]),
		},
		.offset = offsetof(struct bare, list),
		.element = sizeof(((struct bare *)0)->list[0]),
		.most = 2,
		.count = count_bare_list_in_c,
		.set_count = set_count_bare_list_in_c,
		.here = here_bare_list,
	};

	suite_counts(test, &counted);
}

static bool here_bare_text(const void *p)
{
	const struct bare *object = p;

	return object->kind == 0;
}

static void set_bare_text_in_c(void *object, const char *text)
{
	suite_assign(((struct bare *)object)->text, (char *)text);
}

static void bare_text_is_as_in_c(struct kunit *test)
{
	static const struct suite_behind behind = {
		.part = {&luadata_layout_right_conditions_bare, sizeof(struct bare), "text", 11,
			 "ro"},
		.bound = 4,
		.set = set_bare_text_in_c,
		.here = here_bare_text,
	};

	suite_texts_behind(test, &behind);
}

static bool here_bare_name(const void *p)
{
	const struct bare *object = p;

	return object->kind;
}

static void set_bare_name_in_c(void *object, const char *text)
{
	seen_bare_name = text;
}

static void bare_name_is_as_in_c(struct kunit *test)
{
	static const struct suite_behind behind = {
		.part = {&luadata_layout_right_conditions_bare, sizeof(struct bare), "name", 12,
			 "ro"},
		.bound = 8,
		.set = set_bare_name_in_c,
		.here = here_bare_name,
	};

	suite_texts_behind(test, &behind);
}

/* A suite has fakes in place of the kernel's functions: it cannot show where they may be called. */
static void contexts_were_shown(struct kunit *test)
{
	kunit_skip(test, "not shown, for any context: fields of bare");
}

static struct kunit_case cases[] = {
	KUNIT_CASE(contexts_were_shown),
	KUNIT_CASE(bare_list_is_as_in_c),
	KUNIT_CASE(bare_text_is_as_in_c),
	KUNIT_CASE(bare_name_is_as_in_c),
	KUNIT_CASE(bare_is_closed_to_scripts),
	KUNIT_CASE(bare_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"bare_", "layout right_conditions.bare", 7},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_conditions.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_conditions",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
