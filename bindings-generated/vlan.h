/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the vlan binding. Generated from specs/wire/vlan.yaml. */
#ifndef BINDING_VLAN_H
#define BINDING_VLAN_H

#include "luadata.h"

/* IEEE 802.1Q tag of an Ethernet frame. */
extern const struct luadata_layout luadata_layout_vlan;

LUADATA_API int luaopen_vlan(lua_State *L);

#endif
