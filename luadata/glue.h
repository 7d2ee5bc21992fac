/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What generated bindings check the arguments of scripts with. */
#ifndef LUADATA_GLUE_H
#define LUADATA_GLUE_H

#include "luadata.h"

#define LUADATA_COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The type of a field that is an integer of C, whatever its signedness. */
#define LUADATA_TYPE_OF(type) ((type)(-1) < (type)(1) ? LUADATA_TYPE_INT : LUADATA_TYPE_UINT)

/*
 * Whether a member is a bit-field of that type and width. C says neither of a bit-field: it is
 * seen by what is kept of a value. The compiler finds it out, where it optimizes.
 */
#define LUADATA_HAS_BITS(object, member, type, bits) ({					\
	uint64_t top_ = (uint64_t)1 << ((bits) - 1);					\
	bool signed_ = (type)(-1) < (type)(1);						\
	uint64_t value_ = signed_ ? top_ : ~(uint64_t)0;				\
	object holds_ = { .member = value_ };						\
											\
	(int64_t)holds_.member == (signed_ ? -(int64_t)top_ : (int64_t)(top_ | (top_ - 1)));\
})

/* Whether n bytes at offset a, and m bytes at offset b, have none in common. */
#define LUADATA_APART(a, n, b, m) ((a) + (n) <= (b) || (b) + (m) <= (a))

/* Byte order of the machine, as flags of a field. */
#define LUADATA_FIELD_HOST (LUADATA_FIELD_NATIVE | (LUADATA_HOST_LITTLE ? LUADATA_FIELD_LITTLE : 0))

/* What a call into the kernel is charged, beside what grows with its data. */
#define LUADATA_CALL_UNITS 16

/**
 * luadata_badargument() - raise "WHAT: expected KIND, got …"
 * @what: "cpufreq.target: relation"
 * @kind: "an integer"
 */
static inline int luadata_badargument(lua_State *L, int idx, const char *what, const char *kind)
{
	const char *got = luaL_typename(L, idx);

	switch (lua_type(L, idx)) {
	case LUA_TNONE:
		got = "nothing";
		break;
	case LUA_TNIL:
		break;
	case LUA_TNUMBER:
		got = lua_isinteger(L, idx) ? "an integer" : "a number with a fraction";
		break;
	case LUA_TUSERDATA:
		got = luadata_testref(L, idx) ? "data" : "a userdata";
		break;
	default:
		got = lua_pushfstring(L, "a %s", got);
		break;
	}
	return luaL_error(L, "%s: expected %s, got %s", what, kind, got);
}

/** luadata_anyinteger() - an integer; nothing else is taken for one */
static inline lua_Integer luadata_anyinteger(lua_State *L, int idx, const char *what)
{
	if (!lua_isinteger(L, idx))
		luadata_badargument(L, idx, what, "an integer");
	return lua_tointeger(L, idx);
}

/** luadata_between() - a value that is from low to high */
static inline lua_Integer luadata_between(lua_State *L, const char *what, lua_Integer value,
					  lua_Integer low, lua_Integer high)
{
	if ((value < low || value > high) && low == high)
		luaL_error(L, "%s: expected %I, got %I", what, low, value);
	if (value < low || value > high)
		luaL_error(L, "%s: expected %I to %I, got %I", what, low, high, value);
	return value;
}

/** luadata_integer() - an integer from low to high */
static inline lua_Integer luadata_integer(lua_State *L, int idx, const char *what, lua_Integer low,
					  lua_Integer high)
{
	return luadata_between(L, what, luadata_anyinteger(L, idx, what), low, high);
}

/** luadata_boolean() - true or false; 0 and nil are neither */
static inline bool luadata_boolean(lua_State *L, int idx, const char *what)
{
	if (!lua_isboolean(L, idx))
		luadata_badargument(L, idx, what, "a boolean");
	return lua_toboolean(L, idx);
}

/** luadata_cstring() - text without NULs, of less than size bytes (0: of any length) */
static inline const char *luadata_cstring(lua_State *L, int idx, const char *what, size_t size)
{
	const char *text;
	size_t length;

	if (lua_type(L, idx) != LUA_TSTRING)
		luadata_badargument(L, idx, what, "a string");
	text = lua_tolstring(L, idx, &length);
	if (size && length >= size)
		luaL_error(L, "%s: the string is longer than %d bytes", what, (int)size - 1);
	luadata_charge(L, length / 8); /* C will look at each byte as well */
	if (strlen(text) != length)
		luaL_error(L, "%s: the string has a NUL in it", what);
	return text;
}

