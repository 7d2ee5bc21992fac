// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The icmpv6 binding: Internet Control Message Protocol for IPv6. Generated from
 * specs/wire/icmpv6.yaml.
 */

#include "place.h"
#include "glue.h"
#include "icmpv6.h"

/* Types of messages (IANA ICMPv6 type numbers). */
static const struct luadata_constant icmptype_names[] = {
	{"unreachable", 1},
	{"packet_too_big", 2},
	{"time_exceeded", 3},
	{"parameter_problem", 4},
	{"echo_request", 128},
	{"echo_reply", 129},
	{"listener_query", 130},
	{"listener_report", 131},
	{"listener_done", 132},
	{"router_solicitation", 133},
	{"router_advertisement", 134},
	{"neighbor_solicitation", 135},
	{"neighbor_advertisement", 136},
	{"redirect", 137},
	{"multicast_listener_report", 143},
	{"extended_echo_request", 160},
	{"extended_echo_reply", 161},
	{NULL, 0},
};

/* Types of options (IANA IPv6 Neighbor Discovery option formats). */
static const struct luadata_constant optiontype_names[] = {
	{"source_link", 1},
	{"target_link", 2},
	{"prefix", 3},
	{"redirected", 4},
	{"mtu", 5},
	{"nonce", 14},
	{"route", 24},
	{"dns_servers", 25},
	{"flags", 26},
	{"dns_search", 31},
	{"pref64", 38},
	{NULL, 0},
};

/* Bytes of the server at p */
static size_t l_measure_server(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 16);
}

static const struct luadata_field server_fields[] = {
	{
		.name = "address",
		.offset = 0,
		.size = 16,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "its address",
	},
};

const struct luadata_layout luadata_layout_icmpv6_server = {
	.name = "icmpv6.server",
	.size = 16,
	.fields = server_fields,
	.nfields = LUADATA_COUNT(server_fields),
	.doc = "A server of DNS",
};

LUADATA_EXPORT(luadata_layout_icmpv6_server);

/* Where search.name ends */
static size_t end_search_name(const unsigned char *p, size_t n)
{
	return luadata_pastname(p, n, 0);
}

/* Bytes of the search at p */
static size_t l_measure_search(const unsigned char *p, size_t n)
{
	return end_search_name(p, n);
}

/* name: at byte 0, up to its last label */
static bool l_place_search_name(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_name = end_search_name(p, n);

	if (!after_name)
		return false;
	return luadata_found(span, 0, after_name);
}

static const struct luadata_field search_fields[] = {
	{
		.name = "name",
		.place = l_place_search_name,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
		.doc = "the name",
	},
};

const struct luadata_layout luadata_layout_icmpv6_search = {
	.name = "icmpv6.search",
	.size = 0,
	.fields = search_fields,
	.nfields = LUADATA_COUNT(search_fields),
	.doc = "A name to try names below",
	.reach = 255,
};

LUADATA_EXPORT(luadata_layout_icmpv6_search);

static const struct luadata_list option_servers_list = {
	.layout = &luadata_layout_icmpv6_server,
	.measure = l_measure_server,
};

static const struct luadata_list option_search_list = {
	.layout = &luadata_layout_icmpv6_search,
	.measure = l_measure_search,
};

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t length;

	if (n < 2)
		return 0;
	length = p[1];
	if (length * 8 < 2)
		return 0;
	return luadata_past(n, 0, length * 8);
}

/* address: at byte 2, 6 bytes, when type is source_link or target_link */
static bool l_place_option_address(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 1 && type != 2)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 2, 6);
}

/* prefix_length: at byte 2, 1 byte, when type is prefix */
static bool l_place_option_prefix_length(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 1)
		return false;
	return luadata_found(span, 2, 1);
}

/* on_link: at byte 3, 1 byte, when type is prefix */
static bool l_place_option_on_link(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* autonomous: at byte 3, 1 byte, when type is prefix */
static bool l_place_option_autonomous(const struct luadata_handle *h, size_t at,
				      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* unused6: at byte 3, 1 byte, when type is prefix */
static bool l_place_option_unused6(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* valid: at byte 4, 4 bytes, when type is prefix */
static bool l_place_option_valid(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 4, 4);
}

/* preferred: at byte 8, 4 bytes, when type is prefix */
static bool l_place_option_preferred(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 10)
		return false;
	return luadata_found(span, 8, 4);
}

/* unused32: at byte 12, 4 bytes, when type is prefix */
static bool l_place_option_unused32(const struct luadata_handle *h, size_t at,
				    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 14)
		return false;
	return luadata_found(span, 12, 4);
}

