/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * fuzz.h: what the targets share: the input, one Lua state for all of them, memory that is lent in
 * blocks of exactly their size, and what can happen to it in the middle of an operation.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "luadata_face.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- what libFuzzer calls ---- */

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

/* ---- input.c: what the fuzzer's bytes decide ---- */

void fuzz_input(const unsigned char *bytes, size_t n);
bool fuzz_more(void);
unsigned int fuzz_byte(void);              /* 0 at the end */
unsigned int fuzz_below(unsigned int n);   /* 0 to n - 1 */
int64_t fuzz_number(void);                 /* small ones, and those at the borders of types */
const unsigned char *fuzz_bytes(size_t n, size_t *got); /* at most n */
const unsigned char *fuzz_rest(size_t *got);

/* ---- state.c: the Lua state, made once and used by every run ---- */

/**
 * fuzz_setup() - of each target: called once; what it puts into the table at stack index 1 is kept
 * fuzz_body() - of each target: one run, with that table at stack index 1
 *
 * An error of the body ends the run. What runs leave behind is collected every now and then; that
 * memory comes back is checked.
 */
int fuzz_setup(lua_State *L);
int fuzz_body(lua_State *L);

/** fuzz_try() - call a function with the topmost @n values; whether it ended without an error */
bool fuzz_try(lua_State *L, lua_CFunction function, int n, int results);

/** fuzz_starve() - let only so many more allocations succeed; -1: all */
void fuzz_starve(long allocations);

/**
 * fuzz_arm() - let the collector call a finalizer soon, inside of whatever runs then in this run
 * @after: bytes that are allocated before
 */
void fuzz_arm(lua_State *L, lua_CFunction finalizer, unsigned int after);

/* ---- lend.c: the memory ---- */

/**
 * struct fuzz_loan - memory like an skb: the first bytes linear, the rest pulled on demand
 * @root: the block that it is
 * @size: bytes of it
 * @events: changes by something else than a script's writes
 */
struct fuzz_loan {
	struct luadata_handle *handle;
	struct luadata_ref *root;
	size_t size;
	unsigned int events;
	unsigned char *linear;
	unsigned char *all;
	bool stores;
	bool readonly;
	int error;
};

extern struct fuzz_loan fuzz_loan;

/**
 * fuzz_lend() - push a block that lends a copy of these bytes; @how decides the rest
 *
 * It stays on the stack, or elsewhere in the state, until fuzz_return().
 */
void fuzz_lend(lua_State *L, const unsigned char *bytes, size_t n, unsigned int how);

/** fuzz_return() - end it */
void fuzz_return(void);

/** fuzz_event() - one of the things that can happen to lent memory, whoever is using it */
void fuzz_event(unsigned int which);

/** fuzz_snapshot() - all bytes as they are now, to be freed; NULL when nothing is lent */
unsigned char *fuzz_snapshot(void);

#endif
