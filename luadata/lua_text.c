// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Views and their fields as text. */
#include "kinds/kinds.h"

#define DEPTH_MAX 4 /* views in views that tostring() follows */

/*
 * luadata_addvalue() - add a field's value to a text
 * @r: the ref it is read through
 * @span: where it lies in the handle
 * @depth: how many views it is in
 *
 * recursion: DEPTH_MAX views, in luadata_addview()
 */
void luadata_addvalue(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		      const struct luadata_field *f, struct luadata_span span, int depth)
{
	struct luadata_field copy;

	luadata_charge(L, 8);
	luadata_live(L, r);
	f = luadata_asplaced(f, span.length, &copy);
	luadata_kinds[f->type]->add(L, b, r, f, span, depth);
}

/* luadata_addview() - add the fields of a view to a text; @depth: how many views it is in */
void luadata_addview(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		     const struct luadata_layout *layout, int depth)
{
	const char *separator = "";
	struct luadata_span span;
	size_t i;

	luaL_addstring(b, layout->name);
	if (depth == DEPTH_MAX) {
		luaL_addstring(b, "{...}");
		return;
	}
	luaL_addchar(b, '{');
	for (i = 0; i < layout->nfields; i++) { /* charged: each field */
		const struct luadata_field *f = &layout->fields[i];

		luadata_charge(L, 1);
		luadata_live(L, r);
		if (!luadata_ishere(L, r, f, &span))
			continue;
		luaL_addstring(b, separator);
		luaL_addstring(b, f->name);
		luaL_addchar(b, '=');
		luadata_addvalue(L, b, r, f, span, depth + 1);
		separator = ", ";
	}
	luaL_addchar(b, '}');
}

/* tostring(v) */
int luadata_viewtostring(lua_State *L)
{
	const struct luadata_ref r = *luadata_checkref(L, 1); /* not what is lent in the middle */
	luaL_Buffer b;

	luadata_keeplayout(L, 1);
	luaL_buffinit(L, &b);
	luadata_addview(L, &b, &r, r.fields->layout, 0);
	luaL_pushresult(&b);
	return 1;
}

/*
 * luadata.text(v, name): the field as tostring(v) prints it; luadata.text(value): of a field;
 * luadata.text(value, "ipv4" | "ipv6" | "mac")
 */
int luadata_text(lua_State *L)
{
	const struct luadata_entry *entry;
	struct luadata_ref r; /* a copy: not what is lent in the middle */
	struct luadata_span span;
	luaL_Buffer b;

	if (!luadata_testref(L, 1)) {
		if (lua_isnoneornil(L, 2) && luadata_displayedtext(L, 1))
			return 1;
		return luadata_valuetext(L);
	}
	r = *luadata_checkref(L, 1);
	if (!r.fields)
		luaL_argerror(L, 1, "a view expected, got a block");
	entry = luadata_findentry(r.fields, luaL_checkstring(L, 2));
	if (!entry)
		return luadata_nofield(L, r.fields->layout, lua_tostring(L, 2), NULL);
	if (!luadata_ishere(L, &r, entry->field, &span))
		return lua_pushnil(L), 1;
	luadata_keeplayout(L, 1);
	luaL_buffinit(L, &b);
	luadata_addvalue(L, &b, &r, entry->field, span, 0);
	luaL_pushresult(&b);
	return 1;
}
