// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Writing fields: everything is checked before a byte changes. */
#include "luadata_face.h"

/*
 * A checked value. Bytes of a Lua string live as long as the value's slot; a block is
 * looked at when stored.
 */
struct value {
	union {
		int64_t integer;
		const unsigned char *bytes;
	};
	const struct luadata_ref *block;
	size_t length;
};

static const char *kind_name(lua_State *L, int idx)
{
	switch (lua_type(L, idx)) {
	case LUA_TNUMBER:
		return lua_isinteger(L, idx) ? "an integer" : "a float";
	case LUA_TSTRING:
		return "a string";
	case LUA_TBOOLEAN:
		return "a boolean";
	case LUA_TNONE:
	case LUA_TNIL:
		return "nil";
	default:
		return lua_pushfstring(L, "a %s", luaL_typename(L, idx));
	}
}

static int expected(lua_State *L, const char *layout, const struct luadata_field *f,
		    const char *what, int idx)
{
	return luaL_error(L, "%s.%s: expected %s, got %s", layout, f->name, what,
			  kind_name(L, idx));
}

static const char *number(lua_State *L, int64_t value, bool is_unsigned)
{
	char text[LUADATA_TEXT_MAX];
	bool negative = !is_unsigned && value < 0;
	size_t n =
		luadata_decimal(text, negative ? 0 - (uint64_t)value : (uint64_t)value, negative);

	return lua_pushlstring(L, text, n);
}

static int out_of_range(lua_State *L, const char *layout, const struct luadata_field *f,
			int64_t value)
{
	int64_t lowest, highest;
	bool is_unsigned = luadata_limits(f, &lowest, &highest);

	/* The value itself is what the script wrote: a Lua integer, signed. */
	if (lowest == highest)
		return luaL_error(L, "%s.%s: expected %s, got %s", layout, f->name,
				  number(L, lowest, is_unsigned), number(L, value, false));
	return luaL_error(L, "%s.%s: %s is out of range (%s to %s)", layout, f->name,
			  number(L, value, false), number(L, lowest, is_unsigned),
			  number(L, highest, is_unsigned));
}

static void check_integer(lua_State *L, const char *layout, const struct luadata_field *f, int idx,
			  struct value *v)
{
	if (f->type == LUADATA_TYPE_BOOL) {
		if (lua_type(L, idx) != LUA_TBOOLEAN)
			expected(L, layout, f, "a boolean", idx);
		v->integer = lua_toboolean(L, idx);
		return;
	}
	if ((f->flags & LUADATA_FIELD_FLAGS) && lua_type(L, idx) == LUA_TSTRING) {
		v->integer = luadata_checkflags(L, layout, f, idx);
	} else if (f->constants && lua_type(L, idx) == LUA_TSTRING) {
		const struct luadata_constant *c =
			luadata_findconstant(L, f->constants, lua_tostring(L, idx));

		if (!c)
			luadata_noconstant(L, layout, f, lua_tostring(L, idx));
		v->integer = c->value;
	} else {
		if (!lua_isinteger(L, idx))
			expected(L, layout, f, "an integer", idx);
		v->integer = lua_tointeger(L, idx);
	}
	if (!luadata_inlimits(f, v->integer))
		out_of_range(L, layout, f, v->integer);
	if (!(f->flags & LUADATA_FIELD_STRICT) || !f->constants)
		return;
	if (f->flags & LUADATA_FIELD_FLAGS) {
		uint64_t unknown = (uint64_t)v->integer & ~luadata_knownbits(f->constants);

		if (unknown)
			luaL_error(L, "%s.%s: %s has bits without a name", layout, f->name,
				   number(L, v->integer, false));
	} else if (!luadata_constantbyvalue(f->constants, v->integer)) {
		luaL_error(L, "%s.%s: %s is none of its constants", layout, f->name,
			   number(L, v->integer, false));
	}
}

static void check_string(lua_State *L, const char *layout, const struct luadata_field *f,
			 size_t room, int idx, struct value *v)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		expected(L, layout, f, "a string", idx);
	v->bytes = (const unsigned char *)lua_tolstring(L, idx, &v->length);
	if (v->length > room)
		luaL_error(L, "%s.%s: %I bytes do not fit (at most %I)", layout, f->name,
			   (lua_Integer)v->length, (lua_Integer)room);
	if (f->type == LUADATA_TYPE_STRING && luadata_findend(L, v->bytes, v->length) != v->length)
		luaL_error(L, "%s.%s: a NUL would end the text early", layout, f->name);
}