/* The names of an enumeration, as "a, b, c", on the stack. */
static inline const char *luadata_names(lua_State *L, const struct luadata_constant *c)
{
	const char *names = lua_pushstring(L, c->name);

	for (c++; c->name; c++) { /* charged: each constant */
		luadata_charge(L, 8);
		names = lua_pushfstring(L, "%s, %s", names, c->name);
		lua_remove(L, -2);
	}
	return names;
}

/**
 * luadata_constant() - a value of an enumeration, given by name or as integer
 * @strict: integers without a name are refused
 */
static inline lua_Integer luadata_constant(lua_State *L, int idx, const char *what,
					   const struct luadata_constant *constants, bool strict,
					   lua_Integer low, lua_Integer high)
{
	const struct luadata_constant *c;
	lua_Integer value;

	if (lua_type(L, idx) == LUA_TSTRING) {
		for (c = constants; c->name; c++) /* bounded: a spec's constants */
			if (!strcmp(c->name, lua_tostring(L, idx)))
				return luadata_between(L, what, c->value, low, high);
		luadata_charge(L, (size_t)(c - constants) / 2);
		return luaL_error(L, "%s: expected one of %s, got \"%s\"", what,
				  luadata_names(L, constants),
				  luadata_shown(L, lua_tostring(L, idx)));
	}
	value = luadata_integer(L, idx, what, low, high);
	/* bounded: a spec's constants */
	for (c = constants; strict && c->name && c->value != value; c++)
		;
	if (strict && !c->name)
		luaL_error(L, "%s: expected one of %s, got %I", what, luadata_names(L, constants),
			   value);
	return value;
}

/* Bytes of the text that may name flags, its NUL included: more than all of their names. */
#define LUADATA_FLAGS_TEXT 4096

/**
 * luadata_flags() - bits, given as names joined by '|' ("" is none of them) or as integer
 * @strict: bits without a name are refused
 */
static inline lua_Integer luadata_flags(lua_State *L, int idx, const char *what,
					const struct luadata_constant *constants, bool strict,
					lua_Integer low, lua_Integer high)
{
	const struct luadata_constant *c;
	lua_Integer value = 0, known = 0;
	const char *text;
	size_t n;

	if (lua_type(L, idx) != LUA_TSTRING) {
		value = luadata_integer(L, idx, what, low, high);
		for (c = constants; c->name; c++) /* bounded: a spec's constants */
			known |= c->value;
		if (strict && (value & ~known))
			luaL_error(L, "%s: expected bits of %s, got %I", what,
				   luadata_names(L, constants), value);
		return value;
	}
	text = luadata_cstring(L, idx, what, LUADATA_FLAGS_TEXT);
	for (; *text; text += n + (text[n] && text[n + 1])) { /* charged: each name */
		n = strcspn(text, "|");
		for (c = constants; c->name; c++) /* charged: with the name */
			if (!strncmp(c->name, text, n) && !c->name[n])
				break;
		luadata_charge(L, 4 + (size_t)(c - constants) / 2);
		if (!c->name)
			luaL_error(L, "%s: expected names of %s joined by '|', got \"%s\"", what,
				   luadata_names(L, constants),
				   luadata_shown(L, lua_tostring(L, idx)));
		value |= c->value;
	}
	return luadata_between(L, what, value, low, high);
}

/**
 * luadata_pushstatus() - push nil and the name of a status, or its number when it has none
 *
 * Return: 2, the number of results.
 */
static inline int luadata_pushstatus(lua_State *L, const struct luadata_constant *constants,
				     lua_Integer value)
{
	const struct luadata_constant *c;

	for (c = constants; c->name && c->value != value; c++) /* bounded: a spec's constants */
		;
	lua_pushnil(L);
	if (c->name)
		lua_pushstring(L, c->name);
	else
		lua_pushfstring(L, "%I", value);
	return 2;
}

/* ---- arithmetic of specs: what leaves the range ends where it ends ---- */

static inline lua_Integer luadata_add(lua_Integer a, lua_Integer b)
{
	lua_Integer sum;

	if (__builtin_add_overflow(a, b, &sum))
		return b < 0 ? LUA_MININTEGER : LUA_MAXINTEGER;
	return sum;
}

static inline lua_Integer luadata_sub(lua_Integer a, lua_Integer b)
{
	lua_Integer difference;

	if (__builtin_sub_overflow(a, b, &difference))
		return b < 0 ? LUA_MAXINTEGER : LUA_MININTEGER;
	return difference;
}

static inline lua_Integer luadata_mul(lua_Integer a, lua_Integer b)
{
	lua_Integer product;

	if (__builtin_mul_overflow(a, b, &product))
		return (a < 0) == (b < 0) ? LUA_MAXINTEGER : LUA_MININTEGER;
	return product;
}

