// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Reading fields, through views and through blocks that have a layout. */
#include "kinds/kinds.h"

/* Whether a place of so many bytes has a value of the field in it. */
static bool holds(const struct luadata_field *f, size_t length)
{
	if (f->type == LUADATA_TYPE_VIEW)
		return length >= f->layout->size;
	if (f->type == LUADATA_TYPE_ADDRESS)
		return luadata_isaddress(length) && (f->size > 8 || length >= f->size);
	return length >= f->size || !luadata_kinds[f->type]->whole;
}

/* Bytes that a place function can have looked at, of n. */
static size_t passed(bool found, const struct luadata_span *span, size_t n)
{
	if (!found || span->offset > n)
		return n;
	return span->offset + min(span->length, n - span->offset);
}

/* Asks a field's place function, when the fixed part of its view is linear. */
static bool place(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		  struct luadata_span *span)
{
	const struct luadata_layout *layout = r->fields->layout;
	size_t n = min_t(size_t, layout->reach, r->length);
	bool found;

	if (!luadata_islive(r) || r->fixed < layout->size)
		return false;
	if (layout->reach) {
		luadata_charge(L, n / 16);
		luadata_reach(L, r->handle, r->offset + n);
	}
	/* So many bytes it may look at: not what lies behind the view, nor what is not charged. */
	n = n < layout->size ? layout->size : n;
	span->offset = r->type;
	span->length = n;
	found = f->place(r->handle, r->offset, span);
	/* What lies in front may be records, and they were passed, or nobody knows. */
	if (layout->reach)
		luadata_charge(L, passed(found, span, n) / 4);
	if (!found)
		return false;
	/* A payload that claims more than there is: cut, as a segment is. */
	if ((f->type == LUADATA_TYPE_VIEW || luadata_kinds[f->type]->parts) &&
	    span->offset <= r->length)
		span->length = min(span->length, r->length - span->offset);
	return holds(f, span->length);
}

/*
 * Goes on from where the records of a chain lie to what lies behind them. An integer has no bytes:
 * the length of its span is its value.
 */
static bool behind(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		   struct luadata_span *span)
{
	unsigned int type = luadata_firsttype(L, r, f->list);
	size_t offset, end, n;

	if (span->offset > r->length)
		return false;
	offset = r->offset + span->offset;
	end = offset + min(span->length, r->length - span->offset);
	/* charged: luadata_record() */
	while ((n = luadata_record(L, r, f->list, offset, end, &type)) > 0)
		offset += n;
	span->offset = luadata_isinteger(f) ? r->offset : offset;
	span->length = luadata_isinteger(f) ? type : end - offset;
	return type != LUADATA_CHAIN_BROKEN &&
	       !(luadata_isinteger(f) && type == LUADATA_CHAIN_ENDS);
}

/*
 * luadata_locate() - where a field lies
 * @span: result: offset in the handle, and length; of an integer of no bytes: its value
 *
 * Raises when what its place depends on is there, but cannot be reached.
 *
 * Return: false when the field is absent, or not all there.
 */
bool luadata_locate(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		    struct luadata_span *span)
{
	span->offset = f->offset;
	span->length = f->size;
	if (f->place) {
		if (!place(L, r, f, span))
			return false;
		if (f->list && f->type != LUADATA_TYPE_LIST)
			return behind(L, r, f, span);
	} else if ((f->get || f->text) && r->fixed < r->fields->layout->size) {
		return false; /* what C code reads may lie anywhere in the object */
	} else if (!f->size && !f->get && luadata_isinteger(f)) {
		span->offset = r->offset;
		span->length = r->type;
		return true;
	}
	if (!luadata_fits(r->length, span->offset, span->length))
		return false;
	span->offset += r->offset;
	return true;
}

/*
 * luadata_keeplayout() - push what keeps the layout of the ref at a stack index
 *
 * For as long as it is used while Lua memory is allocated: a finalizer may give a block another
 * layout.
 */
void luadata_keeplayout(lua_State *L, int idx)
{
	luaL_checkstack(L, 4, NULL);
	lua_getiuservalue(L, idx, LUADATA_LAYOUT);
}