/* prefix: at byte 16, 16 bytes, when type is prefix */
static bool l_place_option_prefix(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 3)
		return false;
	length = p[1];
	if (length * 8 - 2 < 30)
		return false;
	return luadata_found(span, 16, 16);
}

/* route_length: at byte 2, 1 byte, when type is route */
static bool l_place_option_route_length(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 24)
		return false;
	length = p[1];
	if (length * 8 - 2 < 1)
		return false;
	return luadata_found(span, 2, 1);
}

/* route_unused3: at byte 3, 1 byte, when type is route */
static bool l_place_option_route_unused3(const struct luadata_handle *h, size_t at,
					 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 24)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* preference: at byte 3, 1 byte, when type is route */
static bool l_place_option_preference(const struct luadata_handle *h, size_t at,
				      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 24)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* route_unused: at byte 3, 1 byte, when type is route */
static bool l_place_option_route_unused(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 24)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* route_lifetime: at byte 4, 4 bytes, when type is route */
static bool l_place_option_route_lifetime(const struct luadata_handle *h, size_t at,
					  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 24)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 4, 4);
}

/* route: at byte 8, length * 8 - 8 bytes, when type is route */
static bool l_place_option_route(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length, taken, size;

	if (type != 24)
		return false;
	length = p[1];
	taken = length * 8 - 8;
	if (taken < 0)
		return false;
	size = length * 8 - 2;
	if (size < 0)
		return false;
	return luadata_cut_at(2 + size, span, 8, taken);
}

/* dns_unused16: at byte 2, 2 bytes, when type is dns_servers */
static bool l_place_option_dns_unused16(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 25)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 2, 2);
}

/* dns_lifetime: at byte 4, 4 bytes, when type is dns_servers */
static bool l_place_option_dns_lifetime(const struct luadata_handle *h, size_t at,
					struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 25)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 4, 4);
}

/* servers: at byte 8, length * 8 - 8 bytes, when type is dns_servers */
static bool l_place_option_servers(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length, taken, size;

	if (type != 25)
		return false;
	length = p[1];
	taken = length * 8 - 8;
	if (taken < 0)
		return false;
	size = length * 8 - 2;
	if (size < 0)
		return false;
	return luadata_cut_at(2 + size, span, 8, taken);
}

/* search_unused16: at byte 2, 2 bytes, when type is dns_search */
static bool l_place_option_search_unused16(const struct luadata_handle *h, size_t at,
					   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 31)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 2, 2);
}

/* search_lifetime: at byte 4, 4 bytes, when type is dns_search */
static bool l_place_option_search_lifetime(const struct luadata_handle *h, size_t at,
					   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 31)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 4, 4);
}

/* search: at byte 8, length * 8 - 8 bytes, when type is dns_search */
static bool l_place_option_search(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length, taken, size;

	if (type != 31)
		return false;
	length = p[1];
	taken = length * 8 - 8;
	if (taken < 0)
		return false;
	size = length * 8 - 2;
	if (size < 0)
		return false;
	return luadata_cut_at(2 + size, span, 8, taken);
}

/* nat64_lifetime: at byte 2, 2 bytes, when type is pref64 */
static bool l_place_option_nat64_lifetime(const struct luadata_handle *h, size_t at,
					  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 38)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 2, 2);
}

/* nat64_code: at byte 3, 1 byte, when type is pref64 */
static bool l_place_option_nat64_code(const struct luadata_handle *h, size_t at,
				      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 38)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 3, 1);
}

/* nat64: at byte 4, 12 bytes, when type is pref64 */
static bool l_place_option_nat64(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 38)
		return false;
	length = p[1];
	if (length * 8 - 2 < 14)
		return false;
	return luadata_found(span, 4, 12);
}

/* unused16: at byte 2, 2 bytes, when type is mtu */
static bool l_place_option_unused16(const struct luadata_handle *h, size_t at,
				    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 5)
		return false;
	length = p[1];
	if (length * 8 - 2 < 2)
		return false;
	return luadata_found(span, 2, 2);
}

/* mtu: at byte 4, 4 bytes, when type is mtu */
static bool l_place_option_mtu(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];
	int64_t length;

	if (type != 5)
		return false;
	length = p[1];
	if (length * 8 - 2 < 6)
		return false;
	return luadata_found(span, 4, 4);
}

