// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the icmpv6 binding: what scripts see beside what C sees. Generated from
 * specs/wire/icmpv6.yaml.
 */

#include <linux/bitops.h>
#include <linux/icmpv6.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "icmpv6.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "icmpv6.c"

static s64 get_icmpv6_type_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_type), 8);
}

static void set_icmpv6_type_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_type), 8, value);
}

static s64 get_icmpv6_code_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_code), 8);
}

static void set_icmpv6_code_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_code), 8, value);
}

static s64 get_icmpv6_check_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_cksum), 16);
}

static void set_icmpv6_check_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct icmp6hdr, icmp6_cksum), 16, value);
}

static s64 get_option_type_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_option_type_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_option_length_in_c(const void *object)
{
	return binding_bits(object, 8, 8);
}

static void set_option_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8, 8, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_icmpv6,
		.size = 8,
		.name = "type",
		.where = "specs/wire/icmpv6.yaml:29",
		.access = "rw",
		.get = get_icmpv6_type_in_c,
		.set = set_icmpv6_type_in_c,
		.bits = 8,
		.constants = icmptype_names,
	},
	{
		.layout = &luadata_layout_icmpv6,
		.size = 8,
		.name = "code",
		.where = "specs/wire/icmpv6.yaml:30",
		.access = "rw",
		.get = get_icmpv6_code_in_c,
		.set = set_icmpv6_code_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_icmpv6,
		.size = 8,
		.name = "check",
		.where = "specs/wire/icmpv6.yaml:31",
		.access = "rw",
		.get = get_icmpv6_check_in_c,
		.set = set_icmpv6_check_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_icmpv6_option,
		.size = 2,
		.name = "type",
		.where = "specs/wire/icmpv6.yaml:69",
		.access = "rw",
		.get = get_option_type_in_c,
		.set = set_option_type_in_c,
		.bits = 8,
		.constants = optiontype_names,
	},
	{
		.layout = &luadata_layout_icmpv6_option,
		.size = 2,
		.name = "length",
		.where = "specs/wire/icmpv6.yaml:70",
		.access = "rw",
		.get = get_option_length_in_c,
		.set = set_option_length_in_c,
		.bits = 8,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_icmpv6,
		.size = 8,
		.name = "type",
		.where = "specs/wire/icmpv6.yaml:29",
		.access = "rw",
		.get = get_icmpv6_type_in_c,
		.set = set_icmpv6_type_in_c,
		.bits = 8,
		.constants = icmptype_names,
	},
	{
		.layout = &luadata_layout_icmpv6_option,
		.size = 2,
		.name = "type",
		.where = "specs/wire/icmpv6.yaml:69",
		.access = "rw",
		.get = get_option_type_in_c,
		.set = set_option_type_in_c,
		.bits = 8,
		.constants = optiontype_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_icmpv6_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 8;
	*to = n;
	return true;
}

static const struct binding_field deciding_icmpv6_payload[] = {
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_icmpv6,
		.size = 8,
		.name = "payload",
		.where = "specs/wire/icmpv6.yaml:93",
		.access = "rw",
		.find = find_icmpv6_payload,
		.fields = deciding_icmpv6_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void icmpv6_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_icmpv6, sizeof(struct icmp6hdr));
}

static void icmpv6_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_icmpv6, 8);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_icmpv6_option, 2);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_icmpv6_option, 2);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(icmpv6_needs_all_its_bytes),
	KUNIT_CASE(icmpv6_refuses_unknown_names),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"icmpv6_", "layout icmpv6", "specs/wire/icmpv6.yaml:3"},
	{"option_", "layout icmpv6.option", "specs/wire/icmpv6.yaml:66"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_icmpv6",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
