// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv4 binding: Internet Protocol version 4 header. Generated from specs/wire/ipv4.yaml. */

#include "find.h"
#include "glue.h"
#include "ipv4.h"

/* Protocol numbers (IANA assigned internet protocol numbers). */
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

/* options: from byte 20 up to ihl * 4 */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t ihl = p[0] & 0xf;
	int64_t from = 20;
	int64_t to = ihl * 4;

	if (ihl < 5 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* payload: from byte ihl * 4 up to tot_len */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t ihl = p[0] & 0xf;
	int64_t tot_len = luadata_big(p + 2, 2);
	int64_t from = ihl * 4;
	int64_t to = tot_len == 0 ? (int64_t)(h->length - at) : tot_len;

	if (ihl < 5 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* What ipv4.check covers: up to ihl * 4 */
static bool l_cover_check(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t ihl = p[0] & 0xf;

	if (ihl < 5)
		return false;
	return luadata_found(span, 0, ihl * 4);
}

static const struct luadata_checksum ipv4_checksum = {
	.offset = 10,
	.cover = l_cover_check,
};

static const struct luadata_field ipv4_fields[] = {
	{
		.name = "version",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 4,
		.max = 4,
		.doc = "version of the protocol",
	},
	{
		.name = "ihl",
		.offset = 0,
		.size = 1,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 5,
		.max = 15,
		.doc = "length of the header with its options",
		.unit = "32-bit words",
	},
	{
		.name = "tos",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "type of service: DSCP in the upper six bits, ECN in the lower two",
	},
	{
		.name = "tot_len",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the packet with this header",
		.unit = "bytes",
	},
	{
		.name = "id",
		.offset = 4,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "identification, the same in all fragments of a packet",
	},
	{
		.name = "reserved",
		.offset = 6,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "always false",
	},
	{
		.name = "df",
		.offset = 6,
		.size = 1,
		.shift = 6,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "do not fragment",
	},
	{
		.name = "mf",
		.offset = 6,
		.size = 1,
		.shift = 5,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "more fragments follow",
	},
	{
		.name = "frag_off",
		.offset = 6,
		.size = 2,
		.bits = 13,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "where this fragment belongs in the packet",
		.unit = "8 bytes",
	},
	{
		.name = "ttl",
		.offset = 8,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time to live",
		.unit = "hops",
	},
	{
		.name = "protocol",
		.offset = 9,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = ipproto_names,
		.doc = "what the payload begins with",
	},
	{
		.name = "check",
		.offset = 10,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "checksum of the header",
	},
	{
		.name = "saddr",
		.offset = 12,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "source address",
	},
	{
		.name = "daddr",
		.offset = 16,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "destination address",
	},
	{
		.name = "options",
		.place = l_place_options,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "options, empty in most packets",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the packet carries; tot_len is 0 of a packet of 64 KiB or more, which a device cuts",
	},
};

const struct luadata_layout luadata_layout_ipv4 = {
	.name = "ipv4",
	.size = 20,
	.fields = ipv4_fields,
	.nfields = LUADATA_COUNT(ipv4_fields),
	.doc = "Internet Protocol version 4 header",
	.checksum = &ipv4_checksum,
};

LUADATA_EXPORT(luadata_layout_ipv4);

int luaopen_ipv4(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_ipv4);
	return 1;
}
