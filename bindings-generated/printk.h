/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the printk binding. Generated from specs/printk.yaml. */
#ifndef BINDING_PRINTK_H
#define BINDING_PRINTK_H

#include <linux/printk.h>
#include <linux/ratelimit.h>

#include "klua.h"

LUADATA_API int luaopen_printk(lua_State *L);

#endif
