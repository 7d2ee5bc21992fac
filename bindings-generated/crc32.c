// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The crc32 binding: Cyclic redundancy checks of 32 bits. Generated from specs/crc32.yaml. */

#include <linux/build_bug.h>
#include <linux/crc32.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "crc32.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static_assert(__builtin_types_compatible_p(typeof(crc32_le), /* specs/crc32.yaml:15 */
					   u32 (u32, const unsigned char *, size_t)),
	      "specs/crc32.yaml:15: functions.le: the kernel's crc32_le has another prototype");

/*
 * crc32.le(crc, p): The check with polynomial 0x04c11db7, least significant bit first (Ethernet,
 * gzip, PNG), continued.
 */
static int l_le(lua_State *L)
{
	u32 crc;
	const unsigned char *p;
	size_t len;
	u32 result;

	crc = klua_checkinteger(L, 1, "crc32.le: crc", 0, U32_MAX);
	klua_checkcall(L, "crc32.le", KLUA_STACK_ANY);
	p = luadata_input(L, 2, "crc32.le: p", 65536, &len);
	result = crc32_le(crc, p, len);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(crc32_be), /* specs/crc32.yaml:23 */
					   u32 (u32, const unsigned char *, size_t)),
	      "specs/crc32.yaml:23: functions.be: the kernel's crc32_be has another prototype");

/* crc32.be(crc, p): The same polynomial, most significant bit first, continued. */
static int l_be(lua_State *L)
{
	u32 crc;
	const unsigned char *p;
	size_t len;
	u32 result;

	crc = klua_checkinteger(L, 1, "crc32.be: crc", 0, U32_MAX);
	klua_checkcall(L, "crc32.be", KLUA_STACK_ANY);
	p = luadata_input(L, 2, "crc32.be: p", 65536, &len);
	result = crc32_be(crc, p, len);
	lua_pushinteger(L, result);
	return 1;
}

#ifndef l_call_c
static inline u32 l_call_c(u32 crc, const unsigned char *p, size_t len)
{
	return __crc32c_le(crc, p, len); /* specs/crc32.yaml:31 */
}
#endif

/*
 * crc32.c(crc, p): The check of Castagnoli, polynomial 0x1edc6f41, least significant bit first
 * (SCTP, iSCSI, Btrfs), continued.
 */
static int l_c(lua_State *L)
{
	u32 crc;
	const unsigned char *p;
	size_t len;
	u32 result;

	crc = klua_checkinteger(L, 1, "crc32.c: crc", 0, U32_MAX);
	klua_checkcall(L, "crc32.c", KLUA_STACK_ANY);
	p = luadata_input(L, 2, "crc32.c: p", 65536, &len);
	result = l_call_c(crc, p, len);
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"le", l_le},
	{"be", l_be},
	{"c", l_c},
	{NULL, NULL},
};

int luaopen_crc32(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}
