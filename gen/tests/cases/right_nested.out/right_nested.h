/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_nested binding. Generated from cases/right_nested.yaml. */
#ifndef BINDING_RIGHT_NESTED_H
#define BINDING_RIGHT_NESTED_H

#include <linux/thing.h>

#include "klua.h"

/* A part. */
extern const struct luadata_layout luadata_layout_right_nested_inner;

/* A thing. */
extern const struct luadata_layout luadata_layout_right_nested_thing;

LUADATA_API int luaopen_right_nested(lua_State *L);

#endif
