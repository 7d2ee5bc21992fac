// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_objects binding: what scripts see beside what C sees. Generated from
 * cases/right_objects.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_objects.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

/* What lookups find, and how often; the one with the number @fake_lost, from 1, finds nothing. */
static u64 fake_found_memory[16];
static unsigned int fake_found, fake_lost;
static long fake_lost_error;

static struct group *fake_group_find(const char *name)
{
	if (fake_found + 1 == fake_lost)
		return ERR_PTR(fake_lost_error);
	fake_found++;
	return (struct group *)fake_found_memory;
}

#define group_find fake_group_find

static void fake_thing_put(const void *object)
{
	given_back++;
}

#define thing_put fake_thing_put

static void fake_group_put(const void *object)
{
	given_back++;
}

#define group_put fake_group_put

#define luadata_newbuffer(L, size) suite_newbuffer(L, size)

/* What a cost or a size is of is there when it is computed. */
static void fake_look(const void *object)
{
	if (object)
		(void)READ_ONCE(*(const u8 *)object);
}

static struct {
	unsigned int calls;
	struct {
		struct group *group;
		int kind;
	} given;
	struct thing *out_thing;
	int result;
} faked_new;

static int fake_thing_new(struct group *group, int kind, struct thing **thing)
{
	faked_new.calls++;
	faked_new.given.group = group;
	faked_new.given.kind = kind;
	*thing = faked_new.out_thing;
	return faked_new.result;
}

#define thing_new fake_thing_new

static struct {
	unsigned int calls;
	struct thing *out_thing;
	int result;
} faked_first;

static int fake_thing_first(struct thing **thing)
{
	faked_first.calls++;
	*thing = faked_first.out_thing;
	return faked_first.result;
}

#define thing_first fake_thing_first

static struct {
	unsigned int calls;
	struct {
		int kind;
		struct thing *before;
	} given;
	struct thing *result;
} faked_each;

static struct thing *fake_thing_next(int kind, struct thing *before)
{
	faked_each.calls++;
	faked_each.given.kind = kind;
	faked_each.given.before = before;
	return faked_each.result;
}

#define thing_next fake_thing_next

static struct {
	unsigned int calls;
	struct {
		struct thing *thing;
		struct thing *whom;
	} given;
} faked_give;

static void fake_thing_give(struct thing *thing, struct thing *whom)
{
	faked_give.calls++;
	faked_give.given.thing = thing;
	faked_give.given.whom = whom;
}

#define thing_give fake_thing_give

/* How many bytes peek writes to seal. */
static size_t size_of_peek_seal;

#define l_size_peek_seal(thing) (fake_look(thing), size_of_peek_seal)

static struct {
	unsigned int calls;
	struct {
		const struct thing *thing;
	} given;
	bool out_more;
	int result;
} faked_peek;

static int fake_thing_peek(const struct thing *thing, u8 *key, u8 *seal, bool *more)
{
	faked_peek.calls++;
	faked_peek.given.thing = thing;
	suite_fill(key, 16);
	suite_fill(seal, size_of_peek_seal);
	*more = faked_peek.out_more;
	return faked_peek.result;
}

#define thing_peek fake_thing_peek

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_objects.c"

SUITE_MEMBER(thing_a, struct thing, object->a);

static const struct suite_field fields[] = {
	{{&luadata_layout_right_objects_thing, sizeof(struct thing), "a", 6, "ro"},
	 SUITE_IN_C(thing_a), .bits = 8 * sizeof_field(struct thing, a), .is_signed = true},
	{},
};

SUITE_PARAMS(field, fields);

static void thing_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_right_objects_thing);
}

static void thing_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_right_objects_thing, sizeof(struct thing));
}

static void thing_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_objects_thing, sizeof(struct thing));
}

/* Puts right_objects.new with right arguments on the stack; nothing was called so far. */
static void ready_new(struct kunit *test, struct suite_case *t)
{
	memset(&faked_new, 0, sizeof(faked_new));
	given_back = 0;
	fake_found = 0;
	fake_lost = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, 3);
}

static void new_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);

	ready_new(test, t);
	faked_new.out_thing = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_new.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_new.given.kind, (s64)(3));
	KUNIT_EXPECT_PTR_EQ(test, (void *)faked_new.given.group, (void *)fake_found_memory);
	KUNIT_EXPECT_EQ(test, fake_found, 1u);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	lua_settop(t->L, 0);
	lua_gc(t->L, LUA_GCCOLLECT);
	klua_defer_drain();
	KUNIT_EXPECT_EQ(test, given_back, 2u);
	suite_leave(t);
}

