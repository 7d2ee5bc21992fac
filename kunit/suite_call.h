/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Calls of generated functions, by scripts, and of scripts, by generated callbacks. */
#ifndef KLUA_SUITE_CALL_H
#define KLUA_SUITE_CALL_H

#include "suite_view.h"
#include "glue.h"

/* Puts a function of a binding below the arguments that follow. */
static inline bool suite_function(struct suite_case *t, lua_CFunction open, const char *name)
{
	lua_settop(t->L, 0);
	if (!lua_checkstack(t->L, 64) || !suite_protected(t, open, 0)) /* arguments, results */
		return false;
	lua_getfield(t->L, 1, name);
	lua_replace(t->L, 1);
	return true;
}

static inline bool suite_call(struct suite_case *t)
{
	return lua_pcall(t->L, lua_gettop(t->L) - 1, LUA_MULTRET, 0) == LUA_OK;
}

/* The call fails, and says so much of why. */
#define suite_refused(test, t, message)						\
	do {									\
		KUNIT_EXPECT_FALSE(test, suite_call(t));			\
		KUNIT_EXPECT_TRUE_MSG(test, suite_says(t, message), "%s",	\
				      lua_tostring((t)->L, -1));		\
	} while (0)

/*
 * Calls what makes the function that a loop calls, with the arguments above it, and puts that in
 * their place, with the loop's state above.
 */
static bool __maybe_unused suite_loop(struct suite_case *t, int arguments)
{
	bool done = lua_pcall(t->L, arguments, 1, 0) == LUA_OK && lua_isfunction(t->L, -1);

	lua_pushnil(t->L);
	return done;
}

/* The last buffers that the glue made for C to write to: fakes write no further, and tell. */
static struct {
	void *bytes;
	size_t size;
} suite_buffers[8] __maybe_unused;

static unsigned int suite_nbuffers __maybe_unused;
static bool suite_spilled __maybe_unused;

static void __maybe_unused *suite_newbuffer(lua_State *L, size_t size)
{
	unsigned int i = suite_nbuffers++ % ARRAY_SIZE(suite_buffers);

	suite_buffers[i].bytes = luadata_newbuffer(L, size);
	suite_buffers[i].size = size;
	return suite_buffers[i].bytes;
}

/* What a fake does in place of a function that writes so many bytes. */
static void __maybe_unused suite_fill(void *bytes, size_t size)
{
	size_t room = 0;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(suite_buffers); i++)
		if (suite_buffers[i].bytes == bytes)
			room = suite_buffers[i].size;
	if (size > room)
		suite_spilled = true;
	memset(bytes, 'f', min(size, room));
}

/* Memory for a layout's object, which a fake hands out. */
static void __maybe_unused *suite_object(struct kunit *test, const struct luadata_layout *layout)
{
	size_t size = max_t(size_t, layout->size, 8);
	void *object = kunit_kzalloc(test, size, GFP_KERNEL);

	if (object)
		memset(object, 0x5a, size);
	KUNIT_EXPECT_NOT_NULL(test, object);
	return object;
}

/* A view of an object of the kernel's, of which nobody reads a field. */
static inline void suite_push_object(struct suite_case *t, const struct luadata_layout *layout)
{
	static u64 object[1024];

	luadata_pushobject(t->L, layout, object, 0, NULL, object);
}

/* The same, const in C. */
static inline void suite_push_const(struct suite_case *t, const struct luadata_layout *layout)
{
	static const u64 object[1024];

	luadata_pushobject(t->L, layout, (void *)object, LUADATA_HANDLE_CONST, NULL, NULL);
}

static void __maybe_unused suite_own_released(struct luadata_handle *h)
{
	((struct suite_case *)h->owner)->given_back++;
}

static const struct luadata_handle_ops suite_own_ops __maybe_unused = {
	.release = suite_own_released,
};

static u64 suite_own[1024] __maybe_unused;

/* A view of an object that the script has to give back. */
static void __maybe_unused suite_push_owned(struct suite_case *t,
					    const struct luadata_layout *layout)
{
	t->given_back = 0;
	t->own = luadata_pushobject(t->L, layout, suite_own, 0, &suite_own_ops, t);
}

/* The script has it again, when C has taken it. */
static void __maybe_unused suite_own_again(struct suite_case *t,
					   const struct luadata_layout *layout)
{
	luadata_lend(t->own->handle, suite_own, layout->size, layout->size, 0, &suite_own_ops, t);
	luadata_lendref(t->own, 0, layout->size, layout->size);
}

