/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_wire binding. Generated from cases/right_wire.yaml. */
#ifndef BINDING_RIGHT_WIRE_H
#define BINDING_RIGHT_WIRE_H

#include "luadata.h"

/* A format with every kind of field of wire formats. */
extern const struct luadata_layout luadata_layout_right_wire;

LUADATA_API int luaopen_right_wire(lua_State *L);

#endif
