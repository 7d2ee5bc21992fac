// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of how generated bindings take flags from scripts, and of their arithmetic. */
#include <kunit/test.h>
#include <linux/limits.h>
#include <linux/module.h>

#include "life.h"
#include "glue.h"

/* Two masks overlap: 6 is both and cold. */
static const struct luadata_constant names[] = {
	{ "rain", 1 }, { "cold", 2 }, { "both", 6 }, { "top", LLONG_MIN }, { NULL, 0 },
};

/* kunit_glue.strict(flags), kunit_glue.loose(flags) */
static int binding_strict(lua_State *L)
{
	lua_pushinteger(L, luadata_flags(L, 1, "f: a", names, true, LLONG_MIN, LLONG_MAX));
	return 1;
}

static int binding_loose(lua_State *L)
{
	lua_pushinteger(L, luadata_flags(L, 1, "f: a", names, false, 0, 255));
	return 1;
}

static const luaL_Reg functions[] = {
	{ "strict", binding_strict },
	{ "loose", binding_loose },
	{},
};

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit_glue",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

struct row {
	const char *code;
	const char *error; /* NULL: the code is true */
};

static void run(struct kunit *test, const struct row *row)
{
	struct klua_options options = { .name = "kunit_glue" };
	struct klua_state *state = klua_create_listed(&options);
	char code[160];
	int err;

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	snprintf(code, sizeof(code), "local g = require 'kunit_glue' assert(%s)", row->code);
	err = klua_load(state, code, strlen(code), "@t");
	if (row->error)
		KUNIT_EXPECT_TRUE_MSG(test, err && strstr(klua_error(state), row->error),
				      "%s: %s", row->code, klua_error(state));
	else
		KUNIT_EXPECT_EQ_MSG(test, err, 0, "%s: %s", row->code, klua_error(state));
	klua_destroy(state);
}

static void flags_are_names_or_integers(struct kunit *test)
{
	static const struct row rows[] = {
		{ "g.strict('rain') == 1" },
		{ "g.strict('rain|cold') == 3" },
		{ "g.strict('cold|both|rain') == 7" },
		{ "g.strict('rain|rain') == 1" },
		{ "g.strict('') == 0" },
		{ "g.strict(0) == 0" },
		{ "g.strict(7) == 7" },
		{ "g.strict('top|rain') == math.mininteger + 1" },
		{ "g.strict(math.mininteger + 1) == math.mininteger + 1" },
		{ "g.loose(8) == 8" },
		{ "g.loose(255) == 255" },
		{ "g.loose('rain|both') == 7" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(rows); i++)
		run(test, &rows[i]);
}

static void flags_refuse_what_they_do_not_know(struct kunit *test)
{
	static const struct row rows[] = {
		{ "g.strict(8)", "f: a: expected bits of rain, cold, both, top, got 8" },
		{ "g.strict(-1)", "f: a: expected bits of rain, cold, both, top, got -1" },
		{ "g.loose(256)", "f: a: expected 0 to 255, got 256" },
		{ "g.loose('rain|top')", "f: a: expected 0 to 255, got -9223372036854775807" },
		{ "g.loose(-1)", "f: a: expected 0 to 255, got -1" },
		{ "g.strict('rains')", "joined by '|', got \"rains\"" },
		{ "g.strict('rai')", "joined by '|', got \"rai\"" },
		{ "g.strict('rain|hail')", "expected names of rain, cold, both, top joined by" },
		{ "g.strict('rain|')", "got \"rain|\"" },
		{ "g.strict('|rain')", "got \"|rain\"" },
		{ "g.strict('|')", "got \"|\"" },
		{ "g.strict('rain||cold')", "got \"rain||cold\"" },
		{ "g.strict('rain | cold')", "got \"rain | cold\"" },
		{ "g.strict('1')", "got \"1\"" },
		{ "g.strict('rain\\0')", "has a NUL in it" },
		{ "g.strict(('rain|'):rep(1000))", "longer than 4095 bytes" },
		{ "g.strict({})", "f: a: expected an integer, got a table" },
		{ "g.strict(nil)", "f: a: expected an integer, got nil" },
		{ "g.strict()", "f: a: expected an integer, got nothing" },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(rows); i++)
		run(test, &rows[i]);
}

static void arithmetic_ends_with_the_range(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, luadata_add(5, -7), -2LL);
	KUNIT_EXPECT_EQ(test, luadata_add(LLONG_MAX, 1), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_add(LLONG_MIN, -1), LLONG_MIN);
	KUNIT_EXPECT_EQ(test, luadata_sub(0u, 1), -1LL);
	KUNIT_EXPECT_EQ(test, luadata_sub(LLONG_MIN, 1), LLONG_MIN);
	KUNIT_EXPECT_EQ(test, luadata_sub(0, LLONG_MIN), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_mul(U32_MAX, 4), 0x3fffffffcLL);
	KUNIT_EXPECT_EQ(test, luadata_mul(1LL << 62, 4), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_mul(1LL << 62, -4), LLONG_MIN);
	KUNIT_EXPECT_EQ(test, luadata_shl(3, 4), (lua_Integer)48);
	KUNIT_EXPECT_EQ(test, luadata_shl(3, 62), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_shl(1, 64), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_shl(1, -1), LLONG_MAX);
	KUNIT_EXPECT_EQ(test, luadata_shl(-1, 62), -(1LL << 62));
	KUNIT_EXPECT_EQ(test, luadata_shl(-1, 63), LLONG_MIN);
	KUNIT_EXPECT_EQ(test, luadata_shl(-3, -1), LLONG_MIN);
	KUNIT_EXPECT_EQ(test, luadata_shl(0, 99), (lua_Integer)0);
	KUNIT_EXPECT_EQ(test, luadata_shl(0, -1), (lua_Integer)0);
}

static void glue_exit(struct kunit *test)
{
	klua_stop("kunit_glue"); /* what a failed case left */
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
	KUNIT_CASE(flags_are_names_or_integers),
	KUNIT_CASE(flags_refuse_what_they_do_not_know),
	KUNIT_CASE(arithmetic_ends_with_the_range),
	{},
};

static struct kunit_suite glue_suite = {
	.name = "klua_glue",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.exit = glue_exit,
	.test_cases = cases,
};

kunit_test_suites(&glue_suite);

MODULE_DESCRIPTION("Tests of what bindings of klua take from scripts");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
