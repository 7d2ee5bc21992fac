/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_count_of binding. Generated from cases/right_count_of.yaml. */
#ifndef BINDING_RIGHT_COUNT_OF_H
#define BINDING_RIGHT_COUNT_OF_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_count_of_thing;

LUADATA_API int luaopen_right_count_of(lua_State *L);

#endif
