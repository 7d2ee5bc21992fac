// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The printk binding: Messages in the kernel's log (dmesg). Generated from specs/printk.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/printk.h>
#include <linux/ratelimit.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "printk.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

#ifndef l_call_info
static inline void l_call_info(const char *text)
{
	pr_info_ratelimited("klua: %*pE\n", (int)min_t(size_t, strlen(text), 200),
			    text); /* specs/printk.yaml:13 */
}
#endif

/* printk.info(text): Something that may be of use. */
static int l_info(lua_State *L)
{
	const char *text;

	text = luadata_cstring(L, 1, "printk.info: text", 0);
	klua_checkcall(L, "printk.info", KLUA_STACK_ANY);
	l_call_info(text);
	return 0;
}

#ifndef l_call_warn
static inline void l_call_warn(const char *text)
{
	pr_warn_ratelimited("klua: %*pE\n", (int)min_t(size_t, strlen(text), 200),
			    text); /* specs/printk.yaml:19 */
}
#endif

/* printk.warn(text): Something that may become a problem. */
static int l_warn(lua_State *L)
{
	const char *text;

	text = luadata_cstring(L, 1, "printk.warn: text", 0);
	klua_checkcall(L, "printk.warn", KLUA_STACK_ANY);
	l_call_warn(text);
	return 0;
}

#ifndef l_call_err
static inline void l_call_err(const char *text)
{
	pr_err_ratelimited("klua: %*pE\n", (int)min_t(size_t, strlen(text), 200),
			   text); /* specs/printk.yaml:25 */
}
#endif

/* printk.err(text): A problem. */
static int l_err(lua_State *L)
{
	const char *text;

	text = luadata_cstring(L, 1, "printk.err: text", 0);
	klua_checkcall(L, "printk.err", KLUA_STACK_ANY);
	l_call_err(text);
	return 0;
}

static const luaL_Reg functions[] = {
	{"info", l_info},
	{"warn", l_warn},
	{"err", l_err},
	{NULL, NULL},
};

int luaopen_printk(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
