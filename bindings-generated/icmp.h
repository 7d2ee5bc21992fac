/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the icmp binding. Generated from specs/wire/icmp.yaml. */
#ifndef BINDING_ICMP_H
#define BINDING_ICMP_H

#include "luadata.h"

/* Internet Control Message Protocol header. */
extern const struct luadata_layout luadata_layout_icmp;

LUADATA_API int luaopen_icmp(lua_State *L);

#endif
