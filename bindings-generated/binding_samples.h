/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of wire formats whose fields lie behind others: sample messages. Generated from specs/. */
#ifndef BINDING_SAMPLES_H
#define BINDING_SAMPLES_H

#include "binding_seen.h"

/* Longer messages are cut with one pattern only, and a field is then tried where that can tell. */
#define BINDING_SHORT 40

/* Bits that make a sample what it is; a list ends with no bits. */
struct binding_poke {
	unsigned int bit;
	unsigned int bits;
	u64 value;
	bool little;
};

/* How long a sample is, and how much of it the checksum covers (0: nothing that can be told). */
struct binding_extent {
	size_t length;
	size_t covers;
};

static void binding_put(u8 *bytes, unsigned int bit, unsigned int bits, u64 value, bool little)
{
	binding_set_bits(bytes, bit, bits, little ? binding_swapped(value, bits) : value);
}

static bool binding_sample_reads(struct kunit *test, const struct binding_memory *m,
				 const struct luadata_layout *layout,
				 const struct binding_seen *seen,
				 const struct binding_seen *fields)
{
	struct binding_test *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = binding_read_keys(t, seen->name) && binding_seen_is(t, m, seen, fields);
	return binding_expect(test, done,
			      "expected: %s.%s %s in a message of %zu bytes, %u bits at bit %u\ngot: %s",
			      layout->name, seen->name,
			      seen->kind == BINDING_SEEN_ABSENT ? "is absent" : "is as C reads it",
			      m->length, seen->bits, seen->bit, luaL_tolstring(t->L, -1, NULL));
}

/* The Internet checksum's sum, 16 bits at a time: 0xffff when the checksum among them is right. */
static u32 binding_sum(const u8 *bytes, size_t n)
{
	u32 sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += i % 2 ? bytes[i] : bytes[i] << 8;
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return sum;
}

/*
 * Makes the checksum right for what it covers; zeros stay as they are: they may say that there is
 * none.
 */
static void binding_sum_up(const struct luadata_layout *layout, u8 *bytes, size_t covers,
			   unsigned int pattern)
{
	if (!covers || !pattern)
		return;
	binding_set_bits(bytes, 8 * layout->checksum->offset, 16, 0);
	binding_set_bits(bytes, 8 * layout->checksum->offset, 16,
			 0xffff & ~binding_sum(bytes, covers));
}

/* Whether the checksum followed a write of a field: @old is what was there before. */
static bool binding_sum_follows(struct kunit *test, const struct luadata_layout *layout,
				const u8 *old,
				const u8 *bytes, size_t covers, const struct binding_seen *seen)
{
	unsigned int at = layout->checksum->offset;
	u32 before = binding_sum(old, covers), after = binding_sum(bytes, covers);
	s64 was = binding_bits(old, 8 * at, 16), is = binding_bits(bytes, 8 * at, 16);

	if (seen->bit < 8 * at + 16 && seen->bit + seen->bits > 8 * at)
		return true;
	if ((layout->checksum->optional && !was) || seen->bit >= 8 * covers)
		return binding_expect(test, is == was,
				      "expected: the checksum 0x%04llx stays\ngot: 0x%04llx", was,
				      is);
	if (before == 0xffff)
		return binding_expect(test, after == before && (is || !layout->checksum->optional),
				      "expected: a checksum that is right after %s.%s was written\ngot: 0x%04llx",
				      layout->name, seen->name, is);
	return binding_expect(test, after % 0xffff == before % 0xffff,
			      "expected: a checksum as wrong as before %s.%s was written, %u\ngot: %u", layout->name,
			      seen->name, before, after);
}

/* Another value arrives, and nothing else changes; what is absent is not written. */
static bool binding_sample_writes(struct kunit *test, struct binding_memory *m,
				  const struct luadata_layout *layout,
				  const struct binding_seen *seen)
{
	struct binding_test *t = test->priv;
	bool wanted = seen->kind != BINDING_SEEN_ABSENT;
	u64 value = wanted ? ~binding_bits(m->bytes, seen->bit,
					   seen->bits) & binding_mask(seen->bits) : 0;
	size_t i = 0;
	bool done;

	lua_settop(t->L, t->view);
	if (wanted)
		binding_set_bits(m->wanted, seen->bit, seen->bits, value);
	if (seen->kind == BINDING_SEEN_BOOL)
		lua_pushboolean(t->L, value);
	else
		lua_pushinteger(t->L, wanted ? binding_take(m->wanted, seen) : 0);
	done = binding_write_keys(t, seen->name);
	if (!binding_expect(test, done == wanted, "expected: writing %s.%s %s\ngot: %s",
			    layout->name, seen->name,
			    wanted ? "works" : "is refused",
			    done ? "it worked" : luaL_tolstring(t->L, -1, NULL)))
		return false;
	while (i < m->length && (m->bytes[i] == m->wanted[i] || binding_follows(layout, i)))
		i++;
	done = i == m->length;
	return binding_expect(test, done,
			      "expected: 0x%02x at byte %zu after %s.%s was written\ngot: 0x%02x",
			      done ? 0 : m->wanted[i], i, layout->name, seen->name,
			      done ? 0 : m->bytes[i]);
}