/* The whole of a field of bytes: a string or a block of exactly its length. */
static void check_bytes(lua_State *L, const char *layout, const struct luadata_field *f,
			size_t room, int idx, struct value *v)
{
	v->block = luadata_testref(L, idx);
	if (v->block) {
		struct luadata_span all = { 0, v->block->length };

		luadata_checkbytes(L, idx);
		luadata_bytes(L, v->block, &all);
		v->length = all.length;
	} else if (lua_type(L, idx) == LUA_TSTRING) {
		v->bytes = (const unsigned char *)lua_tolstring(L, idx, &v->length);
	} else {
		expected(L, layout, f, "a string or a block", idx);
	}
	if (v->length != room)
		luaL_error(L, "%s.%s: expected %I bytes, got %I", layout, f->name,
			   (lua_Integer)room, (lua_Integer)v->length);
}

static void check_access(lua_State *L, const char *layout, const struct luadata_field *f)
{
	if (f->flags & LUADATA_FIELD_OPTIONAL)
		luaL_error(L, "%s.%s: not in this kernel", layout, f->name);
	if (f->type == LUADATA_TYPE_VIEW)
		luaL_error(L, "%s.%s: a view: write its fields", layout, f->name);
	if (f->type == LUADATA_TYPE_ARRAY)
		luaL_error(L, "%s.%s: an array: write its elements", layout, f->name);
	if (f->type == LUADATA_TYPE_LIST)
		luaL_error(L, "%s.%s: a list: write the fields of its records", layout, f->name);
	if (!(f->flags & LUADATA_FIELD_WRITE) || (f->get && !f->set) || f->text ||
	    f->type == LUADATA_TYPE_NAME)
		luaL_error(L, "%s.%s: read-only", layout, f->name);
}

/* Checks that the value at a stack index may be written to a field of `room` bytes. */
static void check_value(lua_State *L, const char *layout, const struct luadata_field *f,
			size_t room, int idx, struct value *v)
{
	memset(v, 0, sizeof(*v));
	check_access(L, layout, f);
	if (luadata_isinteger(f))
		check_integer(L, layout, f, idx, v);
	else if (f->type == LUADATA_TYPE_BYTES || f->type == LUADATA_TYPE_ADDRESS)
		check_bytes(L, layout, f, room, idx, v);
	else
		check_string(L, layout, f, room, idx, v);
}

/* Raises unless the owner of the memory lets scripts write a field there. */
static void check_allowed(lua_State *L, const char *layout, const struct luadata_ref *r,
			  const struct luadata_field *f, const struct luadata_span *span)
{
	if (!f->set && !luadata_maywrite(r->handle, f, span))
		luaL_error(L, "%s.%s: read-only here", layout, f->name);
}

/* One past the last byte of the handle that writing a field touches, or its checksum has. */
static size_t end_of(const struct luadata_ref *r, const struct luadata_field *f,
		     const struct luadata_span *span)
{
	size_t end = span->offset + (luadata_isinteger(f) ? f->size : span->length);
	size_t sum = luadata_sumend(r);

	if (f->set)
		return r->offset + r->fixed;
	return sum > end ? sum : end;
}

/* Stores a checked value in bytes that luadata_writable() prepared. */
static void store(const struct luadata_ref *r, const struct luadata_field *f,
		  const struct luadata_span *span, const struct value *v)
{
	if (f->set) {
		f->set(r->handle->base + r->offset, v->integer);
	} else if (luadata_isinteger(f)) {
		luadata_storevalue(r, f, span->offset, v->integer);
	} else if (v->block) {
		if (luadata_islive(v->block) &&
		    v->block->offset + v->length <= v->block->handle->linear)
			luadata_storebytes(r, span->offset,
					   v->block->handle->base + v->block->offset, v->length);
	} else {
		luadata_storebytes(r, span->offset, v->bytes, v->length);
		luadata_storezeros(r, span->offset + v->length, span->length - v->length);
	}
}

/*
 * luadata_setat() - write the value at a stack index to a field that lies at a known range of the
 * handle
 */
void luadata_setat(lua_State *L, const char *layout, struct luadata_ref *r,
		   const struct luadata_field *f, struct luadata_span span, int idx)
{
	struct luadata_field copy;
	struct value v;

	luadata_charge(L, span.length / 8 + luadata_storecost(r->handle));
	f = luadata_asplaced(f, span.length, &copy);
	check_value(L, layout, f, span.length, idx, &v);
	luadata_live(L, r);
	check_allowed(L, layout, r, f, &span);
	luadata_writable(L, r->handle, end_of(r, f, &span));
	luadata_live(L, r);
	luadata_reserve(L, luadata_sumcost(r));
	store(r, f, &span, &v);
}

