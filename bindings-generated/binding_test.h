/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the generated KUnit suites share. Generated from specs/. */
#ifndef BINDING_TEST_H
#define BINDING_TEST_H

#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "klua.h"

/**
 * struct binding_place - where the spec declares what cases are about
 * @name: what the names of these cases begin with
 * @title: as messages call it
 * @where: file and line
 */
struct binding_place {
	const char *name;
	const char *title;
	const char *where;
};

/**
 * struct binding_part - a part of a layout
 * @layout: its layout
 * @size: bytes of the object
 * @name: its key
 * @where: file and line of the spec
 * @access: "ro", "rw", "wo"
 * @missing: not in this kernel
 *
 * What a suite has of each kind of part begins with these members.
 */
struct binding_part {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
};

/* How many of the spec's locks are held, and how often one was taken: suites fake them. */
static int locks_held __maybe_unused;
static int locks_taken __maybe_unused;

struct binding_test {
	struct klua_state *state;
	struct klua_vm *vm;
	lua_State *L;
	struct luadata_handle *handle;
	const struct binding_part *part;
	struct luadata_ref *own; /* what binding_push_owned() pushed */
	unsigned int given_back; /* how often it was released */
	int view;
};

/* Told as a person reads it: "expected: ...", "got: ...", each on a line. */
#define binding_expect(test, condition, format, ...)                            \
	({                                                                      \
		bool held_ = (condition);                                       \
										\
		if (!held_)                                                     \
			KUNIT_FAIL(test, "\n" format "\n", ##__VA_ARGS__);      \
		held_;                                                          \
	})

/* Sets a member of a struct, even one that C has as const. */
#define binding_assign(member, value)                                           \
	do {                                                                    \
		__unqual_scalar_typeof(member) value_ = (value);                \
										\
		memcpy((void *)&(member), &value_, sizeof(value_));             \
	} while (0)

static inline u64 binding_mask(unsigned int bits)
{
	return ~0ULL >> (64 - bits);
}

/* Bit by bit, the most significant first: slow, and obviously right. */
static inline s64 __maybe_unused binding_bits(const void *object, unsigned int start,
					      unsigned int count)
{
	const u8 *m = object;
	u64 value = 0;
	unsigned int i;

	for (i = start; i < start + count; i++)
		value = value << 1 | (m[i / 8] >> (7 - i % 8) & 1);
	return value;
}

static inline void __maybe_unused binding_set_bits(void *object, unsigned int start,
						   unsigned int count, u64 value)
{
	u8 *m = object;
	unsigned int i;

	for (i = start; i < start + count; i++) {
		m[i / 8] &= ~(0x80 >> i % 8);
		if (value >> (start + count - 1 - i) & 1)
			m[i / 8] |= 0x80 >> i % 8;
	}
}

/* What a pointer to nothing is: NULL, and the next time an error. */
static inline void __maybe_unused *binding_nothing(void)
{
	static unsigned int times;

	return times++ % 2 ? ERR_PTR(-EINVAL) : NULL;
}

/* The next parameter of a case: the tables end with a part without a name. */
static const void __maybe_unused *binding_next(const void *prev, const void *table, size_t entry,
					       char *desc)
{
	const struct binding_part *part = prev ? prev + entry : table;

	if (!part->name)
		return NULL;
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "%s.%s", part->layout->name, part->name);
	return part;
}

/* ---- a Lua state for each case ---- */

static int binding_test_init(struct kunit *test)
{
	struct klua_options options = {
		.name = "binding-test",
		.context = KLUA_CONTEXT_SLEEPABLE,
		.budget = KLUA_BUDGET_MAX,
		.load_budget = KLUA_BUDGET_MAX,
	};
	struct binding_test *t = kunit_kzalloc(test, sizeof(*t), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	test->priv = t;
	t->state = klua_create(&options);
	if (IS_ERR(t->state))
		return PTR_ERR(t->state);
	return klua_load(t->state, "", 0, "=test");
}

/*
 * Says which lines of the spec a case that failed is about: its part's, or all of the longest name.
 */
static void binding_tell(struct kunit *test, const struct binding_place *places)
{
	struct binding_test *t = test->priv;
	const struct binding_place *place;
	size_t longest = 0;

	if (t && t->part) {
		kunit_err(test, "spec: %s: %s.%s\n", t->part->where, t->part->layout->name,
			  t->part->name);
		return;
	}
	for (place = places; place->name; place++)
		if (strstarts(test->name, place->name))
			longest = max(longest, strlen(place->name));
	for (place = places; place->name; place++)
		if (longest && longest == strlen(place->name) && strstarts(test->name, place->name))
			kunit_err(test, "spec: %s: %s\n", place->where, place->title);
}

static void binding_test_exit(struct kunit *test, const struct binding_place *places)
{
	struct binding_test *t = test->priv;

	if (READ_ONCE(test->status) == KUNIT_FAILURE)
		binding_tell(test, places);
	if (t && !IS_ERR_OR_NULL(t->state))
		klua_destroy(t->state);
}

static inline struct binding_test *binding_begin(struct kunit *test, struct klua_vm *vm)
{
	struct binding_test *t = test->priv;

	t->vm = vm;
	KUNIT_ASSERT_FALSE(test, IS_ERR(t->vm));
	t->L = lua_newthread(klua_lua(t->vm)); /* a stack of our own */
	return t;
}

/* Cases that are inside only expect, they never assert: an assertion would leave the lock held. */
#define binding_enter(test)						\
	binding_begin(test, klua_lock(((struct binding_test *)(test)->priv)->state))

/* The same, for a case whose parameter is a part. */
#define binding_enter_part(test) ({					\
	((struct binding_test *)(test)->priv)->part = (test)->param_value;	\
	binding_enter(test); })

