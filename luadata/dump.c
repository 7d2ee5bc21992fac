// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Blocks and views for the eye: offset, hex, value. */
#include "luadata_face.h"

#define BYTES_MAX 8 /* of a field; longer ones are cut */

static void add_number(luaL_Buffer *b, uint64_t value, size_t width)
{
	char text[LUADATA_TEXT_MAX];
	size_t n = luadata_decimal(text, value, false);

	for (; width > n; width--) /* bounded: 5 columns */
		luaL_addchar(b, ' ');
	luaL_addlstring(b, text, n);
}

/* Adds bytes in hex, filled with blanks to the width of `columns` bytes. */
static void add_hex(luaL_Buffer *b, const unsigned char *bytes, size_t n, size_t columns)
{
	char hex[3] = { 0, 0, ' ' };
	size_t i;

	for (i = 0; i < columns; i++) { /* bounded: 16 columns */
		if (i < n)
			luadata_hex(hex, bytes[i], 2);
		luaL_addlstring(b, i < n ? hex : "   ", 3);
	}
}

/* Bytes of a field that are shown: none of what C computes, or of objects in C objects. */
static size_t shown(const struct luadata_ref *r, const struct luadata_field *f, size_t length)
{
	const struct luadata_field *part = f->type == LUADATA_TYPE_ARRAY ? f->element : f;

	if (f->get || (luadata_isinteger(f) && !f->size) ||
	    (part->type == LUADATA_TYPE_VIEW && (r->flags & LUADATA_REF_CLOSED)))
		return 0;
	return min_t(size_t, length, BYTES_MAX);
}

static void add_field(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		      const struct luadata_field *f)
{
	unsigned char bytes[BYTES_MAX] = { 0 };
	struct luadata_span span;
	size_t n;

	luadata_charge(L, 1);
	luadata_live(L, r);
	if (!luadata_ishere(L, r, f, &span))
		return;
	n = shown(r, f, span.length);
	if (n > 0)
		memcpy(bytes, luadata_reach(L, r->handle, span.offset + n) + span.offset, n);
	add_number(b, span.offset - r->offset, 5);
	luaL_addstring(b, "  ");
	add_hex(b, bytes, n, BYTES_MAX);
	luaL_addstring(b, span.length > n && n > 0 ? "... " : "    ");
	luaL_addstring(b, f->name);
	luaL_addstring(b, " = ");
	luadata_addvalue(L, b, r, f, span, 1);
	if (f->unit) {
		luaL_addchar(b, ' ');
		luaL_addstring(b, f->unit);
	}
	luaL_addchar(b, '\n');
}

static int dump_fields(lua_State *L, const struct luadata_ref *r)
{
	const struct luadata_layout *layout = r->fields->layout;
	luaL_Buffer b;
	size_t i;

	luadata_keeplayout(L, 1);
	luaL_buffinit(L, &b);
	luaL_addstring(&b, layout->name);
	luaL_addstring(&b, ", ");
	add_number(&b, layout->size, 0);
	luaL_addstring(&b, " bytes\n");
	for (i = 0; i < layout->nfields; i++) /* charged: add_field() */
		add_field(L, &b, r, &layout->fields[i]);
	luaL_pushresult(&b);
	return 1;
}

static int dump_bytes(lua_State *L, const struct luadata_ref *r)
{
	luaL_Buffer b;
	size_t at = 0;

	luaL_buffinit(L, &b);
	while (at < r->length) { /* charged: each line */
		unsigned char line[16];
		struct luadata_span span = { at, min(r->length - at, sizeof(line)) };
		size_t i;

		luadata_charge(L, 64);
		luadata_live(L, r);
		memcpy(line, luadata_bytes(L, r, &span), span.length);
		add_number(&b, at, 5);
		luaL_addstring(&b, "  ");
		add_hex(&b, line, span.length, sizeof(line));
		luaL_addchar(&b, ' ');
		for (i = 0; i < span.length; i++) /* bounded: 16 bytes */
			luaL_addchar(&b, line[i] >= ' ' && line[i] < 0x7f ? (char)line[i] : '.');
		luaL_addchar(&b, '\n');
		at += span.length;
	}
	luaL_pushresult(&b);
	return 1;
}

/*
 * d:dump(), layout.dump(v), luadata.dump(either): a text, one line for each field or for 16 bytes
 */
int luadata_dump(lua_State *L)
{
	const struct luadata_ref r = *luadata_checkref(L, 1); /* not what is lent in the middle */

	lua_settop(L, 1);
	if (r.fields)
		return dump_fields(L, &r);
	luadata_checkbytes(L, 1);
	return dump_bytes(L, &r);
}
