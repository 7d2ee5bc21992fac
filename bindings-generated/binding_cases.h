/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The cases that the generated KUnit suites are made of. Generated from specs/. */
#ifndef BINDING_CASES_H
#define BINDING_CASES_H

#include "binding_flags.h"
#include "binding_members.h"
#include "binding_placed.h"
#include "binding_samples.h"
#include "glue.h"

#define BINDING_BLOCK 96 /* bytes beyond the fixed part, for blocks that other fields place */

/* ---- cases: whole layouts ---- */

/* One length: the block is exactly that long, so that KASAN sees what is read beyond. */
static void binding_length(struct kunit *test, const struct luadata_layout *layout, size_t size,
			   size_t n, size_t at)
{
	struct binding_test *t = test->priv;
	u8 *block = kunit_kzalloc(test, n, GFP_KERNEL);
	bool fits = at <= n && size <= n - at;
	char reason[96];

	KUNIT_EXPECT_NOT_NULL(test, block);
	if (!block)
		return;
	KUNIT_EXPECT_TRUE(test, binding_view_at(t, layout, block, n, at));
	binding_expect(test, lua_isnil(t->L, 1) != fits,
		       "expected: %s on %zu bytes from offset %zu\ngot: %s",
		       fits ? "a view" : "no view", n, at, lua_isnil(t->L, 1) ? "none" : "one");
	snprintf(reason, sizeof(reason), "%s: needs %zu bytes at offset %zu, block has %zu",
		 layout->name, size, at, n);
	if (!fits)
		KUNIT_EXPECT_STREQ(test, lua_tostring(t->L, 2), (const char *)reason);
	else if (luadata_testref(t->L, 1))
		KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->length, n - at);
	binding_return(t);
	kunit_kfree(test, block);
}

/* A wire layout fits on a block exactly when it has all the bytes of the fixed part. */
static void __maybe_unused binding_lengths(struct kunit *test, const struct luadata_layout *layout,
					   size_t size)
{
	struct binding_test *t = binding_enter(test);
	size_t n, at;

	for (at = 0; at < 3; at++)
		for (n = 0; n <= size + at + 1; n++)
			binding_length(test, layout, size, n, at);
	binding_leave(t);
}

