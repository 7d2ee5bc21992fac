// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Array fields: elements count from 1. */
#include "kinds/kinds.h"

#define ELEMENTS_MAX 16 /* that a text shows */

/* recursion: once: the element of an array is no array */
static const char *fault_of(const struct luadata_field *f)
{
	if (!f->element || f->element->size == 0)
		return "has no element, or an empty one";
	if (f->element->place || f->element->get || f->element->set ||
	    f->element->type == LUADATA_TYPE_ARRAY)
		return "has an element that is not plain";
	return luadata_faultof(f->element);
}

static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	unsigned int flags = r->flags & LUADATA_REF_FROM_C;
	const struct luadata_fields *fields = r->fields;
	size_t count = span.length / f->element->size;
	struct luadata_array *a =
		(struct luadata_array *)luadata_newpart(L, idx, r, LUADATA_CLASS_ARRAY, sizeof(*a));

	a->ref.flags |= flags;
	luadata_range(&a->ref, span.offset, span.length);
	a->field = f;
	a->layout = fields->layout->name;
	a->count = f->count && count > f->count ? f->count : count;
}

static struct luadata_array *check_array(lua_State *L)
{
	struct luadata_array *a = lua_touserdata(L, 1);

	if (luadata_classof(L, 1) != LUADATA_CLASS_ARRAY)
		luaL_argerror(L, 1, "array expected");
	luadata_live(L, &a->ref);
	return a;
}

static struct luadata_span element(const struct luadata_array *a, lua_Integer i)
{
	size_t size = a->field->element->size;
	struct luadata_span span = { a->ref.offset + (size_t)(i - 1) * size, size };

	return span;
}

/* Whether the key at index 2 is the number of an element. */
static bool isinside(lua_State *L, const struct luadata_array *a)
{
	return lua_isinteger(L, 2) && lua_tointeger(L, 2) >= 1 &&
	       (lua_Unsigned)lua_tointeger(L, 2) <= a->count;
}

static int array_index(lua_State *L)
{
	const struct luadata_array *a = check_array(L);

	if (!lua_isinteger(L, 2))
		return luaL_error(L, "%s.%s: elements are numbered from 1", a->layout,
				  a->field->name);
	if (isinside(L, a))
		luadata_getat(L, 1, a->field->element, element(a, lua_tointeger(L, 2)));
	else
		lua_pushnil(L);
	return 1;
}

static int array_newindex(lua_State *L)
{
	struct luadata_array *a = check_array(L);

	if (!isinside(L, a))
		return luaL_error(L, "%s.%s: no element %s (1 to %I)", a->layout, a->field->name,
				  luadata_shown(L, luaL_tolstring(L, 2, NULL)),
				  (lua_Integer)a->count);
	luadata_setat(L, a->layout, &a->ref, a->field->element, element(a, lua_tointeger(L, 2)), 3);
	return 0;
}

static int array_call(lua_State *L)
{
	const struct luadata_array *a = check_array(L);

	return luadata_nofunction(L, a->layout, a->field, "ipairs(array) goes over its elements");
}

static int array_len(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)check_array(L)->count);
	return 1;
}

static int array_next(lua_State *L)
{
	const struct luadata_array *a = check_array(L);
	lua_Integer i = luaL_optinteger(L, 2, 0);

	if (i < 0 || (lua_Unsigned)i >= a->count)
		return 0;
	lua_pushinteger(L, i + 1);
	luadata_getat(L, 1, a->field->element, element(a, i + 1));
	return 2;
}

static int array_pairs(lua_State *L)
{
	check_array(L);
	lua_pushcfunction(L, array_next);
	lua_pushvalue(L, 1);
	return 2;
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	size_t size = f->element->size;
	size_t count = span.length / size;
	size_t i;

	if (f->count && count > f->count)
		count = f->count;
	luaL_addchar(b, '[');
	for (i = 0; i < count; i++) { /* bounded: ELEMENTS_MAX */
		struct luadata_span element = { span.offset + i * size, size };

		if (i > 0)
			luaL_addstring(b, ", ");
		if (i == ELEMENTS_MAX) {
			luaL_addstring(b, "...");
			break;
		}
		luadata_addvalue(L, b, r, f->element, element, depth);
	}
	luaL_addchar(b, ']');
}

/* tostring(v.array) */
static int array_tostring(lua_State *L)
{
	const struct luadata_array *a = check_array(L);
	struct luadata_span span = { a->ref.offset, a->ref.length };
	luaL_Buffer b;

	luaL_buffinit(L, &b);
	add(L, &b, &a->ref, a->field, span, 0);
	luaL_pushresult(&b);
	return 1;
}

const luaL_Reg luadata_arraymeta[] = {
	{ "__index", array_index }, { "__newindex", array_newindex }, { "__len", array_len },
	{ "__pairs", array_pairs }, { "__tostring", array_tostring }, { "__call", array_call },
	{ NULL, NULL },
};

const struct luadata_kind luadata_array_kind = {
	.fault = fault_of,
	.push = push,
	.add = add,
	.refusal = "an array: write its elements",
};
