// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of how scripts attach, and of how hosts refuse them. */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/string.h>

#include "info.h"

#define ATTACHED_MAX 4

/* What the next attach does. */
static enum { ACCEPT, REFUSE, FAIL } answer;
static struct klua_attachment *attached[ATTACHED_MAX];
static unsigned int nattached;

static int hook_attach(struct klua_attachment *at)
{
	switch (answer) {
	case REFUSE:
		return klua_refuse(at, "port: expected 1 to %d, got %d", 9,
				   *(const int *)at->options);
	case FAIL:
		return -ENOSPC;
	default:
		attached[nattached++ % ATTACHED_MAX] = at;
		return 0;
	}
}

static void hook_detach(struct klua_attachment *at)
{
	nattached--;
}

static const struct klua_host host = { .attach = hook_attach, .detach = hook_detach };

static int any_integer(struct klua_vm *vm, const void *args, s64 *result)
{
	return klua_integer(vm, S64_MIN, S64_MAX, result);
}

static const struct klua_callback callback = {
	.name = "kunit_attach.hook",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.host = &host,
	.result = any_integer,
};

static struct klua_single single;
static const char *const counter_names[] = { "seen", NULL };
static const struct klua_host single_host = {
	KLUA_SINGLE_HOST(&single),
	.counters = counter_names,
};

static const struct klua_callback single_callback = {
	.name = "kunit_attach.single",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.host = &single_host,
	.result = any_integer,
};

static int attach_to(lua_State *L, const struct klua_callback *to)
{
	int port = luaL_checkinteger(L, 1);

	klua_attach(L, to, 2, &port, sizeof(port));
	return 0;
}

/* kunit_attach.attach(port, function or name) */
static int binding_attach(lua_State *L)
{
	return attach_to(L, &callback);
}

/* kunit_attach.single(port, function or name) */
static int binding_single(lua_State *L)
{
	return attach_to(L, &single_callback);
}

static const luaL_Reg functions[] = {
	{ "attach", binding_attach },
	{ "single", binding_single },
	{},
};

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit_attach",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

#define PREAMBLE "local hooks = require 'kunit_attach' local attach, single = hooks.attach, hooks.single\n"

static struct klua_state *made(struct kunit *test, const char *name)
{
	struct klua_options options = { .name = name };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	return state;
}

static struct klua_state *loaded(struct kunit *test, const char *code)
{
	struct klua_state *state = made(test, "first");

	KUNIT_EXPECT_EQ_MSG(test, klua_load(state, code, strlen(code), "@t.lua"), 0, "%s",
			    klua_error(state));
	return state;
}

static void expect_refused(struct kunit *test, const char *code, const char *chunkname, int err,
			   const char *text)
{
	struct klua_state *state = made(test, "refused");

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), chunkname), err);
	KUNIT_EXPECT_STREQ(test, klua_error(state), text);
	klua_destroy(state);
}

/* What the function behind an attachment returns. */
static int ask(unsigned int i)
{
	s64 result = 0;

	return klua_call(attached[i], NULL, &result) ?: result;
}

static void a_host_says_why(struct kunit *test)
{
	answer = REFUSE;
	expect_refused(test, PREAMBLE "attach(10, print)", "@t.lua", -EINVAL,
		       "t.lua:2: kunit_attach.hook: port: expected 1 to 9, got 10");
}

/* Lua cuts names of sources after 59 bytes. */
#define OPTION "--attach kunit_attach.hook:port=10,and=something,that=is,longer=than,these"

static void a_refused_option_is_named_whole(struct kunit *test)
{
	answer = REFUSE;
	expect_refused(test, PREAMBLE "attach(10, print)", "=" OPTION, -EINVAL,
		       OPTION ": kunit_attach.hook: port: expected 1 to 9, got 10");
}

static void a_silent_host_has_an_errno(struct kunit *test)
{
	answer = FAIL;
	expect_refused(test, PREAMBLE "attach(1, print)", "@t.lua", -ENOSPC,
		       "t.lua:2: kunit_attach.hook: ENOSPC");
}

static void who_has_the_hook_is_named(struct kunit *test)
{
	struct klua_state *state = loaded(test, PREAMBLE "single(1, print)");

	expect_refused(test, PREAMBLE "\n\nsingle(2, print)", "@t.lua", -EBUSY,
		       "t.lua:4: kunit_attach.single: script 'first' has it, and only one can");
	klua_destroy(state);
}

