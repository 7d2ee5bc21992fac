/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What programs that run scripts in user space share: memory, modules that are built in. */
#ifndef STATE_USER_H
#define STATE_USER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lua.h"
#include "lauxlib.h"

/* The memory of a state: a quota, a failure to come, and a balance. */
struct memory {
	size_t used, quota;
	long fail_in;		/* allocations until one fails; negative: none */
	bool for_good;		/* so do all after it */
	bool refused;		/* something was */
};

/* A lua_Alloc of a struct memory. What grows or shrinks always moves, so that old pointers show. */
static inline void *test_allocate(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct memory *m = ud;
	void *p;

	if (!ptr)
		osize = 0;
	if (!nsize) {
		free(ptr);
		m->used -= osize;
		return NULL;
	}
	if (nsize > osize) {
		bool fails = m->fail_in == 0;

		if (m->fail_in >= 0 && !(fails && m->for_good))
			m->fail_in--;
		if (fails || m->used - osize + nsize > m->quota) {
			m->refused = true;
			return NULL;
		}
	}
	p = malloc(nsize);
	if (!p)
		abort();
	m->used += nsize - osize;
	if (ptr) {
		memcpy(p, ptr, osize < nsize ? osize : nsize);
		memset(ptr, 0xdd, osize);
		free(ptr);
	}
	return p;
}

/* What opens the module of that name in a list that ends with NULL; NULL: none. */
static inline lua_CFunction test_module(const luaL_Reg *modules, const char *name)
{
	for (; modules->name; modules++)
		if (!strcmp(name, modules->name))
			break;
	return modules->func;
}

/* require of the list in its upvalue, a light userdata */
static inline int test_require(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1);
	lua_CFunction open = test_module(lua_touserdata(L, lua_upvalueindex(1)), name);

	return open ? open(L) : luaL_error(L, "no module '%s'", name);
}

static inline void test_setrequire(lua_State *L, const luaL_Reg *modules)
{
	lua_pushlightuserdata(L, (void *)modules);
	lua_pushcclosure(L, test_require, 1);
	lua_setglobal(L, "require");
}

#endif
