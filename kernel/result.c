// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Results of callbacks: right ones, or a failure that is counted. */
#include <linux/export.h>
#include <linux/string.h>

#include "cause.h"
#include "frame.h"
#include "vm.h"

int klua_noresult(struct klua_vm *vm, const void *args, s64 *result)
{
	return 0;
}
EXPORT_SYMBOL_GPL(klua_noresult);

static int wrong_type(struct klua_vm *vm, const char *wanted)
{
	return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned a %s, not %s",
			 vm->frame->at->callback->name, luaL_typename(vm->L, -1), wanted);
}

static int check_range(struct klua_vm *vm, s64 got, s64 low, s64 high, s64 *value)
{
	if ((got < low || got > high) && low == high)
		return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned %lld, not %lld",
				 vm->frame->at->callback->name, got, low);
	if (got < low || got > high)
		return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned %lld, not %lld to %lld",
				 vm->frame->at->callback->name, got, low, high);
	*value = got;
	return 0;
}

int klua_integer(struct klua_vm *vm, s64 low, s64 high, s64 *value)
{
	if (!lua_isinteger(vm->L, -1))
		return wrong_type(vm, "an integer");
	return check_range(vm, lua_tointeger(vm->L, -1), low, high, value);
}
EXPORT_SYMBOL_GPL(klua_integer);

static int by_name(struct klua_vm *vm, const struct luadata_constant *c, s64 low, s64 high,
		   s64 *value)
{
	const char *name = lua_tostring(vm->L, -1);

	for (; c->name; c++) /* bounded: a spec's constants */
		if (!strcmp(c->name, name))
			return check_range(vm, c->value, low, high, value);
	return klua_fail(vm, KLUA_CAUSE_RESULT,
			 "%s: returned \"%.40s\", which is none of the names",
			 vm->frame->at->callback->name, name);
}

int klua_named(struct klua_vm *vm, const struct luadata_constant *constants, bool strict, s64 low,
	       s64 high, s64 *value)
{
	const struct luadata_constant *c = constants;
	s64 got;
	int err;

	if (lua_type(vm->L, -1) == LUA_TSTRING)
		return by_name(vm, constants, low, high, value);
	if (!lua_isinteger(vm->L, -1))
		return wrong_type(vm, "a name or an integer");
	err = klua_integer(vm, low, high, &got);
	if (err)
		return err;
	while (strict && c->name && c->value != got) /* bounded: a spec's constants */
		c++;
	if (strict && !c->name)
		return klua_fail(vm, KLUA_CAUSE_RESULT, "%s: returned %lld, which has no name",
				 vm->frame->at->callback->name, got);
	*value = got;
	return 0;
}
EXPORT_SYMBOL_GPL(klua_named);
