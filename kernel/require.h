/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* require.h: which bindings a state uses. */
#ifndef KLUA_REQUIRE_H
#define KLUA_REQUIRE_H

#include "klua.h"

struct klua_state;

/** klua_openrequire() - set the global function of that name */
void klua_openrequire(lua_State *L);

/**
 * klua_use() - hold a module for as long as the state lives
 *
 * Return: 0, -ENOMEM, or -ENOENT when it is going away.
 */
int klua_use(struct klua_state *state, struct module *owner);
void klua_unuse(struct klua_state *state);

#endif
