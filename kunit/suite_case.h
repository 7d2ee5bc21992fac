/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* A case of a generated KUnit suite: its Lua state, and the line of the spec that it is about. */
#ifndef KLUA_SUITE_CASE_H
#define KLUA_SUITE_CASE_H

#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "klua.h"

/**
 * struct suite_subject - what cases are about
 * @name: what the names of these cases begin with
 * @title: as messages call it
 * @line: line of the spec
 */
struct suite_subject {
	const char *name;
	const char *title;
	unsigned int line;
};

/**
 * struct suite_part - a part of a layout
 * @layout: its layout
 * @size: bytes of the object
 * @name: its key
 * @line: line of the spec
 * @access: "ro", "rw", "wo"
 * @missing: not in this kernel
 *
 * What a suite has of each kind of part begins with one.
 */
struct suite_part {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	unsigned int line;
	const char *access;
	bool missing;
};

/* How many of the spec's locks are held, and how often one was taken: suites fake them. */
static int locks_held __maybe_unused;
static int locks_taken __maybe_unused;

struct suite_case {
	struct klua_state *state;
	struct klua_vm *vm;
	lua_State *L;
	struct luadata_handle *handle;
	const struct suite_part *part;
	struct luadata_ref *own; /* what suite_push_owned() pushed */
	unsigned int given_back; /* how often it was released */
	int view;
};

/* Told as a person reads it: "expected: ...", "got: ...", each on a line. */
#define suite_expect(test, condition, format, ...)				\
	({									\
		bool held_ = (condition);					\
										\
		if (!held_)							\
			KUNIT_FAIL(test, "\n" format "\n", ##__VA_ARGS__);	\
		held_;								\
	})

/* The next parameter of a case: the tables end with a part without a name. */
static const void __maybe_unused *suite_next(const void *prev, const void *table, size_t entry,
					     char *desc)
{
	const struct suite_part *part = prev ? prev + entry : table;

	if (!part->name)
		return NULL;
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "%s.%s", part->layout->name, part->name);
	return part;
}

/* next_NAME(): the next parameter of a case, from a table. */
#define SUITE_PARAMS(name, table)						\
static const void *next_##name(const void *prev, char *desc)			\
{										\
	return suite_next(prev, table, sizeof((table)[0]), desc);		\
}										\
										\
static const void *next_##name(const void *prev, char *desc)

/* Names, and NULL behind the last. */
#define SUITE_NAMES(...) ((const char *const []){__VA_ARGS__, NULL})

static int suite_init(struct kunit *test)
{
	struct klua_options options = {
		.name = "suite",
		.context = KLUA_CONTEXT_SLEEPABLE,
		.budget = KLUA_BUDGET_MAX,
		.load_budget = KLUA_BUDGET_MAX,
	};
	struct suite_case *t = kunit_kzalloc(test, sizeof(*t), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	test->priv = t;
	t->state = klua_create(&options);
	if (IS_ERR(t->state))
		return PTR_ERR(t->state);
	return klua_load(t->state, "", 0, "=test");
}

/* Says which lines of the spec a case is about: its part's, or all of the longest name. */
static void suite_tell(struct kunit *test, const char *spec, const struct suite_subject *subjects)
{
	struct suite_case *t = test->priv;
	const struct suite_subject *subject;
	size_t longest = 0;

	if (t && t->part) {
		kunit_err(test, "spec: %s:%u: %s.%s\n", spec, t->part->line,
			  t->part->layout->name, t->part->name);
		return;
	}
	for (subject = subjects; subject->name; subject++)
		if (strstarts(test->name, subject->name))
			longest = max(longest, strlen(subject->name));
	for (subject = subjects; subject->name; subject++)
		if (longest && longest == strlen(subject->name) &&
		    strstarts(test->name, subject->name))
			kunit_err(test, "spec: %s:%u: %s\n", spec, subject->line, subject->title);
}

static void suite_exit(struct kunit *test, const char *spec, const struct suite_subject *subjects)
{
	struct suite_case *t = test->priv;

	if (READ_ONCE(test->status) == KUNIT_FAILURE)
		suite_tell(test, spec, subjects);
	if (t && !IS_ERR_OR_NULL(t->state))
		klua_destroy(t->state);
}

static inline struct suite_case *suite_begin(struct kunit *test, struct klua_vm *vm)
{
	struct suite_case *t = test->priv;

	t->vm = vm;
	KUNIT_ASSERT_FALSE(test, IS_ERR(t->vm));
	t->L = lua_newthread(klua_lua(t->vm)); /* a stack of our own */
	return t;
}

/* Cases that are inside only expect, they never assert: an assertion would leave the lock held. */
#define suite_enter(test)							\
	suite_begin(test, klua_lock(((struct suite_case *)(test)->priv)->state))

/* The same, for a case whose parameter is a part. */
#define suite_enter_part(test)							\
	({									\
		((struct suite_case *)(test)->priv)->part = (test)->param_value; \
		suite_enter(test);						\
	})

static inline void suite_leave(struct suite_case *t)
{
	lua_pop(klua_lua(t->vm), 1);
	klua_unlock(t->vm);
}

/* Calls a function of Lua's C API in protected mode, with the values above @base as arguments. */
static inline bool suite_protected(struct suite_case *t, lua_CFunction function, int base)
{
	lua_pushcfunction(t->L, function);
	lua_insert(t->L, base + 1);
	return lua_pcall(t->L, lua_gettop(t->L) - base - 1, LUA_MULTRET, 0) == LUA_OK;
}

static inline bool suite_says(struct suite_case *t, const char *part)
{
	const char *message = lua_tostring(t->L, -1);

	return message && strstr(message, part);
}

static int suite_do_length(lua_State *L)
{
	lua_pushinteger(L, luaL_len(L, 1));
	return 1;
}

/* The length of the value on top of the stack, which stays there; -1 when it has none. */
static inline s64 suite_length_of(struct suite_case *t)
{
	int top = lua_gettop(t->L);
	s64 length = -1;

	lua_pushvalue(t->L, top);
	if (suite_protected(t, suite_do_length, top))
		length = lua_tointeger(t->L, -1);
	lua_settop(t->L, top);
	return length;
}

#endif
