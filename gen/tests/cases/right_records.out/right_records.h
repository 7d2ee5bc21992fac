/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_records binding. Generated from cases/right_records.yaml. */
#ifndef BINDING_RIGHT_RECORDS_H
#define BINDING_RIGHT_RECORDS_H

#include "luadata.h"

/* A format with fields behind others of variable size, conditions, unions and records. */
extern const struct luadata_layout luadata_layout_right_records;

/* right_records.pair */
extern const struct luadata_layout luadata_layout_right_records_pair;

/* An option. */
extern const struct luadata_layout luadata_layout_right_records_option;

LUADATA_API int luaopen_right_records(lua_State *L);

#endif
