/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Views of memory under test: made, read and written as scripts do. */
#ifndef KLUA_SUITE_VIEW_H
#define KLUA_SUITE_VIEW_H

#include "suite_case.h"

/* A layout, a block's memory, its length, where in it the view begins, and the test. */
static int suite_make_view(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);
	void *object = lua_touserdata(L, 2);
	size_t length = lua_tointeger(L, 3);
	lua_Integer at = lua_tointeger(L, 4);
	struct suite_case *t = lua_touserdata(L, 5);
	bool own = layout->flags & LUADATA_LAYOUT_OBJECT;
	struct luadata_ref *root;

	lua_settop(L, 0);
	t->handle = luadata_newhandle(L);
	root = luadata_newroot(L, 1, own ? layout : NULL);
	luadata_lend(t->handle, object, length, length, LUADATA_HANDLE_WRITABLE, NULL, object);
	luadata_lendref(root, own ? at : 0, own ? length - at : length, own ? length - at : length);
	if (own)
		return 1;
	luadata_pushlayout(L, layout);
	lua_pushvalue(L, 2);
	lua_pushinteger(L, at);
	lua_call(L, 2, 2);
	return 2;
}

/*
 * Puts a view that begins @at bytes into a block on the stack (for wire layouts: or nil and the
 * reason).
 */
static inline bool suite_view_at(struct suite_case *t, const struct luadata_layout *layout,
				 void *block, size_t length, size_t at)
{
	bool done;

	lua_settop(t->L, 0);
	lua_pushlightuserdata(t->L, (void *)layout);
	lua_pushlightuserdata(t->L, block);
	lua_pushinteger(t->L, length);
	lua_pushinteger(t->L, at);
	lua_pushlightuserdata(t->L, t);
	done = suite_protected(t, suite_make_view, 0);
	if (!done)
		t->handle = NULL;
	t->view = 1;
	return done;
}

static inline void suite_return(struct suite_case *t)
{
	if (t->handle)
		luadata_return(t->handle);
}

static inline bool suite_view(struct suite_case *t, const struct luadata_layout *layout,
			      void *object, size_t length)
{
	return suite_view_at(t, layout, object, length, 0);
}

static int suite_do_read(lua_State *L)
{
	lua_gettable(L, 1);
	return 1;
}

/*
 * object[key], the key on top of the stack: it is replaced by the value, or by the error's
 * message.
 */
static inline bool suite_get(struct suite_case *t, int object)
{
	int base = lua_gettop(t->L) - 1;

	lua_pushvalue(t->L, object);
	lua_insert(t->L, base + 1);
	return suite_protected(t, suite_do_read, base);
}

/* The value, or the error's message, is on top of the stack. */
static inline bool suite_read(struct suite_case *t, const char *name)
{
	lua_pushstring(t->L, name);
	return suite_get(t, t->view);
}

/* Pushes the bytes of the value on top: of an address not its text, as luaL_tolstring() does. */
static inline const char *suite_tobytes(struct suite_case *t, size_t *length)
{
	if (lua_type(t->L, -1) != LUA_TSTRING)
		return luaL_tolstring(t->L, -1, length);
	lua_pushvalue(t->L, -1);
	return lua_tolstring(t->L, -1, length);
}

static int suite_do_write(lua_State *L)
{
	lua_settable(L, 1);
	return 0;
}

/*
 * object[key] = value, both on top of the stack: they are taken off. The error's message is left
 * instead.
 */
static inline bool suite_set(struct suite_case *t, int object)
{
	int base = lua_gettop(t->L) - 2;

	lua_pushvalue(t->L, object);
	lua_insert(t->L, base + 1);
	return suite_protected(t, suite_do_write, base);
}

/* Writes the value on top of the stack; it is taken off. The error's message is left instead. */
static inline bool suite_write(struct suite_case *t, const char *name)
{
	lua_pushstring(t->L, name);
	lua_insert(t->L, -2);
	return suite_set(t, t->view);
}

#endif
