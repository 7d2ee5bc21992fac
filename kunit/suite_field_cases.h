/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of integer fields: what scripts see beside what C sees. */
#ifndef KLUA_SUITE_FIELD_CASES_H
#define KLUA_SUITE_FIELD_CASES_H

#include "suite_field.h"
#include "suite_part.h"

/* ---- reading ---- */

static bool suite_reads_one(struct kunit *test, const struct suite_memory *m, s64 value)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = test->priv;
	bool here = suite_is_here(f, m->bytes + m->at);
	bool good, done;

	lua_settop(t->L, t->view);
	if (here)
		suite_field_set(f, m->bytes + m->at, value);
	done = suite_read(t, f->part.name);
	if (!here)
		return suite_expect(test, done && lua_isnil(t->L, -1),
				    "expected: nil, it is not there\ngot: %s",
				    luaL_tolstring(t->L, -1, NULL));
	if (!suite_gave_back(test, f, suite_can_read(&f->part)))
		return false;
	if (!suite_can_read(&f->part))
		return suite_ended(test, &f->part, done, false, "reading");
	good = done && suite_is(t->L, f, value);
	return suite_expect(test, good,
			    "expected: %lld (0x%llx) at offset %zu, as C wrote it\ngot: %s", value,
			    value & suite_mask(f->bits), m->at, luaL_tolstring(t->L, -1, NULL));
}

/* Each value, among zeros and among ones; fewer where the layout is not aligned. */
static void suite_reads_all(struct kunit *test, struct suite_memory *m)
{
	const struct suite_field *f = test->param_value;
	unsigned int pattern, i;
	s64 value;

	if (suite_part_misses(test, m))
		return;
	for (pattern = 0; pattern < SUITE_PATTERNS; pattern++)
		for (i = 0; suite_value(f, i, &value) && (i < 7 || !m->at); i++) {
			suite_prepare(f, m, pattern, true);
			if (!suite_reads_one(test, m, value))
				return;
			if (!f->here)
				continue;
			suite_prepare(f, m, pattern, false);
			if (!suite_reads_one(test, m, value))
				return;
		}
}

static void __maybe_unused field_reads_as_in_c(struct kunit *test)
{
	suite_at_each_place(test, suite_reads_all);
}

/* ---- writing ---- */

/*
 * One value: it arrives, and all bits around it are as before. What must be refused changes
 * nothing.
 */
static bool suite_writes_one(struct kunit *test, struct suite_memory *m, s64 value)
{
	const struct suite_field *f = test->param_value;
	const struct suite_part *part = &f->part;
	struct suite_case *t = test->priv;
	bool here = suite_is_here(f, m->bytes + m->at);
	bool wanted = here && suite_can_write(part) && suite_takes(f, value);
	bool done;
	s64 got;

	if (here && f->has_absent && suite_field_get(f, m->bytes + m->at) == f->absent)
		wanted = false;
	if (wanted)
		suite_field_set(f, m->wanted + m->at, value);
	lua_settop(t->L, t->view);
	suite_push(t->L, f, value);
	done = suite_write(t, f->part.name);
	if (!suite_ended(test, part, done, wanted, "writing"))
		return suite_expect(test, false, "the value was %lld, the range is %lld to %lld",
				    value, suite_low(f), suite_high(f));
	if (!suite_gave_back(test, f, wanted))
		return false;
	if (wanted) {
		got = suite_field_get(f, m->bytes + m->at);
		if (!suite_expect(test, got == value,
				  "expected: %lld, as a script wrote it\ngot: %lld in C", value,
				  got))
			return false;
	}
	return suite_same(test, part, m);
}

static void suite_writes_all(struct kunit *test, struct suite_memory *m)
{
	const struct suite_field *f = test->param_value;
	unsigned int pattern, i;
	s64 value;

	for (pattern = 0; pattern < SUITE_PATTERNS && !f->part.missing; pattern++)
		for (i = 0; suite_value(f, i, &value) && (i < 7 || !m->at); i++) {
			suite_prepare(f, m, pattern, true);
			if (!suite_writes_one(test, m, value))
				return;
			if (!f->here)
				continue;
			suite_prepare(f, m, pattern, false);
			if (!suite_writes_one(test, m, value))
				return;
		}
}

static void __maybe_unused field_writes_as_in_c(struct kunit *test)
{
	suite_at_each_place(test, suite_writes_all);
}

/* ---- refusing ---- */

/* One less than the least and one more than the most, where a Lua integer can say it. */
static void suite_refuses_ends(struct kunit *test, const struct suite_memory *m)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = test->priv;

	if (f->bits < 64 || f->ranged) {
		if (suite_low(f) != S64_MIN) {
			lua_pushinteger(t->L, suite_low(f) - 1);
			suite_part_refuses(test, m, "writing less than the least");
		}
		if (suite_high(f) != (f->is_signed ? S64_MAX : -1)) {
			lua_pushinteger(t->L, (u64)suite_high(f) + 1);
			suite_part_refuses(test, m, "writing more than the most");
		}
	}
}