static inline void binding_leave(struct binding_test *t)
{
	lua_pop(klua_lua(t->vm), 1);
	klua_unlock(t->vm);
}

/* Calls a function of Lua's C API in protected mode, with the values above @base as arguments. */
static inline bool binding_protected(struct binding_test *t, lua_CFunction function, int base)
{
	lua_pushcfunction(t->L, function);
	lua_insert(t->L, base + 1);
	return lua_pcall(t->L, lua_gettop(t->L) - base - 1, LUA_MULTRET, 0) == LUA_OK;
}

static inline bool binding_says(struct binding_test *t, const char *part)
{
	const char *message = lua_tostring(t->L, -1);

	return message && strstr(message, part);
}

static int binding_do_length(lua_State *L)
{
	lua_pushinteger(L, luaL_len(L, 1));
	return 1;
}

/* The length of the value on top of the stack, which stays there; -1 when it has none. */
static inline s64 __maybe_unused binding_length_of(struct binding_test *t)
{
	int top = lua_gettop(t->L);
	s64 length = -1;

	lua_pushvalue(t->L, top);
	if (binding_protected(t, binding_do_length, top))
		length = lua_tointeger(t->L, -1);
	lua_settop(t->L, top);
	return length;
}

/* ---- views ---- */

/* A layout, a block's memory, its length, where in it the view begins, and the test. */
static int binding_make_view(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);
	void *object = lua_touserdata(L, 2);
	size_t length = lua_tointeger(L, 3);
	lua_Integer at = lua_tointeger(L, 4);
	struct binding_test *t = lua_touserdata(L, 5);
	bool own = layout->flags & LUADATA_OBJECT;
	struct luadata_ref *root;

	lua_settop(L, 0);
	t->handle = luadata_newhandle(L);
	root = luadata_newroot(L, 1, own ? layout : NULL);
	luadata_lend(t->handle, object, length, length, LUADATA_WRITABLE, NULL, object);
	luadata_place(root, own ? at : 0, own ? length - at : length, own ? length - at : length);
	if (own)
		return 1;
	luadata_pushlayout(L, layout);
	lua_pushvalue(L, 2);
	lua_pushinteger(L, at);
	lua_call(L, 2, 2);
	return 2;
}

/*
 * Puts a view that begins @at bytes into a block on the stack (for wire layouts: or nil and the
 * reason).
 */
static inline bool binding_view_at(struct binding_test *t, const struct luadata_layout *layout,
				   void *block,
				   size_t length, size_t at)
{
	bool done;

	lua_settop(t->L, 0);
	lua_pushlightuserdata(t->L, (void *)layout);
	lua_pushlightuserdata(t->L, block);
	lua_pushinteger(t->L, length);
	lua_pushinteger(t->L, at);
	lua_pushlightuserdata(t->L, t);
	done = binding_protected(t, binding_make_view, 0);
	if (!done)
		t->handle = NULL;
	t->view = 1;
	return done;
}

static inline void binding_return(struct binding_test *t)
{
	if (t->handle)
		luadata_return(t->handle);
}

static inline bool binding_view(struct binding_test *t, const struct luadata_layout *layout,
				void *object,
				size_t length)
{
	return binding_view_at(t, layout, object, length, 0);
}

static int binding_do_read(lua_State *L)
{
	lua_gettable(L, 1);
	return 1;
}

/*
 * object[key], the key on top of the stack: it is replaced by the value, or by the error's message.
 */
static inline bool binding_get(struct binding_test *t, int object)
{
	int base = lua_gettop(t->L) - 1;

	lua_pushvalue(t->L, object);
	lua_insert(t->L, base + 1);
	return binding_protected(t, binding_do_read, base);
}

/* The value, or the error's message, is on top of the stack. */
static inline bool binding_read(struct binding_test *t, const char *name)
{
	lua_pushstring(t->L, name);
	return binding_get(t, t->view);
}

static int binding_do_write(lua_State *L)
{
	lua_settable(L, 1);
	return 0;
}

/*
 * object[key] = value, both on top of the stack: they are taken off. The error's message is left
 * instead.
 */
static inline bool binding_set(struct binding_test *t, int object)
{
	int base = lua_gettop(t->L) - 2;

	lua_pushvalue(t->L, object);
	lua_insert(t->L, base + 1);
	return binding_protected(t, binding_do_write, base);
}

/* Writes the value on top of the stack; it is taken off. The error's message is left instead. */
static inline bool binding_write(struct binding_test *t, const char *name)
{
	lua_pushstring(t->L, name);
	lua_insert(t->L, -2);
	return binding_set(t, t->view);
}

#endif
