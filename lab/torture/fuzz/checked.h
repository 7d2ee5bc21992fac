/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* checked.h: operations, each with a look at what the model says of it; what differs is a crash. */
#ifndef FUZZ_CHECKED_H
#define FUZZ_CHECKED_H

#include "fuzz.h"

/** fuzz_read() - value at an index [key on top]: pops the key; true: the value, false: the error */
bool fuzz_read(lua_State *L, int idx);

/** fuzz_write() - value at an index [key][value on top]: pops both; what raises changed nothing */
void fuzz_write(lua_State *L, int idx);

/** fuzz_writemany() - a function, a view and a table are on top: pops them; all or nothing */
void fuzz_writemany(lua_State *L);

/** fuzz_derived() - the value at an index came from another: it must not reach further */
void fuzz_derived(lua_State *L, int parent, int idx);

/**
 * fuzz_callboth() - a function and @n arguments are on top: calls it; two results are then on top
 * @twin: index of a function that does the same to a string in place of a block, of false when
 *        there is none, of nil when the function does not care for blocks
 *
 * Raises what the function raised.
 */
void fuzz_callboth(lua_State *L, int n, int twin);

#endif
