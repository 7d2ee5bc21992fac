/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of fields that the host places: wherever it says, nothing beyond the block. */
#ifndef KLUA_SUITE_PLACED_H
#define KLUA_SUITE_PLACED_H

#include "suite_memory.h"

#define SUITE_PLACED 96 /* bytes of the block */

/* What the host's functions say, which the suite's fakes pass on. */
static struct luadata_span placed __maybe_unused;
static bool placed_here __maybe_unused;

enum suite_placed_kind {
	SUITE_PLACED_INTEGER, /* of @bytes bytes */
	SUITE_PLACED_ADDRESS, /* 4 or 6 bytes: an integer; 16: a string */
	SUITE_PLACED_BYTES,   /* a block, cut to what is there */
	SUITE_PLACED_VIEW,    /* with @inner, likewise */
};

/**
 * struct suite_placed - a field that the host places
 * @part: which field
 * @kind: what scripts see
 * @bytes: of an integer
 * @little: its least significant byte comes first
 * @inner: layout of a view
 */
struct suite_placed {
	struct suite_part part;
	enum suite_placed_kind kind;
	size_t bytes;
	bool little;
	const struct luadata_layout *inner;
};

/* A block and a view that claim more than there is are cut. */
static size_t suite_cut_to(const struct suite_placed *p, size_t offset, size_t length)
{
	if (p->kind == SUITE_PLACED_BYTES || p->kind == SUITE_PLACED_VIEW)
		return min_t(size_t, length, SUITE_PLACED - offset);
	return length;
}

/* Whether a field of so many bytes there has a value. */
static bool suite_is_placed(const struct suite_placed *p, size_t offset, size_t length)
{
	if (offset > SUITE_PLACED)
		return false;
	length = suite_cut_to(p, offset, length);
	if (p->kind == SUITE_PLACED_BYTES)
		return true;
	if (length > SUITE_PLACED - offset)
		return false;
	if (p->kind == SUITE_PLACED_INTEGER)
		return length >= p->bytes;
	if (p->kind == SUITE_PLACED_VIEW)
		return length >= p->inner->size;
	return length == 4 || length == 6 || length == 16;
}

static bool suite_is_number(const struct suite_placed *p, size_t length)
{
	return p->kind == SUITE_PLACED_INTEGER || (p->kind == SUITE_PLACED_ADDRESS && length < 16);
}

static s64 suite_placed_value(const struct suite_placed *p, const u8 *m, size_t offset,
			      size_t length)
{
	size_t n = p->kind == SUITE_PLACED_INTEGER ? p->bytes : length;
	u64 value = 0;
	size_t i;

	for (i = 0; i < n; i++)
		value = value << 8 | m[offset + (p->little ? n - 1 - i : i)];
	return value;
}

/* Whether the value on top of the stack is what lies there. */
static bool suite_is_what_lies(struct kunit *test, const struct suite_memory *m, size_t offset,
			       size_t length)
{
	const struct suite_placed *p = test->param_value;
	struct suite_case *t = test->priv;
	const struct luadata_ref *r = luadata_testref(t->L, -1);
	size_t n = 0;
	const char *got;

	if (suite_is_number(p, length))
		return lua_isinteger(t->L, -1) &&
		       lua_tointeger(t->L, -1) == suite_placed_value(p, m->bytes, offset, length);
	length = suite_cut_to(p, offset, length);
	if (p->kind == SUITE_PLACED_VIEW)
		return r && r->offset == offset && r->length == length;
	if (p->kind == SUITE_PLACED_BYTES ? !r : !!r)
		return false;
	got = suite_tobytes(t, &n);
	lua_pop(t->L, 1);
	return n == length && !memcmp(got, m->bytes + offset, n);
}

static bool suite_placed_writes(struct kunit *test, struct suite_memory *m, size_t offset,
				size_t length)
{
	const struct suite_placed *p = test->param_value;
	struct suite_case *t = test->priv;
	bool number = suite_is_number(p, length);
	bool wanted = suite_is_placed(p, offset, length) && suite_can_write(test->param_value) &&
		      p->kind != SUITE_PLACED_VIEW;
	size_t n = p->kind == SUITE_PLACED_INTEGER ? p->bytes : length, i;
	u8 text[SUITE_PLACED];

	if (wanted && !number)
		n = suite_cut_to(p, offset, length);
	if (n > sizeof(text))
		return true;
	for (i = 0; i < n; i++)
		text[i] = 0xf1 + 3 * i;
	if (number)
		lua_pushinteger(t->L, suite_placed_value(p, text, 0, n));
	else
		lua_pushlstring(t->L, (const char *)text, n);
	if (wanted)
		memcpy(m->wanted + offset, text, n);
	return suite_ended(test, test->param_value, suite_write(t, p->part.name), wanted,
			   "writing") &&
	       suite_same(test, test->param_value, m);
}

/* The host says that the field lies there, or that there is none. */
static bool suite_placed_one(struct kunit *test, struct suite_memory *m, bool here, size_t offset,
			     size_t length)
{
	const struct suite_placed *p = test->param_value;
	struct suite_case *t = test->priv;
	bool wanted = here && suite_is_placed(p, offset, length);
	bool done;

	suite_paint(m, 2);
	lua_settop(t->L, t->view);
	placed_here = here;
	placed = (struct luadata_span){ .offset = offset, .length = length };
	done = suite_read(t, p->part.name);
	done = done && (wanted ? suite_is_what_lies(test, m, offset, length) : lua_isnil(t->L, -1));
	if (!suite_expect(test, done, "expected: %s, %zu bytes at offset %zu of %d\ngot: %s",
			  wanted ? "a value" : "nil", length, offset, SUITE_PLACED,
			  luaL_tolstring(t->L, -1, NULL)))
		return false;
	if (here)
		return suite_placed_writes(test, m, offset, length);
	lua_pushinteger(t->L, 0);
	return suite_ended(test, test->param_value, suite_write(t, p->part.name), false,
			   "writing what is absent") &&
	       suite_same(test, test->param_value, m);
}

/*
 * Every length at several places: at both ends of the block, across its end, and where sums would
 * wrap.
 */
static void __maybe_unused field_lies_where_the_host_says(struct kunit *test)
{
	static const size_t offsets[] = {
		0,
		1,
		33,
		SUITE_PLACED - 17,
		SUITE_PLACED - 1,
		SUITE_PLACED,
		SUITE_PLACED + 1,
		SIZE_MAX - 3,
		SIZE_MAX,
	};
	const struct suite_placed *p = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	struct suite_memory m = { .length = SUITE_PLACED, .size = SUITE_PLACED };
	size_t i, length;
	bool good;

	m.bytes = kunit_kzalloc(test, SUITE_PLACED, GFP_KERNEL);
	m.wanted = kunit_kzalloc(test, SUITE_PLACED, GFP_KERNEL);
	good = m.bytes && m.wanted && suite_view(t, p->part.layout, m.bytes, SUITE_PLACED);
	KUNIT_EXPECT_TRUE(test, good);
	good = good && suite_placed_one(test, &m, false, 0, 4);
	for (i = 0; good && i < ARRAY_SIZE(offsets); i++) {
		for (length = 0; good && length <= SUITE_PLACED + 1; length++)
			good = suite_placed_one(test, &m, true, offsets[i], length);
		good = good && suite_placed_one(test, &m, true, offsets[i], SIZE_MAX);
	}
	suite_leave(t);
}

#endif
