/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_bounds binding. Generated from cases/right_bounds.yaml. */
#ifndef BINDING_RIGHT_BOUNDS_H
#define BINDING_RIGHT_BOUNDS_H

#include "luadata.h"

/* A format. */
extern const struct luadata_layout luadata_layout_right_bounds;

/* A word. */
extern const struct luadata_layout luadata_layout_right_bounds_word;

LUADATA_API int luaopen_right_bounds(lua_State *L);

#endif
