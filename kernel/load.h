/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* load.h: source is loaded, run, evaluated and replaced in a state. */
#ifndef KLUA_LOAD_H
#define KLUA_LOAD_H

#include "klua.h"

struct klua_output;

/**
 * klua_load_to() - klua_load() with a sink for `print` and for the error
 * @out: or NULL: the ring
 * @error: KLUA_ERROR_MAX bytes for the text of the error, or NULL
 */
int klua_load_to(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
		 struct klua_output *out, char *error);

/**
 * klua_run() - run a chunk in every VM of a state, in the script's globals, under its lock and the
 *   load budget
 *
 * In an atomic state it runs with bottom halves off, hence with at most KLUA_ATOMIC_BUDGET_MAX.
 * Process context. Return: 0, or -errno with the text in @error: -ENOEXEC syntax error, -EINVAL
 * error of the script, -EINTR budget spent or stopped, -ENOMEM quota, -ESHUTDOWN destroyed
 * meanwhile, -ENOTRECOVERABLE the state failed, -EBUSY called from inside a state.
 * @out and @error as in klua_load_to().
 */
int klua_run(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
	     struct klua_output *out, char *error);

/**
 * klua_eval() - as klua_run(); prints the values of expressions, as Lua's REPL does ("return CODE"
 *   is tried first)
 *
 * Where a state has a VM for each CPU, each line of values is marked "[CPU] ".
 */
int klua_eval(struct klua_state *state, const char *code, size_t size, const char *chunkname,
	      struct klua_output *out, char *error);

/**
 * klua_reload() - run a new script in a new state with the same options; on success it takes the
 *   old one's place
 * @id: out: the new one's klua_id(), or NULL
 *
 * On an error the old one stays in force. The ring is kept, counters start again. Return: as
 * klua_load_to(); -ENOENT: no such state.
 */
int klua_reload(const char *name, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out, char *error, u64 *id);

#endif
