// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Blocks as scripts see them. */
#include "luadata_face.h"
#include "luadata_hook.h"

static inline struct luadata_ref *test_ref(lua_State *L, int idx)
{
#ifdef LUA_FIELDHOOK
	lua_Hooked o = lua_tohooked(L, idx);

	return luadata_isrefhook(o.hook) ? o.memory : NULL;
#else
	return luadata_isref(luadata_classof(L, idx)) ? lua_touserdata(L, idx) : NULL;
#endif
}

struct luadata_ref *luadata_testref(lua_State *L, int idx)
{
	return test_ref(L, idx);
}

LUADATA_EXPORT(luadata_testref);

static noinline void no_ref(lua_State *L, int idx)
{
	const char *hint = lua_type(L, idx) == LUA_TSTRING ? ": data.new(s) makes a block" : "";

	luaL_argerror(L, idx, lua_pushfstring(L, "data expected, got %s%s", luaL_typename(L, idx),
					      hint));
}

static inline struct luadata_ref *check_ref(lua_State *L, int idx)
{
	struct luadata_ref *r = test_ref(L, idx);

	if (!r)
		no_ref(L, idx);
	luadata_live(L, r);
	return r;
}

struct luadata_ref *luadata_checkref(lua_State *L, int idx)
{
	return check_ref(L, idx);
}

LUADATA_EXPORT(luadata_checkref);

/*
 * luadata_checkbytes() - like luadata_checkref(), and raise for a C object, whose bytes are not
 * for scripts
 */
struct luadata_ref *luadata_checkbytes(lua_State *L, int idx)
{
	struct luadata_ref *r = check_ref(L, idx);

	if (r->flags & LUADATA_REF_CLOSED)
		luaL_argerror(L, idx, "a kernel object has fields, not bytes");
	return r;
}

/* luadata_findend() - luadata_textlength(), charged in parts, before each is gone over */
size_t luadata_findend(lua_State *L, const unsigned char *p, size_t size)
{
	size_t n = 0, piece;

	while (n < size) { /* charged: in parts */
		piece = min_t(size_t, size - n, 1024);
		luadata_charge(L, piece / 16);
		piece = luadata_textlength(p + n, piece);
		n += piece;
		if (piece < 1024)
			break;
	}
	return n;
}

/* A block that owns its bytes. */
struct owned {
	struct luadata_ref ref;
	struct luadata_handle handle;
	unsigned char bytes[];
};

/* Pushes one, all zero. */
static unsigned char *new_owned(lua_State *L, size_t n)
{
	struct owned *o;

	luadata_charge(L, n / 16);
	o = lua_newuserdatauv(L, sizeof(*o) + n, 2);
	memset(o, 0, sizeof(*o) + n);
	o->handle.base = o->bytes;
	o->handle.length = n;
	o->handle.linear = n;
	o->handle.lease = 1;
	o->handle.flags = LUADATA_HANDLE_WRITABLE | LUADATA_HANDLE_OWNED | LUADATA_HANDLE_DIRECT;
	o->ref.handle = &o->handle;
	o->ref.lease = 1;
	luadata_range(&o->ref, 0, n);
	luadata_setclass(L, LUADATA_CLASS_BLOCK);
	return o->bytes;
}

static void new_from_table(lua_State *L)
{
	size_t n = lua_rawlen(L, 1);
	unsigned char *bytes;
	size_t i;

	luaL_argcheck(L, n <= LUADATA_SUBJECT_MAX, 1, "too large");
	bytes = new_owned(L, n);
	luadata_charge(L, n);
	for (i = 0; i < n; i++) { /* charged: before */
		lua_Integer byte;

		lua_rawgeti(L, 1, (lua_Integer)i + 1);
		byte = lua_tointeger(L, -1);
		if (!lua_isinteger(L, -1) || byte < 0 || byte > 255)
			luaL_error(L, "data.new: element %I is not a byte (0 to 255)",
				   (lua_Integer)i + 1);
		bytes[i] = (unsigned char)byte;
		lua_pop(L, 1);
	}
}

/* data.new(n | string | table | block) */
int luadata_new(lua_State *L)
{
	unsigned char *bytes;
	lua_Integer n;
	const char *s;
	size_t length;

	switch (lua_type(L, 1)) {
	case LUA_TSTRING:
		s = lua_tolstring(L, 1, &length);
		luaL_argcheck(L, length <= LUADATA_SUBJECT_MAX, 1, "too large");
		bytes = new_owned(L, length);
		memcpy(bytes, s, length);
		return 1;
	case LUA_TTABLE:
		new_from_table(L);
		return 1;
	case LUA_TNUMBER:
		n = luaL_checkinteger(L, 1);
		luaL_argcheck(L, n >= 0 && n <= (lua_Integer)LUADATA_SUBJECT_MAX, 1,
			      "size out of range");
		new_owned(L, (size_t)n);
		return 1;
	default:
		return luaL_argerror(L, 1,
				     lua_pushfstring(L, "size, string or table expected, got %s",
						     luaL_typename(L, 1)));
	}
}

