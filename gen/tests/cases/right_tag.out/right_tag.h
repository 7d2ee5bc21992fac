/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_tag binding. Generated from cases/right_tag.yaml. */
#ifndef BINDING_RIGHT_TAG_H
#define BINDING_RIGHT_TAG_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_tag_thing;

LUADATA_API int luaopen_right_tag(lua_State *L);

#endif
