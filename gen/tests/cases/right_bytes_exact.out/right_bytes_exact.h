/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_bytes_exact binding. Generated from cases/right_bytes_exact.yaml. */
#ifndef BINDING_RIGHT_BYTES_EXACT_H
#define BINDING_RIGHT_BYTES_EXACT_H

#include <linux/thing.h>

#include "klua.h"

LUADATA_API int luaopen_right_bytes_exact(lua_State *L);

#endif
