// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv6 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv6.yaml.
 */

#include <linux/bitops.h>
#include <linux/ipv6.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "ipv6.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv6.c"

static s64 get_ipv6_version_in_c(const void *object)
{
	return binding_bits(object, 0, 4);
}

static void set_ipv6_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 4, value);
}

static s64 get_ipv6_traffic_class_in_c(const void *object)
{
	return binding_bits(object, 4, 8);
}

static void set_ipv6_traffic_class_in_c(void *object, s64 value)
{
	binding_set_bits(object, 4, 8, value);
}

static s64 get_ipv6_flow_label_in_c(const void *object)
{
	return binding_bits(object, 12, 20);
}

static void set_ipv6_flow_label_in_c(void *object, s64 value)
{
	binding_set_bits(object, 12, 20, value);
}

static s64 get_ipv6_payload_len_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ipv6hdr, payload_len), 16);
}

static void set_ipv6_payload_len_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ipv6hdr, payload_len), 16, value);
}

static s64 get_ipv6_nexthdr_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ipv6hdr, nexthdr), 8);
}

static void set_ipv6_nexthdr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ipv6hdr, nexthdr), 8, value);
}

static s64 get_ipv6_hop_limit_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct ipv6hdr, hop_limit), 8);
}

static void set_ipv6_hop_limit_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct ipv6hdr, hop_limit), 8, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "version",
		.where = "specs/wire/ipv6.yaml:10",
		.access = "rw",
		.get = get_ipv6_version_in_c,
		.set = set_ipv6_version_in_c,
		.bits = 4,
		.ranged = true,
		.low = 6,
		.high = 6,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "traffic_class",
		.where = "specs/wire/ipv6.yaml:11",
		.access = "rw",
		.get = get_ipv6_traffic_class_in_c,
		.set = set_ipv6_traffic_class_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "flow_label",
		.where = "specs/wire/ipv6.yaml:12",
		.access = "rw",
		.get = get_ipv6_flow_label_in_c,
		.set = set_ipv6_flow_label_in_c,
		.bits = 20,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "payload_len",
		.where = "specs/wire/ipv6.yaml:13",
		.access = "rw",
		.get = get_ipv6_payload_len_in_c,
		.set = set_ipv6_payload_len_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "nexthdr",
		.where = "specs/wire/ipv6.yaml:14",
		.access = "rw",
		.get = get_ipv6_nexthdr_in_c,
		.set = set_ipv6_nexthdr_in_c,
		.bits = 8,
		.constants = ipproto_names,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "hop_limit",
		.where = "specs/wire/ipv6.yaml:15",
		.access = "rw",
		.get = get_ipv6_hop_limit_in_c,
		.set = set_ipv6_hop_limit_in_c,
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
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "nexthdr",
		.where = "specs/wire/ipv6.yaml:14",
		.access = "rw",
		.get = get_ipv6_nexthdr_in_c,
		.set = set_ipv6_nexthdr_in_c,
		.bits = 8,
		.constants = ipproto_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "saddr",
		.where = "specs/wire/ipv6.yaml:16",
		.access = "rw",
		.offset = offsetof(struct ipv6hdr, saddr),
		.length = 16,
		.kind = BINDING_EXACT,
	},
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "daddr",
		.where = "specs/wire/ipv6.yaml:17",
		.access = "rw",
		.offset = offsetof(struct ipv6hdr, daddr),
		.length = 16,
		.kind = BINDING_EXACT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static bool find_ipv6_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 payload_len = get_ipv6_payload_len_in_c(object);

	*from = 40;
	*to = 40 + payload_len;
	return true;
}

static const struct binding_field deciding_ipv6_payload[] = {
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "payload_len",
		.where = "specs/wire/ipv6.yaml:13",
		.access = "rw",
		.get = get_ipv6_payload_len_in_c,
		.set = set_ipv6_payload_len_in_c,
		.bits = 16,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_ipv6,
		.size = 40,
		.name = "payload",
		.where = "specs/wire/ipv6.yaml:19",
		.access = "rw",
		.find = find_ipv6_payload,
		.fields = deciding_ipv6_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void ipv6_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_ipv6, sizeof(struct ipv6hdr));
}

static void ipv6_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_ipv6, 40);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ipv6_needs_all_its_bytes),
	KUNIT_CASE(ipv6_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"ipv6_", "layout ipv6", "specs/wire/ipv6.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_ipv6",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
