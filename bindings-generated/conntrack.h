/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the conntrack binding. Generated from specs/conntrack.yaml. */
#ifndef BINDING_CONNTRACK_H
#define BINDING_CONNTRACK_H

#include <net/netfilter/nf_conntrack.h>
#include <net/netfilter/nf_conntrack_tuple.h>

#include "klua.h"

/* One direction of a connection. */
extern const struct luadata_layout luadata_layout_conntrack_tuple;

/* A connection, as it was when it was asked for. */
extern const struct luadata_layout luadata_layout_conntrack_connection;

LUADATA_API int luaopen_conntrack(lua_State *L);

#endif
