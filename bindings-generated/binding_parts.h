/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of parts that are no integers: texts, bytes, arrays, views. Generated from specs/. */
#ifndef BINDING_PARTS_H
#define BINDING_PARTS_H

#include "binding_memory.h"

static void binding_part_refuses(struct kunit *test, const struct binding_memory *m,
				 const char *what)
{
	const struct binding_part *part = test->param_value;
	struct binding_test *t = test->priv;
	bool done = binding_write(t, part->name);

	binding_ended(test, part, done, false, what);
	binding_same(test, part, m);
	lua_settop(t->L, t->view);
}

static bool binding_part_misses(struct kunit *test, const struct binding_memory *m)
{
	const struct binding_part *part = test->param_value;
	struct binding_test *t = test->priv;
	bool done;

	if (!part->missing)
		return false;
	done = binding_read(t, part->name) && lua_isnil(t->L, -1);
	binding_expect(test, done, "expected: nil, this kernel has no such field\ngot: %s",
		       luaL_tolstring(t->L, -1, NULL));
	lua_pushliteral(t->L, "x");
	binding_part_refuses(test, m, "writing what this kernel does not have");
	return true;
}

/* ---- texts and bytes ---- */

enum binding_text_kind {
	BINDING_TEXT, /* ends at a NUL */
	BINDING_EXACT, /* a string of all its bytes */
	BINDING_BYTES, /* a block */
};

/* Bytes as C sees them; the members up to @missing are those of struct binding_part. */
struct binding_text {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	size_t offset;
	size_t length;
	enum binding_text_kind kind;
};

/* Text of n bytes: what follows its NUL is no part of it. */
static bool binding_text_reads(struct kunit *test, struct binding_memory *m, size_t n)
{
	const struct binding_text *text = test->param_value;
	struct binding_test *t = test->priv;
	u8 *bytes = m->bytes + m->at + text->offset;
	size_t length = 0;
	const char *got;
	bool done;

	lua_settop(t->L, t->view);
	memset(bytes, 'x', text->length);
	if (n < text->length)
		bytes[n] = 0;
	done = binding_read(t, text->name);
	if (!binding_can_read(test->param_value))
		return binding_ended(test, test->param_value, done, false, "reading");
	done = done && (text->kind == BINDING_BYTES) == !!luadata_testref(t->L, -1);
	got = luaL_tolstring(t->L, -1, &length);
	done = done && length == n && !memcmp(got, bytes, n);
	return binding_expect(test, done,
			      "expected: %zu bytes of 'x' at offset %zu\ngot: %zu bytes: %s", n,
			      m->at + text->offset, length, got);
}

/* A string of n bytes is taken when it fits; text is filled up with NULs. */
static bool binding_text_writes(struct kunit *test, struct binding_memory *m, size_t n)
{
	const struct binding_text *text = test->param_value;
	struct binding_test *t = test->priv;
	bool fits = text->kind == BINDING_TEXT ? n <= text->length : n == text->length;
	bool wanted = fits && binding_can_write(test->param_value);
	u8 *bytes = m->wanted + m->at + text->offset;
	luaL_Buffer b;
	size_t i;

	lua_settop(t->L, t->view);
	luaL_buffinit(t->L, &b);
	for (i = 0; i < n; i++)
		luaL_addchar(&b, 'a' + i % 26);
	luaL_pushresult(&b);
	for (i = 0; wanted && i < text->length; i++)
		bytes[i] = i < n ? 'a' + i % 26 : 0;
	if (!binding_ended(test, test->param_value, binding_write(t, text->name), wanted,
			   "writing a string"))
		return binding_expect(test, false, "the string had %zu bytes, the field has %zu", n,
				      text->length);
	return binding_same(test, test->param_value, m);
}

