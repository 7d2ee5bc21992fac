/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the ipv6 binding. Generated from specs/wire/ipv6.yaml. */
#ifndef BINDING_IPV6_H
#define BINDING_IPV6_H

#include "luadata.h"

/* Internet Protocol version 6 header. */
extern const struct luadata_layout luadata_layout_ipv6;

LUADATA_API int luaopen_ipv6(lua_State *L);

#endif
