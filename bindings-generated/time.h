/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the time binding. Generated from specs/time.yaml. */
#ifndef BINDING_TIME_H
#define BINDING_TIME_H

#include <linux/jiffies.h>
#include <linux/timekeeping.h>

#include "klua.h"

LUADATA_API int luaopen_time(lua_State *L);

#endif
