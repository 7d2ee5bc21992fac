/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The cases that the generated KUnit suites are made of. Generated from specs/. */
#ifndef BINDING_CASES_H
#define BINDING_CASES_H

#include "binding_test.h"

/* ---- fields: the parameter is one of them, all of the suite's begin at @fields ---- */

static void __maybe_unused binding_reads(struct kunit *test, const struct binding_field *fields)
{
	const struct binding_field *f = test->param_value;
	u8 *object = kunit_kzalloc(test, f->size, GFP_KERNEL);
	struct binding_test *t;
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	for (i = 0; i < BINDING_PATTERNS; i++) {
		binding_fill(fields, f->layout, object, i);
		KUNIT_EXPECT_TRUE(test, binding_view(t, f->layout, object, f->size));
		if (f->access[0] == 'w') {
			KUNIT_EXPECT_FALSE(test, binding_read(t, f->name));
			continue;
		}
		KUNIT_EXPECT_TRUE(test, binding_read(t, f->name));
		KUNIT_EXPECT_TRUE_MSG(test, binding_is(t->L, f, f->get(object)),
				      "it is %lld, a script read %s", f->get(object),
				      luaL_tolstring(t->L, -1, NULL));
	}
	binding_leave(t);
}

/* One value written over one pattern: it arrives, and all other fields are as before. */
static void binding_writes_one(struct kunit *test, const struct binding_field *fields, u8 *object,
			       s64 value,
			       unsigned int pattern)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;
	const struct binding_field *other;

	binding_fill(fields, f->layout, object, pattern);
	KUNIT_EXPECT_TRUE(test, binding_view(t, f->layout, object, f->size));
	binding_push(t->L, f, value);
	KUNIT_EXPECT_TRUE_MSG(test, binding_write(t, f->name), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, f->get(object), value);
	for (other = fields; other->name; other++)
		if (other != f && other->layout == f->layout)
			KUNIT_EXPECT_EQ_MSG(test, other->get(object), binding_value(other, pattern),
					    "%s",
					    other->name);
}

static void __maybe_unused binding_writes(struct kunit *test, const struct binding_field *fields)
{
	const struct binding_field *f = test->param_value;
	u8 *object = kunit_kzalloc(test, f->size, GFP_KERNEL);
	struct binding_test *t;
	unsigned int i;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	for (i = 0; i < BINDING_PATTERNS && f->access[1] != 'o'; i++) {
		binding_writes_one(test, fields, object, binding_low(f), i);
		binding_writes_one(test, fields, object, binding_high(f), i);
	}
	binding_leave(t);
}

/* The value on top of the stack is refused, and not a byte changes. */
static void binding_refuses_one(struct kunit *test, const struct binding_field *fields, u8 *object)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;
	const struct binding_field *other;

	KUNIT_EXPECT_FALSE_MSG(test, binding_write(t, f->name), "%s.%s", f->layout->name, f->name);
	for (other = fields; other->name; other++)
		if (other->layout == f->layout)
			KUNIT_EXPECT_EQ_MSG(test, other->get(object), binding_value(other, 2), "%s",
					    other->name);
}

static void __maybe_unused binding_refuses(struct kunit *test, const struct binding_field *fields)
{
	const struct binding_field *f = test->param_value;
	u8 *object = kunit_kzalloc(test, f->size, GFP_KERNEL);
	struct binding_test *t;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	binding_fill(fields, f->layout, object, 2);
	KUNIT_EXPECT_TRUE(test, binding_view(t, f->layout, object, f->size));
	if (f->access[1] == 'o' && f->access[0] == 'r') {
		binding_push(t->L, f, binding_low(f));
		binding_refuses_one(test, fields, object);
	}
	if (f->bits < 64 && !f->is_bool) {
		lua_pushinteger(t->L, binding_low(f) - 1);
		binding_refuses_one(test, fields, object);
		lua_pushinteger(t->L, binding_high(f) + 1);
		binding_refuses_one(test, fields, object);
	}
	lua_pushliteral(t->L, "no such name");
	binding_refuses_one(test, fields, object);
	lua_pushnil(t->L);
	binding_refuses_one(test, fields, object);
	if (f->is_bool)
		lua_pushinteger(t->L, 1);
	else
		lua_pushboolean(t->L, true);
	binding_refuses_one(test, fields, object);
	binding_leave(t);
}

