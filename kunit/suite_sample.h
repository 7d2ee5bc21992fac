/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of wire formats whose fields lie behind others: sample messages. */
#ifndef KLUA_SUITE_SAMPLE_H
#define KLUA_SUITE_SAMPLE_H

#include "suite_seen.h"

/* Longer messages are cut with one pattern only, and a field is then tried where that can tell. */
#define SUITE_SHORT 40

/**
 * struct suite_poke - bits that make a sample what it is; a list of them ends with no bits
 * @bit: where they begin
 * @bits: how many they are
 * @value: what they are
 * @little: the least significant byte comes first
 * @text: what they are instead, whole bytes
 */
struct suite_poke {
	unsigned int bit;
	unsigned int bits;
	u64 value;
	bool little;
	const char *text;
};

/**
 * struct suite_sample - a message, and what is to be seen in it
 * @length: its bytes
 * @covers: how many of them the checksum covers, 0: none that can be told
 * @pokes: what it is made of
 * @seen: fields, beside those that all samples of the layout have
 * @absent: names of fields that it has not
 */
struct suite_sample {
	size_t length;
	size_t covers;
	const struct suite_poke *pokes;
	const struct suite_seen *seen;
	const char *const *absent;
};

#define SUITE_POKES(...) ((const struct suite_poke []){__VA_ARGS__, {} })
#define SUITE_SEEN(...) ((const struct suite_seen []){__VA_ARGS__, {} })

static void suite_poke(u8 *bytes, const struct suite_poke *poke)
{
	u64 value = poke->little ? suite_swapped(poke->value, poke->bits) : poke->value;

	if (poke->text)
		memcpy(bytes + poke->bit / 8, poke->text, poke->bits / 8);
	else
		suite_set_bits(bytes, poke->bit, poke->bits, value);
}

static bool suite_sample_reads(struct kunit *test, const struct suite_memory *m,
			       const struct luadata_layout *layout, const struct suite_seen *seen,
			       const struct suite_seen *fields)
{
	struct suite_case *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = suite_read_keys(t, seen->name) && suite_seen_is(t, m, seen, fields);
	return suite_expect(test, done,
			    "expected: %s.%s %s in a message of %zu bytes, %u bits at bit %u\n"
			    "got: %s",
			    layout->name, seen->name,
			    seen->kind == SUITE_SEEN_ABSENT ? "is absent" : "is as C reads it",
			    m->length, seen->bits, seen->bit, luaL_tolstring(t->L, -1, NULL));
}

/* The Internet checksum's sum, 16 bits at a time: 0xffff when the checksum among them is right. */
static u32 suite_sum(const u8 *bytes, size_t n)
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
static void suite_sum_up(const struct luadata_layout *layout, u8 *bytes, size_t covers,
			 unsigned int pattern)
{
	if (!covers || !pattern)
		return;
	suite_set_bits(bytes, 8 * layout->checksum->offset, 16, 0);
	suite_set_bits(bytes, 8 * layout->checksum->offset, 16, 0xffff & ~suite_sum(bytes, covers));
}

/* Whether the checksum followed a write of a field: @old is what was there before. */
static bool suite_sum_follows(struct kunit *test, const struct luadata_layout *layout,
			      const u8 *old, const u8 *bytes, size_t covers,
			      const struct suite_seen *seen)
{
	unsigned int at = layout->checksum->offset;
	u32 before = suite_sum(old, covers), after = suite_sum(bytes, covers);
	s64 was = suite_bits(old, 8 * at, 16), is = suite_bits(bytes, 8 * at, 16);

	if (seen->bit < 8 * at + 16 && seen->bit + seen->bits > 8 * at)
		return true;
	if ((layout->checksum->optional && !was) || seen->bit >= 8 * covers)
		return suite_expect(test, is == was,
				    "expected: the checksum 0x%04llx stays\ngot: 0x%04llx",
				    was, is);
	if (before == 0xffff)
		return suite_expect(test, after == before && (is || !layout->checksum->optional),
				    "expected: a checksum that is right after %s.%s was written\n"
				    "got: 0x%04llx",
				    layout->name, seen->name, is);
	return suite_expect(test, after % 0xffff == before % 0xffff,
			    "expected: a checksum as wrong as before %s.%s was written, %u\n"
			    "got: %u",
			    layout->name, seen->name, before, after);
}