/* luadata_ishere() - whether reading a field gives a value */
bool luadata_ishere(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
		    struct luadata_span *span)
{
	return !(f->flags & LUADATA_FIELD_OPTIONAL) && (f->flags & LUADATA_FIELD_READ) &&
	       luadata_locate(L, r, f, span);
}

/* Pushes a view. The fixed part is present and linear; something keeps the layout object. */
static inline void new_view(lua_State *L, int parent, const struct luadata_ref *p,
			    const struct luadata_fields *fields, struct luadata_span span,
			    unsigned int flags)
{
	struct luadata_ref *r = luadata_newpart(L, parent, p, LUADATA_CLASS_VIEW, sizeof(*r));

	r->flags |= flags;
	luadata_setfields(r, fields);
	r->offset = span.offset;
	r->length = span.length;
	r->fixed = fields->layout->size;
	if ((r->flags & LUADATA_REF_SUMMED) && !luadata_stores(r->handle))
		luadata_sethook(L, r, LUADATA_CLASS_VIEW);
}

/*
 * luadata_pushpart() - push the view that a part of a ref is, or nil when its bytes are too few
 * @idx: stack index of the ref
 */
void luadata_pushpart(lua_State *L, int idx, const struct luadata_ref *r,
		      const struct luadata_fields *fields, struct luadata_span span)
{
	unsigned int flags = r->flags & LUADATA_REF_BY_C;

	if (span.length < fields->layout->size) {
		lua_pushnil(L);
		return;
	}
	luadata_reach(L, r->handle, span.offset + fields->layout->size);
	if (fields->object)
		flags |= LUADATA_REF_CLOSED;
	new_view(L, idx, r, fields, span, flags);
}

/*
 * luadata_layoutof() - the layout object of a part of a live ref
 *
 * Making it can call a finalizer. Raises when that ended the loan: what lies where is not known
 * any more, though the ref may be lent again.
 */
const struct luadata_fields *luadata_layoutof(lua_State *L, const struct luadata_ref *r,
					      const struct luadata_layout *layout)
{
	const struct luadata_fields *fields;
	uint64_t lease = r->lease;

	luadata_pushlayout(L, layout);
	fields = lua_touserdata(L, -1);
	lua_pop(L, 1); /* the registry keeps it */
	if (r->handle->lease != lease)
		luadata_expired(L);
	return fields;
}

/* luadata_getat() - push the value of a field that lies at a known range of the handle */
void luadata_getat(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	struct luadata_field copy;

	f = luadata_asplaced(f, span.length, &copy);
	if (luadata_isinteger(f))
		luadata_pushinteger(L, r, f, span);
	else if (f->type == LUADATA_TYPE_BYTES)
		luadata_pushbytes(L, idx, f, span);
	else
		luadata_kinds[f->type]->push(L, idx, f, span);
}

/*
 * luadata_getfield() - push the value of a field
 * @idx: absolute stack index of a live ref with a layout
 *
 * Pushes nil when the field is absent. Raises when it is not for reading.
 */
void luadata_getfield(lua_State *L, int idx, const struct luadata_field *f)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	struct luadata_span span;

	luaL_checkstack(L, 6, NULL);
	if (!(f->flags & (LUADATA_FIELD_READ | LUADATA_FIELD_OPTIONAL)))
		luaL_error(L, "%s.%s: write-only", r->fields->layout->name, f->name);
	if (luadata_ishere(L, r, f, &span))
		luadata_getat(L, idx, f, span);
	else
		lua_pushnil(L);
}

/* The entry of the field that the key at stack index 2 names; raises when there is none. */
static const struct luadata_entry *check_entry(lua_State *L, const struct luadata_ref *r)
{
	const struct luadata_entry *entry = NULL;

	if (lua_type(L, 2) == LUA_TSTRING)
		entry = luadata_findentry(r->fields, lua_tostring(L, 2));
	if (!entry)
		luadata_nofield(L, r->fields->layout, luaL_tolstring(L, 2, NULL), NULL);
	return entry;
}

static const struct luadata_field *check_field(lua_State *L, const struct luadata_ref *r)
{
	return check_entry(L, r)->field;
}