static void __maybe_unused binding_expires(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	u8 *object = kunit_kzalloc(test, f->size, GFP_KERNEL);
	struct binding_test *t;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	KUNIT_EXPECT_TRUE(test, binding_view(t, f->layout, object, f->size));
	luadata_return(t->handle);
	KUNIT_EXPECT_FALSE(test, binding_read(t, f->name));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "data expired"));
	binding_push(t->L, f, 0);
	KUNIT_EXPECT_FALSE(test, binding_write(t, f->name));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "data expired"));
	binding_leave(t);
}

/* ---- cases: whole layouts ---- */

/* A wire layout fits on a block exactly when it has all the bytes of the fixed part. */
static void __maybe_unused binding_lengths(struct kunit *test, const struct luadata_layout *layout,
					   size_t size)
{
	u8 *object = kunit_kzalloc(test, size + 1, GFP_KERNEL);
	struct binding_test *t;
	char reason[96];
	size_t n;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	for (n = 0; n <= size + 1; n++) {
		KUNIT_EXPECT_TRUE(test, binding_view(t, layout, object, n));
		KUNIT_EXPECT_EQ(test, lua_isnil(t->L, 1), n < size);
		snprintf(reason, sizeof(reason), "%s: needs %zu bytes at offset 0, block has %zu",
			 layout->name, size,
			 n);
		if (n < size)
			KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), (const char *)reason);
	}
	binding_leave(t);
}

static void binding_unknown(struct kunit *test, const struct luadata_layout *layout, size_t size)
{
	u8 *object = kunit_kzalloc(test, size, GFP_KERNEL);
	struct binding_test *t;

	KUNIT_ASSERT_NOT_NULL(test, object);
	t = binding_enter(test);
	KUNIT_EXPECT_TRUE(test, binding_view(t, layout, object, size));
	KUNIT_EXPECT_FALSE(test, binding_read(t, "no_such_field"));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "no_such_field"));
	KUNIT_EXPECT_TRUE(test, binding_says(t, layout->name));
	lua_pushinteger(t->L, 0);
	KUNIT_EXPECT_FALSE(test, binding_write(t, "no_such_field"));
	binding_leave(t);
}

static int binding_lay_over_block(lua_State *L)
{
	const struct luadata_layout *layout = lua_touserdata(L, 1);
	static u8 bytes[16];
	struct luadata_handle *handle = luadata_newhandle(L);
	struct luadata_ref *block = luadata_newroot(L, -1, NULL);

	luadata_lend(handle, bytes, sizeof(bytes), sizeof(bytes), LUADATA_WRITABLE, NULL, NULL);
	luadata_place(block, 0, sizeof(bytes), sizeof(bytes));
	luadata_pushlayout(L, layout);
	lua_pushvalue(L, -2);
	lua_call(L, 1, 1);
	return 1;
}

/* A script cannot put a layout of the kernel's objects over bytes of its own. */
static void __maybe_unused binding_closed(struct kunit *test, const struct luadata_layout *layout)
{
	struct binding_test *t = binding_enter(test);

	lua_pushlightuserdata(t->L, (void *)layout);
	KUNIT_EXPECT_FALSE(test, binding_protected(t, binding_lay_over_block, 0));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "only the kernel"));
	binding_leave(t);
}

/* ---- cases: strings and blocks ---- */

static void __maybe_unused binding_texts(struct kunit *test, const struct binding_text *texts)
{
	const struct binding_text *text;
	struct binding_test *t;
	size_t length, n;
	const char *got;
	u8 *object;

	t = binding_enter(test);
	for (text = texts; text->name; text++) {
		object = kunit_kzalloc(test, text->size, GFP_KERNEL);
		for (n = text->text ? 0 : text->length; object && n <= text->length; n++) {
			memset(object, 0, text->size);
			memset(object + text->offset, 'x', n);
			KUNIT_EXPECT_TRUE(test, binding_view(t, text->layout, object, text->size));
			KUNIT_EXPECT_TRUE(test, binding_read(t, text->name));
			got = lua_tolstring(t->L, -1, &length);
			KUNIT_EXPECT_EQ(test, length, n);
			KUNIT_EXPECT_EQ(test, got ? memcmp(got, object + text->offset, n) : 1, 0);
		}
	}
	binding_leave(t);
}

