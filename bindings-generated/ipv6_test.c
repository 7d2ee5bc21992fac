// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv6 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv6.yaml.
 */

#include <linux/bitops.h>
#include <linux/ipv6.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "ipv6.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv6.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_ipv6, 40, "version", 10, "rw"},
	 .start = 0, .bits = 4, .ranged = true, .low = 6, .high = 6},
	{{&luadata_layout_ipv6, 40, "traffic_class", 11, "rw"},
	 .start = 4, .bits = 8},
	{{&luadata_layout_ipv6, 40, "flow_label", 12, "rw"},
	 .start = 12, .bits = 20},
	{{&luadata_layout_ipv6, 40, "payload_len", 13, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, payload_len), .bits = 16},
	{{&luadata_layout_ipv6, 40, "nexthdr", 14, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, nexthdr), .bits = 8, .constants = ipproto_names},
	{{&luadata_layout_ipv6, 40, "hop_limit", 15, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, hop_limit), .bits = 8},
	{{&luadata_layout_ipv6, 40, "dscp", 19, "rw"},
	 .start = 4, .bits = 6},
	{{&luadata_layout_ipv6, 40, "ecn", 20, "rw"},
	 .start = 10, .bits = 2, .constants = ecn_names, .strict = true},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const struct suite_text texts[] = {
	{{&luadata_layout_ipv6, 40, "saddr", 16, "rw"},
	 .offset = offsetof(struct ipv6hdr, saddr), .length = 16, .kind = SUITE_TEXT_EXACT},
	{{&luadata_layout_ipv6, 40, "daddr", 17, "rw"},
	 .offset = offsetof(struct ipv6hdr, daddr), .length = 16, .kind = SUITE_TEXT_EXACT},
	{},
};

SUITE_PARAMS(text, texts);

static bool find_ipv6_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 payload_len = suite_bits(object, 8 * offsetof(struct ipv6hdr, payload_len), 16);

	*from = 40;
	*to = payload_len == 0 ? n : 40 + payload_len;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_ipv6, 40, "payload", 21, "rw"},
	 .find = find_ipv6_payload, .fields = fields, .deciding = SUITE_NAMES("payload_len")},
	{},
};

SUITE_PARAMS(block, blocks);

static void ipv6_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv6, sizeof(struct ipv6hdr));
}

static void ipv6_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv6, 40);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ipv6_needs_all_its_bytes),
	KUNIT_CASE(ipv6_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"ipv6_", "layout ipv6", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/ipv6.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_ipv6",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
