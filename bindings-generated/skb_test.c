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

#include "klua_suite.h"
#include "skb.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "skb.c"

SUITE_MEMBER(skb_len, struct sk_buff, object->len);
SUITE_MEMBER(skb_data_len, struct sk_buff, object->data_len);
SUITE_MEMBER(skb_mark, struct sk_buff, object->mark);
SUITE_MEMBER(skb_priority, struct sk_buff, object->priority);
SUITE_ORDERED(skb_protocol, struct sk_buff, object->protocol, be16);
SUITE_BITFIELD(skb_pkt_type, struct sk_buff, object->pkt_type); /* specs/skb.yaml:44 */
SUITE_BITFIELD(skb_ip_summed, struct sk_buff, object->ip_summed); /* specs/skb.yaml:45 */
SUITE_MEMBER(skb_hash, struct sk_buff, object->hash);
SUITE_MEMBER(skb_queue_mapping, struct sk_buff, object->queue_mapping);
SUITE_MEMBER(skb_skb_iif, struct sk_buff, object->skb_iif);
SUITE_ORDERED(skb_vlan_proto, struct sk_buff, object->vlan_proto, be16);
SUITE_MEMBER(skb_vlan_tci, struct sk_buff, object->vlan_tci);
SUITE_MEMBER(skb_truesize, struct sk_buff, object->truesize);

static const struct suite_field fields[] = {
	{{&luadata_layout_skb, sizeof(struct sk_buff), "len", 39, "ro"},
	 SUITE_IN_C(skb_len), .bits = 8 * sizeof_field(struct sk_buff, len)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "data_len", 40, "ro"},
	 SUITE_IN_C(skb_data_len), .bits = 8 * sizeof_field(struct sk_buff, data_len)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "mark", 41, "rw"},
	 SUITE_IN_C(skb_mark), .bits = 8 * sizeof_field(struct sk_buff, mark), .ranged = true,
	 .low = 0, .high = 4294967295},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "priority", 42, "rw"},
	 SUITE_IN_C(skb_priority), .bits = 8 * sizeof_field(struct sk_buff, priority),
	 .ranged = true, .low = 0, .high = 4294967295},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "protocol", 43, "ro"},
	 SUITE_IN_C(skb_protocol), .bits = 8 * sizeof_field(struct sk_buff, protocol)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "pkt_type", 44, "ro"},
	 SUITE_IN_C(skb_pkt_type), .bits = 3, .constants = pkt_type_names, .by_c = true},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "ip_summed", 45, "ro"},
	 SUITE_IN_C(skb_ip_summed), .bits = 2, .constants = ip_summed_names, .by_c = true},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "hash", 46, "ro"},
	 SUITE_IN_C(skb_hash), .bits = 8 * sizeof_field(struct sk_buff, hash)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "queue_mapping", 47, "ro"},
	 SUITE_IN_C(skb_queue_mapping), .bits = 8 * sizeof_field(struct sk_buff, queue_mapping)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "skb_iif", 48, "ro"},
	 SUITE_IN_C(skb_skb_iif), .bits = 8 * sizeof_field(struct sk_buff, skb_iif),
	 .is_signed = true},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "vlan_proto", 49, "ro"},
	 SUITE_IN_C(skb_vlan_proto), .bits = 8 * sizeof_field(struct sk_buff, vlan_proto)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "vlan_tci", 50, "ro"},
	 SUITE_IN_C(skb_vlan_tci), .bits = 8 * sizeof_field(struct sk_buff, vlan_tci)},
	{{&luadata_layout_skb, sizeof(struct sk_buff), "truesize", 51, "ro"},
	 SUITE_IN_C(skb_truesize), .bits = 8 * sizeof_field(struct sk_buff, truesize)},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static void skb_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_skb);
}

static void skb_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_skb, sizeof(struct sk_buff));
}

static void skb_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_skb, sizeof(struct sk_buff));
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

static const struct suite_subject subjects[] = {
	{"skb_", "layout skb", 35},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/skb.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_skb",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
