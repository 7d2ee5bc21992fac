/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Character classes of ASCII, whatever the locale or the kernel's Latin-1 ctype say. */
#ifndef LUA_ASCII_H
#define LUA_ASCII_H

/* @c is an unsigned char in each of them, as in <ctype.h>. */
static inline int lua_isdigit(int c) { return (unsigned int)c - '0' < 10; }
static inline int lua_islower(int c) { return (unsigned int)c - 'a' < 26; }
static inline int lua_isupper(int c) { return (unsigned int)c - 'A' < 26; }
static inline int lua_isalpha(int c) { return ((unsigned int)c | 32) - 'a' < 26; }
static inline int lua_isalnum(int c) { return lua_isalpha(c) || lua_isdigit(c); }
static inline int lua_isgraph(int c) { return (unsigned int)c - 33 < 94; }
static inline int lua_isprint(int c) { return (unsigned int)c - 32 < 95; }
static inline int lua_ispunct(int c) { return lua_isgraph(c) && !lua_isalnum(c); }
static inline int lua_iscntrl(int c) { return (unsigned int)c < 32 || c == 127; }
static inline int lua_isspace(int c) { return c == ' ' || (unsigned int)c - '\t' < 5; }
static inline int lua_isxdigit(int c)
{
	return lua_isdigit(c) || ((unsigned int)c | 32) - 'a' < 6;
}

static inline int lua_tolower(int c) { return lua_isupper(c) ? c | 32 : c; }
static inline int lua_toupper(int c) { return lua_islower(c) ? c & ~32 : c; }

#endif
