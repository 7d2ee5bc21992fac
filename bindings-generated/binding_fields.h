/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of integer fields: what scripts see beside what C sees. Generated from specs/. */
#ifndef BINDING_FIELDS_H
#define BINDING_FIELDS_H

#include "binding_memory.h"

/**
 * struct binding_field - an integer field as C sees it, without luadata
 * @layout: as in struct binding_part, with the members up to @missing
 * @size: likewise
 * @name: likewise
 * @where: likewise
 * @access: likewise
 * @missing: likewise
 * @get: reads it in C
 * @set: writes it in C
 * @bits: how many values the type has
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
struct binding_field {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	s64 (*get)(const void *object);
	void (*set)(void *object, s64 value);
	unsigned int bits;
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
	const struct binding_field *siblings;
	bool has_absent;
	s64 absent;
};

static inline const struct binding_part *binding_part_of(const struct binding_field *f)
{
	return (const struct binding_part *)f;
}

/* ---- values ---- */

static inline s64 binding_extend(const struct binding_field *f, u64 value)
{
	value &= binding_mask(f->bits);
	if (f->is_signed && value >> (f->bits - 1))
		value |= ~binding_mask(f->bits);
	return value;
}

static inline s64 binding_low(const struct binding_field *f)
{
	if (f->ranged)
		return f->low;
	return f->is_signed ? -(s64)(binding_mask(f->bits) >> 1) - 1 : 0;
}

static inline s64 binding_high(const struct binding_field *f)
{
	if (f->ranged)
		return f->high;
	return f->is_signed ? binding_mask(f->bits) >> 1 : binding_mask(f->bits);
}

static bool binding_has_name(const struct binding_field *f, s64 value)
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
static bool binding_takes(const struct binding_field *f, s64 value)
{
	s64 low = binding_low(f), high = binding_high(f);

	if (f->strict && !binding_has_name(f, value))
		return false;
	return f->is_signed ? low <= value && value <= high : (u64)low <= (u64)value && (u64)value <= (u64)high;
}

/*
 * The values to try, number @i of them: the ends of the range, patterns, each bit alone, absence,
 * each name.
 */