static void new_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_new(test, t);
	faked_new.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void new_tells_what_it_does_not_find(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	unsigned int i;

	for (i = 0; i < 2 * 1; i++) {
		ready_new(test, t);
		fake_lost = i / 2 + 1;
		fake_lost_error = i % 2 ? -EACCES : 0;
		KUNIT_EXPECT_TRUE(test, suite_call(t));
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), i % 2 ? "EACCES" : "ENOENT");
		KUNIT_EXPECT_EQ(test, faked_new.calls, 0u);
		KUNIT_EXPECT_EQ(test, given_back, fake_found);
	}
	suite_leave(t);
}

static void new_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);
	bool done = false;

	ready_new(test, t);
	faked_new.out_thing = object;
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		klua_defer_drain();
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, fake_found + faked_new.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void new_checks_name(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_new, 0, sizeof(faked_new));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_newtable(t->L);
	lua_pushinteger(t->L, 3);
	suite_refused(test, t, "right_objects.new: name: expected");
	KUNIT_EXPECT_EQ(test, faked_new.calls, 0u);
	suite_leave(t);
}

static void new_checks_kind(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_new, 0, sizeof(faked_new));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_pushstring(t->L, "text");
	lua_newtable(t->L);
	suite_refused(test, t, "right_objects.new: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_pushstring(t->L, "text");
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "right_objects.new: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, (lua_Integer)(3) + 1);
	suite_refused(test, t, "right_objects.new: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "new"));
	lua_pushstring(t->L, "text");
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "right_objects.new: kind: expected");
	KUNIT_EXPECT_EQ(test, faked_new.calls, 0u);
	suite_leave(t);
}

/* Puts right_objects.first with right arguments on the stack; nothing was called so far. */
static void ready_first(struct kunit *test, struct suite_case *t)
{
	memset(&faked_first, 0, sizeof(faked_first));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "first"));
}

static void first_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);

	ready_first(test, t);
	faked_first.out_thing = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_first.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	lua_pushvalue(t->L, 1);
	lua_setglobal(t->L, "kept");
	suite_leave(t);
	suite_expect_expired(test, "kept");
}

static void first_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_first(test, t);
	faked_first.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

/* Puts right_objects.each with right arguments on the stack; nothing was called so far. */
static void ready_each(struct kunit *test, struct suite_case *t)
{
	memset(&faked_each, 0, sizeof(faked_each));
	given_back = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
}

static void each_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);

	ready_each(test, t);
	faked_each.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_each.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_each.given.kind, (s64)(3));
	KUNIT_EXPECT_NOT_NULL(test, faked_each.given.before);
	lua_gc(t->L, LUA_GCCOLLECT);
	KUNIT_EXPECT_EQ(test, t->given_back, 0u); /* C has it */
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_HANDLE_CONST, 0);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	lua_settop(t->L, 0);
	lua_gc(t->L, LUA_GCCOLLECT);
	klua_defer_drain();
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void each_takes_nil_for_before(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);

	ready_each(test, t);
	lua_settop(t->L, 0);
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	lua_pushnil(t->L);
	faked_each.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_each.calls, 1u);
	KUNIT_EXPECT_NULL(test, faked_each.given.before);
	suite_leave(t);
}

static void each_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_each(test, t);
	faked_each.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void each_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_each(test, t);
	faked_each.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void each_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_objects_thing);
	bool done = false;

	ready_each(test, t);
	faked_each.result = object;
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		klua_defer_drain();
		if (!done)
			suite_own_again(t, &luadata_layout_right_objects_thing);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, 0u + faked_each.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void each_checks_kind(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_each, 0, sizeof(faked_each));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_newtable(t->L);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushliteral(t->L, "1");
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, (lua_Integer)(3) + 1);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: kind: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: kind: expected");
	KUNIT_EXPECT_EQ(test, faked_each.calls, 0u);
	suite_leave(t);
}

static void each_checks_before(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_each, 0, sizeof(faked_each));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_copy(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: before: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_const(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: before: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "each"));
	lua_pushinteger(t->L, 3);
	KUNIT_EXPECT_TRUE(test, suite_loop(t, 1));
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.each: before: expected");
	KUNIT_EXPECT_EQ(test, faked_each.calls, 0u);
	suite_leave(t);
}

/* Puts right_objects.give with right arguments on the stack; nothing was called so far. */
static void ready_give(struct kunit *test, struct suite_case *t)
{
	memset(&faked_give, 0, sizeof(faked_give));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_push_object(t, &luadata_layout_right_objects_thing);
}

static void give_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_give(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_give.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_give.given.thing);
	KUNIT_EXPECT_NOT_NULL(test, faked_give.given.whom);
	lua_gc(t->L, LUA_GCCOLLECT);
	KUNIT_EXPECT_EQ(test, t->given_back, 0u); /* C has it */
	suite_leave(t);
}

