// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_when_constant binding: A field that is there by what reads no object. Generated from
 * cases/right_when_constant.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_when_constant.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static bool l_place_thing_num(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	span->offset = offsetof(struct thing, num);
	span->length = sizeof_field(struct thing, num);
	return IS_ENABLED(CONFIG_THING); /* cases/right_when_constant.yaml:6 */
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, num), u32),
	      "cases/right_when_constant.yaml:6: thing.num: num of struct thing is not u32");

static const struct luadata_field thing_fields[] = {
	{
		.name = "num",
		.offset = offsetof(struct thing, num),
		.size = sizeof_field(struct thing, num),
		.bits = 8 * sizeof_field(struct thing, num),
		.place = l_place_thing_num,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "its number",
	},
};

const struct luadata_layout luadata_layout_right_when_constant_thing = {
	.name = "right_when_constant.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_when_constant_thing);

static const luaL_Reg functions[] = {
	{NULL, NULL},
};

int luaopen_right_when_constant(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_when_constant_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