static const struct luadata_field option_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = optiontype_names,
		.doc = "type of the option",
	},
	{
		.name = "length",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the option with type and length",
		.unit = "8 bytes",
	},
	{
		.name = "address",
		.size = 6,
		.place = l_place_option_address,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "link-layer address",
	},
	{
		.name = "prefix_length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_prefix_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the prefix",
		.unit = "bits",
	},
	{
		.name = "on_link",
		.size = 1,
		.shift = 7,
		.bits = 1,
		.place = l_place_option_on_link,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "its addresses are on this link",
	},
	{
		.name = "autonomous",
		.size = 1,
		.shift = 6,
		.bits = 1,
		.place = l_place_option_autonomous,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "hosts make themselves addresses with it",
	},
	{
		.name = "unused6",
		.size = 1,
		.bits = 6,
		.place = l_place_option_unused6,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "valid",
		.size = 4,
		.bits = 32,
		.place = l_place_option_valid,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the prefix is on this link",
		.unit = "s",
	},
	{
		.name = "preferred",
		.size = 4,
		.bits = 32,
		.place = l_place_option_preferred,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long addresses with it are preferred",
		.unit = "s",
	},
	{
		.name = "unused32",
		.size = 4,
		.bits = 32,
		.place = l_place_option_unused32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "prefix",
		.size = 16,
		.place = l_place_option_prefix,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "the prefix",
	},
	{
		.name = "route_length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_route_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the route's prefix",
		.unit = "bits",
	},
	{
		.name = "route_unused3",
		.size = 1,
		.shift = 5,
		.bits = 3,
		.place = l_place_option_route_unused3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "preference",
		.size = 1,
		.shift = 3,
		.bits = 2,
		.place = l_place_option_preference,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of the route: 1 high, 0 medium, -1 low",
	},
	{
		.name = "route_unused",
		.size = 1,
		.bits = 3,
		.place = l_place_option_route_unused,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "route_lifetime",
		.size = 4,
		.bits = 32,
		.place = l_place_option_route_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the route is valid",
		.unit = "s",
	},
	{
		.name = "route",
		.place = l_place_option_route,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the first bytes of the prefix",
	},
	{
		.name = "dns_unused16",
		.size = 2,
		.bits = 16,
		.place = l_place_option_dns_unused16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "dns_lifetime",
		.size = 4,
		.bits = 32,
		.place = l_place_option_dns_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the servers may be asked",
		.unit = "s",
	},
	{
		.name = "servers",
		.place = l_place_option_servers,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &option_servers_list,
		.doc = "servers of DNS",
	},
	{
		.name = "search_unused16",
		.size = 2,
		.bits = 16,
		.place = l_place_option_search_unused16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "search_lifetime",
		.size = 4,
		.bits = 32,
		.place = l_place_option_search_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the names may be tried",
		.unit = "s",
	},
	{
		.name = "search",
		.place = l_place_option_search,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &option_search_list,
		.doc = "names to try below; those that are \".\" fill the option",
	},
	{
		.name = "nat64_lifetime",
		.size = 2,
		.shift = 3,
		.bits = 13,
		.place = l_place_option_nat64_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long the prefix is valid",
		.unit = "8 s",
	},
	{
		.name = "nat64_code",
		.size = 1,
		.bits = 3,
		.place = l_place_option_nat64_code,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the prefix: 0 to 5 are 96, 64, 56, 48, 40 and 32 bits",
	},
	{
		.name = "nat64",
		.place = l_place_option_nat64,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the first 96 bits of the prefix of NAT64",
	},
	{
		.name = "unused16",
		.size = 2,
		.bits = 16,
		.place = l_place_option_unused16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "mtu",
		.size = 4,
		.bits = 32,
		.place = l_place_option_mtu,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "MTU of the link",
		.unit = "bytes",
	},
};

const struct luadata_layout luadata_layout_icmpv6_option = {
	.name = "icmpv6.option",
	.size = 2,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "An option of Neighbor Discovery",
};

LUADATA_EXPORT(luadata_layout_icmpv6_option);

static const struct luadata_list options_list = {
	.layout = &luadata_layout_icmpv6_option,
	.measure = l_measure_option,
	.by = "type",
};

/* Where reachable ends */
static size_t end_reachable(const unsigned char *p, size_t n)
{
	int64_t type;

	if (n < 8)
		return 0;
	type = p[0];
	if (type != 134)
		return 8;
	return luadata_past(n, 8, 4);
}

/* Where retransmit ends */
static size_t end_retransmit(const unsigned char *p, size_t n)
{
	size_t after_reachable = end_reachable(p, n);
	int64_t type;

	if (!after_reachable)
		return 0;
	type = p[0];
	if (type != 134)
		return after_reachable;
	return luadata_past(n, after_reachable, 4);
}

