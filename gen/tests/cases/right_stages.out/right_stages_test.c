// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_stages binding: what scripts see beside what C sees. Generated from
 * cases/right_stages.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_stages.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

/* What lookups find, and how often; the one with the number @fake_lost, from 1, finds nothing. */
static u64 fake_found_memory[16];
static unsigned int fake_found, fake_lost;
static long fake_lost_error;

static struct thing *fake_thing_get(const char *name, u32 number, u32 num)
{
	if (fake_found + 1 == fake_lost)
		return ERR_PTR(fake_lost_error);
	fake_found++;
	return (struct thing *)fake_found_memory;
}

#define thing_get fake_thing_get

static void fake_thing_put(const void *object)
{
	given_back++;
}

#define thing_put fake_thing_put

#define luadata_newbuffer(L, size) suite_newbuffer(L, size)

/* What a cost or a size is of is there when it is computed. */
static void fake_look(const void *object)
{
	if (object)
		(void)READ_ONCE(*(const u8 *)object);
}

/* How many bytes f writes to out. */
static size_t size_of_f_out;

#define l_size_f_out(number, other) ((void)READ_ONCE(number), fake_look(other), size_of_f_out)

static struct {
	unsigned int calls;
	struct {
		struct thing *thing;
		const u8 *data;
		size_t len;
		struct thing *other;
		u32 low;
		u32 high;
	} given;
	int result;
} faked_f;

static int fake_thing_tell(struct thing *thing, const u8 *data, size_t len, struct thing *other,
			   u32 low, u32 high, u8 *out, u32 flags)
{
	faked_f.calls++;
	faked_f.given.thing = thing;
	faked_f.given.data = data;
	faked_f.given.len = len;
	faked_f.given.other = other;
	faked_f.given.low = low;
	faked_f.given.high = high;
	suite_fill(out, size_of_f_out);
	return faked_f.result;
}

#define thing_tell fake_thing_tell

/* How often what grows with the machine was charged, and whether it was more than there was. */
static unsigned int charged;
static bool spent;

#define FAKED_COST 1234567

static void fake_charge(lua_State *L, lua_Integer units)
{
	if (units != FAKED_COST) /* of glue.h's own functions */
		return;
	charged++;
	if (spent)
		luaL_error(L, "budget spent");
}

#define lua_charge fake_charge

#define l_cost_f(thing, len, number, low, high) (fake_look(thing), (void)READ_ONCE(len), (void)READ_ONCE(number), (void)READ_ONCE(low), (void)READ_ONCE(high), FAKED_COST)
/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_stages.c"

SUITE_MEMBER(thing_num, struct thing, object->num);

static const struct suite_field fields[] = {
	{{&luadata_layout_right_stages_thing, sizeof(struct thing), "num", 6, "ro"},
	 SUITE_IN_C(thing_num), .bits = 8 * sizeof_field(struct thing, num)},
	{},
};

SUITE_PARAMS(field, fields);

static void thing_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_right_stages_thing);
}

static void thing_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_right_stages_thing, sizeof(struct thing));
}

static void thing_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_stages_thing, sizeof(struct thing));
}

/* Bounds of number, for what else is given. */
static lua_Integer __maybe_unused least_of_f_number(void)
{
	return 0;
}

static lua_Integer __maybe_unused most_of_f_number(void)
{
	const char *name = "text";

	return min_t(s64, luadata_sub(luadata_add(strlen(name), 1), 1), U32_MAX);
}

/* Bounds of low, for what else is given. */
static lua_Integer __maybe_unused least_of_f_low(void)
{
	return 0;
}

static lua_Integer __maybe_unused most_of_f_low(void)
{
	u32 number = most_of_f_number();

	return min_t(s64, number>5 ? number : 5, U32_MAX);
}

/* Bounds of high, for what else is given. */
static lua_Integer __maybe_unused least_of_f_high(void)
{
	u32 low = most_of_f_low();

	return max_t(s64, low, 0);
}

static lua_Integer __maybe_unused most_of_f_high(void)
{
	return U32_MAX;
}

/* Puts right_stages.f with right arguments on the stack; nothing was called so far. */
static void ready_f(struct kunit *test, struct suite_case *t)
{
	memset(&faked_f, 0, sizeof(faked_f));
	suite_spilled = false;
	given_back = 0;
	fake_found = 0;
	fake_lost = 0;
	size_of_f_out = 64;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
}