/* Reads all that there is in the value at 1, as deep as 2 says. */
static int binding_walk(lua_State *L)
{
	lua_Integer depth = lua_tointeger(L, 2);

	lua_settop(L, 1);
	if (!depth || !luaL_getmetafield(L, 1, "__pairs"))
		return 0;
	lua_pushvalue(L, 1);
	lua_call(L, 1, 3);
	for (;;) {
		lua_pushvalue(L, 2);
		lua_pushvalue(L, 3);
		lua_pushvalue(L, 4);
		lua_call(L, 2, 2);
		if (lua_isnil(L, 5))
			return 0;
		if (lua_isuserdata(L, 6)) {
			lua_pushcfunction(L, binding_walk);
			lua_pushvalue(L, 6);
			lua_pushinteger(L, depth - 1);
			lua_call(L, 2, 0);
		}
		lua_settop(L, 5);
		lua_replace(L, 4);
	}
}

/*
 * Whether a field is to be tried in a message of which so many bytes are left: around its ends, and
 * often.
 */
static bool binding_cut_tells(const struct binding_seen *seen, size_t length)
{
	size_t needs = binding_needs(seen), end = DIV_ROUND_UP(seen->bit + seen->bits, 8);

	return length <= BINDING_SHORT || length % 16 == 0 || length - needs + 1 < 2 || length - end + 1 < 2;
}

/*
 * The first bytes of a sample, in memory of their own: what is not there is absent, and no error.
 */
static bool binding_sample_cut(struct kunit *test, const struct luadata_layout *layout,
			       const struct binding_memory *m,
			const struct binding_seen *fields)
{
	struct binding_test *t = test->priv;
	struct binding_memory cut = { .length = m->length };
	const struct binding_seen *field;
	struct binding_seen seen;
	bool good = true;

	while (good && cut.length--) {
		cut.bytes = kmemdup(m->bytes, cut.length, GFP_KERNEL);
		good = binding_expect(test, cut.bytes &&
				      binding_view(t, layout, cut.bytes, cut.length),
				      "expected: a view, or nil");
		if (cut.length < layout->size)
			good = good && binding_expect(test, lua_isnil(t->L, 1),
						      "expected: no view of %zu bytes",
						      cut.length);
		for (field = fields; good && field->name && cut.length >= layout->size; field++) {
			seen = *field;
			if (seen.kind == BINDING_SEEN_PRESENT ||
			    !binding_cut_tells(&seen, cut.length))
				continue;
			if (binding_needs(&seen) > cut.length)
				seen.kind = BINDING_SEEN_ABSENT;
			good = binding_sample_reads(test, &cut, layout, &seen, fields);
		}
		lua_settop(t->L, t->view);
		lua_pushinteger(t->L, 4);
		good = good && binding_expect(test, binding_protected(t, binding_walk, 0),
					      "expected: %s of %zu bytes can be read\ngot: %s",
					      layout->name,
					      cut.length, luaL_tolstring(t->L, -1, NULL));
		binding_return(t);
		kfree(cut.bytes);
	}
	return good;
}

static bool binding_sample(struct kunit *test, const struct luadata_layout *layout,
			   struct binding_memory *m,
			   size_t covers, u8 *old, const struct binding_poke *poke,
			   const struct binding_seen *fields, unsigned int pattern)
{
	const struct binding_seen *seen;

	binding_paint(m, pattern);
	for (; poke->bits; poke++)
		binding_put(m->bytes, poke->bit, poke->bits, poke->value, poke->little);
	if ((m->length <= BINDING_SHORT || pattern == BINDING_PATTERNS - 1) &&
	    !binding_sample_cut(test, layout, m, fields))
		return false;
	binding_sum_up(layout, m->bytes, covers, pattern);
	if (!binding_expect(test, binding_view(test->priv, layout, m->bytes, m->length),
			    "expected: a view"))
		return false;
	for (seen = fields; seen->name; seen++)
		if (!binding_sample_reads(test, m, layout, seen, fields))
			return false;
	for (seen = fields; seen->name; seen++) {
		memcpy(m->wanted, m->bytes, m->length);
		if (!seen->writable || seen->kind == BINDING_SEEN_PRESENT)
			continue;
		memcpy(old, m->bytes, m->length);
		if (!binding_sample_writes(test, m, layout, seen) ||
		    !binding_sample_reads(test, m, layout, seen, fields))
			return false;
		if (covers && !binding_sum_follows(test, layout, old, m->bytes, covers, seen))
			return false;
	}
	return true;
}

/* Samples one after another: their bits and their fields, each list with its end. */
static void __maybe_unused binding_samples(struct kunit *test, const struct luadata_layout *layout,
					   const struct binding_extent *extents, size_t count,
					   const struct binding_poke *poke,
					   const struct binding_seen *seen)
{
	struct binding_test *t = binding_enter(test);
	struct binding_memory m = {};
	unsigned int pattern;
	bool good = true;
	size_t i;
	u8 *old;

	for (i = 0; i < count && good; i++) {
		m.length = extents[i].length;
		m.bytes = kunit_kzalloc(test, m.length, GFP_KERNEL);
		m.wanted = kunit_kzalloc(test, m.length, GFP_KERNEL);
		old = kunit_kzalloc(test, m.length, GFP_KERNEL);
		good = m.bytes && m.wanted && old;
		for (pattern = 0; pattern < BINDING_PATTERNS && good; pattern++)
			good = binding_sample(test, layout, &m, extents[i].covers, old, poke, seen,
					      pattern);
		binding_expect(test, good, "in sample %zu of %zu", i, count);
		while ((poke++)->bits)
			;
		while ((seen++)->name)
			;
	}
	binding_leave(t);
}

#endif
