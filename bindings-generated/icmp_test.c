// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the icmp binding: what scripts see beside what C sees. Generated from
 * specs/wire/icmp.yaml.
 */

#include <linux/bitops.h>
#include <linux/icmp.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "icmp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "icmp.c"

static s64 get_icmp_type_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmphdr, type), 8);
}

static void set_icmp_type_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmphdr, type), 8, value);
}

static s64 get_icmp_code_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmphdr, code), 8);
}

static void set_icmp_code_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmphdr, code), 8, value);
}

static s64 get_icmp_check_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmphdr, checksum), 16);
}

static void set_icmp_check_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmphdr, checksum), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_icmp,
		.size = 8,
		.name = "type",
		.where = "specs/wire/icmp.yaml:24",
		.access = "rw",
		.get = get_icmp_type_in_c,
		.set = set_icmp_type_in_c,
		.bits = 8,
		.constants = icmptype_names,
	},
	{
		.layout = &luadata_layout_icmp,
		.size = 8,
		.name = "code",
		.where = "specs/wire/icmp.yaml:25",
		.access = "rw",
		.get = get_icmp_code_in_c,
		.set = set_icmp_code_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_icmp,
		.size = 8,
		.name = "check",
		.where = "specs/wire/icmp.yaml:26",
		.access = "rw",
		.get = get_icmp_check_in_c,
		.set = set_icmp_check_in_c,
		.bits = 16,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_icmp,
		.size = 8,
		.name = "type",
		.where = "specs/wire/icmp.yaml:24",
		.access = "rw",
		.get = get_icmp_type_in_c,
		.set = set_icmp_type_in_c,
		.bits = 8,
		.constants = icmptype_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_icmp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 8;
	*to = n;
	return true;
}

static const struct binding_field deciding_icmp_payload[] = {
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_icmp,
		.size = 8,
		.name = "payload",
		.where = "specs/wire/icmp.yaml:54",
		.access = "rw",
		.find = find_icmp_payload,
		.fields = deciding_icmp_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void icmp_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_icmp, sizeof(struct icmphdr));
}

static void icmp_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_icmp, 8);
}

static const struct binding_poke icmp_sample_pokes[] = {
	{0, 8, 8, false},
	{},
	{0, 8, 3, false},
	{},
	{0, 8, 5, false},
	{},
	{0, 8, 12, false},
	{},
	{0, 8, 9, false},
	{},
	{0, 8, 255, false},
	{},
	{0, 8, 254, false},
	{},
};

static const struct binding_seen icmp_sample_seen[] = {
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"sequence", 48, 16, BINDING_SEEN_UINT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 8, BINDING_SEEN_UINT, false, true},
	{"length", 40, 8, BINDING_SEEN_UINT, false, true},
	{"mtu", 48, 16, BINDING_SEEN_UINT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 32, BINDING_SEEN_UINT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 8, BINDING_SEEN_UINT, false, true},
	{"unused3", 40, 24, BINDING_SEEN_PRESENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 8, BINDING_SEEN_UINT, false, true},
	{"entry", 40, 8, BINDING_SEEN_UINT, false, true},
	{"lifetime", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"length", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"mtu", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"gateway", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"pointer", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"unused3", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"entry", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"lifetime", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
};

static void icmp_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{8, 8},
		{8, 8},
		{8, 8},
		{8, 8},
		{8, 8},
		{8, 8},
		{8, 8},
	};

	binding_samples(test, &luadata_layout_icmp, extents, ARRAY_SIZE(extents), icmp_sample_pokes,
			icmp_sample_seen);
}

static const struct binding_poke icmp_message_pokes[] = {
	{0, 8, 8, false},
	{},
	{0, 8, 3, false},
	{},
	{0, 8, 5, false},
	{},
	{0, 8, 12, false},
	{},
	{0, 8, 9, false},
	{},
};

static const struct binding_seen icmp_message_seen[] = {
	{"unused", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mtu", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"gateway", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"pointer", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused3", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"entry", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"lifetime", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 64, 56, BINDING_SEEN_BLOCK, false, false, 8},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"sequence", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"id", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"sequence", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"gateway", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"pointer", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused3", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"entry", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"lifetime", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 64, 56, BINDING_SEEN_BLOCK, false, false, 8},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"unused", 32, 8, BINDING_SEEN_UINT, false, true},
	{"length", 40, 8, BINDING_SEEN_UINT, false, true},
	{"mtu", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"id", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"sequence", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mtu", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"pointer", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused3", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"entry", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"lifetime", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 64, 56, BINDING_SEEN_BLOCK, false, false, 8},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"gateway", 32, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"id", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"sequence", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mtu", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"gateway", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused3", 40, 24, BINDING_SEEN_BLOCK, false, false, 5},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"entry", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"lifetime", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 64, 56, BINDING_SEEN_BLOCK, false, false, 8},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"pointer", 32, 8, BINDING_SEEN_UINT, false, true},
	{},
	{"id", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"sequence", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mtu", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"gateway", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"pointer", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"unused3", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 64, 56, BINDING_SEEN_BLOCK, false, false, 8},
	{"type", 0, 8, BINDING_SEEN_UINT, false, false},
	{"code", 8, 8, BINDING_SEEN_UINT, false, true},
	{"check", 16, 16, BINDING_SEEN_UINT, false, true},
	{"addresses", 32, 8, BINDING_SEEN_UINT, false, true},
	{"entry", 40, 8, BINDING_SEEN_UINT, false, true},
	{"lifetime", 48, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void icmp_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{15, 0},
		{15, 0},
		{15, 0},
		{15, 0},
		{15, 0},
	};

	binding_samples(test, &luadata_layout_icmp, extents, ARRAY_SIZE(extents),
			icmp_message_pokes, icmp_message_seen);
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

static const struct binding_place places[] = {
	{"icmp_", "layout icmp", "specs/wire/icmp.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_icmp",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
