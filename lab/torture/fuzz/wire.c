// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Target: the generated wire formats on random packets: read all, write what can be written. */
#include "ops.h"
#include "wire.h"

int fuzz_setup(lua_State *L)
{
	static const luaL_Reg formats[] = { WIRE_MODULES{ NULL, NULL } };
	const luaL_Reg *format;
	const struct luadata_fields *fields;

	fuzz_opslibrary(L);
	for (format = formats; format->name; format++) {
		lua_pushcfunction(L, format->func);
		lua_call(L, 0, 1);
		fields = luadata_checklayout(L, -1);
		lua_pop(L, 1);
		fuzz_addlayouts(L, fields->layout);
	}
	return 0;
}

int fuzz_body(lua_State *L)
{
	return fuzz_program(L);
}
