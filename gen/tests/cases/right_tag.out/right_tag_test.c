// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_tag binding: what scripts see beside what C sees. Generated from
 * cases/right_tag.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_tag.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

static void fake_thing_put(const void *object)
{
	given_back++;
}

#define thing_put fake_thing_put

static struct {
	unsigned int calls;
	struct {
		enum kind which;
	} given;
	struct thing *result;
} faked_of;

static struct thing *fake_thing(enum kind which)
{
	faked_of.calls++;
	faked_of.given.which = which;
	return faked_of.result;
}

#define thing(...) fake_thing(__VA_ARGS__)

static struct {
	unsigned int calls;
	struct {
		struct thing *of;
	} given;
	enum kind result;
} faked_kind_of;

static enum kind fake_kind(struct thing *of)
{
	faked_kind_of.calls++;
	faked_kind_of.given.of = of;
	return faked_kind_of.result;
}

#define kind(...) fake_kind(__VA_ARGS__)

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_tag.c"

static void thing_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_right_tag_thing);
}

static void thing_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_tag_thing, 64);
}

/* Puts right_tag.of with right arguments on the stack; nothing was called so far. */
static void ready_of(struct kunit *test, struct suite_case *t)
{
	memset(&faked_of, 0, sizeof(faked_of));
	given_back = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "of"));
	lua_pushstring(t->L, "b");
}

static void of_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_tag_thing);

	ready_of(test, t);
	faked_of.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_of.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_of.given.which, (s64)(KIND_B));
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_HANDLE_CONST, 0);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	lua_settop(t->L, 0);
	lua_gc(t->L, LUA_GCCOLLECT);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void of_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_of(test, t);
	faked_of.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void of_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_of(test, t);
	faked_of.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void of_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct thing *object = suite_object(test, &luadata_layout_right_tag_thing);
	bool done = false;

	ready_of(test, t);
	faked_of.result = object;
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, 0u + faked_of.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void of_checks_which(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_of, 0, sizeof(faked_of));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "of"));
	lua_newtable(t->L);
	suite_refused(test, t, "right_tag.of: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "of"));
	lua_pushinteger(t->L, (lua_Integer)(INT_MAX) + 1);
	suite_refused(test, t, "right_tag.of: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "of"));
	lua_pushinteger(t->L, (lua_Integer)(INT_MIN) - 1);
	suite_refused(test, t, "right_tag.of: which: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "of"));
	lua_pushliteral(t->L, "no such name");
	suite_refused(test, t, "right_tag.of: which: expected");
	KUNIT_EXPECT_EQ(test, faked_of.calls, 0u);
	suite_leave(t);
}

/* Puts right_tag.kind_of with right arguments on the stack; nothing was called so far. */
static void ready_kind_of(struct kunit *test, struct suite_case *t)
{
	memset(&faked_kind_of, 0, sizeof(faked_kind_of));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "kind_of"));
	suite_push_object(t, &luadata_layout_right_tag_thing);
}

static void kind_of_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_kind_of(test, t);
	faked_kind_of.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_kind_of.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_kind_of.given.of);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void kind_of_checks_of(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_kind_of, 0, sizeof(faked_kind_of));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "kind_of"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "kind_of"));
	suite_push_copy(t, &luadata_layout_right_tag_thing);
	suite_refused(test, t, "right_tag.kind_of: of: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_tag, "kind_of"));
	suite_push_const(t, &luadata_layout_right_tag_thing);
	suite_refused(test, t, "right_tag.kind_of: of: expected");
	KUNIT_EXPECT_EQ(test, faked_kind_of.calls, 0u);
	suite_leave(t);
}

/* A suite has fakes in place of the kernel's functions: it cannot show where they may be called. */
static void contexts_were_shown(struct kunit *test)
{
	kunit_skip(test, "not shown, for any context: of, kind_of");
}

static struct kunit_case cases[] = {
	KUNIT_CASE(contexts_were_shown),
	KUNIT_CASE(thing_is_closed_to_scripts),
	KUNIT_CASE(thing_refuses_unknown_names),
	KUNIT_CASE(of_passes_arguments_and_results),
	KUNIT_CASE(of_tells_failure),
	KUNIT_CASE(of_takes_no_error_for_an_object),
	KUNIT_CASE(of_keeps_nothing_without_memory),
	KUNIT_CASE(of_checks_which),
	KUNIT_CASE(kind_of_passes_arguments_and_results),
	KUNIT_CASE(kind_of_checks_of),
	{},
};

static const struct suite_subject subjects[] = {
	{"thing_", "layout right_tag.thing", 6},
	{"of_", "function right_tag.of", 11},
	{"kind_of_", "function right_tag.kind_of", 17},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_tag.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_tag",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
