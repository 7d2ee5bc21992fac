/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * ops.h: a little machine whose program is the input: it lends a block, and does to it, and to what
 * comes of it, whatever a script could.
 */
#ifndef FUZZ_OPS_H
#define FUZZ_OPS_H

#include "fuzz.h"

/* What setup puts into its table. */
enum {
	FUZZ_BLOCK = 1,  /* the block that is lent */
	FUZZ_FUNCTIONS,  /* array: what may be called */
	FUZZ_TWINS,      /* array: of each the one for strings, or false; none: not for blocks */
	FUZZ_LAYOUTS,    /* array: layout objects */
	FUZZ_MAKERS,     /* array: functions that make C objects; may be empty */
	FUZZ_MADE,       /* index of the layout that is of one run, if there is one */
};

/** fuzz_opslibrary() - a setup function's first part: all but the layouts */
void fuzz_opslibrary(lua_State *L);

/** fuzz_addlayouts() - add a layout, and those of its parts, to the table at stack index 1 */
void fuzz_addlayouts(lua_State *L, const struct luadata_layout *layout);

/** fuzz_program() - body of a run: lends what the input begins with, then runs the rest */
int fuzz_program(lua_State *L);

#endif
