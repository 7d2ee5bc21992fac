// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Arguments of the functions of bindings. One that is as it should be is taken from the stack at
 * once; all others go the way of glue.h, which says what was expected.
 */
#include <linux/export.h>

#include "lstate.h"

#include "glue.h"
#include "klua.h"

/* An argument of the function that runs, or NULL. */
static __always_inline const TValue *argument(lua_State *L, int idx)
{
	StkId at = L->ci->func.p + idx;

	return at < L->top.p ? s2v(at) : NULL;
}

static noinline __cold lua_Integer other_integer(lua_State *L, int idx, const char *what,
						 lua_Integer low, lua_Integer high)
{
	return luadata_integer(L, idx, what, low, high);
}

lua_Integer klua_checkinteger(lua_State *L, int idx, const char *what, lua_Integer low,
			      lua_Integer high)
{
	const TValue *o = argument(L, idx);

	if (likely(o && ttisinteger(o) && ivalue(o) >= low && ivalue(o) <= high))
		return ivalue(o);
	return other_integer(L, idx, what, low, high);
}
EXPORT_SYMBOL_GPL(klua_checkinteger);

/* Names are short: this is done before strcmp() was called. */
static __always_inline bool is_same(const char *name, const char *other)
{
	for (; *name == *other; name++, other++) /* bounded: a spec's names */
		if (!*name)
			return true;
	return false;
}

static noinline __cold lua_Integer other_constant(lua_State *L, int idx, const char *what,
						  const struct luadata_constant *constants,
						  bool strict, lua_Integer low, lua_Integer high)
{
	return luadata_constant(L, idx, what, constants, strict, low, high);
}

lua_Integer klua_checkconstant(lua_State *L, int idx, const char *what,
			       const struct luadata_constant *constants, bool strict,
			       lua_Integer low, lua_Integer high)
{
	const TValue *o = argument(L, idx);
	const struct luadata_constant *c;

	if (unlikely(!o || !ttisshrstring(o)))
		return other_constant(L, idx, what, constants, strict, low, high);
	for (c = constants; c->name; c++) /* bounded: a spec's constants */
		if (is_same(c->name, getshrstr(tsvalue(o))) && c->value >= low && c->value <= high)
			return c->value;
	return other_constant(L, idx, what, constants, strict, low, high);
}
EXPORT_SYMBOL_GPL(klua_checkconstant);
