/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the list_count_of_fixed binding. Generated from cases/list_count_of_fixed.yaml. */
#ifndef BINDING_LIST_COUNT_OF_FIXED_H
#define BINDING_LIST_COUNT_OF_FIXED_H

#include "luadata.h"

/* A list behind fields of fixed size, whose records have one, too. */
extern const struct luadata_layout luadata_layout_list_count_of_fixed;

/* A pair. */
extern const struct luadata_layout luadata_layout_list_count_of_fixed_pair;

LUADATA_API int luaopen_list_count_of_fixed(lua_State *L);

#endif
