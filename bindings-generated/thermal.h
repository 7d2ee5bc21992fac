/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the thermal binding. Generated from specs/thermal.yaml. */
#ifndef BINDING_THERMAL_H
#define BINDING_THERMAL_H

#include <linux/thermal.h>

#include "klua.h"

LUADATA_API int luaopen_thermal(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_thermal_init(void);
void klua_thermal_exit(void);

/*
 * In the host: The temperature of a zone. Without one of that name: nil and "ENODEV"; with several
 * of it: nil and "EEXIST".
 */
int klua_thermal_temperature(const char *name, int *temp); /* specs/thermal.yaml:19 */

/* In the host: How the zone's sensor scales; 1 for zones that do not say so. */
int klua_thermal_slope(const char *name, int *slope); /* specs/thermal.yaml:30 */

/* In the host: What the zone's sensor adds; 0 for zones that do not say so. */
int klua_thermal_offset(const char *name, int *offset); /* specs/thermal.yaml:39 */

#endif
