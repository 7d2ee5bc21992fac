// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Results of callbacks: right ones, or a failure that is counted. */
#include <linux/export.h>
#include <linux/string.h>

#include "door.h"
#include "state.h"

int klua_call(struct klua_vm *vm, int nargs, int nresults)
{
	lua_State *L = vm->L;
	ptrdiff_t func = savestack(L, L->top.p - (nargs + 1));
	struct lua_longjmp frame;

	if (likely(!lua_setjmp(&frame.b))) {
		klua_execute(L, &frame, nargs, nresults);
		adjustresults(L, nresults);
		return 0;
	}
	klua_caught(L);
	klua_unwind(L, func, frame.status);
	return klua_failed(vm, frame.status);
}
EXPORT_SYMBOL_GPL(klua_call);

enum klua_verdict klua_verdict(struct klua_vm *vm)
{
	const TValue *result = s2v(vm->L->top.p - 1);

	if (ttisboolean(result))
		return ttistrue(result) ? KLUA_TRUE : KLUA_FALSE;
	return ttisnil(result) ? KLUA_NIL : KLUA_OTHER;
}
EXPORT_SYMBOL_GPL(klua_verdict);

static int wrong_type(struct klua_vm *vm, const char *wanted)
{
	return klua_fail(vm, KLUA_RESULT, "%s: returned a %s, not %s", vm->at->callback->name,
			 luaL_typename(vm->L, -1), wanted);
}

static int between(struct klua_vm *vm, s64 got, s64 low, s64 high, s64 *value)
{
	if ((got < low || got > high) && low == high)
		return klua_fail(vm, KLUA_RESULT, "%s: returned %lld, not %lld",
				 vm->at->callback->name, got, low);
	if (got < low || got > high)
		return klua_fail(vm, KLUA_RESULT, "%s: returned %lld, not %lld to %lld",
				 vm->at->callback->name, got, low, high);
	*value = got;
	return 0;
}

int klua_integer(struct klua_vm *vm, s64 low, s64 high, s64 *value)
{
	if (!lua_isinteger(vm->L, -1))
		return wrong_type(vm, "an integer");
	return between(vm, lua_tointeger(vm->L, -1), low, high, value);
}
EXPORT_SYMBOL_GPL(klua_integer);

/* klua_noanswer() - count the result of klua_ask() that is no boolean. Return: -EINVAL */
int klua_noanswer(struct klua_vm *vm)
{
	if (lua_isnil(vm->L, -1) && vm->at->callback->optional)
		return klua_fail(vm, KLUA_NOVERDICT, "no verdict");
	return wrong_type(vm, "a boolean");
}

static int by_name(struct klua_vm *vm, const struct luadata_constant *c, s64 low, s64 high,
		   s64 *value)
{
	const char *name = lua_tostring(vm->L, -1);

	for (; c->name; c++) /* bounded: a spec's constants */
		if (!strcmp(c->name, name))
			return between(vm, c->value, low, high, value);
	return klua_fail(vm, KLUA_RESULT, "%s: returned \"%.40s\", which is none of the names",
			 vm->at->callback->name, name);
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
		return klua_fail(vm, KLUA_RESULT, "%s: returned %lld, which has no name",
				 vm->at->callback->name, got);
	*value = got;
	return 0;
}
EXPORT_SYMBOL_GPL(klua_named);

u64 klua_count(struct klua_attachment *pub, enum klua_cause cause)
{
	struct klua_attached *at = container_of(pub, struct klua_attached, pub);
	u64 sum = atomic64_read(&at->refused[cause]);
	struct klua_vm *vm;
	unsigned int i;

	klua_for_each_vm(vm, pub->state, i)
		if (vm->slots)
			sum += READ_ONCE(vm->slots[pub->index].causes[cause]);
	return sum;
}
EXPORT_SYMBOL_GPL(klua_count);
