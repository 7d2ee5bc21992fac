/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of values that are text to scripts, as the kernel prints them. */
#ifndef KLUA_SUITE_PRINTED_H
#define KLUA_SUITE_PRINTED_H

#include "suite_part.h"

#define SUITE_PRINTED_MAX 64 /* characters, with the last NUL */

/**
 * struct suite_printed - a value as C sees it
 * @part: which field
 * @offset: of its first byte
 * @length: of its bytes
 * @format: of the kernel's printk(), for a pointer to it
 */
struct suite_printed {
	struct suite_part part;
	size_t offset;
	size_t length;
	const char *format;
};

/* Reading gives what the kernel prints of the bytes. */
static bool suite_printed_reads(struct kunit *test, struct suite_memory *m)
{
	const struct suite_printed *value = test->param_value;
	struct suite_case *t = test->priv;
	char wanted[SUITE_PRINTED_MAX];
	bool done;

	snprintf(wanted, sizeof(wanted), value->format, m->bytes + m->at + value->offset);
	lua_settop(t->L, t->view);
	done = suite_read(t, value->part.name);
	if (!suite_can_read(test->param_value))
		return suite_ended(test, test->param_value, done, false, "reading");
	done = done && lua_type(t->L, -1) == LUA_TSTRING && !strcmp(lua_tostring(t->L, -1), wanted);
	return suite_expect(test, done, "expected: %s\ngot: %s", wanted,
			    luaL_tolstring(t->L, -1, NULL));
}

/* Writing what the kernel prints of some bytes gives these bytes. */
static bool suite_printed_writes(struct kunit *test, struct suite_memory *m, unsigned int pattern)
{
	const struct suite_printed *value = test->param_value;
	bool wanted = suite_can_write(test->param_value);
	struct suite_case *t = test->priv;
	char text[SUITE_PRINTED_MAX];
	u8 *bytes;
	size_t i;

	suite_paint(m, pattern);
	bytes = (wanted ? m->wanted : m->bytes) + m->at + value->offset;
	for (i = 0; i < value->length; i++)
		bytes[i] ^= i * 17 + 1;
	snprintf(text, sizeof(text), value->format, bytes);
	if (!wanted)
		suite_keep(m);
	lua_settop(t->L, t->view);
	lua_pushstring(t->L, text);
	return suite_ended(test, test->param_value, suite_write(t, value->part.name), wanted,
			   "writing a text") &&
	       suite_same(test, test->param_value, m);
}

/* No text that lacks a character, has one too many, or one that is none. */
static void suite_printed_refuses(struct kunit *test, struct suite_memory *m)
{
	const struct suite_printed *value = test->param_value;
	struct suite_case *t = test->priv;
	char text[SUITE_PRINTED_MAX];
	size_t n, i;

	suite_paint(m, 2);
	n = snprintf(text, sizeof(text), value->format, m->bytes + m->at + value->offset);
	for (i = 0; i <= n; i++) {
		lua_settop(t->L, t->view);
		lua_pushlstring(t->L, text, i < n ? i : n);
		if (i == n)
			lua_pushliteral(t->L, "0");
		else
			lua_pushstring(t->L, text + i + 1);
		lua_concat(t->L, 2);
		suite_part_refuses(test, m, "a text of another length");
		lua_pushlstring(t->L, text, i);
		lua_pushliteral(t->L, "?");
		lua_pushstring(t->L, i < n ? text + i + 1 : "");
		lua_concat(t->L, 3);
		suite_part_refuses(test, m, "a text with a wrong character");
	}
	lua_pushinteger(t->L, 1);
	suite_part_refuses(test, m, "an integer");
	lua_pushnil(t->L);
	suite_part_refuses(test, m, "nil");
}

static void suite_printed_all(struct kunit *test, struct suite_memory *m)
{
	unsigned int pattern;

	if (suite_part_misses(test, m))
		return;
	for (pattern = 0; pattern < SUITE_PATTERNS; pattern++) {
		suite_paint(m, pattern);
		if (!suite_printed_reads(test, m) || !suite_printed_writes(test, m, pattern))
			return;
	}
	suite_printed_refuses(test, m);
}

static void __maybe_unused printed_is_as_in_c(struct kunit *test)
{
	suite_at_each_place(test, suite_printed_all);
}

#endif
