/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Cases of members that C has to find: counted arrays, texts behind pointers. Generated from
 * specs/.
 */
#ifndef BINDING_MEMBERS_H
#define BINDING_MEMBERS_H

#include "binding_fields.h"
#include "binding_parts.h"

/* What is there at times and is not reads nil, and is not written. */
static bool binding_is_absent(struct kunit *test, const char *name)
{
	struct binding_test *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = binding_read(t, name) && lua_isnil(t->L, -1);
	if (!binding_expect(test, done, "expected: nil, it is not there\ngot: %s",
			    luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view);
	lua_pushliteral(t->L, "x");
	done = !binding_write(t, name);
	binding_expect(test, done, "expected: an error, it is not there");
	lua_settop(t->L, t->view);
	return done;
}

/* ---- arrays of which some elements are in use ---- */

/**
 * struct binding_counted - such an array as C sees it
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
struct binding_counted {
	struct binding_array array;
	size_t offset;
	size_t element;
	s64 most;
	s64 (*count)(const void *object);
	void (*set_count)(void *object, s64 count);
	bool (*here)(const void *object);
	const struct binding_field *fields;
	const struct luadata_layout *inner;
};

/*
 * An element that is a struct: its own view, where it must be, and nothing to be written as a
 * whole.
 */
static bool binding_counted_view(struct kunit *test, const struct binding_counted *c, s64 i,
				 s64 count)
{
	struct binding_test *t = test->priv;
	const struct luadata_ref *r;
	bool done;

	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	lua_pushinteger(t->L, 0);
	if (!binding_expect(test, !binding_set(t, t->view + 1),
			    "expected: no writing of element %lld", i))
		return false;
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	done = binding_get(t, t->view + 1);
	if (i < 1 || i > count)
		return binding_expect(test, done && lua_isnil(t->L, -1),
				      "expected: nil for element %lld of %lld\ngot: %s",
				      i, count, luaL_tolstring(t->L, -1, NULL));
	r = done ? luadata_testref(t->L, -1) : NULL;
	done = r && r->offset == c->offset + (i - 1) * c->element && r->length == c->element;
	if (!binding_expect(test, done, "expected: element %lld, %zu bytes\ngot: %s", i, c->element,
			    luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view + 2);
	lua_pushliteral(t->L, "no_such_field");
	done = !binding_get(t, t->view + 2) && binding_says(t, c->inner->name);
	return binding_expect(test, done, "expected: a view with the layout %s", c->inner->name);
}

static bool binding_counted_elements(struct kunit *test, const struct binding_counted *c,
				     struct binding_memory *m,
				     s64 count)
{
	s64 i, high = 0;

	if (!c->inner)
		high = binding_mask(c->array.bits) >> c->array.is_signed;
	for (i = 0; i <= c->most + 2; i++)
		if (c->inner ? !binding_counted_view(test, c, i, count) :
		    !binding_element_writes(test, m, i, high, true) ||
		    (c->array.bits < 64 && !binding_element_writes(test, m, i, high + 1, false)))
			return false;
	for (i = 0; !c->inner && i <= c->most + 2; i++)
		if (!binding_element_reads(test, m, i))
			return false;
	return true;
}

/* Memory that ends before the last element in use: then the array is absent. */
static bool binding_counted_cut(struct kunit *test, const struct binding_counted *c,
				const struct binding_memory *m,
				size_t needed)
{
	struct binding_test *t = test->priv;
	bool done = true;
	size_t n;
	u8 *cut;

	for (n = 0; n <= m->length && done; n++) {
		cut = kmemdup(m->bytes, n, GFP_KERNEL);
		done = cut && binding_view(t, c->array.layout, cut, n) && binding_read(t,
										       c->array.name);
		done = done && lua_isnil(t->L, -1) == (n < needed || n < c->array.size);
		binding_expect(test, done, "expected: %s in %zu of %zu bytes",
			       n < needed ? "nil" : "an array", n,
			       m->length);
		binding_return(t);
		kfree(cut);
	}
	return done;
}

/* Whether an object in memory of this pattern has the array, and says so many elements. */
static bool binding_counted_has(const struct binding_counted *c, struct binding_memory *m,
				unsigned int pattern,
				s64 wanted)
{
	struct binding_wish wish = {.here = c->here, .is_here = true};

	binding_paint(m, pattern);
	if (c->set_count) {
		c->set_count(m->bytes, wanted);
		wanted = c->count(m->bytes);
	} else {
		binding_search(c->fields, c->array.layout, m, &wish);
	}
	wish.count = c->count;
	wish.elements = wanted;
	return binding_search(c->fields, c->array.layout, m, &wish);
}

static bool binding_counted_one(struct kunit *test, const struct binding_counted *c,
				struct binding_memory *m,
				s64 wanted)
{
	struct binding_array array = c->array;
	struct binding_test *t = test->priv;
	unsigned int pattern = BINDING_PATTERNS;
	s64 count;

	while (pattern && !binding_counted_has(c, m, pattern - 1, wanted))
		pattern--;
	if (!pattern && !c->set_count)
		return true;
	count = clamp_t(s64, c->count(m->bytes), 0, c->most);
	array.count = count;
	test->param_value = &array;
	if (!binding_expect(test, binding_view(t, array.layout, m->bytes, m->length),
			    "expected: a view"))
		return false;
	if (c->here && !c->here(m->bytes))
		return binding_is_absent(test, array.name);
	lua_newtable(t->L);
	binding_part_refuses(test, m, "writing an array as a whole");
	if (!binding_expect(test, binding_read(t, array.name) && binding_length_of(t) == count,
			    "expected: %lld elements, the object says %lld\ngot: %s", count,
			    c->count(m->bytes),
			    luaL_tolstring(t->L, -1, NULL)))
		return false;
	return binding_counted_elements(test, c, m, count) &&
	       binding_counted_cut(test, c, m, c->offset + count * c->element);
}

/* An object that has no such array. */
static void binding_counted_absent(struct kunit *test, const struct binding_counted *c,
				   struct binding_memory *m)
{
	struct binding_wish wish = {.here = c->here, .is_here = false};
	unsigned int pattern = BINDING_PATTERNS;
	struct binding_test *t = test->priv;
	bool found = false;

	while (c->here && pattern-- && !found) {
		binding_paint(m, pattern);
		found = binding_search(c->fields, c->array.layout, m, &wish);
	}
	if (found &&
	    binding_expect(test, binding_view(t, c->array.layout, m->bytes, m->length),
			   "expected: a view"))
		binding_is_absent(test, c->array.name);
}

/*
 * None, some, the most and more; what C would take for less than none. Nothing lies behind the
 * last.
 */
static void __maybe_unused binding_counts(struct kunit *test, const struct binding_counted *c)
{
	struct binding_test *t = binding_enter(test);
	struct binding_memory m = {};
	s64 count;

	t->part = (const struct binding_part *)&c->array;
	m.size = c->array.size;
	m.length = max(m.size, c->offset + c->most * c->element);
	m.bytes = kunit_kzalloc(test, m.length, GFP_KERNEL);
	m.wanted = kunit_kzalloc(test, m.length, GFP_KERNEL);
	KUNIT_EXPECT_TRUE(test, m.bytes && m.wanted);
	for (count = -1; m.bytes && m.wanted && count <= c->most + 2; count++)
		if (!binding_counted_one(test, c, &m, count))
			break;
	if (m.bytes && m.wanted && READ_ONCE(test->status) != KUNIT_FAILURE)
		binding_counted_one(test, c, &m, S32_MAX);
	if (m.bytes && m.wanted && READ_ONCE(test->status) != KUNIT_FAILURE)
		binding_counted_absent(test, c, &m);
	test->param_value = NULL;
	binding_leave(t);
}

/* ---- texts behind pointers ---- */

/**
 * struct binding_behind - a text behind a pointer
 * @part: the field
 * @bound: so many bytes at most
 * @set: makes the pointer point there
 * @here: whether the object is one that has it, or NULL
 * @fields: of the suite, which may decide that
 */
struct binding_behind {
	struct binding_part part;
	size_t bound;
	void (*set)(void *object, const char *text);
	bool (*here)(const void *object);
	const struct binding_field *fields;
};

/* Text of n bytes, in memory that ends with it, or with its NUL. */
static bool binding_behind_one(struct kunit *test, const struct binding_behind *b, void *object,
			       size_t n, bool nul)
{
	struct binding_test *t = test->priv;
	char *text = kmalloc(n + nul, GFP_KERNEL);
	size_t length = 0;
	const char *got;
	bool done = text;

	if (!binding_expect(test, done, "expected: memory"))
		return false;
	memset(text, 'x', n + nul);
	if (nul)
		text[n] = '\0';
	b->set(object, text);
	lua_settop(t->L, t->view);
	done = binding_read(t, b->part.name) && lua_type(t->L, -1) == LUA_TSTRING;
	got = luaL_tolstring(t->L, -1, &length);
	done = done && length == min(n, b->bound) && !memcmp(got, text, length);
	binding_expect(test, done, "expected: %zu bytes of %zu%s\ngot: %zu, %s", min(n, b->bound),
		       n,
		       nul ? " and a NUL" : "", length, got);
	kfree(text);
	return done;
}

static bool binding_behind_all(struct kunit *test, const struct binding_behind *b, void *object)
{
	struct binding_test *t = test->priv;
	size_t n;

	for (n = 0; n < 2; n++) {
		b->set(object, n ? ERR_PTR(-EINVAL) : NULL);
		if (!binding_expect(test, binding_read(t, b->part.name) && lua_isnil(t->L, -1),
				    "expected: nil for NULL and for an error\ngot: %s",
				    luaL_tolstring(t->L, -1, NULL)))
			return false;
	}
	for (n = 0; n <= b->bound + 3; n++)
		if (!binding_behind_one(test, b, object, n, true) ||
		    (n >= b->bound && !binding_behind_one(test, b, object, n, false)))
			return false;
	return true;
}

/*
 * Where the object has none; then none, and every length up to the bound and beyond it. It is not
 * for writing.
 */
static void binding_behind_tried(struct kunit *test, const struct binding_behind *b,
				 struct binding_memory *m)
{
	struct binding_wish wish = {.here = b->here, .is_here = false};
	struct binding_test *t = test->priv;
	const char *got;
	bool done;

	b->set(m->bytes, "text");
	if (b->here && binding_search(b->fields, b->part.layout, m, &wish) &&
	    !binding_is_absent(test, b->part.name))
		return;
	wish.is_here = true;
	if (binding_search(b->fields, b->part.layout, m, &wish) &&
	    !binding_behind_all(test, b, m->bytes))
		return;
	lua_settop(t->L, t->view);
	b->set(m->bytes, "text");
	lua_pushliteral(t->L, "x");
	done = !binding_write(t, b->part.name) && binding_says(t, "read-only");
	got = luaL_tolstring(t->L, -1, NULL);
	binding_expect(test, done, "expected: an error, it is read-only\ngot: %s", got);
}

static void __maybe_unused binding_texts_behind(struct kunit *test, const struct binding_behind *b)
{
	struct binding_test *t = binding_enter(test);
	struct binding_memory m;

	t->part = &b->part;
	if (binding_allocate(test, b->part.layout, b->part.size, &m) &&
	    binding_view(t, b->part.layout, m.bytes, m.length)) {
		binding_behind_tried(test, b, &m);
		binding_return(t);
		lua_settop(t->L, t->view);
		binding_expect(test, !binding_read(t, b->part.name) &&
			       binding_says(t, "data expired"),
			       "expected: it expires with the loan");
	}
	binding_leave(t);
}

#endif
