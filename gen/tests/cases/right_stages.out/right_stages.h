/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_stages binding. Generated from cases/right_stages.yaml. */
#ifndef BINDING_RIGHT_STAGES_H
#define BINDING_RIGHT_STAGES_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_stages_thing;

LUADATA_API int luaopen_right_stages(lua_State *L);

#endif
