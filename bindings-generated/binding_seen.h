/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What is to be seen in a sample message. Generated from specs/. */
#ifndef BINDING_SEEN_H
#define BINDING_SEEN_H

#include "binding_memory.h"

enum binding_seen_kind {
	BINDING_SEEN_ABSENT,
	BINDING_SEEN_UINT,
	BINDING_SEEN_INT,
	BINDING_SEEN_BOOL,
	BINDING_SEEN_PRESENT, /* no integer: only that it is there */
	BINDING_SEEN_TEXT, /* the bytes up to a NUL */
	BINDING_SEEN_EXACT, /* a string of all the bytes */
	BINDING_SEEN_BLOCK,
	BINDING_SEEN_VIEW,
	BINDING_SEEN_COUNT, /* a list or an array: how many elements */
	BINDING_SEEN_NAME, /* a DNS name */
	BINDING_SEEN_VALUE, /* computed from other fields */
};

/**
 * struct binding_seen - a field of a sample; a list of them ends with no name
 * @name: its key; or keys, and numbers of elements, with dots between them
 * @bit: where it lies in the message
 * @bits: how long it is
 * @kind: what scripts see there
 * @little: the least significant byte comes first
 * @writable: with any value
 * @needs: where the message has fewer bytes, it is absent; 0 of all but blocks: where it is not all
 *	there
 * @value: what is computed; how many elements there are
 * @text: the name
 */
struct binding_seen {
	const char *name;
	unsigned int bit;
	unsigned int bits;
	enum binding_seen_kind kind;
	bool little;
	bool writable;
	size_t needs;
	s64 value;
	const char *text;
};

/* The other order of bytes. */
static u64 binding_swapped(u64 value, unsigned int bits)
{
	u64 out = 0;

	for (; bits; bits -= 8, value >>= 8)
		out = out << 8 | (value & 0xff);
	return out;
}

static s64 binding_take(const u8 *bytes, const struct binding_seen *seen)
{
	u64 value = binding_bits(bytes, seen->bit, seen->bits);

	if (seen->little)
		value = binding_swapped(value, seen->bits);
	return seen->kind == BINDING_SEEN_INT ? sign_extend64(value, seen->bits - 1) : value;
}

static size_t binding_needs(const struct binding_seen *seen)
{
	if (seen->needs || seen->kind == BINDING_SEEN_BLOCK)
		return seen->needs;
	return DIV_ROUND_UP(seen->bit + seen->bits, 8);
}

/* ---- keys of keys ---- */

/* Pushes what has the last of some keys, and that key; false when there is nothing, or an error. */
static bool binding_owner(struct binding_test *t, const char *keys)
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
		if (!binding_get(t, lua_gettop(t->L) - 1) || lua_isnil(t->L, -1))
			return false;
		lua_remove(t->L, -2);
	}
}

/*
 * The value, nil where there is nothing that could have it, or the error's message is left on top.
 */
static bool binding_read_keys(struct binding_test *t, const char *keys)
{
	if (!binding_owner(t, keys))
		return lua_isnil(t->L, -1);
	return binding_get(t, lua_gettop(t->L) - 1);
}

/* Writes the value on top of the stack; the error's message is left instead. */
static bool binding_write_keys(struct binding_test *t, const char *keys)
{
	int value = lua_gettop(t->L);

	if (!binding_owner(t, keys))
		return false;
	lua_pushvalue(t->L, value);
	return binding_set(t, lua_gettop(t->L) - 2);
}

/* ---- what is seen ---- */

/* How many elements of a list are all there, among the fields of a message. */
static s64 binding_elements(const struct binding_seen *list, const struct binding_seen *fields,
			    size_t length)
{
	size_t n = strlen(list->name);
	const struct binding_seen *field;
	s64 number, count = 0;

	for (field = fields; field->name; field++)
		if (!strncmp(field->name, list->name, n) && field->name[n] == '.' &&
		    !kstrtos64(field->name + n + 1, 10, &number))
			count += field->kind != BINDING_SEEN_ABSENT && binding_needs(field) <= length;
	return count;
}

/* Whether a block or a view on top of the stack is what there is of its bytes. */
static bool binding_range_is(struct binding_test *t, const struct binding_memory *m,
			     const struct binding_seen *seen)
{
	const struct luadata_ref *r = luadata_testref(t->L, -1);
	size_t from = seen->bit / 8, end = min_t(size_t, from + seen->bits / 8, m->length), n = 0;
	const char *bytes;
	bool good = r && r->offset == from && r->length == end - from;

	if (!good || seen->kind == BINDING_SEEN_VIEW)
		return good;
	bytes = luaL_tolstring(t->L, -1, &n);
	good = n == end - from && !memcmp(bytes, m->bytes + from, n);
	lua_pop(t->L, 1);
	return good;
}

static bool binding_text_is(struct binding_test *t, const char *bytes, size_t length)
{
	size_t n = 0;
	const char *text = lua_type(t->L, -1) == LUA_TSTRING ? lua_tolstring(t->L, -1, &n) : NULL;

	return text && n == length && !memcmp(text, bytes, n);
}

static bool binding_seen_is(struct binding_test *t, const struct binding_memory *m,
			    const struct binding_seen *seen,
			    const struct binding_seen *fields)
{
	const char *bytes = (const char *)m->bytes + seen->bit / 8;

	switch (seen->kind) {
	case BINDING_SEEN_ABSENT:
		return lua_isnil(t->L, -1);
	case BINDING_SEEN_PRESENT:
		return !lua_isnil(t->L, -1);
	case BINDING_SEEN_BOOL:
		return lua_isboolean(t->L, -1) && lua_toboolean(t->L, -1) == binding_take(m->bytes,
											  seen);
	case BINDING_SEEN_TEXT:
		return binding_text_is(t, bytes, strnlen(bytes, seen->bits / 8));
	case BINDING_SEEN_EXACT:
		return binding_text_is(t, bytes, seen->bits / 8);
	case BINDING_SEEN_NAME:
		return binding_text_is(t, seen->text, strlen(seen->text));
	case BINDING_SEEN_BLOCK:
	case BINDING_SEEN_VIEW:
		return binding_range_is(t, m, seen);
	case BINDING_SEEN_COUNT:
		return binding_length_of(t) == binding_elements(seen, fields, m->length);
	case BINDING_SEEN_VALUE:
		return lua_isinteger(t->L, -1) && lua_tointeger(t->L, -1) == seen->value;
	default:
		return lua_isinteger(t->L, -1) && lua_tointeger(t->L, -1) == binding_take(m->bytes,
											  seen);
	}
}

#endif
