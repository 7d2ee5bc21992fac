// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_count_of binding: Counts that are values, of what they count. Generated from
 * cases/right_count_of.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_count_of.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, num), u32),
	      "cases/right_count_of.yaml:6: thing.num: num of struct thing is not u32");

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

const struct luadata_layout luadata_layout_right_count_of_thing = {
	.name = "right_count_of.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_count_of_thing);

static_assert(__builtin_types_compatible_p(typeof(thing_tell), /* cases/right_count_of.yaml:9 */
					   int (struct thing *, u32, const char *, u32)),
	      "cases/right_count_of.yaml:9: functions.f: the kernel's thing_tell has another prototype");

/* right_count_of.f(thing, name): does it */
static int l_f(lua_State *L)
{
	struct thing *thing;
	const char *name;
	int result;

	name = luadata_cstring(L, 2, "right_count_of.f: name", 0);
	klua_checksleep(L, "right_count_of.f");
	klua_checkcall(L, "right_count_of.f", KLUA_STACK_SLEEPABLE);
	thing = luadata_original(L, 1, "right_count_of.f: thing",
				 &luadata_layout_right_count_of_thing);
	result = thing_tell(thing, sizeof(*thing), name,
			    strlen(name)); /* cases/right_count_of.yaml:9 */
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{NULL, NULL},
};

int luaopen_right_count_of(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_count_of_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
