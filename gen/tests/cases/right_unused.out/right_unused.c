// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_unused binding: A format. Generated from cases/right_unused.yaml. */

#include "place.h"
#include "glue.h"
#include "right_unused.h"

static const struct luadata_field pair_fields[] = {
	{
		.name = "left",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "right",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_unused_pair = {
	.name = "right_unused.pair",
	.size = 2,
	.fields = pair_fields,
	.nfields = LUADATA_COUNT(pair_fields),
	.doc = "A pair",
};

LUADATA_EXPORT(luadata_layout_right_unused_pair);

static const struct luadata_field triple_fields[] = {
	{
		.name = "left",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "right",
		.offset = 1,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_unused_triple = {
	.name = "right_unused.triple",
	.size = 3,
	.fields = triple_fields,
	.nfields = LUADATA_COUNT(triple_fields),
	.doc = "Three",
};

LUADATA_EXPORT(luadata_layout_right_unused_triple);

/* Where text.text ends */
static size_t end_text_text(const unsigned char *p, size_t n)
{
	int64_t size_;

	if (n < 1)
		return 0;
	size_ = p[0];
	return luadata_past(n, 1, size_);
}

/* Bytes of the text at p */
static size_t l_measure_text(const unsigned char *p, size_t n)
{
	return end_text_text(p, n);
}

/* text: at byte 1, size bytes */
static bool l_place_text_text(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t size_ = p[0];

	return luadata_found(span, 1, size_);
}

static const struct luadata_field text_fields[] = {
	{
		.name = "size",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "text",
		.place = l_place_text_text,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_unused_text = {
	.name = "right_unused.text",
	.size = 1,
	.fields = text_fields,
	.nfields = LUADATA_COUNT(text_fields),
	.doc = "A text",
};

LUADATA_EXPORT(luadata_layout_right_unused_text);

/* Where body ends */
static size_t end_body(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 5)
		return 0;
	kind = p[4];
	switch (kind) {
	case 1:
		return luadata_past(n, 5, 3);
	default:
		return 5;
	}
}

/* two: at byte 5, 3 bytes, when kind is 1 */
static bool l_place_two(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[4];

	if (kind != 1)
		return false;
	return luadata_found(span, 5, 3);
}

/* three: after body, up to its last field */
static bool l_place_three(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_body = end_body(p, n);
	size_t taken;

	if (!after_body)
		return false;
	taken = l_measure_text(p + after_body, n - after_body);
	if (!taken)
		return false;
	return luadata_found(span, after_body, taken);
}

/* What right_unused.check covers: up to 8 */
static bool l_cover_check(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	(void)h;
	(void)at;
	return luadata_found(span, 0, 8);
}

static const struct luadata_checksum right_unused_checksum = {
	.offset = 0,
	.cover = l_cover_check,
};

static const struct luadata_field right_unused_fields[] = {
	{
		.name = "check",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "one",
		.offset = 2,
		.size = 2,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_unused_pair,
	},
	{
		.name = "kind",
		.offset = 4,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "two",
		.place = l_place_two,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_unused_triple,
	},
	{
		.name = "three",
		.place = l_place_three,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_unused_text,
	},
};

const struct luadata_layout luadata_layout_right_unused = {
	.name = "right_unused",
	.size = 5,
	.fields = right_unused_fields,
	.nfields = LUADATA_COUNT(right_unused_fields),
	.doc = "A format",
	.reach = 8,
	.checksum = &right_unused_checksum,
};

LUADATA_EXPORT(luadata_layout_right_unused);

int luaopen_right_unused(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_unused);
	return 1;
}
