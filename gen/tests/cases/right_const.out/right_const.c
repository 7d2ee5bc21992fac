// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_const binding: A subsystem. Generated from cases/right_const.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_const.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, a), int),
	      "cases/right_const.yaml:7: thing.a: a of struct thing is not int");

static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->a),
					    const typeof(((struct thing *)0)->a) *),
	      "cases/right_const.yaml:7: thing.a: a of struct thing is const: access: ro");

static const struct luadata_field thing_fields[] = {
	{
		.name = "a",
		.offset = offsetof(struct thing, a),
		.size = sizeof_field(struct thing, a),
		.bits = 8 * sizeof_field(struct thing, a),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
		.doc = "a number",
	},
};

const struct luadata_layout luadata_layout_right_const_thing = {
	.name = "right_const.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_const_thing);

/* ---- the callback seen ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct seen_frame {
	struct luadata_handle *thing_handle;
	struct luadata_handle *other_handle;
	struct luadata_ref *thing_ref;
	struct luadata_ref *other_ref;
};

static void seen_prepare(lua_State *L, void *frame)
{
	struct seen_frame *f = frame;
	int thing_index;
	int other_index;

	luaL_checkstack(L, 4, NULL);
	f->thing_handle = luadata_newhandle(L);
	thing_index = lua_gettop(L);
	f->other_handle = luadata_newhandle(L);
	other_index = lua_gettop(L);
	f->thing_ref = luadata_newroot(L, thing_index, &luadata_layout_right_const_thing);
	f->other_ref = luadata_newroot(L, other_index, &luadata_layout_right_const_thing);
}

/* Lends what the function takes: the first @n arguments. */
static void seen_lend(const void *frame, const void *values, int n)
{
	const struct seen_frame *f = frame;
	const struct klua_right_const_seen *args = values;

	luadata_lend(f->thing_handle, (void *)args->thing, sizeof(*args->thing),
		     sizeof(*args->thing),
		     LUADATA_HANDLE_CONST, NULL, (void *)args->thing);
	luadata_lendref(f->thing_ref, 0, sizeof(*args->thing), sizeof(*args->thing));
	if (n <= 1)
		return;
	luadata_lend(f->other_handle, args->other, sizeof(*args->other), sizeof(*args->other),
		     LUADATA_HANDLE_WRITABLE, NULL, args->other);
	luadata_lendref(f->other_ref, 0, sizeof(*args->other), sizeof(*args->other));
}

static void seen_return(const void *frame)
{
	const struct seen_frame *f = frame;

	luadata_return(f->thing_handle);
	luadata_return(f->other_handle);
}

static const struct klua_callback seen_callback = {
	.name = "right_const.seen",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_right_const_seen_host,
	.frame_size = sizeof(struct seen_frame),
	.prepare = seen_prepare,
	.unlend = seen_return,
	.nlent = 2,
	.lend = seen_lend,
	.nargs = 2,
	.result = klua_noresult,
};

static const char *const seen_keys[] = {
	"seen",
	NULL,
};

/* right_const.attach{seen = function or global's name}; the function is at stack index 2 */
static int l_attach_seen(lua_State *L)
{
	luadata_checkkeys(L, "right_const.attach", seen_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_const.attach: seen",
				    "a function or a global's name");
	klua_attach(L, &seen_callback, 2, NULL, 0);
	return 0;
}

static_assert(__builtin_types_compatible_p(typeof(thing_fixed), /* cases/right_const.yaml:10 */
					   const struct thing *(void)),
	      "cases/right_const.yaml:10: functions.fixed: the kernel's thing_fixed has another prototype");

/* right_const.fixed(): A thing that nobody writes. */
static int l_fixed(lua_State *L)
{
	const struct thing *result;

	klua_checkcall(L, "right_const.fixed", KLUA_STACK_ANY);
	result = thing_fixed();
	if (IS_ERR_OR_NULL(result))
		return luaL_error(L, "right_const.fixed: nothing there");
	luadata_pushobject(L, &luadata_layout_right_const_thing, (void *)result,
			   LUADATA_HANDLE_CONST, NULL, (void *)result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_read), /* cases/right_const.yaml:15 */
					   int (const struct thing *, const struct thing *)),
	      "cases/right_const.yaml:15: functions.read: the kernel's thing_read has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing[1]), /* cases/right_const.yaml:15 */
	      "cases/right_const.yaml:15: functions.read: struct thing goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_const.read(thing, like): Reads a thing. */
static int l_read(lua_State *L)
{
	const struct thing *thing;
	const struct thing *like;
	int result;

	klua_checkcall(L, "right_const.read", KLUA_STACK_ANY);
	thing = luadata_originalconst(L, 1, "right_const.read: thing",
				      &luadata_layout_right_const_thing);
	like = luadata_checkobject(L, 2, &luadata_layout_right_const_thing);
	result = thing_read(thing, like);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_change), /* cases/right_const.yaml:21 */
					   int (struct thing *, struct thing *)),
	      "cases/right_const.yaml:21: functions.change: the kernel's thing_change has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing[1]), /* cases/right_const.yaml:21 */
	      "cases/right_const.yaml:21: functions.change: struct thing goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_const.change(thing, like): Changes a thing. */
static int l_change(lua_State *L)
{
	struct thing *thing;
	struct thing *like;
	int result;

	klua_checkcall(L, "right_const.change", KLUA_STACK_ANY);
	thing = luadata_original(L, 1, "right_const.change: thing",
				 &luadata_layout_right_const_thing);
	like = luadata_mutable(L, 2, "right_const.change: like", &luadata_layout_right_const_thing);
	result = thing_change(thing, like);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "seen"))
		return l_attach_seen(L);
	return luaL_error(L, "right_const.attach: seen is missing");
}

static const luaL_Reg functions[] = {
	{"fixed", l_fixed},
	{"read", l_read},
	{"change", l_change},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_const(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_const_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
