// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Prefixes of addresses: functions that tell whether an address is in one. */
#include "luadata_face.h"

/* Upvalues of a prefix: its bytes, a string of 4 or 16, and how many bits count. */
enum { NETWORK = 1, LENGTH };

static bool same_bits(const unsigned char *a, const unsigned char *b, unsigned int bits)
{
	unsigned int rest = bits % 8;

	if (memcmp(a, b, bits / 8) != 0)
		return false;
	return rest == 0 || (a[bits / 8] ^ b[bits / 8]) >> (8 - rest) == 0;
}

/* prefix(address): whether an address, as fields read, is in the prefix; of the other family: no */
static int contains(lua_State *L)
{
	size_t size, length = 4;
	const char *network = lua_tolstring(L, lua_upvalueindex(NETWORK), &size);
	unsigned int bits = (unsigned int)lua_tointeger(L, lua_upvalueindex(LENGTH));
	unsigned char ipv4[4];
	const void *address = ipv4;
	lua_Integer value;

	if (lua_isinteger(L, 1)) {
		value = lua_tointeger(L, 1);
		luaL_argcheck(L, value >= 0 && value <= 0xffffffff, 1,
			      "an IPv4 address has 32 bits");
		luadata_store(ipv4, 4, false, (uint64_t)value);
	} else {
		luaL_argcheck(L, lua_type(L, 1) == LUA_TSTRING && lua_rawlen(L, 1) == 16, 1,
			      "address expected: an integer, or a string of 16 bytes");
		address = lua_tolstring(L, 1, &length);
	}
	lua_pushboolean(L,
			length == size && same_bits(address, (const unsigned char *)network, bits));
	return 1;
}

/* The number of bits that a text says, up to @most; -1 when it says none. */
static int bits_of(const char *text, const char *end, int most)
{
	int bits = 0;

	if (text == end || end - text > 3)
		return -1;
	for (; text < end; text++) { /* bounded: 3 digits */
		if (*text < '0' || *text > '9')
			return -1;
		bits = 10 * bits + *text - '0';
	}
	return bits <= most ? bits : -1;
}

/* luadata.prefix(text): "10.0.0.0/8" or "2001:db8::/32" as a function of an address */
int luadata_prefix(lua_State *L)
{
	size_t length, size = 0, at;
	const char *text = luaL_checklstring(L, 1, &length);
	const char *slash = length <= LUADATA_TEXT_MAX ? memchr(text, '/', length) : NULL;
	unsigned char address[16];
	unsigned int i;
	int bits;

	luadata_charge(L, 16);
	at = slash ? (size_t)(slash - text) : 0;
	if (luadata_ipv4parse(text, at, address))
		size = 4;
	else if (luadata_ipv6parse(text, at, address))
		size = 16;
	bits = size ? bits_of(slash + 1, text + length, 8 * (int)size) : -1;
	if (bits < 0)
		return luaL_error(L, "not a prefix: '%s' (expected ADDRESS/BITS)",
				  luadata_shown(L, text));
	for (i = bits; i < 8 * size; i++) { /* bounded: 128 bits */
		if (address[i / 8] >> (7 - i % 8) & 1)
			return luaL_error(L, "not a prefix: '%s' has bits beyond the first %d",
					  luadata_shown(L, text), bits);
	}
	lua_pushlstring(L, (const char *)address, size);
	lua_pushinteger(L, bits);
	lua_pushcclosure(L, contains, 2);
	return 1;
}
