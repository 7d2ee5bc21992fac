/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* An integer field as C sees it: its values, and what decides whether it is there. */
#ifndef KLUA_SUITE_FIELD_H
#define KLUA_SUITE_FIELD_H

#include "suite_bits.h"
#include "suite_memory.h"

/**
 * struct suite_field - an integer field as C sees it, without luadata
 * @part: which field
 * @get: reads it in C; NULL: the field is @bits of a wire format, from @start
 * @set: writes it in C
 * @start: first bit, counted from the layout's start, most significant bit first
 * @bits: how many values the type has
 * @little: the least significant byte comes first
 * @is_signed: two's complement
 * @is_bool: scripts see a boolean
 * @ranged: scripts may write @low to @high, not all that fits
 * @low: smallest, with @ranged
 * @high: largest, with @ranged
 * @strict: scripts may write only what @constants name
 * @constants: names of values, or NULL
 * @flags: the names are masks
 * @by_c: a function in C reads it, from an object that must be there as a whole
 * @locked: a lock is held when C does
 * @ready: makes an object in which the field is there, or is not
 * @here: whether it is there; NULL: always
 * @siblings: table of the suite, whose fields may decide that
 * @has_absent: the field reads nil when it is @absent
 * @absent: with @has_absent
 */
struct suite_field {
	struct suite_part part;
	s64 (*get)(const void *object);
	void (*set)(void *object, s64 value);
	unsigned int start;
	unsigned int bits;
	bool little;
	bool is_signed;
	bool is_bool;
	bool ranged;
	s64 low;
	s64 high;
	bool strict;
	const struct luadata_constant *constants;
	bool flags;
	bool by_c;
	bool locked;
	void (*ready)(void *object, bool here);
	bool (*here)(const void *object);
	const struct suite_field *siblings;
	bool has_absent;
	s64 absent;
};

/* ---- values ---- */

static inline s64 suite_extend(const struct suite_field *f, u64 value)
{
	return suite_extended(value, f->bits, f->is_signed);
}

static s64 suite_field_get(const struct suite_field *f, const void *object)
{
	u64 value;

	if (f->get)
		return f->get(object);
	value = suite_bits(object, f->start, f->bits);
	return suite_extend(f, f->little ? suite_swapped(value, f->bits) : value);
}

static void suite_field_set(const struct suite_field *f, void *object, s64 value)
{
	if (f->set)
		f->set(object, value);
	else
		suite_set_bits(object, f->start, f->bits,
			       f->little ? suite_swapped(value, f->bits) : value);
}

static inline s64 suite_low(const struct suite_field *f)
{
	if (f->ranged)
		return f->low;
	return f->is_signed ? -(s64)(suite_mask(f->bits) >> 1) - 1 : 0;
}

static inline s64 suite_high(const struct suite_field *f)
{
	if (f->ranged)
		return f->high;
	return f->is_signed ? suite_mask(f->bits) >> 1 : suite_mask(f->bits);
}

static bool suite_has_name(const struct suite_field *f, s64 value)
{
	const struct luadata_constant *c;
	u64 known = 0;

	for (c = f->constants; c && c->name; c++) {
		if (c->value == value)
			return true;
		known |= c->value;
	}
	return f->flags && !(value & ~known);
}

/* Whether scripts may write a value that the type holds. */
static bool suite_takes(const struct suite_field *f, s64 value)
{
	s64 low = suite_low(f), high = suite_high(f);

	if (f->strict && !suite_has_name(f, value))
		return false;
	return f->is_signed ? low <= value && value <= high
			    : (u64)low <= (u64)value && (u64)value <= (u64)high;
}

/*
 * The values to try, number @i of them: the ends of the range, patterns, each bit alone, absence,
 * each name.
 */
