/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the thermal binding. Generated from specs/thermal.yaml. */
#ifndef BINDING_THERMAL_H
#define BINDING_THERMAL_H

#include <linux/thermal.h>

#include "klua.h"

LUADATA_API int luaopen_thermal(lua_State *L);

#endif