/* Where target ends */
static size_t end_target(const unsigned char *p, size_t n)
{
	size_t after_retransmit = end_retransmit(p, n);
	int64_t type;

	if (!after_retransmit)
		return 0;
	type = p[0];
	if (type < 135 || type > 137)
		return after_retransmit;
	return luadata_past(n, after_retransmit, 16);
}

/* Where destination ends */
static size_t end_destination(const unsigned char *p, size_t n)
{
	size_t after_target = end_target(p, n);
	int64_t type;

	if (!after_target)
		return 0;
	type = p[0];
	if (type != 137)
		return after_target;
	return luadata_past(n, after_target, 16);
}

/* id: at byte 4, 2 bytes, when type is echo_request or echo_reply */
static bool l_place_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 128 && type != 129)
		return false;
	return luadata_found(span, 4, 2);
}

/* sequence: at byte 6, 2 bytes, when type is echo_request or echo_reply */
static bool l_place_sequence(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 128 && type != 129)
		return false;
	return luadata_found(span, 6, 2);
}

/* probe_id: at byte 4, 2 bytes, when type is extended_echo_request or extended_echo_reply */
static bool l_place_probe_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 4, 2);
}

/* probe_sequence: at byte 6, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_probe_sequence(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 6, 1);
}

/* state: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_state(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 7, 1);
}

/* unused2: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_unused2(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 7, 1);
}

/* active: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_active(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 7, 1);
}

/* has_ipv4: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_has_ipv4(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 7, 1);
}

/* has_ipv6: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_has_ipv6(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 160 && type != 161)
		return false;
	return luadata_found(span, 7, 1);
}

/* mtu: at byte 4, 4 bytes, when type is packet_too_big */
static bool l_place_mtu(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 2)
		return false;
	return luadata_found(span, 4, 4);
}

/* pointer: at byte 4, 4 bytes, when type is parameter_problem */
static bool l_place_pointer(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 4)
		return false;
	return luadata_found(span, 4, 4);
}

/* hop_limit: at byte 4, 1 byte, when type is router_advertisement */
static bool l_place_hop_limit(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 4, 1);
}

/* managed: at byte 5, 1 byte, when type is router_advertisement */
static bool l_place_managed(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 5, 1);
}

/* other: at byte 5, 1 byte, when type is router_advertisement */
static bool l_place_other(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 5, 1);
}

/* unused6: at byte 5, 1 byte, when type is router_advertisement */
static bool l_place_unused6(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 5, 1);
}

/* lifetime: at byte 6, 2 bytes, when type is router_advertisement */
static bool l_place_lifetime(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 6, 2);
}

/* router: at byte 4, 1 byte, when type is neighbor_advertisement */
static bool l_place_router(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 136)
		return false;
	return luadata_found(span, 4, 1);
}

/* solicited: at byte 4, 1 byte, when type is neighbor_advertisement */
static bool l_place_solicited(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 136)
		return false;
	return luadata_found(span, 4, 1);
}

/* override: at byte 4, 1 byte, when type is neighbor_advertisement */
static bool l_place_override(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 136)
		return false;
	return luadata_found(span, 4, 1);
}

/* unused29: at byte 4, 4 bytes, when type is neighbor_advertisement */
static bool l_place_unused29(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 136)
		return false;
	return luadata_found(span, 4, 4);
}

/* reachable: at byte 8, 4 bytes, when type == router_advertisement */
static bool l_place_reachable(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 134)
		return false;
	return luadata_found(span, 8, 4);
}

/* retransmit: after reachable, 4 bytes, when type == router_advertisement */
static bool l_place_retransmit(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_reachable = end_reachable(p, n);
	int64_t type;

	if (!after_reachable)
		return false;
	type = p[0];
	if (type != 134)
		return false;
	return luadata_found(span, after_reachable, 4);
}

/* target: after retransmit, 16 bytes, when type >= neighbor_solicitation and type <= redirect */
static bool l_place_target(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_retransmit = end_retransmit(p, n);
	int64_t type;

	if (!after_retransmit)
		return false;
	type = p[0];
	if (type < 135 || type > 137)
		return false;
	return luadata_found(span, after_retransmit, 16);
}

/* destination: after target, 16 bytes, when type == redirect */
static bool l_place_destination(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_target = end_target(p, n);
	int64_t type;

	if (!after_target)
		return false;
	type = p[0];
	if (type != 137)
		return false;
	return luadata_found(span, after_target, 16);
}

/*
 * options: after destination, up to the end of the block, when type >= router_solicitation and type
 * <= redirect
 */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_destination = end_destination(p, n);
	int64_t type;

	if (!after_destination)
		return false;
	type = p[0];
	if (type < 133 || type > 137)
		return false;
	return luadata_found(span, after_destination, h->length - at - after_destination);
}

