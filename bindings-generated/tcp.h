/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the tcp binding. Generated from specs/wire/tcp.yaml. */
#ifndef BINDING_TCP_H
#define BINDING_TCP_H

#include "luadata.h"

/* Transmission Control Protocol header. */
extern const struct luadata_layout luadata_layout_tcp;

/* One option. Those of kind nop have no length and no data; one of kind end ends the list. */
extern const struct luadata_layout luadata_layout_tcp_option;

/* A range of sequence numbers that has arrived (RFC 2018). */
extern const struct luadata_layout luadata_layout_tcp_block;

LUADATA_API int luaopen_tcp(lua_State *L);

#endif