static void binding_text_all(struct kunit *test, struct binding_memory *m)
{
	const struct binding_text *text = test->param_value;
	struct binding_test *t = test->priv;
	unsigned int pattern;
	size_t n;

	for (pattern = 0; pattern < BINDING_PATTERNS; pattern++)
		for (n = 0; n <= text->length + 1; n++) {
			binding_paint(m, pattern);
			if (!binding_text_writes(test, m, n))
				return;
			if (n > text->length || (text->kind != BINDING_TEXT && n < text->length))
				continue;
			if (!binding_text_reads(test, m, n))
				return;
		}
	binding_paint(m, 2);
	lua_settop(t->L, t->view);
	lua_pushinteger(t->L, 1);
	binding_part_refuses(test, m, "writing an integer");
	lua_pushnil(t->L);
	binding_part_refuses(test, m, "writing nil");
	if (text->kind == BINDING_TEXT && text->length > 1) {
		lua_pushlstring(t->L, "\0y", 2);
		binding_part_refuses(test, m, "writing a NUL");
	}
}

static void __maybe_unused text_is_as_in_c(struct kunit *test)
{
	const struct binding_text *text = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (!binding_allocate(test, text->layout, text->size, &m))
		goto out;
	for (m.at = 0; m.at < m.places; m.at++) {
		KUNIT_EXPECT_TRUE(test, binding_view_at(t, text->layout, m.bytes, m.length, m.at));
		if (!binding_part_misses(test, &m))
			binding_text_all(test, &m);
		if (READ_ONCE(test->status) == KUNIT_FAILURE)
			break;
	}
out:
	binding_leave(t);
}

/* ---- arrays ---- */

/*
 * An array of integers as C sees it; the members up to @missing are those of struct binding_part.
 */
struct binding_array {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	s64 (*get)(const void *object, size_t i);
	void (*set)(void *object, size_t i, s64 value);
	size_t count;
	unsigned int bits;
	bool is_signed;
};

static s64 binding_element(const struct binding_array *a, size_t i)
{
	u64 value = 0x0123456789abcdefULL * (2 * i + 3) & binding_mask(a->bits);

	if (a->is_signed && value >> (a->bits - 1))
		value |= ~binding_mask(a->bits);
	return value;
}

/* array[i] on top of the stack, above the array */
static bool binding_element_reads(struct kunit *test, struct binding_memory *m, size_t i)
{
	const struct binding_array *a = test->param_value;
	struct binding_test *t = test->priv;
	bool inside = i >= 1 && i <= a->count;
	s64 value = inside ? binding_element(a, i - 1) : 0;
	bool done;

	if (inside)
		a->set(m->bytes + m->at, i - 1, value);
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	done = binding_get(t, t->view + 1);
	if (!inside)
		return binding_expect(test, done && lua_isnil(t->L, -1),
				      "expected: nil for element %zu of %zu\ngot: %s",
				      i, a->count, luaL_tolstring(t->L, -1, NULL));
	done = done && lua_isinteger(t->L, -1) && lua_tointeger(t->L, -1) == value;
	return binding_expect(test, done, "expected: %lld in element %zu\ngot: %s", value, i,
			      luaL_tolstring(t->L, -1, NULL));
}

static bool binding_element_writes(struct kunit *test, struct binding_memory *m, size_t i,
				   s64 value, bool fits)
{
	const struct binding_array *a = test->param_value;
	struct binding_test *t = test->priv;
	bool wanted = fits && i >= 1 && i <= a->count && binding_can_write(test->param_value);
	bool done;

	if (wanted)
		a->set(m->wanted + m->at, i - 1, value);
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	lua_pushinteger(t->L, value);
	done = binding_set(t, t->view + 1);
	if (!binding_expect(test, done == wanted, "expected: element %zu of %zu %s %lld\ngot: %s",
			    i, a->count,
			    wanted ? "takes" : "refuses", value,
			    done ? "it took it" : luaL_tolstring(t->L, -1, NULL)))
		return false;
	return binding_same(test, test->param_value, m);
}

