// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the skb binding: what scripts see beside what C sees. Generated from
 * specs/skb.yaml.
 */

#include <linux/bitops.h>
#include <linux/if_packet.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/skbuff.h>

#include "binding_cases.h"
#include "skb.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "skb.c"

static s64 get_skb_len_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->len;
}

static void set_skb_len_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->len, value);
}

static s64 get_skb_data_len_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->data_len;
}

static void set_skb_data_len_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->data_len, value);
}

static s64 get_skb_mark_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->mark;
}

static void set_skb_mark_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->mark, value);
}

static s64 get_skb_priority_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->priority;
}

static void set_skb_priority_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->priority, value);
}

static s64 get_skb_protocol_in_c(const void *object)
{
	return be16_to_cpu(((const struct sk_buff *)object)->protocol);
}

static void set_skb_protocol_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->protocol, cpu_to_be16(value));
}

static s64 get_skb_pkt_type_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->pkt_type;
}

static void set_skb_pkt_type_in_c(void *object, s64 value)
{
	((struct sk_buff *)object)->pkt_type = value; /* specs/skb.yaml:44 */
}

static s64 get_skb_ip_summed_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->ip_summed;
}

static void set_skb_ip_summed_in_c(void *object, s64 value)
{
	((struct sk_buff *)object)->ip_summed = value; /* specs/skb.yaml:45 */
}

static s64 get_skb_hash_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->hash;
}

static void set_skb_hash_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->hash, value);
}

static s64 get_skb_queue_mapping_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->queue_mapping;
}

static void set_skb_queue_mapping_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->queue_mapping, value);
}

static s64 get_skb_skb_iif_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->skb_iif;
}

static void set_skb_skb_iif_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->skb_iif, value);
}

static s64 get_skb_vlan_proto_in_c(const void *object)
{
	return be16_to_cpu(((const struct sk_buff *)object)->vlan_proto);
}

static void set_skb_vlan_proto_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->vlan_proto, cpu_to_be16(value));
}

static s64 get_skb_vlan_tci_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->vlan_tci;
}

static void set_skb_vlan_tci_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->vlan_tci, value);
}

static s64 get_skb_truesize_in_c(const void *object)
{
	return ((const struct sk_buff *)object)->truesize;
}

static void set_skb_truesize_in_c(void *object, s64 value)
{
	binding_assign(((struct sk_buff *)object)->truesize, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "len",
		.where = "specs/skb.yaml:39",
		.access = "ro",
		.get = get_skb_len_in_c,
		.set = set_skb_len_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, len),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "data_len",
		.where = "specs/skb.yaml:40",
		.access = "ro",
		.get = get_skb_data_len_in_c,
		.set = set_skb_data_len_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, data_len),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "mark",
		.where = "specs/skb.yaml:41",
		.access = "rw",
		.get = get_skb_mark_in_c,
		.set = set_skb_mark_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, mark),
		.ranged = true,
		.low = 0,
		.high = 4294967295,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "priority",
		.where = "specs/skb.yaml:42",
		.access = "rw",
		.get = get_skb_priority_in_c,
		.set = set_skb_priority_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, priority),
		.ranged = true,
		.low = 0,
		.high = 4294967295,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "protocol",
		.where = "specs/skb.yaml:43",
		.access = "ro",
		.get = get_skb_protocol_in_c,
		.set = set_skb_protocol_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, protocol),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "pkt_type",
		.where = "specs/skb.yaml:44",
		.access = "ro",
		.get = get_skb_pkt_type_in_c,
		.set = set_skb_pkt_type_in_c,
		.bits = 3,
		.constants = pkt_type_names,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "ip_summed",
		.where = "specs/skb.yaml:45",
		.access = "ro",
		.get = get_skb_ip_summed_in_c,
		.set = set_skb_ip_summed_in_c,
		.bits = 2,
		.constants = ip_summed_names,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "hash",
		.where = "specs/skb.yaml:46",
		.access = "ro",
		.get = get_skb_hash_in_c,
		.set = set_skb_hash_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, hash),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "queue_mapping",
		.where = "specs/skb.yaml:47",
		.access = "ro",
		.get = get_skb_queue_mapping_in_c,
		.set = set_skb_queue_mapping_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, queue_mapping),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "skb_iif",
		.where = "specs/skb.yaml:48",
		.access = "ro",
		.get = get_skb_skb_iif_in_c,
		.set = set_skb_skb_iif_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, skb_iif),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "vlan_proto",
		.where = "specs/skb.yaml:49",
		.access = "ro",
		.get = get_skb_vlan_proto_in_c,
		.set = set_skb_vlan_proto_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, vlan_proto),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "vlan_tci",
		.where = "specs/skb.yaml:50",
		.access = "ro",
		.get = get_skb_vlan_tci_in_c,
		.set = set_skb_vlan_tci_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, vlan_tci),
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "truesize",
		.where = "specs/skb.yaml:51",
		.access = "ro",
		.get = get_skb_truesize_in_c,
		.set = set_skb_truesize_in_c,
		.bits = 8 * sizeof_field(struct sk_buff, truesize),
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "pkt_type",
		.where = "specs/skb.yaml:44",
		.access = "ro",
		.get = get_skb_pkt_type_in_c,
		.set = set_skb_pkt_type_in_c,
		.bits = 3,
		.constants = pkt_type_names,
		.by_c = true,
	},
	{
		.layout = &luadata_layout_skb,
		.size = sizeof(struct sk_buff),
		.name = "ip_summed",
		.where = "specs/skb.yaml:45",
		.access = "ro",
		.get = get_skb_ip_summed_in_c,
		.set = set_skb_ip_summed_in_c,
		.bits = 2,
		.constants = ip_summed_names,
		.by_c = true,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static void skb_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_skb);
}

static void skb_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_skb, sizeof(struct sk_buff));
}

static void skb_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_skb, sizeof(struct sk_buff));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE(skb_is_closed_to_scripts),
	KUNIT_CASE(skb_refuses_unknown_names),
	KUNIT_CASE(skb_ends_where_its_memory_ends),
	{},
};

static const struct binding_place places[] = {
	{"skb_", "layout skb", "specs/skb.yaml:35"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_skb",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
