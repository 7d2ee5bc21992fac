// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The conntrack binding: The connection that a packet belongs to, as netfilter tracks it. Generated
 * from specs/conntrack.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <net/netfilter/nf_conntrack.h>
#include <net/netfilter/nf_conntrack_tuple.h>

#include "klua.h"
#include "glue.h"
#include "ipv4.h"
#include "skb.h"
#include "conntrack.h"
#include "conntrack_probe.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* What is known of a connection. */
static const struct luadata_constant status_names[] = {
	{"expected", IPS_EXPECTED}, /* specs/conntrack.yaml:24 */
	{"seen_reply", IPS_SEEN_REPLY}, /* specs/conntrack.yaml:24 */
	{"assured", IPS_ASSURED}, /* specs/conntrack.yaml:24 */
	{"confirmed", IPS_CONFIRMED}, /* specs/conntrack.yaml:24 */
	{"src_nat", IPS_SRC_NAT}, /* specs/conntrack.yaml:24 */
	{"dst_nat", IPS_DST_NAT}, /* specs/conntrack.yaml:24 */
	{"seq_adjust", IPS_SEQ_ADJUST}, /* specs/conntrack.yaml:24 */
	{"dying", IPS_DYING}, /* specs/conntrack.yaml:24 */
	{"fixed_timeout", IPS_FIXED_TIMEOUT}, /* specs/conntrack.yaml:24 */
	{"template", IPS_TEMPLATE}, /* specs/conntrack.yaml:24 */
	{"untracked", IPS_UNTRACKED}, /* specs/conntrack.yaml:24 */
	{"helper", IPS_HELPER}, /* specs/conntrack.yaml:24 */
	{"offload", IPS_OFFLOAD}, /* specs/conntrack.yaml:24 */
	{NULL, 0},
};

/* Where a packet stands in its connection. */
static const struct luadata_constant info_names[] = {
	{"established", IP_CT_ESTABLISHED}, /* specs/conntrack.yaml:28 */
	{"related", IP_CT_RELATED}, /* specs/conntrack.yaml:28 */
	{"new", IP_CT_NEW}, /* specs/conntrack.yaml:28 */
	{"established_reply", IP_CT_ESTABLISHED_REPLY}, /* specs/conntrack.yaml:28 */
	{"related_reply", IP_CT_RELATED_REPLY}, /* specs/conntrack.yaml:28 */
	{"untracked", IP_CT_UNTRACKED}, /* specs/conntrack.yaml:28 */
	{NULL, 0},
};

static const struct luadata_constant ipproto_names[] = {
	{"icmp", 1},
	{"igmp", 2},
	{"ipip", 4},
	{"tcp", 6},
	{"udp", 17},
	{"ipv6", 41},
	{"gre", 47},
	{"esp", 50},
	{"ah", 51},
	{"icmpv6", 58},
	{"sctp", 132},
	{"udplite", 136},
	{NULL, 0},
};

static bool l_place_tuple_saddr(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct nf_conntrack_tuple *object = (const void *)(h->base + at);

	span->offset = offsetof(struct nf_conntrack_tuple, src.u3.ip);
	span->length = sizeof_field(struct nf_conntrack_tuple, src.u3.ip);
	return object->src.l3num == AF_INET; /* specs/conntrack.yaml:36 */
}

static bool l_place_tuple_daddr(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct nf_conntrack_tuple *object = (const void *)(h->base + at);

	span->offset = offsetof(struct nf_conntrack_tuple, dst.u3.ip);
	span->length = sizeof_field(struct nf_conntrack_tuple, dst.u3.ip);
	return object->src.l3num == AF_INET; /* specs/conntrack.yaml:37 */
}

static bool l_place_tuple_saddr6(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct nf_conntrack_tuple *object = (const void *)(h->base + at);

	span->offset = offsetof(struct nf_conntrack_tuple, src.u3.in6.in6_u.u6_addr8);
	span->length = sizeof_field(struct nf_conntrack_tuple, src.u3.in6.in6_u.u6_addr8);
	return object->src.l3num == AF_INET6; /* specs/conntrack.yaml:38 */
}

static bool l_place_tuple_daddr6(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const struct nf_conntrack_tuple *object = (const void *)(h->base + at);

	span->offset = offsetof(struct nf_conntrack_tuple, dst.u3.in6.in6_u.u6_addr8);
	span->length = sizeof_field(struct nf_conntrack_tuple, dst.u3.in6.in6_u.u6_addr8);
	return object->src.l3num == AF_INET6; /* specs/conntrack.yaml:39 */
}

