// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the random binding: what scripts see beside what C sees. Generated from
 * specs/random.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/random.h>

#include "klua_suite.h"
#include "random.h"

/* ---- the kernel and the host, faked ---- */

#define luadata_newbuffer(L, size) suite_newbuffer(L, size)

static struct {
	unsigned int calls;
	struct {
		size_t len;
	} given;
} faked_bytes;

static void fake_l_call_bytes(void *buf, size_t len)
{
	faked_bytes.calls++;
	faked_bytes.given.len = len;
	suite_fill(buf, len);
}

#define l_call_bytes fake_l_call_bytes

static struct {
	unsigned int calls;
	u32 result;
} faked_u32;

static u32 fake_l_call_u32(void)
{
	faked_u32.calls++;
	return faked_u32.result;
}

#define l_call_u32 fake_l_call_u32

static struct {
	unsigned int calls;
	u64 result;
} faked_u64;

static u64 fake_l_call_u64(void)
{
	faked_u64.calls++;
	return faked_u64.result;
}

#define l_call_u64 fake_l_call_u64

static struct {
	unsigned int calls;
	bool result;
} faked_ready;

static bool fake_rng_is_initialized(void)
{
	faked_ready.calls++;
	return faked_ready.result;
}

#define rng_is_initialized fake_rng_is_initialized

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "random.c"

/* Puts random.bytes with right arguments on the stack; nothing was called so far. */
static void ready_bytes(struct kunit *test, struct suite_case *t)
{
	memset(&faked_bytes, 0, sizeof(faked_bytes));
	suite_spilled = false;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "bytes"));
	lua_pushinteger(t->L, 4096);
}

static void bytes_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_bytes(test, t);
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_bytes.calls, 1u);
	KUNIT_EXPECT_FALSE(test, suite_spilled);
	KUNIT_EXPECT_EQ(test, lua_rawlen(t->L, 1), (size_t)(4096));
	KUNIT_EXPECT_EQ(test, lua_tostring(t->L, 1)[0], 'f');
	suite_leave(t);
}

static void bytes_checks_len(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_bytes, 0, sizeof(faked_bytes));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "bytes"));
	lua_newtable(t->L);
	suite_refused(test, t, "random.bytes: len: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "bytes"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "random.bytes: len: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "bytes"));
	lua_pushinteger(t->L, (lua_Integer)(4096) + 1);
	suite_refused(test, t, "random.bytes: len: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "bytes"));
	lua_pushinteger(t->L, (lua_Integer)(1) - 1);
	suite_refused(test, t, "random.bytes: len: expected");
	KUNIT_EXPECT_EQ(test, faked_bytes.calls, 0u);
	suite_leave(t);
}

/* Puts random.u32 with right arguments on the stack; nothing was called so far. */
static void ready_u32(struct kunit *test, struct suite_case *t)
{
	memset(&faked_u32, 0, sizeof(faked_u32));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "u32"));
}

static void u32_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_u32(test, t);
	faked_u32.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_u32.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts random.u64 with right arguments on the stack; nothing was called so far. */
static void ready_u64(struct kunit *test, struct suite_case *t)
{
	memset(&faked_u64, 0, sizeof(faked_u64));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "u64"));
}

static void u64_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_u64(test, t);
	faked_u64.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_u64.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

/* Puts random.ready with right arguments on the stack; nothing was called so far. */
static void ready_ready(struct kunit *test, struct suite_case *t)
{
	memset(&faked_ready, 0, sizeof(faked_ready));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_random, "ready"));
}

static void ready_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_ready(test, t);
	faked_ready.result = true;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_ready.calls, 1u);
	KUNIT_EXPECT_TRUE(test, lua_isboolean(t->L, 1) && lua_toboolean(t->L, 1));
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(bytes_passes_arguments_and_results),
	KUNIT_CASE(bytes_checks_len),
	KUNIT_CASE(u32_passes_arguments_and_results),
	KUNIT_CASE(u64_passes_arguments_and_results),
	KUNIT_CASE(ready_passes_arguments_and_results),
	{},
};

static const struct suite_subject subjects[] = {
	{"bytes_", "function random.bytes", 14},
	{"u32_", "function random.u32", 21},
	{"u64_", "function random.u64", 27},
	{"ready_", "function random.ready", 33},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/random.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_random",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
