/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_conditions binding. Generated from cases/right_conditions.yaml. */
#ifndef BINDING_RIGHT_CONDITIONS_H
#define BINDING_RIGHT_CONDITIONS_H

#include <linux/thing.h>

#include "klua.h"

/* No number decides that scripts see. */
extern const struct luadata_layout luadata_layout_right_conditions_bare;

LUADATA_API int luaopen_right_conditions(lua_State *L);

#endif
