// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv4 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv4.yaml.
 */

#include <linux/bitops.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "ipv4.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv4.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_ipv4, 20, "version", 13, "rw"},
	 .start = 0, .bits = 4, .ranged = true, .low = 4, .high = 4},
	{{&luadata_layout_ipv4, 20, "ihl", 14, "rw"},
	 .start = 4, .bits = 4, .ranged = true, .low = 5, .high = 15},
	{{&luadata_layout_ipv4, 20, "tos", 15, "rw"},
	 .start = 8 * offsetof(struct iphdr, tos), .bits = 8},
	{{&luadata_layout_ipv4, 20, "tot_len", 16, "rw"},
	 .start = 8 * offsetof(struct iphdr, tot_len), .bits = 16},
	{{&luadata_layout_ipv4, 20, "id", 17, "rw"},
	 .start = 8 * offsetof(struct iphdr, id), .bits = 16},
	{{&luadata_layout_ipv4, 20, "reserved", 18, "rw"},
	 .start = 48, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "df", 19, "rw"},
	 .start = 49, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "mf", 20, "rw"},
	 .start = 50, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "frag_off", 21, "rw"},
	 .start = 51, .bits = 13},
	{{&luadata_layout_ipv4, 20, "ttl", 22, "rw"},
	 .start = 8 * offsetof(struct iphdr, ttl), .bits = 8},
	{{&luadata_layout_ipv4, 20, "protocol", 23, "rw"},
	 .start = 8 * offsetof(struct iphdr, protocol), .bits = 8, .constants = ipproto_names},
	{{&luadata_layout_ipv4, 20, "check", 24, "rw"},
	 .start = 8 * offsetof(struct iphdr, check), .bits = 16},
	{{&luadata_layout_ipv4, 20, "saddr", 25, "rw"},
	 .start = 8 * offsetof(struct iphdr, saddr), .bits = 32},
	{{&luadata_layout_ipv4, 20, "daddr", 26, "rw"},
	 .start = 8 * offsetof(struct iphdr, daddr), .bits = 32},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_ipv4_options(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = suite_bits(object, 4, 4);

	*from = 20;
	*to = ihl * 4;
	return !(ihl < 5);
}

static bool find_ipv4_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = suite_bits(object, 4, 4);
	s64 tot_len = suite_bits(object, 8 * offsetof(struct iphdr, tot_len), 16);

	*from = ihl * 4;
	*to = tot_len == 0 ? n : tot_len;
	return !(ihl < 5);
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_ipv4, 20, "options", 27, "rw"},
	 .find = find_ipv4_options, .fields = fields, .deciding = SUITE_NAMES("ihl")},
	{{&luadata_layout_ipv4, 20, "payload", 29, "rw"},
	 .find = find_ipv4_payload, .fields = fields, .deciding = SUITE_NAMES("ihl", "tot_len")},
	{},
};

SUITE_PARAMS(block, blocks);

static void ipv4_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv4, sizeof(struct iphdr));
}

static void ipv4_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv4, 20);
}

/* Fields that each sample has. */
static const struct suite_seen ipv4_sample_fields[] = {
	{"version", 0, 4, SUITE_SEEN_UINT},
	{"ihl", 4, 4, SUITE_SEEN_UINT},
	{"tos", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"tot_len", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
	{"reserved", 48, 1, SUITE_SEEN_BOOL, .writable = true},
	{"df", 49, 1, SUITE_SEEN_BOOL, .writable = true},
	{"mf", 50, 1, SUITE_SEEN_BOOL, .writable = true},
	{"frag_off", 51, 13, SUITE_SEEN_UINT, .writable = true},
	{"ttl", 64, 8, SUITE_SEEN_UINT, .writable = true},
	{"protocol", 72, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 80, 16, SUITE_SEEN_UINT, .writable = true},
	{"saddr", 96, 32, SUITE_SEEN_UINT, .writable = true},
	{"daddr", 128, 32, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample ipv4_samples[] = {
	{20, .covers = 20, .pokes = SUITE_POKES({4, 4, 5}),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_PRESENT})},
	{24, .covers = 24, .pokes = SUITE_POKES({4, 4, 6}),
	 .seen = SUITE_SEEN({"options", 160, 32, SUITE_SEEN_PRESENT})},
	{36, .covers = 36, .pokes = SUITE_POKES({4, 4, 9}),
	 .seen = SUITE_SEEN({"options", 160, 128, SUITE_SEEN_PRESENT})},
	{56, .covers = 56, .pokes = SUITE_POKES({4, 4, 14}),
	 .seen = SUITE_SEEN({"options", 160, 288, SUITE_SEEN_PRESENT})},
	{60, .covers = 60, .pokes = SUITE_POKES({4, 4, 15}),
	 .seen = SUITE_SEEN({"options", 160, 320, SUITE_SEEN_PRESENT})},
	{20, .pokes = SUITE_POKES({4, 4, 4})},
};

static void ipv4_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4, ipv4_sample_fields, ipv4_samples,
		      ARRAY_SIZE(ipv4_samples));
}

/* Fields that each message has. */
static const struct suite_seen ipv4_message_fields[] = {
	{"version", 0, 4, SUITE_SEEN_UINT},
	{"ihl", 4, 4, SUITE_SEEN_UINT},
	{"tos", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"tot_len", 16, 16, SUITE_SEEN_UINT},
	{"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
	{"reserved", 48, 1, SUITE_SEEN_BOOL, .writable = true},
	{"df", 49, 1, SUITE_SEEN_BOOL, .writable = true},
	{"mf", 50, 1, SUITE_SEEN_BOOL, .writable = true},
	{"frag_off", 51, 13, SUITE_SEEN_UINT, .writable = true},
	{"ttl", 64, 8, SUITE_SEEN_UINT, .writable = true},
	{"protocol", 72, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 80, 16, SUITE_SEEN_UINT, .writable = true},
	{"saddr", 96, 32, SUITE_SEEN_UINT, .writable = true},
	{"daddr", 128, 32, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample ipv4_messages[] = {
	{39, .pokes = SUITE_POKES({4, 4, 8}, {16, 16, 34}),
	 .seen = SUITE_SEEN({"options", 160, 96, SUITE_SEEN_BLOCK, 20},
			    {"payload", 256, 16, SUITE_SEEN_BLOCK, 32})},
	{27, .pokes = SUITE_POKES({4, 4, 5}, {16, 16, 22}),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_BLOCK, 20},
			    {"payload", 160, 16, SUITE_SEEN_BLOCK, 20})},
	{31, .pokes = SUITE_POKES({4, 4, 6}, {16, 16, 26}),
	 .seen = SUITE_SEEN({"options", 160, 32, SUITE_SEEN_BLOCK, 20},
			    {"payload", 192, 16, SUITE_SEEN_BLOCK, 24})},
};

static void ipv4_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4, ipv4_message_fields, ipv4_messages,
		      ARRAY_SIZE(ipv4_messages));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ipv4_lies_as_its_fields_say),
	KUNIT_CASE(ipv4_has_what_was_put_in),
	KUNIT_CASE(ipv4_needs_all_its_bytes),
	KUNIT_CASE(ipv4_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"ipv4_", "layout ipv4", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/ipv4.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_ipv4",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