/* A negative count is as one that is too large. */
static inline lua_Integer luadata_shl(lua_Integer a, lua_Integer b)
{
	if (a && (b < 0 || b > 62))
		return a < 0 ? LUA_MININTEGER : LUA_MAXINTEGER;
	if (!a)
		return 0;
	return luadata_mul(a, (lua_Integer)1 << b);
}

/* ---- memory ---- */

/** luadata_newbuffer() - push a userdata of so many bytes, all 0, which C fills */
static inline void *luadata_newbuffer(lua_State *L, size_t size)
{
	luadata_charge(L, size / 16);
	return memset(lua_newuserdatauv(L, size, 0), 0, size);
}

/**
 * luadata_input() - the bytes of a string or of a block, at most @max
 *
 * The pointer is good until Lua allocates memory, or a block of the same memory is made linear.
 */
static inline const void *luadata_input(lua_State *L, int idx, const char *what, size_t max,
					size_t *length)
{
	const struct luadata_ref *r = luadata_testref(L, idx);
	const void *bytes = NULL;

	if (lua_type(L, idx) == LUA_TSTRING)
		bytes = lua_tolstring(L, idx, length);
	else if (r)
		*length = r->length;
	else
		luadata_badargument(L, idx, what, "a string or a block");
	if (*length > max)
		luaL_error(L, "%s: expected at most %I bytes, got %I", what, (lua_Integer)max,
			   (lua_Integer)*length);
	luadata_charge(L, *length / 16);
	if (!bytes)
		bytes = ldata_topointer(L, idx, length);
	return *length ? bytes : "";
}

/* luadata_checkobject(), but for objects that have one of the flags @refused. */
static inline void *luadata_checkaccess(lua_State *L, int idx, const char *what,
					const struct luadata_layout *layout, unsigned int refused)
{
	void *object = luadata_checkobject(L, idx, layout);
	unsigned int flags = luadata_testref(L, idx)->handle->flags & refused;

	if (!flags)
		return object;
	if (flags & LUADATA_HANDLE_OWNED)
		luaL_error(L, "%s: expected the kernel's own %s, got a copy", what, layout->name);
	luaL_error(L, "%s: expected a %s that C may write, got a const one", what, layout->name);
	return NULL;
}

/**
 * luadata_original() - luadata_checkobject() for C code that needs the kernel's own object, and
 *   may write it: a copy is refused, and what is const
 */
static inline void *luadata_original(lua_State *L, int idx, const char *what,
				     const struct luadata_layout *layout)
{
	return luadata_checkaccess(L, idx, what, layout,
				   LUADATA_HANDLE_OWNED | LUADATA_HANDLE_CONST);
}

/** luadata_originalconst() - luadata_original() for C code that does not write it */
static inline void *luadata_originalconst(lua_State *L, int idx, const char *what,
					  const struct luadata_layout *layout)
{
	return luadata_checkaccess(L, idx, what, layout, LUADATA_HANDLE_OWNED);
}

/** luadata_mutable() - luadata_checkobject() for C code that may write it: also a copy */
static inline void *luadata_mutable(lua_State *L, int idx, const char *what,
				    const struct luadata_layout *layout)
{
	return luadata_checkaccess(L, idx, what, layout, LUADATA_HANDLE_CONST);
}

/** luadata_pushconstants() - push a table of an enumeration's names and values */
static inline void luadata_pushconstants(lua_State *L, const struct luadata_constant *c)
{
	lua_newtable(L);
	for (; c->name; c++) { /* bounded: a spec's constants */
		lua_pushinteger(L, c->value);
		lua_setfield(L, -2, c->name);
	}
}

/**
 * luadata_checkkeys() - refuse keys of the table at stack index 1 that are not in a list
 * @what: "netfilter.attach"
 * @keys: ended by NULL
 */
static inline void luadata_checkkeys(lua_State *L, const char *what, const char *const *keys)
{
	const char *const *key;

	luaL_checktype(L, 1, LUA_TTABLE);
	lua_pushnil(L);
	while (lua_next(L, 1)) { /* bounded: @keys, another one ends it */
		lua_pop(L, 1);
		if (lua_type(L, -1) != LUA_TSTRING)
			luadata_badargument(L, -1, what, "names as keys");
		/* bounded: a spec's keys */
		for (key = keys; *key && strcmp(*key, lua_tostring(L, -1)); key++)
			;
		if (!*key)
			luadata_nokey(L, what, keys, lua_tostring(L, -1));
	}
}

/**
 * luadata_key() - the value of a key of the table at stack index 1
 * @idx: stack index where the value goes; what is above it is dropped
 *
 * Return: whether the table has the key.
 */
static inline bool luadata_key(lua_State *L, int idx, const char *key)
{
	lua_settop(L, idx - 1);
	lua_pushstring(L, key);
	return lua_rawget(L, 1) != LUA_TNIL;
}

#endif