/* Each field of a C object of which only n bytes were lent: it is there when all of it is. */
static bool binding_cut_one(struct kunit *test, const struct binding_field *f, size_t n, bool there)
{
	struct binding_test *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = binding_read(t, f->name);
	if (!binding_can_read(binding_part_of(f)))
		return true;
	if (!binding_expect(test, done && lua_isnil(t->L, -1) != there,
			    "expected: %s: %s in %zu of %zu bytes\ngot: %s",
			    f->name, there ? "a value" : "nil", n, f->size,
			    luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view);
	binding_push(t->L, f, 0);
	done = binding_write(t, f->name);
	return there || binding_expect(test, !done,
				       "expected: %s: no writing in %zu of %zu bytes\ngot: it worked",
				       f->name, n, f->size);
}

/* How many bytes of the object must be there for a field. */
static size_t binding_end(const struct binding_field *f, u8 *object)
{
	size_t end, other;

	if (f->by_c)
		return f->size;
	memset(object, 0, f->size);
	f->set(object, -1);
	for (end = f->size; end && !object[end - 1]; end--)
		;
	/* Of a number that means true or false, the first finds one byte. */
	memset(object, 0xff, f->size);
	f->set(object, 0);
	for (other = f->size; other && object[other - 1] == 0xff; other--)
		;
	return max(end, other);
}

/* Every length of an object, up to all of it: no field is read or written beyond what was lent. */
static void __maybe_unused binding_cut(struct kunit *test, const struct binding_field *fields,
				       const struct luadata_layout *layout, size_t size)
{
	struct binding_test *t = binding_enter(test);
	u8 *whole = kunit_kzalloc(test, size, GFP_KERNEL);
	const struct binding_field *f;
	bool good = whole;
	size_t n;
	u8 *object;

	KUNIT_EXPECT_NOT_NULL(test, whole);
	for (n = 0; n < size && good; n++) {
		object = kunit_kzalloc(test, n, GFP_KERNEL);
		good = object && binding_view(t, layout, object, n);
		KUNIT_EXPECT_TRUE(test, good);
		for (f = fields; f->name && good; f++)
			if (f->layout == layout && !f->missing && !f->has_absent)
				good = binding_cut_one(test, f, n, binding_end(f, whole) <= n);
		binding_return(t);
		kunit_kfree(test, object);
	}
	binding_leave(t);
}

static void __maybe_unused binding_unknown(struct kunit *test, const struct luadata_layout *layout,
					   size_t size)
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

/* ---- cases: blocks that other fields place ---- */

/* @find says in C where it lies; false when it is absent. The rest is as in struct binding_part. */
struct binding_block {
	const struct luadata_layout *layout;
	size_t size;
	const char *name;
	const char *where;
	const char *access;
	bool missing;
	bool (*find)(const void *object, s64 length, s64 *from, s64 *to);
	const struct binding_field *fields; /* that decide; ended by a NULL name */
};

static void binding_block_one(struct kunit *test, u8 *object, size_t length)
{
	const struct binding_block *block = test->param_value;
	struct binding_test *t = test->priv;
	s64 from = 0, to = 0;
	const char *got;
	size_t n = 0;
	bool here;

	KUNIT_EXPECT_TRUE(test, binding_view(t, block->layout, object, length));
	KUNIT_EXPECT_TRUE(test, binding_read(t, block->name));
	here = block->find(object, length, &from, &to) && from >= 0 && to >= from && from <= length;
	got = luaL_tolstring(t->L, -1, &n);
	if (!binding_expect(test, lua_isnil(t->L, -2) != here, "expected: %s\ngot: %s",
			    here ? "a block" : "nil", got))
		return;
	if (!here)
		return;
	to = min_t(s64, to, length);
	here = n == to - from && !memcmp(got, object + from, n) && luaL_len(t->L, -2) == n;
	binding_expect(test, here, "expected: bytes %lld up to %lld\ngot: %zu bytes", from, to, n);
}

/* Each field that decides takes all its small values and its largest, the others stay. */
static void __maybe_unused block_lies_where_fields_say(struct kunit *test)
{
	const struct binding_block *block = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	size_t length = block->size + BINDING_BLOCK, i;
	u8 *object = kunit_kzalloc(test, length, GFP_KERNEL);
	const struct binding_field *f;
	s64 value;

	KUNIT_EXPECT_NOT_NULL(test, object);
	for (i = 0; object && i < length; i++)
		object[i] = i + 1;
	if (object)
		binding_block_one(test, object, length);
	for (f = block->fields; object && f->name; f++) {
		for (value = 0; value <= min_t(u64, length + 2, binding_mask(f->bits)); value++) {
			f->set(object, value);
			binding_block_one(test, object, length);
		}
		f->set(object, binding_mask(f->bits));
		binding_block_one(test, object, length);
		f->set(object, min_t(u64, block->size + 10, binding_mask(f->bits)));
	}
	binding_leave(t);
}

/* ---- cases: functions ---- */

/* Puts a function of a binding below the arguments that follow. */
static inline bool __maybe_unused binding_function(struct binding_test *t, lua_CFunction open,
						   const char *name)
{
	lua_settop(t->L, 0);
	if (!lua_checkstack(t->L, 64) || !binding_protected(t, open, 0)) /* arguments, results */
		return false;
	lua_getfield(t->L, 1, name);
	lua_replace(t->L, 1);
	return true;
}

static inline bool __maybe_unused binding_call(struct binding_test *t)
{
	return lua_pcall(t->L, lua_gettop(t->L) - 1, LUA_MULTRET, 0) == LUA_OK;
}

/*
 * Calls what makes the function that a loop calls, with the arguments above it, and puts that in
 * their place, with the loop's state above.
 */
static bool __maybe_unused binding_loop(struct binding_test *t, int arguments)
{
	bool done = lua_pcall(t->L, arguments, 1, 0) == LUA_OK && lua_isfunction(t->L, -1);

	lua_pushnil(t->L);
	return done;
}

/* The last buffers that the glue made for C to write to: fakes write no further, and tell. */
static struct {
	void *bytes;
	size_t size;
} binding_buffers[8] __maybe_unused;

static unsigned int binding_nbuffers __maybe_unused;
static bool binding_spilled __maybe_unused;

static void __maybe_unused *binding_newbuffer(lua_State *L, size_t size)
{
	unsigned int i = binding_nbuffers++ % ARRAY_SIZE(binding_buffers);

	binding_buffers[i].bytes = luadata_newbuffer(L, size);
	binding_buffers[i].size = size;
	return binding_buffers[i].bytes;
}

/* What a fake does in place of a function that writes so many bytes. */
static void __maybe_unused binding_fill(void *bytes, size_t size)
{
	size_t room = 0;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(binding_buffers); i++)
		if (binding_buffers[i].bytes == bytes)
			room = binding_buffers[i].size;
	if (size > room)
		binding_spilled = true;
	memset(bytes, 'f', min(size, room));
}

/* Memory for a layout's object, which a fake hands out. */
static __maybe_unused void *binding_memory(struct kunit *test, const struct luadata_layout *layout)
{
	size_t size = max_t(size_t, layout->size, 8);
	void *object = kunit_kzalloc(test, size, GFP_KERNEL);

	if (object)
		memset(object, 0x5a, size);
	KUNIT_EXPECT_NOT_NULL(test, object);
	return object;
}

/* A view of an object of the kernel's, of which nobody reads a field. */
static inline void __maybe_unused binding_push_object(struct binding_test *t,
						      const struct luadata_layout *layout)
{
	static u64 object[1024];

	luadata_pushobject(t->L, layout, object, 0, NULL, object);
}

