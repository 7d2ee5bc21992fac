// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the udp binding: what scripts see beside what C sees. Generated from
 * specs/wire/udp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/udp.h>

#include "binding_cases.h"
#include "udp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "udp.c"

static s64 get_udp_sport_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct udphdr, source), 16);
}

static void set_udp_sport_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct udphdr, source), 16, value);
}

static s64 get_udp_dport_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct udphdr, dest), 16);
}

static void set_udp_dport_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct udphdr, dest), 16, value);
}

static s64 get_udp_len_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct udphdr, len), 16);
}

static void set_udp_len_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct udphdr, len), 16, value);
}

static s64 get_udp_check_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct udphdr, check), 16);
}

static void set_udp_check_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct udphdr, check), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "sport",
		.where = "specs/wire/udp.yaml:9",
		.access = "rw",
		.get = get_udp_sport_in_c,
		.set = set_udp_sport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "dport",
		.where = "specs/wire/udp.yaml:10",
		.access = "rw",
		.get = get_udp_dport_in_c,
		.set = set_udp_dport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "len",
		.where = "specs/wire/udp.yaml:11",
		.access = "rw",
		.get = get_udp_len_in_c,
		.set = set_udp_len_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "check",
		.where = "specs/wire/udp.yaml:13",
		.access = "rw",
		.get = get_udp_check_in_c,
		.set = set_udp_check_in_c,
		.bits = 16,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static bool find_udp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 len = get_udp_len_in_c(object);

	*from = 8;
	*to = len;
	return true;
}

static const struct binding_field deciding_udp_payload[] = {
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "len",
		.where = "specs/wire/udp.yaml:11",
		.access = "rw",
		.get = get_udp_len_in_c,
		.set = set_udp_len_in_c,
		.bits = 16,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_udp,
		.size = 8,
		.name = "payload",
		.where = "specs/wire/udp.yaml:18",
		.access = "rw",
		.find = find_udp_payload,
		.fields = deciding_udp_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void udp_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_udp, sizeof(struct udphdr));
}

static void udp_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_udp, 8);
}

static const struct binding_poke udp_sample_pokes[] = {
	{32, 16, 0, false},
	{},
	{32, 16, 1, false},
	{},
	{32, 16, 4, false},
	{},
	{32, 16, 9, false},
	{},
	{32, 16, 33, false},
	{},
};

static const struct binding_seen udp_sample_seen[] = {
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"len", 32, 16, BINDING_SEEN_UINT, false, false},
	{"check", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"len", 32, 16, BINDING_SEEN_UINT, false, false},
	{"check", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"len", 32, 16, BINDING_SEEN_UINT, false, false},
	{"check", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"len", 32, 16, BINDING_SEEN_UINT, false, false},
	{"check", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"len", 32, 16, BINDING_SEEN_UINT, false, false},
	{"check", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void udp_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{8, 0},
		{8, 0},
		{8, 0},
		{9, 9},
		{33, 33},
	};

	binding_samples(test, &luadata_layout_udp, extents, ARRAY_SIZE(extents), udp_sample_pokes,
			udp_sample_seen);
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

static const struct binding_place places[] = {
	{"udp_", "layout udp", "specs/wire/udp.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_udp",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
