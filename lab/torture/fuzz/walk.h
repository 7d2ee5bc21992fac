/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef FUZZ_WALK_H
#define FUZZ_WALK_H

#include "fuzz.h"

/** fuzz_walk() - read all of the value at an index: by name, by pairs, as text, and its parts */
void fuzz_walk(lua_State *L, int idx);

#endif