static bool binding_value(const struct binding_field *f, unsigned int i, s64 *value)
{
	static const u64 patterns[] = {0, ~0ULL, 0x5555555555555555ULL, 0xaaaaaaaaaaaaaaaaULL,
				       0x0123456789abcdefULL};
	const struct luadata_constant *c;

	if (i < 2) {
		*value = i ? binding_high(f) : binding_low(f);
		return true;
	}
	i -= 2;
	if (i < ARRAY_SIZE(patterns)) {
		*value = binding_extend(f, patterns[i]);
		return true;
	}
	i -= ARRAY_SIZE(patterns);
	if (i < f->bits) {
		*value = binding_extend(f, 1ULL << i);
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

static inline void binding_push(lua_State *L, const struct binding_field *f, s64 value)
{
	if (f->is_bool)
		lua_pushboolean(L, value != 0);
	else
		lua_pushinteger(L, value);
}

static inline bool binding_is(lua_State *L, const struct binding_field *f, s64 value)
{
	if (f->has_absent && value == f->absent)
		return lua_isnil(L, -1);
	if (f->is_bool)
		return lua_isboolean(L, -1) && lua_toboolean(L, -1) == (value != 0);
	return lua_isinteger(L, -1) && lua_tointeger(L, -1) == value;
}

/* ---- what decides whether a field is there ---- */

static bool binding_is_here(const struct binding_field *f, const void *object)
{
	return !f->here || f->here(object);
}

/**
 * struct binding_wish - what an object is to be like
 * @here: whether it has the part under test, or NULL
 * @is_here: the wanted answer
 * @count: how many elements it has, or NULL
 * @elements: the wanted answer
 */
struct binding_wish {
	bool (*here)(const void *object);
	bool is_here;
	s64 (*count)(const void *object);
	s64 elements;
};

static bool binding_grants(const struct binding_wish *w, const void *object)
{
	return (!w->here || w->here(object) == w->is_here) && (!w->count ||
							       w->count(object) == w->elements);
}

/*
 * Values of a field that may decide, number @i of them: the small ones, and those that it is tried
 * with.
 */
static bool binding_choice(const struct binding_field *f, unsigned int i, s64 *value)
{
	u64 small = min_t(u64, binding_mask(f->bits), 0x1000);

	*value = i;
	return i <= small || binding_value(f, i - small - 1, value);
}

/* Looks for a value of some field with which the object is so; else it stays as it was. */
static bool binding_search(const struct binding_field *fields, const struct luadata_layout *layout,
			   struct binding_memory *m, const struct binding_wish *w)
{
	u8 *object = m->bytes + m->at;
	bool found = binding_grants(w, object);
	const struct binding_field *f;
	unsigned int i;
	s64 value;

	binding_keep(m);
	for (f = fields; !found && f && f->name; f++) {
		if (f->layout != layout || f->missing || f->ready || f->here)
			continue;
		for (i = 0; !found && binding_choice(f, i, &value); i++) {
			f->set(object, value);
			found = binding_grants(w, object);
		}
		if (!found)
			memcpy(m->bytes, m->wanted, m->length);
	}
	binding_keep(m);
	return found;
}

/* Fills memory; then the field is there, or is not where it can be absent. */
static void binding_prepare(const struct binding_field *f, struct binding_memory *m,
			    unsigned int pattern, bool here)
{
	struct binding_wish wish = {.here = f->here, .is_here = here};

	binding_paint(m, pattern);
	if (f->ready)
		f->ready(m->bytes + m->at, here);
	binding_search(f->siblings, f->layout, m, &wish);
	locks_taken = 0;
	locks_held = 0;
}

static bool binding_gave_back(struct kunit *test, const struct binding_field *f, bool touched)
{
	bool good = !locks_held && locks_taken == (f->locked && touched);

	return binding_expect(test, good,
			      "expected: a lock is taken %d times and given back\ngot: %d times, %d held",
			      f->locked && touched, locks_taken, locks_held);
}

/* ---- reading ---- */

static bool binding_reads_one(struct kunit *test, const struct binding_memory *m, s64 value)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;
	bool here = binding_is_here(f, m->bytes + m->at);
	bool good, done;

	lua_settop(t->L, t->view);
	if (here)
		f->set(m->bytes + m->at, value);
	done = binding_read(t, f->name);
	if (!here)
		return binding_expect(test, done && lua_isnil(t->L, -1),
				      "expected: nil, it is not there\ngot: %s",
				      luaL_tolstring(t->L, -1, NULL));
	if (!binding_gave_back(test, f, binding_can_read(binding_part_of(f))))
		return false;
	if (!binding_can_read(binding_part_of(f)))
		return binding_ended(test, binding_part_of(f), done, false, "reading");
	good = done && binding_is(t->L, f, value);
	return binding_expect(test, good,
			      "expected: %lld (0x%llx) at offset %zu, as C wrote it\ngot: %s",
			      value,
			      value & binding_mask(f->bits), m->at, luaL_tolstring(t->L, -1, NULL));
}

/* Each value, among zeros and among ones; fewer where the layout is not aligned. */
static void binding_reads_all(struct kunit *test, struct binding_memory *m)
{
	const struct binding_field *f = test->param_value;
	unsigned int pattern, i;
	s64 value;

	for (pattern = 0; pattern < BINDING_PATTERNS; pattern++)
		for (i = 0; binding_value(f, i, &value) && (i < 7 || !m->at); i++) {
			binding_prepare(f, m, pattern, true);
			if (!binding_reads_one(test, m, value))
				return;
			if (!f->here)
				continue;
			binding_prepare(f, m, pattern, false);
			if (!binding_reads_one(test, m, value))
				return;
		}
}

/* A field that this kernel does not have reads nil. */
static void binding_misses(struct kunit *test, const struct binding_memory *m)
{
	const struct binding_part *part = test->param_value;
	struct binding_test *t = test->priv;
	bool done = binding_read(t, part->name);

	binding_expect(test, done && lua_isnil(t->L, -1),
		       "expected: nil, this kernel has no such field\ngot: %s",
		       luaL_tolstring(t->L, -1, NULL));
	lua_pushinteger(t->L, 0);
	done = binding_write(t, part->name);
	binding_ended(test, part, done, false, "writing what this kernel does not have");
	binding_same(test, part, m);
}

static void __maybe_unused field_reads_as_in_c(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (!binding_allocate(test, f->layout, f->size, &m))
		goto out;
	for (m.at = 0; m.at < m.places; m.at++) {
		KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
		if (f->missing)
			binding_misses(test, &m);
		else
			binding_reads_all(test, &m);
		if (READ_ONCE(test->status) == KUNIT_FAILURE)
			break;
	}
out:
	binding_leave(t);
}

/* ---- writing ---- */

/*
 * One value: it arrives, and all bits around it are as before. What must be refused changes
 * nothing.
 */
static bool binding_writes_one(struct kunit *test, struct binding_memory *m, s64 value)
{
	const struct binding_field *f = test->param_value;
	const struct binding_part *part = binding_part_of(f);
	struct binding_test *t = test->priv;
	bool here = binding_is_here(f, m->bytes + m->at);
	bool wanted = here && binding_can_write(part) && binding_takes(f, value);
	bool done;
	s64 got;

	if (here && f->has_absent && f->get(m->bytes + m->at) == f->absent)
		wanted = false;
	if (wanted)
		f->set(m->wanted + m->at, value);
	lua_settop(t->L, t->view);
	binding_push(t->L, f, value);
	done = binding_write(t, f->name);
	if (!binding_ended(test, part, done, wanted, "writing"))
		return binding_expect(test, false, "the value was %lld, the range is %lld to %lld",
				      value,
				      binding_low(f), binding_high(f));
	if (!binding_gave_back(test, f, wanted))
		return false;
	if (wanted) {
		got = f->get(m->bytes + m->at);
		if (!binding_expect(test, got == value,
				    "expected: %lld, as a script wrote it\ngot: %lld in C", value,
				    got))
			return false;
	}
	return binding_same(test, part, m);
}

static void binding_writes_all(struct kunit *test, struct binding_memory *m)
{
	const struct binding_field *f = test->param_value;
	unsigned int pattern, i;
	s64 value;

	for (pattern = 0; pattern < BINDING_PATTERNS; pattern++)
		for (i = 0; binding_value(f, i, &value) && (i < 7 || !m->at); i++) {
			binding_prepare(f, m, pattern, true);
			if (!binding_writes_one(test, m, value))
				return;
			if (!f->here)
				continue;
			binding_prepare(f, m, pattern, false);
			if (!binding_writes_one(test, m, value))
				return;
		}
}

static void __maybe_unused field_writes_as_in_c(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (f->missing || !binding_allocate(test, f->layout, f->size, &m))
		goto out;
	for (m.at = 0; m.at < m.places; m.at++) {
		KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
		binding_writes_all(test, &m);
		if (READ_ONCE(test->status) == KUNIT_FAILURE)
			break;
	}
out:
	binding_leave(t);
}

/* ---- refusing ---- */

/* The value on top of the stack is refused, and not a byte changes. */
static void binding_refuses_one(struct kunit *test, const struct binding_memory *m,
				const char *what)
{
	const struct binding_part *part = test->param_value;
	struct binding_test *t = test->priv;
	bool done = binding_write(t, part->name);

	binding_ended(test, part, done, false, what);
	binding_same(test, part, m);
	lua_settop(t->L, t->view);
}

/* One less than the least and one more than the most, where a Lua integer can say it. */
static void binding_refuses_ends(struct kunit *test, const struct binding_memory *m)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;

	if (f->bits < 64 || f->ranged) {
		if (binding_low(f) != S64_MIN) {
			lua_pushinteger(t->L, binding_low(f) - 1);
			binding_refuses_one(test, m, "writing less than the least");
		}
		if (binding_high(f) != (f->is_signed ? S64_MAX : -1)) {
			lua_pushinteger(t->L, (u64)binding_high(f) + 1);
			binding_refuses_one(test, m, "writing more than the most");
		}
	}
}

