// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of the runtime: states, hooks, and what stops scripts that will not stop. */
#include <kunit/test.h>
#include <linux/capability.h>
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>

#include "info.h"
#include "life.h"
#include "list.h"
#include "load.h"
#include "log.h"

/* ---- a binding with hooks: one for each way of locking, one whose arguments are lent ---- */

struct hook {
	struct klua_attachment *at[2]; /* called now */
	unsigned int attached, detached, replaced;
	int refuse; /* errno for the next attach but one */
};

static struct hook hooks[3];
static const struct klua_callback callbacks[3];

#define QUICK 2 /* of hooks */

static struct hook *hook_of(struct klua_attachment *at)
{
	return &hooks[at->callback - callbacks];
}

static int hook_attach(struct klua_attachment *at)
{
	struct hook *hook = hook_of(at);

	if (hook->at[0] && hook->refuse)
		return hook->refuse;
	hook->at[hook->at[0] ? 1 : 0] = at;
	hook->attached++;
	return 0;
}

static void hook_detach(struct klua_attachment *at)
{
	struct hook *hook = hook_of(at);
	int i;

	for (i = 0; i < 2; i++)
		if (hook->at[i] == at)
			hook->at[i] = NULL;
	hook->detached++;
}

static int hook_replace(struct klua_attachment *at, struct klua_attachment *old)
{
	struct hook *hook = hook_of(at);

	hook->at[hook->at[1] == old] = at;
	hook->replaced++;
	return 0;
}

static const struct klua_host host = {
	.attach = hook_attach,
	.detach = hook_detach,
	.replace = hook_replace,
};

struct frame {
	int n; /* what prepare left */
};

static void prepare(lua_State *L, void *data)
{
	struct frame *frame = data;

	lua_pushliteral(L, "root");
	frame->n = 7;
}

/*
 * The argument is the number that @values is; it is no argument when prepare's work is not there.
 */
static void push(lua_State *L, const void *data, int lent, const void *values, int n)
{
	const struct frame *frame = data;
	const char *root = lua_tostring(L, lent);

	if (frame->n == 7 && root && !strcmp(root, "root"))
		lua_pushinteger(L, *(const int *)values);
	else
		lua_pushnil(L);
}

static void lend(const void *data, const void *values, int n)
{
}

static void unlend(const void *data)
{
}

static int any_integer(struct klua_vm *vm, const void *args, s64 *result)
{
	return klua_integer(vm, S64_MIN, S64_MAX, result);
}

static const struct klua_callback callbacks[3] = {
	{ .name = "kunit.soft",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_ATOMIC,
	  .host = &host,
	  .frame_size = sizeof(struct frame),
	  .prepare = prepare,
	  .push = push,
	  .nargs = 1,
	  .nlent = 1,
	  .result = any_integer },
	{ .name = "kunit.task",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_SLEEPABLE,
	  .host = &host,
	  .frame_size = sizeof(struct frame),
	  .prepare = prepare,
	  .push = push,
	  .nargs = 1,
	  .nlent = 1,
	  .result = any_integer },
	{ .name = "kunit.quick",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_ATOMIC,
	  .host = &host,
	  .frame_size = sizeof(struct frame),
	  .prepare = prepare,
	  .lend = lend,
	  .unlend = unlend,
	  .nargs = 1,
	  .nlent = 1 },
};

/* kunit.attach(hook, function or name) */
static int binding_attach(lua_State *L)
{
	int which = luaL_checkinteger(L, 1);

	klua_attach(L, &callbacks[which], 2, &which, sizeof(which));
	return 0;
}

/* kunit.reenter(hook): errno of calling a hook from inside */
static int binding_reenter(lua_State *L)
{
	int arg = 0;
	s64 result;

	lua_pushinteger(L, klua_call(hooks[luaL_checkinteger(L, 1)].at[0], &arg, &result));
	return 1;
}

static int binding_sleep(lua_State *L)
{
	klua_checksleep(L, "kunit.sleep");
	return 0;
}

/* kunit.args(hook): what the stub of that hook gave, or nil */
static int binding_args(lua_State *L)
{
	const int *args = klua_inside(L, &callbacks[luaL_checkinteger(L, 1)]);

	if (args)
		lua_pushinteger(L, *args);
	else
		lua_pushnil(L);
	return 1;
}

/* kunit.charge(units) */
static int binding_charge(lua_State *L)
{
	lua_charge(L, luaL_checkinteger(L, 1));
	return 0;
}

/* kunit.deep(): as if it needed more stack than there is */
static int binding_deep(lua_State *L)
{
	klua_checkcall(L, "kunit.deep", 1 << 20);
	return 0;
}

/* kunit.noio(): whether an allocation may wait for I/O */
static int binding_noio(lua_State *L)
{
	lua_pushboolean(L, current->flags & PF_MEMALLOC_NOIO);
	return 1;
}

/* kunit.eval(): errno of evaluating code in the state "t" from inside */
static int binding_eval(lua_State *L)
{
	struct klua_state *state = klua_find("t");

	if (!state)
		return luaL_error(L, "no state");
	lua_pushinteger(L, klua_eval(state, "1", 1, "=inside", NULL, NULL));
	klua_put(state);
	return 1;
}

static unsigned int finished;

/* kunit.finish(): a finalizer has come to its end */
static int binding_finish(lua_State *L)
{
	finished++;
	return 0;
}

static const luaL_Reg functions[] = {
	{ "attach", binding_attach }, { "charge", binding_charge }, { "reenter", binding_reenter },
	{ "sleep", binding_sleep },   { "args", binding_args },     { "deep", binding_deep },
	{ "noio", binding_noio },     { "eval", binding_eval },     { "finish", binding_finish },
	{},
};

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

