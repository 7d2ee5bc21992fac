// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the gre binding: what scripts see beside what C sees. Generated from
 * specs/wire/gre.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <net/gre.h>

#include "binding_cases.h"
#include "gre.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "gre.c"

static s64 get_gre_has_checksum_in_c(const void *object)
{
	return binding_bits(object, 0, 1);
}

static void set_gre_has_checksum_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 1, value);
}

static s64 get_gre_reserved1_in_c(const void *object)
{
	return binding_bits(object, 1, 1);
}

static void set_gre_reserved1_in_c(void *object, s64 value)
{
	binding_set_bits(object, 1, 1, value);
}

static s64 get_gre_has_key_in_c(const void *object)
{
	return binding_bits(object, 2, 1);
}

static void set_gre_has_key_in_c(void *object, s64 value)
{
	binding_set_bits(object, 2, 1, value);
}

static s64 get_gre_has_sequence_in_c(const void *object)
{
	return binding_bits(object, 3, 1);
}

static void set_gre_has_sequence_in_c(void *object, s64 value)
{
	binding_set_bits(object, 3, 1, value);
}

static s64 get_gre_reserved9_in_c(const void *object)
{
	return binding_bits(object, 4, 9);
}

static void set_gre_reserved9_in_c(void *object, s64 value)
{
	binding_set_bits(object, 4, 9, value);
}

static s64 get_gre_version_in_c(const void *object)
{
	return binding_bits(object, 13, 3);
}

static void set_gre_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 13, 3, value);
}

static s64 get_gre_proto_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct gre_base_hdr, protocol), 16);
}

static void set_gre_proto_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct gre_base_hdr, protocol), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "has_checksum",
		.where = "specs/wire/gre.yaml:10",
		.access = "rw",
		.get = get_gre_has_checksum_in_c,
		.set = set_gre_has_checksum_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "reserved1",
		.where = "specs/wire/gre.yaml:11",
		.access = "rw",
		.get = get_gre_reserved1_in_c,
		.set = set_gre_reserved1_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "has_key",
		.where = "specs/wire/gre.yaml:12",
		.access = "rw",
		.get = get_gre_has_key_in_c,
		.set = set_gre_has_key_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "has_sequence",
		.where = "specs/wire/gre.yaml:13",
		.access = "rw",
		.get = get_gre_has_sequence_in_c,
		.set = set_gre_has_sequence_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "reserved9",
		.where = "specs/wire/gre.yaml:14",
		.access = "rw",
		.get = get_gre_reserved9_in_c,
		.set = set_gre_reserved9_in_c,
		.bits = 9,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "version",
		.where = "specs/wire/gre.yaml:15",
		.access = "rw",
		.get = get_gre_version_in_c,
		.set = set_gre_version_in_c,
		.bits = 3,
	},
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "proto",
		.where = "specs/wire/gre.yaml:16",
		.access = "rw",
		.get = get_gre_proto_in_c,
		.set = set_gre_proto_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_gre,
		.size = 4,
		.name = "proto",
		.where = "specs/wire/gre.yaml:16",
		.access = "rw",
		.get = get_gre_proto_in_c,
		.set = set_gre_proto_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static void gre_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_gre, sizeof(struct gre_base_hdr));
}

static void gre_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_gre, 4);
}

static const struct binding_poke gre_sample_pokes[] = {
	{0, 1, 0, false},
	{2, 1, 0, false},
	{3, 1, 0, false},
	{},
	{0, 1, 1, false},
	{2, 1, 0, false},
	{3, 1, 0, false},
	{},
	{0, 1, 0, false},
	{2, 1, 1, false},
	{3, 1, 0, false},
	{},
	{0, 1, 0, false},
	{2, 1, 0, false},
	{3, 1, 1, false},
	{},
	{0, 1, 1, false},
	{2, 1, 1, false},
	{3, 1, 0, false},
	{},
	{0, 1, 1, false},
	{2, 1, 0, false},
	{3, 1, 1, false},
	{},
	{0, 1, 0, false},
	{2, 1, 1, false},
	{3, 1, 1, false},
	{},
};

static const struct binding_seen gre_sample_seen[] = {
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"reserved16", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"key", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved16", 48, 16, BINDING_SEEN_UINT, false, true},
	{"key", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"reserved16", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"key", 32, 32, BINDING_SEEN_UINT, false, true},
	{"sequence", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"reserved16", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"key", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 32, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved16", 48, 16, BINDING_SEEN_UINT, false, true},
	{"key", 64, 32, BINDING_SEEN_UINT, false, true},
	{"sequence", 96, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved16", 48, 16, BINDING_SEEN_UINT, false, true},
	{"key", 64, 0, BINDING_SEEN_ABSENT, false, true},
	{"sequence", 64, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"has_checksum", 0, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved1", 1, 1, BINDING_SEEN_BOOL, false, true},
	{"has_key", 2, 1, BINDING_SEEN_BOOL, false, false},
	{"has_sequence", 3, 1, BINDING_SEEN_BOOL, false, false},
	{"reserved9", 4, 9, BINDING_SEEN_UINT, false, true},
	{"version", 13, 3, BINDING_SEEN_UINT, false, true},
	{"proto", 16, 16, BINDING_SEEN_UINT, false, true},
	{"check", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"reserved16", 32, 0, BINDING_SEEN_ABSENT, false, true},
	{"key", 32, 32, BINDING_SEEN_UINT, false, true},
	{"sequence", 64, 32, BINDING_SEEN_UINT, false, true},
	{},
};

static void gre_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{4, 0},
		{8, 0},
		{8, 0},
		{8, 0},
		{12, 0},
		{12, 0},
		{12, 0},
	};

	binding_samples(test, &luadata_layout_gre, extents, ARRAY_SIZE(extents), gre_sample_pokes,
			gre_sample_seen);
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

static const struct binding_place places[] = {
	{"gre_", "layout gre", "specs/wire/gre.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_gre",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
