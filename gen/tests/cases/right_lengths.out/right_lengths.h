/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_lengths binding. Generated from cases/right_lengths.yaml. */
#ifndef BINDING_RIGHT_LENGTHS_H
#define BINDING_RIGHT_LENGTHS_H

#include "luadata.h"

/* A format. */
extern const struct luadata_layout luadata_layout_right_lengths;

/* A part. */
extern const struct luadata_layout luadata_layout_right_lengths_part;

LUADATA_API int luaopen_right_lengths(lua_State *L);

#endif
