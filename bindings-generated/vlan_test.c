// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the vlan binding: what scripts see beside what C sees. Generated from
 * specs/wire/vlan.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_vlan.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "vlan.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "vlan.c"

static s64 get_vlan_pcp_in_c(const void *object)
{
	return binding_bits(object, 0, 3);
}

static void set_vlan_pcp_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 3, value);
}

static s64 get_vlan_dei_in_c(const void *object)
{
	return binding_bits(object, 3, 1);
}

static void set_vlan_dei_in_c(void *object, s64 value)
{
	binding_set_bits(object, 3, 1, value);
}

static s64 get_vlan_vid_in_c(const void *object)
{
	return binding_bits(object, 4, 12);
}

static void set_vlan_vid_in_c(void *object, s64 value)
{
	binding_set_bits(object, 4, 12, value);
}

static s64 get_vlan_proto_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct vlan_hdr, h_vlan_encapsulated_proto), 16);
}

static void set_vlan_proto_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct vlan_hdr, h_vlan_encapsulated_proto), 16,
			 value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "pcp",
		.where = "specs/wire/vlan.yaml:10",
		.access = "rw",
		.get = get_vlan_pcp_in_c,
		.set = set_vlan_pcp_in_c,
		.bits = 3,
	},
	{
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "dei",
		.where = "specs/wire/vlan.yaml:11",
		.access = "rw",
		.get = get_vlan_dei_in_c,
		.set = set_vlan_dei_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "vid",
		.where = "specs/wire/vlan.yaml:12",
		.access = "rw",
		.get = get_vlan_vid_in_c,
		.set = set_vlan_vid_in_c,
		.bits = 12,
	},
	{
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "proto",
		.where = "specs/wire/vlan.yaml:13",
		.access = "rw",
		.get = get_vlan_proto_in_c,
		.set = set_vlan_proto_in_c,
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
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "proto",
		.where = "specs/wire/vlan.yaml:13",
		.access = "rw",
		.get = get_vlan_proto_in_c,
		.set = set_vlan_proto_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_vlan_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 4;
	*to = n;
	return true;
}

static const struct binding_field deciding_vlan_payload[] = {
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_vlan,
		.size = 4,
		.name = "payload",
		.where = "specs/wire/vlan.yaml:15",
		.access = "rw",
		.find = find_vlan_payload,
		.fields = deciding_vlan_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void vlan_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_vlan, sizeof(struct vlan_hdr));
}

static void vlan_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_vlan, 4);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(vlan_needs_all_its_bytes),
	KUNIT_CASE(vlan_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"vlan_", "layout vlan", "specs/wire/vlan.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_vlan",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