static struct klua_binding guarded = {
	.name = "kunit_guarded",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = CAP_NET_ADMIN,
};

/* ---- helpers ---- */

#define PREAMBLE "local kunit = require 'kunit' "

static struct klua_state *make(struct kunit *test, const char *name, const char *allow, bool percpu)
{
	struct klua_options options = {
		.name = name,
		.allow = allow,
		.percpu = percpu,
		.load_budget = 1000000,
	};
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	return state;
}

static struct klua_state *loaded(struct kunit *test, const char *code)
{
	struct klua_state *state = make(test, "t", NULL, false);
	int err = klua_load(state, code, strlen(code), "@t.lua");

	KUNIT_EXPECT_EQ_MSG(test, err, 0, "%s", klua_error(state));
	return state;
}

static void expect_refused(struct kunit *test, const char *code, int err, const char *text)
{
	struct klua_state *state = make(test, "t", NULL, false);

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), err);
	KUNIT_EXPECT_TRUE_MSG(test, strstr(klua_error(state), text), "not '%s' but: %s", text,
			      klua_error(state));
	klua_destroy(state);
}

/* Calls a hook with a number. Return: what the function returned, or -errno. */
static s64 go(int which, int arg)
{
	s64 result = 0;

	return klua_call(hooks[which].at[0], &arg, &result) ?: result;
}

static u64 counted(struct kunit *test, struct klua_state *state, enum klua_cause cause)
{
	struct klua_info info;
	u64 n;

	KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
	KUNIT_ASSERT_EQ(test, info.nattachments, 1);
	n = info.attachments[0].causes[cause];
	klua_info_free(&info);
	return n;
}

struct sink {
	struct klua_output out;
	char text[256];
};

static void sink_write(struct klua_output *out, const char *text, size_t size)
{
	struct sink *sink = container_of(out, struct sink, out);
	size_t n = strlen(sink->text);

	if (size < sizeof(sink->text) - n)
		memcpy(sink->text + n, text, size);
}

static void expect_eval(struct kunit *test, struct klua_state *state, const char *code,
			const char *output)
{
	struct sink *sink = kunit_kzalloc(test, sizeof(*sink), GFP_KERNEL);
	char *error = kunit_kzalloc(test, KLUA_ERROR_MAX, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, sink && error);
	sink->out.write = sink_write;
	KUNIT_EXPECT_EQ_MSG(test, klua_eval(state, code, strlen(code), "=eval", &sink->out, error),
			    0, "%s", error);
	KUNIT_EXPECT_STREQ(test, sink->text, output);
}

/* ---- states ---- */

static void weak_keys_are_refused(struct kunit *test)
{
	expect_refused(test, "setmetatable({}, {__mode = 'k'})", -EINVAL, "weak keys");
	expect_refused(test, PREAMBLE "kunit.attach(1, print) setmetatable({}, {__mode = 'kv'})",
		       -EINVAL, "weak keys");
}

/* `arg` may be a table of the script's own, with a length that is none. */
static void arguments_are_counted(struct kunit *test)
{
	static const char *const lengths[] = { "-1", "-300", "-(1 << 31)", "1 << 31",
					       "math.mininteger" };
	struct klua_options options = { .name = "anonymous", .load_budget = 1000000 };
	struct klua_state *state = klua_create_anonymous(&options);
	char code[100], error[KLUA_ERROR_MAX];
	int i;

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	for (i = 0; i < ARRAY_SIZE(lengths); i++) {
		snprintf(code, sizeof(code),
			 "arg = setmetatable({}, {__len = function() return %s end})", lengths[i]);
		KUNIT_EXPECT_EQ(test, klua_eval(state, code, strlen(code), "=e", NULL, error), 0);
		KUNIT_EXPECT_EQ(test, klua_run(state, "", 0, "=r", NULL, error), -EINVAL);
		KUNIT_EXPECT_TRUE_MSG(test, strstr(error, "'arg' has a length of "), "%s", error);
	}
	klua_destroy(state);
}

static void names_are_checked(struct kunit *test)
{
	static const char *const bad[] = {
		"",   "a b", "a/b",
		"%s", NULL,  "0123456789012345678901234567890123456789012345678901234567890123"
	};
	struct klua_options options = {};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(bad); i++) {
		options.name = bad[i];
		KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(klua_create(&options)), -EINVAL);
	}
}

static void names_are_unique(struct kunit *test)
{
	struct klua_options options = { .name = "t" };
	struct klua_state *state = loaded(test, "");

	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(klua_create(&options)), -EEXIST);
	klua_destroy(state);
	state = klua_create(&options);
	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	klua_destroy(state);
}

static void a_state_is_found_once_loaded(struct kunit *test)
{
	struct klua_state *state = make(test, "t", NULL, false);

	KUNIT_EXPECT_PTR_EQ(test, klua_find("t"), NULL);
	KUNIT_EXPECT_EQ(test, klua_load(state, "x = 1", 5, "@t.lua"), 0);
	KUNIT_EXPECT_PTR_EQ(test, klua_find("t"), state);
	klua_put(state);
	KUNIT_EXPECT_EQ(test, klua_stop("t"), 0);
	KUNIT_EXPECT_EQ(test, klua_stop("t"), -ENOENT);
}

