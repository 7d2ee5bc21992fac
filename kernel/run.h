/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* run.h: a chunk runs in a state's VMs. */
#ifndef KLUA_RUN_H
#define KLUA_RUN_H

#include "klua.h"

struct klua_output;

/**
 * struct klua_chunk - source
 * @text: @size bytes
 * @name: as lua_load() takes it
 * @eval: print the values of expressions
 * @piece: for the reader
 */
struct klua_chunk {
	const char *text;
	size_t size;
	const char *name;
	bool eval;
	unsigned int piece;
};

/**
 * klua_runchunk() - run a chunk in the globals of each VM, in turn, until one fails
 * @out: where print goes, or NULL: the ring
 *
 * The caller holds state->control. Return: 0, or -errno with the text in state->error.
 */
int klua_runchunk(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out);

#endif
