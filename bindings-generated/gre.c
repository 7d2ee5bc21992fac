// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The gre binding: Generic Routing Encapsulation header, version 0. Generated from
 * specs/wire/gre.yaml.
 */

#include "place.h"
#include "glue.h"
#include "ethernet.h"
#include "gre.h"

static const struct luadata_constant ethertype_names[] = {
	{"ipv4", 2048},
	{"arp", 2054},
	{"vlan", 33024},
	{"ipv6", 34525},
	{"mpls", 34887},
	{"pppoe", 34916},
	{"qinq", 34984},
	{"lldp", 35020},
	{NULL, 0},
};

/* Where check ends */
static size_t end_check(const unsigned char *p, size_t n)
{
	int64_t has_checksum;

	if (n < 4)
		return 0;
	has_checksum = p[0] >> 7;
	if (!has_checksum)
		return 4;
	return luadata_past(n, 4, 2);
}

/* Where reserved16 ends */
static size_t end_reserved16(const unsigned char *p, size_t n)
{
	size_t after_check = end_check(p, n);
	int64_t has_checksum;

	if (!after_check)
		return 0;
	has_checksum = p[0] >> 7;
	if (!has_checksum)
		return after_check;
	return luadata_past(n, after_check, 2);
}

/* Where key ends */
static size_t end_key(const unsigned char *p, size_t n)
{
	size_t after_reserved16 = end_reserved16(p, n);
	int64_t has_key;

	if (!after_reserved16)
		return 0;
	has_key = (p[0] >> 5) & 0x1;
	if (!has_key)
		return after_reserved16;
	return luadata_past(n, after_reserved16, 4);
}

/* Where sequence ends */
static size_t end_sequence(const unsigned char *p, size_t n)
{
	size_t after_key = end_key(p, n);
	int64_t has_sequence;

	if (!after_key)
		return 0;
	has_sequence = (p[0] >> 4) & 0x1;
	if (!has_sequence)
		return after_key;
	return luadata_past(n, after_key, 4);
}

/* check: at byte 4, 2 bytes, when has_checksum */
static bool l_place_check(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t has_checksum = p[0] >> 7;

	if (!has_checksum)
		return false;
	return luadata_found(span, 4, 2);
}

/* reserved16: after check, 2 bytes, when has_checksum */
static bool l_place_reserved16(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_check = end_check(p, n);
	int64_t has_checksum;

	if (!after_check)
		return false;
	has_checksum = p[0] >> 7;
	if (!has_checksum)
		return false;
	return luadata_found(span, after_check, 2);
}

/* key: after reserved16, 4 bytes, when has_key */
static bool l_place_key(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_reserved16 = end_reserved16(p, n);
	int64_t has_key;

	if (!after_reserved16)
		return false;
	has_key = (p[0] >> 5) & 0x1;
	if (!has_key)
		return false;
	return luadata_found(span, after_reserved16, 4);
}

/* sequence: after key, 4 bytes, when has_sequence */
static bool l_place_sequence(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_key = end_key(p, n);
	int64_t has_sequence;

	if (!after_key)
		return false;
	has_sequence = (p[0] >> 4) & 0x1;
	if (!has_sequence)
		return false;
	return luadata_found(span, after_key, 4);
}

/* payload: after sequence, up to the end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_sequence = end_sequence(p, n);
	int64_t to;

	if (!after_sequence)
		return false;
	to = h->length - at;
	if (to < (int64_t)(after_sequence))
		return false;
	return luadata_found(span, after_sequence, to - after_sequence);
}

static const struct luadata_field gre_fields[] = {
	{
		.name = "has_checksum",
		.offset = 0,
		.size = 1,
		.shift = 7,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "there is a checksum",
	},
	{
		.name = "reserved1",
		.offset = 0,
		.size = 1,
		.shift = 6,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "routing of RFC 1701; such packets are discarded",
	},
	{
		.name = "has_key",
		.offset = 0,
		.size = 1,
		.shift = 5,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "there is a key",
	},
	{
		.name = "has_sequence",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "there is a sequence number",
	},
	{
		.name = "reserved9",
		.offset = 0,
		.size = 2,
		.shift = 3,
		.bits = 9,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "version",
		.offset = 1,
		.size = 1,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "version; 1 is that of PPTP (RFC 2637)",
	},
	{
		.name = "proto",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = ethertype_names,
		.doc = "what the packet carries",
	},
	{
		.name = "check",
		.size = 2,
		.bits = 16,
		.place = l_place_check,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "checksum of header and payload",
	},
	{
		.name = "reserved16",
		.size = 2,
		.bits = 16,
		.place = l_place_reserved16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "key",
		.size = 4,
		.bits = 32,
		.place = l_place_key,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "the flow that the packet belongs to",
	},
	{
		.name = "sequence",
		.size = 4,
		.bits = 32,
		.place = l_place_sequence,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sequence number",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the packet carried",
	},
};

const struct luadata_layout luadata_layout_gre = {
	.name = "gre",
	.size = 4,
	.fields = gre_fields,
	.nfields = LUADATA_COUNT(gre_fields),
	.doc = "Generic Routing Encapsulation header, version 0",
	.reach = 16,
};

LUADATA_EXPORT(luadata_layout_gre);

int luaopen_gre(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_gre);
	return 1;
}
