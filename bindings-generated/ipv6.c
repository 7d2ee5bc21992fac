// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv6 binding: Internet Protocol version 6 header. Generated from specs/wire/ipv6.yaml. */

#include "place.h"
#include "glue.h"
#include "ipv4.h"
#include "ipv6.h"

/*
 * Types of extension headers (IANA IPv6 extension header types). ESP and no next header end the
 * list.
 */
static const struct luadata_constant extensiontype_names[] = {
	{"hop_by_hop", 0},
	{"routing", 43},
	{"fragment", 44},
	{"ah", 51},
	{"destination", 60},
	{"mobility", 135},
	{"hip", 139},
	{"shim6", 140},
	{NULL, 0},
};

/*
 * Types of options, with the bits that say what to do with unknown ones (IANA destination options
 * and hop-by-hop options).
 */
static const struct luadata_constant optiontype_names[] = {
	{"pad1", 0},
	{"padn", 1},
	{"tunnel_limit", 4},
	{"router_alert", 5},
	{"calipso", 7},
	{"smf_dpd", 8},
	{"pdm", 15},
	{"rpl", 35},
	{"quick_start", 38},
	{"path_mtu", 48},
	{"mpl", 109},
	{"ilnp_nonce", 139},
	{"jumbo", 194},
	{"home_address", 201},
	{NULL, 0},
};

/* Types of routing headers (IANA IPv6 routing types). */
static const struct luadata_constant routingtype_names[] = {
	{"source_route", 0},
	{"home_address", 2},
	{"rpl", 3},
	{"segments", 4},
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

static const struct luadata_constant ecn_names[] = {
	{"not_ect", 0},
	{"ect1", 1},
	{"ect0", 2},
	{"ce", 3},
	{NULL, 0},
};

/* Where option.length ends */
static size_t end_option_length(const unsigned char *p, size_t n)
{
	int64_t type;

	if (n < 1)
		return 0;
	type = p[0];
	if (type == 0)
		return 1;
	return luadata_past(n, 1, 1);
}

/* Where option.data ends */
static size_t end_option_data(const unsigned char *p, size_t n)
{
	size_t after_length = end_option_length(p, n);
	int64_t type, length;

	if (!after_length)
		return 0;
	type = p[0];
	if (type == 0)
		return after_length;
	length = p[1];
	return luadata_past(n, after_length, length);
}

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t type, length;

	if (n < 1)
		return 0;
	type = p[0];
	if (type == 0)
		return end_option_data(p, n);
	if (n < 2)
		return 0;
	length = p[1];
	return luadata_past(n, 0, length + 2);
}

/* length: at byte 1, 1 byte, when type != pad1 */
static bool l_place_option_length(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type == 0)
		return false;
	return luadata_found(span, 1, 1);
}

/* limit: after length, 1 byte, when type is tunnel_limit */
static bool l_place_option_limit(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t type, length;

	if (!after_length)
		return false;
	type = p[0];
	if (type != 4)
		return false;
	length = p[1];
	if (length < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/* value: after length, 2 bytes, when type is router_alert */
static bool l_place_option_value(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t type, length;

	if (!after_length)
		return false;
	type = p[0];
	if (type != 5)
		return false;
	length = p[1];
	if (length < 2)
		return false;
	return luadata_found(span, after_length, 2);
}

/* jumbo: after length, 4 bytes, when type is jumbo */
static bool l_place_option_jumbo(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t type, length;

	if (!after_length)
		return false;
	type = p[0];
	if (type != 194)
		return false;
	length = p[1];
	if (length < 4)
		return false;
	return luadata_found(span, after_length, 4);
}

/* address: after length, 16 bytes, when type is home_address */
static bool l_place_option_address(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t type, length;

	if (!after_length)
		return false;
	type = p[0];
	if (type != 201)
		return false;
	length = p[1];
	if (length < 16)
		return false;
	return luadata_found(span, after_length, 16);
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
		.size = 1,
		.bits = 8,
		.place = l_place_option_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the data",
		.unit = "bytes",
	},
	{
		.name = "limit",
		.size = 1,
		.bits = 8,
		.place = l_place_option_limit,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how many more tunnels the packet may enter (RFC 2473)",
	},
	{
		.name = "value",
		.size = 2,
		.bits = 16,
		.place = l_place_option_value,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "why routers are to look at the packet; 0: multicast listener discovery (RFC 2711)",
	},
	{
		.name = "jumbo",
		.size = 4,
		.bits = 32,
		.place = l_place_option_jumbo,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "bytes of what follows the IPv6 header, 65536 or more (RFC 2675)",
	},
	{
		.name = "address",
		.size = 16,
		.place = l_place_option_address,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "home address of a mobile node (RFC 6275)",
	},
};

const struct luadata_layout luadata_layout_ipv6_option = {
	.name = "ipv6.option",
	.size = 1,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "One option of a hop-by-hop or destination options header. Those of type pad1 have no length and no data",
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_ipv6_option);

/* Bytes of the segment at p */
static size_t l_measure_segment(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 16);
}