static void __maybe_unused field_refuses_what_it_cannot_hold(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (f->missing || !binding_allocate(test, f->layout, f->size, &m))
		goto out;
	binding_prepare(f, &m, 2, true);
	KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
	if (f->is_bool) {
		lua_pushinteger(t->L, 1);
		binding_refuses_one(test, &m, "writing an integer");
	} else {
		binding_refuses_ends(test, &m);
		lua_pushboolean(t->L, true);
		binding_refuses_one(test, &m, "writing a boolean");
	}
	lua_pushliteral(t->L, "no such name");
	binding_refuses_one(test, &m, "writing a name that there is not");
	lua_pushliteral(t->L, "1");
	binding_refuses_one(test, &m, "writing a number as text");
	lua_pushnil(t->L);
	binding_refuses_one(test, &m, "writing nil");
out:
	binding_leave(t);
}

/* ---- names ---- */

/* layout.FIELD.NAME and layout.name(view, FIELD): @call is the second. */
static int binding_do_name(lua_State *L)
{
	const struct binding_field *f = lua_touserdata(L, 2);
	const char *name = lua_tostring(L, 3);

	luadata_pushlayout(L, f->layout);
	if (name) {
		lua_getfield(L, -1, f->name);
		lua_getfield(L, -1, name);
	} else {
		lua_getfield(L, -1, "name");
		lua_pushvalue(L, 1);
		lua_pushstring(L, f->name);
		lua_call(L, 2, 1);
	}
	return 1;
}

