/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_unused binding. Generated from cases/right_unused.yaml. */
#ifndef BINDING_RIGHT_UNUSED_H
#define BINDING_RIGHT_UNUSED_H

#include "luadata.h"

/* A format. */
extern const struct luadata_layout luadata_layout_right_unused;

/* A text. */
extern const struct luadata_layout luadata_layout_right_unused_text;

/* Three. */
extern const struct luadata_layout luadata_layout_right_unused_triple;

/* A pair. */
extern const struct luadata_layout luadata_layout_right_unused_pair;

LUADATA_API int luaopen_right_unused(lua_State *L);

#endif
