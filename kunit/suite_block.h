/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of blocks that other fields place. */
#ifndef KLUA_SUITE_BLOCK_H
#define KLUA_SUITE_BLOCK_H

#include "suite_field.h"

#define SUITE_BLOCK 96 /* bytes beyond the fixed part, for blocks that other fields place */

/**
 * struct suite_block - a block that other fields place
 * @part: which field
 * @find: says in C where it lies, false when it is absent
 * @fields: of the suite
 * @deciding: names of those that @find reads, of the same layout; NULL: of none
 */
struct suite_block {
	struct suite_part part;
	bool (*find)(const void *object, s64 length, s64 *from, s64 *to);
	const struct suite_field *fields;
	const char *const *deciding;
};

static void suite_block_one(struct kunit *test, u8 *object, size_t length)
{
	const struct suite_block *block = test->param_value;
	struct suite_case *t = test->priv;
	s64 from = 0, to = 0;
	const char *got;
	size_t n = 0;
	bool here;

	KUNIT_EXPECT_TRUE(test, suite_view(t, block->part.layout, object, length));
	KUNIT_EXPECT_TRUE(test, suite_read(t, block->part.name));
	here = block->find(object, length, &from, &to) && from >= 0 && to >= from && from <= length;
	got = luaL_tolstring(t->L, -1, &n);
	if (!suite_expect(test, lua_isnil(t->L, -2) != here, "expected: %s\ngot: %s",
			  here ? "a block" : "nil", got))
		return;
	if (!here)
		return;
	to = min_t(s64, to, length);
	here = n == to - from && !memcmp(got, object + from, n) && luaL_len(t->L, -2) == n;
	suite_expect(test, here, "expected: bytes %lld up to %lld\ngot: %zu bytes", from, to, n);
}

/* A field of the block's layout; NULL: the suite has none of that name. */
static const struct suite_field *suite_sibling(const struct suite_block *block, const char *name)
{
	const struct suite_field *f = block->fields;

	while (f->part.name &&
	       (f->part.layout != block->part.layout || strcmp(f->part.name, name)))
		f++;
	return f->part.name ? f : NULL;
}

/* Each field that decides takes all its small values and its largest, the others stay. */
static void __maybe_unused block_lies_where_fields_say(struct kunit *test)
{
	const struct suite_block *block = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	size_t length = block->part.size + SUITE_BLOCK, i;
	u8 *object = kunit_kzalloc(test, length, GFP_KERNEL);
	const char *const *name = block->deciding;
	const struct suite_field *f;
	s64 value;

	KUNIT_EXPECT_NOT_NULL(test, object);
	for (i = 0; object && i < length; i++)
		object[i] = i + 1;
	if (object)
		suite_block_one(test, object, length);
	for (; object && name && *name; name++) {
		f = suite_sibling(block, *name);
		KUNIT_EXPECT_NOT_NULL(test, f);
		if (!f)
			break;
		for (value = 0; value <= min_t(u64, length + 2, suite_mask(f->bits)); value++) {
			suite_field_set(f, object, value);
			suite_block_one(test, object, length);
		}
		suite_field_set(f, object, suite_mask(f->bits));
		suite_block_one(test, object, length);
		suite_field_set(f, object, min_t(u64, block->part.size + 10, suite_mask(f->bits)));
	}
	suite_leave(t);
}

#endif