static void errors_name_file_and_line(struct kunit *test)
{
	expect_refused(test, "x = 1\nx = ", -ENOEXEC, "t.lua:2: unexpected symbol near <eof>");
	expect_refused(test, "\n\nx = {} .. 1", -EINVAL,
		       "t.lua:3: attempt to concatenate a table value");
	expect_refused(test, "\nwhile true do end", -EINTR, "t.lua:2: instruction budget spent");
	expect_refused(test, "t = {} while true do t[#t + 1] = {} end", -ENOMEM,
		       "not enough memory");
}

static void a_state_is_loaded_once(struct kunit *test)
{
	struct klua_state *state = loaded(test, "");

	KUNIT_EXPECT_EQ(test, klua_load(state, "x = 1", 5, "@t.lua"), -EINVAL);
	KUNIT_EXPECT_STREQ(test, klua_error(state), "the state is loaded already");
	klua_destroy(state);
}

static void what_a_subsystem_made_is_its_own(struct kunit *test)
{
	struct klua_options options = { .name = "t" };
	struct klua_state *state = klua_create(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_ASSERT_EQ(test, klua_load(state, "x = 1", 5, "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, klua_stop("t"), -EBUSY);
	KUNIT_EXPECT_EQ(test, klua_reload("t", "x = 2", 5, "@t.lua", NULL, NULL, NULL), -EBUSY);
	expect_eval(test, state, "x", "1\n");
	klua_destroy(state);
}

static void a_script_evaluates_nothing_from_inside(struct kunit *test)
{
	struct klua_state *state = loaded(test, "kunit = require 'kunit'");

	expect_eval(test, state, "kunit.eval()", "-16\n"); /* -EBUSY */
	klua_destroy(state);
}

static void c_calls_a_global(struct kunit *test)
{
	struct klua_state *state = loaded(test, "function double(x) return 2 * x end");
	struct klua_vm *vm = klua_lock(state);
	lua_State *L;

	KUNIT_ASSERT_FALSE(test, IS_ERR(vm));
	KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(klua_lock(state)), -EBUSY);
	L = klua_lua(vm);
	lua_getglobal(L, "double");
	lua_pushinteger(L, 21);
	KUNIT_EXPECT_EQ(test, lua_pcall(L, 1, 1, 0), 0);
	KUNIT_EXPECT_EQ(test, lua_tointeger(L, -1), 42);
	klua_unlock(vm);
	klua_destroy(state);
}

static void eval_prints_values(struct kunit *test)
{
	struct klua_state *state = loaded(test, "up = 80");

	expect_eval(test, state, "up", "80\n");
	expect_eval(test, state, "up = 50", "");
	expect_eval(test, state, "up, nil, 'x'", "50\tnil\tx\n");
	expect_eval(test, state, "print(1, 2)", "1\t2\n");
	klua_destroy(state);
}

static void printing_values_is_charged(struct kunit *test)
{
	static const char code[] =
		"local t = {} for i = 1, 300 do t[i] = s end return table.unpack(t)";
	struct klua_state *state = loaded(test, "s = ('x'):rep(60000)");
	struct sink *sink = kunit_kzalloc(test, sizeof(*sink), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, sink);
	sink->out.write = sink_write;
	KUNIT_EXPECT_EQ(test, klua_eval(state, code, strlen(code), "=eval", &sink->out, NULL),
			-EINTR);
	klua_destroy(state);
}

/* One slice at a time it would be 50,000 steps, and its rest spends what is left. */
static void a_charge_of_any_size_is_one_step(struct kunit *test)
{
	static const char code[] = PREAMBLE "kunit.charge(999000000)";
	struct klua_options options = { .name = "t", .load_budget = KLUA_BUDGET_MAX };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	klua_destroy(state);
}

static void print_goes_to_the_ring(struct kunit *test)
{
	struct klua_state *state = loaded(test, "print('one') print('two')");
	char text[16] = "";
	u64 pos = 0;

	KUNIT_EXPECT_EQ(test, klua_log_read(state, &pos, text, 6, false), 6);
	KUNIT_EXPECT_STREQ(test, text, "one\ntw");
	KUNIT_EXPECT_EQ(test, klua_log_read(state, &pos, text, 16, false), 2);
	KUNIT_EXPECT_EQ(test, klua_log_read(state, &pos, text, 16, false), 0);
	klua_destroy(state);
}

/* Of a reader that comes too late the first line is whole. */
static void what_follows_a_gap_begins_with_a_line(struct kunit *test)
{
	struct klua_state *state = loaded(test, "for i = 1, 999 do print('lines', i) end");
	char text[8] = "";
	u64 pos = 0;

	KUNIT_EXPECT_EQ(test, klua_log_read(state, &pos, text, 6, false), 6);
	KUNIT_EXPECT_STREQ(test, text, "lines\t");
	KUNIT_EXPECT_GT(test, pos, 6ull);
	klua_destroy(state);
}

/* More than a slice, less than closing may take. */
static void finalizers_run_to_their_end(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, PREAMBLE "x = setmetatable({}, {__gc = function()\n"
				      "for i = 1, 100000 do end kunit.finish() end})");

	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, finished, 1);
}

static void a_looping_finalizer_ends(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, "x = setmetatable({}, {__gc = function() while true do end end})");

	klua_destroy(state);
	KUNIT_EXPECT_PTR_EQ(test, klua_find("t"), NULL);
}

static void deep_recursion_is_an_error(struct kunit *test)
{
	/* Which of its limits ends it depends on the sizes of frames. */
	expect_refused(test, "local function f() return pcall(f) .. '' end f()", -EINVAL, "");
	expect_refused(test, "local function f() return string.gsub('a', 'a', f) end f()", -EINVAL,
		       "");
	expect_refused(test, "local s = string.rep('(', 10000) assert(load('return ' .. s))",
		       -EINVAL, "overflow");
}

