// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What operations are done with: registers, names that mean something, values of every kind. */
#include "model.h"
#include "operand.h"

static const char *const names[] = { "a", "b", "c", "d", "has", "set", "name", "kind" };

int fuzz_pushregister(lua_State *L)
{
	lua_rawgeti(L, FUZZ_REGS, fuzz_below(FUZZ_REGISTERS) + 1);
	return lua_gettop(L);
}

void fuzz_keep(lua_State *L)
{
	lua_rawseti(L, FUZZ_REGS, fuzz_below(FUZZ_REGISTERS) + 1);
}

void fuzz_pushlayout(lua_State *L)
{
	unsigned int n = fuzz_byte();

	lua_rawgeti(L, FUZZ_TABLE, FUZZ_LAYOUTS);
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_MADE);
	if (n >= 192 && lua_isinteger(L, -1))
		lua_rawgeti(L, -2, lua_tointeger(L, -1));
	else
		lua_rawgeti(L, -2, n % lua_rawlen(L, -2) + 1);
	lua_replace(L, -3);
	lua_pop(L, 1);
}

/* The layout of the value at an index, if it is one or has one. */
static const struct luadata_layout *layout_of(lua_State *L, int idx)
{
	const struct luadata_ref *r = luadata_testref(L, idx);
	const struct luadata_fields *fields = r ? r->fields : luadata_testlayout(L, idx);

	return fields ? fields->layout : NULL;
}

/* A name that means something to the value at an index, or one that does not. */
void fuzz_pushname(lua_State *L, int idx)
{
	const struct luadata_layout *layout = layout_of(L, idx);
	const struct luadata_constant *c;
	unsigned int n = fuzz_byte();
	const struct luadata_records *list;
	const struct luadata_field *by;

	if (luadata_classof(L, idx) == LUADATA_CLASS_LIST) {
		list = lua_touserdata(L, idx);
		by = list->field->list->by
			     ? luadata_fieldbyname(list->fields->layout, list->field->list->by)
			     : NULL;
		for (c = by ? by->constants : NULL; c && c->name && n > 0; c++)
			n--;
		lua_pushstring(L, c && c->name ? c->name : "kind");
	} else if (layout && layout->nfields && n < 240) {
		lua_pushstring(L, layout->fields[n % layout->nfields].name);
	} else {
		lua_pushstring(L, names[n % COUNT(names)]);
	}
}

static void push_text(lua_State *L)
{
	const unsigned char *p;
	size_t n;

	p = fuzz_bytes(fuzz_below(40), &n);
	lua_pushlstring(L, n ? (const char *)p : "", n);
}

/* Any value. */
void fuzz_pushvalue(lua_State *L)
{
	unsigned int kind = fuzz_below(12);

	if (kind < 5)
		lua_pushinteger(L, fuzz_number());
	else if (kind < 7)
		push_text(L);
	else if (kind == 7)
		lua_pushboolean(L, fuzz_below(2));
	else if (kind == 8)
		lua_pushnil(L);
	else if (kind == 9)
		lua_pushstring(L, names[fuzz_below(COUNT(names))]);
	else
		fuzz_pushregister(L);
}

void fuzz_pushformat(lua_State *L)
{
	static const char letters[] = "<>=!bBhHiIjJlLTszxXc 0123456789";
	unsigned int n = 1 + fuzz_below(6), i;
	char format[6];

	for (i = 0; i < n; i++)
		format[i] = letters[fuzz_byte() % (sizeof(letters) - 1)];
	lua_pushlstring(L, format, n);
}

/* Names of constants, of flags more than one. */
static void push_constants(lua_State *L, const struct luadata_field *f)
{
	unsigned int n = 0, more = f->flags & LUADATA_FIELD_FLAGS ? fuzz_below(3) : 0;

	while (f->constants[n].name)
		n++;
	lua_pushstring(L, n ? f->constants[fuzz_byte() % n].name : "");
	while (n && more-- > 0) {
		lua_pushfstring(L, "|%s", f->constants[fuzz_byte() % n].name);
		lua_concat(L, 2);
	}
}

/* A value for a field of the value at an index; in three of four cases one that fits. */
void fuzz_pushfit(lua_State *L, int idx, int key)
{
	unsigned int how = fuzz_below(8), i;
	struct fuzz_model m;
	luaL_Buffer b;

	if (how >= 6 || !fuzz_modelof(L, idx, key, &m) || m.state != FUZZ_THERE) {
		fuzz_pushvalue(L);
	} else if (m.f->type == LUADATA_TYPE_BOOL) {
		lua_pushboolean(L, how & 1);
	} else if (how >= 4 && m.f->constants) {
		push_constants(L, m.f);
	} else if (m.f->type == LUADATA_TYPE_UINT || m.f->type == LUADATA_TYPE_INT ||
		   (m.f->type == LUADATA_TYPE_ADDRESS && m.length < 16)) {
		lua_pushinteger(L, fuzz_byte());
	} else {
		luaL_buffinit(L, &b);
		for (i = 0; i < m.length && i < 256; i++)
			luaL_addchar(&b, fuzz_byte());
		luaL_pushresult(&b);
	}
}

/* {name = value, ...} with names of the value at an index */
void fuzz_pushvalues(lua_State *L, int idx)
{
	unsigned int n = 1 + fuzz_below(4);

	lua_newtable(L);
	while (n-- > 0) {
		fuzz_pushname(L, idx);
		fuzz_pushfit(L, idx, lua_gettop(L));
		lua_rawset(L, -3);
	}
}

/* A layout as scripts write it: { name = {offset, length, type, endian} }. */
void fuzz_pushtablelayout(lua_State *L)
{
	static const char *const types[] = { "number", "string", "text", NULL };
	static const char *const orders[] = { NULL, "big", "little", "host", "net", "middle" };
	unsigned int n = fuzz_below(6), i;

	lua_newtable(L);
	for (i = 0; i < n; i++) {
		lua_pushstring(L, names[fuzz_below(COUNT(names))]);
		lua_createtable(L, 4, 0);
		lua_pushinteger(L, fuzz_number());
		lua_rawseti(L, -2, 1);
		lua_pushinteger(L, fuzz_number());
		lua_rawseti(L, -2, 2);
		lua_pushstring(L, types[fuzz_below(COUNT(types))]);
		lua_rawseti(L, -2, 3);
		lua_pushstring(L, orders[fuzz_below(COUNT(orders))]);
		lua_rawseti(L, -2, 4);
		lua_rawset(L, -3);
	}
}