static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, src.l3num),
					   u_int16_t),
	      "specs/conntrack.yaml:34: tuple.l3num: src.l3num of struct nf_conntrack_tuple is not u_int16_t");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, dst.protonum),
					   u_int8_t),
	      "specs/conntrack.yaml:35: tuple.protonum: dst.protonum of struct nf_conntrack_tuple is not u_int8_t");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, src.u3.ip),
					   __be32),
	      "specs/conntrack.yaml:36: tuple.saddr: src.u3.ip of struct nf_conntrack_tuple is not __be32");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, dst.u3.ip),
					   __be32),
	      "specs/conntrack.yaml:37: tuple.daddr: dst.u3.ip of struct nf_conntrack_tuple is not __be32");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple,
							 src.u3.in6.in6_u.u6_addr8), __u8[]) ||
	      /* Rows of one array are seen as one, too. */
	      __builtin_types_compatible_p(typeof(((struct nf_conntrack_tuple *)0)->src.u3.in6.in6_u.u6_addr8[0]), __u8[]),
	      "specs/conntrack.yaml:38: tuple.saddr6: src.u3.in6.in6_u.u6_addr8 of struct nf_conntrack_tuple is not __u8[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple,
							 dst.u3.in6.in6_u.u6_addr8), __u8[]) ||
	      /* Rows of one array are seen as one, too. */
	      __builtin_types_compatible_p(typeof(((struct nf_conntrack_tuple *)0)->dst.u3.in6.in6_u.u6_addr8[0]), __u8[]),
	      "specs/conntrack.yaml:39: tuple.daddr6: dst.u3.in6.in6_u.u6_addr8 of struct nf_conntrack_tuple is not __u8[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, src.u.all),
					   __be16),
	      "specs/conntrack.yaml:40: tuple.sport: src.u.all of struct nf_conntrack_tuple is not __be16");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conntrack_tuple, dst.u.all),
					   __be16),
	      "specs/conntrack.yaml:41: tuple.dport: dst.u.all of struct nf_conntrack_tuple is not __be16");

static const struct luadata_field tuple_fields[] = {
	{
		.name = "l3num",
		.offset = offsetof(struct nf_conntrack_tuple, src.l3num),
		.size = sizeof_field(struct nf_conntrack_tuple, src.l3num),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.l3num),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "family of the addresses: 2 for IPv4, 10 for IPv6",
	},
	{
		.name = "protonum",
		.offset = offsetof(struct nf_conntrack_tuple, dst.protonum),
		.size = sizeof_field(struct nf_conntrack_tuple, dst.protonum),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.protonum),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.constants = ipproto_names,
		.doc = "transport protocol",
	},
	{
		.name = "saddr",
		.offset = offsetof(struct nf_conntrack_tuple, src.u3.ip),
		.size = sizeof_field(struct nf_conntrack_tuple, src.u3.ip),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u3.ip),
		.place = l_place_tuple_saddr,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "source address (IPv4)",
	},
	{
		.name = "daddr",
		.offset = offsetof(struct nf_conntrack_tuple, dst.u3.ip),
		.size = sizeof_field(struct nf_conntrack_tuple, dst.u3.ip),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u3.ip),
		.place = l_place_tuple_daddr,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "destination address (IPv4)",
	},
	{
		.name = "saddr6",
		.offset = offsetof(struct nf_conntrack_tuple, src.u3.in6.in6_u.u6_addr8),
		.size = sizeof_field(struct nf_conntrack_tuple,
				     src.u3.in6.in6_u.u6_addr8), /* specs/conntrack.yaml:38 */
		.place = l_place_tuple_saddr6,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ,
		.doc = "source address (IPv6)",
	},
	{
		.name = "daddr6",
		.offset = offsetof(struct nf_conntrack_tuple, dst.u3.in6.in6_u.u6_addr8),
		.size = sizeof_field(struct nf_conntrack_tuple,
				     dst.u3.in6.in6_u.u6_addr8), /* specs/conntrack.yaml:39 */
		.place = l_place_tuple_daddr6,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ,
		.doc = "destination address (IPv6)",
	},
	{
		.name = "sport",
		.offset = offsetof(struct nf_conntrack_tuple, src.u.all),
		.size = sizeof_field(struct nf_conntrack_tuple, src.u.all),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u.all),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.doc = "source port, or identifier of an ICMP echo",
	},
	{
		.name = "dport",
		.offset = offsetof(struct nf_conntrack_tuple, dst.u.all),
		.size = sizeof_field(struct nf_conntrack_tuple, dst.u.all),
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u.all),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.doc = "destination port; of ICMP its type and code",
	},
};

const struct luadata_layout luadata_layout_conntrack_tuple = {
	.name = "conntrack.tuple",
	.size = sizeof(struct nf_conntrack_tuple),
	.fields = tuple_fields,
	.nfields = LUADATA_COUNT(tuple_fields),
	.doc = "One direction of a connection",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_conntrack_tuple);

static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conn, tuplehash[0].tuple),
					   struct nf_conntrack_tuple),
	      "specs/conntrack.yaml:46: connection.original: tuplehash[0].tuple of struct nf_conn is not struct nf_conntrack_tuple");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conn, tuplehash[1].tuple),
					   struct nf_conntrack_tuple),
	      "specs/conntrack.yaml:47: connection.reply: tuplehash[1].tuple of struct nf_conn is not struct nf_conntrack_tuple");
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conn, status), unsigned long),
	      "specs/conntrack.yaml:48: connection.status: status of struct nf_conn is not unsigned long");