static void functions_have_the_stack_that_they_need(struct kunit *test)
{
	expect_refused(test, PREAMBLE "kunit.deep()", -EINVAL,
		       "stack overflow (kunit.deep needs 1048576 bytes)");
}

/* ---- require ---- */

static void require_obeys_the_allow_list(struct kunit *test)
{
	static const char code[] = "require 'luadata' require 'kunit'";
	struct klua_state *state = make(test, "t", "other,kunit_guarded", false);

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), -EINVAL);
	KUNIT_EXPECT_NOT_ERR_OR_NULL(test,
				     strstr(klua_error(state), "'kunit' is not in the allow list"));
	klua_destroy(state);

	state = make(test, "t", "other,kunit_guarded", false);
	KUNIT_EXPECT_EQ(test, klua_load(state, "require 'kunit_guarded'", 23, "@t.lua"), 0);
	klua_destroy(state);
	expect_refused(test, "require 'kunit_guarded'", -EINVAL, "must be named in the allow list");
}

static void require_names_the_module(struct kunit *test)
{
	expect_refused(test, "require 'nothing'", -EINVAL, "modprobe klua_nothing");
	expect_refused(test, "require '../x'", -EINVAL, "is no name of a binding");
}

static void require_closes_a_bindings_names(struct kunit *test)
{
	static const char code[] = "kunit = require 'kunit' function get(k) return kunit[k] end";
	struct klua_state *state = loaded(test, code);

	expect_eval(test, state, "select(2, pcall(get, 'slep'))",
		    "t.lua:1: kunit has no 'slep' (nearest: 'sleep')\n");
	expect_eval(test, state, "select(2, pcall(get, 1))", "t.lua:1: kunit has no '1'\n");
	expect_eval(test, state, "type(get('sleep')), rawget(kunit, 'slep')", "function\tnil\n");
	expect_eval(test, state, "pcall(getmetatable(kunit).__index, 1, 'x')",
		    "false\tbad argument #1 to '?' (table expected, got number)\n");
	klua_destroy(state);
}

static void require_belongs_to_loading(struct kunit *test)
{
	struct klua_state *state = loaded(test, "");

	expect_eval(test, state, "select(2, pcall(require, 'kunit'))",
		    "require: 'kunit': only while the script is loading\n");
	klua_destroy(state);
}

/* ---- hooks ---- */

static void hooks_lead_to_functions(struct kunit *test)
{
	int which;

	for (which = 0; which < 2; which++) {
		char code[120];
		struct klua_state *state;

		snprintf(code, sizeof(code),
			 PREAMBLE "kunit.attach(%d, function(x) return kunit.args(%d) + x end)",
			 which, which);
		state = loaded(test, code);
		KUNIT_EXPECT_EQ(test, go(which, 21), 42);
		klua_destroy(state);
		KUNIT_EXPECT_PTR_EQ(test, hooks[which].at[0], NULL);
	}
}

static void a_named_global_may_change(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, PREAMBLE "function f() return 1 end kunit.attach(0, 'f')");

	KUNIT_EXPECT_EQ(test, go(0, 0), 1);
	expect_eval(test, state, "function f() return 2 end", "");
	KUNIT_EXPECT_EQ(test, go(0, 0), 2);
	expect_eval(test, state, "f = nil", "");
	KUNIT_EXPECT_EQ(test, go(0, 0), -EINVAL);
	klua_destroy(state);
}

/* The first call of a function learns what those that follow go by. */
static void expect_twice(struct kunit *test, struct klua_state *state, const char *code, s64 result)
{
	expect_eval(test, state, code, "");
	KUNIT_EXPECT_EQ_MSG(test, go(QUICK, 0), result, "%s", code);
	KUNIT_EXPECT_EQ_MSG(test, go(QUICK, 0), result, "again: %s", code);
}

static void what_a_name_stands_for_is_called(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, PREAMBLE "function f() return true end kunit.attach(2, 'f')");

	expect_twice(test, state, "", 1);
	expect_twice(test, state, "function f(a) return a == 'root' end", 1);
	expect_twice(test, state, "function f(a) return a ~= 'root' end", 0);
	expect_twice(test, state, "function f(a, b) return a == 'root' and b == nil end", 1);
	expect_twice(test, state, "function f(...) return ... == 'root' and #{...} == 1 end", 1);
	expect_eval(test, state, "function g() return false end", "");
	expect_twice(test, state, "f = setmetatable({}, {__call = g})", 0);
	expect_eval(test, state, "function g(a) return g(coroutine.yield(a == 'root')) end", "");
	expect_twice(test, state, "f = coroutine.wrap(g)", 1);
	expect_twice(test, state, "f = rawlen", -EINVAL);
	expect_twice(test, state, "f = nil", -EINVAL);
	expect_twice(test, state, "function f() return 1 end", -EINVAL);
	expect_twice(test, state, "function f() error 'no' end", -EINVAL);
	expect_eval(test, state, "function f() f = nil return true end", "");
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), 1);
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), -EINVAL);
	klua_destroy(state);
}

static void calls_end_with_their_budget(struct kunit *test)
{
	struct klua_options options = { .name = "t", .budget = 500, .load_budget = 1000000 };
	struct klua_state *state = klua_create_listed(&options);
	char *code = kunit_kzalloc(test, 4096, GFP_KERNEL);
	int i;

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_ASSERT_NOT_NULL(test, code);
	strcpy(code, PREAMBLE "function f() return f() end ");
	strcat(code, "function g() do return true end ");
	for (i = 0; i < 300; i++)
		strcat(code, "x = x ");
	strcat(code, "end kunit.attach(2, 'f')");
	KUNIT_ASSERT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), -EINTR);
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), -EINTR);
	expect_eval(test, state, "f = g", ""); /* it returns at once, and is longer than a budget */
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), -EINTR);
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), -EINTR);
	klua_destroy(state);
}

