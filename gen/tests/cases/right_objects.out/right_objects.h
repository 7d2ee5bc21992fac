/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_objects binding. Generated from cases/right_objects.yaml. */
#ifndef BINDING_RIGHT_OBJECTS_H
#define BINDING_RIGHT_OBJECTS_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_objects_thing;

LUADATA_API int luaopen_right_objects(lua_State *L);

#endif
