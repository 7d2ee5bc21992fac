/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_members binding. Generated from cases/right_members.yaml. */
#ifndef BINDING_RIGHT_MEMBERS_H
#define BINDING_RIGHT_MEMBERS_H

#include <linux/thing.h>

#include "klua.h"

/* right_members.item */
extern const struct luadata_layout luadata_layout_right_members_item;

/* A thing. */
extern const struct luadata_layout luadata_layout_right_members_thing;

LUADATA_API int luaopen_right_members(lua_State *L);

#endif
