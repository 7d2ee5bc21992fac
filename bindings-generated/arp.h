/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the arp binding. Generated from specs/wire/arp.yaml. */
#ifndef BINDING_ARP_H
#define BINDING_ARP_H

#include "luadata.h"

/* Address Resolution Protocol. */
extern const struct luadata_layout luadata_layout_arp;

LUADATA_API int luaopen_arp(lua_State *L);

#endif
