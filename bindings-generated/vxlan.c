// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The vxlan binding: Virtual eXtensible Local Area Network header. Generated from
 * specs/wire/vxlan.yaml.
 */

#include "place.h"
#include "glue.h"
#include "vxlan.h"

/* payload: from byte 8 up to end of the block */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 8;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field vxlan_fields[] = {
	{
		.name = "reserved4",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "has_vni",
		.offset = 0,
		.size = 1,
		.shift = 3,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "always true",
	},
	{
		.name = "reserved27",
		.offset = 0,
		.size = 4,
		.bits = 27,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "vni",
		.offset = 4,
		.size = 3,
		.bits = 24,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "network that the frame belongs to",
	},
	{
		.name = "reserved8",
		.offset = 7,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "sent as 0",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the Ethernet frame",
	},
};

const struct luadata_layout luadata_layout_vxlan = {
	.name = "vxlan",
	.size = 8,
	.fields = vxlan_fields,
	.nfields = LUADATA_COUNT(vxlan_fields),
	.doc = "Virtual eXtensible Local Area Network header",
};

LUADATA_EXPORT(luadata_layout_vxlan);

int luaopen_vxlan(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_vxlan);
	return 1;
}