/* Another value arrives, and nothing else changes; what is absent is not written. */
static bool suite_sample_writes(struct kunit *test, struct suite_memory *m,
				const struct luadata_layout *layout, const struct suite_seen *seen)
{
	struct suite_case *t = test->priv;
	bool wanted = seen->kind != SUITE_SEEN_ABSENT;
	u64 value =
		wanted ? ~suite_bits(m->bytes, seen->bit, seen->bits) & suite_mask(seen->bits) : 0;
	size_t i = 0;
	bool done;

	lua_settop(t->L, t->view);
	if (wanted)
		suite_set_bits(m->wanted, seen->bit, seen->bits, value);
	if (seen->kind == SUITE_SEEN_BOOL)
		lua_pushboolean(t->L, value);
	else
		lua_pushinteger(t->L, wanted ? suite_take(m->wanted, seen) : 0);
	done = suite_write_keys(t, seen->name);
	if (!suite_expect(test, done == wanted, "expected: writing %s.%s %s\ngot: %s", layout->name,
			  seen->name, wanted ? "works" : "is refused",
			  done ? "it worked" : luaL_tolstring(t->L, -1, NULL)))
		return false;
	while (i < m->length && (m->bytes[i] == m->wanted[i] || suite_follows(layout, i)))
		i++;
	done = i == m->length;
	return suite_expect(test, done,
			    "expected: 0x%02x at byte %zu after %s.%s was written\ngot: 0x%02x",
			    done ? 0 : m->wanted[i], i, layout->name, seen->name,
			    done ? 0 : m->bytes[i]);
}

/* Reads all that there is in the value at 1, as deep as 2 says. */
static int suite_walk(lua_State *L)
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
			lua_pushcfunction(L, suite_walk);
			lua_pushvalue(L, 6);
			lua_pushinteger(L, depth - 1);
			lua_call(L, 2, 0);
		}
		lua_settop(L, 5);
		lua_replace(L, 4);
	}
}

/*
 * Whether a field is to be tried in a message of which so many bytes are left: around its ends,
 * and often.
 */
static bool suite_cut_tells(const struct suite_seen *seen, size_t length)
{
	size_t needs = suite_needs(seen), end = DIV_ROUND_UP(seen->bit + seen->bits, 8);

	return seen->kind == SUITE_SEEN_ABSENT || length <= SUITE_SHORT || length % 16 == 0 ||
	       length - needs + 1 < 2 || length - end + 1 < 2;
}

/*
 * The first bytes of a sample, in memory of their own: what is not there is absent, and no error.
 */
static bool suite_sample_cut(struct kunit *test, const struct luadata_layout *layout,
			     const struct suite_memory *m, const struct suite_seen *fields)
{
	struct suite_case *t = test->priv;
	struct suite_memory cut = { .length = m->length };
	const struct suite_seen *field;
	struct suite_seen seen;
	bool good = true;

	while (good && cut.length--) {
		cut.bytes = kmemdup(m->bytes, cut.length, GFP_KERNEL);
		good = suite_expect(test, cut.bytes && suite_view(t, layout, cut.bytes, cut.length),
				    "expected: a view, or nil");
		if (cut.length < layout->size)
			good = good && suite_expect(test, lua_isnil(t->L, 1),
						    "expected: no view of %zu bytes", cut.length);
		for (field = fields; good && field->name && cut.length >= layout->size; field++) {
			seen = *field;
			if (seen.kind == SUITE_SEEN_PRESENT || !suite_cut_tells(&seen, cut.length))
				continue;
			if (suite_needs(&seen) > cut.length)
				seen.kind = SUITE_SEEN_ABSENT;
			good = suite_sample_reads(test, &cut, layout, &seen, fields);
		}
		lua_settop(t->L, t->view);
		lua_pushinteger(t->L, 4);
		good = good &&
		       suite_expect(test, suite_protected(t, suite_walk, 0),
				    "expected: %s of %zu bytes can be read\ngot: %s", layout->name,
				    cut.length, luaL_tolstring(t->L, -1, NULL));
		suite_return(t);
		kfree(cut.bytes);
	}
	return good;
}

