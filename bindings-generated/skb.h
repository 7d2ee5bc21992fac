/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the skb binding. Generated from specs/skb.yaml. */
#ifndef BINDING_SKB_H
#define BINDING_SKB_H

#include <linux/if_packet.h>
#include <linux/skbuff.h>

#include "klua.h"
#include "skb_block.h"

/* A socket buffer. */
extern const struct luadata_layout luadata_layout_skb;

LUADATA_API int luaopen_skb(lua_State *L);

#endif
