// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Values of fields with a display, for our VM, which prints them as text and takes them as values.
 * In stock Lua they are the plain values.
 */
#include "luadata_face.h"

#ifdef LUA_DISPLAYS

_Static_assert(LUADATA_SHOWN_HEX64 <= LUA_DISPLAYS, "the VM has a display for each");
_Static_assert(LUADATA_TEXT_MAX <= LUA_DISPLAYSIZE, "the VM has room for each");

static size_t integer_text(char *out, int display, lua_Integer value)
{
	return luadata_integertext(out, (unsigned int)display, value);
}

static size_t string_text(char *out, const char *s, size_t length)
{
	return luadata_addresstext(out, (const unsigned char *)s, length);
}

static const lua_Displays displays = { integer_text, string_text };

/* luadata_setdisplays() - tell the VM how values are displayed */
void luadata_setdisplays(lua_State *L)
{
	lua_setdisplays(L, &displays);
}

/* luadata_pushshown() - push an integer that is shown in a way; @shown: enum luadata_shown */
void luadata_pushshown(lua_State *L, lua_Integer value, unsigned int shown)
{
	lua_pushdisplayed(L, value, (int)shown);
}

/* luadata_pushaddress() - push an address as a string of its 4, 6 or 16 bytes */
void luadata_pushaddress(lua_State *L, const void *bytes, size_t size)
{
	lua_pushdisplayedlstring(L, bytes, size);
}

/* luadata_displayedtext() - push the text of a value, when it has a display */
bool luadata_displayedtext(lua_State *L, int idx)
{
	if (!lua_display(L, idx))
		return false;
	luaL_tolstring(L, idx, NULL);
	return true;
}

#else

void luadata_setdisplays(lua_State *L)
{
	(void)L;
}

void luadata_pushshown(lua_State *L, lua_Integer value, unsigned int shown)
{
	(void)shown;
	lua_pushinteger(L, value);
}

void luadata_pushaddress(lua_State *L, const void *bytes, size_t size)
{
	lua_pushlstring(L, bytes, size);
}

bool luadata_displayedtext(lua_State *L, int idx)
{
	(void)L;
	(void)idx;
	return false;
}

#endif
