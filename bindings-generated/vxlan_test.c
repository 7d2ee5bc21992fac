// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the vxlan binding: what scripts see beside what C sees. Generated from
 * specs/wire/vxlan.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <net/vxlan.h>

#include "klua_suite.h"
#include "vxlan.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "vxlan.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_vxlan, 8, "reserved4", 9, "rw"},
	 .start = 0, .bits = 4},
	{{&luadata_layout_vxlan, 8, "has_vni", 10, "rw"},
	 .start = 4, .bits = 1, .is_bool = true},
	{{&luadata_layout_vxlan, 8, "reserved27", 11, "rw"},
	 .start = 5, .bits = 27},
	{{&luadata_layout_vxlan, 8, "vni", 12, "rw"},
	 .start = 32, .bits = 24},
	{{&luadata_layout_vxlan, 8, "reserved8", 13, "rw"},
	 .start = 56, .bits = 8},
	{},
};

SUITE_PARAMS(field, fields);

static bool find_vxlan_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 8;
	*to = n;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_vxlan, 8, "payload", 15, "rw"},
	 .find = find_vxlan_payload},
	{},
};

SUITE_PARAMS(block, blocks);

static void vxlan_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_vxlan, sizeof(struct vxlanhdr));
}

static void vxlan_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_vxlan, 8);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(vxlan_needs_all_its_bytes),
	KUNIT_CASE(vxlan_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"vxlan_", "layout vxlan", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/vxlan.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_vxlan",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
