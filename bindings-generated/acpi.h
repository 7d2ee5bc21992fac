/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the acpi binding. Generated from specs/acpi.yaml. */
#ifndef BINDING_ACPI_H
#define BINDING_ACPI_H

#include "klua.h"
#include "acpi_zone.h"

/* A thermal zone, as it was when it was asked for. */
extern const struct luadata_layout luadata_layout_acpi_zone;

LUADATA_API int luaopen_acpi(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_acpi_init(void);
void klua_acpi_exit(void);

/*
 * In the host: Temperature of a CPU, from the zone that cools it, else of the hottest zone; read
 * anew after 100 ms.
 */
int klua_acpi_get_temp(unsigned int cpu, int *celsius); /* specs/acpi.yaml:38 */

/* In the host: All thermal zones. */
int klua_acpi_zones(struct klua_acpi_zone *records, unsigned int capacity); /* specs/acpi.yaml:49 */

#endif
