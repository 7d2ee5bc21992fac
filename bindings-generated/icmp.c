// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The icmp binding: Internet Control Message Protocol header. Generated from specs/wire/icmp.yaml.
 */

#include "place.h"
#include "glue.h"
#include "icmp.h"

/* Types of messages (IANA ICMP type numbers). */
static const struct luadata_constant icmptype_names[] = {
	{"echo_reply", 0},
	{"unreachable", 3},
	{"source_quench", 4},
	{"redirect", 5},
	{"echo_request", 8},
	{"router_advertisement", 9},
	{"router_solicitation", 10},
	{"time_exceeded", 11},
	{"parameter_problem", 12},
	{"timestamp_request", 13},
	{"timestamp_reply", 14},
	{"extended_echo_request", 42},
	{"extended_echo_reply", 43},
	{NULL, 0},
};

/*
 * id: at byte 4, 2 bytes, when type is echo_request, echo_reply, timestamp_request or
 * timestamp_reply
 */
static bool l_place_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 8 && type != 0 && type != 13 && type != 14)
		return false;
	return luadata_found(span, 4, 2);
}

/*
 * sequence: at byte 6, 2 bytes, when type is echo_request, echo_reply, timestamp_request or
 * timestamp_reply
 */
static bool l_place_sequence(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 8 && type != 0 && type != 13 && type != 14)
		return false;
	return luadata_found(span, 6, 2);
}

/* probe_id: at byte 4, 2 bytes, when type is extended_echo_request or extended_echo_reply */
static bool l_place_probe_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 4, 2);
}

/* probe_sequence: at byte 6, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_probe_sequence(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 6, 1);
}

/* state: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_state(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 7, 1);
}

/* unused2: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_unused2(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 7, 1);
}

/* active: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_active(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 7, 1);
}

/* has_ipv4: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_has_ipv4(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 7, 1);
}

/* has_ipv6: at byte 7, 1 byte, when type is extended_echo_request or extended_echo_reply */
static bool l_place_has_ipv6(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 42 && type != 43)
		return false;
	return luadata_found(span, 7, 1);
}

/* unused: at byte 4, 1 byte, when type is unreachable */
static bool l_place_unused(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 3)
		return false;
	return luadata_found(span, 4, 1);
}

/* length: at byte 5, 1 byte, when type is unreachable */
static bool l_place_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 3)
		return false;
	return luadata_found(span, 5, 1);
}

/* mtu: at byte 6, 2 bytes, when type is unreachable */
static bool l_place_mtu(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 3)
		return false;
	return luadata_found(span, 6, 2);
}

/* gateway: at byte 4, 4 bytes, when type is redirect */
static bool l_place_gateway(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 5)
		return false;
	return luadata_found(span, 4, 4);
}

/* pointer: at byte 4, 1 byte, when type is parameter_problem */
static bool l_place_pointer(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 12)
		return false;
	return luadata_found(span, 4, 1);
}

/* unused3: at byte 5, 3 bytes, when type is parameter_problem */
static bool l_place_unused3(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 12)
		return false;
	return luadata_found(span, 5, 3);
}

/* addresses: at byte 4, 1 byte, when type is router_advertisement */
static bool l_place_addresses(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 9)
		return false;
	return luadata_found(span, 4, 1);
}

/* entry: at byte 5, 1 byte, when type is router_advertisement */
static bool l_place_entry(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 9)
		return false;
	return luadata_found(span, 5, 1);
}

/* lifetime: at byte 6, 2 bytes, when type is router_advertisement */
static bool l_place_lifetime(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t type = p[0];

	if (type != 9)
		return false;
	return luadata_found(span, 6, 2);
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

static const struct luadata_checksum icmp_checksum = {
	.offset = 2,
};

static const struct luadata_field icmp_fields[] = {
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
		.doc = "checksum of the message",
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
		.name = "unused",
		.size = 1,
		.bits = 8,
		.place = l_place_unused,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "always 0",
	},
	{
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the quoted packet when extensions follow it",
		.unit = "32-bit words",
	},
	{
		.name = "mtu",
		.size = 2,
		.bits = 16,
		.place = l_place_mtu,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "largest packet that the next hop takes, when code is 4",
		.unit = "bytes",
	},
	{
		.name = "gateway",
		.size = 4,
		.place = l_place_gateway,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "the better router",
	},
	{
		.name = "pointer",
		.size = 1,
		.bits = 8,
		.place = l_place_pointer,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "offset of the byte that is wrong",
	},
	{
		.name = "unused3",
		.place = l_place_unused3,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "always 0",
	},
	{
		.name = "addresses",
		.size = 1,
		.bits = 8,
		.place = l_place_addresses,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how many addresses follow",
	},
	{
		.name = "entry",
		.size = 1,
		.bits = 8,
		.place = l_place_entry,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "size of each with its preference",
		.unit = "32-bit words",
	},
	{
		.name = "lifetime",
		.size = 2,
		.bits = 16,
		.place = l_place_lifetime,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how long they are valid",
		.unit = "s",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "data of an echo, or the packet that an error is about",
	},
};

const struct luadata_layout luadata_layout_icmp = {
	.name = "icmp",
	.size = 8,
	.fields = icmp_fields,
	.nfields = LUADATA_COUNT(icmp_fields),
	.doc = "Internet Control Message Protocol header",
	.checksum = &icmp_checksum,
};

LUADATA_EXPORT(luadata_layout_icmp);

int luaopen_icmp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_icmp);
	return 1;
}
