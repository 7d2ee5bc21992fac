/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What functions that search strings and blocks have in common. */
#ifndef LUADATA_LUA_PATTERN_H
#define LUADATA_LUA_PATTERN_H

#include "pattern.h"

/* Where a function that searches finds the cache: it is set with luadata_pushpatterns(). */
#define LUADATA_PATTERNS lua_upvalueindex(1)

void luadata_pushpatterns(lua_State *L);
struct luadata_program *luadata_program(lua_State *L, int index, const char *pattern, bool anchors);
struct luadata_program *luadata_pushprogram(lua_State *L, int index, bool anchors);
void luadata_startsearch(lua_State *L, struct luadata_matcher *m,
			 const struct luadata_program *program);
bool luadata_endsearch(lua_State *L, const struct luadata_matcher *m, enum luadata_match result);

/* lua_strings.c */
void luadata_openstrings(lua_State *L);

#endif
