// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ethernet binding: what scripts see beside what C sees. Generated from
 * specs/wire/ethernet.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_ether.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "ethernet.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ethernet.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_ethernet, 14, "dest", 13, "rw"},
	 .start = 8 * offsetof(struct ethhdr, h_dest), .bits = 48},
	{{&luadata_layout_ethernet, 14, "source", 14, "rw"},
	 .start = 8 * offsetof(struct ethhdr, h_source), .bits = 48},
	{{&luadata_layout_ethernet, 14, "proto", 15, "rw"},
	 .start = 8 * offsetof(struct ethhdr, h_proto), .bits = 16, .constants = ethertype_names},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_ethernet_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 14;
	*to = n;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_ethernet, 14, "payload", 17, "rw"},
	 .find = find_ethernet_payload},
	{},
};

SUITE_PARAMS(block, blocks);

static void ethernet_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ethernet, sizeof(struct ethhdr));
}

static void ethernet_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ethernet, 14);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ethernet_needs_all_its_bytes),
	KUNIT_CASE(ethernet_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"ethernet_", "layout ethernet", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/ethernet.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_ethernet",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
