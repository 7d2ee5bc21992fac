// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* DNS names as scripts see them. */
#include "kinds/kinds.h"

/*
 * Copies the name at a range of the handle. Pointers lead backwards, so the bytes up to its end
 * are all that is read. 0 when it is malformed.
 */
static size_t expand(lua_State *L, const struct luadata_ref *r, struct luadata_span span,
		     unsigned char name[LUADATA_WIRENAME_MAX])
{
	size_t end = span.offset + span.length;
	const unsigned char *base = luadata_reach(L, r->handle, end);

	luadata_charge(L, LUADATA_WIRENAME_MAX / 4);
	if (span.offset < r->origin)
		return 0;
	return luadata_expandname(name, base + r->origin, span.offset - r->origin, end - r->origin);
}

static void add_labels(luaL_Buffer *b, const unsigned char *name)
{
	char text[4];
	size_t i;

	if (*name == 0)
		luaL_addchar(b, '.');
	while (*name) { /* charged: expand() */
		for (i = 1; i <= *name; i++) /* charged: expand() */
			luaL_addlstring(b, text, luadata_labeltext(text, name[i]));
		name += *name + 1;
		if (*name)
			luaL_addchar(b, '.');
	}
}

/* Pushes the text of the name, nil when it is malformed. */
static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	unsigned char name[LUADATA_WIRENAME_MAX];
	luaL_Buffer b;

	(void)f;
	if (expand(L, r, span, name) == 0) {
		lua_pushnil(L);
		return;
	}
	luaL_buffinit(L, &b);
	add_labels(&b, name);
	luaL_pushresult(&b);
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	unsigned char name[LUADATA_WIRENAME_MAX];

	(void)f;
	(void)depth;
	if (expand(L, r, span, name) == 0)
		luaL_addstring(b, "nil");
	else
		add_labels(b, name);
}

const struct luadata_kind luadata_name_kind = {
	.push = push,
	.add = add,
	.may_be_nil = true,
};
