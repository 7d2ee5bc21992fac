// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of what a script may hold, and for how long; of what its allow list lets it call. */
#include <kunit/test.h>
#include <linux/module.h>

#include "life.h"
#include "glue.h"

/* ---- a binding that gives out objects, and counts who comes back ---- */

#define OBJECTS 4096

struct object {
	u32 value;
	unsigned int released;
};

static struct object objects[OBJECTS];
static unsigned int given; /* objects given out: the first so many */
static struct klua_attachment *hook;

static const struct luadata_field object_fields[] = {
	{ .name = "value",
	  .offset = offsetof(struct object, value),
	  .size = sizeof(u32),
	  .bits = 32,
	  .type = LUADATA_TYPE_UINT,
	  .flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST },
};

static const struct luadata_layout layout = {
	.name = "kunit_hold.object",
	.size = sizeof(struct object),
	.fields = object_fields,
	.nfields = LUADATA_COUNT(object_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static void object_release(struct luadata_handle *h)
{
	struct object *object = h->owner;

	object->released++;
}

static const struct luadata_handle_ops object_ops = { .release = object_release };

/* kunit_hold.get(): an object until the entry ends */
static int binding_get(lua_State *L)
{
	struct object *object = &objects[given];

	if (given == OBJECTS)
		return luaL_error(L, "no more objects");
	object->value = given++;
	luadata_pushobject(L, &layout, object, 0, &object_ops, object);
	klua_defer(L);
	return 1;
}

/* kunit_hold.find(n): nil, or an object until the entry ends when n is 1 */
static int binding_find(lua_State *L)
{
	struct object *object = &objects[given];
	struct luadata_ref *holder;

	holder = luadata_newholder(L, &layout);
	klua_defer(L);
	if (lua_tointeger(L, 1) != 1) {
		klua_defer_undo(L);
		lua_pushnil(L);
		return 1;
	}
	object->value = given++;
	luadata_hold(holder, object, sizeof(*object), 0, &object_ops, object);
	return 1;
}

/* How many objects came back, or -1 when one of them did so more than once. */
static int returned(void)
{
	unsigned int i;
	int n = 0;

	for (i = 0; i < given; i++) {
		if (objects[i].released > 1)
			return -1;
		n += objects[i].released;
	}
	return n;
}

/* kunit_hold.returned() */
static int binding_returned(lua_State *L)
{
	lua_pushinteger(L, returned());
	return 1;
}

/* kunit_hold.guarded(): 7, to who may call it */
static int binding_guarded(lua_State *L)
{
	klua_checkallowed(L, "kunit_hold.guarded", "CAP_NET_ADMIN");
	lua_pushinteger(L, 7);
	return 1;
}

static int hook_attach(struct klua_attachment *at)
{
	hook = at;
	return 0;
}

static void hook_detach(struct klua_attachment *at)
{
	hook = NULL;
}

static const struct klua_host host = { .attach = hook_attach, .detach = hook_detach };

/* The call is over, the entry is not. */
static int returned_meanwhile(struct klua_vm *vm, const void *args, s64 *result)
{
	int err = klua_integer(vm, 9, 9, result);

	*result = returned();
	return err;
}

static const struct klua_callback callback = {
	.name = "kunit_hold.hook",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &host,
	.result = returned_meanwhile,
};

/* kunit_hold.attach(function) */
static int binding_attach(lua_State *L)
{
	klua_attach(L, &callback, 1, NULL, 0);
	return 0;
}

static const luaL_Reg functions[] = {
	{ "get", binding_get },
	{ "find", binding_find },
	{ "returned", binding_returned },
	{ "guarded", binding_guarded },
	{ "attach", binding_attach },
	{},
};

static int binding_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "kunit_hold",
	.owner = THIS_MODULE,
	.open = binding_open,
	.capability = -1,
};

/* ---- helpers ---- */

#define PREAMBLE "hold = require 'kunit_hold' "

static struct klua_state *loaded(struct kunit *test, const char *allow, const char *code)
{
	struct klua_options options = { .name = "kunit_hold", .allow = allow, .budget = 1000000 };
	struct klua_state *state = klua_create_listed(&options);
	int err;

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	err = klua_load(state, code, strlen(code), "@hold.lua");
	KUNIT_EXPECT_EQ_MSG(test, err, 0, "%s", klua_error(state));
	return state;
}

/*
 * Calls a global function in an entry of its own.
 * Return: its result or the error; @inside: how many objects were back before its end.
 */
static int enter(struct kunit *test, struct klua_state *state, const char *name, int *inside)
{
	struct klua_vm *vm = klua_lock(state);
	int result;

	KUNIT_ASSERT_FALSE(test, IS_ERR(vm));
	lua_getglobal(klua_lua(vm), name);
	result = lua_pcall(klua_lua(vm), 0, 1, 0);
	if (result == LUA_OK)
		result = lua_tointeger(klua_lua(vm), -1);
	else if (result == LUA_ERRMEM)
		result = -ENOMEM;
	else
		result = lua_isspent(klua_lua(vm)) ? -EINTR : -EINVAL;
	*inside = returned();
	klua_unlock(vm);
	return result;
}

/* ---- objects ---- */

static void an_object_goes_back_when_the_entry_ends(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function first() a, b = hold.get(), hold.get() return a.value + 10 * b.value end\n"
		"function second() local good, text = pcall(function() return b.value end)\n"
		"return not good and text:find('expired') and 5 or 0 end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "first", &inside), 10);
	KUNIT_EXPECT_EQ(test, inside, 0);
	KUNIT_EXPECT_EQ(test, returned(), 2);
	KUNIT_EXPECT_EQ(test, enter(test, state, "second", &inside), 5);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 2);
}

