// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* UUIDs (RFC 9562): 16 bytes that are text to scripts, both ways. */
#include "kinds/kinds.h"

#define BYTES 16
#define TEXT 36 /* characters */

static const char *fault_of(const struct luadata_field *f)
{
	return f->size == BYTES ? NULL : "a UUID has 16 bytes";
}

/* Whether a hyphen stands before a byte: 8-4-4-4-12 digits. */
static bool hyphen_before(unsigned int byte)
{
	return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

static void print(char *out, const unsigned char *p)
{
	unsigned int i;

	for (i = 0; i < BYTES; i++) {
		if (hyphen_before(i))
			*out++ = '-';
		out += luadata_hex(out, p[i], 2);
	}
}

/* The value of a digit of either case, or -1. */
static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool parse(const char *text, size_t length, unsigned char *p)
{
	unsigned int i;

	if (length != TEXT)
		return false;
	for (i = 0; i < BYTES; i++) {
		int high, low;

		if (hyphen_before(i) && *text++ != '-')
			return false;
		high = digit(*text++);
		low = digit(*text++);
		if (high < 0 || low < 0)
			return false;
		p[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

/* Copies the bytes, which may move before they are used. */
static void fetch(lua_State *L, const struct luadata_ref *r, struct luadata_span span, char *text)
{
	unsigned char *base = luadata_reach(L, r->handle, span.offset + BYTES);

	print(text, base + span.offset);
}

static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	char text[TEXT];

	(void)f;
	fetch(L, lua_touserdata(L, idx), span, text);
	lua_pushlstring(L, text, TEXT);
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	char text[TEXT];

	(void)f;
	(void)depth;
	fetch(L, r, span, text);
	luaL_addlstring(b, text, TEXT);
}

static void check(lua_State *L, const char *layout, const struct luadata_field *f, size_t room,
		  int idx, struct luadata_value *v)
{
	size_t length;
	const char *text;

	(void)room;
	if (lua_type(L, idx) != LUA_TSTRING)
		luadata_expected(L, layout, f, "a UUID", idx);
	text = lua_tolstring(L, idx, &length);
	if (!parse(text, length, v->own))
		luaL_error(L, "%s.%s: expected 8-4-4-4-12 hexadecimal digits, got '%s'", layout,
			   f->name, luadata_shown(L, text));
}

static void store(const struct luadata_ref *r, const struct luadata_field *f,
		  const struct luadata_span *span, const struct luadata_value *v)
{
	(void)f;
	luadata_storebytes(r, span->offset, v->own, BYTES);
}

const struct luadata_kind luadata_uuid_kind = {
	.fault = fault_of,
	.push = push,
	.add = add,
	.check = check,
	.store = store,
	.whole = true,
};