/* 200 registers; the collector shrinks the stack again that the first call made larger. */
static void calls_have_room_on_the_stack(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, PREAMBLE "function f() return true end kunit.attach(2, 'f')");

	expect_eval(test, state, "code = 'local a = ' .. ('1,'):rep(199) .. '1 return true'", "");
	expect_twice(test, state, "f = load('return function() ' .. code .. ' end')()", 1);
	expect_twice(test, state, "collectgarbage() collectgarbage()", 1);
	klua_destroy(state);
}

static void a_function_that_was_called_is_kept_until_the_next(struct kunit *test)
{
	struct klua_state *state =
		loaded(test, PREAMBLE "function f() return true end kunit.attach(2, 'f')");

	expect_twice(test, state, "", 1);
	expect_eval(test, state, "was = setmetatable({f}, {__mode = 'v'})", "");
	expect_eval(test, state, "function f() return false end collectgarbage()", "");
	expect_eval(test, state, "was[1] ~= nil", "true\n");
	KUNIT_EXPECT_EQ(test, go(QUICK, 0), 0);
	expect_eval(test, state, "collectgarbage()", "0\n");
	expect_eval(test, state, "was[1]", "nil\n");
	klua_destroy(state);
}

static void attach_belongs_to_loading(struct kunit *test)
{
	struct klua_state *state = loaded(test, "kunit = require 'kunit'");

	expect_eval(test, state, "select(2, pcall(kunit.attach, 0, print))",
		    "kunit.soft: attach only while the script is loading\n");
	klua_destroy(state);
	expect_refused(test, PREAMBLE "kunit.attach(0, 'nothing')", -EINVAL,
		       "'nothing' is no global function");
	expect_refused(test, PREAMBLE "kunit.attach(0, {})", -EINVAL, "got table");
}

static void one_state_has_one_context(struct kunit *test)
{
	expect_refused(test, PREAMBLE "kunit.attach(0, print) kunit.attach(1, print)", -EINVAL,
		       "kunit.task: runs in sleepable context, this state in atomic");
}

static void atomic_states_have_limits(struct kunit *test)
{
	static const struct limit {
		size_t memory;
		s64 budget;
		const char *error;
	} limits[] = {
		{ .memory = 16777216, .budget = 1000000 },
		{ .budget = 1000001,
		  .error = "budget: expected 1 to 1000000 in an atomic state, got 1000001" },
		{ .memory = 16777217,
		  .error = "memory: expected 1 to 16777216 in an atomic state, got 16777217" },
	};
	const struct limit *limit;

	for (limit = limits; limit < limits + ARRAY_SIZE(limits); limit++) {
		static const char code[] = PREAMBLE "kunit.attach(0, print)";
		static const char task[] = PREAMBLE "kunit.attach(1, print)";
		struct klua_options options = {
			.name = "limits", .memory = limit->memory, .budget = limit->budget
		};
		struct klua_state *state = klua_create(&options);

		KUNIT_ASSERT_FALSE(test, IS_ERR(state));
		KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@l.lua"),
				limit->error ? -EINVAL : 0);
		if (limit->error)
			KUNIT_EXPECT_NOT_NULL(test, strstr(klua_error(state), limit->error));
		klua_destroy(state);
		state = klua_create(&options);
		KUNIT_ASSERT_FALSE(test, IS_ERR(state));
		KUNIT_EXPECT_EQ(test, klua_load(state, task, strlen(task), "@l.lua"), 0);
		klua_destroy(state);
		options.context = KLUA_CONTEXT_ATOMIC;
		state = klua_create(&options);
		KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(state), limit->error ? -ERANGE : 0);
		if (!IS_ERR(state))
			klua_destroy(state);
	}
}

static void all_states_have_limits(struct kunit *test)
{
	static const struct klua_options limits[] = {
		{ .name = "limits", .memory = KLUA_MEMORY_MAX, .budget = KLUA_BUDGET_MAX,
		  .load_budget = KLUA_BUDGET_MAX },
		{ .name = "limits", .memory = KLUA_MEMORY_MAX + 1 },
		{ .name = "limits", .budget = KLUA_BUDGET_MAX + 1 },
		{ .name = "limits", .load_budget = KLUA_BUDGET_MAX + 1 },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(limits); i++) {
		struct klua_state *state = klua_create(&limits[i]);

		KUNIT_EXPECT_EQ(test, PTR_ERR_OR_ZERO(state), i ? -ERANGE : 0);
		if (!IS_ERR(state))
			klua_destroy(state);
	}
}

/* Bottom halves are off meanwhile. */
static void atomic_states_run_little(struct kunit *test)
{
	static const char code[] = PREAMBLE "kunit.attach(0, print)";
	static const char loop[] = "for i = 1, 3000000 do end";
	struct klua_options options = { .name = "t" };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_ASSERT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, klua_run(state, loop, strlen(loop), "=r", NULL, NULL), -EINTR);
	klua_destroy(state);
}

static void noio_states_do_no_io(struct kunit *test)
{
	static const char code[] = "kunit = require 'kunit'";
	struct klua_options options = { .name = "t", .context = KLUA_CONTEXT_NOIO };
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_ASSERT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	expect_eval(test, state, "kunit.noio()", "true\n");
	KUNIT_EXPECT_FALSE(test, current->flags & PF_MEMALLOC_NOIO);
	klua_destroy(state);
}

