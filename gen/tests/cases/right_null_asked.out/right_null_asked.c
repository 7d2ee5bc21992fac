// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_null_asked binding: A pointer that may be NULL, in a cost that asks before it reads.
 * Generated from cases/right_null_asked.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_null_asked.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, num), u32),
	      "cases/right_null_asked.yaml:6: thing.num: num of struct thing is not u32");

static const struct luadata_field thing_fields[] = {
	{
		.name = "num",
		.offset = offsetof(struct thing, num),
		.size = sizeof_field(struct thing, num),
		.bits = 8 * sizeof_field(struct thing, num),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "its number",
	},
};

const struct luadata_layout luadata_layout_right_null_asked_thing = {
	.name = "right_null_asked.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_null_asked_thing);

static_assert(__builtin_types_compatible_p(typeof(thing_tell), /* cases/right_null_asked.yaml:9 */
					   int (struct thing *)),
	      "cases/right_null_asked.yaml:9: functions.f: the kernel's thing_tell has another prototype");

/* In units of the budget: it grows with its number. */
#ifndef l_cost_f
static inline lua_Integer l_cost_f(struct thing *thing)
{
	return thing && thing->num > 3 ? thing->num : 1; /* cases/right_null_asked.yaml:9 */
}
#endif

/* right_null_asked.f(thing): does it */
static int l_f(lua_State *L)
{
	struct thing *thing;
	int result;

	klua_checkcall(L, "right_null_asked.f", KLUA_STACK_ANY);
	thing = NULL;
	if (!lua_isnoneornil(L, 1))
		thing = luadata_original(L, 1, "right_null_asked.f: thing",
					 &luadata_layout_right_null_asked_thing);
	lua_charge(L, l_cost_f(thing));
	result = thing_tell(thing);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{NULL, NULL},
};

int luaopen_right_null_asked(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_null_asked_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
