// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the vlan binding: what scripts see beside what C sees. Generated from
 * specs/wire/vlan.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_vlan.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "vlan.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "vlan.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_vlan, 4, "pcp", 10, "rw"},
	 .start = 0, .bits = 3},
	{{&luadata_layout_vlan, 4, "dei", 11, "rw"},
	 .start = 3, .bits = 1, .is_bool = true},
	{{&luadata_layout_vlan, 4, "vid", 12, "rw"},
	 .start = 4, .bits = 12},
	{{&luadata_layout_vlan, 4, "proto", 13, "rw"},
	 .start = 8 * offsetof(struct vlan_hdr, h_vlan_encapsulated_proto), .bits = 16,
	 .constants = ethertype_names},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_vlan_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 4;
	*to = n;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_vlan, 4, "payload", 15, "rw"},
	 .find = find_vlan_payload},
	{},
};

SUITE_PARAMS(block, blocks);

static void vlan_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_vlan, sizeof(struct vlan_hdr));
}

static void vlan_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_vlan, 4);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(vlan_needs_all_its_bytes),
	KUNIT_CASE(vlan_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"vlan_", "layout vlan", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/vlan.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_vlan",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