static void __maybe_unused binding_block_one(struct kunit *test, const struct binding_block *block,
					     u8 *object,
					     size_t length)
{
	struct binding_test *t = test->priv;
	s64 from = 0, to = 0;
	size_t n;

	KUNIT_EXPECT_TRUE(test, binding_view(t, block->layout, object, length));
	KUNIT_EXPECT_TRUE(test, binding_read(t, block->name));
	if (!block->find(object, length, &from, &to) || from < 0 || to < from || from > length) {
		KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, -1));
		return;
	}
	to = min_t(s64, to, length);
	KUNIT_EXPECT_FALSE(test, lua_isnil(t->L, -1));
	if (lua_isnil(t->L, -1))
		return;
	KUNIT_EXPECT_EQ(test, luaL_len(t->L, -1), to - from);
	luaL_tolstring(t->L, -1, &n);
	KUNIT_EXPECT_EQ(test, n, (size_t)(to - from));
	KUNIT_EXPECT_EQ(test,
			memcmp(lua_tostring(t->L, -1), object + from,
			       min_t(size_t, n, to - from)), 0);
}

/* Each field that decides takes all its small values and its largest, the others stay. */
static void __maybe_unused binding_blocks(struct kunit *test, const struct binding_block *blocks)
{
	const struct binding_block *block;
	const struct binding_field *f;
	struct binding_test *t;
	size_t length, i;
	u8 *object;
	s64 value;

	t = binding_enter(test);
	for (block = blocks; block->name; block++) {
		length = block->size + BINDING_BLOCK;
		object = kunit_kzalloc(test, length, GFP_KERNEL);
		if (!object)
			continue;
		for (i = 0; i < length; i++)
			object[i] = i + 1;
		binding_block_one(test, block, object, length);
		for (f = block->fields; f->name; f++) {
			for (value = 0; value <= min_t(u64, length + 2,
						       binding_mask(f->bits)); value++) {
				f->set(object, value);
				binding_block_one(test, block, object, length);
			}
			f->set(object, binding_mask(f->bits));
			binding_block_one(test, block, object, length);
			f->set(object, min_t(u64, block->size + 10, binding_mask(f->bits)));
		}
	}
	binding_leave(t);
}

/* ---- cases: functions ---- */

/* Puts a function of a binding below the arguments that follow. */
static inline bool __maybe_unused binding_function(struct binding_test *t, lua_CFunction open,
						   const char *name)
{
	lua_settop(t->L, 0);
	if (!binding_protected(t, open, 0))
		return false;
	lua_getfield(t->L, 1, name);
	lua_replace(t->L, 1);
	return true;
}

static inline bool __maybe_unused binding_call(struct binding_test *t)
{
	return lua_pcall(t->L, lua_gettop(t->L) - 1, LUA_MULTRET, 0) == LUA_OK;
}

/* ---- cases: callbacks ---- */

/* What the fake host was told. */
struct binding_host {
	struct klua_attachment *at;
	u8 options[256];
};

/* Loads a script that attaches; the error's text, or NULL. */
static inline const char *__maybe_unused binding_load(struct kunit *test, struct klua_state **state,
						      s64 budget,
						      const char *script)
{
	struct klua_options options = {.name = "binding-callback", .budget = budget};

	*state = klua_create(&options);
	if (IS_ERR(*state)) {
		*state = NULL;
		return "no state";
	}
	return klua_load(*state, script, strlen(script), "=test") ? klua_error(*state) : NULL;
}

/* A number that has no name. */
static inline s64 __maybe_unused binding_unnamed(const struct luadata_constant *constants)
{
	const struct luadata_constant *c;
	s64 value = 0;

	for (c = constants; c->name; c++)
		value = max_t(s64, value, c->value + 1);
	return value;
}

/* A global of the script, as an integer; S64_MIN when it is none. */
static inline s64 __maybe_unused binding_global(struct klua_state *state, const char *name)
{
	struct klua_vm *vm = klua_lock(state);
	s64 value = S64_MIN;

	if (IS_ERR(vm))
		return value;
	lua_getglobal(klua_lua(vm), name);
	if (lua_isinteger(klua_lua(vm), -1))
		value = lua_tointeger(klua_lua(vm), -1);
	lua_pop(klua_lua(vm), 1);
	klua_unlock(vm);
	return value;
}

#endif
