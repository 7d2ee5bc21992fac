// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_wide_key binding: A key of attach with names, of 64 bits. Generated from
 * cases/right_wide_key.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_wide_key.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Names */
static const struct luadata_constant kind_names[] = {
	{"one", 1},
	{"least", LLONG_MIN},
	{"all", 0xffffffffffffffff},
	{NULL, 0},
};

/* ---- the callback see ---- */

/* Pushes what the function takes: the first @n arguments. */
static void see_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct klua_right_wide_key_see *args = values;

	lua_pushinteger(L, args->number);
}

static const struct klua_callback see_callback = {
	.name = "right_wide_key.see",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_right_wide_key_see_host,
	.push = see_push,
	.nargs = 1,
	.result = klua_noresult,
};

static const char *const see_keys[] = {
	"see",
	"kind",
	NULL,
};

/* right_wide_key.attach{see = function or global's name, …}; the function is at stack index 2 */
static int l_attach_see(lua_State *L)
{
	struct klua_right_wide_key_see_options options = {
		.kind = 1,
	};

	luadata_checkkeys(L, "right_wide_key.attach", see_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_wide_key.attach: see",
				    "a function or a global's name");
	if (luadata_key(L, 3, "kind"))
		options.kind = klua_checkconstant(L, 3, "right_wide_key.attach: kind", kind_names,
						  true, LLONG_MIN,
						  LLONG_MAX); /* cases/right_wide_key.yaml:10 */
	klua_attach(L, &see_callback, 2, &options, sizeof(options));
	return 0;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "see"))
		return l_attach_see(L);
	return luaL_error(L, "right_wide_key.attach: see is missing");
}

static const luaL_Reg functions[] = {
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_wide_key(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, kind_names);
	lua_setfield(L, -2, "kind");
	return 1;
}
