// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Views, arrays, lists and addresses as text. */
#include "luadata_face.h"

#define DEPTH_MAX 4     /* views in views that tostring() follows */
#define ELEMENTS_MAX 16 /* elements of an array that it shows */

static void add_view(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_layout *layout, int depth);

static void add_address(luaL_Buffer *b, const unsigned char *p, size_t size)
{
	char text[LUADATA_TEXT_MAX];

	if (size == 4)
		luaL_addlstring(b, text, luadata_ipv4text(text, p));
	else if (size == 6)
		luaL_addlstring(b, text, luadata_mactext(text, p));
	else
		luaL_addlstring(b, text, luadata_ipv6text(text, p));
}

static unsigned int address_size(const struct luadata_field *f)
{
	switch (f->display) {
	case LUADATA_DISPLAY_IPV4:
		return 4;
	case LUADATA_DISPLAY_MAC:
		return 6;
	case LUADATA_DISPLAY_IPV6:
		return 16;
	default:
		return f->type == LUADATA_TYPE_ADDRESS ? f->size : 0;
	}
}

static void add_integer(luaL_Buffer *b, const struct luadata_field *f, int64_t value)
{
	const struct luadata_constant *c =
		f->constants ? luadata_constantbyvalue(f->constants, value) : NULL;
	bool negative = f->type == LUADATA_TYPE_INT && value < 0;
	unsigned int size = address_size(f);
	char text[LUADATA_TEXT_MAX];
	unsigned char address[8];

	if (f->type == LUADATA_TYPE_BOOL) {
		luaL_addstring(b, value ? "true" : "false");
	} else if (f->flags & LUADATA_FIELD_FLAGS) {
		luadata_addflags(b, f, (uint64_t)value);
	} else if (c) {
		luaL_addstring(b, c->name);
	} else if (size == 4 || size == 6) {
		luadata_store(address, size, false, (uint64_t)value);
		add_address(b, address, size);
	} else if (f->display == LUADATA_DISPLAY_HEX) {
		luaL_addstring(b, "0x");
		luaL_addlstring(b, text,
				luadata_hex(text, (uint64_t)value & luadata_mask(f->bits),
					    (f->bits + 3) / 4));
	} else {
		luaL_addlstring(b, text,
				luadata_decimal(text,
						negative ? 0 - (uint64_t)value : (uint64_t)value,
						negative));
	}
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

static void add_string(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		       const struct luadata_field *f, struct luadata_span span)
{
	const unsigned char *p =
		luadata_reach(L, r->handle, span.offset + span.length) + span.offset;
	unsigned char address[16];

	if (address_size(f) == span.length) {
		memcpy(address, p, span.length);
		add_address(b, address, span.length);
		return;
	}
	luadata_charge(L, span.length / 16);
	if (f->type == LUADATA_TYPE_STRING)
		span.length = luadata_findend(L, p, span.length);
	luadata_charge(L, span.length);
	add_quoted(L, b, r, span);
}

static void add_subview(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_layout *layout, struct luadata_span span, int depth)
{
	struct luadata_ref part = *r;

	if (span.length < layout->size) {
		luaL_addstring(b, "nil");
		return;
	}
	luadata_live(L, r); /* what was added may have called a finalizer */
	luadata_reach(L, r->handle, span.offset + layout->size);
	part.fields = luadata_layoutof(L, r, layout);
	part.offset = span.offset;
	part.length = span.length;
	part.fixed = layout->size;
	add_view(L, b, &part, layout, depth);
}

static void add_array(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		      const struct luadata_field *f, struct luadata_span span, int depth)
{
	size_t size = f->element->size;
	size_t count = span.length / size;
	size_t i;

	if (f->count && count > f->count)
		count = f->count;
	luaL_addchar(b, '[');
	for (i = 0; i < count; i++) { /* bounded: ELEMENTS_MAX */
		struct luadata_span element = { span.offset + i * size, size };

		if (i > 0)
			luaL_addstring(b, ", ");
		if (i == ELEMENTS_MAX) {
			luaL_addstring(b, "...");
			break;
		}
		luadata_addvalue(L, b, r, f->element, element, depth);
	}
	luaL_addchar(b, ']');
}

static void add_list(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_list *list, struct luadata_span span, int depth)
{
	size_t end = span.offset + span.length;
	uint32_t i;

	luaL_addchar(b, '[');
	for (i = 0; i < list->max; i++, span.offset += span.length) { /* bounded: ELEMENTS_MAX */
		luadata_live(L, r);
		span.length = luadata_measure(L, r, list, span.offset, end);
		if (span.length == 0)
			break;
		if (i > 0)
			luaL_addstring(b, ", ");
		if (i == ELEMENTS_MAX) {
			luaL_addstring(b, "...");
			break;
		}
		add_subview(L, b, r, list->layout, span, depth);
	}
	luaL_addchar(b, ']');
}

/* Adds the text of a field that only C can read, in pieces that it is asked for anew. */
static void add_text(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_field *f)
{
	size_t done = 0;
	size_t length;
	const unsigned char *p = luadata_textof(L, r, f, &length);

	if (!p) {
		luaL_addstring(b, "nil");
		return;
	}
	luaL_addchar(b, '"');
	for (;;) { /* charged: each piece */
		unsigned char piece[16];
		size_t n;

		luadata_live(L, r);
		p = luadata_textof(L, r, f, &length);
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

/*
 * luadata_addvalue() - add a field's value to a text
 * @r: the ref it is read through
 * @span: where it lies in the handle
 * @depth: how many views it is in
 *
 * recursion: DEPTH_MAX views, in add_view()
 */
void luadata_addvalue(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		      const struct luadata_field *f, struct luadata_span span, int depth)
{
	char text[LUADATA_TEXT_MAX];
	struct luadata_field copy;

	luadata_charge(L, 8);
	luadata_live(L, r);
	f = luadata_asplaced(f, span.length, &copy);
	if (luadata_isinteger(f) && f->get) {
		add_integer(b, f,
			    f->get(luadata_reach(L, r->handle, r->offset + r->fixed) + r->offset));
	} else if (luadata_isinteger(f)) {
		add_integer(b, f,
			    luadata_loadfield(f,
					      luadata_reach(L, r->handle, span.offset + f->size) +
						      span.offset));
	} else if (f->type == LUADATA_TYPE_VIEW) {
		add_subview(L, b, r, f->layout, span, depth);
	} else if (f->type == LUADATA_TYPE_ARRAY) {
		add_array(L, b, r, f, span, depth);
	} else if (f->type == LUADATA_TYPE_LIST) {
		add_list(L, b, r, f->list, span, depth);
	} else if (f->type == LUADATA_TYPE_NAME) {
		luadata_addname(L, b, r, span);
	} else if (f->text) {
		add_text(L, b, r, f);
	} else if (f->type == LUADATA_TYPE_BYTES) {
		luaL_addchar(b, '<');
		luaL_addlstring(b, text, luadata_decimal(text, span.length, false));
		luaL_addstring(b, " bytes>");
	} else {
		add_string(L, b, r, f, span);
	}
}

static void add_view(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_layout *layout, int depth)
{
	const char *separator = "";
	struct luadata_span span;
	size_t i;

	luaL_addstring(b, layout->name);
	if (depth == DEPTH_MAX) {
		luaL_addstring(b, "{...}");
		return;
	}
	luaL_addchar(b, '{');
	for (i = 0; i < layout->nfields; i++) { /* charged: each field */
		const struct luadata_field *f = &layout->fields[i];

		luadata_charge(L, 1);
		luadata_live(L, r);
		if (!luadata_ishere(L, r, f, &span))
			continue;
		luaL_addstring(b, separator);
		luaL_addstring(b, f->name);
		luaL_addchar(b, '=');
		luadata_addvalue(L, b, r, f, span, depth + 1);
		separator = ", ";
	}
	luaL_addchar(b, '}');
}

/* tostring(v) */
int luadata_viewtostring(lua_State *L)
{
	const struct luadata_ref r = *luadata_checkref(L, 1); /* not what is lent in the middle */
	luaL_Buffer b;

	luadata_keeplayout(L, 1);
	luaL_buffinit(L, &b);
	add_view(L, &b, &r, r.fields->layout, 0);
	luaL_pushresult(&b);
	return 1;
}

/* tostring(v.array) */
int luadata_arraytostring(lua_State *L)
{
	const struct luadata_array *a = lua_touserdata(L, 1);
	struct luadata_span span;
	luaL_Buffer b;

	luaL_argcheck(L, luadata_kindof(L, 1) == LUADATA_KIND_ARRAY, 1, "array expected");
	luadata_live(L, &a->ref);
	span.offset = a->ref.offset;
	span.length = a->ref.length;
	luaL_buffinit(L, &b);
	add_array(L, &b, &a->ref, a->field, span, 0);
	luaL_pushresult(&b);
	return 1;
}

/* tostring(v.list) */
int luadata_listtostring(lua_State *L)
{
	const struct luadata_records *list = lua_touserdata(L, 1);
	struct luadata_span span;
	luaL_Buffer b;

	luaL_argcheck(L, luadata_kindof(L, 1) == LUADATA_KIND_LIST, 1, "list expected");
	luadata_live(L, &list->ref);
	span.offset = list->ref.offset;
	span.length = list->ref.length;
	luaL_buffinit(L, &b);
	add_list(L, &b, &list->ref, list->field->list, span, 0);
	luaL_pushresult(&b);
	return 1;
}

static int text_of_value(lua_State *L)
{
	static const char *const names[] = { "ipv4", "mac", "ipv6", NULL };
	static const unsigned char sizes[] = { 4, 6, 16 };
	unsigned char address[16];
	unsigned int size;
	luaL_Buffer b;

	if (lua_type(L, 2) == LUA_TSTRING)
		luadata_charge(L, lua_rawlen(L, 2) / 8); /* an error shows all of it */
	size = sizes[luaL_checkoption(L, 2, NULL, names)];
	if (size == 16) {
		size_t length;
		const char *s = luaL_checklstring(L, 1, &length);

		luaL_argcheck(L, length == 16, 1, "an IPv6 address has 16 bytes");
		memcpy(address, s, 16);
	} else {
		lua_Integer value = luaL_checkinteger(L, 1);

		luaL_argcheck(L, ((uint64_t)value & ~luadata_mask(size * 8)) == 0, 1,
			      "out of range");
		luadata_store(address, size, false, (uint64_t)value);
	}
	luaL_buffinit(L, &b);
	add_address(&b, address, size);
	luaL_pushresult(&b);
	return 1;
}

/*
 * luadata.text(v, name): the field as tostring(v) prints it; luadata.text(value, "ipv4" | "ipv6"
 * | "mac")
 */
int luadata_text(lua_State *L)
{
	const struct luadata_entry *entry;
	struct luadata_ref r; /* a copy: not what is lent in the middle */
	struct luadata_span span;
	luaL_Buffer b;

	if (!luadata_testref(L, 1))
		return text_of_value(L);
	r = *luadata_checkref(L, 1);
	if (!r.fields)
		luaL_argerror(L, 1, "a view expected, got a block");
	entry = luadata_findentry(r.fields, luaL_checkstring(L, 2));
	if (!entry)
		return luadata_nofield(L, r.fields->layout, lua_tostring(L, 2), NULL);
	if (!luadata_ishere(L, &r, entry->field, &span))
		return lua_pushnil(L), 1;
	luadata_keeplayout(L, 1);
	luaL_buffinit(L, &b);
	luadata_addvalue(L, &b, &r, entry->field, span, 0);
	luaL_pushresult(&b);
	return 1;
}

/* luadata.addr(text): the value that a field with this address reads as */
int luadata_addr(lua_State *L)
{
	unsigned char address[16];
	size_t length;
	const char *text = luaL_checklstring(L, 1, &length);

	if (luadata_ipv4parse(text, length, address))
		lua_pushinteger(L, (lua_Integer)luadata_load(address, 4, false));
	else if (luadata_macparse(text, length, address))
		lua_pushinteger(L, (lua_Integer)luadata_load(address, 6, false));
	else if (luadata_ipv6parse(text, length, address))
		lua_pushlstring(L, (const char *)address, 16);
	else
		return luaL_error(L, "not an address: '%s'", luadata_shown(L, text));
	return 1;
}
