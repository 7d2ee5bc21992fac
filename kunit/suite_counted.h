/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of arrays of which some elements are in use. */
#ifndef KLUA_SUITE_COUNTED_H
#define KLUA_SUITE_COUNTED_H

#include "suite_array.h"
#include "suite_field.h"

/**
 * struct suite_counted - such an array as C sees it
 * @array: its elements; the count is that of the case
 * @offset: of the first
 * @element: bytes of one
 * @most: so many at most
 * @count: what the object says, unbounded
 * @set_count: makes it say so, where a member alone is the count
 * @here: whether the object has the array, or NULL
 * @fields: of the suite, which may decide either
 * @inner: layout of the elements, or NULL
 */
struct suite_counted {
	struct suite_array array;
	size_t offset;
	size_t element;
	s64 most;
	s64 (*count)(const void *object);
	void (*set_count)(void *object, s64 count);
	bool (*here)(const void *object);
	const struct suite_field *fields;
	const struct luadata_layout *inner;
};

/*
 * An element that is a struct: its own view, where it must be, and nothing to be written as a
 * whole.
 */
static bool suite_counted_view(struct kunit *test, const struct suite_counted *c, s64 i, s64 count)
{
	struct suite_case *t = test->priv;
	const struct luadata_ref *r;
	bool done;

	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	lua_pushinteger(t->L, 0);
	if (!suite_expect(test, !suite_set(t, t->view + 1), "expected: no writing of element %lld",
			  i))
		return false;
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	done = suite_get(t, t->view + 1);
	if (i < 1 || i > count)
		return suite_expect(test, done && lua_isnil(t->L, -1),
				    "expected: nil for element %lld of %lld\ngot: %s", i, count,
				    luaL_tolstring(t->L, -1, NULL));
	r = done ? luadata_testref(t->L, -1) : NULL;
	done = r && r->offset == c->offset + (i - 1) * c->element && r->length == c->element;
	if (!suite_expect(test, done, "expected: element %lld, %zu bytes\ngot: %s", i, c->element,
			  luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view + 2);
	lua_pushliteral(t->L, "no_such_field");
	done = !suite_get(t, t->view + 2) && suite_says(t, c->inner->name);
	return suite_expect(test, done, "expected: a view with the layout %s", c->inner->name);
}

static bool suite_counted_elements(struct kunit *test, const struct suite_counted *c,
				   struct suite_memory *m, s64 count)
{
	s64 i, high = 0;

	if (!c->inner)
		high = suite_mask(c->array.bits) >> c->array.is_signed;
	for (i = 0; i <= c->most + 2; i++)
		if (c->inner ? !suite_counted_view(test, c, i, count)
			     : !suite_element_writes(test, m, i, high, true) ||
				       (c->array.bits < 64 &&
					!suite_element_writes(test, m, i, high + 1, false)))
			return false;
	for (i = 0; !c->inner && i <= c->most + 2; i++)
		if (!suite_element_reads(test, m, i))
			return false;
	return true;
}

/* Memory that ends before the last element in use: then the array is absent. */
static bool suite_counted_cut(struct kunit *test, const struct suite_counted *c,
			      const struct suite_memory *m, size_t needed)
{
	struct suite_case *t = test->priv;
	bool done = true;
	size_t n;
	u8 *cut;

	for (n = 0; n <= m->length && done; n++) {
		cut = kmemdup(m->bytes, n, GFP_KERNEL);
		done = cut && suite_view(t, c->array.part.layout, cut, n) &&
		       suite_read(t, c->array.part.name);
		done = done && lua_isnil(t->L, -1) == (n < needed || n < c->array.part.size);
		suite_expect(test, done, "expected: %s in %zu of %zu bytes",
			     n < needed ? "nil" : "an array", n, m->length);
		suite_return(t);
		kfree(cut);
	}
	return done;
}

/* Whether an object in memory of this pattern has the array, and says so many elements. */
static bool suite_counted_has(const struct suite_counted *c, struct suite_memory *m,
			      unsigned int pattern, s64 wanted)
{
	struct suite_wish wish = { .here = c->here, .is_here = true };

	suite_paint(m, pattern);
	if (c->set_count) {
		c->set_count(m->bytes, wanted);
		wanted = c->count(m->bytes);
	} else {
		suite_search(c->fields, c->array.part.layout, m, &wish);
	}
	wish.count = c->count;
	wish.elements = wanted;
	return suite_search(c->fields, c->array.part.layout, m, &wish);
}

static bool suite_counted_one(struct kunit *test, const struct suite_counted *c,
			      struct suite_memory *m, s64 wanted)
{
	struct suite_array array = c->array;
	struct suite_case *t = test->priv;
	unsigned int pattern = SUITE_PATTERNS;
	s64 count;

	while (pattern && !suite_counted_has(c, m, pattern - 1, wanted))
		pattern--;
	if (!pattern && !c->set_count)
		return true;
	count = clamp_t(s64, c->count(m->bytes), 0, c->most);
	array.count = count;
	test->param_value = &array;
	if (!suite_expect(test, suite_view(t, array.part.layout, m->bytes, m->length),
			  "expected: a view"))
		return false;
	if (c->here && !c->here(m->bytes))
		return suite_is_absent(test, array.part.name);
	lua_newtable(t->L);
	suite_part_refuses(test, m, "writing an array as a whole");
	if (!suite_expect(test, suite_read(t, array.part.name) && suite_length_of(t) == count,
			  "expected: %lld elements, the object says %lld\ngot: %s", count,
			  c->count(m->bytes), luaL_tolstring(t->L, -1, NULL)))
		return false;
	return suite_counted_elements(test, c, m, count) &&
	       suite_counted_cut(test, c, m, c->offset + count * c->element);
}

/* An object that has no such array. */
static void suite_counted_absent(struct kunit *test, const struct suite_counted *c,
				 struct suite_memory *m)
{
	struct suite_wish wish = { .here = c->here, .is_here = false };
	unsigned int pattern = SUITE_PATTERNS;
	struct suite_case *t = test->priv;
	bool found = false;

	while (c->here && pattern-- && !found) {
		suite_paint(m, pattern);
		found = suite_search(c->fields, c->array.part.layout, m, &wish);
	}
	if (found && suite_expect(test, suite_view(t, c->array.part.layout, m->bytes, m->length),
				  "expected: a view"))
		suite_is_absent(test, c->array.part.name);
}

/*
 * None, some, the most and more; what C would take for less than none. Nothing lies behind the
 * last.
 */
static void __maybe_unused suite_counts(struct kunit *test, const struct suite_counted *c)
{
	struct suite_case *t = suite_enter(test);
	struct suite_memory m = {};
	s64 count;

	t->part = (const struct suite_part *)&c->array;
	m.size = c->array.part.size;
	m.length = max(m.size, c->offset + c->most * c->element);
	m.bytes = kunit_kzalloc(test, m.length, GFP_KERNEL);
	m.wanted = kunit_kzalloc(test, m.length, GFP_KERNEL);
	KUNIT_EXPECT_TRUE(test, m.bytes && m.wanted);
	for (count = -1; m.bytes && m.wanted && count <= c->most + 2; count++)
		if (!suite_counted_one(test, c, &m, count))
			break;
	if (m.bytes && m.wanted && READ_ONCE(test->status) != KUNIT_FAILURE)
		suite_counted_one(test, c, &m, S32_MAX);
	if (m.bytes && m.wanted && READ_ONCE(test->status) != KUNIT_FAILURE)
		suite_counted_absent(test, c, &m);
	test->param_value = NULL;
	suite_leave(t);
}

#endif