/* d:segment(offset [, length]): what there is of the range; nil when it begins beyond the end */
int luadata_segment(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkbytes(L, 1);
	lua_Integer offset = luaL_optinteger(L, 2, 0);
	lua_Integer length = luaL_optinteger(L, 3, -1);
	size_t start = r->offset;
	struct luadata_span span;
	struct luadata_ref *part;

	luaL_argcheck(L, length >= 0 || lua_isnoneornil(L, 3), 3, "negative length");
	if (!luadata_cut(r->length, offset, length, &span))
		return lua_pushnil(L), 1;
	part = luadata_newpart(L, 1, r, LUADATA_CLASS_BLOCK, sizeof(*part));
	luadata_range(part, start + span.offset, span.length);
	return 1;
}

/* d:byte([i [, j]]), as string.byte */
int luadata_byte(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkbytes(L, 1);
	lua_Integer first = luaL_optinteger(L, 2, 1);
	lua_Integer last = luaL_optinteger(L, 3, first);
	const unsigned char *bytes;
	struct luadata_span span;
	size_t i;

	luadata_positions(r->length, first, last, &span);
	luaL_argcheck(L, span.length < 1000000, 3, "too many results");
	luadata_charge(L, span.length);
	luaL_checkstack(L, (int)span.length, "too many results");
	bytes = luadata_bytes(L, r, &span);
	for (i = 0; i < span.length; i++) /* charged: before */
		lua_pushinteger(L, bytes[i]);
	return (int)span.length;
}

/*
 * luadata.checksum(d [, initial]): the Internet checksum of the bytes (RFC 1071), as the integer
 * that a header's field holds; initial is a sum of 16-bit words to begin with
 */
int luadata_checksum(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkbytes(L, 1);
	lua_Integer initial = luaL_optinteger(L, 2, 0);
	struct luadata_span all = { 0, r->length };
	uint16_t sum;

	luaL_argcheck(L, initial >= 0, 2, "a sum is not negative");
	luadata_charge(L, r->length / 8);
	sum = luadata_sum(luadata_bytes(L, r, &all), r->length);
	lua_pushinteger(L, (uint16_t)~luadata_fold((uint64_t)luadata_fold(initial) + sum));
	return 1;
}

/* __index of blocks: a field of the layout, else a method */
int luadata_blockindex(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);
	const struct luadata_entry *entry = NULL;

	if (r->fields && lua_type(L, 2) == LUA_TSTRING)
		entry = luadata_findentry(r->fields, lua_tostring(L, 2));
	if (entry) {
		luadata_getfield(L, 1, entry->field);
		return 1;
	}
	lua_settop(L, 2);
	lua_rawget(L, lua_upvalueindex(1));
	return 1;
}

/* __newindex of blocks: fields only */
int luadata_blocknewindex(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);
	const struct luadata_entry *entry = NULL;

	if (r->fields && lua_type(L, 2) == LUA_TSTRING)
		entry = luadata_findentry(r->fields, lua_tostring(L, 2));
	if (!entry)
		return luaL_error(L, "data has no field '%s'",
				  luadata_shown(L, luaL_tolstring(L, 2, NULL)));
	luadata_setfield(L, 1, entry->field, 3);
	return 0;
}

/* #d: bytes of a block, or of a view's layout */
int luadata_length(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkref(L, 1);
	bool view = luadata_classof(L, 1) != LUADATA_CLASS_BLOCK;

	lua_pushinteger(L, (lua_Integer)(view ? r->fields->layout->size : r->length));
	return 1;
}

/* tostring(d): a copy of the bytes */
int luadata_tostring(lua_State *L)
{
	luadata_pushcontents(L, 1);
	return 1;
}

/* luadata_pushcontents() - push the bytes of the block at a stack index as a string */
void luadata_pushcontents(lua_State *L, int idx)
{
	const struct luadata_ref *r = luadata_checkbytes(L, idx);
	struct luadata_span all = { 0, r->length };

	luadata_charge(L, r->length / 16);
	lua_pushlstring(L, (const char *)luadata_bytes(L, r, &all), r->length);
}