static bool suite_sample(struct kunit *test, const struct luadata_layout *layout,
			 struct suite_memory *m, const struct suite_sample *sample,
			 const struct suite_seen *fields, u8 *old, unsigned int pattern)
{
	const struct suite_poke *poke;
	const struct suite_seen *seen;

	suite_paint(m, pattern);
	for (poke = sample->pokes; poke && poke->bits; poke++)
		suite_poke(m->bytes, poke);
	if ((m->length <= SUITE_SHORT || pattern == SUITE_PATTERNS - 1) &&
	    !suite_sample_cut(test, layout, m, fields))
		return false;
	suite_sum_up(layout, m->bytes, sample->covers, pattern);
	if (!suite_expect(test, suite_view(test->priv, layout, m->bytes, m->length),
			  "expected: a view"))
		return false;
	for (seen = fields; seen->name; seen++)
		if (!suite_sample_reads(test, m, layout, seen, fields))
			return false;
	for (seen = fields; seen->name; seen++) {
		memcpy(m->wanted, m->bytes, m->length);
		if (!seen->writable || seen->kind == SUITE_SEEN_PRESENT)
			continue;
		memcpy(old, m->bytes, m->length);
		if (!suite_sample_writes(test, m, layout, seen) ||
		    !suite_sample_reads(test, m, layout, seen, fields))
			return false;
		if (sample->covers &&
		    !suite_sum_follows(test, layout, old, m->bytes, sample->covers, seen))
			return false;
	}
	return true;
}

static size_t suite_seen_count(const struct suite_seen *seen)
{
	size_t n = 0;

	while (seen && seen[n].name)
		n++;
	return n;
}

/* All fields of a sample: those of every sample, its own, and those that it has not. */
static const struct suite_seen *suite_sample_fields(struct kunit *test,
						    const struct suite_seen *every,
						    const struct suite_sample *sample)
{
	size_t shared = suite_seen_count(every), own = suite_seen_count(sample->seen), n = 1;
	const char *const *absent;
	struct suite_seen *fields;

	for (absent = sample->absent; absent && *absent; absent++)
		n++;
	fields = kunit_kcalloc(test, shared + own + n, sizeof(*fields), GFP_KERNEL);
	if (!fields)
		return NULL;
	memcpy(fields, every, shared * sizeof(*fields));
	memcpy(fields + shared, sample->seen, own * sizeof(*fields));
	n = shared + own;
	for (absent = sample->absent; absent && *absent; absent++)
		fields[n++] = (struct suite_seen){
			.name = *absent,
			.kind = SUITE_SEEN_ABSENT,
			.writable = true,
		};
	return fields;
}

/* Each sample; @every: fields that all of them have. */
static void __maybe_unused suite_samples(struct kunit *test, const struct luadata_layout *layout,
					 const struct suite_seen *every,
					 const struct suite_sample *samples, size_t count)
{
	struct suite_case *t = suite_enter(test);
	const struct suite_seen *fields;
	struct suite_memory m = {};
	unsigned int pattern;
	bool good = true;
	size_t i;
	u8 *old;

	for (i = 0; i < count && good; i++) {
		m.length = samples[i].length;
		m.bytes = kunit_kzalloc(test, m.length, GFP_KERNEL);
		m.wanted = kunit_kzalloc(test, m.length, GFP_KERNEL);
		old = kunit_kzalloc(test, m.length, GFP_KERNEL);
		fields = suite_sample_fields(test, every, &samples[i]);
		good = m.bytes && m.wanted && old && fields;
		for (pattern = 0; pattern < SUITE_PATTERNS && good; pattern++)
			good = suite_sample(test, layout, &m, &samples[i], fields, old, pattern);
		suite_expect(test, good, "in sample %zu of %zu", i, count);
	}
	suite_leave(t);
}

#endif
