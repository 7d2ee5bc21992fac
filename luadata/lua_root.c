// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Roots: refs that C code makes once in each state, and lends again for each call.
 *
 * The sub-views of a root are made once, too, when a script first reads them, and placed anew each
 * time: as the root they mean what is lent now. So a packet's headers cost no memory.
 */
#include "luadata_face.h"
#include "luadata_hook.h"

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
	r = lua_newuserdatauv(L, size, LUADATA_PARTS);
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

static inline struct luadata_part *part_of(const struct luadata_ref *r,
					   const struct luadata_entry *entry)
{
	return (struct luadata_part *)((char *)r + entry->part_at);
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
	if (lua_getiuservalue(L, 1, LUADATA_PARTS) != LUA_TTABLE) {
		lua_pop(L, 1);
		lua_newtable(L);
		lua_pushvalue(L, -1);
		lua_setiuservalue(L, 1, LUADATA_PARTS);
	}
	lua_pushvalue(L, -2);
	lua_rawsetp(L, -2, entry);
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
	lua_getiuservalue(L, 1, LUADATA_PARTS);
	lua_rawgetp(L, -1, entry);
}

#ifdef LUA_FIELDHOOK

static inline lua_FieldValue answer(int kind, lua_Integer value)
{
	return (lua_FieldValue){ value, kind };
}

#define ABSENT answer(LUA_HOOKNIL, 0)
#define NOT_HANDLED answer(0, 0)

/* The rest of it is where luadata_locate() finds it; nothing has to be pulled or charged for. */
static inline lua_FieldValue get_part(const struct luadata_ref *r,
				      const struct luadata_entry *entry, struct luadata_span span)
{
	const struct luadata_part *part = part_of(r, entry);

	if (!part->ref)
		return NOT_HANDLED;
	span.length = min(span.length, r->length - span.offset);
	span.offset += r->offset;
	if (span.length < part->ref->fixed)
		return ABSENT;
	if (span.offset + part->ref->fixed > r->handle->linear)
		return NOT_HANDLED;
	place_part(part->ref, r, span);
	return answer(LUA_HOOKOBJECT, (lua_Integer)(uintptr_t)part->object);
}

static inline uint64_t load_bytes(const unsigned char *p, unsigned int size, bool swap)
{
	uint64_t v8;
	uint32_t v4;
	uint16_t v2;

	switch (size) {
	case 1:
		return *p;
	case 2:
		memcpy(&v2, p, sizeof(v2));
		return swap ? __builtin_bswap16(v2) : v2;
	case 4:
		memcpy(&v4, p, sizeof(v4));
		return swap ? __builtin_bswap32(v4) : v4;
	default:
		memcpy(&v8, p, sizeof(v8));
		return swap ? __builtin_bswap64(v8) : v8;
	}
}

static inline size_t size_of(const struct luadata_entry *entry)
{
	return entry->by_place == LUADATA_PLACED_INTEGER ? entry->field->size : 4;
}

/*
 * luadata_findplaced() - where an integer with a place lies, in a root under its loan: in @span, in
 * the handle, linear or not
 */
bool luadata_findplaced(const struct luadata_ref *r, const struct luadata_entry *entry,
			struct luadata_span *span)
{
	size_t size = size_of(entry);

	span->offset = 0;
	span->length = 0;
	if (!(r->flags & LUADATA_REF_ROOT) || !entry->field->place(r->handle, r->offset, span))
		return false;
	if (span->length != size || !luadata_fits(r->length, span->offset, size))
		return false;
	span->offset += r->offset;
	return true;
}

static inline lua_FieldValue get_integer(const struct luadata_ref *r,
					 const struct luadata_entry *entry,
					 struct luadata_span span)
{
	const struct luadata_handle *h = r->handle;
	size_t size = size_of(entry);
	uint64_t value;

	if (span.length > r->length - span.offset)
		return ABSENT;
	span.offset += r->offset;
	if (span.length != size || span.offset + size > h->linear)
		return NOT_HANDLED;
	value = load_bytes(h->base + span.offset, size, entry->swap);
	return answer(entry->result, (lua_Integer)((value ^ entry->sign) - entry->sign));
}

/* luadata_getplaced() - the hook's answer for a field with a place, in a root under its loan */
lua_FieldValue luadata_getplaced(const struct luadata_ref *r, const struct luadata_entry *entry)
{
	struct luadata_span span = { 0, 0 };

	if (!entry->field->place(r->handle, r->offset, &span) || span.offset > r->length)
		return ABSENT;
	if (entry->part_at)
		return get_part(r, entry, span);
	return get_integer(r, entry, span);
}

#endif
