/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* operand.h: the operands of the machine's operations, taken from the input. */
#ifndef FUZZ_OPERAND_H
#define FUZZ_OPERAND_H

#include "ops.h"

#define FUZZ_REGISTERS 8

/* The stack of an operation. */
enum {
	FUZZ_TABLE = 1, /* what setup filled */
	FUZZ_REGS,      /* a table: the registers */
	FUZZ_WORK,      /* the first of its own */
};

void fuzz_pushformat(lua_State *L);           /* of unpack */
int fuzz_pushregister(lua_State *L);         /* and where it is */
void fuzz_keep(lua_State *L);                /* pops a value into a register */
void fuzz_pushlayout(lua_State *L);          /* one of FUZZ_LAYOUTS */
void fuzz_pushname(lua_State *L, int idx);   /* one that the value at idx may know */
void fuzz_pushvalue(lua_State *L);           /* any */
void fuzz_pushfit(lua_State *L, int idx, int key); /* one for that field, mostly */
void fuzz_pushvalues(lua_State *L, int idx); /* {name = value, ...} */
void fuzz_pushtablelayout(lua_State *L);     /* {name = {offset, length, type, endian}, ...} */

#endif
