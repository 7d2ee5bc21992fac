// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_nested binding: A subsystem. Generated from cases/right_nested.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_nested.h"

static_assert(__builtin_types_compatible_p(typeof_member(struct inner, level), int),
	      "cases/right_nested.yaml:10: inner.level: level of struct inner is not int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct inner *)0)->level),
					    const typeof(((struct inner *)0)->level) *),
	      "cases/right_nested.yaml:10: inner.level: level of struct inner is const: access: ro");

static const struct luadata_field inner_fields[] = {
	{
		.name = "level",
		.offset = offsetof(struct inner, level),
		.size = sizeof_field(struct inner, level),
		.bits = 8 * sizeof_field(struct inner, level),
		.type = LUADATA_INT,
		.flags = LUADATA_READABLE | LUADATA_WRITE | LUADATA_ORDER_NATIVE,
		.doc = "what scripts may write",
	},
};

const struct luadata_layout luadata_layout_right_nested_inner = {
	.name = "right_nested.inner",
	.size = sizeof(struct inner),
	.fields = inner_fields,
	.nfields = LUADATA_COUNT(inner_fields),
	.doc = "A part",
	.flags = LUADATA_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_nested_inner);

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, inner), struct inner),
	      "cases/right_nested.yaml:15: thing.inner: inner of struct thing is not struct inner");

static const struct luadata_field thing_fields[] = {
	{
		.name = "inner",
		.offset = offsetof(struct thing, inner),
		.size = sizeof_field(struct thing, inner),
		.type = LUADATA_VIEW,
		.flags = LUADATA_READABLE,
		.layout = &luadata_layout_right_nested_inner,
		.doc = "its part",
	},
};

const struct luadata_layout luadata_layout_right_nested_thing = {
	.name = "right_nested.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_nested_thing);

static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_nested.yaml:18 */
					   struct thing *(void)),
	      "cases/right_nested.yaml:18: functions.get: the kernel's thing_get has another prototype");

/* right_nested.get(): The thing */
static int l_get(lua_State *L)
{
	struct thing *result;

	klua_checkstack(L, "right_nested.get", KLUA_STACK_ANY);
	result = thing_get();
	if (!result)
		return luaL_error(L, "right_nested.get: nothing there");
	luadata_pushobject(L, &luadata_layout_right_nested_thing, result, LUADATA_WRITABLE, NULL,
			   result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"get", l_get},
	{NULL, NULL},
};

int luaopen_right_nested(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_right_nested_inner);
	lua_setfield(L, -2, "inner");
	luadata_pushlayout(L, &luadata_layout_right_nested_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
