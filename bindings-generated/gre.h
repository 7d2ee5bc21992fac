/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the gre binding. Generated from specs/wire/gre.yaml. */
#ifndef BINDING_GRE_H
#define BINDING_GRE_H

#include "luadata.h"

/* Generic Routing Encapsulation header, version 0. */
extern const struct luadata_layout luadata_layout_gre;

LUADATA_API int luaopen_gre(lua_State *L);

#endif