static void one_script_is_called_while_it_is_there(struct kunit *test)
{
	struct klua_state *state = loaded(test, PREAMBLE "single(1, function() return 7 end)");
	s64 result = 0;

	KUNIT_EXPECT_EQ(test, klua_call_single(&single, NULL, &result), 0);
	KUNIT_EXPECT_EQ(test, result, 7);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, klua_call_single(&single, NULL, &result), -ENOENT);
}

static void a_host_sees_options_and_counts(struct kunit *test)
{
	struct klua_state *state = loaded(test, PREAMBLE "single(9, print)");
	struct klua_attachment *at;
	struct klua_info info;
	int idx;

	at = klua_single_begin(&single, &idx);
	KUNIT_EXPECT_NOT_NULL(test, at);
	if (at) {
		KUNIT_EXPECT_EQ(test, *(const int *)at->options, 9);
		atomic64_add(3, &at->counters[0]);
	}
	klua_single_end(idx);
	KUNIT_EXPECT_EQ(test, klua_info(state, &info), 0);
	KUNIT_EXPECT_STREQ(test, info.attachments[0].counters[0].name, "seen");
	KUNIT_EXPECT_EQ(test, info.attachments[0].counters[0].value, 3);
	klua_info_free(&info);
	klua_destroy(state);
}

static void a_global_is_missed_where_it_was_named(struct kunit *test)
{
	expect_refused(test, PREAMBLE "attach(1, 'nothing')", "@t.lua", -EINVAL,
		       "t.lua:2: kunit_attach.hook: 'nothing' is no global function");
}

/* The collector's next step is a whole cycle, which the next thing that is made brings about. */
#define COLLECT_SOON "collectgarbage('incremental', 0, 1000, 40) collectgarbage('restart') "

static void a_finalizer_attaches_in_between(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, PREAMBLE
		       "local function outer() return 1 end\n"
		       "local function inner() return 2 end\n"
		       "collectgarbage() collectgarbage('stop')\n"
		       "setmetatable({}, {__gc = function() attach(2, inner) end})\n"
		       COLLECT_SOON "attach(1, outer)");
	KUNIT_ASSERT_EQ(test, nattached, 2);
	KUNIT_EXPECT_EQ(test, ask(0), 2);
	KUNIT_EXPECT_EQ(test, ask(1), 1);
	klua_destroy(state);
}

/* What an attachment needs of the kernel is in no quota. */
static void attachments_have_an_end(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, PREAMBLE
		       "local n, ok, why = 0, true\n"
		       "while ok and n < 1000 do\n"
		       "  ok, why = pcall(attach, 1, print)\n"
		       "  n = n + 1\n"
		       "end\n"
		       "assert(n == 65 and why:find('at most 64 times'), why)");
	KUNIT_EXPECT_EQ(test, nattached, 64);
	klua_destroy(state);
}

/* Loading ends with a collection: the attachments are counted by then. */
static void a_finalizer_attaches_nothing_later(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, PREAMBLE
		       "collectgarbage('stop')\n"
		       "setmetatable({}, {__gc = function()\n"
		       "  print(select(2, pcall(attach, 2, print)))\n"
		       "end})\n"
		       "attach(1, function() return 1 end)");
	KUNIT_EXPECT_EQ(test, nattached, 1);
	KUNIT_EXPECT_EQ(test, ask(0), 1);
	klua_destroy(state);
}

static int attach_init(struct kunit *test)
{
	answer = ACCEPT;
	nattached = 0;
	return 0;
}

static void attach_exit(struct kunit *test)
{
	klua_stop("first"); /* what a failed case left */
	klua_stop("refused");
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
	KUNIT_CASE(a_host_says_why),
	KUNIT_CASE(a_refused_option_is_named_whole),
	KUNIT_CASE(a_silent_host_has_an_errno),
	KUNIT_CASE(who_has_the_hook_is_named),
	KUNIT_CASE(one_script_is_called_while_it_is_there),
	KUNIT_CASE(a_host_sees_options_and_counts),
	KUNIT_CASE(a_global_is_missed_where_it_was_named),
	KUNIT_CASE(a_finalizer_attaches_in_between),
	KUNIT_CASE(a_finalizer_attaches_nothing_later),
	KUNIT_CASE(attachments_have_an_end),
	{},
};

static struct kunit_suite attach_suite = {
	.name = "klua_attach",
	.init = attach_init,
	.exit = attach_exit,
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.test_cases = cases,
};

kunit_test_suites(&attach_suite);

MODULE_DESCRIPTION("Tests of how scripts attach to klua's hooks");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