static void an_object_goes_back_when_the_script_fails(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function fail() kept = hold.get() error 'mine' end\n"
		"function spin() kept = hold.get() while true do end end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "fail", &inside), -EINVAL);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	KUNIT_EXPECT_EQ(test, enter(test, state, "spin", &inside), -EINTR);
	KUNIT_EXPECT_EQ(test, returned(), 2);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 2);
}

static void an_object_that_was_closed_goes_back_once(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function close() do local v <close> = hold.get() end return hold.returned() end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "close", &inside), 1);
	KUNIT_EXPECT_EQ(test, inside, 1);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 1);
}

static void a_coroutine_keeps_no_object(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function start() co = coroutine.create(function() local v = hold.get()\n"
		"coroutine.yield(v.value + 3) return v.value end)\n"
		"return select(2, coroutine.resume(co)) end\n"
		"function go_on() local good, text = coroutine.resume(co)\n"
		"return not good and text:find('expired') and 5 or 0 end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "start", &inside), 3);
	KUNIT_EXPECT_EQ(test, inside, 0);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	KUNIT_EXPECT_EQ(test, enter(test, state, "go_on", &inside), 5);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 1);
}

static void a_coroutine_that_waits_to_close_closes_nothing_twice(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function start() co = coroutine.create(function() local v <close> = hold.get()\n"
		"coroutine.yield() end) coroutine.resume(co) return hold.returned() end\n"
		"function close() return coroutine.close(co) and hold.returned() end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "start", &inside), 0);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	KUNIT_EXPECT_EQ(test, enter(test, state, "close", &inside), 1);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 1);
}

static void objects_that_nobody_names_go_back_once(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function many() for i = 1, 200 do hold.get() end collectgarbage() return 200 end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "many", &inside), 200);
	KUNIT_EXPECT_EQ(test, returned(), 200);
	/* The places of the first entry serve the second. */
	KUNIT_EXPECT_EQ(test, enter(test, state, "many", &inside), 200);
	KUNIT_EXPECT_EQ(test, returned(), 400);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 400);
}

static void objects_go_back_when_memory_runs_out(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function starve() t = {} while true do t[#t + 1] = hold.get() end end\n"
		"function less() t = nil collectgarbage() return hold.get() and 1 end");
	unsigned int before;
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "starve", &inside), -ENOMEM);
	KUNIT_EXPECT_GT(test, given, 100u);
	KUNIT_EXPECT_EQ(test, returned(), (int)given);
	before = given;
	KUNIT_EXPECT_EQ(test, enter(test, state, "less", &inside), 1);
	KUNIT_EXPECT_EQ(test, returned(), (int)before + 1);
	klua_destroy(state);
}

static void what_is_not_found_takes_no_memory(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"function find() local first = hold.find(1)\n"
		"for i = 1, 10000 do assert(not hold.find(0)) end\n"
		"local last = hold.find(1) return first.value + 10 * last.value end");
	int inside;

	KUNIT_EXPECT_EQ(test, enter(test, state, "find", &inside), 10);
	KUNIT_EXPECT_EQ(test, inside, 0);
	KUNIT_EXPECT_EQ(test, returned(), 2);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 2);
}

static void an_object_goes_back_when_loading_ends(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE "v = hold.get() x = v.value");

	KUNIT_EXPECT_EQ(test, given, 1u);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 1);
}

