// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What a binding lets through of what scripts give, with the real functions behind it. */
#include <kunit/test.h>
#include <linux/module.h>

#include "kinds_bounds.c"

static struct klua_binding binding = {
	.name = "kinds_bounds",
	.owner = THIS_MODULE,
	.open = luaopen_kinds_bounds,
	.capability = -1,
};

static const char opening[] =
	"local b = require 'kinds_bounds'\n"
	"local function gives(want, f, ...)\n"
	"  local got = f(...)\n"
	"  if got ~= want then error('got ' .. tostring(got) .. ', not ' .. tostring(want), 2) end\n"
	"end\n"
	"local function refuses(f, ...)\n"
	"  local done, why = pcall(f, ...)\n"
	"  if done then error('not refused', 2) end\n"
	"end\n";

/* Runs a chunk that raises where something is wrong. */
static void script(struct kunit *test, const char *chunk)
{
	struct klua_options options = { .name = "bounds" };
	struct klua_state *state = klua_create(&options);
	char *text = kunit_kzalloc(test, sizeof(opening) + strlen(chunk), GFP_KERNEL);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	if (text) {
		strcpy(text, opening);
		strcat(text, chunk);
		if (klua_load(state, text, strlen(text), "=test"))
			KUNIT_FAIL(test, "%s", klua_error(state));
	}
	klua_destroy(state);
}

static void below_a_choice(struct kunit *test)
{
	bounds_wide = false;
	script(test,
	       "gives(3, b.slot, 3) refuses(b.slot, 4) refuses(b.slot, 7) refuses(b.slot, -1)");
	bounds_wide = true;
	script(test, "gives(7, b.slot, 7) refuses(b.slot, 8)");
}

static void below_nothing(struct kunit *test)
{
	bounds_queues = 4;
	script(test,
	       "gives(3, b.queue, 3) refuses(b.queue, 4) gives(3, b.last, 3) refuses(b.last, 4)");
	bounds_queues = 0;
	script(test, "for _, f in ipairs {b.queue, b.last} do\n"
		     "  for _, n in ipairs {0, 1, 4, 4294967295} do refuses(f, n) end\n"
		     "end");
	bounds_queues = 4;
}

static void names_fit_the_type(struct kunit *test)
{
	script(test, "gives(7, b.level, 'small') gives(255, b.level, 255)\n"
		     "refuses(b.level, 'huge') refuses(b.level, 300)");
}

static void parameters_are_one_operand(struct kunit *test)
{
	script(test, "gives((7 + 1) * 4, b.double)");
}

static void sizes_do_not_wrap(struct kunit *test)
{
	script(test, "gives(64, function() return #b.words(16) end) refuses(b.words, 17)\n"
		     "refuses(b.words, 1 << 30) refuses(b.words, (1 << 30) + 1)\n"
		     "gives(24, function() return #b.table(2, 3, 4) end)\n"
		     "refuses(b.table, 1 << 31, 1 << 31, 4) refuses(b.table, 1 << 31, 1 << 31, 8)");
}

static void sizes_of_nil(struct kunit *test)
{
	script(test, "gives(4, function() return #b.seal(nil) end)\n"
		     "gives(1, function() return #b.seal(b.get()) end)");
}

static void counts_do_not_wrap(struct kunit *test)
{
	bounds_one.used = 3;
	script(test, "gives(2, function() return #b.get().rest end)");
	bounds_one.used = 0;
	script(test, "gives(0, function() return #b.get().rest end)");
	bounds_one.used = 1;
}

/* At each distance from the end of a stack of Lua, which KASAN watches. */
static void many_have_room(struct kunit *test)
{
	script(test,
	       "local function deep(f)\n"
	       "  for k = 0, 120 do\n"
	       "    coroutine.wrap(function(...) f() return ... end)(table.unpack({}, 1, k))\n"
	       "  end\n"
	       "end\n"
	       "deep(function() assert(select('#', b.many()) == 30) end)\n"
	       "deep(function() assert(select(30, b.many()) == 29) end)\n"
	       "local n = {}\n"
	       "for i = 1, 29 do n[i] = i end\n"
	       "local count = 0\n"
	       "for one in b.all(table.unpack(n)) do count = count + one.used end\n"
	       "assert(count == 1)\n"
	       "local step = b.all(table.unpack(n))\n"
	       "deep(function() step(nil, nil) end) deep(function() step() end)\n"
	       "deep(function() pcall(b.all) end)");
}

static struct kunit_case cases[] = { KUNIT_CASE(below_a_choice),
				     KUNIT_CASE(below_nothing),
				     KUNIT_CASE(names_fit_the_type),
				     KUNIT_CASE(parameters_are_one_operand),
				     KUNIT_CASE(sizes_do_not_wrap),
				     KUNIT_CASE(sizes_of_nil),
				     KUNIT_CASE(counts_do_not_wrap),
				     KUNIT_CASE(many_have_room),
				     {} };

static int suite_init(struct kunit_suite *suite)
{
	return klua_register(&binding);
}

static void suite_exit(struct kunit_suite *suite)
{
	klua_unregister(&binding);
}

static struct kunit_suite suite = {
	.name = "klua_kinds_bounds_run",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.test_cases = cases,
};

kunit_test_suites(&suite);

MODULE_DESCRIPTION("KUnit suite: bounds and sizes of a binding");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