static void f_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_f(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_f.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_f.given.low, (s64)(most_of_f_low()));
	KUNIT_EXPECT_EQ(test, (s64)faked_f.given.high, (s64)(most_of_f_high()));
	KUNIT_EXPECT_NOT_NULL(test, faked_f.given.thing);
	KUNIT_EXPECT_EQ(test, (s64)faked_f.given.len, 5);
	KUNIT_EXPECT_EQ(test, memcmp(faked_f.given.data, "bytes", 5), 0);
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_f.given.other, (void *)fake_found_memory);
	KUNIT_EXPECT_EQ(test, fake_found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	KUNIT_EXPECT_FALSE(test, suite_spilled);
	KUNIT_EXPECT_EQ(test, lua_rawlen(t->L, 1), (size_t)64);
	KUNIT_EXPECT_EQ(test, lua_tostring(t->L, 1)[63], 'f');
	suite_leave(t);
}

static void f_bounds_out(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_f(test, t);
	size_of_f_out = 64 + 1;
	suite_refused(test, t, "right_stages.f: out: ");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void f_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_f(test, t);
	faked_f.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void f_is_charged(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_f(test, t);
	charged = 0;
	spent = true;
	KUNIT_EXPECT_FALSE(test, suite_call(t));
	spent = false;
	KUNIT_EXPECT_TRUE(test, suite_says(t, "budget spent"));
	KUNIT_EXPECT_EQ(test, charged, 1u);
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	suite_leave(t);
}

static void f_tells_what_it_does_not_find(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_f(test, t);
		fake_lost = i / 2 + 1;
		fake_lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, suite_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
		KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	suite_leave(t);
}

static void f_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	bool done = false;

	ready_f(test, t);
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void f_checks_thing(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	lua_newtable(t->L);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_copy(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: thing: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_const(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: thing: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_data(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_newtable(t->L);
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: data: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	suite_push_text(t, 64 + 1);
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: data: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_newtable(t->L);
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: name: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_number(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_newtable(t->L);
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushliteral(t->L, "1");
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, (lua_Integer)(most_of_f_number()) + 1);
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, (lua_Integer)(least_of_f_number()) - 1);
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: number: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_low(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_newtable(t->L);
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: low: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushliteral(t->L, "1");
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: low: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, (lua_Integer)(most_of_f_low()) + 1);
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: low: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, (lua_Integer)(least_of_f_low()) - 1);
	lua_pushinteger(t->L, most_of_f_high());
	suite_refused(test, t, "right_stages.f: low: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_high(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_newtable(t->L);
	suite_refused(test, t, "right_stages.f: high: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "right_stages.f: high: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, (lua_Integer)(most_of_f_high()) + 1);
	suite_refused(test, t, "right_stages.f: high: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_stages, "f"));
	suite_push_object(t, &luadata_layout_right_stages_thing);
	lua_pushliteral(t->L, "bytes");
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, most_of_f_number());
	lua_pushinteger(t->L, most_of_f_low());
	lua_pushinteger(t->L, (lua_Integer)(least_of_f_high()) - 1);
	suite_refused(test, t, "right_stages.f: high: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(thing_is_closed_to_scripts),
	KUNIT_CASE(thing_refuses_unknown_names),
	KUNIT_CASE(thing_ends_where_its_memory_ends),
	KUNIT_CASE(f_passes_arguments_and_results),
	KUNIT_CASE(f_bounds_out),
	KUNIT_CASE(f_tells_failure),
	KUNIT_CASE(f_is_charged),
	KUNIT_CASE(f_tells_what_it_does_not_find),
	KUNIT_CASE(f_keeps_nothing_without_memory),
	KUNIT_CASE(f_checks_thing),
	KUNIT_CASE(f_checks_data),
	KUNIT_CASE(f_checks_name),
	KUNIT_CASE(f_checks_number),
	KUNIT_CASE(f_checks_low),
	KUNIT_CASE(f_checks_high),
	{},
};

static const struct suite_subject subjects[] = {
	{"thing_", "layout right_stages.thing", 6},
	{"f_", "function right_stages.f", 9},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_stages.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_stages",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
