// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The union_without_cases binding: A format. Generated from cases/union_without_cases.yaml. */

#include "find.h"
#include "glue.h"
#include "union_without_cases.h"

static const struct luadata_constant kind_names[] = {
	{"one", 1},
	{"two", 2},
	{NULL, 0},
};

static const struct luadata_field union_without_cases_fields[] = {
	{
		.name = "kind",
		.offset = 0,
		.size = 1,
		.bits = 8,
		.type = LUADATA_UINT,
		.flags = LUADATA_READABLE | LUADATA_WRITE,
		.constants = kind_names,
	},
};

const struct luadata_layout luadata_layout_union_without_cases = {
	.name = "union_without_cases",
	.size = 1,
	.fields = union_without_cases_fields,
	.nfields = LUADATA_COUNT(union_without_cases_fields),
	.doc = "A format",
};

LUADATA_EXPORT(luadata_layout_union_without_cases);

int luaopen_union_without_cases(lua_State *L)
{
	luadata_pushlayout(L, &luadata_layout_union_without_cases);
	return 1;
}
