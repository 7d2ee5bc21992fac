/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of arrays of integers. */
#ifndef KLUA_SUITE_ARRAY_H
#define KLUA_SUITE_ARRAY_H

#include "suite_bits.h"
#include "suite_part.h"

/**
 * struct suite_array - an array of integers as C sees it
 * @part: which field
 * @set: writes an element in C; NULL: they are @bits each of a wire format, from @start
 * @count: how many there are
 * @start: first bit of the first
 * @bits: of one
 * @little: the least significant byte comes first
 * @is_signed: two's complement
 */
struct suite_array {
	struct suite_part part;
	void (*set)(void *object, size_t i, s64 value);
	size_t count;
	unsigned int start;
	unsigned int bits;
	bool little;
	bool is_signed;
};

/* A value for an element, unlike its neighbours'. */
static s64 suite_element(const struct suite_array *a, size_t i)
{
	return suite_extended(0x0123456789abcdefULL * (2 * i + 3), a->bits, a->is_signed);
}

static void suite_element_set(const struct suite_array *a, void *object, size_t i, s64 value)
{
	if (a->set)
		a->set(object, i, value);
	else
		suite_set_bits(object, a->start + i * a->bits, a->bits,
			       a->little ? suite_swapped(value, a->bits) : value);
}

/* array[i] on top of the stack, above the array */
static bool suite_element_reads(struct kunit *test, struct suite_memory *m, size_t i)
{
	const struct suite_array *a = test->param_value;
	struct suite_case *t = test->priv;
	bool inside = i >= 1 && i <= a->count;
	s64 value = inside ? suite_element(a, i - 1) : 0;
	bool done;

	if (inside)
		suite_element_set(a, m->bytes + m->at, i - 1, value);
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	done = suite_get(t, t->view + 1);
	if (!inside)
		return suite_expect(test, done && lua_isnil(t->L, -1),
				    "expected: nil for element %zu of %zu\ngot: %s", i, a->count,
				    luaL_tolstring(t->L, -1, NULL));
	done = done && lua_isinteger(t->L, -1) && lua_tointeger(t->L, -1) == value;
	return suite_expect(test, done, "expected: %lld in element %zu\ngot: %s", value, i,
			    luaL_tolstring(t->L, -1, NULL));
}

static bool suite_element_writes(struct kunit *test, struct suite_memory *m, size_t i, s64 value,
				 bool fits)
{
	const struct suite_array *a = test->param_value;
	struct suite_case *t = test->priv;
	bool wanted = fits && i >= 1 && i <= a->count && suite_can_write(test->param_value);
	bool done;

	if (wanted)
		suite_element_set(a, m->wanted + m->at, i - 1, value);
	lua_settop(t->L, t->view + 1);
	lua_pushinteger(t->L, i);
	lua_pushinteger(t->L, value);
	done = suite_set(t, t->view + 1);
	if (!suite_expect(test, done == wanted, "expected: element %zu of %zu %s %lld\ngot: %s", i,
			  a->count, wanted ? "takes" : "refuses", value,
			  done ? "it took it" : luaL_tolstring(t->L, -1, NULL)))
		return false;
	return suite_same(test, test->param_value, m);
}

static void suite_array_all(struct kunit *test, struct suite_memory *m, unsigned int pattern)
{
	const struct suite_array *a = test->param_value;
	s64 low = a->is_signed ? -(s64)(suite_mask(a->bits) >> 1) - 1 : 0;
	s64 high = a->is_signed ? suite_mask(a->bits) >> 1 : suite_mask(a->bits);
	size_t i;

	for (i = 0; i <= a->count + 1; i++) {
		suite_paint(m, pattern);
		if (!suite_element_writes(test, m, i, low, true) ||
		    !suite_element_writes(test, m, i, high, true) ||
		    !suite_element_writes(test, m, i, i ? suite_element(a, i - 1) : 0, true))
			return;
		if (a->bits < 64 && (!suite_element_writes(test, m, i, low - 1, false) ||
				     !suite_element_writes(test, m, i, high + 1, false)))
			return;
	}
	suite_paint(m, pattern);
	for (i = 0; i <= a->count + 1; i++)
		if (!suite_element_reads(test, m, i))
			return;
}

static void suite_array_one(struct kunit *test, struct suite_memory *m)
{
	const struct suite_array *a = test->param_value;
	struct suite_case *t = test->priv;
	unsigned int pattern;

	lua_settop(t->L, t->view);
	if (suite_part_misses(test, m))
		return;
	suite_paint(m, 2);
	lua_newtable(t->L);
	suite_part_refuses(test, m, "writing an array as a whole");
	if (!suite_expect(test, suite_read(t, a->part.name) && suite_length_of(t) == a->count,
			  "expected: %zu elements\ngot: %s", a->count,
			  luaL_tolstring(t->L, -1, NULL)))
		return;
	for (pattern = 0; pattern < SUITE_PATTERNS; pattern++)
		suite_array_all(test, m, pattern);
}

static void __maybe_unused array_is_as_in_c(struct kunit *test)
{
	suite_at_each_place(test, suite_array_one);
}

#endif
