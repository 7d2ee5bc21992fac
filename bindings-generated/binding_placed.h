/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Cases of fields that the host places: wherever it says, nothing beyond the block. Generated from
 * specs/.
 */
#ifndef BINDING_PLACED_H
#define BINDING_PLACED_H

#include "binding_memory.h"

#define BINDING_PLACED 96 /* bytes of the block */

/* What the host's functions say, which the suite's fakes pass on. */
static struct luadata_span placed __maybe_unused;
static bool placed_here __maybe_unused;

enum binding_placed_kind {
	BINDING_PLACED_INTEGER, /* of @bytes bytes */
	BINDING_PLACED_ADDRESS, /* 4 or 6 bytes: an integer; 16: a string */
	BINDING_PLACED_BYTES, /* a block, cut to what is there */
	BINDING_PLACED_VIEW, /* with @inner, likewise */
};

/* The members up to @missing are those of struct binding_part. */
struct binding_placed {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	enum binding_placed_kind kind;
	size_t bytes;
	bool little;
	const struct luadata_layout *inner;
};

/* A block and a view that claim more than there is are cut. */
static size_t binding_cut_to(const struct binding_placed *p, size_t offset, size_t length)
{
	if (p->kind == BINDING_PLACED_BYTES || p->kind == BINDING_PLACED_VIEW)
		return min_t(size_t, length, BINDING_PLACED - offset);
	return length;
}

/* Whether a field of so many bytes there has a value. */
static bool binding_is_placed(const struct binding_placed *p, size_t offset, size_t length)
{
	if (offset > BINDING_PLACED)
		return false;
	length = binding_cut_to(p, offset, length);
	if (p->kind == BINDING_PLACED_BYTES)
		return true;
	if (length > BINDING_PLACED - offset)
		return false;
	if (p->kind == BINDING_PLACED_INTEGER)
		return length >= p->bytes;
	if (p->kind == BINDING_PLACED_VIEW)
		return length >= p->inner->size;
	return length == 4 || length == 6 || length == 16;
}

static bool binding_is_number(const struct binding_placed *p, size_t length)
{
	return p->kind == BINDING_PLACED_INTEGER || (p->kind == BINDING_PLACED_ADDRESS &&
						     length < 16);
}

static s64 binding_placed_value(const struct binding_placed *p, const u8 *m, size_t offset,
				size_t length)
{
	size_t n = p->kind == BINDING_PLACED_INTEGER ? p->bytes : length;
	u64 value = 0;
	size_t i;

	for (i = 0; i < n; i++)
		value = value << 8 | m[offset + (p->little ? n - 1 - i : i)];
	return value;
}

/* Whether the value on top of the stack is what lies there. */
static bool binding_is_what_lies(struct kunit *test, const struct binding_memory *m, size_t offset,
				 size_t length)
{
	const struct binding_placed *p = test->param_value;
	struct binding_test *t = test->priv;
	const struct luadata_ref *r = luadata_testref(t->L, -1);
	size_t n = 0;
	const char *got;

	if (binding_is_number(p, length))
		return lua_isinteger(t->L, -1) &&
		       lua_tointeger(t->L, -1) == binding_placed_value(p, m->bytes, offset, length);
	length = binding_cut_to(p, offset, length);
	if (p->kind == BINDING_PLACED_VIEW)
		return r && r->offset == offset && r->length == length;
	if ((p->kind == BINDING_PLACED_BYTES) != !!r)
		return false;
	got = luaL_tolstring(t->L, -1, &n);
	lua_pop(t->L, 1);
	return n == length && !memcmp(got, m->bytes + offset, n);
}

static bool binding_placed_writes(struct kunit *test, struct binding_memory *m, size_t offset,
				  size_t length)
{
	const struct binding_placed *p = test->param_value;
	struct binding_test *t = test->priv;
	bool number = binding_is_number(p, length);
	bool wanted = binding_is_placed(p, offset,
					length) && binding_can_write(test->param_value) &&
		      p->kind != BINDING_PLACED_VIEW;
	size_t n = p->kind == BINDING_PLACED_INTEGER ? p->bytes : length, i;
	u8 text[BINDING_PLACED];

	if (wanted && !number)
		n = binding_cut_to(p, offset, length);
	if (n > sizeof(text))
		return true;
	for (i = 0; i < n; i++)
		text[i] = 0xf1 + 3 * i;
	if (number)
		lua_pushinteger(t->L, binding_placed_value(p, text, 0, n));
	else
		lua_pushlstring(t->L, (const char *)text, n);
	if (wanted)
		memcpy(m->wanted + offset, text, n);
	return binding_ended(test, test->param_value, binding_write(t, p->name), wanted,
			     "writing") &&
	       binding_same(test, test->param_value, m);
}

/* The host says that the field lies there, or that there is none. */
static bool binding_placed_one(struct kunit *test, struct binding_memory *m, bool here,
			       size_t offset, size_t length)
{
	const struct binding_placed *p = test->param_value;
	struct binding_test *t = test->priv;
	bool wanted = here && binding_is_placed(p, offset, length);
	bool done;

	binding_paint(m, 2);
	lua_settop(t->L, t->view);
	placed_here = here;
	placed = (struct luadata_span){.offset = offset, .length = length};
	done = binding_read(t, p->name);
	done = done && (wanted ? binding_is_what_lies(test, m, offset, length) : lua_isnil(t->L,
											   -1));
	if (!binding_expect(test, done, "expected: %s, %zu bytes at offset %zu of %d\ngot: %s",
			    wanted ? "a value" : "nil", length, offset, BINDING_PLACED,
			    luaL_tolstring(t->L, -1, NULL)))
		return false;
	if (here)
		return binding_placed_writes(test, m, offset, length);
	lua_pushinteger(t->L, 0);
	return binding_ended(test, test->param_value, binding_write(t, p->name), false,
			     "writing what is absent") &&
	       binding_same(test, test->param_value, m);
}

/*
 * Every length at several places: at both ends of the block, across its end, and where sums would
 * wrap.
 */
static void __maybe_unused field_lies_where_the_host_says(struct kunit *test)
{
	static const size_t offsets[] = {
		0, 1, 33, BINDING_PLACED - 17, BINDING_PLACED - 1, BINDING_PLACED, BINDING_PLACED + 1,
		SIZE_MAX - 3, SIZE_MAX,
	};
	const struct binding_placed *p = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m = {.length = BINDING_PLACED, .size = BINDING_PLACED};
	size_t i, length;
	bool good;

	m.bytes = kunit_kzalloc(test, BINDING_PLACED, GFP_KERNEL);
	m.wanted = kunit_kzalloc(test, BINDING_PLACED, GFP_KERNEL);
	good = m.bytes && m.wanted && binding_view(t, p->layout, m.bytes, BINDING_PLACED);
	KUNIT_EXPECT_TRUE(test, good);
	good = good && binding_placed_one(test, &m, false, 0, 4);
	for (i = 0; good && i < ARRAY_SIZE(offsets); i++) {
		for (length = 0; good && length <= BINDING_PLACED + 1; length++)
			good = binding_placed_one(test, &m, true, offsets[i], length);
		good = good && binding_placed_one(test, &m, true, offsets[i], SIZE_MAX);
	}
	binding_leave(t);
}

#endif
