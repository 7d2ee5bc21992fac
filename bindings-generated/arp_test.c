// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the arp binding: what scripts see beside what C sees. Generated from
 * specs/wire/arp.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_arp.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "arp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "arp.c"

static s64 get_arp_htype_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct arphdr, ar_hrd), 16);
}

static void set_arp_htype_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct arphdr, ar_hrd), 16, value);
}

static s64 get_arp_ptype_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct arphdr, ar_pro), 16);
}

static void set_arp_ptype_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct arphdr, ar_pro), 16, value);
}

static s64 get_arp_hlen_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct arphdr, ar_hln), 8);
}

static void set_arp_hlen_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct arphdr, ar_hln), 8, value);
}

static s64 get_arp_plen_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct arphdr, ar_pln), 8);
}

static void set_arp_plen_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct arphdr, ar_pln), 8, value);
}

static s64 get_arp_oper_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct arphdr, ar_op), 16);
}

static void set_arp_oper_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct arphdr, ar_op), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "htype",
		.where = "specs/wire/arp.yaml:14",
		.access = "rw",
		.get = get_arp_htype_in_c,
		.set = set_arp_htype_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "ptype",
		.where = "specs/wire/arp.yaml:15",
		.access = "rw",
		.get = get_arp_ptype_in_c,
		.set = set_arp_ptype_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "hlen",
		.where = "specs/wire/arp.yaml:16",
		.access = "rw",
		.get = get_arp_hlen_in_c,
		.set = set_arp_hlen_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "plen",
		.where = "specs/wire/arp.yaml:17",
		.access = "rw",
		.get = get_arp_plen_in_c,
		.set = set_arp_plen_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "oper",
		.where = "specs/wire/arp.yaml:18",
		.access = "rw",
		.get = get_arp_oper_in_c,
		.set = set_arp_oper_in_c,
		.bits = 16,
		.constants = operation_names,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "ptype",
		.where = "specs/wire/arp.yaml:15",
		.access = "rw",
		.get = get_arp_ptype_in_c,
		.set = set_arp_ptype_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{
		.layout = &luadata_layout_arp,
		.size = 8,
		.name = "oper",
		.where = "specs/wire/arp.yaml:18",
		.access = "rw",
		.get = get_arp_oper_in_c,
		.set = set_arp_oper_in_c,
		.bits = 16,
		.constants = operation_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static void arp_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_arp, sizeof(struct arphdr));
}

static void arp_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_arp, 8);
}

static const struct binding_poke arp_sample_pokes[] = {
	{32, 8, 6, false},
	{40, 8, 4, false},
	{},
	{32, 8, 7, false},
	{40, 8, 4, false},
	{},
	{32, 8, 5, false},
	{40, 8, 4, false},
	{},
	{32, 8, 6, false},
	{40, 8, 5, false},
	{},
	{32, 8, 6, false},
	{40, 8, 3, false},
	{},
	{32, 8, 7, false},
	{40, 8, 5, false},
	{},
	{32, 8, 7, false},
	{40, 8, 3, false},
	{},
	{32, 8, 5, false},
	{40, 8, 5, false},
	{},
	{32, 8, 5, false},
	{40, 8, 3, false},
	{},
};

static const struct binding_seen arp_sample_seen[] = {
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 48, BINDING_SEEN_UINT, false, true},
	{"spa", 112, 32, BINDING_SEEN_UINT, false, true},
	{"tha", 144, 48, BINDING_SEEN_UINT, false, true},
	{"tpa", 192, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"htype", 0, 16, BINDING_SEEN_UINT, false, true},
	{"ptype", 16, 16, BINDING_SEEN_UINT, false, true},
	{"hlen", 32, 8, BINDING_SEEN_UINT, false, false},
	{"plen", 40, 8, BINDING_SEEN_UINT, false, false},
	{"oper", 48, 16, BINDING_SEEN_UINT, false, true},
	{"sha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"spa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tha", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"tpa", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
};

static void arp_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{28, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{8, 0},
	};

	binding_samples(test, &luadata_layout_arp, extents, ARRAY_SIZE(extents), arp_sample_pokes,
			arp_sample_seen);
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

static const struct binding_place places[] = {
	{"arp_", "layout arp", "specs/wire/arp.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_arp",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
