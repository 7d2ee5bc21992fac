// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_contained binding: A format with a record that contains another, which is specified
 * after it. Generated from cases/right_contained.yaml.
 */

#include "place.h"
#include "glue.h"
#include "right_contained.h"

static const struct luadata_field single_fields[] = {
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

const struct luadata_layout luadata_layout_right_contained_single = {
	.name = "right_contained.single",
	.size = 2,
	.fields = single_fields,
	.nfields = LUADATA_COUNT(single_fields),
};

LUADATA_EXPORT(luadata_layout_right_contained_single);

static const struct luadata_field couple_fields[] = {
	{
		.name = "one",
		.offset = 0,
		.size = 2,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_contained_single,
	},
	{
		.name = "two",
		.offset = 2,
		.size = 2,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_contained_single,
	},
};

const struct luadata_layout luadata_layout_right_contained_couple = {
	.name = "right_contained.couple",
	.size = 4,
	.fields = couple_fields,
	.nfields = LUADATA_COUNT(couple_fields),
};

LUADATA_EXPORT(luadata_layout_right_contained_couple);

static const struct luadata_field right_contained_fields[] = {
	{
		.name = "couple",
		.offset = 0,
		.size = 4,
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.layout = &luadata_layout_right_contained_couple,
	},
};

const struct luadata_layout luadata_layout_right_contained = {
	.name = "right_contained",
	.size = 4,
	.fields = right_contained_fields,
	.nfields = LUADATA_COUNT(right_contained_fields),
	.doc = "A format with a record that contains another, which is specified after it",
};

LUADATA_EXPORT(luadata_layout_right_contained);

int luaopen_right_contained(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_right_contained);
	return 1;
}
