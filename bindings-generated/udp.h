/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the udp binding. Generated from specs/wire/udp.yaml. */
#ifndef BINDING_UDP_H
#define BINDING_UDP_H

#include "luadata.h"

/* User Datagram Protocol header. */
extern const struct luadata_layout luadata_layout_udp;

LUADATA_API int luaopen_udp(lua_State *L);

#endif