/* payload: from byte 8 up to end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 8;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_checksum icmpv6_checksum = {
	.offset = 2,
};

static const struct luadata_field icmpv6_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = icmptype_names,
		.doc = "type of the message",
	},
	{
		.name = "code",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what it is about, for each type",
	},
	{
		.name = "check",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "checksum of pseudo-header and message",
	},
	{
		.name = "id",
		.size = 2,
		.bits = 16,
		.place = l_place_id,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "identifier",
	},
	{
		.name = "sequence",
		.size = 2,
		.bits = 16,
		.place = l_place_sequence,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sequence number",
	},
	{
		.name = "probe_id",
		.size = 2,
		.bits = 16,
		.place = l_place_probe_id,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "identifier",
	},
	{
		.name = "probe_sequence",
		.size = 1,
		.bits = 8,
		.place = l_place_probe_sequence,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sequence number",
	},
	{
		.name = "state",
		.size = 1,
		.shift = 5,
		.bits = 3,
		.place = l_place_state,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of a reply: state of the neighbor",
	},
	{
		.name = "unused2",
		.size = 1,
		.shift = 3,
		.bits = 2,
		.place = l_place_unused2,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "active",
		.size = 1,
		.shift = 2,
		.bits = 1,
		.place = l_place_active,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of a reply: the interface works",
	},
	{
		.name = "has_ipv4",
		.size = 1,
		.shift = 1,
		.bits = 1,
		.place = l_place_has_ipv4,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of a reply: it has IPv4",
	},
	{
		.name = "has_ipv6",
		.size = 1,
		.bits = 1,
		.place = l_place_has_ipv6,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of a request: the interface is the proxy's own; of a reply: it has IPv6",
	},
	{
		.name = "mtu",
		.size = 4,
		.bits = 32,
		.place = l_place_mtu,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "largest packet that the next hop takes",
		.unit = "bytes",
	},
	{
		.name = "pointer",
		.size = 4,
		.bits = 32,
		.place = l_place_pointer,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "offset of what is wrong",
		.unit = "bytes",
	},
	{
		.name = "hop_limit",
		.size = 1,
		.bits = 8,
		.place = l_place_hop_limit,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "hop limit to use; 0 leaves it open",
		.unit = "hops",
	},
	{
		.name = "managed",
		.size = 1,
		.shift = 7,
		.bits = 1,
		.place = l_place_managed,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "addresses are had by DHCPv6",
	},
	{
		.name = "other",
		.size = 1,
		.shift = 6,
		.bits = 1,
		.place = l_place_other,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "other settings are had by DHCPv6",
	},
	{
		.name = "unused6",
		.size = 1,
		.bits = 6,
		.place = l_place_unused6,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "lifetime",
		.size = 2,
		.bits = 16,
		.place = l_place_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long this is a default router; 0 is not at all",
		.unit = "s",
	},
	{
		.name = "router",
		.size = 1,
		.shift = 7,
		.bits = 1,
		.place = l_place_router,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the sender is a router",
	},
	{
		.name = "solicited",
		.size = 1,
		.shift = 6,
		.bits = 1,
		.place = l_place_solicited,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "this answers a solicitation",
	},
	{
		.name = "override",
		.size = 1,
		.shift = 5,
		.bits = 1,
		.place = l_place_override,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what was known before is wrong",
	},
	{
		.name = "unused29",
		.size = 4,
		.bits = 29,
		.place = l_place_unused29,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "reachable",
		.size = 4,
		.bits = 32,
		.place = l_place_reachable,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long a neighbor is reachable after a sign of life",
		.unit = "ms",
	},
	{
		.name = "retransmit",
		.size = 4,
		.bits = 32,
		.place = l_place_retransmit,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "time between solicitations",
		.unit = "ms",
	},
	{
		.name = "target",
		.size = 16,
		.place = l_place_target,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "address that it is about",
	},
	{
		.name = "destination",
		.size = 16,
		.place = l_place_destination,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "destination that has a better first hop",
	},
	{
		.name = "options",
		.place = l_place_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &options_list,
		.doc = "options of Neighbor Discovery",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows the first 8 bytes",
	},
};

const struct luadata_layout luadata_layout_icmpv6 = {
	.name = "icmpv6",
	.size = 8,
	.fields = icmpv6_fields,
	.nfields = LUADATA_COUNT(icmpv6_fields),
	.doc = "Internet Control Message Protocol for IPv6",
	.reach = 48,
	.checksum = &icmpv6_checksum,
};

LUADATA_EXPORT(luadata_layout_icmpv6);

int luaopen_icmpv6(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_icmpv6);
	return 1;
}
