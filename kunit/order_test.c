// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of locks of the kernel that scripts and those who wait for them need both. */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/string.h>

#include "life.h"

static int hook_attach(struct klua_attachment *at)
{
	return 0;
}

static void hook_detach(struct klua_attachment *at)
{
}

static const struct klua_host host = { .attach = hook_attach, .detach = hook_detach };

#define CALLBACK(locks) \
	{ .name = "kunit_order.hook", .owner = THIS_MODULE, .context = KLUA_CONTEXT_SLEEPABLE, \
	  .holds = locks, .host = &host }

/* Callbacks under a, under b, under c and d, under nothing. */
static const struct klua_callback callbacks[] = {
	CALLBACK("a"), CALLBACK("b"), CALLBACK("c,d"), CALLBACK(NULL),
};

/* kunit_order.attach(number) */
static int order_attach(lua_State *L)
{
	lua_Integer n = luaL_checkinteger(L, 1);

	lua_getglobal(L, "print");
	klua_attach(L, &callbacks[n % ARRAY_SIZE(callbacks)], 2, NULL, 0);
	return 0;
}

static const luaL_Reg functions[] = { { "attach", order_attach }, {} };

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

#define BINDING(which, locks) \
	{ .name = which, .owner = THIS_MODULE, .open = binding_open, .capability = -1, \
	  .takes = locks }

/* Bindings whose functions take nothing, a, b, d and e. */
static struct klua_binding bindings[] = {
	BINDING("kunit_order", NULL), BINDING("kunit_takes_a", "a"), BINDING("kunit_takes_b", "b"),
	BINDING("kunit_takes_de", "d,e"),
};

#define UNDER_A    "require 'kunit_order'.attach(0)\n"
#define UNDER_B    "require 'kunit_order'.attach(1)\n"
#define UNDER_CD   "require 'kunit_order'.attach(2)\n"
#define UNDER_NONE "require 'kunit_order'.attach(3)\n"
#define TAKES_A    "require 'kunit_takes_a'\n"
#define TAKES_B    "require 'kunit_takes_b'\n"
#define TAKES_DE   "require 'kunit_takes_de'\n"

static struct klua_state *made(struct kunit *test, const char *name)
{
	struct klua_options options = { .name = name };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	return state;
}

static struct klua_state *loaded(struct kunit *test, const char *name, const char *code)
{
	struct klua_state *state = made(test, name);

	KUNIT_EXPECT_EQ_MSG(test, klua_load(state, code, strlen(code), "@t.lua"), 0, "%s",
			    klua_error(state));
	return state;
}

static void expect_refused(struct kunit *test, const char *code, const char *text)
{
	struct klua_state *state = made(test, "refused");

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), -EINVAL);
	/* A traceback follows. */
	KUNIT_EXPECT_TRUE_MSG(test, strstarts(klua_error(state), text), "%s", klua_error(state));
	klua_destroy(state);
}

#define REQUIRE_REFUSED(name, lock) \
	"t.lua:2: require: '" name "' takes " lock ", which may be held by who waits for scripts"
#define ATTACH_REFUSED(lock) \
	"t.lua:2: kunit_order.hook: who waits for it may hold " lock \
	", which functions of scripts take"

static void a_function_that_takes_what_is_held_is_refused(struct kunit *test)
{
	expect_refused(test, UNDER_A TAKES_A, REQUIRE_REFUSED("kunit_takes_a", "a"));
	expect_refused(test, UNDER_CD TAKES_DE, REQUIRE_REFUSED("kunit_takes_de", "d"));
}

static void a_callback_under_what_is_taken_is_refused(struct kunit *test)
{
	expect_refused(test, TAKES_A UNDER_A, ATTACH_REFUSED("a"));
}

static void other_locks_are_no_fault(struct kunit *test)
{
	klua_destroy(loaded(test, "first", UNDER_A TAKES_B TAKES_DE));
	klua_destroy(loaded(test, "first", UNDER_NONE TAKES_A TAKES_B TAKES_DE));
}

/* One holds a and waits for b, the other holds b and waits for a. */
static void two_scripts_in_a_circle(struct kunit *test)
{
	struct klua_state *first = loaded(test, "first", UNDER_A TAKES_B);

	expect_refused(test, UNDER_B TAKES_A, REQUIRE_REFUSED("kunit_takes_a", "a"));
	klua_destroy(first);
	klua_destroy(loaded(test, "first", UNDER_B TAKES_A));
}

/* What was refused, or ended, is in nobody's way. */
static void what_a_script_gave_up_is_forgotten(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, "first", TAKES_A "assert(not pcall(load[[" UNDER_A "]]))\n" UNDER_B);
	klua_destroy(state);
	klua_destroy(loaded(test, "first", UNDER_A TAKES_B));
}

static void order_exit(struct kunit *test)
{
	klua_stop("first"); /* what a failed case left */
	klua_stop("refused");
}

static int suite_init(struct kunit_suite *suite)
{
	unsigned int i;
	int err = 0;

	for (i = 0; i < ARRAY_SIZE(bindings) && !err; i++)
		err = klua_register(&bindings[i]);
	return err;
}

static void suite_exit(struct kunit_suite *suite)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(bindings); i++)
		klua_unregister(&bindings[i]);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(a_function_that_takes_what_is_held_is_refused),
	KUNIT_CASE(a_callback_under_what_is_taken_is_refused),
	KUNIT_CASE(other_locks_are_no_fault),
	KUNIT_CASE(two_scripts_in_a_circle),
	KUNIT_CASE(what_a_script_gave_up_is_forgotten),
	{},
};

static struct kunit_suite order_suite = {
	.name = "klua_order",
	.exit = order_exit,
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.test_cases = cases,
};

kunit_test_suites(&order_suite);

MODULE_DESCRIPTION("Tests of the order of a VM's lock and the kernel's");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