/* The same, const in C. */
static inline void __maybe_unused binding_push_const(struct binding_test *t,
						     const struct luadata_layout *layout)
{
	static const u64 object[1024];

	luadata_pushobject(t->L, layout, (void *)object, LUADATA_CONST, NULL, NULL);
}

static void __maybe_unused binding_own_released(struct luadata_handle *h)
{
	((struct binding_test *)h->owner)->given_back++;
}

static const struct luadata_handle_ops binding_own_ops __maybe_unused = {
	.release = binding_own_released,
};

static u64 binding_own[1024] __maybe_unused;

/* A view of an object that the script has to give back. */
static void __maybe_unused binding_push_owned(struct binding_test *t,
					      const struct luadata_layout *layout)
{
	t->given_back = 0;
	t->own = luadata_pushobject(t->L, layout, binding_own, 0, &binding_own_ops, t);
}

/* The script has it again, when C has taken it. */
static void __maybe_unused binding_own_again(struct binding_test *t,
					     const struct luadata_layout *layout)
{
	luadata_lend(t->own->handle, binding_own, layout->size, layout->size, 0, &binding_own_ops,
		     t);
	luadata_place(t->own, 0, layout->size, layout->size);
}

static inline void __maybe_unused binding_push_copy(struct binding_test *t,
						    const struct luadata_layout *layout)
{
	luadata_newobject(t->L, layout);
}

static inline void __maybe_unused binding_push_text(struct binding_test *t, size_t length)
{
	memset(lua_newuserdatauv(t->L, length, 0), 'x', length);
	lua_pushlstring(t->L, lua_touserdata(t->L, -1), length);
	lua_remove(t->L, -2);
}

static void __maybe_unused binding_expect_copy(struct kunit *test, struct binding_test *t, int idx,
					       const void *object,
					       size_t size)
{
	const struct luadata_ref *ref = luadata_testref(t->L, idx);

	KUNIT_EXPECT_NOT_NULL(test, ref);
	if (!ref)
		return;
	KUNIT_EXPECT_PTR_NE(test, (const void *)ref->handle->base, object);
	KUNIT_EXPECT_EQ(test, memcmp(ref->handle->base, object, size), 0);
}

/* What a script kept in a global is no longer lent. */
static void __maybe_unused binding_expect_expired(struct kunit *test, const char *name)
{
	struct binding_test *t = binding_enter(test);
	const struct luadata_ref *ref;

	lua_getglobal(t->L, name);
	ref = luadata_testref(t->L, -1);
	KUNIT_EXPECT_NOT_NULL(test, ref);
	if (ref)
		KUNIT_EXPECT_NE(test, ref->lease, ref->handle->lease);
	binding_leave(t);
}

static char binding_pieces; /* key of the registry */

static int binding_do_starve(lua_State *L)
{
	for (;;) {
		lua_newuserdatauv(L, 16, 1);
		lua_rawgetp(L, LUA_REGISTRYINDEX, &binding_pieces);
		lua_setiuservalue(L, -2, 1);
		lua_rawsetp(L, LUA_REGISTRYINDEX, &binding_pieces);
	}
	return 0;
}

/* Uses up all memory of the state, in small pieces; what is on the stack stays. */
static void __maybe_unused binding_starve(struct binding_test *t)
{
	int base = lua_gettop(t->L);

	lua_checkstack(t->L, 2 * base + 20);
	lua_pushboolean(t->L, false);
	lua_rawsetp(t->L, LUA_REGISTRYINDEX, &binding_pieces);
	binding_protected(t, binding_do_starve, base);
	lua_settop(t->L, base);
}

/* Gives one of the pieces back; false when there are none left. */
static bool __maybe_unused binding_feed(struct binding_test *t)
{
	bool some;

	lua_rawgetp(t->L, LUA_REGISTRYINDEX, &binding_pieces);
	some = lua_isuserdata(t->L, -1);
	if (some) {
		lua_getiuservalue(t->L, -1, 1);
		lua_rawsetp(t->L, LUA_REGISTRYINDEX, &binding_pieces);
	}
	lua_pop(t->L, 1);
	return some;
}

/* Calls what is on the stack, and keeps it there. */
static bool __maybe_unused binding_again(struct binding_test *t)
{
	int i, n = lua_gettop(t->L);
	bool done;

	for (i = 1; i <= n; i++)
		lua_pushvalue(t->L, i);
	done = lua_pcall(t->L, n - 1, 0, 0) == LUA_OK;
	lua_settop(t->L, n);
	if (!done) /* objects wait for their finalizers, which no emergency collection runs */
		lua_gc(t->L, LUA_GCCOLLECT);
	return done;
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

/* All bits that have a name. */
static inline s64 __maybe_unused binding_known_bits(const struct luadata_constant *constants)
{
	const struct luadata_constant *c;
	s64 value = 0;

	for (c = constants; c->name; c++)
		value |= c->value;
	return value;
}

/* The lowest bit that has no name. */
static inline s64 __maybe_unused binding_unknown_bit(const struct luadata_constant *constants)
{
	s64 known = binding_known_bits(constants);

	return ~known & (known + 1);
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
