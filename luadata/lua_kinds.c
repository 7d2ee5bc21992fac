// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The metatables, one for each kind of userdata that the library makes. */
#include "luadata_face.h"
#include "luadata_hook.h"

/* Addresses that serve as keys: of a metatable's kind, and of the metatables in the registry. */
static const char tag;
static const char keys[LUADATA_KINDS];

const luaL_Reg luadata_methods[] = {
	{ "byte", luadata_byte },       { "dump", luadata_dump },     { "find", luadata_find },
	{ "gmatch", luadata_gmatch },   { "layout", luadata_layout }, { "match", luadata_match },
	{ "segment", luadata_segment }, { "unpack", luadata_unpack }, { NULL, NULL },
};

static const luaL_Reg blockmeta[] = {
	{ "__newindex", luadata_blocknewindex },
	{ "__len", luadata_length },
	{ "__tostring", luadata_tostring },
	{ "__pairs", luadata_pairs },
	{ NULL, NULL },
};

static const luaL_Reg viewmeta[] = {
	{ "__index", luadata_viewindex }, { "__newindex", luadata_viewnewindex },
	{ "__len", luadata_length },      { "__tostring", luadata_viewtostring },
	{ "__pairs", luadata_pairs },     { NULL, NULL },
};

/* Where the VM has no hook that tells when memory goes, finalizers do. */
static const luaL_Reg objectmeta[] = {
#ifndef LUA_FIELDHOOK
	{ "__gc", luadata_gcobject },
#endif
	{ "__close", luadata_gcobject },
	{ NULL, NULL },
};

static const luaL_Reg handlemeta[] = {
#ifndef LUA_FIELDHOOK
	{ "__gc", luadata_gchandle },
#endif
	{ NULL, NULL },
};

static const struct {
	const char *name;
	const luaL_Reg *metamethods[2];
} kinds[LUADATA_KINDS] = {
	[LUADATA_KIND_BLOCK] = { "data", { blockmeta } },
	[LUADATA_KIND_VIEW] = { "view", { viewmeta } },
	[LUADATA_KIND_OBJECT] = { "view", { viewmeta, objectmeta } },
	[LUADATA_KIND_ARRAY] = { "array", { luadata_arraymeta } },
	[LUADATA_KIND_LIST] = { "list", { luadata_listmeta } },
	[LUADATA_KIND_LAYOUT] = { "layout", { luadata_layoutmeta } },
	[LUADATA_KIND_CONSTANTS] = { "constants", { luadata_constantsmeta } },
	[LUADATA_KIND_HANDLE] = { "handle", { handlemeta } },
};

/* Leaves the new metatable on the stack; it is in the registry only when it is complete. */
static void open_kind(lua_State *L, enum luadata_kind kind)
{
	int i;

	lua_createtable(L, 0, 10);
	for (i = 0; i < 2; i++)
		if (kinds[kind].metamethods[i])
			luaL_setfuncs(L, kinds[kind].metamethods[i], 0);
	if (kind == LUADATA_KIND_BLOCK) {
		lua_newtable(L);
		luaL_setfuncs(L, luadata_methods, 0);
		lua_pushcclosure(L, luadata_blockindex, 1);
		lua_setfield(L, -2, "__index");
	}
	lua_pushstring(L, kinds[kind].name);
	lua_setfield(L, -2, "__name");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_pushinteger(L, kind);
	lua_rawsetp(L, -2, &tag);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &keys[kind]);
}

/* luadata_setkind() - give the userdata on top of the stack its metatable */
void luadata_setkind(lua_State *L, enum luadata_kind kind)
{
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &keys[kind]) == LUA_TNIL) {
		lua_pop(L, 1);
		open_kind(L, kind);
	}
	lua_setmetatable(L, -2);
#ifdef LUA_FIELDHOOK
	lua_setfieldhook(L, -1, &luadata_hooks[kind][0]);
#endif
}

/* luadata_sethook() - give the ref on top of the stack the hook that its writes need */
void luadata_sethook(lua_State *L, const struct luadata_ref *r, enum luadata_kind kind)
{
#ifdef LUA_FIELDHOOK
	lua_setfieldhook(L, -1, &luadata_hooks[kind][luadata_iscovered(r)]);
#else
	(void)L;
	(void)r;
	(void)kind;
#endif
}

#ifdef LUA_FIELDHOOK
/* luadata_kindof() - what the value at a stack index is; only C code gives a userdata a hook */
enum luadata_kind luadata_kindof(lua_State *L, int idx)
{
	size_t distance = (uintptr_t)lua_getfieldhook(L, idx) - (uintptr_t)luadata_hooks;

	if (distance >= sizeof(luadata_hooks))
		return LUADATA_NOT_OURS;
	return (enum luadata_kind)(distance / sizeof(luadata_hooks[0]));
}
#else
enum luadata_kind luadata_kindof(lua_State *L, int idx)
{
	enum luadata_kind kind;

	if (lua_type(L, idx) != LUA_TUSERDATA || !lua_getmetatable(L, idx))
		return LUADATA_NOT_OURS;
	lua_rawgetp(L, -1, &tag);
	kind = (enum luadata_kind)lua_tointeger(L, -1);
	lua_pop(L, 2);
	return kind;
}
#endif

bool luadata_isref(enum luadata_kind kind)
{
	return kind == LUADATA_KIND_BLOCK || kind == LUADATA_KIND_VIEW ||
	       kind == LUADATA_KIND_OBJECT;
}
