/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the random binding. Generated from specs/random.yaml. */
#ifndef BINDING_RANDOM_H
#define BINDING_RANDOM_H

#include <linux/random.h>

#include "klua.h"

LUADATA_API int luaopen_random(lua_State *L);

#endif
