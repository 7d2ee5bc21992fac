// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The vlan binding: IEEE 802.1Q tag of an Ethernet frame. Generated from specs/wire/vlan.yaml. */

#include "place.h"
#include "glue.h"
#include "ethernet.h"
#include "vlan.h"

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

/* payload: from byte 4 up to end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 4;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field vlan_fields[] = {
	{
		.name = "pcp",
		.offset = 0,
		.size = 1,
		.shift = 5,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "priority code point, 0 to 7",
	},
	{
		.name = "dei",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "may be dropped when there is too much traffic",
	},
	{
		.name = "vid",
		.offset = 0,
		.size = 2,
		.bits = 12,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "VLAN that the frame belongs to; 0 is none and 4095 is reserved",
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
		.doc = "what follows the tag",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows the tag",
	},
};

const struct luadata_layout luadata_layout_vlan = {
	.name = "vlan",
	.size = 4,
	.fields = vlan_fields,
	.nfields = LUADATA_COUNT(vlan_fields),
	.doc = "IEEE 802.1Q tag of an Ethernet frame",
};

LUADATA_EXPORT(luadata_layout_vlan);

int luaopen_vlan(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_vlan);
	return 1;
}
