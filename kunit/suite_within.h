/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of lengths in wire formats: nothing that is nested passes what encloses it. */
#ifndef KLUA_SUITE_WITHIN_H
#define KLUA_SUITE_WITHIN_H

#include "suite_sample.h"

#define SUITE_NEIGHBOUR 64 /* bytes behind a message that belong to somebody else */
#define SUITE_NESTED 10	   /* parts in parts that are looked at */

/**
 * struct suite_length - a field that says how much something has; a list of them ends with no bits
 * @bit: where it lies in the message
 * @bits: how long it is
 * @little: the least significant byte comes first
 */
struct suite_length {
	unsigned int bit;
	unsigned int bits;
	bool little;
};

/**
 * struct suite_bound - where parts end; a list of them ends with no parts
 * @start: byte of the message where they begin
 * @end: the byte that they end before when the length is 0
 * @unit: bytes that one more in the length adds
 * @length: which it is, from 1 on; 0: none, they end at @end
 * @outer: the bound that is around this one, from 1 on; 0: only the block
 * @least: the smallest length that bounds anything
 * @parts: keys of the fields that end there, or before
 */
struct suite_bound {
	size_t start;
	s64 end;
	s64 unit;
	unsigned int length;
	unsigned int outer;
	s64 least;
	const char *const *parts;
};

/**
 * struct suite_within - a message, its lengths, and what they bound
 * @sample: the message
 * @lengths: each is tried at every value
 * @bounds: each after the one that is around it
 */
struct suite_within {
	const struct suite_sample *sample;
	const struct suite_length *lengths;
	const struct suite_bound *bounds;
};

#define SUITE_LENGTHS(...) ((const struct suite_length []){__VA_ARGS__, {} })
#define SUITE_BOUNDS(...) ((const struct suite_bound []){__VA_ARGS__, {} })

/* ---- all that can be read of a part, as a number ---- */

static void suite_digest_bytes(u64 *digest, const char *bytes, size_t n)
{
	while (n--)
		*digest = (*digest ^ (u8)*bytes++) * 0x100000001b3ULL; /* FNV-1a */
}

/* Adds what is in the value at 1, as deep as 2 says, to the number at 3; of bytes all of them. */
static int suite_digest_value(lua_State *L)
{
	const struct luadata_ref *r = luadata_testref(L, 1);
	lua_Integer depth = lua_tointeger(L, 2);
	u64 *digest = lua_touserdata(L, 3);
	const char *text;
	size_t n;

	lua_settop(L, 1);
	if (!depth || !lua_isuserdata(L, 1) || (r && !r->fields)) {
		text = luaL_tolstring(L, 1, &n);
		suite_digest_bytes(digest, text, n);
		return 0;
	}
	luaL_getmetafield(L, 1, "__pairs");
	lua_pushvalue(L, 1);
	lua_call(L, 1, 3);
	for (;;) {
		lua_pushvalue(L, 2);
		lua_pushvalue(L, 3);
		lua_pushvalue(L, 4);
		lua_call(L, 2, 2);
		if (lua_isnil(L, 5))
			return 0;
		text = lua_type(L, 5) == LUA_TSTRING ? lua_tostring(L, 5) : ",";
		suite_digest_bytes(digest, text, strlen(text));
		lua_pushcfunction(L, suite_digest_value);
		lua_pushvalue(L, 6);
		lua_pushinteger(L, depth - 1);
		lua_pushlightuserdata(L, digest);
		lua_call(L, 3, 0);
		lua_settop(L, 5);
		lua_replace(L, 4);
	}
}

/* All that can be read of the value at 1, and its text, added to the number at 3. */
static int suite_digest_all(lua_State *L)
{
	u64 *digest = lua_touserdata(L, 3);
	const char *text;
	size_t n;

	text = luaL_tolstring(L, 1, &n);
	suite_digest_bytes(digest, text, n);
	lua_settop(L, 3);
	return suite_digest_value(L);
}

/* The same of a part of the view, "" for all of it. The error's message is left on top. */
static bool suite_digest(struct suite_case *t, const char *part, u64 *digest)
{
	int base;

	*digest = 0xcbf29ce484222325ULL;
	lua_settop(t->L, t->view);
	if (!*part)
		lua_pushvalue(t->L, t->view);
	else if (!suite_read_keys(t, part))
		return false;
	base = lua_gettop(t->L) - 1;
	lua_pushinteger(t->L, SUITE_NESTED);
	lua_pushlightuserdata(t->L, digest);
	return suite_protected(t, suite_digest_all, base);
}

/* ---- two neighbours ---- */

/* What lies behind the end becomes something else, bit by bit. */
static void suite_change_behind(const struct suite_memory *m, size_t end)
{
	for (; end < m->length + SUITE_NEIGHBOUR; end++)
		m->bytes[end] = ~m->bytes[end];
}

/* A part is the same whatever lies behind its end. */
static bool suite_ends_there(struct kunit *test, const struct suite_memory *m, const char *part,
			     size_t end)
{
	struct suite_case *t = test->priv;
	u64 one, other;
	bool done = suite_digest(t, part, &one);

	suite_change_behind(m, end);
	done = done && suite_digest(t, part, &other);
	suite_change_behind(m, end);
	return suite_expect(test, done && one == other,
			    "expected: %s the same whatever lies behind byte %zu of %zu\ngot: %s",
			    *part ? part : "all", end, m->length,
			    done ? "another" : luaL_tolstring(t->L, -1, NULL));
}

static u64 suite_length_is(const struct suite_memory *m, const struct suite_length *length)
{
	u64 value = suite_bits(m->bytes, length->bit, length->bits);

	return length->little ? suite_swapped(value, length->bits) : value;
}

