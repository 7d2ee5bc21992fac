// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the icmp binding: what scripts see beside what C sees. Generated from
 * specs/wire/icmp.yaml.
 */

#include <linux/bitops.h>
#include <linux/icmp.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "icmp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "icmp.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_icmp, 8, "type", 26, "rw"},
	 .start = 8 * offsetof(struct icmphdr, type), .bits = 8, .constants = icmptype_names},
	{{&luadata_layout_icmp, 8, "code", 27, "rw"},
	 .start = 8 * offsetof(struct icmphdr, code), .bits = 8},
	{{&luadata_layout_icmp, 8, "check", 28, "rw"},
	 .start = 8 * offsetof(struct icmphdr, checksum), .bits = 16},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_icmp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 8;
	*to = n;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_icmp, 8, "payload", 64, "rw"},
	 .find = find_icmp_payload},
	{},
};

SUITE_PARAMS(block, blocks);

static void icmp_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_icmp, sizeof(struct icmphdr));
}

static void icmp_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_icmp, 8);
}

/* Fields that each sample has. */
static const struct suite_seen icmp_sample_fields[] = {
	{"type", 0, 8, SUITE_SEEN_UINT},
	{"code", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample icmp_samples[] = {
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 8}),
	 .absent = SUITE_NAMES("probe_id", "probe_sequence", "state", "unused2", "active",
			       "has_ipv4", "has_ipv6", "unused", "length", "mtu", "gateway",
			       "pointer", "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"sequence", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 42}),
	 .absent = SUITE_NAMES("id", "sequence", "unused", "length", "mtu", "gateway", "pointer",
			       "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"probe_id", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"probe_sequence", 48, 8, SUITE_SEEN_UINT, .writable = true},
			    {"state", 56, 3, SUITE_SEEN_UINT, .writable = true},
			    {"unused2", 59, 2, SUITE_SEEN_UINT, .writable = true},
			    {"active", 61, 1, SUITE_SEEN_BOOL, .writable = true},
			    {"has_ipv4", 62, 1, SUITE_SEEN_BOOL, .writable = true},
			    {"has_ipv6", 63, 1, SUITE_SEEN_BOOL, .writable = true})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 3}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "gateway", "pointer", "unused3",
			       "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"unused", 32, 8, SUITE_SEEN_UINT, .writable = true},
			    {"length", 40, 8, SUITE_SEEN_UINT, .writable = true},
			    {"mtu", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 5}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "pointer", "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"gateway", 32, 32, SUITE_SEEN_UINT, .writable = true})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 12}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"pointer", 32, 8, SUITE_SEEN_UINT, .writable = true},
			    {"unused3", 40, 24, SUITE_SEEN_PRESENT})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 9}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "pointer", "unused3"),
	 .seen = SUITE_SEEN({"addresses", 32, 8, SUITE_SEEN_UINT, .writable = true},
			    {"entry", 40, 8, SUITE_SEEN_UINT, .writable = true},
			    {"lifetime", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "pointer", "unused3", "addresses", "entry", "lifetime")},
	{8, .covers = 8, .pokes = SUITE_POKES({0, 8, 254}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "pointer", "unused3", "addresses", "entry", "lifetime")},
};

static void icmp_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_icmp, icmp_sample_fields, icmp_samples,
		      ARRAY_SIZE(icmp_samples));
}

/* Fields that each message has. */
static const struct suite_seen icmp_message_fields[] = {
	{"payload", 64, 56, SUITE_SEEN_BLOCK, 8},
	{"type", 0, 8, SUITE_SEEN_UINT},
	{"code", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample icmp_messages[] = {
	{15, .pokes = SUITE_POKES({0, 8, 8}),
	 .absent = SUITE_NAMES("probe_id", "probe_sequence", "state", "unused2", "active",
			       "has_ipv4", "has_ipv6", "unused", "length", "mtu", "gateway",
			       "pointer", "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"sequence", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{15, .pokes = SUITE_POKES({0, 8, 42}),
	 .absent = SUITE_NAMES("id", "sequence", "unused", "length", "mtu", "gateway", "pointer",
			       "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"probe_id", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"probe_sequence", 48, 8, SUITE_SEEN_UINT, .writable = true},
			    {"state", 56, 3, SUITE_SEEN_UINT, .writable = true},
			    {"unused2", 59, 2, SUITE_SEEN_UINT, .writable = true},
			    {"active", 61, 1, SUITE_SEEN_BOOL, .writable = true},
			    {"has_ipv4", 62, 1, SUITE_SEEN_BOOL, .writable = true},
			    {"has_ipv6", 63, 1, SUITE_SEEN_BOOL, .writable = true})},
	{15, .pokes = SUITE_POKES({0, 8, 3}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "gateway", "pointer", "unused3",
			       "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"unused", 32, 8, SUITE_SEEN_UINT, .writable = true},
			    {"length", 40, 8, SUITE_SEEN_UINT, .writable = true},
			    {"mtu", 48, 16, SUITE_SEEN_UINT, .writable = true})},
	{15, .pokes = SUITE_POKES({0, 8, 5}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "pointer", "unused3", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"gateway", 32, 32, SUITE_SEEN_UINT, .writable = true})},
	{15, .pokes = SUITE_POKES({0, 8, 12}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "addresses", "entry", "lifetime"),
	 .seen = SUITE_SEEN({"unused3", 40, 24, SUITE_SEEN_BLOCK, 5},
			    {"pointer", 32, 8, SUITE_SEEN_UINT, .writable = true})},
	{15, .pokes = SUITE_POKES({0, 8, 9}),
	 .absent = SUITE_NAMES("id", "sequence", "probe_id", "probe_sequence", "state", "unused2",
			       "active", "has_ipv4", "has_ipv6", "unused", "length", "mtu",
			       "gateway", "pointer", "unused3"),
	 .seen = SUITE_SEEN({"addresses", 32, 8, SUITE_SEEN_UINT, .writable = true},
			    {"entry", 40, 8, SUITE_SEEN_UINT, .writable = true},
			    {"lifetime", 48, 16, SUITE_SEEN_UINT, .writable = true})},
};

static void icmp_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_icmp, icmp_message_fields, icmp_messages,
		      ARRAY_SIZE(icmp_messages));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(icmp_lies_as_its_fields_say),
	KUNIT_CASE(icmp_has_what_was_put_in),
	KUNIT_CASE(icmp_needs_all_its_bytes),
	KUNIT_CASE(icmp_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"icmp_", "layout icmp", 3},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/icmp.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_icmp",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
