// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the printk binding: what scripts see beside what C sees. Generated from
 * specs/printk.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/printk.h>
#include <linux/ratelimit.h>

#include "klua_suite.h"
#include "printk.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		const char *text;
	} given;
} faked_info;

static void fake_l_call_info(const char *text)
{
	faked_info.calls++;
	faked_info.given.text = text;
}

#define l_call_info fake_l_call_info

static struct {
	unsigned int calls;
	struct {
		const char *text;
	} given;
} faked_warn;

static void fake_l_call_warn(const char *text)
{
	faked_warn.calls++;
	faked_warn.given.text = text;
}

#define l_call_warn fake_l_call_warn

static struct {
	unsigned int calls;
	struct {
		const char *text;
	} given;
} faked_err;

static void fake_l_call_err(const char *text)
{
	faked_err.calls++;
	faked_err.given.text = text;
}

#define l_call_err fake_l_call_err

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "printk.c"

/* Puts printk.info with right arguments on the stack; nothing was called so far. */
static void ready_info(struct kunit *test, struct suite_case *t)
{
	memset(&faked_info, 0, sizeof(faked_info));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "info"));
	lua_pushstring(t->L, "text");
}

static void info_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_info(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_info.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_info.given.text, "text");
	suite_leave(t);
}

static void info_checks_text(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_info, 0, sizeof(faked_info));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "info"));
	lua_newtable(t->L);
	suite_refused(test, t, "printk.info: text: expected");
	KUNIT_EXPECT_EQ(test, faked_info.calls, 0u);
	suite_leave(t);
}

/* Puts printk.warn with right arguments on the stack; nothing was called so far. */
static void ready_warn(struct kunit *test, struct suite_case *t)
{
	memset(&faked_warn, 0, sizeof(faked_warn));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "warn"));
	lua_pushstring(t->L, "text");
}

static void warn_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_warn(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_warn.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_warn.given.text, "text");
	suite_leave(t);
}

static void warn_checks_text(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_warn, 0, sizeof(faked_warn));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "warn"));
	lua_newtable(t->L);
	suite_refused(test, t, "printk.warn: text: expected");
	KUNIT_EXPECT_EQ(test, faked_warn.calls, 0u);
	suite_leave(t);
}

/* Puts printk.err with right arguments on the stack; nothing was called so far. */
static void ready_err(struct kunit *test, struct suite_case *t)
{
	memset(&faked_err, 0, sizeof(faked_err));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "err"));
	lua_pushstring(t->L, "text");
}

static void err_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_err(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_err.calls, 1u);
	KUNIT_EXPECT_STREQ(test, faked_err.given.text, "text");
	suite_leave(t);
}

static void err_checks_text(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_err, 0, sizeof(faked_err));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_printk, "err"));
	lua_newtable(t->L);
	suite_refused(test, t, "printk.err: text: expected");
	KUNIT_EXPECT_EQ(test, faked_err.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(info_passes_arguments_and_results),
	KUNIT_CASE(info_checks_text),
	KUNIT_CASE(warn_passes_arguments_and_results),
	KUNIT_CASE(warn_checks_text),
	KUNIT_CASE(err_passes_arguments_and_results),
	KUNIT_CASE(err_checks_text),
	{},
};

static const struct suite_subject subjects[] = {
	{"info_", "function printk.info", 13},
	{"warn_", "function printk.warn", 19},
	{"err_", "function printk.err", 25},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/printk.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_printk",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
