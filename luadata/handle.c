// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Blocks of memory on loan: handles, the refs to them, and the end of the loan.
 *
 * A pointer into a block is good until the next call that can allocate Lua memory (a finalizer
 * may run there, and may end the loan or move the memory), pull the block, or make it writable.
 */
#include "luadata_face.h"

/* luadata_expired() - raise what every use of an expired ref raises */
int luadata_expired(lua_State *L)
{
	return luaL_error(L, "data expired (copy with tostring() to keep it)");
}

static void fail(lua_State *L, int err)
{
	if (err == -ENOMEM)
		luaL_error(L, "data: out of memory");
	else if (err == -EPERM || err == -EACCES || err == -EROFS)
		luaL_error(L, "data is read-only");
	else if (err == -EOPNOTSUPP)
		luaL_error(L, "data cannot be reached: it lies in several packets");
	else
		luaL_error(L, "data cannot be reached (error %d)", -err);
}

static void charge_move(lua_State *L, const struct luadata_handle *h, size_t end)
{
	if (h->ops && h->ops->cost)
		luadata_charge(L, h->ops->cost(h, end));
}

/* luadata_pull() - make bytes [0, end) of a handle reachable; raises when the owner cannot */
void luadata_pull(lua_State *L, struct luadata_handle *h, size_t end)
{
	int err;

	charge_move(L, h, end);
	err = h->ops && h->ops->pull ? h->ops->pull(h, end) : -EFAULT;
	if (!err && end > h->linear)
		err = -EFAULT;
	if (err)
		fail(L, err);
}

/*
 * luadata_writable() - prepare bytes [0, end) of a handle for stores; raises when they are not
 * for writing
 */
void luadata_writable(lua_State *L, struct luadata_handle *h, size_t end)
{
	size_t work = h->work;
	int err = 0;

	if (work > 0) {
		h->work = 0;
		luadata_charge(L, work / 16);
	}
	if (!(h->flags & LUADATA_HANDLE_WRITABLE)) {
		charge_move(L, h, end);
		err = h->ops && h->ops->make_writable ? h->ops->make_writable(h, end) : -EPERM;
		if (!err && !(h->flags & LUADATA_HANDLE_WRITABLE))
			err = -EPERM;
	}
	if (err)
		fail(L, err);
	luadata_reach(L, h, end);
	if (luadata_isdirect(h))
		h->flags |= LUADATA_HANDLE_DIRECT;
}

/* luadata_release() - give back what a handle lends; the second time there is nothing */
void luadata_release(struct luadata_handle *h)
{
	void (*give_back)(struct luadata_handle *) = h->ops ? h->ops->release : NULL;

	if (!h->base)
		return;
	if (give_back)
		give_back(h);
	luadata_return(h);
}

#ifndef LUA_FIELDHOOK
/* __gc of a handle. A ref keeps its handle, so nothing can be derived from it any more. */
int luadata_gchandle(lua_State *L)
{
	luadata_release(lua_touserdata(L, 1));
	return 0;
}
#endif

/* __gc and __close of what luadata_pushobject() made; the second call finds nothing lent. */
int luadata_gcobject(lua_State *L)
{
	struct luadata_ref *r = lua_touserdata(L, 1);

	if (luadata_classof(L, 1) == LUADATA_CLASS_OBJECT)
		luadata_release(r->handle);
	return 0;
}

void luadata_endobject(lua_State *L, int idx)
{
	struct luadata_ref *r = lua_touserdata(L, idx);

	if (luadata_classof(L, idx) == LUADATA_CLASS_OBJECT)
		luadata_release(r->handle);
}

LUADATA_EXPORT(luadata_endobject);

struct luadata_handle *luadata_newhandle(lua_State *L)
{
	struct luadata_handle *h = lua_newuserdatauv(L, sizeof(*h), 0);

	memset(h, 0, sizeof(*h));
	h->lease = 1;
	luadata_setclass(L, LUADATA_CLASS_HANDLE);
	return h;
}

LUADATA_EXPORT(luadata_newhandle);

/* luadata_range() - set the range of a ref, given as offset in the handle */
void luadata_range(struct luadata_ref *r, size_t offset, size_t length)
{
	size_t linear = r->handle->linear;

	r->offset = offset;
	r->length = length;
	r->fixed = linear > offset ? min(length, linear - offset) : 0;
	if (r->fixed >= LUADATA_NOWHERE)
		r->fixed = LUADATA_NOWHERE - 1;
}

static inline void fill_part(struct luadata_ref *r, size_t size, struct luadata_handle *h,
			     uint64_t lease, size_t origin, const struct luadata_cover *cover)
{
	memset(r, 0, size);
	r->handle = h;
	r->lease = lease;
	r->origin = origin;
	if (!cover->checksum)
		return;
	r->flags = LUADATA_REF_COVERED;
	memcpy(r + 1, cover, sizeof(*cover));
}

/*
 * luadata_newpart() - push a new ref under the loan of another
 * @parent: absolute stack index of the other, which is @p
 * @size: of the userdata, which begins with the struct luadata_ref, followed by a struct
 *        luadata_cover when it has more
 *
 * The range is empty; luadata_range() sets it. The new ref keeps the handle, not the parent.
 */
struct luadata_ref *luadata_newpart(lua_State *L, int parent, const struct luadata_ref *p,
				    enum luadata_class class, size_t size)
{
	struct luadata_ref *r;
	struct luadata_handle *h = p->handle;
	uint64_t lease = p->lease; /* all as it is now: a finalizer may run below */
	size_t origin = p->origin;
	bool own = (const void *)h == (const void *)(p + 1);
	struct luadata_cover cover;

	cover.checksum = NULL;
	if (luadata_iscovered(p) && !luadata_stores(h)) {
		luadata_findcover(p, &cover);
		if (size == sizeof(*r))
			size += sizeof(cover);
	}
#ifdef LUA_FIELDHOOK
	if (!own && luadata_classof(L, parent) == class) {
		r = lua_newuserdatalike(L, parent, size);
		fill_part(r, size, h, lease, origin, &cover);
		return r;
	}
#endif
	r = lua_newuserdatauv(L, size, 2);
	fill_part(r, size, h, lease, origin, &cover);
	if (own)
		lua_pushvalue(L, parent);
	else
		lua_getiuservalue(L, parent, LUADATA_OWNER);
	lua_setiuservalue(L, -2, LUADATA_OWNER);
	luadata_setclass(L, class);
	if (cover.checksum)
		luadata_sethook(L, r, class);
	return r;
}
