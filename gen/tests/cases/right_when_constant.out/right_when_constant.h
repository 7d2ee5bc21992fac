/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_when_constant binding. Generated from cases/right_when_constant.yaml. */
#ifndef BINDING_RIGHT_WHEN_CONSTANT_H
#define BINDING_RIGHT_WHEN_CONSTANT_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_when_constant_thing;

LUADATA_API int luaopen_right_when_constant(lua_State *L);

#endif