/* `klua FILE`: the next chunk may attach something else. */
static void a_failed_chunk_attaches_nothing(struct kunit *test)
{
	static const char bad[] = "kunit = require 'kunit' kunit.attach(0, print) error 'late'";
	static const char good[] = "kunit.attach(1, function() return 3 end)";
	struct klua_options options = { .name = "anonymous" };
	struct klua_state *state = klua_create_anonymous(&options);
	char error[KLUA_ERROR_MAX] = "";

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_EXPECT_EQ(test, klua_run(state, bad, strlen(bad), "=r", NULL, error), -EINVAL);
	KUNIT_EXPECT_EQ_MSG(test, klua_run(state, good, strlen(good), "=r", NULL, error), 0, "%s",
			    error);
	KUNIT_EXPECT_EQ(test, hooks[0].attached, 0);
	KUNIT_EXPECT_EQ(test, go(1, 0), 3);
	klua_destroy(state);
}

static void a_failed_load_attaches_nothing(struct kunit *test)
{
	expect_refused(test, PREAMBLE "kunit.attach(0, print) error 'late'", -EINVAL, "late");
	KUNIT_EXPECT_EQ(test, hooks[0].attached, 0);
	hooks[0].refuse = -ENOSPC;
	expect_refused(test, PREAMBLE "kunit.attach(0, print) kunit.attach(0, print)", -ENOSPC,
		       "kunit.soft: ENOSPC");
	KUNIT_EXPECT_EQ(test, hooks[0].attached, 1);
	KUNIT_EXPECT_EQ(test, hooks[0].detached, 1);
}

static void no_context_enters_twice(struct kunit *test)
{
	static const char code[] =
		PREAMBLE "kunit.attach(%d, function() return kunit.reenter(%d) end)";
	int outer, inner;

	for (outer = 0; outer < 2; outer++) {
		for (inner = 0; inner < 2; inner++) {
			struct klua_state *one = make(test, "one", NULL, false),
					  *two = make(test, "two", NULL, false);
			char text[120];

			snprintf(text, sizeof(text), code, inner, inner);
			KUNIT_EXPECT_EQ(test, klua_load(one, text, strlen(text), "@one.lua"), 0);
			snprintf(text, sizeof(text), code, outer, inner);
			if (inner != outer) {
				KUNIT_EXPECT_EQ(test,
						klua_load(two, text, strlen(text), "@two.lua"), 0);
				KUNIT_EXPECT_EQ(test, go(outer, 0), -EBUSY);
				KUNIT_EXPECT_EQ(test, counted(test, one, KLUA_CAUSE_BUSY), 1);
			} else {
				KUNIT_EXPECT_EQ(test, go(outer, 0), -EBUSY);
			}
			klua_destroy(two);
			klua_destroy(one);
		}
	}
}

static void where_no_lock_is_taken_nothing_is_entered(struct kunit *test)
{
	struct klua_state *soft, *task;
	unsigned long flags;
	int which, got[4];

	soft = make(test, "soft", NULL, false);
	task = make(test, "task", NULL, false);
	for (which = 0; which < 2; which++) {
		char code[100];

		snprintf(code, sizeof(code), PREAMBLE "kunit.attach(%d, function() return 7 end)",
			 which);
		KUNIT_ASSERT_EQ(test, klua_load(which ? task : soft, code, strlen(code), "@t"), 0);
	}
	local_irq_save(flags);
	for (which = 0; which < 2; which++)
		got[which] = go(which, 0);
	local_irq_restore(flags);
	local_bh_disable();
	for (which = 0; which < 2; which++)
		got[2 + which] = go(which, 0);
	local_bh_enable();
	KUNIT_EXPECT_EQ(test, got[0], -EBUSY);
	KUNIT_EXPECT_EQ(test, got[1], -EBUSY);
	KUNIT_EXPECT_EQ(test, got[2], 7);
	KUNIT_EXPECT_EQ(test, got[3], -EBUSY);
	klua_destroy(task);
	klua_destroy(soft);
}

static void atomic_scripts_do_not_sleep(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test,
		       PREAMBLE "kunit.sleep() kunit.attach(0, function() kunit.sleep() end)");
	KUNIT_EXPECT_EQ(test, go(0, 0), -EINVAL);
	klua_destroy(state);
	state = loaded(test, PREAMBLE "kunit.attach(1, function() kunit.sleep() return 7 end)");
	KUNIT_EXPECT_EQ(test, go(1, 0), 7);
	klua_destroy(state);
}

/* As go(), when no backoff is in force any more: on a busy machine a failure may take long. */
static s64 go_later(int which, int arg)
{
	s64 got = -EAGAIN;
	int i;

	for (i = 0; i < 1000 && got == -EAGAIN; i++) {
		got = go(which, arg);
		if (got == -EAGAIN)
			msleep(20);
	}
	return got;
}

static void failures_have_causes(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, PREAMBLE
		"kunit.attach(0, function(x)\n"
		"if x == 1 then while true do end end\n"
		"if x == 2 then local t = {} while true do t[#t + 1] = {} end end\n"
		"if x == 3 then error 'mine' end\n"
		"if x == 4 then local function f() return (string.gsub('a', 'a', f)) end f() end\n"
		"if x == 6 then error(('x'):rep(1000) .. 'stack overflow') end\n"
		"return 5 end)");
	KUNIT_EXPECT_EQ(test, go_later(0, 1), -EINTR);
	KUNIT_EXPECT_EQ(test, go_later(0, 2), -ENOMEM);
	KUNIT_EXPECT_EQ(test, go_later(0, 3), -EINVAL);
	KUNIT_EXPECT_EQ(test, go_later(0, 4), -EINVAL);
	KUNIT_EXPECT_EQ(test, go_later(0, 6), -EINVAL); /* only its begin is looked at */
	KUNIT_EXPECT_EQ(test, go_later(0, 5), 5);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_BUDGET), 1);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_MEMORY), 1);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_ERROR), 2);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_STACK), 1);
	klua_destroy(state);
}

