// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_bounds binding: A format. Generated from cases/right_bounds.yaml. */

#include "place.h"
#include "glue.h"
#include "right_bounds.h"

/* Kinds. */
static const struct luadata_constant kind_names[] = {
	{"number", 1},
	{"words", 2},
	{NULL, 0},
};

/* Where word.data ends */
static size_t end_word_data(const unsigned char *p, size_t n)
{
	int64_t size_;

	if (n < 2)
		return 0;
	size_ = p[1];
	return luadata_past(n, 2, size_);
}

/* Bytes of the word at p */
static size_t l_measure_word(const unsigned char *p, size_t n)
{
	return end_word_data(p, n);
}

/* data: from byte 2 up to 2 + size */
static bool l_place_word_data(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t size_ = p[1];
	int64_t from = 2;
	int64_t to = 2 + size;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field word_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = kind_names,
	},
	{
		.name = "size",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "data",
		.place = l_place_word_data,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_bounds_word = {
	.name = "right_bounds.word",
	.size = 2,
	.fields = word_fields,
	.nfields = LUADATA_COUNT(word_fields),
	.doc = "A word",
};

LUADATA_EXPORT(luadata_layout_right_bounds_word);

static const struct luadata_list words_list = {
	.layout = &luadata_layout_right_bounds_word,
	.measure = l_measure_word,
	.by = "kind",
};

/* Bytes of the next record of words2; none when it has size == 0, and so ends them. */
static size_t l_next_words2(const unsigned char *p, size_t n)
{
	int64_t size_;

	if (n < 2)
		return 0;
	size_ = p[1];
	if (size_ == 0)
		return 0;
	return l_measure_word(p, n);
}

static const struct luadata_list words2_list = {
	.layout = &luadata_layout_right_bounds_word,
	.measure = l_next_words2,
	.by = "kind",
};

/* Where text ends */
static size_t end_text(const unsigned char *p, size_t n)
{
	int64_t kind, size_, a;

	if (n < 6)
		return 0;
	kind = p[0];
	if (kind != 1)
		return 6;
	size_ = p[4];
	if (size_ < 1)
		return 0;
	a = p[5];
	return luadata_past(n, 6, a);
}

/* Where body ends */
static size_t end_body(const unsigned char *p, size_t n)
{
	int64_t size_;

	if (n < 5)
		return 0;
	size_ = p[4];
	return luadata_past(n, 5, size_);
}

/* Where rest ends */
static size_t end_rest(const unsigned char *p, size_t n)
{
	size_t after_body = end_body(p, n);
	int64_t kind, size_, a;

	if (!after_body)
		return 0;
	kind = p[0];
	if (kind != 1)
		return after_body;
	if (n < 6)
		return 0;
	size_ = p[4];
	if (size_ < 1)
		return 0;
	a = p[5];
	return luadata_past(n, after_body, a);
}

/* a: at byte 5, 1 byte, when kind is number */
static bool l_place_a(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];
	int64_t size_, length;

	if (kind != 1)
		return false;
	size_ = p[4];
	if (size_ < 1)
		return false;
	length = luadata_big(p + 2, 2);
	return luadata_found_within(length + 4, span, 5, 1);
}

/* text: at byte 6, a bytes, when kind is number */
static bool l_place_text(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t kind = p[0];
	int64_t size_, a, length;

	if (kind != 1 || n < 6)
		return false;
	size_ = p[4];
	if (size_ < 1)
		return false;
	a = p[5];
	length = luadata_big(p + 2, 2);
	return luadata_found_within(luadata_least(5 + size_, length + 4), span, 6, a);
}

/* b: after text, 2 bytes, when kind is number */
static bool l_place_b(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_text = end_text(p, n);
	int64_t kind, size_, length;

	if (!after_text)
		return false;
	kind = p[0];
	if (kind != 1)
		return false;
	size_ = p[4];
	length = luadata_big(p + 2, 2);
	return luadata_found_within(luadata_least(5 + size_, length + 4), span, after_text, 2);
}

/* c: at byte 5, 1 byte, when kind is words */
static bool l_place_c(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];
	int64_t size_, length;

	if (kind != 2)
		return false;
	size_ = p[4];
	if (size_ < 1)
		return false;
	length = luadata_big(p + 2, 2);
	return luadata_found_within(length + 4, span, 5, 1);
}

/* words: at byte 6, c bytes, when kind is words */
static bool l_place_words(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t kind = p[0];
	int64_t size_, c, length;

	if (kind != 2 || n < 6)
		return false;
	size_ = p[4];
	if (size_ < 1)
		return false;
	c = p[5];
	length = luadata_big(p + 2, 2);
	return luadata_cut_at(luadata_least(5 + size_, length + 4), span, 6, c);
}

/* rest: after body, a bytes */
static bool l_place_rest(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_body = end_body(p, n);
	int64_t kind, size_, a, length;

	if (!after_body)
		return false;
	kind = p[0];
	if (kind != 1 || n < 6)
		return false;
	size_ = p[4];
	if (size_ < 1)
		return false;
	a = p[5];
	length = luadata_big(p + 2, 2);
	return luadata_cut_at(length + 4, span, after_body, a);
}

/* id: after rest, 16 bytes */
static bool l_place_id(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rest = end_rest(p, n);
	int64_t length;

	if (!after_rest)
		return false;
	length = luadata_big(p + 2, 2);
	return luadata_found_within(length + 4, span, after_rest, 16);
}

/* name: 16 after rest, 4 bytes */
static bool l_place_name(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_rest = end_rest(p, n);
	int64_t length;

	if (!after_rest)
		return false;
	length = luadata_big(p + 2, 2);
	return luadata_found_within(length + 4, span, after_rest + 16, 4);
}

/* all: from byte 4 up to length + 4 */
static bool l_place_all(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 2, 2);
	int64_t from = 4;
	int64_t to = length == 0 ? (int64_t)(h->length - at) : length + 4;

	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* words2: from byte 4 up to length + 4 */
static bool l_place_words2(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t length = luadata_big(p + 2, 2);
	int64_t kind = p[0];
	int64_t from = 4;
	int64_t to = length + 4;

	if (kind != 2 || to < from)
		return false;
	return luadata_found(span, from, to - from);
}

static const struct luadata_field right_bounds_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = kind_names,
	},
	{
		.name = "flags",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "length",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.unit = "bytes",
	},
	{
		.name = "size",
		.offset = 4,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.unit = "bytes",
	},
	{
		.name = "a",
		.size = 1,
		.bits = 8,
		.place = l_place_a,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "text",
		.place = l_place_text,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "b",
		.size = 2,
		.bits = 16,
		.place = l_place_b,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "c",
		.size = 1,
		.bits = 8,
		.place = l_place_c,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "words",
		.place = l_place_words,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &words_list,
	},
	{
		.name = "rest",
		.place = l_place_rest,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "id",
		.size = 16,
		.place = l_place_id,
		.type = LUADATA_TYPE_UUID,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "name",
		.place = l_place_name,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "high",
		.offset = 1,
		.size = 1,
		.shift = 5,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "low",
		.offset = 1,
		.size = 1,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "all",
		.place = l_place_all,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "words2",
		.place = l_place_words2,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &words2_list,
	},
};

const struct luadata_layout luadata_layout_right_bounds = {
	.name = "right_bounds",
	.size = 5,
	.fields = right_bounds_fields,
	.nfields = LUADATA_COUNT(right_bounds_fields),
	.doc = "A format",
	.reach = 515,
};

LUADATA_EXPORT(luadata_layout_right_bounds);

int luaopen_right_bounds(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_bounds);
	return 1;
}