static const struct luadata_field segment_fields[] = {
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

const struct luadata_layout luadata_layout_ipv6_segment = {
	.name = "ipv6.segment",
	.size = 16,
	.fields = segment_fields,
	.nfields = LUADATA_COUNT(segment_fields),
	.doc = "A segment of a path",
};

LUADATA_EXPORT(luadata_layout_ipv6_segment);

static const struct luadata_list routing_segments_list = {
	.layout = &luadata_layout_ipv6_segment,
	.measure = l_measure_segment,
};

/* reserved: at byte 2, 4 bytes, when type is home_address */
static bool l_place_routing_reserved(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 2)
		return false;
	return luadata_found(span, 2, 4);
}

/* address: at byte 6, 16 bytes, when type is home_address */
static bool l_place_routing_address(const struct luadata_handle *h, size_t at,
				    struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 2)
		return false;
	return luadata_found(span, 6, 16);
}

/* last_entry: at byte 2, 1 byte, when type is segments */
static bool l_place_routing_last_entry(const struct luadata_handle *h, size_t at,
				       struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 4)
		return false;
	return luadata_found(span, 2, 1);
}

/* flags: at byte 3, 1 byte, when type is segments */
static bool l_place_routing_flags(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 4)
		return false;
	return luadata_found(span, 3, 1);
}

/* tag: at byte 4, 2 bytes, when type is segments */
static bool l_place_routing_tag(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 4)
		return false;
	return luadata_found(span, 4, 2);
}

/* segments: at byte 6, last_entry * 16 + 16 bytes, when type is segments */
static bool l_place_routing_segments(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t type = p[0];
	int64_t last_entry;

	if (type != 4 || n < 3)
		return false;
	last_entry = p[2];
	return luadata_found(span, 6, last_entry * 16 + 16);
}

static const struct luadata_field routing_fields[] = {
	{
		.name = "type",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = routingtype_names,
		.doc = "type of the routing header",
	},
	{
		.name = "segments_left",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how many of the listed nodes the packet has still to visit",
	},
	{
		.name = "reserved",
		.size = 4,
		.bits = 32,
		.place = l_place_routing_reserved,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "address",
		.size = 16,
		.place = l_place_routing_address,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV6,
		.doc = "home address of the receiver",
	},
	{
		.name = "last_entry",
		.size = 1,
		.bits = 8,
		.place = l_place_routing_last_entry,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "number of the last segment, counted from 0",
	},
	{
		.name = "flags",
		.size = 1,
		.bits = 8,
		.place = l_place_routing_flags,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "none is defined",
	},
	{
		.name = "tag",
		.size = 2,
		.bits = 16,
		.place = l_place_routing_tag,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "the same in packets of a class",
	},
	{
		.name = "segments",
		.place = l_place_routing_segments,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &routing_segments_list,
		.doc = "segments, the last one of the path first",
	},
};

const struct luadata_layout luadata_layout_ipv6_routing = {
	.name = "ipv6.routing",
	.size = 2,
	.fields = routing_fields,
	.nfields = LUADATA_COUNT(routing_fields),
	.doc = "What a routing header says",
	.reach = 3,
};

LUADATA_EXPORT(luadata_layout_ipv6_routing);

static const struct luadata_list extension_options_list = {
	.layout = &luadata_layout_ipv6_option,
	.measure = l_measure_option,
	.by = "type",
};

/* Where extension.options ends */
static size_t end_extension_options(const unsigned char *p, size_t n, size_t told)
{
	int64_t type, length;

	if (n < 2)
		return 0;
	type = told;
	if (type != 0 && type != 60)
		return 2;
	length = p[1];
	return luadata_past(n, 2, length * 8 + 6);
}

/* Where extension.routing ends */
static size_t end_extension_routing(const unsigned char *p, size_t n, size_t told)
{
	int64_t type, length;

	if (n < 2)
		return 0;
	type = told;
	if (type != 43)
		return 2;
	length = p[1];
	return luadata_past(n, 2, length * 8 + 6);
}

