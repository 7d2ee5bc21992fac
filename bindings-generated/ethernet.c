// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The ethernet binding: Ethernet II frame header, without VLAN tags and without the frame check
 * sequence. Generated from specs/wire/ethernet.yaml.
 */

#include "place.h"
#include "glue.h"
#include "ethernet.h"

/* What a frame carries (IEEE EtherType registry). */
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

/* payload: from byte 14 up to end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 14;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field ethernet_fields[] = {
	{
		.name = "dest",
		.offset = 0,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "destination address",
	},
	{
		.name = "source",
		.offset = 6,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "source address",
	},
	{
		.name = "proto",
		.offset = 12,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.constants = ethertype_names,
		.doc = "EtherType; up to 1500 it is the length of an IEEE 802.3 frame",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the frame carries",
	},
};

const struct luadata_layout luadata_layout_ethernet = {
	.name = "ethernet",
	.size = 14,
	.fields = ethernet_fields,
	.nfields = LUADATA_COUNT(ethernet_fields),
	.doc = "Ethernet II frame header, without VLAN tags and without the frame check sequence",
};

LUADATA_EXPORT(luadata_layout_ethernet);

int luaopen_ethernet(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_ethernet);
	return 1;
}
