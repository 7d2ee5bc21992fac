// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The udp binding: User Datagram Protocol header. Generated from specs/wire/udp.yaml. */

#include "place.h"
#include "glue.h"
#include "udp.h"

/* payload: from byte 8 up to len */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t len = luadata_big(p + 4, 2);
	int64_t from = 8;
	int64_t to = len;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* What udp.check covers: up to len */
static bool l_cover_check(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t len = luadata_big(p + 4, 2);

	return luadata_found(span, 0, len);
}

static const struct luadata_checksum udp_checksum = {
	.offset = 6,
	.optional = true,
	.cover = l_cover_check,
};

static const struct luadata_field udp_fields[] = {
	{
		.name = "sport",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "source port; 0 when there is none",
	},
	{
		.name = "dport",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "destination port",
	},
	{
		.name = "len",
		.offset = 4,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the datagram with this header",
		.unit = "bytes",
	},
	{
		.name = "check",
		.offset = 6,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
		.doc = "checksum of pseudo-header, header and payload; 0 when there is none",
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what the datagram carries",
	},
};

const struct luadata_layout luadata_layout_udp = {
	.name = "udp",
	.size = 8,
	.fields = udp_fields,
	.nfields = LUADATA_COUNT(udp_fields),
	.doc = "User Datagram Protocol header",
	.checksum = &udp_checksum,
};

LUADATA_EXPORT(luadata_layout_udp);

int luaopen_udp(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_udp);
	return 1;
}
