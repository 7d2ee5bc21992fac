// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The list_count_of_fixed binding: A list behind fields of fixed size, whose records have one, too.
 * Generated from cases/list_count_of_fixed.yaml.
 */

#include "place.h"
#include "glue.h"
#include "list_count_of_fixed.h"

/* Bytes of the pair at p */
static size_t l_measure_pair(const unsigned char *p, size_t n)
{
	(void)p;
	return luadata_past(n, 0, 2);
}

static const struct luadata_field pair_fields[] = {
	{
		.name = "a",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "one",
	},
	{
		.name = "b",
		.offset = 1,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "the other",
	},
};

const struct luadata_layout luadata_layout_list_count_of_fixed_pair = {
	.name = "list_count_of_fixed.pair",
	.size = 2,
	.fields = pair_fields,
	.nfields = LUADATA_COUNT(pair_fields),
	.doc = "A pair",
};

LUADATA_EXPORT(luadata_layout_list_count_of_fixed_pair);

static const struct luadata_list pairs_list = {
	.layout = &luadata_layout_list_count_of_fixed_pair,
	.measure = l_measure_pair,
};

/* pairs: at byte 1, len records */
static bool l_place_pairs(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const unsigned char *p = h->base + at;
	size_t n = span->length;
	int64_t len = p[0];

	return luadata_found(span, 1, luadata_records(&pairs_list, p, n, 1, len));
}

static const struct luadata_field list_count_of_fixed_fields[] = {
	{
		.name = "len",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.doc = "how many",
	},
	{
		.name = "pairs",
		.place = l_place_pairs,
		.type = LUADATA_TYPE_LIST,
		.flags = LUADATA_FIELD_READ,
		.list = &pairs_list,
		.doc = "pairs",
	},
};

const struct luadata_layout luadata_layout_list_count_of_fixed = {
	.name = "list_count_of_fixed",
	.size = 1,
	.fields = list_count_of_fixed_fields,
	.nfields = LUADATA_COUNT(list_count_of_fixed_fields),
	.doc = "A list behind fields of fixed size, whose records have one, too",
	.reach = 511,
};

LUADATA_EXPORT(luadata_layout_list_count_of_fixed);

int luaopen_list_count_of_fixed(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_list_count_of_fixed);
	return 1;
}
