/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the dhcp binding. Generated from specs/wire/dhcp.yaml. */
#ifndef BINDING_DHCP_H
#define BINDING_DHCP_H

#include "luadata.h"

/* Message of the Dynamic Host Configuration Protocol for IPv4. */
extern const struct luadata_layout luadata_layout_dhcp;

/* One option. Those with code pad have no length and no data. */
extern const struct luadata_layout luadata_layout_dhcp_option;

/* One of several hosts. */
extern const struct luadata_layout luadata_layout_dhcp_host;

LUADATA_API int luaopen_dhcp(lua_State *L);

#endif
