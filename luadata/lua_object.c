// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What C code lends to scripts: objects, and the paper's references. */
#include "luadata_face.h"

void *luadata_checkobject(lua_State *L, int idx, const struct luadata_layout *layout)
{
	struct luadata_ref *r = luadata_testref(L, idx);

	if (!r || !r->fields || r->fields->layout != layout || !(r->flags & LUADATA_REF_BY_C))
		luaL_argerror(L, idx,
			      lua_pushfstring(L, "%s expected, got %s", layout->name,
					      r && r->fields ? r->fields->layout->name
					      : r            ? "data"
							     : luaL_typename(L, idx)));
	luadata_live(L, r);
	return luadata_reach(L, r->handle, r->offset + layout->size) + r->offset;
}

LUADATA_EXPORT(luadata_checkobject);

void *luadata_checkowned(lua_State *L, int idx, const char *what,
			 const struct luadata_layout *layout)
{
	void *object = luadata_checkobject(L, idx, layout);
	struct luadata_handle *h = luadata_testref(L, idx)->handle;

	if (luadata_classof(L, idx) != LUADATA_CLASS_OBJECT || !h->ops || !h->ops->release)
		luaL_error(L, "%s: expected a %s of the script's own, got one on loan", what,
			   layout->name);
	if (h->flags & LUADATA_HANDLE_CONST)
		luaL_error(L, "%s: expected a %s that C may write, got a const one", what,
			   layout->name);
	return object;
}

LUADATA_EXPORT(luadata_checkowned);

void luadata_giveaway(lua_State *L, int idx)
{
	struct luadata_handle *h = luadata_testref(L, idx)->handle;

	if (h->ops && h->ops->giveaway)
		h->ops->giveaway(h);
	luadata_return(h);
}

LUADATA_EXPORT(luadata_giveaway);

/* A view in the same userdata as its handle. */
struct object {
	struct luadata_ref ref;
	struct luadata_handle handle;
};

/* Pushes an object that has nothing yet; raises with nothing acquired. */
static struct object *new_object(lua_State *L, const struct luadata_layout *layout, size_t extra)
{
	struct object *o;

	luaL_checkstack(L, 4, NULL);
	luadata_pushlayout(L, layout);
	o = lua_newuserdatauv(L, sizeof(*o) + extra, 2);
	memset(o, 0, sizeof(*o) + extra);
	o->handle.lease = 1;
	o->ref.handle = &o->handle;
	luadata_setfields(&o->ref, lua_touserdata(L, -2));
	o->ref.flags |= LUADATA_REF_BY_C | LUADATA_REF_CLOSED;
	lua_remove(L, -2);
	luadata_setclass(L, LUADATA_CLASS_OBJECT);
	luadata_sethook(L, &o->ref, LUADATA_CLASS_OBJECT);
	return o;
}

struct luadata_ref *luadata_newholder(lua_State *L, const struct luadata_layout *layout)
{
	return &new_object(L, layout, 0)->ref;
}

LUADATA_EXPORT(luadata_newholder);

void luadata_hold(struct luadata_ref *holder, void *object, size_t length, unsigned int flags,
		  const struct luadata_handle_ops *ops, void *owner)
{
	luadata_lend(holder->handle, object, length, length,
		     flags & (LUADATA_HANDLE_WRITABLE | LUADATA_HANDLE_CONST), ops, owner);
	luadata_lendref(holder, 0, length, holder->fields->layout->size);
}

LUADATA_EXPORT(luadata_hold);

static int build_object(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);

	new_object(L, layout, 0);
	return 1;
}

void *luadata_newobject(lua_State *L, const struct luadata_layout *layout)
{
	struct object *o = new_object(L, layout, layout->size);

	luadata_lend(&o->handle, o + 1, layout->size, layout->size,
		     LUADATA_HANDLE_WRITABLE | LUADATA_HANDLE_OWNED, NULL, NULL);
	luadata_lendref(&o->ref, 0, layout->size, layout->size);
	return o + 1;
}

LUADATA_EXPORT(luadata_newobject);

static void give_back(void *object, size_t length, const struct luadata_handle_ops *ops,
		      void *owner)
{
	struct luadata_handle h = { .lease = 1 };

	luadata_lend(&h, object, length, length, 0, ops, owner);
	if (ops && ops->release)
		ops->release(&h);
}

struct luadata_ref *luadata_pushmemory(lua_State *L, const struct luadata_layout *layout,
				       void *object, size_t length, unsigned int flags,
				       const struct luadata_handle_ops *ops, void *owner)
{
	bool room = lua_checkstack(L, 4);
	struct object *o;

	if (length < layout->size) {
		give_back(object, length, ops, owner);
		luaL_error(L, "%s: an object of %I bytes", layout->name, (lua_Integer)length);
	}
	if (room) {
		lua_pushcfunction(L, build_object);
		lua_pushlightuserdata(L, (void *)layout);
	}
	if (!room || lua_pcall(L, 1, 1, 0) != LUA_OK) {
		give_back(object, length, ops, owner);
		if (!room)
			luaL_error(L, "stack overflow");
		lua_error(L);
	}
	o = lua_touserdata(L, -1);
	luadata_hold(&o->ref, object, length, flags, ops, owner);
	return &o->ref;
}

LUADATA_EXPORT(luadata_pushmemory);

struct luadata_ref *luadata_pushobject(lua_State *L, const struct luadata_layout *layout,
				       void *object, unsigned int flags,
				       const struct luadata_handle_ops *ops, void *owner)
{
	return luadata_pushmemory(L, layout, object, layout->size, flags, ops, owner);
}

LUADATA_EXPORT(luadata_pushobject);

int ldata_newref(lua_State *L, void *ptr, size_t size)
{
	struct luadata_handle *h = luadata_newhandle(L);
	struct luadata_ref *r = luadata_newroot(L, -1, NULL);
	int ref;

	lua_remove(L, -2);
	lua_pushvalue(L, -1);
	ref = luaL_ref(L, LUA_REGISTRYINDEX);
	luadata_lend(h, ptr, size, size, LUADATA_HANDLE_WRITABLE, NULL, NULL);
	luadata_lendref(r, 0, size, 0);
	luadata_range(r, 0, size);
	return ref;
}

LUADATA_EXPORT(ldata_newref);

void ldata_unref(lua_State *L, int ref)
{
	struct luadata_ref *r;

	lua_rawgeti(L, LUA_REGISTRYINDEX, ref);
	r = luadata_testref(L, -1);
	if (r) {
		luadata_return(r->handle);
		luaL_unref(L, LUA_REGISTRYINDEX, ref);
	}
	lua_pop(L, 1);
}

LUADATA_EXPORT(ldata_unref);

void *ldata_topointer(lua_State *L, int idx, size_t *size)
{
	struct luadata_ref *r = luadata_checkbytes(L, idx);

	if (size)
		*size = r->length;
	return luadata_reach(L, r->handle, r->offset + r->length) + r->offset;
}

LUADATA_EXPORT(ldata_topointer);