static bool binding_name(struct kunit *test, const char *name)
{
	struct binding_test *t = test->priv;
	int base = lua_gettop(t->L);

	lua_pushvalue(t->L, t->view);
	lua_pushlightuserdata(t->L, (void *)test->param_value);
	lua_pushstring(t->L, name);
	return binding_protected(t, binding_do_name, base);
}

/* A name may be written and is the value; the value has the first of its names. */
static void binding_names_one(struct kunit *test, struct binding_memory *m,
			      const struct luadata_constant *c)
{
	const struct binding_field *f = test->param_value;
	const struct luadata_constant *first = f->constants;
	struct binding_test *t = test->priv;
	bool wanted = binding_can_write(binding_part_of(f)) && binding_takes(f, c->value);
	bool done;

	while (first->value != c->value)
		first++;
	binding_prepare(f, m, 2, true);
	if (wanted)
		f->set(m->wanted + m->at, c->value);
	lua_settop(t->L, t->view);
	lua_pushstring(t->L, c->name);
	done = binding_write(t, f->name);
	binding_ended(test, binding_part_of(f), done, wanted, c->name);
	binding_same(test, binding_part_of(f), m);
	done = binding_name(test, c->name) && lua_isinteger(t->L, -1) && lua_tointeger(t->L,
										       -1) == c->value;
	binding_expect(test, done, "expected: %s is %lld\ngot: %s", c->name, (s64)c->value,
		       luaL_tolstring(t->L, -1, NULL));
	f->set(m->bytes + m->at, c->value);
	/* What bits together are called is for cases of flags. */
	if (!binding_can_read(binding_part_of(f)) || binding_extend(f, c->value) != c->value ||
	    f->flags)
		return;
	done = binding_name(test, NULL) && lua_isstring(t->L, -1) && !strcmp(lua_tostring(t->L, -1),
									     first->name);
	binding_expect(test, done, "expected: %lld is called %s\ngot: %s", (s64)c->value,
		       first->name,
		       luaL_tolstring(t->L, -1, NULL));
}

static void __maybe_unused field_has_its_names(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	const struct luadata_constant *c;
	struct binding_memory m;

	if (f->missing || !binding_allocate(test, f->layout, f->size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
	for (c = f->constants; c && c->name; c++)
		binding_names_one(test, &m, c);
out:
	binding_leave(t);
}

/* ---- loans ---- */

static void __maybe_unused field_expires_with_its_loan(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;

	if (!binding_allocate(test, f->layout, f->size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
	binding_return(t);
	KUNIT_EXPECT_FALSE(test, binding_read(t, f->name));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "data expired"));
	binding_push(t->L, f, 0);
	KUNIT_EXPECT_FALSE(test, binding_write(t, f->name));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "data expired"));
	binding_same(test, binding_part_of(f), &m);
out:
	binding_leave(t);
}

#endif
