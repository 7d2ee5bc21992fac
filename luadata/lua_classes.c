// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The metatables, one for each class of userdata that the library makes. */
#include "lua_pattern.h"
#include "luadata_face.h"
#include "luadata_hook.h"

/* Addresses that serve as keys: of a metatable's class, and of the metatables in the registry. */
static const char tag;
static const char keys[LUADATA_CLASSES];

/* Their first upvalue is the cache of compiled patterns. */
static const luaL_Reg methods[] = {
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
	{ "__pairs", luadata_pairs },     { "__call", luadata_viewcall },
	{ NULL, NULL },
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
} classes[LUADATA_CLASSES] = {
	[LUADATA_CLASS_BLOCK] = { "data", { blockmeta } },
	[LUADATA_CLASS_VIEW] = { "view", { viewmeta } },
	[LUADATA_CLASS_OBJECT] = { "view", { viewmeta, objectmeta } },
	[LUADATA_CLASS_ARRAY] = { "array", { luadata_arraymeta } },
	[LUADATA_CLASS_LIST] = { "list", { luadata_listmeta } },
	[LUADATA_CLASS_LAYOUT] = { "layout", { luadata_layoutmeta } },
	[LUADATA_CLASS_CONSTANTS] = { "constants", { luadata_constantsmeta } },
	[LUADATA_CLASS_HANDLE] = { "handle", { handlemeta } },
};

/* luadata_setmethods() - set what scripts call of blocks in the table on top of the stack */
void luadata_setmethods(lua_State *L)
{
	luadata_pushpatterns(L);
	luaL_setfuncs(L, methods, 1);
}

/* Leaves the new metatable on the stack; it is in the registry only when it is complete. */
static void open_class(lua_State *L, enum luadata_class class)
{
	int i;

	lua_createtable(L, 0, 10);
	for (i = 0; i < 2; i++)
		if (classes[class].metamethods[i])
			luaL_setfuncs(L, classes[class].metamethods[i], 0);
	if (class == LUADATA_CLASS_BLOCK) {
		lua_createtable(L, 0, 32); /* so large that hardly any of 8 names collide */
		luadata_setmethods(L);
#ifdef LUA_FIELDHOOK
		lua_pushvalue(L, -1);
		lua_setmethods(L);
#endif
		lua_pushcclosure(L, luadata_blockindex, 1);
		lua_setfield(L, -2, "__index");
	}
	lua_pushstring(L, classes[class].name);
	lua_setfield(L, -2, "__name");
	lua_pushboolean(L, 0);
	lua_setfield(L, -2, "__metatable");
	lua_pushinteger(L, class);
	lua_rawsetp(L, -2, &tag);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX, &keys[class]);
}

/* luadata_setclass() - give the userdata on top of the stack its metatable */
void luadata_setclass(lua_State *L, enum luadata_class class)
{
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &keys[class]) == LUA_TNIL) {
		lua_pop(L, 1);
		open_class(L, class);
	}
	lua_setmetatable(L, -2);
#ifdef LUA_FIELDHOOK
	lua_setfieldhook(L, -1, &luadata_hooks[class][0]);
#endif
}

/* luadata_sethook() - give the ref on top of the stack the hook that its writes need */
void luadata_sethook(lua_State *L, const struct luadata_ref *r, enum luadata_class class)
{
#ifdef LUA_FIELDHOOK
	lua_setfieldhook(L, -1, &luadata_hooks[class][luadata_iscovered(r)]);
#else
	(void)L;
	(void)r;
	(void)class;
#endif
}

#ifdef LUA_FIELDHOOK
/* luadata_classof() - what the value at a stack index is; only C code gives a userdata a hook */
enum luadata_class luadata_classof(lua_State *L, int idx)
{
	size_t distance = (uintptr_t)lua_getfieldhook(L, idx) - (uintptr_t)luadata_hooks;

	if (distance >= sizeof(luadata_hooks))
		return LUADATA_NOT_OURS;
	return (enum luadata_class)(distance / sizeof(luadata_hooks[0]));
}
#else
enum luadata_class luadata_classof(lua_State *L, int idx)
{
	enum luadata_class class;

	if (lua_type(L, idx) != LUA_TUSERDATA || !lua_getmetatable(L, idx))
		return LUADATA_NOT_OURS;
	lua_rawgetp(L, -1, &tag);
	class = (enum luadata_class)lua_tointeger(L, -1);
	lua_pop(L, 2);
	return class;
}
#endif

bool luadata_isref(enum luadata_class class)
{
	return class == LUADATA_CLASS_BLOCK || class == LUADATA_CLASS_VIEW ||
	       class == LUADATA_CLASS_OBJECT;
}
