// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Addresses: 4 or 6 bytes are an integer, 16 bytes a string. */
#include "kinds/kinds.h"

static const char *fault_of(const struct luadata_field *f)
{
	return luadata_isaddress(f->size) ? NULL : "an address has 4, 6 or 16 bytes";
}

static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	if (luadata_isinteger(f))
		luadata_pushinteger(L, lua_touserdata(L, idx), f, span);
	else
		luadata_pushraw(L, idx, f, span);
}

static void check(lua_State *L, const char *layout, const struct luadata_field *f, size_t room,
		  int idx, struct luadata_value *v)
{
	if (luadata_isinteger(f))
		luadata_checkinteger(L, layout, f, room, idx, v);
	else
		luadata_checkbytesof(L, layout, f, room, idx, v);
}

static void store(const struct luadata_ref *r, const struct luadata_field *f,
		  const struct luadata_span *span, const struct luadata_value *v)
{
	if (luadata_isinteger(f))
		luadata_storeinteger(r, f, span, v);
	else
		luadata_storeblock(r, f, span, v);
}

void luadata_addaddress(luaL_Buffer *b, const unsigned char *p, size_t size)
{
	char text[LUADATA_TEXT_MAX];

	luaL_addlstring(b, text, luadata_addresstext(text, p, size));
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	unsigned char address[16];

	if (luadata_isinteger(f)) {
		luadata_addinteger(L, b, r, f, span, depth);
		return;
	}
	memcpy(address, luadata_reach(L, r->handle, span.offset + span.length) + span.offset,
	       sizeof(address));
	luadata_addaddress(b, address, sizeof(address));
}

const struct luadata_kind luadata_address_kind = {
	.fault = fault_of,
	.push = push,
	.add = add,
	.check = check,
	.store = store,
};

/* luadata.text(value, "ipv4" | "ipv6" | "mac") */
int luadata_valuetext(lua_State *L)
{
	static const char *const names[] = { "ipv4", "mac", "ipv6", NULL };
	static const unsigned char sizes[] = { 4, 6, 16 };
	unsigned char address[16];
	unsigned int size;
	luaL_Buffer b;

	if (lua_type(L, 2) == LUA_TSTRING)
		luadata_charge(L, lua_rawlen(L, 2) / 8); /* an error shows all of it */
	size = sizes[luaL_checkoption(L, 2, NULL, names)];
	if (size == 16) {
		size_t length;
		const char *s = luaL_checklstring(L, 1, &length);

		luaL_argcheck(L, length == 16, 1, "an IPv6 address has 16 bytes");
		memcpy(address, s, 16);
	} else {
		lua_Integer value = luaL_checkinteger(L, 1);

		luaL_argcheck(L, ((uint64_t)value & ~luadata_mask(size * 8)) == 0, 1,
			      "out of range");
		luadata_store(address, size, false, (uint64_t)value);
	}
	luaL_buffinit(L, &b);
	luadata_addaddress(&b, address, size);
	luaL_pushresult(&b);
	return 1;
}

/* luadata.addr(text): the value that a field with this address reads as */
int luadata_addr(lua_State *L)
{
	unsigned char address[16];
	size_t length;
	const char *text = luaL_checklstring(L, 1, &length);

	if (luadata_ipv4parse(text, length, address))
		luadata_pushshown(L, (lua_Integer)luadata_load(address, 4, false),
				  LUADATA_SHOWN_IPV4);
	else if (luadata_macparse(text, length, address))
		luadata_pushshown(L, (lua_Integer)luadata_load(address, 6, false),
				  LUADATA_SHOWN_MAC);
	else if (luadata_ipv6parse(text, length, address))
		luadata_pushaddress(L, address, 16);
	else
		return luaL_error(L, "not an address: '%s'", luadata_shown(L, text));
	return 1;
}
