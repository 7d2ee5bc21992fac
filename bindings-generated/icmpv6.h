/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the icmpv6 binding. Generated from specs/wire/icmpv6.yaml. */
#ifndef BINDING_ICMPV6_H
#define BINDING_ICMPV6_H

#include "luadata.h"

/* Internet Control Message Protocol for IPv6. */
extern const struct luadata_layout luadata_layout_icmpv6;

/* An option of Neighbor Discovery. */
extern const struct luadata_layout luadata_layout_icmpv6_option;

/* A name to try names below. */
extern const struct luadata_layout luadata_layout_icmpv6_search;

/* A server of DNS. */
extern const struct luadata_layout luadata_layout_icmpv6_server;

LUADATA_API int luaopen_icmpv6(lua_State *L);

#endif
