// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of objects whose release may sleep: who gives them back, when, and how often. */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/workqueue.h>

#include "life.h"
#include "vm.h"
#include "glue.h"

/* ---- a binding that gives out objects, and counts who comes back ---- */

#define OBJECTS 600

struct object {
	u32 value;
	unsigned int released;
};

static struct object objects[OBJECTS];
static unsigned int given; /* objects given out: the first so many */
static bool direct; /* one came back by no work item: where a finalizer ran */
static bool blocked; /* releases wait for @go */
static DECLARE_COMPLETION(go);

static const struct luadata_layout layout = {
	.name = "kunit_defer.object",
	.size = sizeof(struct object),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static void object_release(void *p)
{
	struct object *object = p;

	if (!current_work())
		direct = true;
	if (READ_ONCE(blocked))
		wait_for_completion(&go);
	usleep_range(100, 200);
	object->released++;
}

static const struct luadata_handle_ops ops = {
	.release = klua_defer_release,
	.giveaway = klua_defer_giveaway,
};

/* kunit_defer.get() */
static int binding_get(lua_State *L)
{
	struct klua_deferred *later;

	if (given == OBJECTS)
		return luaL_error(L, "no more objects");
	later = klua_defer_new(L, "kunit_defer.get", object_release);
	later->object = &objects[given++];
	luadata_pushobject(L, &layout, later->object, 0, &ops, later);
	return 1;
}

/* kunit_defer.none(): finds nothing */
static int binding_none(lua_State *L)
{
	klua_defer_cancel(klua_defer_new(L, "kunit_defer.none", object_release));
	return 0;
}

/* kunit_defer.take(object) */
static int binding_take(lua_State *L)
{
	luadata_checkowned(L, 1, "kunit_defer.take: object", &layout);
	luadata_giveaway(L, 1);
	return 0;
}

/* kunit_defer.patience(): jiffies that this entry may still wait */
static int binding_patience(lua_State *L)
{
	lua_pushinteger(L, klua_vm(L)->defer_timeout);
	return 1;
}

static const luaL_Reg functions[] = {
	{ "get", binding_get },
	{ "none", binding_none },
	{ "take", binding_take },
	{ "patience", binding_patience },
	{},
};

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit_defer",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

/* How many objects came back, or -1 when one of them did so more than once. */
static int returned(void)
{
	unsigned int i;
	int n = 0;

	for (i = 0; i < given; i++) {
		if (objects[i].released > 1)
			return -1;
		n += objects[i].released;
	}
	return n;
}

/* ---- cases ---- */

static const char collected[] =
	"local d = require 'kunit_defer' d.get() d.none() collectgarbage()\n"
	"do local v <close> = d.get() end";
static const char kept[] =
	"local d = require 'kunit_defer' kept = {}\n"
	"for i = 1, 20 do kept[i] = d.get() end";
static const char given_away[] =
	"local d = require 'kunit_defer' local v = d.get() d.take(v)\n"
	"local good, text = pcall(d.take, v) assert(not good and text:find('expired'), text)";
static const char without_end[] =
	"local d = require 'kunit_defer' while true do d.get() collectgarbage() end";

static const char again_and_again[] =
	"local d = require 'kunit_defer' local before = d.patience()\n"
	"repeat local good = pcall(d.get) collectgarbage() until not good\n"
	"assert(before > 0 and d.patience() == 0) assert(not pcall(d.get) and d.patience() == 0)";

static struct klua_state *loaded(struct kunit *test, const char *code, const char **error)
{
	struct klua_options options = { .name = "kunit_defer", .budget = 10000000 };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	*error = klua_load(state, code, strlen(code), "@defer.lua") ? klua_error(state) : "";
	return state;
}

static void a_collected_object_goes_back_once(struct kunit *test)
{
	const char *error;
	struct klua_state *state = loaded(test, collected, &error);

	KUNIT_EXPECT_STREQ(test, error, "");
	klua_defer_drain();
	KUNIT_EXPECT_EQ(test, returned(), 2);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 2);
	KUNIT_EXPECT_FALSE(test, direct);
}

static void closing_the_state_waits_for_its_objects(struct kunit *test)
{
	const char *error;
	struct klua_state *state = loaded(test, kept, &error);

	KUNIT_EXPECT_STREQ(test, error, "");
	KUNIT_EXPECT_EQ(test, returned(), 0);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 20);
	KUNIT_EXPECT_FALSE(test, direct);
}

static void what_is_given_away_does_not_come_back(struct kunit *test)
{
	const char *error;
	struct klua_state *state = loaded(test, given_away, &error);

	KUNIT_EXPECT_STREQ(test, error, "");
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, given, 1u);
	KUNIT_EXPECT_EQ(test, returned(), 0);
}

/* Whoever makes objects faster than they are given back is told, and none is lost. */
static void objects_that_wait_are_bounded(struct kunit *test)
{
	const char *error;
	struct klua_state *state;

	blocked = true;
	state = loaded(test, without_end, &error);
	KUNIT_EXPECT_NOT_NULL_MSG(test, strstr(error, "too many objects"), "%s", error);
	KUNIT_EXPECT_LT(test, given, (unsigned int)OBJECTS);
	blocked = false;
	complete_all(&go);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), (int)given);
}

/* Who catches the error does not wait again. */
static void an_entry_waits_a_second_at_most(struct kunit *test)
{
	const char *error;
	struct klua_state *state;

	blocked = true;
	state = loaded(test, again_and_again, &error);
	KUNIT_EXPECT_STREQ(test, error, "");
	blocked = false;
	complete_all(&go);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), (int)given);
}

static int defer_init(struct kunit *test)
{
	memset(objects, 0, sizeof(objects));
	given = 0;
	direct = false;
	blocked = false;
	reinit_completion(&go);
	return 0;
}

static void defer_exit(struct kunit *test)
{
	blocked = false;
	complete_all(&go);
	klua_stop("kunit_defer"); /* what a failed case left */
}

static int suite_init(struct kunit_suite *suite)
{
	return klua_register(&binding);
}

static void suite_exit(struct kunit_suite *suite)
{
	klua_unregister(&binding);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(a_collected_object_goes_back_once),
	KUNIT_CASE(closing_the_state_waits_for_its_objects),
	KUNIT_CASE(what_is_given_away_does_not_come_back),
	KUNIT_CASE(objects_that_wait_are_bounded),
	KUNIT_CASE(an_entry_waits_a_second_at_most),
	{},
};

static struct kunit_suite defer_suite = {
	.name = "klua_defer",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = defer_init,
	.exit = defer_exit,
	.test_cases = cases,
};

kunit_test_suites(&defer_suite);

MODULE_DESCRIPTION("Tests of objects of klua whose release may sleep");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