/* Where extension.icv ends */
static size_t end_extension_icv(const unsigned char *p, size_t n, size_t told)
{
	int64_t type, length, taken;

	if (n < 12)
		return 0;
	type = told;
	if (type != 51)
		return 12;
	length = p[1];
	taken = length * 4 - 4;
	if (taken < 0)
		return 0;
	return luadata_past(n, 12, taken);
}

/* Where extension.body ends */
static size_t end_extension_body(const unsigned char *p, size_t n, size_t told)
{
	int64_t type, length;

	if (n < 2)
		return 0;
	type = told;
	if (type != 135 && type != 139 && type != 140)
		return 2;
	length = p[1];
	return luadata_past(n, 2, length * 8 + 6);
}

/* Where extension.data ends */
static size_t end_extension_data(const unsigned char *p, size_t n, size_t told)
{
	int64_t type = told;

	if (n < 1)
		return 0;
	switch (type) {
	case 0:
	case 60:
		return end_extension_options(p, n, told);
	case 43:
		return end_extension_routing(p, n, told);
	case 44:
		return luadata_past(n, 1, 7);
	case 51:
		return end_extension_icv(p, n, told);
	case 135:
	case 139:
	case 140:
		return end_extension_body(p, n, told);
	default:
		return 1;
	}
}

/* Bytes of the extension at p */
static size_t l_measure_extension(const unsigned char *p, size_t n, size_t told)
{
	return end_extension_data(p, n, told);
}

/*
 * length: at byte 1, 1 byte, when type is hop_by_hop, destination, routing, ah, mobility, hip or
 * shim6
 */
static bool l_place_extension_length(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 0 && type != 60 && type != 43 && type != 51 && type != 135 && type != 139 &&
	    type != 140)
		return false;
	return luadata_found(span, 1, 1);
}

/* options: at byte 2, length * 8 + 6 bytes, when type is hop_by_hop or destination */
static bool l_place_extension_options(const struct luadata_handle *h, size_t at,
				      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t told = span->offset;
	int64_t type = told;
	int64_t length;

	if ((type != 0 && type != 60) || n < 2)
		return false;
	length = p[1];
	return luadata_found(span, 2, length * 8 + 6);
}

/* routing: at byte 2, length * 8 + 6 bytes, when type is routing */
static bool l_place_extension_routing(const struct luadata_handle *h, size_t at,
				      struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t told = span->offset;
	int64_t type = told;
	int64_t length;

	if (type != 43 || n < 2)
		return false;
	length = p[1];
	return luadata_found(span, 2, length * 8 + 6);
}

/* reserved: at byte 1, 1 byte, when type is fragment */
static bool l_place_extension_reserved(const struct luadata_handle *h, size_t at,
				       struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 44)
		return false;
	return luadata_found(span, 1, 1);
}

/* offset: at byte 2, 2 bytes, when type is fragment */
static bool l_place_extension_offset(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 44)
		return false;
	return luadata_found(span, 2, 2);
}

/* unused: at byte 3, 1 byte, when type is fragment */
static bool l_place_extension_unused(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 44)
		return false;
	return luadata_found(span, 3, 1);
}

/* more: at byte 3, 1 byte, when type is fragment */
static bool l_place_extension_more(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 44)
		return false;
	return luadata_found(span, 3, 1);
}

/* id: at byte 4, 4 bytes, when type is fragment */
static bool l_place_extension_id(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 44)
		return false;
	return luadata_found(span, 4, 4);
}

/* ah_reserved: at byte 2, 2 bytes, when type is ah */
static bool l_place_extension_ah_reserved(const struct luadata_handle *h, size_t at,
					  struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 51)
		return false;
	return luadata_found(span, 2, 2);
}

/* spi: at byte 4, 4 bytes, when type is ah */
static bool l_place_extension_spi(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 51)
		return false;
	return luadata_found(span, 4, 4);
}

/* seq: at byte 8, 4 bytes, when type is ah */
static bool l_place_extension_seq(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 51)
		return false;
	return luadata_found(span, 8, 4);
}

/* icv: at byte 12, length * 4 - 4 bytes, when type is ah */
static bool l_place_extension_icv(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t told = span->offset;
	int64_t type = told;
	int64_t length, taken;

	if (type != 51 || n < 2)
		return false;
	length = p[1];
	taken = length * 4 - 4;
	if (taken < 0)
		return false;
	return luadata_found(span, 12, taken);
}

/* body: at byte 2, length * 8 + 6 bytes, when type is mobility, hip or shim6 */
static bool l_place_extension_body(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t told = span->offset;
	int64_t type = told;
	int64_t length;

	if ((type != 135 && type != 139 && type != 140) || n < 2)
		return false;
	length = p[1];
	return luadata_found(span, 2, length * 8 + 6);
}

