/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_functions binding. Generated from cases/right_functions.yaml. */
#ifndef BINDING_RIGHT_FUNCTIONS_H
#define BINDING_RIGHT_FUNCTIONS_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_functions_thing;

/* A report. */
extern const struct luadata_layout luadata_layout_right_functions_report;

/* What opens a thing. */
extern const struct luadata_layout luadata_layout_right_functions_key;

LUADATA_API int luaopen_right_functions(lua_State *L);

#endif
