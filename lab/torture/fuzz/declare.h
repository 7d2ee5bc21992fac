/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* declare.h: layouts that last for a run. */
#ifndef FUZZ_DECLARE_H
#define FUZZ_DECLARE_H

#include "fuzz.h"

/** fuzz_declare() - push a layout object that the input describes; false: there is none */
bool fuzz_declare(struct lua_State *L);

/** fuzz_undeclare() - let the state forget it; nothing of it may be used afterwards */
void fuzz_undeclare(struct lua_State *L);

#endif
