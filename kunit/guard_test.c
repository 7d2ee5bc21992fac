// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit tests of errors that nothing catches: C code of this suite raises where no protected call
 * is, in each kind of entry. One state fails, and nothing else.
 */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/module.h>

#include "info.h"
#include "life.h"
#include "list.h"
#include "load.h"
#include "glue.h"

/* ---- a binding that raises on purpose, and counts ---- */

#define OBJECTS 8

enum raise { /* where */
	NOWHERE,
	LEND,    /* where all arguments are lent */
	BEFORE,  /* where arguments are pushed */
	AFTER,   /* where the result is looked at */
	RELEASE, /* where an object is given back: at the end of an entry, or in the collector */
};

static enum raise raise_in;
static lua_State *raise_on;
static u32 values[OBJECTS];
static unsigned int released[OBJECTS], given, finalized;
static struct klua_attachment *hooks[2]; /* of a callback that lends, of one that pushes */
static struct completion detached;

static void raise_at(enum raise where)
{
	if (raise_in != where)
		return;
	raise_in = NOWHERE;
	luaL_error(raise_on, "on purpose");
}

static const struct luadata_layout layout = {
	.name = "kunit_guard.object",
	.size = sizeof(u32),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static void object_release(struct luadata_handle *h)
{
	raise_at(RELEASE);
	released[(u32 *)h->owner - values]++;
}

static const struct luadata_handle_ops object_ops = { .release = object_release };

/* kunit_guard.object(): one that stays as long as the script wants */
static int binding_object(lua_State *L)
{
	u32 *value = &values[given];

	if (given == OBJECTS)
		return luaL_error(L, "no more objects");
	given++;
	luadata_pushobject(L, &layout, value, 0, &object_ops, value);
	return 1;
}

/* kunit_guard.hold(): one that stays until the entry ends */
static int binding_hold(lua_State *L)
{
	binding_object(L);
	klua_defer(L);
	return 1;
}

/* kunit_guard.raise(where) */
static int binding_raise(lua_State *L)
{
	raise_in = luaL_checkinteger(L, 1);
	raise_on = L; /* of several copies, the one that runs */
	return 0;
}

/* kunit_guard.finalized(): a script's __gc says that it runs */
static int binding_finalized(lua_State *L)
{
	finalized++;
	return 0;
}

static int host_attach(struct klua_attachment *at)
{
	hooks[*(const int *)at->options] = at;
	return 0;
}

static void host_detach(struct klua_attachment *at)
{
	hooks[hooks[1] == at] = NULL;
	complete(&detached);
}

static const struct klua_host host = { .attach = host_attach, .detach = host_detach };

struct frame {
	struct luadata_handle *handle;
	struct luadata_ref *block;
};

static u8 lent[16];

static void prepare(lua_State *L, void *data)
{
	struct frame *frame = data;

	frame->handle = luadata_newhandle(L);
	frame->block = luadata_newroot(L, -1, NULL);
}

static void lend(const void *data, const void *args, int n)
{
	const struct frame *frame = data;

	luadata_lend(frame->handle, lent, sizeof(lent), sizeof(lent), 0, NULL, NULL);
	luadata_lendref(frame->block, 0, sizeof(lent), 0);
	raise_at(LEND);
}

static unsigned int loans_ended;

static void unlend(const void *data)
{
	const struct frame *frame = data;

	loans_ended++;
	luadata_return(frame->handle);
}

static void push(lua_State *L, const void *data, int first, const void *args, int n)
{
	lend(data, args, n);
	raise_at(BEFORE);
	lua_pushvalue(L, first);
}

static int look_at_result(struct klua_vm *vm, const void *args, s64 *result)
{
	raise_at(AFTER);
	return klua_noresult(vm, args, result);
}

static const struct klua_callback callbacks[] = {
	{ .name = "kunit_guard.lend",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_ATOMIC,
	  .host = &host,
	  .frame_size = sizeof(struct frame),
	  .prepare = prepare,
	  .lend = lend,
	  .unlend = unlend,
	  .nargs = 1,
	  .nlent = 1 },
	{ .name = "kunit_guard.push",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_ATOMIC,
	  .host = &host,
	  .frame_size = sizeof(struct frame),
	  .prepare = prepare,
	  .push = push,
	  .unlend = unlend,
	  .nargs = 1,
	  .nlent = 1,
	  .result = look_at_result },
};

/* kunit_guard.attach(hook, function or name) */
static int binding_attach(lua_State *L)
{
	int which = luaL_checkinteger(L, 1);

	klua_attach(L, &callbacks[which], 2, &which, sizeof(which));
	return 0;
}

static const luaL_Reg functions[] = {
	{ "attach", binding_attach }, { "finalized", binding_finalized },
	{ "hold", binding_hold },     { "object", binding_object },
	{ "raise", binding_raise },   {},
};

static int binding_open(lua_State *L)
{
	raise_on = L;
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit_guard",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

/* ---- helpers ---- */

#define SCRIPT								\
	"guard = require 'kunit_guard'\n"				\
	"kept = setmetatable({guard.object()}, {__gc = guard.finalized})\n"	\
	"late = setmetatable({}, {__gc = function() guard.finalized() end})\n"	\
	"function f(block) held = guard.hold() guard.raise(where or 0) return true end\n"

static struct klua_state *make(struct kunit *test, const char *name, bool percpu)
{
	struct klua_options options = { .name = name, .percpu = percpu };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	return state;
}

static struct klua_state *loaded(struct kunit *test, const char *name, const char *code)
{
	struct klua_state *state = make(test, name, false);
	int err = klua_load(state, code, strlen(code), "@guard.lua");

	KUNIT_EXPECT_EQ_MSG(test, err, 0, "%s", klua_error(state));
	return state;
}

static int eval(struct klua_state *state, const char *code, char *error)
{
	return klua_eval(state, code, strlen(code), "=eval", NULL, error);
}

/* Return: 1 for true, 0 for false or nothing, or -errno. */
static int call(struct klua_attachment *at)
{
	s64 result = 0;

	return klua_call(at, NULL, &result) ?: result;
}

static bool is_failed(struct kunit *test, struct klua_state *state, const char *where)
{
	struct klua_info info;
	bool failed;

	KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
	failed = strstr(info.failure, where);
	klua_info_free(&info);
	return failed;
}

/*
 * The state "bad" has failed: it says so, is entered no more and called no more, has given back
 * what it held, ran nothing; another state is at work, and its name can be used again.
 */
static void expect_failed(struct kunit *test, struct klua_state *bad, const char *where)
{
	struct klua_state *good = loaded(test, "good", "x = 1");
	char *error = kunit_kzalloc(test, KLUA_ERROR_MAX, GFP_KERNEL);
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, error);
	KUNIT_EXPECT_TRUE(test, is_failed(test, bad, where));
	KUNIT_EXPECT_EQ(test, eval(bad, "return 1", error), -ENOTRECOVERABLE);
	KUNIT_EXPECT_NOT_NULL(test, strstr(error, "the state failed: "));
	KUNIT_EXPECT_EQ(test, eval(good, "assert(x == 1)", error), 0);
	klua_destroy(good);
	KUNIT_EXPECT_NE(test, wait_for_completion_timeout(&detached, 600 * HZ), 0ul);
	KUNIT_EXPECT_EQ(test, klua_reload("bad", "y = 2", 5, "@y.lua", NULL, error, NULL), 0);
	for (i = 0; i < given; i++)
		KUNIT_EXPECT_EQ_MSG(test, released[i], 1u, "object %u", i);
	KUNIT_EXPECT_EQ(test, finalized, 0u);
	KUNIT_EXPECT_EQ(test, klua_stop("bad"), 0);
}

/* ---- the cases ---- */

static void an_error_in_a_loan(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad", SCRIPT "guard.attach(0, 'f')");

	KUNIT_ASSERT_NOT_NULL(test, hooks[0]);
	KUNIT_EXPECT_EQ(test, call(hooks[0]), 1);
	raise_in = LEND;
	KUNIT_EXPECT_EQ(test, call(hooks[0]), -ENOTRECOVERABLE);
	KUNIT_EXPECT_EQ(test, loans_ended, 2u);
	expect_failed(test, state, "kunit_guard.lend");
}

static void an_error_at_the_end_of_a_call(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad", SCRIPT "where = 4 guard.attach(0, 'f')");

	KUNIT_ASSERT_NOT_NULL(test, hooks[0]);
	KUNIT_EXPECT_EQ(test, call(hooks[0]), -ENOTRECOVERABLE);
	expect_failed(test, state, "kunit_guard.lend");
}

static void an_error_where_another_is_dealt_with(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad",
		SCRIPT "function g() f() error 'first' end where = 4 guard.attach(0, 'g')");

	KUNIT_ASSERT_NOT_NULL(test, hooks[0]);
	KUNIT_EXPECT_EQ(test, call(hooks[0]), -ENOTRECOVERABLE);
	expect_failed(test, state, "kunit_guard.lend");
}

