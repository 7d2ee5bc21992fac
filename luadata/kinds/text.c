// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Strings: text that ends at a NUL or at its size, and strings of exactly so many bytes. */
#include "kinds/kinds.h"

static const char *fault_of(const struct luadata_field *f)
{
	return f->text && (f->flags & LUADATA_FIELD_WRITE) ? "text of C is not for writing" : NULL;
}

/* The text of a field that only C can read, or NULL when absent; good until Lua allocates. */
static const unsigned char *text_of(lua_State *L, const struct luadata_ref *r,
				    const struct luadata_field *f, size_t *length)
{
	const unsigned char *base = luadata_reach(L, r->handle, r->offset + r->fixed);

	*length = 0;
	return (const unsigned char *)f->text(base + r->offset, length);
}

static void push_bytes(lua_State *L, const unsigned char *p, size_t length)
{
	luadata_charge(L, length / 16);
	lua_pushlstring(L, length ? (const char *)p : "", length);
}

void luadata_pushraw(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	const unsigned char *p;

	luadata_charge(L, span.length / 16);
	p = luadata_reach(L, r->handle, span.offset + span.length) + span.offset;
	if (span.length > 0 && luadata_addressbytes(f) == span.length)
		luadata_pushaddress(L, p, span.length);
	else
		push_bytes(L, p, span.length);
}

static void push_string(lua_State *L, int idx, const struct luadata_field *f,
			struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	const unsigned char *p;
	size_t length;

	if (f->text) {
		p = text_of(L, r, f, &length);
		if (!p) {
			lua_pushnil(L);
			return;
		}
	} else {
		luadata_charge(L, span.length / 16);
		p = luadata_reach(L, r->handle, span.offset + span.length) + span.offset;
		length = luadata_findend(L, p, span.length);
	}
	push_bytes(L, p, length);
}

/* Adds bytes as they stand between quotes. */
static void add_escaped(luaL_Buffer *b, const unsigned char *p, size_t n)
{
	char hex[2];
	size_t i;

	for (i = 0; i < n; i++) { /* bounded: 16 bytes */
		if (p[i] >= ' ' && p[i] < 0x7f && p[i] != '"' && p[i] != '\\') {
			luaL_addchar(b, (char)p[i]);
			continue;
		}
		luaL_addstring(b, "\\x");
		luadata_hex(hex, p[i], 2);
		luaL_addlstring(b, hex, 2);
	}
}

/*
 * Adds bytes as quoted text. They are copied in pieces, because the buffer may allocate between
 * two of them.
 */
static void add_quoted(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		       struct luadata_span span)
{
	luaL_addchar(b, '"');
	while (span.length > 0) { /* charged: by the caller */
		unsigned char piece[16];
		size_t n = min(span.length, sizeof(piece));

		luadata_live(L, r);
		memcpy(piece, luadata_reach(L, r->handle, span.offset + n) + span.offset, n);
		add_escaped(b, piece, n);
		span.offset += n;
		span.length -= n;
	}
	luaL_addchar(b, '"');
}

static void add_raw(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		    const struct luadata_field *f, struct luadata_span span, int depth)
{
	const unsigned char *p =
		luadata_reach(L, r->handle, span.offset + span.length) + span.offset;
	unsigned char address[16];

	(void)depth;
	if (span.length > 0 && luadata_addressbytes(f) == span.length) {
		memcpy(address, p, span.length);
		luadata_addaddress(b, address, span.length);
		return;
	}
	luadata_charge(L, span.length / 16);
	if (f->type == LUADATA_TYPE_STRING)
		span.length = luadata_findend(L, p, span.length);
	luadata_charge(L, span.length);
	add_quoted(L, b, r, span);
}

/* Adds the text of a field that only C can read, in pieces that it is asked for anew. */
static void add_text(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_field *f)
{
	size_t done = 0;
	size_t length;
	const unsigned char *p = text_of(L, r, f, &length);

	if (!p) {
		luaL_addstring(b, "nil");
		return;
	}
	luaL_addchar(b, '"');
	for (;;) { /* charged: each piece */
		unsigned char piece[16];
		size_t n;

		luadata_live(L, r);
		p = text_of(L, r, f, &length);
		if (!p || done >= length)
			break;
		n = min(length - done, sizeof(piece));
		memcpy(piece, p + done, n);
		luadata_charge(L, n);
		add_escaped(b, piece, n);
		done += n;
	}
	luaL_addchar(b, '"');
}

static void add_string(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		       const struct luadata_field *f, struct luadata_span span, int depth)
{
	if (f->text)
		add_text(L, b, r, f);
	else
		add_raw(L, b, r, f, span, depth);
}

static void check(lua_State *L, const char *layout, const struct luadata_field *f, size_t room,
		  int idx, struct luadata_value *v)
{
	if (lua_type(L, idx) != LUA_TSTRING)
		luadata_expected(L, layout, f, "a string", idx);
	v->bytes = (const unsigned char *)lua_tolstring(L, idx, &v->length);
	/* What other fields say the length of has no room to be filled. */
	if (f->type == LUADATA_TYPE_RAW && f->place && v->length != room)
		luaL_error(L, "%s.%s: expected %I bytes, got %I", layout, f->name,
			   (lua_Integer)room, (lua_Integer)v->length);
	if (v->length > room)
		luaL_error(L, "%s.%s: %I bytes do not fit (at most %I)", layout, f->name,
			   (lua_Integer)v->length, (lua_Integer)room);
	if (f->type == LUADATA_TYPE_STRING && luadata_findend(L, v->bytes, v->length) != v->length)
		luaL_error(L, "%s.%s: a NUL would end the text early", layout, f->name);
}

/* The rest of the field is filled with NULs, unless it is written in part. */
static void store(const struct luadata_ref *r, const struct luadata_field *f,
		  const struct luadata_span *span, const struct luadata_value *v)
{
	luadata_storebytes(r, span->offset, v->bytes, v->length);
	if (!(f->flags & LUADATA_FIELD_PARTIAL))
		luadata_storezeros(r, span->offset + v->length, span->length - v->length);
}

const struct luadata_kind luadata_string_kind = {
	.fault = fault_of,
	.push = push_string,
	.add = add_string,
	.check = check,
	.store = store,
};

const struct luadata_kind luadata_raw_kind = {
	.push = luadata_pushraw,
	.add = add_raw,
	.check = check,
	.store = store,
};
