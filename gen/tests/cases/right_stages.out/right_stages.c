// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_stages binding: Expressions that name all that has a value where they are computed.
 * Generated from cases/right_stages.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_stages.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, num), u32),
	      "cases/right_stages.yaml:6: thing.num: num of struct thing is not u32");

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

const struct luadata_layout luadata_layout_right_stages_thing = {
	.name = "right_stages.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_stages_thing);

static_assert(__builtin_types_compatible_p(typeof(thing_tell), /* cases/right_stages.yaml:9 */
					   int (struct thing *, const u8 *, size_t, struct thing *,
						u32, u32, u8 *, u32)),
	      "cases/right_stages.yaml:9: functions.f: the kernel's thing_tell has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_stages.yaml:16 */
					   struct thing *(const char *, u32, u32)),
	      "cases/right_stages.yaml:16: functions.f: the kernel's thing_get has another prototype");

/* Bytes of out. */
#ifndef l_size_f_out
static inline lua_Integer l_size_f_out(lua_Integer number, struct thing *other)
{
	return luadata_add(other->num, number); /* cases/right_stages.yaml:9 */
}
#endif

/* In units of the budget: it grows with what is there. */
#ifndef l_cost_f
static inline lua_Integer l_cost_f(struct thing *thing, lua_Integer len, lua_Integer number,
				   lua_Integer low, lua_Integer high)
{
	return luadata_add(luadata_add(luadata_add(number, len), thing->num),
			   (high > low) ? (luadata_sub(high,
						       low)) : (0)); /* cases/right_stages.yaml:9 */
}
#endif

/* right_stages.f(thing, data, name, number, low, high): does it */
static int l_f(lua_State *L)
{
	struct thing *thing;
	const u8 *data;
	size_t len;
	const char *name;
	u32 number;
	u32 low;
	u32 high;
	struct thing *other;
	u8 *out;
	size_t out_size;
	int result;

	name = luadata_cstring(L, 3, "right_stages.f: name", 0);
	number = klua_checkinteger(L, 4, "right_stages.f: number", 0,
				   min_t(s64, luadata_sub(luadata_add(strlen(name), 1), 1),
					 U32_MAX)); /* cases/right_stages.yaml:9 */
	low = klua_checkinteger(L, 5, "right_stages.f: low", 0,
				min_t(s64, number>5 ? number : 5,
				      U32_MAX)); /* cases/right_stages.yaml:9 */
	high = klua_checkinteger(L, 6, "right_stages.f: high", max_t(s64, low, 0),
				 U32_MAX); /* cases/right_stages.yaml:9 */
	klua_checksleep(L, "right_stages.f");
	klua_checkcall(L, "right_stages.f", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 6);
	out = luadata_newbuffer(L, 64);
	thing = luadata_original(L, 1, "right_stages.f: thing", &luadata_layout_right_stages_thing);
	data = luadata_input(L, 2, "right_stages.f: data", 64, &len);
	lua_charge(L, l_cost_f(thing, len, number, low, high));
	other = thing_get(name, number, thing->num + len); /* cases/right_stages.yaml:16 */
	if (IS_ERR_OR_NULL(other))
		return klua_pusherrno(L, other ? PTR_ERR(other) : -ENOENT);
	out_size = l_size_f_out(number, other);
	if (out_size > 64) {
		thing_put(other); /* cases/right_stages.yaml:16 */
		return luaL_error(L, "right_stages.f: out: %I bytes, and there is room for 64",
				  (lua_Integer)out_size);
	}
	result = thing_tell(thing, data, len, other, low, high, out,
			    other->num & thing->num); /* cases/right_stages.yaml:9 */
	thing_put(other); /* cases/right_stages.yaml:16 */
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushlstring(L, (const char *)out, out_size);
	return 1;
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{NULL, NULL},
};

int luaopen_right_stages(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_stages_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
