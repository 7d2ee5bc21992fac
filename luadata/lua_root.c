// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Roots: refs that C code makes once in each state, and lends again for each call.
 *
 * The sub-views of a root are made once, too, when a script first reads them, and placed anew each
 * time: as the root they mean what is lent now. So a packet's headers cost no memory.
 */
#include "luadata_face.h"
#include "luadata_hook.h"

enum { PARTS = 3 }; /* user value of a root: what keeps its sub-views */

/* A root in its userdata: parts by the number of their entry. */
struct root {
	struct luadata_ref ref;
	struct luadata_part parts[]; /* where luadata_readfield() looks: right behind */
};
_Static_assert(offsetof(struct root, parts) == sizeof(struct luadata_ref), "padding");

struct luadata_ref *luadata_newroot(lua_State *L, int idx, const struct luadata_layout *layout)
{
	const struct luadata_fields *fields = NULL;
	struct luadata_handle *h;
	struct luadata_ref *r;
	size_t size = sizeof(*r);

	idx = lua_absindex(L, idx);
	luaL_checkstack(L, 8, NULL);
	luaL_argcheck(L, luadata_classof(L, idx) == LUADATA_CLASS_HANDLE, idx, "handle expected");
	h = lua_touserdata(L, idx);
	if (layout) {
		luadata_pushlayout(L, layout);
		fields = lua_touserdata(L, -1);
		lua_pop(L, 1); /* the registry keeps it */
		size += fields->nparts * sizeof(struct luadata_part);
	}
	r = lua_newuserdatauv(L, size, PARTS);
	memset(r, 0, size);
	r->handle = h;
	lua_pushvalue(L, idx);
	lua_setiuservalue(L, -2, LUADATA_OWNER);
	if (layout) {
		luadata_setfields(r, fields);
		r->flags |= LUADATA_REF_BY_C | LUADATA_REF_ROOT |
			    (fields->object ? LUADATA_REF_CLOSED : 0);
	}
	luadata_setclass(L, layout ? LUADATA_CLASS_VIEW : LUADATA_CLASS_BLOCK);
	luadata_sethook(L, r, layout ? LUADATA_CLASS_VIEW : LUADATA_CLASS_BLOCK);
	return r;
}

LUADATA_EXPORT(luadata_newroot);

static inline struct luadata_part *part_of(const struct luadata_ref *r, const struct luadata_entry *entry)
{
	return &((struct root *)r)->parts[entry->nth_part - 1];
}

/* Places a sub-view under the loan of its root. Its fixed part is present and linear. */
static inline void place_part(struct luadata_ref *part, const struct luadata_ref *root,
			      struct luadata_span span)
{
	part->lease = root->lease;
	part->offset = span.offset;
	part->length = span.length;
	part->origin = root->origin;
}

/* Makes a sub-view, and keeps it; it is on top of the stack. */
static void make_part(lua_State *L, const struct luadata_entry *entry, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, 1);
	struct luadata_part *part = part_of(r, entry);

	luadata_pushpart(L, 1, r, entry->part, span);
	if (lua_isnil(L, -1))
		return;
	if (lua_getiuservalue(L, 1, PARTS) != LUA_TTABLE) {
		lua_pop(L, 1);
		lua_newtable(L);
		lua_pushvalue(L, -1);
		lua_setiuservalue(L, 1, PARTS);
	}
	lua_pushvalue(L, -2);
	lua_rawseti(L, -2, entry->nth_part);
	lua_pop(L, 1);
	part->ref = lua_touserdata(L, -1);
	/* For each loan, whoever stores then: see new_view(). */
	luadata_sethook(L, part->ref, LUADATA_CLASS_VIEW);
#ifdef LUA_FIELDHOOK
	part->object = lua_objectof(L, -1);
#endif
}

/*
 * luadata_pushrootpart() - push the sub-view of the root at stack index 1 that lies at a range of
 * the handle, or nil when its bytes are too few
 */
void luadata_pushrootpart(lua_State *L, const struct luadata_entry *entry,
			  struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, 1);
	const struct luadata_part *part = part_of(r, entry);

	if (!part->ref) {
		make_part(L, entry, span);
		return;
	}
	if (span.length < entry->part->layout->size) {
		lua_pushnil(L);
		return;
	}
	luadata_reach(L, r->handle, span.offset + entry->part->layout->size);
	place_part(part->ref, r, span);
	lua_getiuservalue(L, 1, PARTS);
	lua_rawgeti(L, -1, entry->nth_part);
}

#ifdef LUA_FIELDHOOK

/* What the hook answers for a field that is absent, and for one that it leaves to others. */
#define ABSENT LUA_HOOKNIL
#define OBJECT LUA_HOOKOBJECT
#define NOT_HANDLED 0

/*
 * Where a field of a live root lies, as luadata_locate() finds it where nothing has to be pulled
 * or charged for.
 */
static inline int locate(const struct luadata_ref *r, const struct luadata_field *f,
			 struct luadata_span *span)
{
	if (!(f->flags & LUADATA_FIELD_READ) || (f->flags & LUADATA_FIELD_OPTIONAL) || !f->place ||
	    r->fields->layout->reach || r->fixed < r->fields->layout->size)
		return NOT_HANDLED;
	span->offset = 0;
	span->length = r->fields->layout->size;
	if (!f->place(r->handle, r->offset, span) || span->offset > r->length)
		return ABSENT;
	return OBJECT;
}

/* luadata_getpart() - the hook's answer for a field that is a sub-view */
int luadata_getpart(const struct luadata_ref *r, const struct luadata_entry *entry,
		    lua_Integer *result)
{
	const struct luadata_part *part = part_of(r, entry);
	size_t fixed = entry->field->layout->size;
	struct luadata_span span;
	int answer;

	if (!part->ref)
		return NOT_HANDLED;
	answer = locate(r, entry->field, &span);
	if (answer != OBJECT)
		return answer;
	span.length = min(span.length, r->length - span.offset);
	span.offset += r->offset;
	if (span.length < fixed)
		return ABSENT;
	if (span.offset + fixed > r->handle->linear)
		return NOT_HANDLED;
	place_part(part->ref, r, span);
	*result = (lua_Integer)(uintptr_t)part->object;
	return OBJECT;
}

/* luadata_getplaced() - the hook's answer for a field of another kind, with a place */
int luadata_getplaced(const struct luadata_ref *r, const struct luadata_entry *entry,
		      lua_Integer *result)
{
	const struct luadata_field *f = entry->field;
	struct luadata_span span;
	int answer;

	/* Of what C computes the place says only whether it is there. */
	if (f->get || (f->type > LUADATA_TYPE_BOOL && f->type != LUADATA_TYPE_ADDRESS))
		return NOT_HANDLED;
	answer = locate(r, f, &span);
	if (answer != OBJECT)
		return answer;
	if (!luadata_fits(r->length, span.offset, span.length))
		return ABSENT;
	span.offset += r->offset;
	if (span.offset + span.length > r->handle->linear)
		return NOT_HANDLED;
	if (f->type == LUADATA_TYPE_ADDRESS) {
		if (span.length != 4)
			return NOT_HANDLED;
		*result = (lua_Integer)luadata_load(r->handle->base + span.offset, 4, false);
		return lua_displaytag(LUADATA_SHOWN_IPV4);
	}
	if (span.length != f->size)
		return NOT_HANDLED;
	*result = luadata_loadfield(f, r->handle->base + span.offset);
	return entry->result;
}

#endif