static void an_error_before_a_call(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad", SCRIPT "guard.attach(1, 'f')");

	KUNIT_ASSERT_NOT_NULL(test, hooks[1]);
	KUNIT_EXPECT_EQ(test, call(hooks[1]), 0);
	raise_in = BEFORE;
	KUNIT_EXPECT_EQ(test, call(hooks[1]), -ENOTRECOVERABLE);
	KUNIT_EXPECT_EQ(test, loans_ended, 2u);
	expect_failed(test, state, "kunit_guard.push");
}

static void an_error_after_a_call(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad", SCRIPT "where = 3 guard.attach(1, 'f')");

	KUNIT_ASSERT_NOT_NULL(test, hooks[1]);
	KUNIT_EXPECT_EQ(test, call(hooks[1]), -ENOTRECOVERABLE);
	KUNIT_EXPECT_EQ(test, loans_ended, 2u); /* once more, to be sure */
	expect_failed(test, state, "kunit_guard.push");
}

static void an_error_in_an_evaluation(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad", SCRIPT "guard.attach(1, 'f')");

	KUNIT_EXPECT_EQ(test, eval(state, "where = 4 f()", NULL), -ENOTRECOVERABLE);
	expect_failed(test, state, "the script's own code");
}

static void an_error_in_loading(struct kunit *test)
{
	static const char code[] = SCRIPT "where = 4 f()";
	struct klua_state *state = make(test, "bad", false);

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@f.lua"), -ENOTRECOVERABLE);
	KUNIT_EXPECT_NOT_NULL(test, strstr(klua_error(state), "the state failed: "));
	KUNIT_EXPECT_NULL(test, klua_find("bad"));
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, released[0] + released[1], 2u);
	KUNIT_EXPECT_EQ(test, finalized, 0u);
}

