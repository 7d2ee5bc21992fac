/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the ethernet binding. Generated from specs/wire/ethernet.yaml. */
#ifndef BINDING_ETHERNET_H
#define BINDING_ETHERNET_H

#include "luadata.h"

/* Ethernet II frame header, without VLAN tags and without the frame check sequence. */
extern const struct luadata_layout luadata_layout_ethernet;

LUADATA_API int luaopen_ethernet(lua_State *L);

#endif
