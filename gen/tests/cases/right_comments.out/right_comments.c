// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_comments binding: A * / title. Generated from cases/right_comments.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_comments.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* An * / enum. */
static const struct luadata_constant e_names[] = {
	{"a", 1},
	{NULL, 0},
};

/* A * / lock. */
#ifndef l_take_one
#define l_take_one(object) lock(object) /* cases/right_comments.yaml:7 */
#define l_drop_one(object) unlock(object) /* cases/right_comments.yaml:7 */
#endif

static int64_t l_get_thing_a(const void *p)
{
	struct thing *object = (struct thing *)p;
	int64_t value;

	l_take_one(object);
	value = object->a;
	l_drop_one(object);
	return value;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, a), int),
	      "cases/right_comments.yaml:9: thing.a: a of struct thing is not int");

static const struct luadata_field thing_fields[] = {
	{
		.name = "a",
		.bits = 8 * sizeof_field(struct thing, a),
		.get = l_get_thing_a,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.constants = e_names,
		.doc = "a */ \"number\\\"",
		.unit = "*/",
	},
};

const struct luadata_layout luadata_layout_right_comments_thing = {
	.name = "right_comments.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A */ thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_comments_thing);

/* ---- the callback ask ---- */

/* Pushes what the function takes: the first @n arguments. */
static void ask_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct klua_right_comments_ask *args = values;

	lua_pushinteger(L, args->a);
}

static int ask_result(struct klua_vm *vm, const void *values, s64 *result)
{
	s64 low = 0; /* cases/right_comments.yaml:19 */
	s64 high = 9; /* cases/right_comments.yaml:19 */

	return klua_integer(vm, low, high, result);
}

static const struct klua_callback ask_callback = {
	.name = "right_comments.ask",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_right_comments_ask_host,
	.push = ask_push,
	.nargs = 1,
	.result = ask_result,
};

static const char *const ask_keys[] = {
	"ask",
	"k",
	NULL,
};

/* right_comments.attach{ask = function or global's name, …}; the function is at stack index 2 */
static int l_attach_ask(lua_State *L)
{
	struct klua_right_comments_ask_options options = {
		.k = 0,
	};

	luadata_checkkeys(L, "right_comments.attach", ask_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_comments.attach: ask",
				    "a function or a global's name");
	if (luadata_key(L, 3, "k"))
		options.k = klua_checkinteger(L, 3, "right_comments.attach: k", INT_MIN,
					      INT_MAX); /* cases/right_comments.yaml:19 */
	klua_attach(L, &ask_callback, 2, &options, sizeof(options));
	return 0;
}

static_assert(__builtin_types_compatible_p(typeof(f), /* cases/right_comments.yaml:12 */
					   int (int)),
	      "cases/right_comments.yaml:12: functions.f: the kernel's f has another prototype");

/* right_comments.f(a): Does * / it. */
static int l_f(lua_State *L)
{
	int a;
	int result;

	a = klua_checkinteger(L, 1, "right_comments.f: a", INT_MIN, INT_MAX);
	klua_checkcall(L, "right_comments.f", KLUA_STACK_ANY);
	result = f(a);
	lua_pushinteger(L, result);
	return 1;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "ask"))
		return l_attach_ask(L);
	return luaL_error(L, "right_comments.attach: ask is missing");
}

static const luaL_Reg functions[] = {
	{"f", l_f},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_comments(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, e_names);
	lua_setfield(L, -2, "e");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_comments_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