/* kmalloc() has at most 4 MiB in one piece; the state may have more. */
static void a_kernel_without_memory_is_a_cause(struct kunit *test)
{
	static const char code[] = PREAMBLE
		"kunit.attach(0, function() return #('x'):rep(1024):rep(5000) end)";
	struct klua_options options = {
		.name = "t",
		.memory = KLUA_ATOMIC_MEMORY_MAX,
		.budget = KLUA_ATOMIC_BUDGET_MAX,
	};
	struct klua_state *state = klua_create_listed(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, go(0, 1), -ENOMEM);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_KERNEL_MEMORY), 1);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_MEMORY), 0);
	klua_destroy(state);
}

/* Calls that fail at once, or are preempted while they do. Return: how many were not made. */
static int count_skipped(struct kunit *test, int what, int err, int calls, int pause_us)
{
	int i, got, skipped = 0;

	for (i = 0; i < calls; i++) {
		got = go(0, what);
		skipped += got == -EAGAIN;
		if (got != -EAGAIN)
			KUNIT_EXPECT_EQ(test, got, err);
		if (pause_us)
			usleep_range(pause_us, 2 * pause_us);
	}
	return skipped;
}

/* While calls are skipped, for how long yet is told. */
static bool tells_backoff(struct kunit *test, struct klua_state *state)
{
	struct klua_info info;
	bool told = false;
	int i;

	for (i = 0; i < 100000 && !told; i++) {
		if (go(0, 1) != -EAGAIN)
			continue;
		KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
		told = info.attachments[0].backoff_ms;
		klua_info_free(&info);
	}
	return told;
}

static void what_fails_for_long_backs_off_and_is_called_again(struct kunit *test)
{
	struct klua_state *state;
	int skipped;

	state = loaded(test, PREAMBLE "kunit.attach(0, function(x)\n"
				      "while x == 1 do end return x + 1 end)");
	skipped = count_skipped(test, 1, -EINTR, 5000, 0);
	KUNIT_EXPECT_GT(test, skipped, 0);
	KUNIT_EXPECT_EQ(test, counted(test, state, KLUA_CAUSE_BACKOFF), skipped);
	KUNIT_EXPECT_TRUE(test, tells_backoff(test, state));
	KUNIT_EXPECT_EQ(test, go_later(0, 2), 3);
	klua_destroy(state);
}

static void what_fails_quickly_is_called_each_time(struct kunit *test)
{
	struct klua_state *state;

	state = loaded(test, PREAMBLE
		"kunit.attach(0, function(x) if x == 1 then error 'no' end return x + 1 end)");
	KUNIT_EXPECT_LT(test, count_skipped(test, 1, -EINVAL, 200, 1000), 100);
	klua_destroy(state);
}

static void reload_swaps_or_leaves(struct kunit *test)
{
	static const char good[] = PREAMBLE "kunit.attach(0, function() return 2 end)";
	static const char bad[] = PREAMBLE "kunit.attach(0, function() return 3 end) error 'no'";
	char *error = kunit_kzalloc(test, KLUA_ERROR_MAX, GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, error);
	loaded(test, PREAMBLE "kunit.attach(0, function() return 1 end)");
	KUNIT_EXPECT_EQ(test, klua_reload("t", bad, strlen(bad), "@t", NULL, error, NULL), -EINVAL);
	KUNIT_EXPECT_EQ(test, go(0, 0), 1);
	KUNIT_EXPECT_EQ(test, klua_reload("t", good, strlen(good), "@t.lua", NULL, error, NULL), 0);
	KUNIT_EXPECT_EQ(test, go(0, 0), 2);
	KUNIT_EXPECT_EQ(test, hooks[0].replaced, 1);
	KUNIT_EXPECT_EQ(test, hooks[0].detached, 0);
	KUNIT_EXPECT_EQ(test, klua_reload("u", good, strlen(good), "@t.lua", NULL, error, NULL),
			-ENOENT);
	KUNIT_EXPECT_EQ(test, klua_stop("t"), 0);
	KUNIT_EXPECT_EQ(test, hooks[0].detached, 1);
}

