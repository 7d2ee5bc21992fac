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

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* guards one */
#ifndef l_take_one
#define l_take_one(object) take(object) /* cases/right_nested.yaml:6 */
#define l_drop_one(object) drop(object) /* cases/right_nested.yaml:6 */
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct inner, level), int),
	      "cases/right_nested.yaml:12: inner.level: level of struct inner is not int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct inner *)0)->level),
					    const typeof(((struct inner *)0)->level) *),
	      "cases/right_nested.yaml:12: inner.level: level of struct inner is const: access: ro");

static const struct luadata_field inner_fields[] = {
	{
		.name = "level",
		.offset = offsetof(struct inner, level),
		.size = sizeof_field(struct inner, level),
		.bits = 8 * sizeof_field(struct inner, level),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
		.doc = "what scripts may write",
	},
};

const struct luadata_layout luadata_layout_right_nested_inner = {
	.name = "right_nested.inner",
	.size = sizeof(struct inner),
	.fields = inner_fields,
	.nfields = LUADATA_COUNT(inner_fields),
	.doc = "A part",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_nested_inner);

static int64_t l_get_thing_level(const void *p)
{
	struct thing *object = (struct thing *)p;
	int64_t value;

	l_take_one(object);
	value = (object->kind == 1) ? object->level : 0;
	l_drop_one(object);
	return value;
}

static void l_set_thing_level(void *p, int64_t value)
{
	struct thing *object = p;

	l_take_one(object);
	if (object->kind == 1)
		object->level = value;
	l_drop_one(object);
}

static bool l_place_thing_level(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return object->kind == 1; /* cases/right_nested.yaml:19 */
}

static int64_t l_get_thing_owner(const void *p)
{
	struct thing *object = (struct thing *)p;
	int64_t value;

	l_take_one(object);
	value = !(object->kind == 2) || IS_ERR_OR_NULL(object->owner) ? 0 : object->owner->id;
	l_drop_one(object);
	return value;
}

static bool l_place_thing_owner(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return (object->kind == 2) && !IS_ERR_OR_NULL(object->owner); /* cases/right_nested.yaml:20 */
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, inner), struct inner),
	      "cases/right_nested.yaml:17: thing.inner: inner of struct thing is not struct inner");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, kind), int),
	      "cases/right_nested.yaml:18: thing.kind: kind of struct thing is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, level), u32),
	      "cases/right_nested.yaml:19: thing.level: level of struct thing is not u32");
static_assert(__builtin_types_compatible_p(typeof(((struct thing *)0)->owner->id), int),
	      "cases/right_nested.yaml:20: thing.owner: owner->id of struct thing is not int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->level),
					    const typeof(((struct thing *)0)->level) *),
	      "cases/right_nested.yaml:19: thing.level: level of struct thing is const: access: ro");

static const struct luadata_field thing_fields[] = {
	{
		.name = "inner",
		.offset = offsetof(struct thing, inner),
		.size = sizeof_field(struct thing, inner),
		.type = LUADATA_TYPE_VIEW,
		.flags = LUADATA_FIELD_READ,
		.layout = &luadata_layout_right_nested_inner,
		.doc = "its part",
	},
	{
		.name = "kind",
		.offset = offsetof(struct thing, kind),
		.size = sizeof_field(struct thing, kind),
		.bits = 8 * sizeof_field(struct thing, kind),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "whether it has a level, or an owner",
	},
	{
		.name = "level",
		.bits = 8 * sizeof_field(struct thing, level),
		.place = l_place_thing_level,
		.get = l_get_thing_level,
		.set = l_set_thing_level,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
		.doc = "at times",
	},
	{
		.name = "owner",
		.bits = 8 * sizeof(((struct thing *)0)->owner->id),
		.place = l_place_thing_owner,
		.get = l_get_thing_owner,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "at times",
	},
};

const struct luadata_layout luadata_layout_right_nested_thing = {
	.name = "right_nested.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_nested_thing);

static_assert(LUADATA_APART(offsetof(struct thing, kind), sizeof_field(struct thing, kind),
			    /* cases/right_nested.yaml:12 */
			    offsetof(struct thing, inner.level), sizeof_field(struct thing,
									      inner.level)),
	      "cases/right_nested.yaml:12: inner.level: thing.level depends on bytes of it: access: ro");
static_assert(LUADATA_APART(offsetof(struct thing, kind), sizeof_field(struct thing, kind),
			    /* cases/right_nested.yaml:19 */
			    offsetof(struct thing, level), sizeof_field(struct thing, level)),
	      "cases/right_nested.yaml:19: thing.level: thing.level depends on bytes of it: access: ro");

static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_nested.yaml:23 */
					   struct thing *(void)),
	      "cases/right_nested.yaml:23: functions.get: the kernel's thing_get has another prototype");

/* right_nested.get(): The thing */
static int l_get(lua_State *L)
{
	struct thing *result;

	klua_checkcall(L, "right_nested.get", KLUA_STACK_ANY);
	result = thing_get();
	if (IS_ERR_OR_NULL(result))
		return luaL_error(L, "right_nested.get: nothing there");
	luadata_pushobject(L, &luadata_layout_right_nested_thing, result, LUADATA_HANDLE_WRITABLE,
			   NULL, result);
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
