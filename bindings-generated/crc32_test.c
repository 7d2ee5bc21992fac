// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the crc32 binding: what scripts see beside what C sees. Generated from
 * specs/crc32.yaml.
 */

#include <linux/bitops.h>
#include <linux/crc32.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "crc32.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		u32 crc;
		const unsigned char *p;
		size_t len;
	} given;
	u32 result;
} faked_le;

static u32 fake_crc32_le(u32 crc, const unsigned char *p, size_t len)
{
	faked_le.calls++;
	faked_le.given.crc = crc;
	faked_le.given.p = p;
	faked_le.given.len = len;
	return faked_le.result;
}

#define crc32_le fake_crc32_le

static struct {
	unsigned int calls;
	struct {
		u32 crc;
		const unsigned char *p;
		size_t len;
	} given;
	u32 result;
} faked_be;

static u32 fake_crc32_be(u32 crc, const unsigned char *p, size_t len)
{
	faked_be.calls++;
	faked_be.given.crc = crc;
	faked_be.given.p = p;
	faked_be.given.len = len;
	return faked_be.result;
}

#define crc32_be fake_crc32_be

static struct {
	unsigned int calls;
	struct {
		u32 crc;
		const unsigned char *p;
		size_t len;
	} given;
	u32 result;
} faked_c;

static u32 fake_l_call_c(u32 crc, const unsigned char *p, size_t len)
{
	faked_c.calls++;
	faked_c.given.crc = crc;
	faked_c.given.p = p;
	faked_c.given.len = len;
	return faked_c.result;
}

#define l_call_c fake_l_call_c

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "crc32.c"

/* Puts crc32.le with right arguments on the stack; nothing was called so far. */
static void ready_le(struct kunit *test, struct suite_case *t)
{
	memset(&faked_le, 0, sizeof(faked_le));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushinteger(t->L, U32_MAX);
	lua_pushliteral(t->L, "bytes");
}

static void le_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_le(test, t);
	faked_le.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_le.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_le.given.crc, (s64)(U32_MAX));
	KUNIT_EXPECT_EQ(test, (s64)faked_le.given.len, 5);
	KUNIT_EXPECT_EQ(test, memcmp(faked_le.given.p, "bytes", 5), 0);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void le_checks_crc(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_le, 0, sizeof(faked_le));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_newtable(t->L);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.le: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushliteral(t->L, "1");
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.le: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushinteger(t->L, (lua_Integer)(U32_MAX) + 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.le: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.le: crc: expected");
	KUNIT_EXPECT_EQ(test, faked_le.calls, 0u);
	suite_leave(t);
}

static void le_checks_p(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_le, 0, sizeof(faked_le));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushinteger(t->L, U32_MAX);
	lua_newtable(t->L);
	suite_refused(test, t, "crc32.le: p: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "le"));
	lua_pushinteger(t->L, U32_MAX);
	suite_push_text(t, 65536 + 1);
	suite_refused(test, t, "crc32.le: p: expected");
	KUNIT_EXPECT_EQ(test, faked_le.calls, 0u);
	suite_leave(t);
}

/* Puts crc32.be with right arguments on the stack; nothing was called so far. */
static void ready_be(struct kunit *test, struct suite_case *t)
{
	memset(&faked_be, 0, sizeof(faked_be));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushinteger(t->L, U32_MAX);
	lua_pushliteral(t->L, "bytes");
}

static void be_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_be(test, t);
	faked_be.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_be.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_be.given.crc, (s64)(U32_MAX));
	KUNIT_EXPECT_EQ(test, (s64)faked_be.given.len, 5);
	KUNIT_EXPECT_EQ(test, memcmp(faked_be.given.p, "bytes", 5), 0);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void be_checks_crc(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_be, 0, sizeof(faked_be));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_newtable(t->L);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.be: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushliteral(t->L, "1");
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.be: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushinteger(t->L, (lua_Integer)(U32_MAX) + 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.be: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.be: crc: expected");
	KUNIT_EXPECT_EQ(test, faked_be.calls, 0u);
	suite_leave(t);
}

static void be_checks_p(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_be, 0, sizeof(faked_be));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushinteger(t->L, U32_MAX);
	lua_newtable(t->L);
	suite_refused(test, t, "crc32.be: p: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "be"));
	lua_pushinteger(t->L, U32_MAX);
	suite_push_text(t, 65536 + 1);
	suite_refused(test, t, "crc32.be: p: expected");
	KUNIT_EXPECT_EQ(test, faked_be.calls, 0u);
	suite_leave(t);
}

/* Puts crc32.c with right arguments on the stack; nothing was called so far. */
static void ready_c(struct kunit *test, struct suite_case *t)
{
	memset(&faked_c, 0, sizeof(faked_c));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushinteger(t->L, U32_MAX);
	lua_pushliteral(t->L, "bytes");
}

static void c_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_c(test, t);
	faked_c.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_c.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_c.given.crc, (s64)(U32_MAX));
	KUNIT_EXPECT_EQ(test, (s64)faked_c.given.len, 5);
	KUNIT_EXPECT_EQ(test, memcmp(faked_c.given.p, "bytes", 5), 0);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void c_checks_crc(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_c, 0, sizeof(faked_c));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_newtable(t->L);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.c: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushliteral(t->L, "1");
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.c: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushinteger(t->L, (lua_Integer)(U32_MAX) + 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.c: crc: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushliteral(t->L, "bytes");
	suite_refused(test, t, "crc32.c: crc: expected");
	KUNIT_EXPECT_EQ(test, faked_c.calls, 0u);
	suite_leave(t);
}

static void c_checks_p(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_c, 0, sizeof(faked_c));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushinteger(t->L, U32_MAX);
	lua_newtable(t->L);
	suite_refused(test, t, "crc32.c: p: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_crc32, "c"));
	lua_pushinteger(t->L, U32_MAX);
	suite_push_text(t, 65536 + 1);
	suite_refused(test, t, "crc32.c: p: expected");
	KUNIT_EXPECT_EQ(test, faked_c.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(le_passes_arguments_and_results),
	KUNIT_CASE(le_checks_crc),
	KUNIT_CASE(le_checks_p),
	KUNIT_CASE(be_passes_arguments_and_results),
	KUNIT_CASE(be_checks_crc),
	KUNIT_CASE(be_checks_p),
	KUNIT_CASE(c_passes_arguments_and_results),
	KUNIT_CASE(c_checks_crc),
	KUNIT_CASE(c_checks_p),
	{},
};

static const struct suite_subject subjects[] = {
	{"le_", "function crc32.le", 15},
	{"be_", "function crc32.be", 23},
	{"c_", "function crc32.c", 31},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/crc32.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_crc32",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
