// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_own_names binding: Parameters with the names that generated functions give their own
 * variables. Generated from cases/right_own_names.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_own_names.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* guards one */
#ifndef l_take_one
#define l_take_one(object) thing_lock(object) /* cases/right_own_names.yaml:8 */
#define l_drop_one(object) thing_unlock(object) /* cases/right_own_names.yaml:8 */
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, num), u32),
	      "cases/right_own_names.yaml:6: thing.num: num of struct thing is not u32");

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

const struct luadata_layout luadata_layout_right_own_names_thing = {
	.name = "right_own_names.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_own_names_thing);

/* It may sleep: a work item calls it. */
static void l_release_f(void *p)
{
	struct thing *object __maybe_unused = p;

	thing_put(object); /* cases/right_own_names.yaml:11 */
}

static const struct luadata_handle_ops f_ops = {
	.release = klua_defer_release,
	.giveaway = klua_defer_giveaway,
};

static_assert(__builtin_types_compatible_p(typeof(thing_find), /* cases/right_own_names.yaml:11 */
					   struct thing *(u32, u32, u32, u32, u32)),
	      "cases/right_own_names.yaml:11: functions.f: the kernel's thing_find has another prototype");

/* right_own_names.f(result, err, copy, holder, later): does it */
static int l_f(lua_State *L)
{
	u32 result;
	u32 err;
	u32 copy;
	u32 holder;
	u32 later;
	struct thing *result_;
	struct luadata_ref *holder_;
	struct klua_deferred *later_;

	result = klua_checkinteger(L, 1, "right_own_names.f: result", 0, U32_MAX);
	err = klua_checkinteger(L, 2, "right_own_names.f: err", 0, U32_MAX);
	copy = klua_checkinteger(L, 3, "right_own_names.f: copy", 0, U32_MAX);
	holder = klua_checkinteger(L, 4, "right_own_names.f: holder", 0, U32_MAX);
	later = klua_checkinteger(L, 5, "right_own_names.f: later", 0, U32_MAX);
	klua_checksleep(L, "right_own_names.f");
	klua_checkcall(L, "right_own_names.f", KLUA_STACK_SLEEPABLE);
	lua_settop(L, 5);
	holder_ = luadata_newholder(L, &luadata_layout_right_own_names_thing);
	later_ = klua_defer_new(L, "right_own_names.f", l_release_f);
	result_ = thing_find(result, err, copy, holder, later);
	if (IS_ERR(result_)) {
		klua_defer_cancel(later_);
		return klua_pusherrno(L, PTR_ERR(result_));
	}
	if (!result_) {
		klua_defer_cancel(later_);
		return luaL_error(L, "right_own_names.f: nothing there");
	}
	later_->object = result_;
	luadata_hold(holder_, result_, luadata_layout_right_own_names_thing.size, 0, &f_ops,
		     later_);
	lua_pushvalue(L, 6);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_all), /* cases/right_own_names.yaml:17 */
					   int (struct thing *, u32, u32)),
	      "cases/right_own_names.yaml:17: functions.all: the kernel's thing_all has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing[1]), /* cases/right_own_names.yaml:17 */
	      "cases/right_own_names.yaml:17: functions.all: struct thing goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_own_names.all(i): does it */
static int l_all(lua_State *L)
{
	u32 i;
	struct thing *list;
	int count, i_;

	i = klua_checkinteger(L, 1, "right_own_names.all: i", 0, U32_MAX);
	klua_checksleep(L, "right_own_names.all");
	klua_checkcall(L, "right_own_names.all", KLUA_STACK_SLEEPABLE);
	list = luadata_newbuffer(L, 4 * sizeof(*list));
	count = thing_all(list, i, 4);
	if (count < 0)
		return klua_pusherrno(L, count);
	count = min(count, 4);
	lua_createtable(L, count, 0);
	for (i_ = 0; i_ < count; i_++) { /* bounded: its maximum */
		memcpy(luadata_newobject(L, &luadata_layout_right_own_names_thing), &list[i_],
		       sizeof(list[i_]));
		lua_rawseti(L, -2, i_ + 1);
	}
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_tell), /* cases/right_own_names.yaml:23 */
					   int (struct thing *, u32, u32)),
	      "cases/right_own_names.yaml:23: functions.g: the kernel's thing_tell has another prototype");
static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_own_names.yaml:28 */
					   struct thing *(u32, u32)),
	      "cases/right_own_names.yaml:28: functions.g: the kernel's thing_get has another prototype");

/* In units of the budget: it grows with all. */
#ifndef l_cost_g
static inline lua_Integer l_cost_g(lua_Integer cost, struct thing *object)
{
	return luadata_add(cost, object->num); /* cases/right_own_names.yaml:23 */
}
#endif

/* right_own_names.g(err, found, result, cost): does it */
static int l_g(lua_State *L)
{
	u32 err;
	u32 found;
	u32 result;
	u32 cost;
	struct thing *object;
	int result_;
	lua_Integer cost_;

	err = klua_checkinteger(L, 1, "right_own_names.g: err", 0, U32_MAX);
	found = klua_checkinteger(L, 2, "right_own_names.g: found", 0, U32_MAX);
	result = klua_checkinteger(L, 3, "right_own_names.g: result", 0, U32_MAX);
	cost = klua_checkinteger(L, 4, "right_own_names.g: cost", 0, 8);
	klua_checksleep(L, "right_own_names.g");
	klua_checkcall(L, "right_own_names.g", KLUA_STACK_SLEEPABLE);
	object = thing_get(err, found);
	if (IS_ERR_OR_NULL(object))
		return klua_pusherrno(L, object ? PTR_ERR(object) : -ENOENT);
	l_take_one(object);
	cost_ = l_cost_g(cost, object);
	result_ = thing_tell(object, result, cost);
	l_drop_one(object);
	thing_put(object); /* cases/right_own_names.yaml:28 */
	lua_charge(L, cost_);
	if (result_ < 0)
		return klua_pusherrno(L, result_);
	lua_pushboolean(L, true);
	return 1;
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{"all", l_all},
	{"g", l_g},
	{NULL, NULL},
};

int luaopen_right_own_names(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_own_names_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
