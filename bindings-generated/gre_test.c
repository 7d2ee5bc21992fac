// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the gre binding: what scripts see beside what C sees. Generated from
 * specs/wire/gre.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <net/gre.h>

#include "klua_suite.h"
#include "gre.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "gre.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_gre, 4, "has_checksum", 10, "rw"},
	 .start = 0, .bits = 1, .is_bool = true},
	{{&luadata_layout_gre, 4, "reserved1", 11, "rw"},
	 .start = 1, .bits = 1, .is_bool = true},
	{{&luadata_layout_gre, 4, "has_key", 12, "rw"},
	 .start = 2, .bits = 1, .is_bool = true},
	{{&luadata_layout_gre, 4, "has_sequence", 13, "rw"},
	 .start = 3, .bits = 1, .is_bool = true},
	{{&luadata_layout_gre, 4, "reserved9", 14, "rw"},
	 .start = 4, .bits = 9},
	{{&luadata_layout_gre, 4, "version", 15, "rw"},
	 .start = 13, .bits = 3},
	{{&luadata_layout_gre, 4, "proto", 16, "rw"},
	 .start = 8 * offsetof(struct gre_base_hdr, protocol), .bits = 16,
	 .constants = ethertype_names},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static void gre_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_gre, sizeof(struct gre_base_hdr));
}

static void gre_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_gre, 4);
}

/* Fields that each sample has. */
static const struct suite_seen gre_sample_fields[] = {
	{"has_checksum", 0, 1, SUITE_SEEN_BOOL},
	{"reserved1", 1, 1, SUITE_SEEN_BOOL, .writable = true},
	{"has_key", 2, 1, SUITE_SEEN_BOOL},
	{"has_sequence", 3, 1, SUITE_SEEN_BOOL},
	{"reserved9", 4, 9, SUITE_SEEN_UINT, .writable = true},
	{"version", 13, 3, SUITE_SEEN_UINT, .writable = true},
	{"proto", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample gre_samples[] = {
	{4, .pokes = SUITE_POKES({0, 1, 0}, {2, 1, 0}, {3, 1, 0}),
	 .absent = SUITE_NAMES("check", "reserved16", "key", "sequence")},
	{8, .pokes = SUITE_POKES({0, 1, 1}, {2, 1, 0}, {3, 1, 0}),
	 .absent = SUITE_NAMES("key", "sequence"),
	 .seen = SUITE_SEEN({"check", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"reserved16", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({0, 1, 0}, {2, 1, 1}, {3, 1, 0}),
	 .absent = SUITE_NAMES("check", "reserved16", "sequence"),
	 .seen = SUITE_SEEN({"key", 32, 32, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({0, 1, 0}, {2, 1, 0}, {3, 1, 1}),
	 .absent = SUITE_NAMES("check", "reserved16", "key"),
	 .seen = SUITE_SEEN({"sequence", 32, 32, SUITE_SEEN_UINT, .writable = true})},
	{12, .pokes = SUITE_POKES({0, 1, 1}, {2, 1, 1}, {3, 1, 0}),
	 .absent = SUITE_NAMES("sequence"),
	 .seen = SUITE_SEEN({"check", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"reserved16", 48, 16, SUITE_SEEN_UINT, .writable = true},
			    {"key", 64, 32, SUITE_SEEN_UINT, .writable = true})},
	{12, .pokes = SUITE_POKES({0, 1, 1}, {2, 1, 0}, {3, 1, 1}), .absent = SUITE_NAMES("key"),
	 .seen = SUITE_SEEN({"check", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"reserved16", 48, 16, SUITE_SEEN_UINT, .writable = true},
			    {"sequence", 64, 32, SUITE_SEEN_UINT, .writable = true})},
	{12, .pokes = SUITE_POKES({0, 1, 0}, {2, 1, 1}, {3, 1, 1}),
	 .absent = SUITE_NAMES("check", "reserved16"),
	 .seen = SUITE_SEEN({"key", 32, 32, SUITE_SEEN_UINT, .writable = true},
			    {"sequence", 64, 32, SUITE_SEEN_UINT, .writable = true})},
};

static void gre_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_gre, gre_sample_fields, gre_samples,
		      ARRAY_SIZE(gre_samples));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE(gre_lies_as_its_fields_say),
	KUNIT_CASE(gre_needs_all_its_bytes),
	KUNIT_CASE(gre_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"gre_", "layout gre", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/gre.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_gre",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
