/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_null_asked binding. Generated from cases/right_null_asked.yaml. */
#ifndef BINDING_RIGHT_NULL_ASKED_H
#define BINDING_RIGHT_NULL_ASKED_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_null_asked_thing;

LUADATA_API int luaopen_right_null_asked(lua_State *L);

#endif
