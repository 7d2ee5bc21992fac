// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_lengths binding: A format. Generated from cases/right_lengths.yaml. */

#include "place.h"
#include "glue.h"
#include "right_lengths.h"

/* Where part.target ends */
static size_t end_part_target(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 2)
		return 0;
	kind = p[0];
	if (kind != 2)
		return 2;
	return luadata_pastname(p, n, 2);
}

/* Bytes of the part at p */
static size_t l_measure_part(const unsigned char *p, size_t n)
{
	int64_t size_;

	if (n < 2)
		return 0;
	size_ = p[1];
	if (size_ < 2)
		return 0;
	return luadata_past(n, 0, size_);
}

/* inner: at byte 2, 1 byte, when kind is 1 */
static bool l_place_part_inner(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];
	int64_t size_;

	if (kind != 1)
		return false;
	size_ = p[1];
	if (size_ - 2 < 1)
		return false;
	return luadata_found(span, 2, 1);
}

/* text: at byte 3, inner bytes, when kind is 1 */
static bool l_place_part_text(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t kind = p[0];
	int64_t size_, inner, taken;

	if (kind != 1 || n < 3)
		return false;
	size_ = p[1];
	if (size_ - 2 < 1)
		return false;
	inner = p[2];
	taken = size_ - 2;
	if (taken < 0)
		return false;
	return luadata_found_within(2 + taken, span, 3, inner);
}

/* target: at byte 2, up to its last label, when kind is 2 */
static bool l_place_part_target(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t kind = p[0];
	size_t after_target;
	int64_t size_, taken;

	if (kind != 2)
		return false;
	after_target = end_part_target(p, n);
	if (!after_target)
		return false;
	size_ = p[1];
	taken = size_ - 2;
	if (taken < 0)
		return false;
	return luadata_found_within(2 + taken, span, 2, after_target - 2);
}

static const struct luadata_field part_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "size",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.unit = "bytes",
	},
	{
		.name = "inner",
		.size = 1,
		.bits = 8,
		.place = l_place_part_inner,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.unit = "bytes",
	},
	{
		.name = "text",
		.place = l_place_part_text,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "target",
		.place = l_place_part_target,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
	},
};

const struct luadata_layout luadata_layout_right_lengths_part = {
	.name = "right_lengths.part",
	.size = 2,
	.fields = part_fields,
	.nfields = LUADATA_COUNT(part_fields),
	.doc = "A part",
	.reach = 257,
};

LUADATA_EXPORT(luadata_layout_right_lengths_part);

static const struct luadata_list parts_list = {
	.layout = &luadata_layout_right_lengths_part,
	.measure = l_measure_part,
};

/* parts: at byte 3, count records */
static bool l_place_parts(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t count = p[2];
	int64_t length = luadata_big(p, 2);

	return luadata_cut_at(length + 3, span, 3, luadata_records(&parts_list, p, n, 3, count));
}

/* all: from byte 3 up to length + 3 */
static bool l_place_all(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p, 2);
	int64_t from = 3;
	int64_t to = length == 0 ? (int64_t)(h->length - at) : length + 3;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field right_lengths_fields[] = {
	{
		.name = "length",
		.offset = 0,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.unit = "bytes",
	},
	{
		.name = "count",
		.offset = 2,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "parts",
		.place = l_place_parts,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &parts_list,
	},
	{
		.name = "all",
		.place = l_place_all,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_lengths = {
	.name = "right_lengths",
	.size = 3,
	.fields = right_lengths_fields,
	.nfields = LUADATA_COUNT(right_lengths_fields),
	.doc = "A format",
	.reach = 65535,
};

LUADATA_EXPORT(luadata_layout_right_lengths);

int luaopen_right_lengths(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_lengths);
	return 1;
}
