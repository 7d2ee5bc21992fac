// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ethernet binding: what scripts see beside what C sees. Generated from
 * specs/wire/ethernet.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_ether.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "ethernet.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ethernet.c"

static s64 get_ethernet_dest_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ethhdr, h_dest), 48);
}

static void set_ethernet_dest_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ethhdr, h_dest), 48, value);
}

static s64 get_ethernet_source_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ethhdr, h_source), 48);
}

static void set_ethernet_source_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ethhdr, h_source), 48, value);
}

static s64 get_ethernet_proto_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ethhdr, h_proto), 16);
}

static void set_ethernet_proto_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ethhdr, h_proto), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_ethernet,
		.size = 14,
		.name = "dest",
		.where = "specs/wire/ethernet.yaml:13",
		.access = "rw",
		.get = get_ethernet_dest_in_c,
		.set = set_ethernet_dest_in_c,
		.bits = 48,
	},
	{
		.layout = &luadata_layout_ethernet,
		.size = 14,
		.name = "source",
		.where = "specs/wire/ethernet.yaml:14",
		.access = "rw",
		.get = get_ethernet_source_in_c,
		.set = set_ethernet_source_in_c,
		.bits = 48,
	},
	{
		.layout = &luadata_layout_ethernet,
		.size = 14,
		.name = "proto",
		.where = "specs/wire/ethernet.yaml:15",
		.access = "rw",
		.get = get_ethernet_proto_in_c,
		.set = set_ethernet_proto_in_c,
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
		.layout = &luadata_layout_ethernet,
		.size = 14,
		.name = "proto",
		.where = "specs/wire/ethernet.yaml:15",
		.access = "rw",
		.get = get_ethernet_proto_in_c,
		.set = set_ethernet_proto_in_c,
		.bits = 16,
		.constants = ethertype_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_ethernet_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	*from = 14;
	*to = n;
	return true;
}

static const struct binding_field deciding_ethernet_payload[] = {
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_ethernet,
		.size = 14,
		.name = "payload",
		.where = "specs/wire/ethernet.yaml:17",
		.access = "rw",
		.find = find_ethernet_payload,
		.fields = deciding_ethernet_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void ethernet_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_ethernet, sizeof(struct ethhdr));
}

static void ethernet_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_ethernet, 14);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ethernet_needs_all_its_bytes),
	KUNIT_CASE(ethernet_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"ethernet_", "layout ethernet", "specs/wire/ethernet.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_ethernet",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
