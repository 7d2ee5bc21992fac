/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the Lua side of the library shares among its files. */
#ifndef LUADATA_FACE_H
#define LUADATA_FACE_H

#include "luadata_core.h"
#include "luadata_fields.h"

/* Bytes that one search makes linear at most: the largest IP packet. */
#define LUADATA_PULL_MAX 65535

/* What a userdata of ours is. Its metatable says so under a key that scripts cannot make. */
enum luadata_class {
	LUADATA_NOT_OURS,
	LUADATA_CLASS_BLOCK, /* first of the refs: luadata_isrefhook() */
	LUADATA_CLASS_VIEW,
	LUADATA_CLASS_OBJECT, /* a view that owns its handle and gives the object back; the last */
	LUADATA_CLASS_ARRAY,
	LUADATA_CLASS_LIST,
	LUADATA_CLASS_LAYOUT,
	LUADATA_CLASS_CONSTANTS,
	LUADATA_CLASS_HANDLE,
	LUADATA_CLASSES,
};

/* User values of a ref. */
enum {
	LUADATA_OWNER = 1,  /* what keeps the handle alive; nil when the ref does itself */
	LUADATA_LAYOUT = 2, /* the layout object, when scripts made it */
	LUADATA_PARTS = 2,  /* of a root with a layout, which C made: what keeps its sub-views */
};

/*
 * Raises unless the script has so many units left: what is charged next, up to them, will not.
 */
static inline void luadata_reserve(lua_State *L, size_t n)
{
#ifdef LUA_FIELDHOOK
	lua_reserve(L, n);
#else
	(void)L;
	(void)n;
#endif
}

/*
 * A view whose checksum follows writes to a part of it. Lies behind the part's ref when that has
 * LUADATA_REF_COVERED.
 */
struct luadata_cover {
	const struct luadata_checksum *checksum;
	size_t offset; /* of the view, in the handle */
	size_t length;
};

/* luadata_islive() - whether the loan under which a ref was made is in force */
static inline bool luadata_islive(const struct luadata_ref *r)
{
	return r->lease == r->handle->lease;
}

/* Whether the owner of a handle makes all stores: then it keeps the checksums, too. */
static inline bool luadata_stores(const struct luadata_handle *h)
{
	return h->ops && h->ops->store;
}

/* Whether stores may be made at once: none but the handle's length and lease says what may be. */
static inline bool luadata_isdirect(const struct luadata_handle *h)
{
	return !h->ops || (!h->ops->store && !h->ops->may_write);
}

/* Units of a write that the owner of a handle judges and stores, beside those of any write. */
#define LUADATA_STORE 8

static inline size_t luadata_storecost(const struct luadata_handle *h)
{
	return luadata_isdirect(h) ? 0 : LUADATA_STORE;
}

/* Whether scripts may write a field that lies at a range of the handle. Every write asks. */
static inline bool luadata_maywrite(const struct luadata_handle *h, const struct luadata_field *f,
				    const struct luadata_span *span)
{
	size_t from, to;

	if (!h->ops || !h->ops->may_write)
		return true;
	luadata_bits(f, span, &from, &to);
	return h->ops->may_write(h, from, to);
}

/* Whether a checksum may follow writes through a ref: then the hook does not write at once. */
static inline bool luadata_iscovered(const struct luadata_ref *r)
{
	return r->flags & (LUADATA_REF_COVERED | LUADATA_REF_SUMMED);
}

/* Gives a ref its layout; luadata_sethook() has to follow when it has a class. */
static inline void luadata_setfields(struct luadata_ref *r, const struct luadata_fields *fields)
{
	r->fields = fields;
	r->flags &= (uint16_t)~LUADATA_REF_SUMMED;
	if (fields->layout->checksum)
		r->flags |= LUADATA_REF_SUMMED;
}

/* A ref whose field is an array: what v.field gives. */
struct luadata_array {
	struct luadata_ref ref; /* the array's own bytes; no fields */
	struct luadata_cover cover;
	const struct luadata_field *field;
	const char *layout; /* name of the layout it belongs to, for messages */
	size_t count;
};

