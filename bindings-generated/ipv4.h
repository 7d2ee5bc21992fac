/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the ipv4 binding. Generated from specs/wire/ipv4.yaml. */
#ifndef BINDING_IPV4_H
#define BINDING_IPV4_H

#include "luadata.h"

/* Internet Protocol version 4 header. */
extern const struct luadata_layout luadata_layout_ipv4;

/* One option. Those of kind nop have no length and no data; one of kind end ends the list. */
extern const struct luadata_layout luadata_layout_ipv4_option;

/* A router on the way. */
extern const struct luadata_layout luadata_layout_ipv4_hop;

LUADATA_API int luaopen_ipv4(lua_State *L);

#endif
