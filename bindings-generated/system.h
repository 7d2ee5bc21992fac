/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the system binding. Generated from specs/system.yaml. */
#ifndef BINDING_SYSTEM_H
#define BINDING_SYSTEM_H

#include <linux/cpumask.h>
#include <linux/mm.h>
#include <linux/nodemask.h>
#include <linux/sched/loadavg.h>
#include <uapi/linux/sysinfo.h>

#include "klua.h"
#include "system_devices.h"

/* Memory of the machine, as it was when it was asked for. */
extern const struct luadata_layout luadata_layout_system_memory;

LUADATA_API int luaopen_system(lua_State *L);

#endif
