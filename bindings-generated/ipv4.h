/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the ipv4 binding. Generated from specs/wire/ipv4.yaml. */
#ifndef BINDING_IPV4_H
#define BINDING_IPV4_H

#include "luadata.h"

/* Internet Protocol version 4 header. */
extern const struct luadata_layout luadata_layout_ipv4;

LUADATA_API int luaopen_ipv4(lua_State *L);

#endif
