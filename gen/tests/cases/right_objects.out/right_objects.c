// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_objects binding: Who owns what. Generated from cases/right_objects.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_objects.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, a), int),
	      "cases/right_objects.yaml:6: thing.a: a of struct thing is not int");

static const struct luadata_field thing_fields[] = {
	{
		.name = "a",
		.offset = offsetof(struct thing, a),
		.size = sizeof_field(struct thing, a),
		.bits = 8 * sizeof_field(struct thing, a),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "a number",
	},
};

const struct luadata_layout luadata_layout_right_objects_thing = {
	.name = "right_objects.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_objects_thing);

/* It may sleep: a work item calls it. */
static void l_release_new(void *p)
{
	struct thing *object __maybe_unused = p;

	thing_put(object); /* cases/right_objects.yaml:9 */
}

static const struct luadata_handle_ops new_ops = {
	.release = klua_defer_release,
	.giveaway = klua_defer_giveaway,
};

/* It may sleep: a work item calls it. */
static void l_release_each(void *p)
{
	struct thing *object __maybe_unused = p;

	thing_put(object); /* cases/right_objects.yaml:24 */
}

static const struct luadata_handle_ops each_ops = {
	.release = klua_defer_release,
	.giveaway = klua_defer_giveaway,
};

static_assert(__builtin_types_compatible_p(typeof(thing_new), /* cases/right_objects.yaml:9 */
					   int (struct group *, int, struct thing **)),
	      "cases/right_objects.yaml:9: functions.new: the kernel's thing_new has another prototype");
static_assert(__builtin_types_compatible_p(typeof(group_find), /* cases/right_objects.yaml:13 */
					   struct group *(const char *)),
	      "cases/right_objects.yaml:13: functions.new: the kernel's group_find has another prototype");

/* right_objects.new(name, kind): Makes a thing. */
static int l_new(lua_State *L)
{
	const char *name;
	int kind;
	struct group *group;
	struct thing *thing = NULL;
	int result;
	struct luadata_ref *holder;
	struct klua_deferred *later;

	name = luadata_cstring(L, 1, "right_objects.new: name", 0);
	kind = klua_checkinteger(L, 2, "right_objects.new: kind", 0, 3);
	klua_checksleep(L, "right_objects.new");
	klua_checkcall(L, "right_objects.new", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 2);
	holder = luadata_newholder(L, &luadata_layout_right_objects_thing);
	later = klua_defer_new(L, "right_objects.new", l_release_new);
	group = group_find(name);
	if (IS_ERR_OR_NULL(group)) {
		klua_defer_cancel(later);
		return klua_pusherrno(L, group ? PTR_ERR(group) : -ENOENT);
	}
	result = thing_new(group, kind, &thing);
	group_put(group); /* cases/right_objects.yaml:13 */
	if (result < 0) {
		klua_defer_cancel(later);
		return klua_pusherrno(L, result);
	}
	if (!IS_ERR_OR_NULL(thing)) {
		later->object = thing;
		luadata_hold(holder, thing, luadata_layout_right_objects_thing.size, 0, &new_ops,
			     later);
	} else {
		klua_defer_cancel(later);
	}
	if (IS_ERR_OR_NULL(thing))
		lua_pushnil(L);
	else
		lua_pushvalue(L, 3);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_first), /* cases/right_objects.yaml:18 */
					   int (struct thing **)),
	      "cases/right_objects.yaml:18: functions.first: the kernel's thing_first has another prototype");

/* right_objects.first(): The first thing. */
static int l_first(lua_State *L)
{
	struct thing *thing = NULL;
	int result;

	klua_checkcall(L, "right_objects.first", KLUA_STACK_ANY);
	result = thing_first(&thing);
	if (result < 0)
		return klua_pusherrno(L, result);
	if (IS_ERR_OR_NULL(thing)) {
		lua_pushnil(L);
	} else {
		luadata_pushobject(L, &luadata_layout_right_objects_thing, thing, 0, NULL, thing);
		klua_defer(L);
	}
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_next), /* cases/right_objects.yaml:24 */
					   struct thing *(int, struct thing *)),
	      "cases/right_objects.yaml:24: functions.each: the kernel's thing_next has another prototype");

