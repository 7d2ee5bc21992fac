/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the union_without_cases binding. Generated from cases/union_without_cases.yaml. */
#ifndef BINDING_UNION_WITHOUT_CASES_H
#define BINDING_UNION_WITHOUT_CASES_H

#include "luadata.h"

/* A format. */
extern const struct luadata_layout luadata_layout_union_without_cases;

LUADATA_API int luaopen_union_without_cases(lua_State *L);

#endif
