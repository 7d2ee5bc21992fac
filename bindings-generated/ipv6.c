// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv6 binding: Internet Protocol version 6 header. Generated from specs/wire/ipv6.yaml. */

#include "find.h"
#include "glue.h"
#include "ipv4.h"
#include "ipv6.h"

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

static const struct luadata_constant ecn_names[] = {
	{"not_ect", 0},
	{"ect1", 1},
	{"ect0", 2},
	{"ce", 3},
	{NULL, 0},
};

/* payload: from byte 40 up to 40 + payload_len */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t payload_len = luadata_big(p + 4, 2);
	int64_t from = 40;
	int64_t to = payload_len == 0 ? (int64_t)(h->length - at) : 40 + payload_len;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field ipv6_fields[] = {
	{
		.name = "version",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 6,
		.max = 6,
		.doc = "version of the protocol",
	},
	{
		.name = "traffic_class",
		.offset = 0,
		.size = 2,
		.shift = 4,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "DSCP in the upper six bits, ECN in the lower two",
	},
	{
		.name = "flow_label",
		.offset = 1,
		.size = 3,
		.bits = 20,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "the same in all packets of a flow; 0 when there is none",
	},
	{
		.name = "payload_len",
		.offset = 4,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of what follows this header; 0 in jumbograms",
		.unit = "bytes",
	},
	{
		.name = "nexthdr",
		.offset = 6,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = ipproto_names,
		.doc = "what follows: an extension header or the transport",
	},
	{
		.name = "hop_limit",
		.offset = 7,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how many routers may still forward the packet",
		.unit = "hops",
	},
	{
		.name = "saddr",
		.offset = 8,
		.size = 16,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "source address",
	},
	{
		.name = "daddr",
		.offset = 24,
		.size = 16,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "destination address",
	},
	{
		.name = "dscp",
		.offset = 0,
		.size = 2,
		.shift = 6,
		.bits = 6,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "differentiated services code point",
	},
	{
		.name = "ecn",
		.offset = 1,
		.size = 1,
		.shift = 4,
		.bits = 2,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STRICT,
		.constants = ecn_names,
		.doc = "explicit congestion notification",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows this header; payload_len is 0 of a jumbogram",
	},
};

const struct luadata_layout luadata_layout_ipv6 = {
	.name = "ipv6",
	.size = 40,
	.fields = ipv6_fields,
	.nfields = LUADATA_COUNT(ipv6_fields),
	.doc = "Internet Protocol version 6 header",
};

LUADATA_EXPORT(luadata_layout_ipv6);

int luaopen_ipv6(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_ipv6);
	return 1;
}
