// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the arp binding: what scripts see beside what C sees. Generated from
 * specs/wire/arp.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_arp.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "arp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "arp.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_arp, 8, "htype", 14, "rw"},
	 .start = 8 * offsetof(struct arphdr, ar_hrd), .bits = 16},
	{{&luadata_layout_arp, 8, "ptype", 15, "rw"},
	 .start = 8 * offsetof(struct arphdr, ar_pro), .bits = 16, .constants = ethertype_names},
	{{&luadata_layout_arp, 8, "hlen", 16, "rw"},
	 .start = 8 * offsetof(struct arphdr, ar_hln), .bits = 8},
	{{&luadata_layout_arp, 8, "plen", 17, "rw"},
	 .start = 8 * offsetof(struct arphdr, ar_pln), .bits = 8},
	{{&luadata_layout_arp, 8, "oper", 18, "rw"},
	 .start = 8 * offsetof(struct arphdr, ar_op), .bits = 16, .constants = operation_names},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static void arp_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_arp, sizeof(struct arphdr));
}

static void arp_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_arp, 8);
}

/* Fields that each sample has. */
static const struct suite_seen arp_sample_fields[] = {
	{"htype", 0, 16, SUITE_SEEN_UINT, .writable = true},
	{"ptype", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{"hlen", 32, 8, SUITE_SEEN_UINT},
	{"plen", 40, 8, SUITE_SEEN_UINT},
	{"oper", 48, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample arp_samples[] = {
	{28, .pokes = SUITE_POKES({32, 8, 6}, {40, 8, 4}),
	 .seen = SUITE_SEEN({"sha", 64, 48, SUITE_SEEN_UINT, .writable = true},
			    {"spa", 112, 32, SUITE_SEEN_UINT, .writable = true},
			    {"tha", 144, 48, SUITE_SEEN_UINT, .writable = true},
			    {"tpa", 192, 32, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({32, 8, 7}, {40, 8, 4}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 5}, {40, 8, 4}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 6}, {40, 8, 5}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 6}, {40, 8, 3}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 7}, {40, 8, 5}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 7}, {40, 8, 3}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 5}, {40, 8, 5}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
	{8, .pokes = SUITE_POKES({32, 8, 5}, {40, 8, 3}),
	 .absent = SUITE_NAMES("sha", "spa", "tha", "tpa")},
};

static void arp_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_arp, arp_sample_fields, arp_samples,
		      ARRAY_SIZE(arp_samples));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE(arp_lies_as_its_fields_say),
	KUNIT_CASE(arp_needs_all_its_bytes),
	KUNIT_CASE(arp_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"arp_", "layout arp", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/arp.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_arp",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
