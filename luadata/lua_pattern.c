// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The patterns that a state used last, compiled.
 *
 * They are found by the identity of their strings, which the programs keep alive. Functions that
 * search have the cache for their first upvalue; programs and cache are userdata like any other.
 */
#include "luadata_face.h"
#include "lua_pattern.h"

#define WAYS 2
#define SETS 8

enum { KEY = 1 }; /* user value of a program: the pattern */

/*
 * struct cache - the compiled patterns of a state
 * @entries: their keys, addresses of strings, and programs; user value i + 1 is that of entry i
 * @next: the entry of a set that goes first
 */
struct cache {
	struct {
		uintptr_t key;
		struct luadata_program *program;
	} entries[SETS * WAYS];
	unsigned char next[SETS];
};

static const char cache_key; /* its address is the key of the cache in the registry */

/* luadata_pushpatterns() - push the cache of the state */
void luadata_pushpatterns(lua_State *L)
{
	struct cache *cache;

	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &cache_key) == LUA_TUSERDATA)
		return;
	lua_pop(L, 1);
	cache = lua_newuserdatauv(L, sizeof(*cache), SETS * WAYS);
	memset(cache, 0, sizeof(*cache));
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &cache_key);
}

/* Out of line: where the pattern is not in its set yet, or not any more. */
static noinline struct luadata_program *compile(lua_State *L, int index, unsigned int set,
						uintptr_t key, bool anchors)
{
	struct luadata_program sizes, *program;
	size_t length;
	const unsigned char *pattern = (const unsigned char *)lua_tolstring(L, index, &length);
	struct cache *cache;
	unsigned int i;

	luaL_argcheck(L, length <= LUADATA_SUBJECT_MAX / 64, index, "pattern too large");
	luadata_charge(L, 16 + 2 * length);
	luadata_measure(&sizes, pattern, length, anchors);
	luadata_charge(L, 16 * min_t(size_t, sizes.nsets, LUADATA_QUICK_SETS));
	luaL_checkstack(L, 2, NULL);
	program = lua_newuserdatauv(L, luadata_programsize(&sizes), 1);
	luadata_compile(program, &sizes, pattern, length);
	lua_pushvalue(L, index);
	lua_setiuservalue(L, -2, KEY);
	cache = lua_touserdata(L, LUADATA_PATTERNS);
	i = set * WAYS + cache->next[set];
	cache->entries[i].key = 0;
	lua_setiuservalue(L, LUADATA_PATTERNS, (int)i + 1);
	cache->entries[i].key = key;
	cache->entries[i].program = program;
	cache->next[set] = (cache->next[set] + 1) % WAYS;
	return program;
}

/*
 * luadata_program() - the program of the pattern at a stack index, which is the string @pattern
 * @anchors: whether '^' at its beginning is an anchor
 *
 * It lives until other patterns are compiled: who calls Lua meanwhile asks again.
 */
struct luadata_program *luadata_program(lua_State *L, int index, const char *pattern, bool anchors)
{
#ifdef LUA_FIELDHOOK
	const struct cache *cache = lua_ownmemory(L);
#else
	const struct cache *cache = lua_touserdata(L, LUADATA_PATTERNS);
#endif
	uintptr_t key = (uintptr_t)pattern | (!anchors && *pattern == '^');
	unsigned int set = (key >> 4 ^ key >> 7) % SETS;

	if (cache->entries[set * WAYS].key == key)
		return cache->entries[set * WAYS].program;
	if (cache->entries[set * WAYS + 1].key == key)
		return cache->entries[set * WAYS + 1].program;
	return compile(L, index, set, key, anchors);
}

/*
 * luadata_pushprogram() - the same, for who calls Lua meanwhile: the program on top of the stack
 * lives as long as it is there
 */
struct luadata_program *luadata_pushprogram(lua_State *L, int index, bool anchors)
{
	struct luadata_program *program =
		luadata_program(L, index, lua_tostring(L, index), anchors);
	const struct cache *cache = lua_touserdata(L, LUADATA_PATTERNS);
	int i = 0;

	while (cache->entries[i].program != program) /* bounded: it is in the cache */
		i++;
	lua_getiuservalue(L, LUADATA_PATTERNS, i + 1);
	return program;
}

/* luadata_spend() - charge steps of a search */
void luadata_spend(void *context, size_t steps)
{
	luadata_charge(context, steps);
}

/* luadata_badpattern() - raise what is wrong with the pattern */
void luadata_badpattern(lua_State *L, const struct luadata_matcher *m, enum luadata_match result)
{
	if (result == LUADATA_BAD_INDEX)
		luaL_error(L, "%s %%%d", luadata_matchfault(result), (int)m->detail);
	luaL_error(L, "%s", luadata_matchfault(result));
}