static void an_error_while_the_state_ends(struct kunit *test)
{
	struct klua_state *state = loaded(test, "bad",
		"guard = require 'kunit_guard' kept, more = guard.object(), guard.object()");

	raise_in = RELEASE;
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, released[0], 1u);
	KUNIT_EXPECT_EQ(test, released[1], 1u);
}

static void one_copy_fails_them_all(struct kunit *test)
{
	static const char code[] =
		"guard = require 'kunit_guard' guard.attach(0, function() return true end)";
	struct klua_state *state = make(test, "bad", true);

	KUNIT_ASSERT_EQ(test, klua_load(state, code, strlen(code), "@f.lua"), 0);
	KUNIT_EXPECT_EQ(test, call(hooks[0]), 1);
	KUNIT_EXPECT_EQ(test, eval(state, "held = guard.hold() guard.raise(4)", NULL),
			-ENOTRECOVERABLE);
	expect_failed(test, state, "the script's own code");
}

static int guard_init(struct kunit *test)
{
	raise_in = NOWHERE;
	memset(released, 0, sizeof(released));
	given = 0;
	finalized = 0;
	loans_ended = 0;
	init_completion(&detached);
	return klua_register(&binding);
}

static void guard_exit(struct kunit *test)
{
	klua_stop("bad"); /* of a case that was broken off */
	klua_stop("good");
	klua_unregister(&binding);
}

static struct kunit_case guard_cases[] = {
	KUNIT_CASE(an_error_in_a_loan),
	KUNIT_CASE(an_error_at_the_end_of_a_call),
	KUNIT_CASE(an_error_where_another_is_dealt_with),
	KUNIT_CASE(an_error_before_a_call),
	KUNIT_CASE(an_error_after_a_call),
	KUNIT_CASE(an_error_in_an_evaluation),
	KUNIT_CASE(an_error_in_loading),
	KUNIT_CASE(an_error_while_the_state_ends),
	KUNIT_CASE(one_copy_fails_them_all),
	{},
};

static struct kunit_suite guard_suite = {
	.name = "klua_guard",
	.init = guard_init,
	.exit = guard_exit,
	.test_cases = guard_cases,
};

kunit_test_suite(guard_suite);

MODULE_DESCRIPTION("KUnit tests of errors that nothing catches");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
