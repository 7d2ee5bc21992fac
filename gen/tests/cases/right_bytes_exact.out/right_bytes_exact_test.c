// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_bytes_exact binding: what scripts see beside what C sees. Generated from
 * cases/right_bytes_exact.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/thing.h>

#include "klua_suite.h"
#include "right_bytes_exact.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		const u8 *addr;
		const void *key;
		u32 number;
	} given;
	bool result;
} faked_f;

static bool fake_thing_tell(const u8 *addr, const void *key, u32 number)
{
	faked_f.calls++;
	faked_f.given.addr = addr;
	faked_f.given.key = key;
	faked_f.given.number = number;
	return faked_f.result;
}

#define thing_tell fake_thing_tell

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_bytes_exact.c"

/* Puts right_bytes_exact.f with right arguments on the stack; nothing was called so far. */
static void ready_f(struct kunit *test, struct suite_case *t)
{
	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, 5);
}

static void f_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_f(test, t);
	faked_f.result = true;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_f.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_f.given.number, (s64)(5));
	KUNIT_EXPECT_EQ(test, ((const u8 *)faked_f.given.addr)[5], 'x');
	KUNIT_EXPECT_EQ(test, ((const u8 *)faked_f.given.key)[15], 'x');
	KUNIT_EXPECT_TRUE(test, lua_isboolean(t->L, 1) && lua_toboolean(t->L, 1));
	suite_leave(t);
}

static void f_checks_addr(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	lua_newtable(t->L);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: addr: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6 + 1);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: addr: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6 - 1);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: addr: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_key(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	lua_newtable(t->L);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: key: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16 + 1);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: key: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16 - 1);
	lua_pushinteger(t->L, 5);
	suite_refused(test, t, "right_bytes_exact.f: key: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

static void f_checks_number(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_f, 0, sizeof(faked_f));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16);
	lua_newtable(t->L);
	suite_refused(test, t, "right_bytes_exact.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16);
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "right_bytes_exact.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, (lua_Integer)(5) + 1);
	suite_refused(test, t, "right_bytes_exact.f: number: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_right_bytes_exact, "f"));
	suite_push_text(t, 6);
	suite_push_text(t, 16);
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "right_bytes_exact.f: number: expected");
	KUNIT_EXPECT_EQ(test, faked_f.calls, 0u);
	suite_leave(t);
}

/* A suite has fakes in place of the kernel's functions: it cannot show where they may be called. */
static void contexts_were_shown(struct kunit *test)
{
	kunit_skip(test, "not shown, for any context: f");
}

static struct kunit_case cases[] = {
	KUNIT_CASE(contexts_were_shown),
	KUNIT_CASE(f_passes_arguments_and_results),
	KUNIT_CASE(f_checks_addr),
	KUNIT_CASE(f_checks_key),
	KUNIT_CASE(f_checks_number),
	{},
};

static const struct suite_subject subjects[] = {
	{"f_", "function right_bytes_exact.f", 7},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_bytes_exact.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_bytes_exact",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
