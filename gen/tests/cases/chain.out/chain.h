/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the chain binding. Generated from cases/chain.yaml. */
#ifndef BINDING_CHAIN_H
#define BINDING_CHAIN_H

#include "luadata.h"

/* A frame with tags, each of which says what follows it. */
extern const struct luadata_layout luadata_layout_chain;

/* A tag. */
extern const struct luadata_layout luadata_layout_chain_tag;

LUADATA_API int luaopen_chain(lua_State *L);

#endif
