/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The test formats, and what lends memory under them. */
#ifndef WIREKIT_H
#define WIREKIT_H

#include "luadata.h"

/* Ends with NULL. */
extern const struct luadata_layout *const wirekit_layouts[];

LUADATA_API int luaopen_wirekit(struct lua_State *L);

#endif