/*
 * struct luadata_records - a ref whose field is a list of records
 * @ref: the bytes of all of them; no fields
 * @field: the declaration
 * @layout: name of the layout that it belongs to, for messages
 * @fields: of a record
 * @position: of the record that was found last, counted from 1; 0: none
 * @first: type of the first record of a chain
 * @type: of the record that was found last
 * @offset: of that record, in the handle
 */
struct luadata_records {
	struct luadata_ref ref;
	struct luadata_cover cover;
	const struct luadata_field *field;
	const char *layout;
	const struct luadata_fields *fields;
	uint32_t position;
	uint16_t first;
	uint16_t type;
	size_t offset;
};

/* The constants of a field's enumeration: what ipv4.protocol gives. */
struct luadata_constants {
	const struct luadata_field *field;
	const struct luadata_layout *layout;
};

/* lua_root.c */
void luadata_pushrootpart(lua_State *L, const struct luadata_entry *entry,
			  struct luadata_span span);

/* lua_classes.c */
enum luadata_class luadata_classof(lua_State *L, int idx);
void luadata_setclass(lua_State *L, enum luadata_class class);
void luadata_sethook(lua_State *L, const struct luadata_ref *r, enum luadata_class class);
bool luadata_isref(enum luadata_class class);
void luadata_setmethods(lua_State *L);

/* handle.c */
int luadata_expired(lua_State *L);
void luadata_pull(lua_State *L, struct luadata_handle *h, size_t end);
void luadata_writable(lua_State *L, struct luadata_handle *h, size_t end);
void luadata_release(struct luadata_handle *h);
struct luadata_ref *luadata_newpart(lua_State *L, int parent, const struct luadata_ref *p,
				    enum luadata_class class, size_t size);
void luadata_range(struct luadata_ref *r, size_t offset, size_t length);
#ifndef LUA_FIELDHOOK
int luadata_gchandle(lua_State *L);
#endif
int luadata_gcobject(lua_State *L);

/* luadata_live() - raise when a ref is expired */
static inline void luadata_live(lua_State *L, const struct luadata_ref *r)
{
	if (!luadata_islive(r))
		luadata_expired(L);
}

/*
 * luadata_reach() - the first byte of a handle, after making bytes [0, end) reachable
 *
 * Raises when the owner cannot.
 */
static inline unsigned char *luadata_reach(lua_State *L, struct luadata_handle *h, size_t end)
{
	if (end > h->linear)
		luadata_pull(L, h, end);
	return h->base;
}

/* luadata_bytes() - pointer to a range of a live ref; see handle.c for how long it is good */
static inline const unsigned char *luadata_bytes(lua_State *L, const struct luadata_ref *r,
						 const struct luadata_span *span)
{
	if (span->length == 0)
		return (const unsigned char *)"";
	return luadata_reach(L, r->handle, r->offset + span->offset + span->length) + r->offset +
	       span->offset;
}

/* store.c */
void luadata_findcover(const struct luadata_ref *r, struct luadata_cover *c);
size_t luadata_sumend(const struct luadata_ref *r);
size_t luadata_sumcost(const struct luadata_ref *r);
void luadata_storebytes(const struct luadata_ref *r, size_t offset, const void *bytes, size_t n);
void luadata_storezeros(const struct luadata_ref *r, size_t offset, size_t n);
void luadata_storevalue(const struct luadata_ref *r, const struct luadata_field *f, size_t offset,
			int64_t value);

/* lua_data.c */
struct luadata_ref *luadata_checkbytes(lua_State *L, int idx);
void luadata_pushcontents(lua_State *L, int idx);
size_t luadata_findend(lua_State *L, const unsigned char *p, size_t size);
int luadata_new(lua_State *L);
int luadata_segment(lua_State *L);
int luadata_byte(lua_State *L);
int luadata_checksum(lua_State *L);
int luadata_blockindex(lua_State *L);
int luadata_blocknewindex(lua_State *L);
int luadata_length(lua_State *L);
int luadata_tostring(lua_State *L);

