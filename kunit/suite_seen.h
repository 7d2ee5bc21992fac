/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What is to be seen in a sample message. */
#ifndef KLUA_SUITE_SEEN_H
#define KLUA_SUITE_SEEN_H

#include "suite_bits.h"
#include "suite_memory.h"

enum suite_seen_kind {
	SUITE_SEEN_ABSENT,
	SUITE_SEEN_UINT,
	SUITE_SEEN_INT,
	SUITE_SEEN_BOOL,
	SUITE_SEEN_PRESENT, /* no integer: only that it is there */
	SUITE_SEEN_TEXT,    /* the bytes up to a NUL */
	SUITE_SEEN_EXACT,   /* a string of all the bytes */
	SUITE_SEEN_BLOCK,
	SUITE_SEEN_VIEW,
	SUITE_SEEN_COUNT, /* a list or an array: its length is that of the elements that are seen */
	SUITE_SEEN_NAME,  /* a DNS name */
	SUITE_SEEN_VALUE, /* computed from other fields */
};

/**
 * struct suite_seen - a field of a sample; a list of them ends with no name
 * @name: its key; or keys, and numbers of elements, with dots between them
 * @bit: where it lies in the message
 * @bits: how long it is
 * @kind: what scripts see there
 * @needs: where the message has fewer bytes, it is absent; 0 of all but blocks: where it is not
 *	all there
 * @little: the least significant byte comes first
 * @writable: with any value
 * @value: what is computed
 * @text: the name
 */
struct suite_seen {
	const char *name;
	unsigned int bit;
	unsigned int bits;
	enum suite_seen_kind kind;
	size_t needs;
	bool little;
	bool writable;
	s64 value;
	const char *text;
};

static s64 suite_take(const u8 *bytes, const struct suite_seen *seen)
{
	u64 value = suite_bits(bytes, seen->bit, seen->bits);

	if (seen->little)
		value = suite_swapped(value, seen->bits);
	return suite_extended(value, seen->bits, seen->kind == SUITE_SEEN_INT);
}

static size_t suite_needs(const struct suite_seen *seen)
{
	if (seen->needs || seen->kind == SUITE_SEEN_BLOCK)
		return seen->needs;
	return DIV_ROUND_UP(seen->bit + seen->bits, 8);
}

/* ---- keys of keys ---- */

/* Pushes what has the last of some keys, and that key; false when there is nothing, or an error. */
static bool suite_owner(struct suite_case *t, const char *keys)
{
	const char *dot;
	s64 number;

	lua_pushvalue(t->L, t->view);
	for (;; keys = dot + 1) {
		dot = strchrnul(keys, '.');
		lua_pushlstring(t->L, keys, dot - keys);
		if (!kstrtos64(lua_tostring(t->L, -1), 10, &number)) {
			lua_pop(t->L, 1);
			lua_pushinteger(t->L, number);
		}
		if (!*dot)
			return true;
		if (!suite_get(t, lua_gettop(t->L) - 1) || lua_isnil(t->L, -1))
			return false;
		lua_remove(t->L, -2);
	}
}

/*
 * The value, nil where there is nothing that could have it, or the error's message is left on top.
 */
static bool suite_read_keys(struct suite_case *t, const char *keys)
{
	if (!suite_owner(t, keys))
		return lua_isnil(t->L, -1);
	return suite_get(t, lua_gettop(t->L) - 1);
}

/* Writes the value on top of the stack; the error's message is left instead. */
static bool suite_write_keys(struct suite_case *t, const char *keys)
{
	int value = lua_gettop(t->L);

	if (!suite_owner(t, keys))
		return false;
	lua_pushvalue(t->L, value);
	return suite_set(t, lua_gettop(t->L) - 2);
}

/* ---- what is seen ---- */

/* How many elements of a list are all there, among the fields of a message. */
static s64 suite_elements(const struct suite_seen *list, const struct suite_seen *fields,
			  size_t length)
{
	size_t n = strlen(list->name);
	const struct suite_seen *field;
	s64 number, count = 0;

	for (field = fields; field->name; field++)
		if (!strncmp(field->name, list->name, n) && field->name[n] == '.' &&
		    !kstrtos64(field->name + n + 1, 10, &number))
			count += field->kind != SUITE_SEEN_ABSENT && suite_needs(field) <= length;
	return count;
}

/* Whether a block or a view on top of the stack is what there is of its bytes. */
static bool suite_range_is(struct suite_case *t, const struct suite_memory *m,
			   const struct suite_seen *seen)
{
	const struct luadata_ref *r = luadata_testref(t->L, -1);
	size_t from = seen->bit / 8, end = min_t(size_t, from + seen->bits / 8, m->length), n = 0;
	const char *bytes;
	bool good = r && r->offset == from && r->length == end - from;

	if (!good || seen->kind == SUITE_SEEN_VIEW)
		return good;
	bytes = luaL_tolstring(t->L, -1, &n);
	good = n == end - from && !memcmp(bytes, m->bytes + from, n);
	lua_pop(t->L, 1);
	return good;
}

static bool suite_text_is(struct suite_case *t, const char *bytes, size_t length)
{
	size_t n = 0;
	const char *text = lua_type(t->L, -1) == LUA_TSTRING ? lua_tolstring(t->L, -1, &n) : NULL;

	return text && n == length && !memcmp(text, bytes, n);
}

static bool suite_seen_is(struct suite_case *t, const struct suite_memory *m,
			  const struct suite_seen *seen, const struct suite_seen *fields)
{
	const char *bytes = (const char *)m->bytes + seen->bit / 8;

	switch (seen->kind) {
	case SUITE_SEEN_ABSENT:
		return lua_isnil(t->L, -1);
	case SUITE_SEEN_PRESENT:
		return !lua_isnil(t->L, -1);
	case SUITE_SEEN_BOOL:
		return lua_isboolean(t->L, -1) &&
		       lua_toboolean(t->L, -1) == suite_take(m->bytes, seen);
	case SUITE_SEEN_TEXT:
		return suite_text_is(t, bytes, strnlen(bytes, seen->bits / 8));
	case SUITE_SEEN_EXACT:
		return suite_text_is(t, bytes, seen->bits / 8);
	case SUITE_SEEN_NAME:
		return suite_text_is(t, seen->text, strlen(seen->text));
	case SUITE_SEEN_BLOCK:
	case SUITE_SEEN_VIEW:
		return suite_range_is(t, m, seen);
	case SUITE_SEEN_COUNT:
		return suite_length_of(t) == suite_elements(seen, fields, m->length);
	case SUITE_SEEN_VALUE:
		return lua_isinteger(t->L, -1) && lua_tointeger(t->L, -1) == seen->value;
	default:
		return lua_isinteger(t->L, -1) &&
		       lua_tointeger(t->L, -1) == suite_take(m->bytes, seen);
	}
}

#endif
