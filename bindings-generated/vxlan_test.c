// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the vxlan binding: what scripts see beside what C sees. Generated from
 * specs/wire/vxlan.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <net/vxlan.h>

#include "binding_cases.h"
#include "vxlan.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "vxlan.c"

static s64 get_vxlan_reserved4_in_c(const void *object)
{
	return binding_bits(object, 0, 4);
}

static void set_vxlan_reserved4_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 4, value);
}

static s64 get_vxlan_has_vni_in_c(const void *object)
{
	return binding_bits(object, 4, 1);
}

static void set_vxlan_has_vni_in_c(void *object, s64 value)
{
	binding_set_bits(object, 4, 1, value);
}

static s64 get_vxlan_reserved27_in_c(const void *object)
{
	return binding_bits(object, 5, 27);
}

static void set_vxlan_reserved27_in_c(void *object, s64 value)
{
	binding_set_bits(object, 5, 27, value);
}

static s64 get_vxlan_vni_in_c(const void *object)
{
	return binding_bits(object, 32, 24);
}

static void set_vxlan_vni_in_c(void *object, s64 value)
{
	binding_set_bits(object, 32, 24, value);
}

static s64 get_vxlan_reserved8_in_c(const void *object)
{
	return binding_bits(object, 56, 8);
}

static void set_vxlan_reserved8_in_c(void *object, s64 value)
{
	binding_set_bits(object, 56, 8, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "reserved4",
		.where = "specs/wire/vxlan.yaml:9",
		.access = "rw",
		.get = get_vxlan_reserved4_in_c,
		.set = set_vxlan_reserved4_in_c,
		.bits = 4,
	},
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "has_vni",
		.where = "specs/wire/vxlan.yaml:10",
		.access = "rw",
		.get = get_vxlan_has_vni_in_c,
		.set = set_vxlan_has_vni_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "reserved27",
		.where = "specs/wire/vxlan.yaml:11",
		.access = "rw",
		.get = get_vxlan_reserved27_in_c,
		.set = set_vxlan_reserved27_in_c,
		.bits = 27,
	},
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "vni",
		.where = "specs/wire/vxlan.yaml:12",
		.access = "rw",
		.get = get_vxlan_vni_in_c,
		.set = set_vxlan_vni_in_c,
		.bits = 24,
	},
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "reserved8",
		.where = "specs/wire/vxlan.yaml:13",
		.access = "rw",
		.get = get_vxlan_reserved8_in_c,
		.set = set_vxlan_reserved8_in_c,
		.bits = 8,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static bool find_vxlan_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 8;
	*to = n;
	return true;
}

static const struct binding_field deciding_vxlan_payload[] = {
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_vxlan,
		.size = 8,
		.name = "payload",
		.where = "specs/wire/vxlan.yaml:15",
		.access = "rw",
		.find = find_vxlan_payload,
		.fields = deciding_vxlan_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void vxlan_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_vxlan, sizeof(struct vxlanhdr));
}

static void vxlan_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_vxlan, 8);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(vxlan_needs_all_its_bytes),
	KUNIT_CASE(vxlan_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"vxlan_", "layout vxlan", "specs/wire/vxlan.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_vxlan",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
