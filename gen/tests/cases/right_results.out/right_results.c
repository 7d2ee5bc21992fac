// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_results binding: Callbacks with every kind of result. Generated from
 * cases/right_results.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_results.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* What to do */
static const struct luadata_constant action_names[] = {
	{"keep", THING_KEEP}, /* cases/right_results.yaml:7 */
	{"drop", THING_DROP}, /* cases/right_results.yaml:7 */
	{NULL, 0},
};

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, count), u32),
	      "cases/right_results.yaml:9: thing.count: count of struct thing is not u32");

static const struct luadata_field thing_fields[] = {
	{
		.name = "count",
		.offset = offsetof(struct thing, count),
		.size = sizeof_field(struct thing, count),
		.bits = 8 * sizeof_field(struct thing, count),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
};

const struct luadata_layout luadata_layout_right_results_thing = {
	.name = "right_results.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_results_thing);

/* ---- the callback place ---- */

/* Pushes what the function takes: the first @n arguments. */
static void place_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct klua_right_results_place *args = values;

	lua_pushinteger(L, args->offset);
	if (n <= 1)
		return;
	lua_pushinteger(L, args->devices);
}

static int place_result(struct klua_vm *vm, const void *values, s64 *result)
{
	const struct klua_right_results_place *args = values;
	unsigned int devices = args->devices;
	s64 low = 0; /* cases/right_results.yaml:12 */
	s64 high = min_t(s64, luadata_sub(devices, 1), UINT_MAX); /* cases/right_results.yaml:12 */

	return klua_integer(vm, low, high, result);
}

/* The script that is called, one at a time. */
static struct klua_single place_single;
static const struct klua_host place_host = { KLUA_SINGLE_HOST(&place_single) };

static const struct klua_callback place_callback = {
	.name = "right_results.place",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_NOIO,
	.host = &place_host,
	.push = place_push,
	.nargs = 2,
	.result = place_result,
	.optional = true,
};

int klua_right_results_place(const struct klua_right_results_place *args, unsigned int *result)
{
	s64 answer;
	int err = klua_call_single(&place_single, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

static const char *const place_keys[] = {
	"place",
	NULL,
};

/* right_results.attach{place = function or global's name}; the function is at stack index 2 */
static int l_attach_place(lua_State *L)
{
	luadata_checkkeys(L, "right_results.attach", place_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_results.attach: place",
				    "a function or a global's name");
	klua_attach(L, &place_callback, 2, NULL, 0);
	return 0;
}

/* ---- the callback weigh ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct weigh_frame {
	struct luadata_handle *thing_handle;
	struct luadata_ref *thing_ref;
};

static void weigh_prepare(lua_State *L, void *frame)
{
	struct weigh_frame *f = frame;
	int thing_index;

	luaL_checkstack(L, 2, NULL);
	f->thing_handle = luadata_newhandle(L);
	thing_index = lua_gettop(L);
	f->thing_ref = luadata_newroot(L, thing_index, &luadata_layout_right_results_thing);
}

/* Lends and pushes what the function takes: the first @n arguments. */
static void weigh_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct weigh_frame *f = frame;
	const struct klua_right_results_weigh *args = values;

	luadata_lend(f->thing_handle, args->thing, sizeof(*args->thing), sizeof(*args->thing),
		     0, NULL, args->thing);
	luadata_lendref(f->thing_ref, 0, sizeof(*args->thing), sizeof(*args->thing));
	lua_pushvalue(L, lent);
	if (n <= 1)
		return;
	lua_pushinteger(L, args->most);
}

static void weigh_return(const void *frame)
{
	const struct weigh_frame *f = frame;

	luadata_return(f->thing_handle);
}

static int weigh_result(struct klua_vm *vm, const void *values, s64 *result)
{
	const struct klua_right_results_weigh *args = values;
	struct thing *thing = args->thing;
	u64 most = args->most;
	s64 low = -1; /* cases/right_results.yaml:18 */
	s64 high = most / (luadata_add(thing->count, 1)); /* cases/right_results.yaml:18 */

	return klua_integer(vm, low, high, result);
}

static const struct klua_callback weigh_callback = {
	.name = "right_results.weigh",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_right_results_weigh_host,
	.frame_size = sizeof(struct weigh_frame),
	.prepare = weigh_prepare,
	.unlend = weigh_return,
	.nlent = 1,
	.push = weigh_push,
	.nargs = 2,
	.result = weigh_result,
};

static const char *const weigh_keys[] = {
	"weigh",
	NULL,
};

/* right_results.attach{weigh = function or global's name}; the function is at stack index 2 */
static int l_attach_weigh(lua_State *L)
{
	luadata_checkkeys(L, "right_results.attach", weigh_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_results.attach: weigh",
				    "a function or a global's name");
	klua_attach(L, &weigh_callback, 2, NULL, 0);
	return 0;
}

/* ---- the callback grade ---- */

static int grade_result(struct klua_vm *vm, const void *values, s64 *result)
{
	s64 low = 1; /* cases/right_results.yaml:25 */
	s64 high = U8_MAX; /* cases/right_results.yaml:25 */

	return klua_integer(vm, low, high, result);
}

static const struct klua_callback grade_callback = {
	.name = "right_results.grade",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.holds = "things,rtnl",
	.host = &klua_right_results_grade_host,
	.result = grade_result,
};

static const char *const grade_keys[] = {
	"grade",
	NULL,
};

/* right_results.attach{grade = function or global's name}; the function is at stack index 2 */
static int l_attach_grade(lua_State *L)
{
	luadata_checkkeys(L, "right_results.attach", grade_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_results.attach: grade",
				    "a function or a global's name");
	klua_attach(L, &grade_callback, 2, NULL, 0);
	return 0;
}

/* ---- the callback judge ---- */

static int judge_result(struct klua_vm *vm, const void *values, s64 *result)
{
	return klua_named(vm, action_names, true, (s64)(INT_MIN), (s64)(INT_MAX),
			  result); /* cases/right_results.yaml:30 */
}

static const struct klua_callback judge_callback = {
	.name = "right_results.judge",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.host = &klua_right_results_judge_host,
	.result = judge_result,
};

static const char *const judge_keys[] = {
	"judge",
	NULL,
};

/* right_results.attach{judge = function or global's name}; the function is at stack index 2 */
static int l_attach_judge(lua_State *L)
{
	luadata_checkkeys(L, "right_results.attach", judge_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_results.attach: judge",
				    "a function or a global's name");
	klua_attach(L, &judge_callback, 2, NULL, 0);
	return 0;
}

/* ---- the callback shade ---- */

static int shade_result(struct klua_vm *vm, const void *values, s64 *result)
{
	return klua_named(vm, action_names, false, (s64)(0), (s64)(U8_MAX),
			  result); /* cases/right_results.yaml:34 */
}

static const struct klua_callback shade_callback = {
	.name = "right_results.shade",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.host = &klua_right_results_shade_host,
	.result = shade_result,
	.optional = true,
};

static const char *const shade_keys[] = {
	"shade",
	NULL,
};

/* right_results.attach{shade = function or global's name}; the function is at stack index 2 */
static int l_attach_shade(lua_State *L)
{
	luadata_checkkeys(L, "right_results.attach", shade_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_results.attach: shade",
				    "a function or a global's name");
	klua_attach(L, &shade_callback, 2, NULL, 0);
	return 0;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "place"))
		return l_attach_place(L);
	if (luadata_key(L, 2, "weigh"))
		return l_attach_weigh(L);
	if (luadata_key(L, 2, "grade"))
		return l_attach_grade(L);
	if (luadata_key(L, 2, "judge"))
		return l_attach_judge(L);
	if (luadata_key(L, 2, "shade"))
		return l_attach_shade(L);
	return luaL_error(L,
			  "right_results.attach: place or weigh or grade or judge or shade is missing");
}

static const luaL_Reg functions[] = {
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_results(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, action_names);
	lua_setfield(L, -2, "action");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_results_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
