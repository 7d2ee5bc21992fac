/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the ipv6 binding. Generated from specs/wire/ipv6.yaml. */
#ifndef BINDING_IPV6_H
#define BINDING_IPV6_H

#include "luadata.h"

/* Internet Protocol version 6 header. */
extern const struct luadata_layout luadata_layout_ipv6;

/* One extension header. */
extern const struct luadata_layout luadata_layout_ipv6_extension;

/* What a routing header says. */
extern const struct luadata_layout luadata_layout_ipv6_routing;

/* A segment of a path. */
extern const struct luadata_layout luadata_layout_ipv6_segment;

/*
 * One option of a hop-by-hop or destination options header. Those of type pad1 have no length and
 * no data.
 */
extern const struct luadata_layout luadata_layout_ipv6_option;

LUADATA_API int luaopen_ipv6(lua_State *L);

#endif