static void __maybe_unused field_refuses_what_it_cannot_hold(struct kunit *test)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	struct suite_memory m;

	if (f->part.missing || !suite_allocate(test, f->part.layout, f->part.size, &m))
		goto out;
	suite_prepare(f, &m, 2, true);
	KUNIT_EXPECT_TRUE(test, suite_view_at(t, f->part.layout, m.bytes, m.length, m.at));
	if (f->is_bool) {
		lua_pushinteger(t->L, 1);
		suite_part_refuses(test, &m, "writing an integer");
	} else {
		suite_refuses_ends(test, &m);
		lua_pushboolean(t->L, true);
		suite_part_refuses(test, &m, "writing a boolean");
	}
	lua_pushliteral(t->L, "no such name");
	suite_part_refuses(test, &m, "writing a name that there is not");
	lua_pushliteral(t->L, "1");
	suite_part_refuses(test, &m, "writing a number as text");
	lua_pushnil(t->L);
	suite_part_refuses(test, &m, "writing nil");
out:
	suite_leave(t);
}

/* ---- names ---- */

/* layout.FIELD.NAME and layout.name(view, FIELD): @call is the second. */
static int suite_do_name(lua_State *L)
{
	const struct suite_field *f = lua_touserdata(L, 2);
	const char *name = lua_tostring(L, 3);

	luadata_pushlayout(L, f->part.layout);
	if (name) {
		lua_getfield(L, -1, f->part.name);
		lua_getfield(L, -1, name);
	} else {
		lua_getfield(L, -1, "name");
		lua_pushvalue(L, 1);
		lua_pushstring(L, f->part.name);
		lua_call(L, 2, 1);
	}
	return 1;
}

static bool suite_name(struct kunit *test, const char *name)
{
	struct suite_case *t = test->priv;
	int base = lua_gettop(t->L);

	lua_pushvalue(t->L, t->view);
	lua_pushlightuserdata(t->L, (void *)test->param_value);
	lua_pushstring(t->L, name);
	return suite_protected(t, suite_do_name, base);
}

/* A name may be written and is the value; the value has the first of its names. */
static void suite_names_one(struct kunit *test, struct suite_memory *m,
			    const struct luadata_constant *c)
{
	const struct suite_field *f = test->param_value;
	const struct luadata_constant *first = f->constants;
	struct suite_case *t = test->priv;
	bool wanted = suite_can_write(&f->part) && suite_takes(f, c->value);
	bool done;

	while (first->value != c->value)
		first++;
	suite_prepare(f, m, 2, true);
	if (wanted)
		suite_field_set(f, m->wanted + m->at, c->value);
	lua_settop(t->L, t->view);
	lua_pushstring(t->L, c->name);
	done = suite_write(t, f->part.name);
	suite_ended(test, &f->part, done, wanted, c->name);
	suite_same(test, &f->part, m);
	done = suite_name(test, c->name) && lua_isinteger(t->L, -1) &&
	       lua_tointeger(t->L, -1) == c->value;
	suite_expect(test, done, "expected: %s is %lld\ngot: %s", c->name, (s64)c->value,
		     luaL_tolstring(t->L, -1, NULL));
	suite_field_set(f, m->bytes + m->at, c->value);
	/* What bits together are called is for cases of flags. */
	if (!suite_can_read(&f->part) || suite_extend(f, c->value) != c->value || f->flags)
		return;
	done = suite_name(test, NULL) && lua_isstring(t->L, -1) &&
	       !strcmp(lua_tostring(t->L, -1), first->name);
	suite_expect(test, done, "expected: %lld is called %s\ngot: %s", (s64)c->value, first->name,
		     luaL_tolstring(t->L, -1, NULL));
}

static void __maybe_unused field_has_its_names(struct kunit *test)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	const struct luadata_constant *c;
	struct suite_memory m;

	if (f->part.missing || !suite_allocate(test, f->part.layout, f->part.size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, suite_view_at(t, f->part.layout, m.bytes, m.length, m.at));
	for (c = f->constants; c && c->name; c++)
		suite_names_one(test, &m, c);
out:
	suite_leave(t);
}

/* ---- loans ---- */

static void __maybe_unused field_expires_with_its_loan(struct kunit *test)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	struct suite_memory m;

	if (!suite_allocate(test, f->part.layout, f->part.size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, suite_view_at(t, f->part.layout, m.bytes, m.length, m.at));
	suite_return(t);
	KUNIT_EXPECT_FALSE(test, suite_read(t, f->part.name));
	KUNIT_EXPECT_TRUE(test, suite_says(t, "data expired"));
	suite_push(t->L, f, 0);
	KUNIT_EXPECT_FALSE(test, suite_write(t, f->part.name));
	KUNIT_EXPECT_TRUE(test, suite_says(t, "data expired"));
	suite_same(test, &f->part, &m);
out:
	suite_leave(t);
}

#endif
