/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of texts and bytes. */
#ifndef KLUA_SUITE_TEXT_H
#define KLUA_SUITE_TEXT_H

#include "suite_part.h"

enum suite_text_kind {
	SUITE_TEXT_ENDED,  /* ends at a NUL */
	SUITE_TEXT_EXACT,  /* a string of all its bytes */
	SUITE_TEXT_FILLED, /* likewise; a shorter one that is written is filled with NULs */
	SUITE_TEXT_BLOCK,  /* a block */
};

/**
 * struct suite_text - bytes as C sees them
 * @part: which field
 * @offset: of the first
 * @length: how many
 * @kind: what scripts see
 */
struct suite_text {
	struct suite_part part;
	size_t offset;
	size_t length;
	enum suite_text_kind kind;
};

/* Text of n bytes: what follows its NUL is no part of it. */
static bool suite_text_reads(struct kunit *test, struct suite_memory *m, size_t n)
{
	const struct suite_text *text = test->param_value;
	struct suite_case *t = test->priv;
	u8 *bytes = m->bytes + m->at + text->offset;
	size_t length = 0;
	const char *got;
	bool done;

	lua_settop(t->L, t->view);
	memset(bytes, 'x', text->length);
	if (n < text->length)
		bytes[n] = 0;
	done = suite_read(t, text->part.name);
	if (!suite_can_read(test->param_value))
		return suite_ended(test, test->param_value, done, false, "reading");
	done = done && (text->kind == SUITE_TEXT_BLOCK) == !!luadata_testref(t->L, -1);
	got = suite_tobytes(t, &length);
	done = done && length == n && !memcmp(got, bytes, n);
	return suite_expect(test, done,
			    "expected: %zu bytes of 'x' at offset %zu\ngot: %zu bytes: %s", n,
			    m->at + text->offset, length, got);
}

/* A string of n bytes is taken when it fits; text is filled up with NULs. */
static bool suite_text_writes(struct kunit *test, struct suite_memory *m, size_t n)
{
	const struct suite_text *text = test->param_value;
	struct suite_case *t = test->priv;
	bool fillable = text->kind == SUITE_TEXT_ENDED || text->kind == SUITE_TEXT_FILLED;
	bool fits = fillable ? n <= text->length : n == text->length;
	bool wanted = fits && suite_can_write(test->param_value);
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
	if (!suite_ended(test, test->param_value, suite_write(t, text->part.name), wanted,
			 "writing a string"))
		return suite_expect(test, false, "the string had %zu bytes, the field has %zu", n,
				    text->length);
	return suite_same(test, test->param_value, m);
}

static void suite_text_all(struct kunit *test, struct suite_memory *m)
{
	const struct suite_text *text = test->param_value;
	struct suite_case *t = test->priv;
	unsigned int pattern;
	size_t n;

	if (suite_part_misses(test, m))
		return;
	for (pattern = 0; pattern < SUITE_PATTERNS; pattern++)
		for (n = 0; n <= text->length + 1; n++) {
			suite_paint(m, pattern);
			if (!suite_text_writes(test, m, n))
				return;
			if (n > text->length)
				continue;
			if (text->kind != SUITE_TEXT_ENDED && n < text->length)
				continue;
			if (!suite_text_reads(test, m, n))
				return;
		}
	suite_paint(m, 2);
	lua_settop(t->L, t->view);
	lua_pushinteger(t->L, 1);
	suite_part_refuses(test, m, "writing an integer");
	lua_pushnil(t->L);
	suite_part_refuses(test, m, "writing nil");
	if (text->kind == SUITE_TEXT_ENDED && text->length > 1) {
		lua_pushlstring(t->L, "\0y", 2);
		suite_part_refuses(test, m, "writing a NUL");
	}
}

static void __maybe_unused text_is_as_in_c(struct kunit *test)
{
	suite_at_each_place(test, suite_text_all);
}

#endif
