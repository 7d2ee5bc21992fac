// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The skb binding: Fields of a socket buffer that a script may know, and a few that it may set.
 * Generated from specs/skb.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/if_packet.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/skbuff.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "skb.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Whom a received packet is for. */
static const struct luadata_constant pkt_type_names[] = {
	{"host", PACKET_HOST}, /* specs/skb.yaml:20 */
	{"broadcast", PACKET_BROADCAST}, /* specs/skb.yaml:21 */
	{"multicast", PACKET_MULTICAST}, /* specs/skb.yaml:22 */
	{"otherhost", PACKET_OTHERHOST}, /* specs/skb.yaml:23 */
	{"outgoing", PACKET_OUTGOING}, /* specs/skb.yaml:24 */
	{"loopback", PACKET_LOOPBACK}, /* specs/skb.yaml:25 */
	{NULL, 0},
};

/* What is known about the checksum of the transport. */
static const struct luadata_constant ip_summed_names[] = {
	{"none", CHECKSUM_NONE}, /* specs/skb.yaml:29 */
	{"unnecessary", CHECKSUM_UNNECESSARY}, /* specs/skb.yaml:30 */
	{"complete", CHECKSUM_COMPLETE}, /* specs/skb.yaml:31 */
	{"partial", CHECKSUM_PARTIAL}, /* specs/skb.yaml:32 */
	{NULL, 0},
};

static int64_t l_get_skb_pkt_type(const void *p)
{
	BUILD_BUG_ON_MSG(!LUADATA_HAS_BITS(struct sk_buff, pkt_type, __u8, 3),
			 "specs/skb.yaml:44: skb.pkt_type: pkt_type of struct sk_buff is no __u8 of 3 bits");
	return ((const struct sk_buff *)p)->pkt_type;
}

static int64_t l_get_skb_ip_summed(const void *p)
{
	BUILD_BUG_ON_MSG(!LUADATA_HAS_BITS(struct sk_buff, ip_summed, __u8, 2),
			 "specs/skb.yaml:45: skb.ip_summed: ip_summed of struct sk_buff is no __u8 of 2 bits");
	return ((const struct sk_buff *)p)->ip_summed;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, len), unsigned int),
	      "specs/skb.yaml:39: skb.len: len of struct sk_buff is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, data_len), unsigned int),
	      "specs/skb.yaml:40: skb.data_len: data_len of struct sk_buff is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, mark), __u32),
	      "specs/skb.yaml:41: skb.mark: mark of struct sk_buff is not __u32");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, priority), __u32),
	      "specs/skb.yaml:42: skb.priority: priority of struct sk_buff is not __u32");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, protocol), __be16),
	      "specs/skb.yaml:43: skb.protocol: protocol of struct sk_buff is not __be16");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, hash), __u32),
	      "specs/skb.yaml:46: skb.hash: hash of struct sk_buff is not __u32");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, queue_mapping), __u16),
	      "specs/skb.yaml:47: skb.queue_mapping: queue_mapping of struct sk_buff is not __u16");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, skb_iif), int),
	      "specs/skb.yaml:48: skb.skb_iif: skb_iif of struct sk_buff is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, vlan_proto), __be16),
	      "specs/skb.yaml:49: skb.vlan_proto: vlan_proto of struct sk_buff is not __be16");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, vlan_tci), __u16),
	      "specs/skb.yaml:50: skb.vlan_tci: vlan_tci of struct sk_buff is not __u16");
static_assert(__builtin_types_compatible_p(typeof_member(struct sk_buff, truesize), unsigned int),
	      "specs/skb.yaml:51: skb.truesize: truesize of struct sk_buff is not unsigned int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct sk_buff *)0)->mark),
					    const typeof(((struct sk_buff *)0)->mark) *),
	      "specs/skb.yaml:41: skb.mark: mark of struct sk_buff is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct sk_buff *)0)->priority),
					    const typeof(((struct sk_buff *)0)->priority) *),
	      "specs/skb.yaml:42: skb.priority: priority of struct sk_buff is const: access: ro");

