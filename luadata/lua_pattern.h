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
void luadata_spend(void *context, size_t steps);
void luadata_badpattern(lua_State *L, const struct luadata_matcher *m, enum luadata_match result);

/* luadata_startsearch() - set up a matcher, but for what it searches */
static inline void luadata_startsearch(lua_State *L, struct luadata_matcher *m,
				       const struct luadata_program *program)
{
	m->program = program;
	m->steps = 0;
	m->spend = luadata_spend;
	m->context = L;
}

/* luadata_endsearch() - charge what is left, and raise what is wrong with the pattern */
static inline bool luadata_endsearch(lua_State *L, const struct luadata_matcher *m,
				     enum luadata_match result)
{
	luadata_charge(L, m->steps);
	if (result != LUADATA_MATCH && result != LUADATA_NO_MATCH)
		luadata_badpattern(L, m, result);
	return result == LUADATA_MATCH;
}

/* lua_strings.c */
void luadata_openstrings(lua_State *L);

#endif
