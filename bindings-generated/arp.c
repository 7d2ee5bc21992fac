// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The arp binding: Address Resolution Protocol. Generated from specs/wire/arp.yaml. */

#include "place.h"
#include "glue.h"
#include "ethernet.h"
#include "arp.h"

/* What the message is (IANA ARP operation codes). */
static const struct luadata_constant operation_names[] = {
	{"request", 1},
	{"reply", 2},
	{"rarp_request", 3},
	{"rarp_reply", 4},
	{"inarp_request", 8},
	{"inarp_reply", 9},
	{NULL, 0},
};

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

/* Where sha ends */
static size_t end_sha(const unsigned char *p, size_t n)
{
	int64_t hlen, plen;

	if (n < 8)
		return 0;
	hlen = p[4];
	if (hlen != 6)
		return 8;
	plen = p[5];
	if (plen != 4)
		return 8;
	return luadata_past(n, 8, 6);
}

/* Where spa ends */
static size_t end_spa(const unsigned char *p, size_t n)
{
	size_t after_sha = end_sha(p, n);
	int64_t hlen, plen;

	if (!after_sha)
		return 0;
	hlen = p[4];
	if (hlen != 6)
		return after_sha;
	plen = p[5];
	if (plen != 4)
		return after_sha;
	return luadata_past(n, after_sha, 4);
}

/* Where tha ends */
static size_t end_tha(const unsigned char *p, size_t n)
{
	size_t after_spa = end_spa(p, n);
	int64_t hlen, plen;

	if (!after_spa)
		return 0;
	hlen = p[4];
	if (hlen != 6)
		return after_spa;
	plen = p[5];
	if (plen != 4)
		return after_spa;
	return luadata_past(n, after_spa, 6);
}

/* sha: at byte 8, 6 bytes, when hlen == 6 and plen == 4 */
static bool l_place_sha(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t hlen = p[4];
	int64_t plen;

	if (hlen != 6)
		return false;
	plen = p[5];
	if (plen != 4)
		return false;
	return luadata_found(span, 8, 6);
}

/* spa: after sha, 4 bytes, when hlen == 6 and plen == 4 */
static bool l_place_spa(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_sha = end_sha(p, n);
	int64_t hlen, plen;

	if (!after_sha)
		return false;
	hlen = p[4];
	if (hlen != 6)
		return false;
	plen = p[5];
	if (plen != 4)
		return false;
	return luadata_found(span, after_sha, 4);
}

/* tha: after spa, 6 bytes, when hlen == 6 and plen == 4 */
static bool l_place_tha(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_spa = end_spa(p, n);
	int64_t hlen, plen;

	if (!after_spa)
		return false;
	hlen = p[4];
	if (hlen != 6)
		return false;
	plen = p[5];
	if (plen != 4)
		return false;
	return luadata_found(span, after_spa, 6);
}

/* tpa: after tha, 4 bytes, when hlen == 6 and plen == 4 */
static bool l_place_tpa(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_tha = end_tha(p, n);
	int64_t hlen, plen;

	if (!after_tha)
		return false;
	hlen = p[4];
	if (hlen != 6)
		return false;
	plen = p[5];
	if (plen != 4)
		return false;
	return luadata_found(span, after_tha, 4);
}

static const struct luadata_field arp_fields[] = {
	{
		.name = "htype",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "kind of the network; 1 is Ethernet",
	},
	{
		.name = "ptype",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = ethertype_names,
		.doc = "protocol of the addresses that are asked for",
	},
	{
		.name = "hlen",
		.offset = 4,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "size of an address of the network",
		.unit = "bytes",
	},
	{
		.name = "plen",
		.offset = 5,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "size of an address of the protocol",
		.unit = "bytes",
	},
	{
		.name = "oper",
		.offset = 6,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = operation_names,
		.doc = "request or reply",
	},
	{
		.name = "sha",
		.size = 6,
		.place = l_place_sha,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "hardware address of the sender",
	},
	{
		.name = "spa",
		.size = 4,
		.place = l_place_spa,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "protocol address of the sender",
	},
	{
		.name = "tha",
		.size = 6,
		.place = l_place_tha,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "hardware address of the target; nothing in a request",
	},
	{
		.name = "tpa",
		.size = 4,
		.place = l_place_tpa,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_IPV4,
		.doc = "protocol address of the target",
	},
};

const struct luadata_layout luadata_layout_arp = {
	.name = "arp",
	.size = 8,
	.fields = arp_fields,
	.nfields = LUADATA_COUNT(arp_fields),
	.doc = "Address Resolution Protocol",
	.reach = 24,
};

LUADATA_EXPORT(luadata_layout_arp);

int luaopen_arp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_arp);
	return 1;
}