static const struct luadata_field extension_fields[] = {
	{
		.name = "nexthdr",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = ipproto_names,
		.doc = "type of what follows: another extension header, or the transport",
	},
	{
		.name = "type",
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = extensiontype_names,
		.doc = "type of this header",
	},
	{
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_extension_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the header beyond its first 8 bytes; of ah in 4 bytes",
		.unit = "8 bytes",
	},
	{
		.name = "options",
		.place = l_place_extension_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &extension_options_list,
		.doc = "options; padding is among them",
	},
	{
		.name = "routing",
		.place = l_place_extension_routing,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_ipv6_routing,
		.doc = "how the packet is routed",
	},
	{
		.name = "reserved",
		.size = 1,
		.bits = 8,
		.place = l_place_extension_reserved,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "offset",
		.size = 2,
		.shift = 3,
		.bits = 13,
		.place = l_place_extension_offset,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "where this fragment belongs in the packet",
		.unit = "8 bytes",
	},
	{
		.name = "unused",
		.size = 1,
		.shift = 1,
		.bits = 2,
		.place = l_place_extension_unused,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "more",
		.size = 1,
		.bits = 1,
		.place = l_place_extension_more,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "more fragments follow",
	},
	{
		.name = "id",
		.size = 4,
		.bits = 32,
		.place = l_place_extension_id,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "identification, the same in all fragments of a packet",
	},
	{
		.name = "ah_reserved",
		.size = 2,
		.bits = 16,
		.place = l_place_extension_ah_reserved,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "spi",
		.size = 4,
		.bits = 32,
		.place = l_place_extension_spi,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "security parameters index",
	},
	{
		.name = "seq",
		.size = 4,
		.bits = 32,
		.place = l_place_extension_seq,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sequence number of the packet in its security association",
	},
	{
		.name = "icv",
		.place = l_place_extension_icv,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "integrity check value",
	},
	{
		.name = "body",
		.place = l_place_extension_body,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the header says",
	},
};

const struct luadata_layout luadata_layout_ipv6_extension = {
	.name = "ipv6.extension",
	.size = 1,
	.fields = extension_fields,
	.nfields = LUADATA_COUNT(extension_fields),
	.doc = "One extension header",
	.flags = LUADATA_LAYOUT_CHAINED,
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_ipv6_extension);

/* Whether a record of extensions is the last: offset > 0 */
static bool l_next_extensions_is_last(const unsigned char *p, size_t n, size_t told)
{
	int64_t type = told;
	int64_t offset;

	if (type != 44 || n < 4)
		return false;
	offset = luadata_big(p + 2, 2) >> 3;
	return offset > 0;
}

/* Bytes of the record of extensions at p that has a type, then the type of what follows. */
static size_t l_next_extensions(const unsigned char *p, size_t n, unsigned int *type)
{
	size_t told = *type;
	size_t size;

	switch (told) {
	case 0:
	case 43:
	case 44:
	case 51:
	case 60:
	case 135:
	case 139:
	case 140:
		break;
	default:
		return 0;
	}
	*type = LUADATA_CHAIN_BROKEN;
	size = l_measure_extension(p, n, told);
	if (size < 1)
		return 0;
	*type = l_next_extensions_is_last(p, size, told) ? LUADATA_CHAIN_ENDS : p[0];
	return size;
}

/* The type of the first record of extensions, or of what is there in its place. */
static unsigned int l_first_extensions(const unsigned char *p)
{
	return p[6];
}

static const struct luadata_list extensions_list = {
	.layout = &luadata_layout_ipv6_extension,
	.first = l_first_extensions,
	.next = l_next_extensions,
	.most = 2048,
	.by = "type",
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

/* extensions: from byte 40 up to 40 + payload_len */
static bool l_place_extensions(const struct luadata_handle *h, size_t at, struct luadata_span *span)
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
	{
		.name = "extensions",
		.place = l_place_extensions,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &extensions_list,
		.doc = "extension headers; ip.extensions.fragment is the one of that type. Behind that of a later fragment there is none",
	},
	{
		.name = "transport",
		.bits = 16,
		.place = l_place_extensions,
		.list = &extensions_list,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = ipproto_names,
		.doc = "protocol behind the extension headers; none is there in a later fragment",
	},
	{
		.name = "upper",
		.place = l_place_extensions,
		.list = &extensions_list,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows the extension headers: the transport's header and all behind it, or the rest of a later fragment",
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