/* right_objects.each(kind, before): All things. */
static int l_step_each(lua_State *L)
{
	int kind;
	struct thing *before;
	struct thing *result;
	struct luadata_ref *holder;
	struct klua_deferred *later;

	kind = klua_checkinteger(L, 1, "right_objects.each: kind", 0, 3);
	klua_checksleep(L, "right_objects.each");
	klua_checkcall(L, "right_objects.each", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 2);
	holder = luadata_newholder(L, &luadata_layout_right_objects_thing);
	before = NULL;
	if (!lua_isnoneornil(L, 2))
		before = luadata_checkowned(L, 2, "right_objects.each: before",
					    &luadata_layout_right_objects_thing);
	later = klua_defer_new(L, "right_objects.each", l_release_each);
	if (before)
		luadata_giveaway(L, 2);
	result = thing_next(kind, before);
	if (IS_ERR_OR_NULL(result)) {
		klua_defer_cancel(later);
		lua_pushnil(L);
		return 1;
	}
	later->object = result;
	luadata_hold(holder, result, luadata_layout_right_objects_thing.size, 0, &each_ops, later);
	lua_pushvalue(L, 3);
	return 1;
}

/* What `for` calls: the upvalues are the arguments, the second argument is what it got before. */
static int l_next_each(lua_State *L)
{
	lua_settop(L, 2);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_pushvalue(L, 2);
	lua_rotate(L, 1, -2);
	lua_settop(L, 2);
	return l_step_each(L);
}

/* for v in right_objects.each(kind) */
static int l_each(lua_State *L)
{
	lua_settop(L, 1);
	lua_pushcclosure(L, l_next_each, 1);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_give), /* cases/right_objects.yaml:33 */
					   void (struct thing *, struct thing *)),
	      "cases/right_objects.yaml:33: functions.give: the kernel's thing_give has another prototype");

/* right_objects.give(thing, whom): Gives a thing away. */
static int l_give(lua_State *L)
{
	struct thing *thing;
	struct thing *whom;

	klua_checkcall(L, "right_objects.give", KLUA_STACK_ANY);
	thing = luadata_checkowned(L, 1, "right_objects.give: thing",
				   &luadata_layout_right_objects_thing);
	whom = luadata_original(L, 2, "right_objects.give: whom",
				&luadata_layout_right_objects_thing);
	if (whom && whom == thing)
		return luaL_error(L,
				  "right_objects.give: whom: expected another than thing, which is given away");
	luadata_giveaway(L, 1);
	thing_give(thing, whom);
	return 0;
}

static_assert(__builtin_types_compatible_p(typeof(thing_peek), /* cases/right_objects.yaml:38 */
					   int (const struct thing *, u8 *, u8 *, bool *)),
	      "cases/right_objects.yaml:38: functions.peek: the kernel's thing_peek has another prototype");

/* Bytes of seal. */
#ifndef l_size_peek_seal
static inline lua_Integer l_size_peek_seal(const struct thing *thing)
{
	return thing ? thing_seal(thing) : 0; /* cases/right_objects.yaml:38 */
}
#endif

/* right_objects.peek(thing): Looks at a thing, or at all. */
static int l_peek(lua_State *L)
{
	const struct thing *thing;
	u8 *key;
	u8 *seal;
	size_t seal_size;
	bool more = 0;
	int result;

	klua_checkcall(L, "right_objects.peek", KLUA_STACK_ANY);
	lua_settop(L, 1);
	key = luadata_newbuffer(L, 16);
	seal = luadata_newbuffer(L, 32);
	thing = NULL;
	if (!lua_isnoneornil(L, 1))
		thing = luadata_originalconst(L, 1, "right_objects.peek: thing",
					      &luadata_layout_right_objects_thing);
	seal_size = l_size_peek_seal(thing);
	if (seal_size > 32)
		return luaL_error(L, "right_objects.peek: seal: %I bytes, and there is room for 32",
				  (lua_Integer)seal_size);
	result = thing_peek(thing, key, seal, &more);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushlstring(L, (const char *)key, 16);
	lua_pushlstring(L, (const char *)seal, seal_size);
	lua_pushboolean(L, more);
	return 3;
}

static const luaL_Reg functions[] = {
	{"new", l_new},
	{"first", l_first},
	{"each", l_each},
	{"give", l_give},
	{"peek", l_peek},
	{NULL, NULL},
};

int luaopen_right_objects(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_objects_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
