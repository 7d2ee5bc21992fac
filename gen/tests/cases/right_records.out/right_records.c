// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_records binding: A format with fields behind others of variable size, conditions,
 * unions and records. Generated from cases/right_records.yaml.
 */

#include "place.h"
#include "glue.h"
#include "right_records.h"

/* Kinds of options */
static const struct luadata_constant kind_names[] = {
	{"last", 0},
	{"pad", 1},
	{"pair", 2},
	{"text", 3},
	{NULL, 0},
};

static const struct luadata_constant mode_names[] = {
	{"plain", 0},
	{"keyed", 1},
	{NULL, 0},
};

static const struct luadata_constant bits_names[] = {
	{"urgent", 1},
	{"final", 2},
	{NULL, 0},
};

/* Where option.length ends */
static size_t end_option_length(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return 1;
	return luadata_past(n, 1, 1);
}

/* Where option.data ends */
static size_t end_option_data(const unsigned char *p, size_t n)
{
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return after_length;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return 0;
	return luadata_past(n, after_length, taken);
}

/* Bytes of the option at p */
static size_t l_measure_option(const unsigned char *p, size_t n)
{
	int64_t kind, length;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind <= 1)
		return end_option_data(p, n);
	if (n < 2)
		return 0;
	length = p[1];
	if (length < 2)
		return 0;
	return luadata_past(n, 0, length);
}

/* length: at byte 1, 1 byte, when kind > 1 */
static bool l_place_option_length(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t kind = p[0];

	if (kind <= 1)
		return false;
	return luadata_found(span, 1, 1);
}

/* one: after length, 1 byte, when kind is pair */
static bool l_place_option_one(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 2)
		return false;
	length = p[1];
	if (length - 2 < 1)
		return false;
	return luadata_found(span, after_length, 1);
}

/* two: 1 after length, 2 bytes, when kind is pair */
static bool l_place_option_two(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 2)
		return false;
	length = p[1];
	if (length - 2 < 3)
		return false;
	return luadata_found(span, after_length + 1, 2);
}

/* text: after length, length - 2 bytes, when kind is text */
static bool l_place_option_text(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_length = end_option_length(p, n);
	int64_t kind, length, taken;

	if (!after_length)
		return false;
	kind = p[0];
	if (kind != 3)
		return false;
	length = p[1];
	taken = length - 2;
	if (taken < 0)
		return false;
	return luadata_found(span, after_length, taken);
}

static const struct luadata_field option_fields[] = {
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
		.name = "length",
		.size = 1,
		.bits = 8,
		.place = l_place_option_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "one",
		.size = 1,
		.bits = 8,
		.place = l_place_option_one,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "two",
		.size = 2,
		.bits = 16,
		.place = l_place_option_two,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "text",
		.place = l_place_option_text,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_records_option = {
	.name = "right_records.option",
	.size = 1,
	.fields = option_fields,
	.nfields = LUADATA_COUNT(option_fields),
	.doc = "An option",
	.reach = 2,
};

LUADATA_EXPORT(luadata_layout_right_records_option);

/* Bytes of the pair at p */
static size_t l_measure_pair(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 2);
}

