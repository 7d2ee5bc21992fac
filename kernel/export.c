// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Lua's C interface as other modules may call it: what works on values, not what makes machines. */
#include <linux/export.h>

#include "lua.h"
#include "lauxlib.h"

/*
 * genksyms, which makes the symbols' versions, cannot read Lua's declarations: their names are in
 * parentheses. It never compiles what it reads, so anything of that name will do for it.
 */
#ifdef __GENKSYMS__
#define SHARE(name)					\
	void name(void) {}				\
	EXPORT_SYMBOL_GPL(name)
#else
#define SHARE(name) EXPORT_SYMBOL_GPL(name)
#endif

SHARE(lua_absindex);
SHARE(lua_gettop);
SHARE(lua_settop);
SHARE(lua_pushvalue);
SHARE(lua_rotate);
SHARE(lua_copy);
SHARE(lua_checkstack);
SHARE(lua_xmove);
SHARE(lua_isstring);
SHARE(lua_isnumber);
SHARE(lua_iscfunction);
SHARE(lua_isinteger);
SHARE(lua_isuserdata);
SHARE(lua_type);
SHARE(lua_typename);
SHARE(lua_tointegerx);
SHARE(lua_toboolean);
SHARE(lua_tolstring);
SHARE(lua_totext);
SHARE(lua_display);
SHARE(lua_rawlen);
SHARE(lua_tocfunction);
SHARE(lua_touserdata);
SHARE(lua_tothread);
SHARE(lua_topointer);
SHARE(lua_arith);
SHARE(lua_rawequal);
SHARE(lua_compare);
SHARE(lua_pushnil);
SHARE(lua_pushinteger);
SHARE(lua_pushdisplayed);
SHARE(lua_pushdisplayedlstring);
SHARE(lua_pushlstring);
SHARE(lua_pushstring);
SHARE(lua_pushvfstring);
SHARE(lua_pushfstring);
SHARE(lua_pushcclosure);
SHARE(lua_pushboolean);
SHARE(lua_pushlightuserdata);
SHARE(lua_pushthread);
SHARE(lua_getglobal);
SHARE(lua_gettable);
SHARE(lua_getfield);
SHARE(lua_geti);
SHARE(lua_rawget);
SHARE(lua_rawgeti);
SHARE(lua_rawgetp);
SHARE(lua_createtable);
SHARE(lua_newuserdatauv);
SHARE(lua_getmetatable);
SHARE(lua_getiuservalue);
SHARE(lua_setglobal);
SHARE(lua_settable);
SHARE(lua_setfield);
SHARE(lua_seti);
SHARE(lua_rawset);
SHARE(lua_rawseti);
SHARE(lua_rawsetp);
SHARE(lua_setmetatable);
SHARE(lua_setiuservalue);
SHARE(lua_callk);
SHARE(lua_pcallk);
SHARE(lua_load);
SHARE(lua_error);
SHARE(lua_next);
SHARE(lua_concat);
SHARE(lua_len);
SHARE(lua_gc);
SHARE(lua_newthread);
SHARE(lua_resume);
SHARE(lua_status);
SHARE(lua_yieldk);
SHARE(lua_toclose);
SHARE(lua_closeslot);
SHARE(lua_charge);
SHARE(lua_reserve);
SHARE(lua_getbudget);
SHARE(lua_setbudget);
SHARE(lua_isspent);
SHARE(lua_cstackok);
SHARE(luaL_getmetafield);
SHARE(luaL_callmeta);
SHARE(luaL_tolstring);
SHARE(luaL_argerror);
SHARE(luaL_typeerror);
SHARE(luaL_checklstring);
SHARE(luaL_optlstring);
SHARE(luaL_checkinteger);
SHARE(luaL_optinteger);
SHARE(luaL_checkstack);
SHARE(luaL_checktype);
SHARE(luaL_checkany);
SHARE(luaL_newmetatable);
SHARE(luaL_setmetatable);
SHARE(luaL_testudata);
SHARE(luaL_checkudata);
SHARE(luaL_where);
SHARE(luaL_error);
SHARE(luaL_checkoption);
SHARE(luaL_ref);
SHARE(luaL_unref);
SHARE(luaL_loadbufferx);
SHARE(luaL_len);
SHARE(luaL_setfuncs);
SHARE(luaL_getsubtable);
SHARE(luaL_traceback);
SHARE(luaL_requiref);
SHARE(luaL_checkversion_);
SHARE(luaL_buffinit);
SHARE(luaL_prepbuffsize);
SHARE(luaL_addlstring);
SHARE(luaL_addstring);
SHARE(luaL_addvalue);
SHARE(luaL_pushresult);
SHARE(luaL_pushresultsize);
SHARE(luaL_buffinitsize);
SHARE(luaL_gsub);

/* Test modules look inside. */
#if IS_ENABLED(CONFIG_KUNIT)
#include "info.h"
#include "life.h"
#include "list.h"
#include "load.h"

EXPORT_SYMBOL_GPL(klua_create_anonymous);
EXPORT_SYMBOL_GPL(klua_create_listed);
EXPORT_SYMBOL_GPL(klua_eval);
EXPORT_SYMBOL_GPL(klua_find);
EXPORT_SYMBOL_GPL(klua_info);
EXPORT_SYMBOL_GPL(klua_info_free);
EXPORT_SYMBOL_GPL(klua_log_read);
EXPORT_SYMBOL_GPL(klua_put);
EXPORT_SYMBOL_GPL(klua_reload);
EXPORT_SYMBOL_GPL(klua_run);
EXPORT_SYMBOL_GPL(klua_stop);
#endif