static void a_reload_keeps_the_options(struct kunit *test)
{
	static const char code[] = "print 'two' require 'kunit'";
	struct klua_options options = {
		.name = "t", .memory = 131072, .budget = 5000, .allow = "other"
	};
	char *error = kunit_kzalloc(test, KLUA_ERROR_MAX, GFP_KERNEL), text[16] = "";
	struct klua_state *state = klua_create_listed(&options);
	struct klua_info info;
	u64 pos = 0;

	KUNIT_ASSERT_TRUE(test, error && !IS_ERR(state));
	KUNIT_ASSERT_EQ(test, klua_load(state, "print 'one'", 11, "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, klua_reload("t", code, strlen(code), "@t", NULL, error, NULL),
			-EINVAL);
	KUNIT_EXPECT_NOT_NULL(test, strstr(error, "'kunit' is not in the allow list"));
	KUNIT_EXPECT_EQ(test, klua_reload("t", "print 'three'", 13, "@t", NULL, error, NULL), 0);
	state = klua_find("t");
	KUNIT_ASSERT_NOT_NULL(test, state);
	KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
	KUNIT_EXPECT_EQ(test, info.quota, 131072);
	KUNIT_EXPECT_EQ(test, info.budget, 5000);
	KUNIT_EXPECT_STREQ(test, info.allow, "other");
	klua_info_free(&info);
	KUNIT_EXPECT_EQ(test, klua_log_read(state, &pos, text, sizeof(text) - 1, false), 14);
	KUNIT_EXPECT_STREQ(test, text, "one\ntwo\nthree\n");
	klua_put(state);
	KUNIT_EXPECT_EQ(test, klua_stop("t"), 0);
}

static void each_cpu_has_its_copy(struct kunit *test)
{
	static const char code[] =
		"n = (n or 0) + 1 " PREAMBLE "kunit.attach(0, function() return n end)";
	struct klua_state *state = make(test, "t", NULL, true);
	struct klua_info info;

	KUNIT_EXPECT_EQ(test, klua_load(state, code, strlen(code), "@t.lua"), 0);
	KUNIT_EXPECT_EQ(test, hooks[0].attached, 1);
	KUNIT_EXPECT_EQ(test, go(0, 0), 1);
	KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
	KUNIT_EXPECT_EQ(test, info.vms, num_possible_cpus());
	klua_info_free(&info);
	klua_destroy(state);
}

static void an_idle_state_is_small(struct kunit *test)
{
	struct klua_state *state = loaded(test, "");
	struct klua_info info;

	KUNIT_ASSERT_EQ(test, klua_info(state, &info), 0);
	kunit_info(test, "Lua memory of an idle state: %zu bytes", info.used);
	KUNIT_EXPECT_LE(test, info.used, 32768 - 8192); /* 8 KiB for the ring and the structs */
	KUNIT_EXPECT_GE(test, info.peak, info.used);
	klua_info_free(&info);
	klua_destroy(state);
}

static int runtime_init(struct kunit *test)
{
	memset(hooks, 0, sizeof(hooks));
	finished = 0;
	return 0;
}

static void runtime_exit(struct kunit *test)
{
	klua_stop("t"); /* what a failed case left */
}

static int suite_init(struct kunit_suite *suite)
{
	return klua_register(&binding) ?: klua_register(&guarded);
}

static void suite_exit(struct kunit_suite *suite)
{
	klua_unregister(&binding);
	klua_unregister(&guarded);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(names_are_checked),
	KUNIT_CASE(names_are_unique),
	KUNIT_CASE(arguments_are_counted),
	KUNIT_CASE(weak_keys_are_refused),
	KUNIT_CASE(a_state_is_found_once_loaded),
	KUNIT_CASE(errors_name_file_and_line),
	KUNIT_CASE(a_state_is_loaded_once),
	KUNIT_CASE(what_a_subsystem_made_is_its_own),
	KUNIT_CASE(a_script_evaluates_nothing_from_inside),
	KUNIT_CASE(c_calls_a_global),
	KUNIT_CASE(eval_prints_values),
	KUNIT_CASE(printing_values_is_charged),
	KUNIT_CASE(a_charge_of_any_size_is_one_step),
	KUNIT_CASE(print_goes_to_the_ring),
	KUNIT_CASE(what_follows_a_gap_begins_with_a_line),
	KUNIT_CASE(finalizers_run_to_their_end),
	KUNIT_CASE(a_looping_finalizer_ends),
	KUNIT_CASE(deep_recursion_is_an_error),
	KUNIT_CASE(functions_have_the_stack_that_they_need),
	KUNIT_CASE(require_obeys_the_allow_list),
	KUNIT_CASE(require_names_the_module),
	KUNIT_CASE(require_closes_a_bindings_names),
	KUNIT_CASE(require_belongs_to_loading),
	KUNIT_CASE(hooks_lead_to_functions),
	KUNIT_CASE(a_named_global_may_change),
	KUNIT_CASE(what_a_name_stands_for_is_called),
	KUNIT_CASE(calls_end_with_their_budget),
	KUNIT_CASE(calls_have_room_on_the_stack),
	KUNIT_CASE(a_function_that_was_called_is_kept_until_the_next),
	KUNIT_CASE(attach_belongs_to_loading),
	KUNIT_CASE(one_state_has_one_context),
	KUNIT_CASE(atomic_states_have_limits),
	KUNIT_CASE(all_states_have_limits),
	KUNIT_CASE(atomic_states_run_little),
	KUNIT_CASE(noio_states_do_no_io),
	KUNIT_CASE(a_failed_chunk_attaches_nothing),
	KUNIT_CASE(a_failed_load_attaches_nothing),
	KUNIT_CASE(no_context_enters_twice),
	KUNIT_CASE(where_no_lock_is_taken_nothing_is_entered),
	KUNIT_CASE(atomic_scripts_do_not_sleep),
	KUNIT_CASE(failures_have_causes),
	KUNIT_CASE(a_kernel_without_memory_is_a_cause),
	KUNIT_CASE(what_fails_for_long_backs_off_and_is_called_again),
	KUNIT_CASE(what_fails_quickly_is_called_each_time),
	KUNIT_CASE(reload_swaps_or_leaves),
	KUNIT_CASE(a_reload_keeps_the_options),
	KUNIT_CASE(each_cpu_has_its_copy),
	KUNIT_CASE(an_idle_state_is_small),
	{},
};

static struct kunit_suite runtime_suite = {
	.name = "klua_runtime",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = runtime_init,
	.exit = runtime_exit,
	.test_cases = cases,
};

kunit_test_suites(&runtime_suite);

MODULE_DESCRIPTION("Tests of the klua runtime");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