/* __index of views */
int luadata_viewindex(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);
	const struct luadata_entry *entry = check_entry(L, r);
	struct luadata_span span;

	if (!entry->part || !luadata_ishere(L, r, entry->field, &span))
		luadata_getfield(L, 1, entry->field);
	else if (entry->part_at && (r->flags & LUADATA_REF_ROOT))
		luadata_pushrootpart(L, entry, span);
	else
		luadata_pushpart(L, 1, r, entry->part, span);
	return 1;
}

/* __newindex of views */
int luadata_viewnewindex(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);

	luadata_setfield(L, 1, check_field(L, r), 3);
	return 0;
}

/* __call of views: a loop without pairs() calls what it is about */
int luadata_viewcall(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);

	return luaL_error(L, "%s: no function: pairs(view) goes over its fields",
			  r->fields->layout->name);
}

static int next_field(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);
	const struct luadata_layout *layout;
	struct luadata_span span;
	size_t i = 0;

	if (!r->fields)
		return 0;
	lua_settop(L, 2);
	luadata_keeplayout(L, 1);
	layout = r->fields->layout;
	if (!lua_isnoneornil(L, 2))
		i = (size_t)(check_field(L, r) - layout->fields) + 1;
	for (; i < layout->nfields; i++) { /* charged: each field */
		const struct luadata_field *f = &layout->fields[i];

		luadata_charge(L, 1);
		if (!luadata_ishere(L, r, f, &span))
			continue;
		lua_pushstring(L, f->name);
		luadata_live(L, r);
		luadata_getfield(L, 1, f);
		if (!lua_isnil(L, -1))
			return 2;
		lua_pop(L, 2);
	}
	return 0;
}

/* pairs(v): the fields that have a value, in order of declaration */
int luadata_pairs(lua_State *L)
{
	luadata_checkref(L, 1);
	lua_pushcfunction(L, next_field);
	lua_pushvalue(L, 1);
	return 2;
}

/* Pushes nil and the reason why there is no view. */
static int too_short(lua_State *L, const struct luadata_layout *layout, lua_Integer offset,
		     size_t length)
{
	lua_pushnil(L);
	lua_pushfstring(L, "%s: needs %I bytes at offset %I, block has %I", layout->name,
			(lua_Integer)layout->size, offset, (lua_Integer)length);
	return 2;
}

/* The offset that a layout is called with: for scripts, who see no self, the second argument. */
static lua_Integer offset_of(lua_State *L, const struct luadata_layout *layout)
{
	lua_Integer offset;
	int ok;

	if (lua_isnoneornil(L, 3))
		return 0;
	offset = lua_tointegerx(L, 3, &ok);
	if (!ok)
		luaL_error(L, "bad argument #2 to '%s' (expected an integer, got %s)", layout->name,
			   lua_type(L, 3) == LUA_TNUMBER ? "a float" : luaL_typename(L, 3));
	return offset;
}

/* layout(block [, offset]): a view, or nil and why not */
int luadata_viewof(lua_State *L)
{
	const struct luadata_fields *fields = luadata_checklayout(L, 1);
	const struct luadata_layout *layout = fields->layout;
	const struct luadata_ref *r = luadata_testref(L, 2);
	struct luadata_span span;
	lua_Integer offset;

	if (!r)
		return luaL_error(L, "bad argument #1 to '%s' (data expected, got %s%s)",
				  layout->name, luaL_typename(L, 2),
				  lua_type(L, 2) == LUA_TSTRING ? ": data.new(s) makes a block"
								: "");
	offset = offset_of(L, layout);
	luadata_live(L, r);
	luadata_checkfree(L, fields);
	if (r->flags & LUADATA_REF_CLOSED)
		return luaL_error(L, "%s: only the kernel puts layouts over its objects",
				  layout->name);
	if (!luadata_cut(r->length, offset, -1, &span) || span.length < layout->size)
		return too_short(L, layout, offset, r->length);
	span.offset += r->offset;
	luadata_reach(L, r->handle, span.offset + layout->size);
	new_view(L, 2, r, fields, span, 0);
	((struct luadata_ref *)lua_touserdata(L, -1))->origin = span.offset;
	if (fields->plain) {
		lua_pushvalue(L, 1);
		lua_setiuservalue(L, -2, LUADATA_LAYOUT);
	}
	return 1;
}