#ifdef CONNTRACK_HAS_CONNECTION_MARK
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conn, mark), u_int32_t),
	      "specs/conntrack.yaml:49: connection.mark: mark of struct nf_conn is not u_int32_t");
#endif
static_assert(__builtin_types_compatible_p(typeof_member(struct nf_conn, timeout), u32),
	      "specs/conntrack.yaml:50: connection.timeout: timeout of struct nf_conn is not u32");

static const struct luadata_field connection_fields[] = {
	{
		.name = "original",
		.offset = offsetof(struct nf_conn, tuplehash[0].tuple),
		.size = sizeof_field(struct nf_conn, tuplehash[0].tuple),
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ,
		.layout = &luadata_layout_conntrack_tuple,
		.doc = "direction of its first packet",
	},
	{
		.name = "reply",
		.offset = offsetof(struct nf_conn, tuplehash[1].tuple),
		.size = sizeof_field(struct nf_conn, tuplehash[1].tuple),
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ,
		.layout = &luadata_layout_conntrack_tuple,
		.doc = "the other direction",
	},
	{
		.name = "status",
		.offset = offsetof(struct nf_conn, status),
		.size = sizeof_field(struct nf_conn, status),
		.bits = 8 * sizeof_field(struct nf_conn, status),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST | LUADATA_FIELD_FLAGS,
		.constants = status_names,
		.doc = "what is known of it",
	},
#ifdef CONNTRACK_HAS_CONNECTION_MARK
	{
		.name = "mark",
		.offset = offsetof(struct nf_conn, mark),
		.size = sizeof_field(struct nf_conn, mark),
		.bits = 8 * sizeof_field(struct nf_conn, mark),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "its mark",
	},
#else
	{
		.name = "mark",
		.bits = 1,
		.size = 1,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_OPTIONAL,
	},
#endif
	{
		.name = "timeout",
		.offset = offsetof(struct nf_conn, timeout),
		.size = sizeof_field(struct nf_conn, timeout),
		.bits = 8 * sizeof_field(struct nf_conn, timeout),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "when it is given up, in jiffies",
		.unit = "ticks",
	},
};

const struct luadata_layout luadata_layout_conntrack_connection = {
	.name = "conntrack.connection",
	.size = sizeof(struct nf_conn),
	.fields = connection_fields,
	.nfields = LUADATA_COUNT(connection_fields),
	.doc = "A connection, as it was when it was asked for",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_conntrack_connection);

#ifndef l_call_of
static inline struct nf_conn *l_call_of(struct sk_buff *skb)
{
	return ({ enum ip_conntrack_info info; nf_ct_get(skb,
							 &info); }); /* specs/conntrack.yaml:53 */
}
#endif

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct nf_conn[1]), /* specs/conntrack.yaml:53 */
	      "specs/conntrack.yaml:53: functions.of: struct nf_conn goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* conntrack.of(skb): The connection of a packet; nil when it has none. */
static int l_of(lua_State *L)
{
	struct sk_buff *skb;
	struct nf_conn *result;
	struct nf_conn *copy;

	klua_checkcall(L, "conntrack.of", KLUA_STACK_ANY);
	lua_settop(L, 1);
	copy = luadata_newobject(L, &luadata_layout_conntrack_connection);
	skb = luadata_original(L, 1, "conntrack.of: skb", &luadata_layout_skb);
	result = l_call_of(skb);
	if (!IS_ERR_OR_NULL(result))
		memcpy(copy, result, sizeof(*copy));
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	lua_pushvalue(L, 2);
	return 1;
}

#ifndef l_call_state
static inline int l_call_state(struct sk_buff *skb)
{
	return ({ enum ip_conntrack_info info; nf_ct_get(skb,
							 &info) ? (int)info : IP_CT_UNTRACKED; }); /* specs/conntrack.yaml:60 */
}
#endif

/* conntrack.state(skb): Where a packet stands in its connection; untracked when it has none. */
static int l_state(lua_State *L)
{
	struct sk_buff *skb;
	int result;

	klua_checkcall(L, "conntrack.state", KLUA_STACK_ANY);
	skb = luadata_original(L, 1, "conntrack.state: skb", &luadata_layout_skb);
	result = l_call_state(skb);
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"of", l_of},
	{"state", l_state},
	{NULL, NULL},
};

int luaopen_conntrack(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, status_names);
	lua_setfield(L, -2, "status");
	luadata_pushconstants(L, info_names);
	lua_setfield(L, -2, "info");
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_conntrack_tuple);
	lua_setfield(L, -2, "tuple");
	luadata_pushlayout(L, &luadata_layout_conntrack_connection);
	lua_setfield(L, -2, "connection");
	lua_setfield(L, -2, "layouts");
	return 1;
}
