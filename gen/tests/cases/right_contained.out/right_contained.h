/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_contained binding. Generated from cases/right_contained.yaml. */
#ifndef BINDING_RIGHT_CONTAINED_H
#define BINDING_RIGHT_CONTAINED_H

#include "luadata.h"

/* A format with a record that contains another, which is specified after it. */
extern const struct luadata_layout luadata_layout_right_contained;

/* right_contained.couple */
extern const struct luadata_layout luadata_layout_right_contained_couple;

/* right_contained.single */
extern const struct luadata_layout luadata_layout_right_contained_single;

LUADATA_API int luaopen_right_contained(lua_State *L);

#endif
