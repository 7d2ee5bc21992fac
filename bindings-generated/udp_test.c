// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the udp binding: what scripts see beside what C sees. Generated from
 * specs/wire/udp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/udp.h>

#include "klua_suite.h"
#include "udp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "udp.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_udp, 8, "sport", 9, "rw"},
	 .start = 8 * offsetof(struct udphdr, source), .bits = 16},
	{{&luadata_layout_udp, 8, "dport", 10, "rw"},
	 .start = 8 * offsetof(struct udphdr, dest), .bits = 16},
	{{&luadata_layout_udp, 8, "len", 11, "rw"},
	 .start = 8 * offsetof(struct udphdr, len), .bits = 16},
	{{&luadata_layout_udp, 8, "check", 13, "rw"},
	 .start = 8 * offsetof(struct udphdr, check), .bits = 16},
	{},
};

SUITE_PARAMS(field, fields);

static bool find_udp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 len = suite_bits(object, 8 * offsetof(struct udphdr, len), 16);

	*from = 8;
	*to = len;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_udp, 8, "payload", 18, "rw"},
	 .find = find_udp_payload, .fields = fields, .deciding = SUITE_NAMES("len")},
	{},
};

SUITE_PARAMS(block, blocks);

static void udp_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_udp, sizeof(struct udphdr));
}

static void udp_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_udp, 8);
}

/* Fields that each sample has. */
static const struct suite_seen udp_sample_fields[] = {
	{"sport", 0, 16, SUITE_SEEN_UINT, .writable = true},
	{"dport", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{"len", 32, 16, SUITE_SEEN_UINT},
	{"check", 48, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample udp_samples[] = {
	{8, .pokes = SUITE_POKES({32, 16, 0})},
	{8, .pokes = SUITE_POKES({32, 16, 1})},
	{8, .pokes = SUITE_POKES({32, 16, 4})},
	{9, .covers = 9, .pokes = SUITE_POKES({32, 16, 9})},
	{33, .covers = 33, .pokes = SUITE_POKES({32, 16, 33})},
};

static void udp_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_udp, udp_sample_fields, udp_samples,
		      ARRAY_SIZE(udp_samples));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(udp_lies_as_its_fields_say),
	KUNIT_CASE(udp_needs_all_its_bytes),
	KUNIT_CASE(udp_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"udp_", "layout udp", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/udp.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_udp",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