static void an_object_goes_back_when_a_call_ends(struct kunit *test)
{
	struct klua_state *state = loaded(test, NULL, PREAMBLE
		"hold.attach(function() v = hold.get() return 9 end)");
	s64 meanwhile = -1;

	KUNIT_ASSERT_NOT_NULL(test, hook);
	KUNIT_EXPECT_EQ(test, klua_call(hook, NULL, &meanwhile), 0);
	KUNIT_EXPECT_EQ(test, meanwhile, 0);
	KUNIT_EXPECT_EQ(test, returned(), 1);
	klua_destroy(state);
	KUNIT_EXPECT_EQ(test, returned(), 1);
}

/* ---- allow lists ---- */

static void a_capability_has_to_be_named(struct kunit *test)
{
	static const struct {
		const char *allow;
		bool allowed;
	} lists[] = {
		{ "kunit_hold,CAP_NET_ADMIN", true },
		{ "CAP_NET_ADMIN,kunit_hold", true },
		{ "kunit_hold,CAP_SYS_ADMIN,CAP_NET_ADMIN,other", true },
		{ NULL, false },
		{ "kunit_hold", false },
		{ "kunit_hold,CAP_NET_ADMINS", false },
		{ "kunit_hold,CAP_NET", false },
		{ "kunit_hold,MY_CAP_NET_ADMIN", false },
		{ "kunit_hold,cap_net_admin", false },
	};
	static const char code[] = PREAMBLE
		"function call() local good, result = pcall(hold.guarded) text = result\n"
		"return good and result or 0 end\n"
		"function says() return text:find('^kunit_hold%.guarded: the allow list of ')\n"
		"and text:find('must name CAP_NET_ADMIN$') and 1 or 0 end";
	size_t i;
	int inside;

	for (i = 0; i < ARRAY_SIZE(lists); i++) {
		struct klua_state *state = loaded(test, lists[i].allow, code);

		KUNIT_EXPECT_EQ_MSG(test, enter(test, state, "call", &inside),
				    lists[i].allowed ? 7 : 0, "%s", lists[i].allow ?: "no list");
		if (!lists[i].allowed)
			KUNIT_EXPECT_EQ(test, enter(test, state, "says", &inside), 1);
		klua_destroy(state);
	}
}

/*
 * Finalizers come wherever Lua allocates: also where the first object of a state is noted; and
 * when the state is closed, where nothing is finalized that they make.
 */
static void an_object_of_a_finalizer_goes_back(struct kunit *test)
{
	struct klua_state *state;
	char code[300];
	int garbage, inside;

	for (garbage = 0; garbage < 64; garbage++) {
		snprintf(code, sizeof(code), PREAMBLE
			 "function go() collectgarbage('incremental', 1, 10000, 1)\n"
			 "setmetatable({}, {__gc = function() inner = hold.get() end})\n"
			 "for i = 1, %d do junk = {} end outer = hold.get() return 1 end",
			 garbage);
		state = loaded(test, NULL, code);
		KUNIT_EXPECT_EQ(test, enter(test, state, "go", &inside), 1);
		KUNIT_EXPECT_EQ_MSG(test, returned(), given, "after %d tables", garbage);
		klua_destroy(state);
	}
}

static int hold_init(struct kunit *test)
{
	memset(objects, 0, sizeof(objects));
	given = 0;
	return 0;
}

static void hold_exit(struct kunit *test)
{
	klua_stop("kunit_hold"); /* what a failed case left */
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
	KUNIT_CASE(an_object_goes_back_when_the_entry_ends),
	KUNIT_CASE(an_object_goes_back_when_the_script_fails),
	KUNIT_CASE(an_object_that_was_closed_goes_back_once),
	KUNIT_CASE(a_coroutine_keeps_no_object),
	KUNIT_CASE(a_coroutine_that_waits_to_close_closes_nothing_twice),
	KUNIT_CASE(objects_that_nobody_names_go_back_once),
	KUNIT_CASE(objects_go_back_when_memory_runs_out),
	KUNIT_CASE(what_is_not_found_takes_no_memory),
	KUNIT_CASE(an_object_goes_back_when_loading_ends),
	KUNIT_CASE(an_object_goes_back_when_a_call_ends),
	KUNIT_CASE(an_object_of_a_finalizer_goes_back),
	KUNIT_CASE(a_capability_has_to_be_named),
	{},
};

static struct kunit_suite hold_suite = {
	.name = "klua_hold",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.init = hold_init,
	.exit = hold_exit,
	.test_cases = cases,
};

kunit_test_suites(&hold_suite);

MODULE_DESCRIPTION("Tests of what scripts of klua may hold");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