static bool suite_value(const struct suite_field *f, unsigned int i, s64 *value)
{
	static const u64 patterns[] = { 0, ~0ULL, 0x5555555555555555ULL, 0xaaaaaaaaaaaaaaaaULL,
					0x0123456789abcdefULL };
	const struct luadata_constant *c;

	if (i < 2) {
		*value = i ? suite_high(f) : suite_low(f);
		return true;
	}
	i -= 2;
	if (i < ARRAY_SIZE(patterns)) {
		*value = suite_extend(f, patterns[i]);
		return true;
	}
	i -= ARRAY_SIZE(patterns);
	if (i < f->bits) {
		*value = suite_extend(f, 1ULL << i);
		return true;
	}
	i -= f->bits;
	if (f->has_absent && !i--) {
		*value = f->absent;
		return true;
	}
	for (c = f->constants; c && c->name; c++)
		if (!i--) {
			*value = c->value;
			return true;
		}
	return false;
}

static inline void suite_push(lua_State *L, const struct suite_field *f, s64 value)
{
	if (f->is_bool)
		lua_pushboolean(L, value != 0);
	else
		lua_pushinteger(L, value);
}

static inline bool suite_is(lua_State *L, const struct suite_field *f, s64 value)
{
	if (f->has_absent && value == f->absent)
		return lua_isnil(L, -1);
	if (f->is_bool)
		return lua_isboolean(L, -1) && lua_toboolean(L, -1) == (value != 0);
	return lua_isinteger(L, -1) && lua_tointeger(L, -1) == value;
}

/* The next of the fields whose values have names, or of those of them whose names are masks. */
static const void __maybe_unused *suite_next_named(const struct suite_field *prev,
						   const struct suite_field *fields, bool flags,
						   char *desc)
{
	do
		prev = suite_next(prev, fields, sizeof(*fields), desc);
	while (prev && (!prev->constants || (flags && !prev->flags)));
	return prev;
}

/* ---- what decides whether a field is there ---- */

static bool suite_is_here(const struct suite_field *f, const void *object)
{
	return !f->here || f->here(object);
}

/**
 * struct suite_wish - what an object is to be like
 * @here: whether it has the part under test, or NULL
 * @is_here: the wanted answer
 * @count: how many elements it has, or NULL
 * @elements: the wanted answer
 */
struct suite_wish {
	bool (*here)(const void *object);
	bool is_here;
	s64 (*count)(const void *object);
	s64 elements;
};

static bool suite_grants(const struct suite_wish *w, const void *object)
{
	return (!w->here || w->here(object) == w->is_here) &&
	       (!w->count || w->count(object) == w->elements);
}

/*
 * Values of a field that may decide, number @i of them: the small ones, and those that it is tried
 * with.
 */
static bool suite_choice(const struct suite_field *f, unsigned int i, s64 *value)
{
	u64 small = min_t(u64, suite_mask(f->bits), 0x1000);

	*value = i;
	return i <= small || suite_value(f, i - small - 1, value);
}

/* Looks for a value of some field with which the object is so; else it stays as it was. */
static bool suite_search(const struct suite_field *fields, const struct luadata_layout *layout,
			 struct suite_memory *m, const struct suite_wish *w)
{
	u8 *object = m->bytes + m->at;
	bool found = suite_grants(w, object);
	const struct suite_field *f;
	unsigned int i;
	s64 value;

	suite_keep(m);
	for (f = fields; !found && f && f->part.name; f++) {
		if (f->part.layout != layout || f->part.missing || f->ready || f->here)
			continue;
		for (i = 0; !found && suite_choice(f, i, &value); i++) {
			suite_field_set(f, object, value);
			found = suite_grants(w, object);
		}
		if (!found)
			memcpy(m->bytes, m->wanted, m->length);
	}
	suite_keep(m);
	return found;
}

/* Fills memory; then the field is there, or is not where it can be absent. */
static void suite_prepare(const struct suite_field *f, struct suite_memory *m, unsigned int pattern,
			  bool here)
{
	struct suite_wish wish = { .here = f->here, .is_here = here };

	suite_paint(m, pattern);
	if (f->ready)
		f->ready(m->bytes + m->at, here);
	suite_search(f->siblings, f->part.layout, m, &wish);
	locks_taken = 0;
	locks_held = 0;
}

static bool suite_gave_back(struct kunit *test, const struct suite_field *f, bool touched)
{
	bool good = !locks_held && locks_taken == (f->locked && touched);

	return suite_expect(test, good,
			    "expected: a lock is taken %d times and given back\n"
			    "got: %d times, %d held",
			    f->locked && touched, locks_taken, locks_held);
}

#endif
