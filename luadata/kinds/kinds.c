// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Which kind a field is, and what all kinds have in common. */
#include "kinds/kinds.h"

#define KIND(type, name) &luadata_##name##_kind,
const struct luadata_kind *const luadata_kinds[LUADATA_TYPES] = { LUADATA_EACH_TYPE(KIND) };

/* Whether a field is a type that a chain tells, or bytes that lie behind one. */
static bool isbehind(const struct luadata_field *f)
{
	return f->list->first && f->place &&
	       (f->type == LUADATA_TYPE_BYTES || (f->type == LUADATA_TYPE_UINT && !f->size));
}

/*
 * luadata_faultof() - what is wrong with the declaration of a field
 *
 * The rest of the library relies on a NULL from here: shifts and masks are then defined, sizes
 * are not 0 where they divide, and what a field points to is there.
 *
 * Return: NULL when nothing is.
 */
const char *luadata_faultof(const struct luadata_field *f)
{
	if (!f->name || !*f->name)
		return "no name";
	if (strlen(f->name) > LUADATA_NAME_MAX)
		return "name longer than 40 bytes";
	if (f->size > 0xffffffffu - f->offset)
		return "ends beyond 4 GiB";
	if ((f->flags & LUADATA_FIELD_FLAGS) && (!f->constants || f->type != LUADATA_TYPE_UINT))
		return "flags are an unsigned integer with constants";
	if (f->text && f->type != LUADATA_TYPE_STRING)
		return "has text and is none";
	if (f->type >= LUADATA_TYPES)
		return "has no such type";
	if (f->list && f->type != LUADATA_TYPE_LIST && !isbehind(f))
		return "cannot lie behind a list";
	if ((f->flags & LUADATA_FIELD_WRITE) && !luadata_kinds[f->type]->refusal &&
	    !luadata_kinds[f->type]->check)
		return "is not for writing";
	return luadata_kinds[f->type]->fault ? luadata_kinds[f->type]->fault(f) : NULL;
}

static const char *name_of(lua_State *L, int idx)
{
	switch (lua_type(L, idx)) {
	case LUA_TNUMBER:
		return lua_isinteger(L, idx) ? "an integer" : "a float";
	case LUA_TSTRING:
		return "a string";
	case LUA_TBOOLEAN:
		return "a boolean";
	case LUA_TNONE:
	case LUA_TNIL:
		return "nil";
	default:
		return lua_pushfstring(L, "a %s", luaL_typename(L, idx));
	}
}

/* luadata_nofunction() - raise that a script calls a field that has parts; @instead: what does */
int luadata_nofunction(lua_State *L, const char *layout, const struct luadata_field *f,
		       const char *instead)
{
	return luaL_error(L, "%s.%s: no function: %s", layout, f->name, instead);
}

/* luadata_expected() - raise that the value at a stack index is not what a field takes */
int luadata_expected(lua_State *L, const char *layout, const struct luadata_field *f,
		     const char *what, int idx)
{
	return luaL_error(L, "%s.%s: expected %s, got %s", layout, f->name, what, name_of(L, idx));
}
