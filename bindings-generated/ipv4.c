// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv4 binding: Internet Protocol version 4 header. Generated from specs/wire/ipv4.yaml. */

#include "place.h"
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

/* Explicit congestion notification (RFC 3168). */
static const struct luadata_constant ecn_names[] = {
	{"not_ect", 0},
	{"ect1", 1},
	{"ect0", 2},
	{"ce", 3},
	{NULL, 0},
};

/*
 * Kinds of options, with the bits that say whether fragments have a copy (IANA IP option numbers).
 */
static const struct luadata_constant optionkind_names[] = {
	{"end", 0},
	{"nop", 1},
	{"record_route", 7},
	{"timestamp", 68},
	{"security", 130},
	{"loose_route", 131},
	{"stream", 136},
	{"strict_route", 137},
	{"router_alert", 148},
	{NULL, 0},
};

/* Bytes of the hop at p */
static size_t l_measure_hop(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 4);
}

static const struct luadata_field hop_fields[] = {
	{
		.name = "address",
		.offset = 0,
		.size = 4,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "its address",
	},
};

const struct luadata_layout luadata_layout_ipv4_hop = {
	.name = "ipv4.hop",
	.size = 4,
	.fields = hop_fields,
	.nfields = LUADATA_COUNT(hop_fields),
	.doc = "A router on the way",
};

LUADATA_EXPORT(luadata_layout_ipv4_hop);

static const struct luadata_list option_route_list = {
	.layout = &luadata_layout_ipv4_hop,
	.measure = l_measure_hop,
};

/* Where option.length ends */
static size_t end_option_length(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return 1;
	return luadata_past(n, 1, 1);
}

/* Where option.data ends */
static size_t end_option_data(const unsigned char *p, size_t n)
{
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return after_length;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return 0;
	return luadata_past(n, after_length, taken);
}

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t kind, length;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return end_option_data(p, n);
	if (n < 2)
		return 0;
	length = p[1];
	if (length < 2)
		return 0;
	return luadata_past(n, 0, length);
}

/* length: at byte 1, 1 byte, when kind > nop */
static bool l_place_option_length(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];

	if (kind <= 1)
		return false;
	return luadata_found(span, 1, 1);
}

/* pointer: after length, 1 byte, when kind is record_route, loose_route or strict_route */
static bool l_place_option_pointer(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 7 && kind != 131 && kind != 137)
		return false;
	length = p[1];
	if (length - 2 < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/*
 * route: 1 after length, length - 3 bytes, when kind is record_route, loose_route or strict_route
 */
static bool l_place_option_route(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken, size;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 7 && kind != 131 && kind != 137)
		return false;
	length = p[1];
	taken = length - 3;
	if (taken < 0)
		return false;
	size = length - 2;
	if (size < 0)
		return false;
	return luadata_cut_at(after_length + size, span, after_length + 1, taken);
}

/* value: after length, 2 bytes, when kind is router_alert */
static bool l_place_option_value(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 148)
		return false;
	length = p[1];
	if (length - 2 < 2)
		return false;
	return luadata_found(span, after_length, 2);
}

static const struct luadata_field option_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = optionkind_names,
		.doc = "kind of the option",
	},
	{
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the option with kind and length",
		.unit = "bytes",
	},
	{
		.name = "pointer",
		.size = 1,
		.bits = 8,
		.place = l_place_option_pointer,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "where the next address is, counted from 1 at kind",
	},
	{
		.name = "route",
		.place = l_place_option_route,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &option_route_list,
		.doc = "addresses of the route",
	},
	{
		.name = "value",
		.size = 2,
		.bits = 16,
		.place = l_place_option_value,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "0 when routers are to look at the packet",
	},
};

const struct luadata_layout luadata_layout_ipv4_option = {
	.name = "ipv4.option",
	.size = 1,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "One option. Those of kind nop have no length and no data; one of kind end ends the list",
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_ipv4_option);

/* Bytes of the next record of options; none when it has kind == end, and so ends them. */
static size_t l_next_options(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind == 0)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list options_list = {
	.layout = &luadata_layout_ipv4_option,
	.measure = l_next_options,
	.by = "kind",
};

/* options: at byte 20, ihl * 4 - 20 bytes */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t ihl = p[0] & 0xf;

	if (ihl < 5)
		return false;
	return luadata_found(span, 20, ihl * 4 - 20);
}

/* options_block: from byte 20 up to ihl * 4 */
static bool l_place_options_block(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
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
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &options_list,
		.doc = "options, none in most packets",
	},
	{
		.name = "dscp",
		.offset = 1,
		.size = 1,
		.shift = 2,
		.bits = 6,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "differentiated services code point",
	},
	{
		.name = "ecn",
		.offset = 1,
		.size = 1,
		.bits = 2,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STRICT,
		.constants = ecn_names,
		.doc = "explicit congestion notification",
	},
	{
		.name = "options_block",
		.place = l_place_options_block,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "all bytes of the options, padded to a multiple of four",
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
