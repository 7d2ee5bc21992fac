// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_wire binding: A format with every kind of field of wire formats. Generated from
 * cases/right_wire.yaml.
 */

#include "place.h"
#include "glue.h"
#include "right_wire.h"

/* Kinds */
static const struct luadata_constant kind_names[] = {
	{"one", 1},
	{"two", 2},
	{NULL, 0},
};

/* rest: from byte 32 up to 32 + high * 4 - 3 */
static bool l_place_rest(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t high = p[0] >> 5;
	int64_t from = 32;
	int64_t to = 32 + high * 4 - 3;

	if (high < 1 || high > 6 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* payload: from byte high * 4 + 30 up to small - 2 */
static bool l_place_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t high = p[0] >> 5;
	int64_t small = luadata_little(p + 2, 2);
	int64_t from = high * 4 + 30;
	int64_t to = small - 2;

	if (high < 1 || high > 6 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* tail: from byte 36 up to end of the block */
static bool l_place_tail(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 36;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field right_wire_fields[] = {
	{
		.name = "high",
		.offset = 0,
		.size = 1,
		.shift = 5,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 1,
		.max = 6,
		.doc = "a bit-field",
	},
	{
		.name = "flag",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "low",
		.offset = 0,
		.size = 1,
		.bits = 4,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "kind",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STRICT,
		.constants = kind_names,
	},
	{
		.name = "small",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_LITTLE,
		.unit = "ms",
	},
	{
		.name = "large",
		.offset = 4,
		.size = 4,
		.bits = 32,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_HEX,
	},
	{
		.name = "signed",
		.offset = 8,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_LITTLE,
	},
	{
		.name = "mac",
		.offset = 10,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
	},
	{
		.name = "name",
		.offset = 16,
		.size = 8,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "text",
	},
	{
		.name = "blob",
		.offset = 24,
		.size = 8,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "rest",
		.place = l_place_rest,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "payload",
		.place = l_place_payload,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows",
	},
	{
		.name = "tail",
		.place = l_place_tail,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ,
	},
};

const struct luadata_layout luadata_layout_right_wire = {
	.name = "right_wire",
	.size = 32,
	.fields = right_wire_fields,
	.nfields = LUADATA_COUNT(right_wire_fields),
	.doc = "A format with every kind of field of wire formats",
};

LUADATA_EXPORT(luadata_layout_right_wire);

int luaopen_right_wire(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_wire);
	return 1;
}