static const struct luadata_field skb_fields[] = {
	{
		.name = "len",
		.offset = offsetof(struct sk_buff, len),
		.size = sizeof_field(struct sk_buff, len),
		.bits = 8 * sizeof_field(struct sk_buff, len),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "length of the packet from the network header",
		.unit = "bytes",
	},
	{
		.name = "data_len",
		.offset = offsetof(struct sk_buff, data_len),
		.size = sizeof_field(struct sk_buff, data_len),
		.bits = 8 * sizeof_field(struct sk_buff, data_len),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "how many of them are not linear",
		.unit = "bytes",
	},
	{
		.name = "mark",
		.offset = offsetof(struct sk_buff, mark),
		.size = sizeof_field(struct sk_buff, mark),
		.bits = 8 * sizeof_field(struct sk_buff, mark),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 4294967295,
		.doc = "mark for routing and for other filters",
	},
	{
		.name = "priority",
		.offset = offsetof(struct sk_buff, priority),
		.size = sizeof_field(struct sk_buff, priority),
		.bits = 8 * sizeof_field(struct sk_buff, priority),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST |
			 LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 4294967295,
		.doc = "for queueing",
	},
	{
		.name = "protocol",
		.offset = offsetof(struct sk_buff, protocol),
		.size = sizeof_field(struct sk_buff, protocol),
		.bits = 8 * sizeof_field(struct sk_buff, protocol),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "EtherType",
	},
	{
		.name = "pkt_type",
		.bits = 3,
		.get = l_get_skb_pkt_type,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = pkt_type_names,
		.doc = "whom the packet is for",
	},
	{
		.name = "ip_summed",
		.bits = 2,
		.get = l_get_skb_ip_summed,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = ip_summed_names,
		.doc = "state of the checksum",
	},
	{
		.name = "hash",
		.offset = offsetof(struct sk_buff, hash),
		.size = sizeof_field(struct sk_buff, hash),
		.bits = 8 * sizeof_field(struct sk_buff, hash),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "hash of the flow; 0 when nobody computed it",
	},
	{
		.name = "queue_mapping",
		.offset = offsetof(struct sk_buff, queue_mapping),
		.size = sizeof_field(struct sk_buff, queue_mapping),
		.bits = 8 * sizeof_field(struct sk_buff, queue_mapping),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "queue of the device",
	},
	{
		.name = "skb_iif",
		.offset = offsetof(struct sk_buff, skb_iif),
		.size = sizeof_field(struct sk_buff, skb_iif),
		.bits = 8 * sizeof_field(struct sk_buff, skb_iif),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "index of the interface that it came in by",
	},
	{
		.name = "vlan_proto",
		.offset = offsetof(struct sk_buff, vlan_proto),
		.size = sizeof_field(struct sk_buff, vlan_proto),
		.bits = 8 * sizeof_field(struct sk_buff, vlan_proto),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "EtherType of the VLAN tag that the hardware took off",
	},
	{
		.name = "vlan_tci",
		.offset = offsetof(struct sk_buff, vlan_tci),
		.size = sizeof_field(struct sk_buff, vlan_tci),
		.bits = 8 * sizeof_field(struct sk_buff, vlan_tci),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "that tag: priority and VLAN identifier",
	},
	{
		.name = "truesize",
		.offset = offsetof(struct sk_buff, truesize),
		.size = sizeof_field(struct sk_buff, truesize),
		.bits = 8 * sizeof_field(struct sk_buff, truesize),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "memory that it takes",
		.unit = "bytes",
	},
};

const struct luadata_layout luadata_layout_skb = {
	.name = "skb",
	.size = sizeof(struct sk_buff),
	.fields = skb_fields,
	.nfields = LUADATA_COUNT(skb_fields),
	.doc = "A socket buffer",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_skb);

static const luaL_Reg functions[] = {
	{NULL, NULL},
};

int luaopen_skb(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, pkt_type_names);
	lua_setfield(L, -2, "pkt_type");
	luadata_pushconstants(L, ip_summed_names);
	lua_setfield(L, -2, "ip_summed");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_skb);
	lua_setfield(L, -2, "skb");
	lua_setfield(L, -2, "layouts");
	return 1;
}
