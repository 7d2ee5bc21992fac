// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Integers and booleans, and how they are shown. */
#include "kinds/kinds.h"

/* Whether a field is a type that a chain tells. */
static bool istype(const struct luadata_field *f)
{
	return f->type == LUADATA_TYPE_UINT && !f->size && f->bits <= 16 && !f->shift &&
	       !(f->flags & LUADATA_FIELD_WRITE) && (!f->place || f->list);
}

static const char *fault_of(const struct luadata_field *f)
{
	if (f->bits < 1 || f->bits > 64)
		return "needs 1 to 64 bits";
	if (f->get || f->set)
		return NULL;
	if (istype(f))
		return NULL;
	if (f->size < 1 || f->size > 8)
		return "needs 1 to 8 bytes";
	return f->shift + f->bits > f->size * 8 ? "has more bits than its bytes" : NULL;
}

/* The value of an integer field that lies at a range of the handle. */
static inline int64_t value_of(lua_State *L, const struct luadata_ref *r,
			       const struct luadata_field *f, struct luadata_span span)
{
	if (f->get)
		return f->get(luadata_reach(L, r->handle, r->offset + r->fixed) + r->offset);
	if (!f->size)
		return (int64_t)span.length; /* luadata_locate() */
	return luadata_loadfield(f,
				 luadata_reach(L, r->handle, span.offset + f->size) + span.offset);
}

void luadata_pushinteger(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
			 struct luadata_span span)
{
	int64_t value = value_of(L, r, f, span);

	if (f->type == LUADATA_TYPE_BOOL)
		lua_pushboolean(L, value != 0);
	else
		luadata_pushshown(L, value, luadata_shownas(f));
}

static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	luadata_pushinteger(L, lua_touserdata(L, idx), f, span);
}

static const char *number(lua_State *L, int64_t value, bool is_unsigned)
{
	char text[LUADATA_TEXT_MAX];
	bool negative = !is_unsigned && value < 0;
	size_t n =
		luadata_decimal(text, negative ? 0 - (uint64_t)value : (uint64_t)value, negative);

	return lua_pushlstring(L, text, n);
}

static int out_of_range(lua_State *L, const char *layout, const struct luadata_field *f,
			int64_t value)
{
	int64_t lowest, highest;
	bool is_unsigned = luadata_limits(f, &lowest, &highest);

	/* The value itself is what the script wrote: a Lua integer, signed. */
	if (lowest == highest)
		return luaL_error(L, "%s.%s: expected %s, got %s", layout, f->name,
				  number(L, lowest, is_unsigned), number(L, value, false));
	return luaL_error(L, "%s.%s: %s is out of range (%s to %s)", layout, f->name,
			  number(L, value, false), number(L, lowest, is_unsigned),
			  number(L, highest, is_unsigned));
}

static void check_known(lua_State *L, const char *layout, const struct luadata_field *f,
			int64_t value)
{
	if (f->flags & LUADATA_FIELD_FLAGS) {
		if ((uint64_t)value & ~luadata_knownbits(f->constants))
			luaL_error(L, "%s.%s: %s has bits without a name", layout, f->name,
				   number(L, value, false));
	} else if (!luadata_constantbyvalue(f->constants, value)) {
		luaL_error(L, "%s.%s: %s is none of its constants", layout, f->name,
			   number(L, value, false));
	}
}

void luadata_checkinteger(lua_State *L, const char *layout, const struct luadata_field *f,
			  size_t room, int idx, struct luadata_value *v)
{
	(void)room;
	if (f->type == LUADATA_TYPE_BOOL) {
		if (lua_type(L, idx) != LUA_TBOOLEAN)
			luadata_expected(L, layout, f, "a boolean", idx);
		v->integer = lua_toboolean(L, idx);
		return;
	}
	if ((f->flags & LUADATA_FIELD_FLAGS) && lua_type(L, idx) == LUA_TSTRING) {
		v->integer = luadata_checkflags(L, layout, f, idx);
	} else if (f->constants && lua_type(L, idx) == LUA_TSTRING) {
		const struct luadata_constant *c =
			luadata_findconstant(L, f->constants, lua_tostring(L, idx));

		if (!c)
			luadata_noconstant(L, layout, f, lua_tostring(L, idx));
		v->integer = c->value;
	} else {
		if (!lua_isinteger(L, idx))
			luadata_expected(L, layout, f, "an integer", idx);
		v->integer = lua_tointeger(L, idx);
	}
	if (!luadata_inlimits(f, v->integer))
		out_of_range(L, layout, f, v->integer);
	if ((f->flags & LUADATA_FIELD_STRICT) && f->constants)
		check_known(L, layout, f, v->integer);
}

void luadata_addinteger(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_field *f, struct luadata_span span, int depth)
{
	int64_t value = value_of(L, r, f, span);
	const struct luadata_constant *c =
		f->constants ? luadata_constantbyvalue(f->constants, value) : NULL;
	bool negative = f->type == LUADATA_TYPE_INT && value < 0;
	unsigned int shown = luadata_shownas(f);
	char text[LUADATA_TEXT_MAX];

	(void)depth;
	if (f->type == LUADATA_TYPE_BOOL) {
		luaL_addstring(b, value ? "true" : "false");
	} else if (f->flags & LUADATA_FIELD_FLAGS) {
		luadata_addflags(b, f, (uint64_t)value);
	} else if (c) {
		luaL_addstring(b, c->name);
	} else if (shown != LUADATA_SHOWN_DECIMAL) {
		luaL_addlstring(b, text, luadata_integertext(text, shown, value));
	} else {
		luaL_addlstring(b, text,
				luadata_decimal(text,
						negative ? 0 - (uint64_t)value : (uint64_t)value,
						negative));
	}
}

const struct luadata_kind luadata_integer_kind = {
	.fault = fault_of,
	.push = push,
	.add = luadata_addinteger,
	.check = luadata_checkinteger,
	.store = luadata_storeinteger,
	.whole = true,
};