/* lua_search.c, lua_unpack.c */
int luadata_find(lua_State *L);
int luadata_match(lua_State *L);
int luadata_gmatch(lua_State *L);
int luadata_unpack(lua_State *L);

/* lua_view.c: fields */
bool luadata_locate(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		    struct luadata_span *span);
void luadata_keeplayout(lua_State *L, int idx);
const struct luadata_fields *luadata_layoutof(lua_State *L, const struct luadata_ref *r,
					      const struct luadata_layout *layout);
bool luadata_ishere(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		    struct luadata_span *span);
void luadata_pushpart(lua_State *L, int idx, const struct luadata_ref *r,
		      const struct luadata_fields *fields, struct luadata_span span);
void luadata_getfield(lua_State *L, int idx, const struct luadata_field *f);
void luadata_getat(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span);
int luadata_viewindex(lua_State *L);
int luadata_viewnewindex(lua_State *L);
int luadata_viewcall(lua_State *L);
int luadata_pairs(lua_State *L);
int luadata_viewof(lua_State *L);

/* lua_write.c */
void luadata_setfield(lua_State *L, int idx, const struct luadata_field *f, int value);
void luadata_setat(lua_State *L, const char *layout, struct luadata_ref *r,
		   const struct luadata_field *f, struct luadata_span span, int value);
int luadata_setmany(lua_State *L);

/* lua_names.c */
int luadata_nofield(lua_State *L, const struct luadata_layout *layout, const char *name,
		    const luaL_Reg *functions);
int luadata_noconstant(lua_State *L, const char *layout, const struct luadata_field *f,
		       const char *name);
void luadata_addflags(luaL_Buffer *b, const struct luadata_field *f, uint64_t value);
int64_t luadata_checkflags(lua_State *L, const char *layout, const struct luadata_field *f,
			   int idx);
const struct luadata_constant *luadata_findconstant(lua_State *L, const struct luadata_constant *c,
						    const char *name);
void luadata_newconstants(lua_State *L, const struct luadata_layout *layout,
			  const struct luadata_field *f);
extern const luaL_Reg luadata_constantsmeta[];

/* lua_layout.c, lua_table.c */
struct luadata_fields *luadata_checklayout(lua_State *L, int idx);
struct luadata_fields *luadata_testlayout(lua_State *L, int idx);
void luadata_checkfree(lua_State *L, const struct luadata_fields *fields);
void luadata_newlayout(lua_State *L, const struct luadata_layout *layout, bool plain);
int luadata_layout(lua_State *L);
extern const luaL_Reg luadata_layoutmeta[];

/* lua_text.c */
void luadata_addvalue(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		      const struct luadata_field *f, struct luadata_span span, int depth);
void luadata_addview(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_layout *layout, int depth);
int luadata_viewtostring(lua_State *L);
int luadata_text(lua_State *L);

/* lua_display.c */
void luadata_pushshown(lua_State *L, lua_Integer value, unsigned int shown);
void luadata_pushaddress(lua_State *L, const void *bytes, size_t size);
void luadata_setdisplays(lua_State *L);
bool luadata_displayedtext(lua_State *L, int idx);

/* kinds/: array, list, address */
size_t luadata_record(lua_State *L, const struct luadata_ref *r, const struct luadata_list *list,
		      size_t offset, size_t end, unsigned int *type);

/* The type of the first record of a list of a view; of a list that is no chain, 0. */
static inline unsigned int luadata_firsttype(lua_State *L, const struct luadata_ref *r,
					     const struct luadata_list *list)
{
	size_t end = r->offset + r->fields->layout->size;

	return list->first ? list->first(luadata_reach(L, r->handle, end) + r->offset) : 0;
}

extern const luaL_Reg luadata_arraymeta[];
extern const luaL_Reg luadata_listmeta[];
int luadata_valuetext(lua_State *L);
int luadata_addr(lua_State *L);

/* lua_prefix.c */
int luadata_prefix(lua_State *L);

/* dump.c */
int luadata_dump(lua_State *L);

#endif