static inline void suite_push_copy(struct suite_case *t, const struct luadata_layout *layout)
{
	luadata_newobject(t->L, layout);
}

static inline void suite_push_text(struct suite_case *t, size_t length)
{
	memset(lua_newuserdatauv(t->L, length, 0), 'x', length);
	lua_pushlstring(t->L, lua_touserdata(t->L, -1), length);
	lua_remove(t->L, -2);
}

static void __maybe_unused suite_expect_copy(struct kunit *test, struct suite_case *t, int idx,
					     const void *object, size_t size)
{
	const struct luadata_ref *ref = luadata_testref(t->L, idx);

	KUNIT_EXPECT_NOT_NULL(test, ref);
	if (!ref)
		return;
	KUNIT_EXPECT_PTR_NE(test, (const void *)ref->handle->base, object);
	KUNIT_EXPECT_EQ(test, memcmp(ref->handle->base, object, size), 0);
}

/* What a script kept in a global is no longer lent. */
static void __maybe_unused suite_expect_expired(struct kunit *test, const char *name)
{
	struct suite_case *t = suite_enter(test);
	const struct luadata_ref *ref;

	lua_getglobal(t->L, name);
	ref = luadata_testref(t->L, -1);
	KUNIT_EXPECT_NOT_NULL(test, ref);
	if (ref)
		KUNIT_EXPECT_NE(test, ref->lease, ref->handle->lease);
	suite_leave(t);
}

static char suite_pieces; /* key of the registry */

static int suite_do_starve(lua_State *L)
{
	for (;;) {
		lua_newuserdatauv(L, 16, 1);
		lua_rawgetp(L, LUA_REGISTRYINDEX, &suite_pieces);
		lua_setiuservalue(L, -2, 1);
		lua_rawsetp(L, LUA_REGISTRYINDEX, &suite_pieces);
	}
	return 0;
}

/* Uses up all memory of the state, in small pieces; what is on the stack stays. */
static void __maybe_unused suite_starve(struct suite_case *t)
{
	int base = lua_gettop(t->L);

	lua_checkstack(t->L, 2 * base + 20);
	lua_pushboolean(t->L, false);
	lua_rawsetp(t->L, LUA_REGISTRYINDEX, &suite_pieces);
	suite_protected(t, suite_do_starve, base);
	lua_settop(t->L, base);
}

/* Gives one of the pieces back; false when there are none left. */
static bool __maybe_unused suite_feed(struct suite_case *t)
{
	bool some;

	lua_rawgetp(t->L, LUA_REGISTRYINDEX, &suite_pieces);
	some = lua_isuserdata(t->L, -1);
	if (some) {
		lua_getiuservalue(t->L, -1, 1);
		lua_rawsetp(t->L, LUA_REGISTRYINDEX, &suite_pieces);
	}
	lua_pop(t->L, 1);
	return some;
}

/* Calls what is on the stack, and keeps it there. */
static bool __maybe_unused suite_again(struct suite_case *t)
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

/* A number that has no name. */
static inline s64 suite_unnamed(const struct luadata_constant *constants)
{
	const struct luadata_constant *c;
	s64 value = 0;

	for (c = constants; c->name; c++)
		value = max_t(s64, value, c->value + 1);
	return value;
}

/* All bits that have a name. */
static inline s64 suite_known_bits(const struct luadata_constant *constants)
{
	const struct luadata_constant *c;
	s64 value = 0;

	for (c = constants; c->name; c++)
		value |= c->value;
	return value;
}

/* The lowest bit that has no name. */
static inline s64 suite_unknown_bit(const struct luadata_constant *constants)
{
	s64 known = suite_known_bits(constants);

	return ~known & (known + 1);
}

/* ---- callbacks ---- */

/* What the fake host was told. */
struct suite_host {
	struct klua_attachment *at;
	u8 options[256];
};

/* Loads a script that attaches; the error's text, or NULL. */
static inline const char *suite_load(struct kunit *test, struct klua_state **state, s64 budget,
				     const char *script)
{
	struct klua_options options = { .name = "binding-callback", .budget = budget };

	*state = klua_create(&options);
	if (IS_ERR(*state)) {
		*state = NULL;
		return "no state";
	}
	return klua_load(*state, script, strlen(script), "=test") ? klua_error(*state) : NULL;
}

/* A global of the script, as an integer; S64_MIN when it is none. */
static inline s64 suite_global(struct klua_state *state, const char *name)
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
