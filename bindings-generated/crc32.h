/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the crc32 binding. Generated from specs/crc32.yaml. */
#ifndef BINDING_CRC32_H
#define BINDING_CRC32_H

#include <linux/crc32.h>

#include "klua.h"

LUADATA_API int luaopen_crc32(lua_State *L);

#endif
