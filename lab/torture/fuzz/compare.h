/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* compare.h: what is done to a block beside what is done to a string of the same bytes. */
#ifndef FUZZ_COMPARE_H
#define FUZZ_COMPARE_H

#include "fuzz.h"

/** fuzz_islimit() - whether an error is one of the limits, which the two do not share */
bool fuzz_islimit(lua_State *L, int idx);

/** fuzz_same() - compare two ends, with their results on top: the block's first. False: no more */
bool fuzz_same(lua_State *L, int mine, int nmine, int other, int nother);

#endif
