/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the vxlan binding. Generated from specs/wire/vxlan.yaml. */
#ifndef BINDING_VXLAN_H
#define BINDING_VXLAN_H

#include "luadata.h"

/* Virtual eXtensible Local Area Network header. */
extern const struct luadata_layout luadata_layout_vxlan;

LUADATA_API int luaopen_vxlan(lua_State *L);

#endif
