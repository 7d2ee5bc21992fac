// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Memory that is lent to tests of formats: fragmented, stored by its owner, ending in an array. */
#include "luadata_face.h"
#include "skb.h"
#include "wirekit.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/*
 * lend(bytes, linear, stores, function [, error]) → bytes afterwards, pulls, stores, bytes stored
 *
 * Calls function(block). With `stores`, every store goes through the owner.
 */
static int lend(lua_State *L)
{
	static const struct luadata_handle_ops plain = { .pull = skb_pull,
							 .make_writable = skb_make_writable };
	static const struct luadata_handle_ops storing = { .pull = skb_pull,
							   .make_writable = skb_make_writable,
							   .store = skb_store };
	struct skb s = { .error = (int)luaL_optinteger(L, 5, 0) };
	size_t linear = (size_t)luaL_checkinteger(L, 2);
	struct luadata_handle *h;
	struct luadata_ref *r;
	char *after;
	int status;

	lua_settop(L, 4);
	h = luadata_newhandle(L);
	after = lua_newuserdatauv(L, lua_rawlen(L, 1), 0);
	lua_pushvalue(L, 4);
	r = luadata_newroot(L, 5, NULL);
	skb_open(L, 1, linear, &s);
	luadata_lend(h, s.linear, s.size, linear, 0, lua_toboolean(L, 3) ? &storing : &plain, &s);
	luadata_lendref(r, 0, s.size, linear);
	status = lua_pcall(L, 1, 0, 0);
	memcpy(after, s.all, s.size);
	memcpy(after, s.linear, h->linear);
	luadata_return(h);
	free(s.linear);
	if (status != LUA_OK)
		return lua_error(L);
	lua_pushlstring(L, after, s.size);
	lua_pushinteger(L, s.pulls);
	lua_pushinteger(L, s.stores);
	lua_pushinteger(L, s.stored);
	return 4;
}

/* A C object that ends with an array, and has a text that only C finds. */
struct thing {
	unsigned short n;
	char *label;
	unsigned short items[];
};

static const char *text_of(const void *object, size_t *length)
{
	const struct thing *t = object;

	*length = t->label ? strlen(t->label) : 0;
	return t->label;
}

static bool place_items(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct thing *t = (const struct thing *)(h->base + at);

	span->offset = offsetof(struct thing, items);
	span->length = t->n * sizeof(t->items[0]);
	return true;
}

#define NATIVE (LUADATA_FIELD_NATIVE | (LUADATA_HOST_LITTLE ? LUADATA_FIELD_LITTLE : 0))

static const struct luadata_field item = { .name = "item",
					   .size = 2,
					   .bits = 16,
					   .flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE |
						    NATIVE };

static const struct luadata_field thing_fields[] = {
	{ .name = "label",
	  .type = LUADATA_TYPE_STRING,
	  .flags = LUADATA_FIELD_READ,
	  .text = text_of },
	{ .name = "items",
	  .type = LUADATA_TYPE_ARRAY,
	  .count = 8,
	  .flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	  .element = &item,
	  .place = place_items },
};

static const struct luadata_layout thing = {
	.name = "thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = COUNT(thing_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

static void release(struct luadata_handle *h)
{
	struct thing *t = h->owner;

	free(t->label);
	free(t);
}

/* thing(n, label or nil [, length]) → a view of an object with n items: 1, 2, 3, ... */
static int new_thing(lua_State *L)
{
	static const struct luadata_handle_ops ops = { .release = release };
	int n = (int)luaL_checkinteger(L, 1);
	size_t length = sizeof(struct thing) + n * sizeof(unsigned short);
	struct thing *t = malloc(length);
	int i;

	if (!t)
		return luaL_error(L, "not enough memory");
	t->n = n;
	t->label = lua_isstring(L, 2) ? strdup(lua_tostring(L, 2)) : NULL;
	for (i = 0; i < n; i++)
		t->items[i] = i + 1;
	luadata_pushmemory(L, &thing, t, (size_t)luaL_optinteger(L, 3, (lua_Integer)length),
			   LUADATA_HANDLE_WRITABLE, &ops, t);
	return 1;
}

/* A C object with an object in it, of which a script may see only the second byte. */
static const struct luadata_field open_field = {
	.name = "open", .offset = 1, .size = 1, .bits = 8, .flags = LUADATA_FIELD_READ
};

static const struct luadata_layout inside = {
	.name = "inside",
	.size = 2,
	.fields = &open_field,
	.nfields = 1,
	.flags = LUADATA_LAYOUT_OBJECT,
};

static const struct luadata_field inside_element = {
	.name = "inside",
	.size = 2,
	.type = LUADATA_TYPE_VIEW,
	.flags = LUADATA_FIELD_READ,
	.layout = &inside,
};

static const struct luadata_field nest_fields[] = {
	{ .name = "inside",
	  .size = 2,
	  .type = LUADATA_TYPE_VIEW,
	  .flags = LUADATA_FIELD_READ,
	  .layout = &inside },
	{ .name = "all",
	  .size = 4,
	  .type = LUADATA_TYPE_ARRAY,
	  .flags = LUADATA_FIELD_READ,
	  .element = &inside_element },
};

static const struct luadata_layout nest = {
	.name = "nest",
	.size = 4,
	.fields = nest_fields,
	.nfields = COUNT(nest_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

/* nested() → a view of a copy of one, and its layout; the bytes are 0xaa, 0x01, 0xbb, 0x02 */
static int nested(lua_State *L)
{
	memcpy(luadata_newobject(L, &nest), "\xaa\x01\xbb\x02", 4);
	luadata_pushlayout(L, &nest);
	return 2;
}

/* text(s): what a generated function does with text */
static int text(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)strlen(luadata_cstring(L, 1, "text", 0)));
	return 1;
}

/* fields(layout) → the names of all its fields */
static int fields(lua_State *L)
{
	const struct luadata_fields *f = lua_touserdata(L, 1);
	size_t i;

	if (luaL_getmetafield(L, 1, "__name") == LUA_TNIL || strcmp(lua_tostring(L, -1), "layout"))
		return luaL_argerror(L, 1, "layout expected");

	lua_newtable(L);
	for (i = 0; i < f->layout->nfields; i++) {
		lua_pushstring(L, f->layout->fields[i].name);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	return 1;
}

int luaopen_wirekit(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{ "fields", fields }, { "lend", lend },       { "nested", nested },
		{ "text", text },     { "thing", new_thing }, { NULL, NULL },
	};
	const struct luadata_layout *const *layout;

	luaL_newlib(L, functions);
	for (layout = wirekit_layouts; *layout; layout++) {
		luadata_pushlayout(L, *layout);
		lua_setfield(L, -2, (*layout)->name);
	}
	return 1;
}
