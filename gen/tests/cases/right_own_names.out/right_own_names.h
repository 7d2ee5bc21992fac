/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_own_names binding. Generated from cases/right_own_names.yaml. */
#ifndef BINDING_RIGHT_OWN_NAMES_H
#define BINDING_RIGHT_OWN_NAMES_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_own_names_thing;

LUADATA_API int luaopen_right_own_names(lua_State *L);

#endif
