/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of texts behind pointers. */
#ifndef KLUA_SUITE_BEHIND_H
#define KLUA_SUITE_BEHIND_H

#include "suite_part.h"
#include "suite_field.h"

/**
 * struct suite_behind - a text behind a pointer
 * @part: the field
 * @bound: so many bytes at most
 * @set: makes the pointer point there
 * @here: whether the object is one that has it, or NULL
 * @fields: of the suite, which may decide that
 */
struct suite_behind {
	struct suite_part part;
	size_t bound;
	void (*set)(void *object, const char *text);
	bool (*here)(const void *object);
	const struct suite_field *fields;
};

/* Text of n bytes, in memory that ends with it, or with its NUL. */
static bool suite_behind_one(struct kunit *test, const struct suite_behind *b, void *object,
			     size_t n, bool nul)
{
	struct suite_case *t = test->priv;
	char *text = kmalloc(n + nul, GFP_KERNEL);
	size_t length = 0;
	const char *got;
	bool done = text;

	if (!suite_expect(test, done, "expected: memory"))
		return false;
	memset(text, 'x', n + nul);
	if (nul)
		text[n] = '\0';
	b->set(object, text);
	lua_settop(t->L, t->view);
	done = suite_read(t, b->part.name) && lua_type(t->L, -1) == LUA_TSTRING;
	got = luaL_tolstring(t->L, -1, &length);
	done = done && length == min(n, b->bound) && !memcmp(got, text, length);
	suite_expect(test, done, "expected: %zu bytes of %zu%s\ngot: %zu, %s", min(n, b->bound), n,
		     nul ? " and a NUL" : "", length, got);
	kfree(text);
	return done;
}

static bool suite_behind_all(struct kunit *test, const struct suite_behind *b, void *object)
{
	struct suite_case *t = test->priv;
	size_t n;

	for (n = 0; n < 2; n++) {
		b->set(object, n ? ERR_PTR(-EINVAL) : NULL);
		if (!suite_expect(test, suite_read(t, b->part.name) && lua_isnil(t->L, -1),
				  "expected: nil for NULL and for an error\ngot: %s",
				  luaL_tolstring(t->L, -1, NULL)))
			return false;
	}
	for (n = 0; n <= b->bound + 3; n++)
		if (!suite_behind_one(test, b, object, n, true) ||
		    (n >= b->bound && !suite_behind_one(test, b, object, n, false)))
			return false;
	return true;
}

/*
 * Where the object has none; then none, and every length up to the bound and beyond it. It is not
 * for writing.
 */
static void suite_behind_tried(struct kunit *test, const struct suite_behind *b,
			       struct suite_memory *m)
{
	struct suite_wish wish = { .here = b->here, .is_here = false };
	struct suite_case *t = test->priv;
	const char *got;
	bool done;

	b->set(m->bytes, "text");
	if (b->here && suite_search(b->fields, b->part.layout, m, &wish) &&
	    !suite_is_absent(test, b->part.name))
		return;
	wish.is_here = true;
	if (suite_search(b->fields, b->part.layout, m, &wish) &&
	    !suite_behind_all(test, b, m->bytes))
		return;
	lua_settop(t->L, t->view);
	b->set(m->bytes, "text");
	lua_pushliteral(t->L, "x");
	done = !suite_write(t, b->part.name) && suite_says(t, "read-only");
	got = luaL_tolstring(t->L, -1, NULL);
	suite_expect(test, done, "expected: an error, it is read-only\ngot: %s", got);
}

static void __maybe_unused suite_texts_behind(struct kunit *test, const struct suite_behind *b)
{
	struct suite_case *t = suite_enter(test);
	struct suite_memory m;

	t->part = &b->part;
	if (suite_allocate(test, b->part.layout, b->part.size, &m) &&
	    suite_view(t, b->part.layout, m.bytes, m.length)) {
		suite_behind_tried(test, b, &m);
		suite_return(t);
		lua_settop(t->L, t->view);
		suite_expect(test, !suite_read(t, b->part.name) && suite_says(t, "data expired"),
			     "expected: it expires with the loan");
	}
	suite_leave(t);
}

#endif