static void give_checks_thing(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_give, 0, sizeof(faked_give));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	lua_newtable(t->L);
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_copy(t, &luadata_layout_right_objects_thing);
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.give: thing: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_const(t, &luadata_layout_right_objects_thing);
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.give: thing: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_push_object(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.give: thing: expected");
	KUNIT_EXPECT_EQ(test, faked_give.calls, 0u);
	suite_leave(t);
}

static void give_checks_whom(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_give, 0, sizeof(faked_give));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_push_copy(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.give: whom: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "give"));
	suite_push_owned(t, &luadata_layout_right_objects_thing);
	suite_push_const(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.give: whom: expected");
	KUNIT_EXPECT_EQ(test, faked_give.calls, 0u);
	suite_leave(t);
}

/* Puts right_objects.peek with right arguments on the stack; nothing was called so far. */
static void ready_peek(struct kunit *test, struct suite_case *t)
{
	memset(&faked_peek, 0, sizeof(faked_peek));
	suite_spilled = false;
	size_of_peek_seal = 32;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "peek"));
	suite_push_object(t, &luadata_layout_right_objects_thing);
}

static void peek_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_peek(test, t);
	faked_peek.out_more = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_peek.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_peek.given.thing);
	KUNIT_EXPECT_FALSE(test, suite_spilled);
	KUNIT_EXPECT_EQ(test, lua_rawlen(t->L, 1), (size_t)16);
	KUNIT_EXPECT_EQ(test, lua_tostring(t->L, 1)[15], 'f');
	KUNIT_EXPECT_EQ(test, lua_rawlen(t->L, 2), (size_t)32);
	KUNIT_EXPECT_EQ(test, lua_tostring(t->L, 2)[31], 'f');
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 3), 51);
	suite_leave(t);
}

static void peek_takes_nil_for_thing(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_peek(test, t);
	lua_settop(t->L, 0);
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "peek"));
	lua_pushnil(t->L);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_peek.calls, 1u);
	KUNIT_EXPECT_NULL(test, faked_peek.given.thing);
	suite_leave(t);
}

static void peek_bounds_seal(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_peek(test, t);
	size_of_peek_seal = 32 + 1;
	suite_refused(test, t, "right_objects.peek: seal: ");
	KUNIT_EXPECT_EQ(test, faked_peek.calls, 0u);
	suite_leave(t);
}

static void peek_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_peek(test, t);
	faked_peek.result = -EINVAL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), "EINVAL");
	suite_leave(t);
}

static void peek_checks_thing(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_peek, 0, sizeof(faked_peek));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "peek"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_objects, "peek"));
	suite_push_copy(t, &luadata_layout_right_objects_thing);
	suite_refused(test, t, "right_objects.peek: thing: expected");
	KUNIT_EXPECT_EQ(test, faked_peek.calls, 0u);
	suite_leave(t);
}

/* A suite has fakes in place of the kernel's functions: it cannot show where they may be called. */
static void contexts_were_shown(struct kunit *test)
{
	kunit_skip(test, "not shown, for any context: first, give, peek");
}

static struct kunit_case cases[] = {
	KUNIT_CASE(contexts_were_shown),
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(thing_is_closed_to_scripts),
	KUNIT_CASE(thing_refuses_unknown_names),
	KUNIT_CASE(thing_ends_where_its_memory_ends),
	KUNIT_CASE(new_passes_arguments_and_results),
	KUNIT_CASE(new_tells_failure),
	KUNIT_CASE(new_tells_what_it_does_not_find),
	KUNIT_CASE(new_keeps_nothing_without_memory),
	KUNIT_CASE(new_checks_name),
	KUNIT_CASE(new_checks_kind),
	KUNIT_CASE(first_passes_arguments_and_results),
	KUNIT_CASE(first_tells_failure),
	KUNIT_CASE(each_passes_arguments_and_results),
	KUNIT_CASE(each_takes_nil_for_before),
	KUNIT_CASE(each_tells_failure),
	KUNIT_CASE(each_takes_no_error_for_an_object),
	KUNIT_CASE(each_keeps_nothing_without_memory),
	KUNIT_CASE(each_checks_kind),
	KUNIT_CASE(each_checks_before),
	KUNIT_CASE(give_passes_arguments_and_results),
	KUNIT_CASE(give_checks_thing),
	KUNIT_CASE(give_checks_whom),
	KUNIT_CASE(peek_passes_arguments_and_results),
	KUNIT_CASE(peek_takes_nil_for_thing),
	KUNIT_CASE(peek_bounds_seal),
	KUNIT_CASE(peek_tells_failure),
	KUNIT_CASE(peek_checks_thing),
	{},
};

static const struct suite_subject subjects[] = {
	{"thing_", "layout right_objects.thing", 6},
	{"new_", "function right_objects.new", 9},
	{"first_", "function right_objects.first", 18},
	{"each_", "function right_objects.each", 24},
	{"give_", "function right_objects.give", 33},
	{"peek_", "function right_objects.peek", 38},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_objects.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_objects",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
