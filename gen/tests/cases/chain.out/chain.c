// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The chain binding: A frame with tags, each of which says what follows it. Generated from
 * cases/chain.yaml.
 */

#include "place.h"
#include "glue.h"
#include "chain.h"

/* Types of tags. */
static const struct luadata_constant tagtype_names[] = {
	{"customer", 33024},
	{"service", 34984},
	{NULL, 0},
};

/* What a frame carries. */
static const struct luadata_constant protocol_names[] = {
	{"ipv4", 2048},
	{NULL, 0},
};

/* Where tag.color ends */
static size_t end_tag_color(const unsigned char *p, size_t n, size_t told)
{
	int64_t type;

	(void)p;
	if (n < 4)
		return 0;
	type = told;
	if (type != 34984)
		return 4;
	return luadata_past(n, 4, 4);
}

/* Bytes of the tag at p */
static size_t l_measure_tag(const unsigned char *p, size_t n, size_t told)
{
	int64_t words;

	(void)told;
	if (n < 1)
		return 0;
	words = p[0];
	if (words * 4 < 1)
		return 0;
	return luadata_past(n, 0, words * 4);
}

/* color: at byte 4, 4 bytes, when type == service */
static bool l_place_tag_color(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	size_t told = span->offset;
	int64_t type = told;

	(void)h;
	(void)at;
	if (type != 34984)
		return false;
	return luadata_found(span, 4, 4);
}

/* rest: after color, up to the end of the block */
static bool l_place_tag_rest(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t told = span->offset;
	size_t after_color = end_tag_color(p, n, told);
	int64_t to;

	if (!after_color)
		return false;
	to = h->length - at;
	if (to < (int64_t)(after_color))
		return false;
	return luadata_found(span, after_color, to - after_color);
}

static const struct luadata_field tag_fields[] = {
	{
		.name = "words",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "length of the tag",
		.unit = "4 bytes",
	},
	{
		.name = "last",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "nothing follows",
	},
	{
		.name = "next",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = protocol_names,
		.doc = "type of what follows",
	},
	{
		.name = "type",
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = tagtype_names,
		.doc = "type of the tag",
	},
	{
		.name = "color",
		.size = 4,
		.bits = 32,
		.place = l_place_tag_color,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "of those of the provider",
	},
	{
		.name = "rest",
		.place = l_place_tag_rest,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "what follows the color",
	},
};

const struct luadata_layout luadata_layout_chain_tag = {
	.name = "chain.tag",
	.size = 4,
	.fields = tag_fields,
	.nfields = LUADATA_COUNT(tag_fields),
	.doc = "A tag",
	.flags = LUADATA_LAYOUT_CHAINED,
	.reach = 8,
};

LUADATA_EXPORT(luadata_layout_chain_tag);

/* Whether a record of tags is the last: last == 1 */
static bool l_next_tags_is_last(const unsigned char *p, size_t n, size_t told)
{
	int64_t last;

	if (n < 2)
		return false;
	last = p[1];
	return last == 1;
}

/* Bytes of the record of tags at p that has a type, then the type of what follows. */
static size_t l_next_tags(const unsigned char *p, size_t n, unsigned int *type)
{
	size_t told = *type;
	size_t size;

	switch (told) {
	case 33024:
	case 34984:
		break;
	default:
		return 0;
	}
	*type = LUADATA_CHAIN_BROKEN;
	size = l_measure_tag(p, n, told);
	if (size < 4)
		return 0;
	*type = l_next_tags_is_last(p, size, told) ? LUADATA_CHAIN_ENDS : luadata_big(p + 2, 2);
	return size;
}

/* The type of the first record of tags, or of what is there in its place. */
static unsigned int l_first_tags(const unsigned char *p)
{
	return luadata_big(p + 12, 2);
}

static const struct luadata_list tags_list = {
	.layout = &luadata_layout_chain_tag,
	.first = l_first_tags,
	.next = l_next_tags,
	.most = 1020,
	.by = "type",
};

/* tags: from byte 14 up to end of the block */
static bool l_place_tags(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	int64_t from = 14;
	int64_t to = h->length - at;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field chain_fields[] = {
	{
		.name = "daddr",
		.offset = 0,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "to",
	},
	{
		.name = "saddr",
		.offset = 6,
		.size = 6,
		.type = LUADATA_TYPE_ADDRESS,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.display = LUADATA_DISPLAY_MAC,
		.doc = "from",
	},
	{
		.name = "type",
		.offset = 12,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = protocol_names,
		.doc = "type of what follows",
	},
	{
		.name = "tags",
		.place = l_place_tags,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &tags_list,
		.doc = "tags of the frame",
	},
	{
		.name = "protocol",
		.bits = 16,
		.place = l_place_tags,
		.list = &tags_list,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.constants = protocol_names,
		.doc = "what the frame carries",
	},
	{
		.name = "payload",
		.place = l_place_tags,
		.list = &tags_list,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "its bytes",
	},
};

const struct luadata_layout luadata_layout_chain = {
	.name = "chain",
	.size = 14,
	.fields = chain_fields,
	.nfields = LUADATA_COUNT(chain_fields),
	.doc = "A frame with tags, each of which says what follows it",
};

LUADATA_EXPORT(luadata_layout_chain);

int luaopen_chain(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_chain);
	return 1;
}