static void check_place(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
			struct luadata_span *span)
{
	const char *layout = r->fields->layout->name;

	if ((f->flags & LUADATA_FIELD_OPTIONAL) || luadata_locate(L, r, f, span))
		return;
	luaL_error(L, f->place ? "%s.%s: absent" : "%s.%s: outside the data", layout, f->name);
}

/*
 * luadata_setfield() - write a field
 * @idx: absolute stack index of a live ref with a layout
 * @value: absolute stack index of the value
 */
void luadata_setfield(lua_State *L, int idx, const struct luadata_field *f, int value)
{
	struct luadata_ref *r = lua_touserdata(L, idx);
	struct luadata_span span = { 0, 0 };

	check_place(L, r, f, &span);
	luadata_setat(L, r->fields->layout->name, r, f, span, value);
}

static const struct luadata_field *check_key(lua_State *L, const struct luadata_fields *fields,
					     int idx)
{
	const struct luadata_entry *entry = NULL;

	if (lua_type(L, idx) == LUA_TSTRING)
		entry = luadata_findentry(fields, lua_tostring(L, idx));
	if (!entry)
		luadata_nofield(L, fields->layout, luaL_tolstring(L, idx, NULL), NULL);
	return entry->field;
}

/* Fields set together that need no memory for their values. */
#define FEW 8

/* Whether it is the checksum, which is taken as it is: after what would change it. */
static bool is_sum(const struct luadata_layout *layout, const struct luadata_field *f)
{
	return !f->place && layout->checksum && layout->checksum->offset == f->offset;
}

/* A field that is set together with others, and the value that it gets. */
struct set {
	const struct luadata_field *field;
	struct luadata_span span;
	struct value value;
};

/* Stores what is a checksum, or what is none; nothing raises. */
static void store_all(struct luadata_ref *r, const struct set *sets, size_t n, bool sum)
{
	for (; n > 0; n--, sets++) { /* charged: luadata_setmany() */
		struct luadata_field copy;

		if (is_sum(r->fields->layout, sets->field) == sum)
			store(r, luadata_asplaced(sets->field, sets->span.length, &copy),
			      &sets->span, &sets->value);
	}
}

/*
 * layout.set(v, {name = value, ...}); index 1 is known to be a live ref with this layout
 *
 * From the check on nothing allocates, so that no finalizer changes the table, which keeps the
 * strings. All is charged and reachable before the first store: what is set is set whole.
 */
int luadata_setmany(lua_State *L)
{
	struct luadata_ref *r = lua_touserdata(L, 1);
	const char *layout = r->fields->layout->name;
	struct set few[FEW], *sets = few, *set;
	size_t end = 0, sums = 0, n = 0;

	luaL_checktype(L, 2, LUA_TTABLE);
	lua_settop(L, 2);
	/* One more than there are: it has a wrong name, which is found below. */
	lua_pushnil(L);
	for (; n <= r->fields->layout->nfields && lua_next(L, 2); n++) { /* charged: lua_next() */
		luadata_charge(L, 1);
		lua_pop(L, 1);
	}
	lua_settop(L, 2);
	if (n > FEW) {
		sets = lua_newuserdatauv(L, n * sizeof(*sets), 0);
		luadata_live(L, r);
	}
	lua_pushnil(L);
	for (set = sets; lua_next(L, 2); set++) { /* charged: each field */
		const struct luadata_field *f = check_key(L, r->fields, -2);
		struct luadata_field copy;

		if (set == sets + n)
			luaL_error(L, "the table changes while its fields are set");
		set->field = f;
		set->span = (struct luadata_span){ 0, 0 };
		check_place(L, r, f, &set->span);
		luadata_charge(L, 12 + set->span.length / 8 + luadata_storecost(r->handle));
		f = luadata_asplaced(f, set->span.length, &copy);
		check_value(L, layout, f, set->span.length, lua_gettop(L), &set->value);
		check_allowed(L, layout, r, f, &set->span);
		if (end_of(r, f, &set->span) > end)
			end = end_of(r, f, &set->span);
		sums += luadata_sumcost(r);
		lua_pop(L, 1);
	}
	n = (size_t)(set - sets);
	if (end == 0)
		return 0;
	luadata_writable(L, r->handle, end);
	luadata_live(L, r);
	luadata_reserve(L, sums);
	store_all(r, sets, n, false);
	store_all(r, sets, n, true);
	return 0;
}
