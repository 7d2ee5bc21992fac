// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_tag binding: Functions with the names of tags. Generated from cases/right_tag.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_tag.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Kinds */
static const struct luadata_constant kind_names[] = {
	{"a", KIND_A}, /* cases/right_tag.yaml:8 */
	{"b", KIND_B}, /* cases/right_tag.yaml:8 */
	{NULL, 0},
};

const struct luadata_layout luadata_layout_right_tag_thing = {
	.name = "right_tag.thing",
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_tag_thing);

static void l_release_of(struct luadata_handle *h)
{
	struct thing *object __maybe_unused = h->owner;

	thing_put(object); /* cases/right_tag.yaml:11 */
}

static const struct luadata_handle_ops of_ops = {
	.release = l_release_of,
};

static_assert(__builtin_types_compatible_p(typeof(thing), /* cases/right_tag.yaml:11 */
					   struct thing *(enum kind)),
	      "cases/right_tag.yaml:11: functions.of: the kernel's thing has another prototype");

/* right_tag.of(which): The thing of a kind. */
static int l_of(lua_State *L)
{
	enum kind which;
	struct thing *result;
	struct luadata_ref *holder;

	which = klua_checkconstant(L, 1, "right_tag.of: which", kind_names, true, INT_MIN, INT_MAX);
	klua_checkcall(L, "right_tag.of", KLUA_STACK_ANY);
	lua_settop(L, 1);
	holder = luadata_newholder(L, &luadata_layout_right_tag_thing);
	result = thing(which);
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	luadata_hold(holder, result, luadata_layout_right_tag_thing.size, 0, &of_ops, result);
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(kind), /* cases/right_tag.yaml:17 */
					   enum kind (struct thing *)),
	      "cases/right_tag.yaml:17: functions.kind_of: the kernel's kind has another prototype");

/* right_tag.kind_of(of): The kind of a thing. */
static int l_kind_of(lua_State *L)
{
	struct thing *of;
	enum kind result;

	klua_checkcall(L, "right_tag.kind_of", KLUA_STACK_ANY);
	of = luadata_original(L, 1, "right_tag.kind_of: of", &luadata_layout_right_tag_thing);
	result = kind(of);
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"of", l_of},
	{"kind_of", l_kind_of},
	{NULL, NULL},
};

int luaopen_right_tag(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, kind_names);
	lua_setfield(L, -2, "kind");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_tag_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