static const struct luadata_field pair_fields[] = {
	{
		.name = "from",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "to",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_records_pair = {
	.name = "right_records.pair",
	.size = 2,
	.fields = pair_fields,
	.nfields = LUADATA_COUNT(pair_fields),
};

LUADATA_EXPORT(luadata_layout_right_records_pair);

/* Bytes of the next record of options; none when it has kind == last, and so ends them. */
static size_t l_next_options(const unsigned char *p, size_t n)
{
	int64_t kind;

	if (n < 1)
		return 0;
	kind = p[0];
	if (kind == 0)
		return 0;
	return l_measure_option(p, n);
}

static const struct luadata_list options_list = {
	.layout = &luadata_layout_right_records_option,
	.measure = l_next_options,
	.by = "kind",
};

static const struct luadata_list pairs_list = {
	.layout = &luadata_layout_right_records_pair,
	.measure = l_measure_pair,
};

static const struct luadata_list tail_list = {
	.layout = &luadata_layout_right_records_pair,
	.measure = l_measure_pair,
};

/* Where key ends */
static size_t end_key(const unsigned char *p, size_t n)
{
	int64_t mode, more;

	if (n < 4)
		return 0;
	mode = p[0] >> 4;
	if (mode != 1)
		return 4;
	more = (p[0] >> 3) & 0x1;
	if (!more)
		return 4;
	return luadata_past(n, 4, 4);
}

/* Where title ends */
static size_t end_title(const unsigned char *p, size_t n)
{
	size_t after_key = end_key(p, n);
	int64_t words;

	if (!after_key)
		return 0;
	words = p[0] & 0x7;
	if (words > 6)
		return 0;
	return luadata_past(n, after_key, words * 2);
}

/* Where blob ends */
static size_t end_blob(const unsigned char *p, size_t n)
{
	size_t after_title = end_title(p, n);
	int64_t length, taken;

	if (!after_title || n - after_title < 2)
		return 0;
	length = luadata_little(p + after_title, 2);
	taken = length - 1;
	if (taken < 0)
		return 0;
	return luadata_past(n, after_title + 2, taken);
}

/* Where host ends */
static size_t end_host(const unsigned char *p, size_t n)
{
	size_t after_blob = end_blob(p, n);

	if (!after_blob)
		return 0;
	return luadata_pastname(p, n, after_blob);
}

/* Where entry ends */
static size_t end_entry(const unsigned char *p, size_t n)
{
	size_t after_host = end_host(p, n);
	int64_t words;

	if (!after_host)
		return 0;
	words = p[0] & 0x7;
	if (words > 6)
		return 0;
	return luadata_past(n, after_host + 2, words);
}

/* Where first ends */
static size_t end_first(const unsigned char *p, size_t n)
{
	size_t after_entry = end_entry(p, n);
	size_t taken;

	if (!after_entry)
		return 0;
	taken = l_measure_option(p + after_entry, n - after_entry);
	if (!taken)
		return 0;
	return luadata_past(n, after_entry, taken);
}

/* Where options ends */
static size_t end_options(const unsigned char *p, size_t n)
{
	size_t after_first = end_first(p, n);

	if (!after_first || n - after_first < 7)
		return 0;
	return luadata_pastlast(&options_list, l_measure_option, p, n, after_first + 7);
}

/* Where pairs ends */
static size_t end_pairs(const unsigned char *p, size_t n)
{
	size_t after_options = end_options(p, n);
	size_t after_first;
	int64_t total;

	if (!after_options)
		return 0;
	after_first = end_first(p, n);
	if (!after_first)
		return 0;
	total = p[after_first + 6];
	return luadata_pastrecords(&pairs_list, p, n, after_options, total);
}

/* Where secret ends */
static size_t end_secret(const unsigned char *p, size_t n)
{
	size_t after_pairs = end_pairs(p, n);
	int64_t mode, length;
	size_t after_title;

	if (!after_pairs)
		return 0;
	mode = p[0] >> 4;
	if (mode != 1 && mode != 7)
		return after_pairs;
	after_title = end_title(p, n);
	if (!after_title)
		return 0;
	length = luadata_little(p + after_title, 2);
	return luadata_past(n, after_pairs, length);
}

/* Where after ends */
static size_t end_after(const unsigned char *p, size_t n)
{
	size_t after_secret = end_secret(p, n);
	int64_t mode, more;

	if (!after_secret)
		return 0;
	mode = p[0] >> 4;
	if (mode != 1 && mode != 7)
		return after_secret;
	more = (p[0] >> 3) & 0x1;
	if (!more)
		return after_secret;
	return luadata_past(n, after_secret, 1);
}

/* Where body ends */
static size_t end_body(const unsigned char *p, size_t n)
{
	size_t after_pairs = end_pairs(p, n);
	int64_t mode;

	if (!after_pairs)
		return 0;
	mode = p[0] >> 4;
	switch (mode) {
	case 0:
		return luadata_past(n, after_pairs, 2);
	case 1:
	case 7:
		return end_after(p, n);
	default:
		return after_pairs;
	}
}

/* key: at byte 4, 4 bytes, when mode == keyed and more */
static bool l_place_key(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t mode = p[0] >> 4;
	int64_t more;

	if (mode != 1)
		return false;
	more = (p[0] >> 3) & 0x1;
	if (!more)
		return false;
	return luadata_found(span, 4, 4);
}

/* title: after key, words * 2 bytes */
static bool l_place_title(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_key = end_key(p, n);
	int64_t words;

	if (!after_key)
		return false;
	words = p[0] & 0x7;
	if (words > 6)
		return false;
	return luadata_found(span, after_key, words * 2);
}

/* length: after title, 2 bytes */
static bool l_place_length(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_title = end_title(p, n);

	if (!after_title)
		return false;
	return luadata_found(span, after_title, 2);
}

/* blob: 2 after title, length - 1 bytes */
static bool l_place_blob(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_title = end_title(p, n);
	int64_t length, taken;

	if (!after_title || n - after_title < 2)
		return false;
	length = luadata_little(p + after_title, 2);
	taken = length - 1;
	if (taken < 0)
		return false;
	return luadata_found(span, after_title + 2, taken);
}

/* host: after blob, up to its last label */
static bool l_place_host(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_blob = end_blob(p, n);
	size_t after_host;

	if (!after_blob)
		return false;
	after_host = end_host(p, n);
	if (!after_host)
		return false;
	return luadata_found(span, after_blob, after_host - after_blob);
}

/* pair: after host, 2 bytes */
static bool l_place_pair(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_host = end_host(p, n);

	if (!after_host)
		return false;
	return luadata_found(span, after_host, 2);
}

/* entry: 2 after host, words bytes */
static bool l_place_entry(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_host = end_host(p, n);
	int64_t words;

	if (!after_host)
		return false;
	words = p[0] & 0x7;
	if (words > 6)
		return false;
	return luadata_found(span, after_host + 2, words);
}

/* first: after entry, up to its last field */
static bool l_place_first(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_entry = end_entry(p, n);
	size_t taken;

	if (!after_entry)
		return false;
	taken = l_measure_option(p + after_entry, n - after_entry);
	if (!taken)
		return false;
	return luadata_found(span, after_entry, taken);
}

/* ports: after first, 6 bytes */
static bool l_place_ports(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_first = end_first(p, n);

	if (!after_first)
		return false;
	return luadata_found(span, after_first, 6);
}

/* total: 6 after first, 1 byte */
static bool l_place_total(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_first = end_first(p, n);

	if (!after_first)
		return false;
	return luadata_found(span, after_first + 6, 1);
}

/* options: 7 after first, up to a record with kind == last */
static bool l_place_options(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_first = end_first(p, n);

	if (!after_first)
		return false;
	return luadata_found(span, after_first + 7, h->length - at - (after_first + 7));
}

/* pairs: after options, total records */
static bool l_place_pairs(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_options = end_options(p, n);
	size_t after_first;
	int64_t total;

	if (!after_options)
		return false;
	after_first = end_first(p, n);
	if (!after_first)
		return false;
	total = p[after_first + 6];
	return luadata_found(span, after_options,
			     luadata_records(&pairs_list, p, n, after_options, total));
}

/* low: after pairs, 1 byte, when mode is plain */
static bool l_place_low(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_pairs = end_pairs(p, n);
	int64_t mode;

	if (!after_pairs)
		return false;
	mode = p[0] >> 4;
	if (mode != 0)
		return false;
	return luadata_found(span, after_pairs, 1);
}

/* high: after pairs, 1 byte, when mode is plain */
static bool l_place_high(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_pairs = end_pairs(p, n);
	int64_t mode;

	if (!after_pairs)
		return false;
	mode = p[0] >> 4;
	if (mode != 0)
		return false;
	return luadata_found(span, after_pairs, 1);
}

/* value: 1 after pairs, 1 byte, when mode is plain */
static bool l_place_value(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_pairs = end_pairs(p, n);
	int64_t mode;

	if (!after_pairs)
		return false;
	mode = p[0] >> 4;
	if (mode != 0)
		return false;
	return luadata_found(span, after_pairs + 1, 1);
}

/* secret: after pairs, length bytes, when mode is keyed or 7 */
static bool l_place_secret(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_pairs = end_pairs(p, n);
	int64_t mode, length;
	size_t after_title;

	if (!after_pairs)
		return false;
	mode = p[0] >> 4;
	if (mode != 1 && mode != 7)
		return false;
	after_title = end_title(p, n);
	if (!after_title)
		return false;
	length = luadata_little(p + after_title, 2);
	return luadata_found(span, after_pairs, length);
}

/* after: after secret, 1 byte, when mode is keyed or 7 and more */
static bool l_place_after(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_secret = end_secret(p, n);
	int64_t mode, more;

	if (!after_secret)
		return false;
	mode = p[0] >> 4;
	if (mode != 1 && mode != 7)
		return false;
	more = (p[0] >> 3) & 0x1;
	if (!more)
		return false;
	return luadata_found(span, after_secret, 1);
}

/* tail: after body, up to the end of the block */
static bool l_place_tail(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_body = end_body(p, n);

	if (!after_body)
		return false;
	return luadata_found(span, after_body, h->length - at - after_body);
}

static int64_t l_get_header_length(const void *object)
{
	const unsigned char *p = object;
	int64_t words = p[0] & 0x7;

	return words * 4 + 4;
}

/* rest: after host, up to length */
static bool l_place_rest(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_host = end_host(p, n);
	size_t after_title;
	int64_t length, to;

	if (!after_host)
		return false;
	after_title = end_title(p, n);
	if (!after_title)
		return false;
	length = luadata_little(p + after_title, 2);
	to = length;
	if (to < (int64_t)(after_host))
		return false;
	return luadata_found(span, after_host, to - after_host);
}

/* counted: length, up to the end of the block */
static bool l_place_counted(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	size_t after_title = end_title(p, n);
	int64_t length, from, to;

	if (!after_title || n - after_title < 2)
		return false;
	length = luadata_little(p + after_title, 2);
	from = length;
	to = h->length - at;
	if (to < from)
		return false;
	return luadata_found(span, from, to - from);
}

/* What right_records.check covers: up to words * 4 + 4 */
static bool l_cover_check(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	int64_t words = p[0] & 0x7;

	if (words > 6)
		return false;
	return luadata_found(span, 0, words * 4 + 4);
}

static const struct luadata_checksum right_records_checksum = {
	.offset = 2,
	.cover = l_cover_check,
};

static const struct luadata_field right_records_ports_element = {
	.name = "ports",
	.size = 2,
	.bits = 16,
	.type = LUADATA_TYPE_UINT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
};

static const struct luadata_field right_records_fields[] = {
	{
		.name = "mode",
		.offset = 0,
		.size = 1,
		.shift = 4,
		.bits = 4,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = mode_names,
	},
	{
		.name = "more",
		.offset = 0,
		.size = 1,
		.shift = 3,
		.bits = 1,
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "words",
		.offset = 0,
		.size = 1,
		.bits = 3,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_RANGED,
		.min = 0,
		.max = 6,
	},
	{
		.name = "state",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_STRICT |
			 LUADATA_FIELD_FLAGS,
		.constants = bits_names,
	},
	{
		.name = "check",
		.offset = 2,
		.size = 2,
		.bits = 16,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "key",
		.size = 4,
		.bits = 32,
		.place = l_place_key,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "only in keyed messages",
	},
	{
		.name = "title",
		.place = l_place_title,
		.type = LUADATA_TYPE_RAW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "length",
		.size = 2,
		.bits = 16,
		.place = l_place_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_LITTLE,
	},
	{
		.name = "blob",
		.place = l_place_blob,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "host",
		.place = l_place_host,
		.type = LUADATA_TYPE_NAME,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "pair",
		.place = l_place_pair,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_records_pair,
	},
	{
		.name = "entry",
		.place = l_place_entry,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_records_option,
	},
	{
		.name = "first",
		.place = l_place_first,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_records_option,
	},
	{
		.name = "ports",
		.place = l_place_ports,
		.type = LUADATA_TYPE_ARRAY,
		.count = 3,
		.element = &right_records_ports_element,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "total",
		.size = 1,
		.bits = 8,
		.place = l_place_total,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "options",
		.place = l_place_options,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &options_list,
	},
	{
		.name = "pairs",
		.place = l_place_pairs,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &pairs_list,
	},
	{
		.name = "low",
		.size = 1,
		.shift = 4,
		.bits = 4,
		.place = l_place_low,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "high",
		.size = 1,
		.bits = 4,
		.place = l_place_high,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "value",
		.size = 1,
		.bits = 8,
		.place = l_place_value,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "secret",
		.place = l_place_secret,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "after",
		.size = 1,
		.bits = 8,
		.place = l_place_after,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "tail",
		.place = l_place_tail,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &tail_list,
	},
	{
		.name = "header_length",
		.bits = 64,
		.get = l_get_header_length,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
		.unit = "bytes",
	},
	{
		.name = "rest",
		.place = l_place_rest,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "counted",
		.place = l_place_counted,
		.type = LUADATA_TYPE_BYTES,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
};

const struct luadata_layout luadata_layout_right_records = {
	.name = "right_records",
	.size = 4,
	.fields = right_records_fields,
	.nfields = LUADATA_COUNT(right_records_fields),
	.doc = "A format with fields behind others of variable size, conditions, unions and records",
	.reach = 65542,
	.checksum = &right_records_checksum,
};

LUADATA_EXPORT(luadata_layout_right_records);

int luaopen_right_records(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_records);
	return 1;
}