/* Where a bound's parts end at the latest, with what is around it. */
static size_t suite_end_of(const struct suite_memory *m, const struct suite_within *w,
			   const struct suite_bound *bound)
{
	size_t end = m->length;
	s64 value, own;

	for (;; bound = &w->bounds[bound->outer - 1]) {
		value = bound->length ? suite_length_is(m, &w->lengths[bound->length - 1]) : 0;
		own = max_t(s64, bound->end + bound->unit * value, bound->start);
		if (value >= bound->least)
			end = min_t(s64, end, own);
		if (!bound->outer)
			return end;
	}
}

/* Whether a length lies in a bound that is not its own: what it moves stays there, too. */
static bool suite_contains(const struct suite_memory *m, const struct suite_within *w,
			   const struct suite_bound *bound, unsigned int length)
{
	const struct suite_length *l = &w->lengths[length - 1];

	return bound->length != length && 8 * bound->start <= l->bit &&
	       l->bit + l->bits <= 8 * suite_end_of(m, w, bound);
}

/* Where the innermost of them begins; -1: there is none. */
static ssize_t suite_innermost(const struct suite_memory *m, const struct suite_within *w,
			       unsigned int length)
{
	const struct suite_bound *bound;
	ssize_t start = -1;

	for (bound = w->bounds; bound->parts; bound++)
		if (suite_contains(m, w, bound, length))
			start = max_t(ssize_t, start, bound->start);
	return start;
}

/* With one length at one value: what it bounds, and what it can move. */
static bool suite_within_all(struct kunit *test, const struct suite_memory *m,
			     const struct suite_within *w, unsigned int length)
{
	const struct suite_length *l = &w->lengths[length - 1];
	ssize_t innermost = suite_innermost(m, w, length);
	bool good = innermost >= 0 || suite_ends_there(test, m, "", m->length);
	const struct suite_bound *bound;
	const char *const *part;
	size_t end;

	for (bound = w->bounds; good && bound->parts; bound++) {
		if (bound->length != length &&
		    (bound->start != innermost || !suite_contains(m, w, bound, length)))
			continue;
		end = suite_end_of(m, w, bound);
		/* The length itself is no neighbour, whatever it says. */
		if (8 * end < l->bit + l->bits)
			continue;
		for (part = bound->parts; good && *part; part++)
			good = suite_ends_there(test, m, *part, end);
	}
	return suite_expect(test, good, "with %llu in the %u bits at bit %u",
			    suite_length_is(m, l), l->bits, l->bit);
}

/* The next value that is tried: the small ones, then those around powers of two. */
static u64 suite_value_after(u64 value, unsigned int bits, size_t small)
{
	u64 power = 1ULL << fls64(value);

	if (bits <= 8 || value < small || value == power - 1 || value == power / 2)
		return value + 1;
	return power - 1;
}

static bool suite_within_values(struct kunit *test, const struct suite_memory *m,
				const struct suite_within *w, unsigned int length)
{
	const struct suite_length *l = &w->lengths[length - 1];
	struct suite_poke poke = { l->bit, l->bits, suite_length_is(m, l), l->little };
	u64 was = poke.value;
	bool good = true;

	for (poke.value = 0; good && poke.value <= suite_mask(l->bits);
	     poke.value = suite_value_after(poke.value, l->bits, m->length + 8)) {
		suite_poke(m->bytes, &poke);
		good = suite_within_all(test, m, w, length);
	}
	poke.value = was;
	suite_poke(m->bytes, &poke);
	return good;
}

/* The block itself at every length. */
static bool suite_within_block(struct kunit *test, const struct luadata_layout *layout,
			       const struct suite_memory *m)
{
	struct suite_memory cut = *m;
	bool good = true;

	for (cut.length = layout->size; good && cut.length <= m->length; cut.length++) {
		good = suite_view(test->priv, layout, cut.bytes, cut.length) &&
		       suite_ends_there(test, &cut, "", cut.length);
		suite_return(test->priv);
	}
	return suite_expect(test, good, "in a block of %zu bytes", cut.length);
}

static bool suite_within_one(struct kunit *test, const struct luadata_layout *layout,
			     const struct suite_within *w)
{
	struct suite_memory m = { .length = w->sample->length + SUITE_NEIGHBOUR };
	const struct suite_poke *poke;
	unsigned int length;
	bool good;

	m.bytes = kunit_kzalloc(test, m.length, GFP_KERNEL);
	m.wanted = kunit_kzalloc(test, m.length, GFP_KERNEL);
	if (!suite_expect(test, m.bytes && m.wanted, "expected: memory"))
		return false;
	suite_paint(&m, SUITE_PATTERNS - 1);
	m.length -= SUITE_NEIGHBOUR;
	for (poke = w->sample->pokes; poke && poke->bits; poke++)
		suite_poke(m.bytes, poke);
	good = suite_within_block(test, layout, &m) &&
	       suite_view(test->priv, layout, m.bytes, m.length);
	for (length = 1; good && w->lengths[length - 1].bits; length++)
		good = suite_within_values(test, &m, w, length);
	suite_return(test->priv);
	return good;
}

static void __maybe_unused suite_all_within(struct kunit *test, const struct luadata_layout *layout,
					    const struct suite_within *messages, size_t count)
{
	struct suite_case *t = suite_enter(test);
	bool good = true;
	size_t i;

	for (i = 0; good && i < count; i++) {
		good = suite_within_one(test, layout, &messages[i]);
		suite_expect(test, good, "in message %zu of %zu", i, count);
	}
	suite_leave(t);
}

#endif
