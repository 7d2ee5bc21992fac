/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of whole layouts: their length, their end, names that they do not have. */
#ifndef KLUA_SUITE_LAYOUT_H
#define KLUA_SUITE_LAYOUT_H

#include "suite_field.h"

/* One length: the block is exactly that long, so that KASAN sees what is read beyond. */
static void suite_length(struct kunit *test, const struct luadata_layout *layout, size_t size,
			 size_t n, size_t at)
{
	struct suite_case *t = test->priv;
	u8 *block = kunit_kzalloc(test, n, GFP_KERNEL);
	bool fits = at <= n && size <= n - at;
	char reason[96];

	KUNIT_EXPECT_NOT_NULL(test, block);
	if (!block)
		return;
	KUNIT_EXPECT_TRUE(test, suite_view_at(t, layout, block, n, at));
	suite_expect(test, lua_isnil(t->L, 1) != fits,
		     "expected: %s on %zu bytes from offset %zu\ngot: %s",
		     fits ? "a view" : "no view", n, at, lua_isnil(t->L, 1) ? "none" : "one");
	snprintf(reason, sizeof(reason), "%s: needs %zu bytes at offset %zu, block has %zu",
		 layout->name, size, at, n);
	if (!fits)
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), (const char *)reason);
	else if (luadata_testref(t->L, 1))
		KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->length, n - at);
	suite_return(t);
	kunit_kfree(test, block);
}

/* A wire layout fits on a block exactly when it has all the bytes of the fixed part. */
static void __maybe_unused suite_lengths(struct kunit *test, const struct luadata_layout *layout,
					 size_t size)
{
	struct suite_case *t = suite_enter(test);
	size_t n, at;

	for (at = 0; at < 3; at++)
		for (n = 0; n <= size + at + 1; n++)
			suite_length(test, layout, size, n, at);
	suite_leave(t);
}

/* Each field of a C object of which only n bytes were lent: it is there when all of it is. */
static bool suite_cut_one(struct kunit *test, const struct suite_field *f, size_t n, bool there)
{
	struct suite_case *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = suite_read(t, f->part.name);
	if (!suite_can_read(&f->part))
		return true;
	if (!suite_expect(test, done && lua_isnil(t->L, -1) != there,
			  "expected: %s: %s in %zu of %zu bytes\ngot: %s", f->part.name,
			  there ? "a value" : "nil", n, f->part.size,
			  luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view);
	suite_push(t->L, f, 0);
	done = suite_write(t, f->part.name);
	return there || suite_expect(test, !done,
				     "expected: %s: no writing in %zu of %zu bytes\ngot: it worked",
				     f->part.name, n, f->part.size);
}

/* How many bytes of the object must be there for a field. */
static size_t suite_end(const struct suite_field *f, u8 *object)
{
	size_t end, other;

	if (f->by_c)
		return f->part.size;
	memset(object, 0, f->part.size);
	suite_field_set(f, object, -1);
	for (end = f->part.size; end && !object[end - 1]; end--)
		;
	/* Of a number that means true or false, the first finds one byte. */
	memset(object, 0xff, f->part.size);
	suite_field_set(f, object, 0);
	for (other = f->part.size; other && object[other - 1] == 0xff; other--)
		;
	return max(end, other);
}

/* Every length of an object, up to all of it: no field is read or written beyond what was lent. */
static void __maybe_unused suite_cut(struct kunit *test, const struct suite_field *fields,
				     const struct luadata_layout *layout, size_t size)
{
	struct suite_case *t = suite_enter(test);
	u8 *whole = kunit_kzalloc(test, size, GFP_KERNEL);
	const struct suite_field *f;
	bool good = whole;
	size_t n;
	u8 *object;

	KUNIT_EXPECT_NOT_NULL(test, whole);
	for (n = 0; n < size && good; n++) {
		object = kunit_kzalloc(test, n, GFP_KERNEL);
		good = object && suite_view(t, layout, object, n);
		KUNIT_EXPECT_TRUE(test, good);
		for (f = fields; f->part.name && good; f++)
			if (f->part.layout == layout && !f->part.missing && !f->has_absent)
				good = suite_cut_one(test, f, n, suite_end(f, whole) <= n);
		suite_return(t);
		kunit_kfree(test, object);
	}
	suite_leave(t);
}

static void __maybe_unused suite_unknown(struct kunit *test, const struct luadata_layout *layout,
					 size_t size)
{
	u8 *object = kunit_kzalloc(test, size, GFP_KERNEL);
	struct suite_case *t;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = suite_enter(test);
	KUNIT_EXPECT_TRUE(test, suite_view(t, layout, object, size));
	KUNIT_EXPECT_FALSE(test, suite_read(t, "no_such_field"));
	KUNIT_EXPECT_TRUE(test, suite_says(t, "no_such_field"));
	KUNIT_EXPECT_TRUE(test, suite_says(t, layout->name));
	lua_pushinteger(t->L, 0);
	KUNIT_EXPECT_FALSE(test, suite_write(t, "no_such_field"));
	suite_leave(t);
}

static int suite_lay_over_block(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);
	static u8 bytes[16];
	struct luadata_handle *handle = luadata_newhandle(L);
	struct luadata_ref *block = luadata_newroot(L, -1, NULL);

	luadata_lend(handle, bytes, sizeof(bytes), sizeof(bytes), LUADATA_HANDLE_WRITABLE, NULL,
		     NULL);
	luadata_lendref(block, 0, sizeof(bytes), sizeof(bytes));
	luadata_pushlayout(L, layout);
	lua_pushvalue(L, -2);
	lua_call(L, 1, 1);
	return 1;
}

static void suite_not_laid(struct kunit *test, const struct luadata_layout *layout, const char *why)
{
	struct suite_case *t = suite_enter(test);

	lua_pushlightuserdata(t->L, (void *)layout);
	KUNIT_EXPECT_FALSE(test, suite_protected(t, suite_lay_over_block, 0));
	KUNIT_EXPECT_TRUE(test, suite_says(t, why));
	suite_leave(t);
}

/* A script cannot put a layout of the kernel's objects over bytes of its own. */
static void __maybe_unused suite_closed(struct kunit *test, const struct luadata_layout *layout)
{
	suite_not_laid(test, layout, "only the kernel");
}

/* Nor one of records that do not say themselves what they are. */
static void __maybe_unused suite_chained(struct kunit *test, const struct luadata_layout *layout)
{
	suite_not_laid(test, layout, "only its list");
}

#endif
