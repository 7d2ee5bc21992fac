/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What C sees of the right_function_constants binding. Generated from
 * cases/right_function_constants.yaml.
 */
#ifndef BINDING_RIGHT_FUNCTION_CONSTANTS_H
#define BINDING_RIGHT_FUNCTION_CONSTANTS_H

#include <linux/thing.h>

#include "klua.h"

LUADATA_API int luaopen_right_function_constants(lua_State *L);

#endif
