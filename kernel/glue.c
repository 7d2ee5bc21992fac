// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What functions of bindings ask about the call that they are in. */
#include <linux/capability.h>
#include <linux/kernel.h>

#include "lstate.h"
#include "state.h"

enum klua_context klua_context(lua_State *L)
{
	return klua_vm(L)->context;
}
EXPORT_SYMBOL_GPL(klua_context);

void klua_checksleep(lua_State *L, const char *what)
{
	if (klua_vm(L)->context == KLUA_ATOMIC)
		luaL_error(L, "%s may sleep: not in an atomic state", what);
}
EXPORT_SYMBOL_GPL(klua_checksleep);

void klua_checkstack(lua_State *L, const char *what, unsigned int need)
{
	if (lua_host_stackleft() < LUAI_CSTACK_SOFT - KLUA_STACK_ANY + need)
		luaL_error(L, "stack overflow (%s needs %d bytes)", what, (int)need);
}
EXPORT_SYMBOL_GPL(klua_checkstack);

void klua_checkprocess(lua_State *L, const char *what)
{
	if (klua_vm(L)->context == KLUA_ATOMIC)
		luaL_error(L, "%s takes locks of process context: not in an atomic state", what);
}
EXPORT_SYMBOL_GPL(klua_checkprocess);

const void *klua_inside(lua_State *L, const struct klua_callback *callback)
{
	struct klua_vm *vm = klua_vm(L);

	return vm->at && vm->at->callback == callback ? vm->args : NULL;
}
EXPORT_SYMBOL_GPL(klua_inside);

int klua_pusherrno(lua_State *L, int err)
{
	char number[24];

	lua_pushnil(L);
	lua_pushstring(L, klua_errname(err, number, sizeof(number)));
	return 2;
}
EXPORT_SYMBOL_GPL(klua_pusherrno);
