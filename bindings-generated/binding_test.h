/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the generated KUnit suites share. Generated from specs/. */
#ifndef BINDING_TEST_H
#define BINDING_TEST_H

#include <kunit/test.h>
#include <linux/err.h>
#include <linux/string.h>

#include "klua.h"

#define BINDING_PATTERNS 4
#define BINDING_BLOCK 96 /* bytes beyond the fixed part, for blocks that other fields place */

/**
 * struct binding_field - an integer field as C sees it, without luadata
 * @layout: its layout
 * @size: bytes of the object
 * @name: its key
 * @get: reads it in C
 * @set: writes it in C
 * @bits: how many values the type has
 * @is_signed: two's complement
 * @is_bool: scripts see a boolean
 * @ranged: scripts may write @low to @high, not all that fits
 * @absent: with @has_absent: the value that reads nil
 * @access: "ro", "rw", "wo"
 */
struct binding_field {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	s64 (*get)(const void *object);
	void (*set)(void *object, s64 value);
	unsigned int bits;
	bool is_signed;
	bool is_bool;
	bool ranged;
	s64 low;
	s64 high;
	bool has_absent;
	s64 absent;
	const char *access;
};

/* A field that is a string of bytes; text ends at a NUL. */
struct binding_text {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	size_t offset;
	size_t length;
	bool text;
};

/* A block that other fields place: @find says where, in C; false when it is absent. */
struct binding_block {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	bool (*find)(const void *object, s64 length, s64 *from, s64 *to);
	const struct binding_field *fields; /* that decide; ended by a NULL name */
};

struct binding_test {
	struct klua_state *state;
	struct klua_vm *vm;
	lua_State *L;
	struct luadata_handle *handle;
	int view;
};

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

/* ---- a Lua state for each case ---- */

static int binding_test_init(struct kunit *test)
{
	struct klua_options options = {
		.name = "binding-test",
		.context = KLUA_SLEEPABLE,
		.budget = S64_MAX / 2,
		.load_budget = S64_MAX / 2,
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

static void binding_test_exit(struct kunit *test)
{
	struct binding_test *t = test->priv;

	if (t && !IS_ERR_OR_NULL(t->state))
		klua_destroy(t->state);
}

/* Cases that are inside only expect, they never assert: an assertion would leave the lock held. */
static inline struct binding_test *binding_enter(struct kunit *test)
{
	struct binding_test *t = test->priv;

	t->vm = klua_lock(t->state);
	KUNIT_ASSERT_FALSE(test, IS_ERR(t->vm));
	t->L = lua_newthread(klua_lua(t->vm)); /* a stack of our own */
	return t;
}

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

/* ---- views ---- */

static int binding_make_view(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);
	void *object = lua_touserdata(L, 2);
	size_t length = lua_tointeger(L, 3);
	struct binding_test *t = lua_touserdata(L, 4);
	bool own = layout->flags & LUADATA_OBJECT;
	struct luadata_ref *root;

	lua_settop(L, 0);
	t->handle = luadata_newhandle(L);
	root = luadata_newroot(L, 1, own ? layout : NULL);
	luadata_lend(t->handle, object, length, length, LUADATA_WRITABLE, NULL, object);
	luadata_place(root, 0, length, length);
	if (own)
		return 1;
	luadata_pushlayout(L, layout);
	lua_pushvalue(L, 2);
	lua_call(L, 1, 2);
	return 2;
}

/* Puts a view of length bytes at object on the stack (for wire layouts: or nil and the reason). */
static inline bool binding_view(struct binding_test *t, const struct luadata_layout *layout,
				void *object,
				size_t length)
{
	bool done;

	lua_settop(t->L, 0);
	lua_pushlightuserdata(t->L, (void *)layout);
	lua_pushlightuserdata(t->L, object);
	lua_pushinteger(t->L, length);
	lua_pushlightuserdata(t->L, t);
	done = binding_protected(t, binding_make_view, 0);
	t->view = 1;
	return done;
}

static int binding_do_read(lua_State *L)
{
	lua_getfield(L, 1, lua_tostring(L, 2));
	return 1;
}

/* The value, or the error's message, is on top of the stack. */
static inline bool binding_read(struct binding_test *t, const char *name)
{
	int base = lua_gettop(t->L);

	lua_pushvalue(t->L, t->view);
	lua_pushstring(t->L, name);
	return binding_protected(t, binding_do_read, base);
}

static int binding_do_write(lua_State *L)
{
	lua_setfield(L, 2, lua_tostring(L, 3));
	return 0;
}

/* Writes the value on top of the stack; it is taken off. The error's message is left instead. */
static inline bool binding_write(struct binding_test *t, const char *name)
{
	int base = lua_gettop(t->L) - 1;

	lua_pushvalue(t->L, t->view);
	lua_pushstring(t->L, name);
	lua_pushvalue(t->L, base + 1);
	return binding_protected(t, binding_do_write, base);
}

/* ---- values ---- */

/* What C stores for a pattern: all bits clear, all set, every other one. */
static inline s64 binding_value(const struct binding_field *f, unsigned int pattern)
{
	static const u64 patterns[BINDING_PATTERNS] = {
		0, ~0ULL, 0x5555555555555555ULL, 0xaaaaaaaaaaaaaaaaULL,
	};
	u64 value = patterns[pattern] & binding_mask(f->bits);

	if (f->is_signed && value >> (f->bits - 1))
		value |= ~binding_mask(f->bits);
	return value;
}

static inline void binding_fill(const struct binding_field *fields,
				const struct luadata_layout *layout,
				void *object, unsigned int pattern)
{
	const struct binding_field *f;

	for (f = fields; f->name; f++)
		if (f->layout == layout)
			f->set(object, binding_value(f, pattern));
}

static inline s64 binding_low(const struct binding_field *f)
{
	if (f->ranged)
		return f->low;
	return f->is_signed ? -(s64)(binding_mask(f->bits) >> 1) - 1 : 0;
}

static inline s64 binding_high(const struct binding_field *f)
{
	if (f->ranged)
		return f->high;
	return f->is_signed ? binding_mask(f->bits) >> 1 : binding_mask(f->bits);
}

static inline void binding_push(lua_State *L, const struct binding_field *f, s64 value)
{
	if (f->is_bool)
		lua_pushboolean(L, value != 0);
	else
		lua_pushinteger(L, value);
}

static inline bool binding_is(lua_State *L, const struct binding_field *f, s64 value)
{
	if (f->has_absent && value == f->absent)
		return lua_isnil(L, -1);
	if (f->is_bool)
		return lua_isboolean(L, -1) && lua_toboolean(L, -1) == (value != 0);
	return lua_isinteger(L, -1) && lua_tointeger(L, -1) == value;
}

#endif
