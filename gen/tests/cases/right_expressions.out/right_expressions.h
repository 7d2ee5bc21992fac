/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_expressions binding. Generated from cases/right_expressions.yaml. */
#ifndef BINDING_RIGHT_EXPRESSIONS_H
#define BINDING_RIGHT_EXPRESSIONS_H

#include <linux/thing.h>

#include "klua.h"

/* Things. */
extern const struct luadata_layout luadata_layout_right_expressions_thing;

LUADATA_API int luaopen_right_expressions(lua_State *L);

#endif