static void binding_array_all(struct kunit *test, struct binding_memory *m, unsigned int pattern)
{
	const struct binding_array *a = test->param_value;
	s64 low = a->is_signed ? -(s64)(binding_mask(a->bits) >> 1) - 1 : 0;
	s64 high = a->is_signed ? binding_mask(a->bits) >> 1 : binding_mask(a->bits);
	size_t i;

	for (i = 0; i <= a->count + 1; i++) {
		binding_paint(m, pattern);
		if (!binding_element_writes(test, m, i, low, true) ||
		    !binding_element_writes(test, m, i, high, true) ||
		    !binding_element_writes(test, m, i, i ? binding_element(a, i - 1) : 0, true))
			return;
		if (a->bits < 64 && (!binding_element_writes(test, m, i, low - 1, false) ||
				     !binding_element_writes(test, m, i, high + 1, false)))
			return;
	}
	binding_paint(m, pattern);
	for (i = 0; i <= a->count + 1; i++)
		if (!binding_element_reads(test, m, i))
			return;
}

static void __maybe_unused array_is_as_in_c(struct kunit *test)
{
	const struct binding_array *a = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;
	unsigned int pattern;

	if (!binding_allocate(test, a->layout, a->size, &m))
		goto out;
	for (m.at = 0; m.at < m.places; m.at++) {
		KUNIT_EXPECT_TRUE(test, binding_view_at(t, a->layout, m.bytes, m.length, m.at));
		lua_settop(t->L, t->view);
		if (binding_part_misses(test, &m))
			break;
		binding_paint(&m, 2);
		lua_newtable(t->L);
		binding_part_refuses(test, &m, "writing an array as a whole");
		if (!binding_expect(test, binding_read(t, a->name) &&
				    binding_length_of(t) == a->count,
				    "expected: %zu elements\ngot: %s", a->count,
				    luaL_tolstring(t->L, -1, NULL)))
			break;
		for (pattern = 0; pattern < BINDING_PATTERNS; pattern++)
			binding_array_all(test, &m, pattern);
		if (READ_ONCE(test->status) == KUNIT_FAILURE)
			break;
	}
out:
	binding_leave(t);
}

/* ---- views inside views ---- */

/* A part with a layout of its own; the members up to @missing are those of struct binding_part. */
struct binding_nested {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	size_t offset;
	size_t length;
	const struct luadata_layout *inner;
};

static void binding_nested_one(struct kunit *test, struct binding_memory *m)
{
	const struct binding_nested *nested = test->param_value;
	struct binding_test *t = test->priv;
	const struct luadata_ref *r;
	int part;
	bool done;

	lua_settop(t->L, t->view);
	done = binding_read(t, nested->name);
	part = lua_gettop(t->L);
	r = done ? luadata_testref(t->L, part) : NULL;
	if (!binding_expect(test, r, "expected: a view\ngot: %s", luaL_tolstring(t->L, -1, NULL)))
		return;
	binding_expect(test, r->offset == m->at + nested->offset && r->length == nested->length,
		       "expected: %zu bytes at offset %zu\ngot: %zu bytes at offset %zu",
		       nested->length,
		       m->at + nested->offset, r->length, r->offset);
	lua_pushliteral(t->L, "no_such_field");
	done = !binding_get(t, part) && binding_says(t, nested->inner->name);
	binding_expect(test, done, "expected: a view with the layout %s\ngot: %s",
		       nested->inner->name,
		       luaL_tolstring(t->L, -1, NULL));
	lua_settop(t->L, t->view);
	lua_pushinteger(t->L, 0);
	binding_part_refuses(test, m, "writing a view as a whole");
}

static void __maybe_unused view_lies_where_it_must(struct kunit *test)
{
	const struct binding_nested *nested = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (!binding_allocate(test, nested->layout, nested->size, &m))
		goto out;
	for (m.at = 0; m.at < m.places; m.at++) {
		KUNIT_EXPECT_TRUE(test,
				  binding_view_at(t, nested->layout, m.bytes, m.length, m.at));
		if (!binding_part_misses(test, &m))
			binding_nested_one(test, &m);
	}
out:
	binding_leave(t);
}

#endif
