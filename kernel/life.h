/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* life.h: states are made and ended. */
#ifndef KLUA_LIFE_H
#define KLUA_LIFE_H

#include "klua.h"

#define KLUA_NAME_MAX 64    /* bytes of a state's name, its NUL included */
#define KLUA_ERROR_MAX 1024 /* bytes of an error's text (traceback included), its NUL included */
#define KLUA_FAILURE_MAX 128 /* bytes of why a state failed, its NUL included */

/**
 * klua_create_listed() - klua_create() for the device: once loaded, klua_stop() and klua_reload()
 * may end it
 */
struct klua_state *klua_create_listed(const struct klua_options *options);

/**
 * klua_create_anonymous() - a state for `klua FILE`: never listed, no name
 *
 * klua_run() and klua_eval() on it may require and attach, until a chunk has attached something;
 * what a chunk attached is made when it has succeeded. klua_destroy() ends it. @options->name is
 * for messages, not checked for uniqueness.
 */
struct klua_state *klua_create_anonymous(const struct klua_options *options);

/**
 * klua_create_like() - a state with the options of @old, which keeps the name until
 *   klua_list_replace()
 */
struct klua_state *klua_create_like(struct klua_state *old);

/**
 * klua_set_attach_code() - code to run after the chunk, at each load. Copied. Return: 0, -ENOMEM
 */
int klua_set_attach_code(struct klua_state *state, const char *code, size_t size);

/** klua_id() - number of the load or reload that made a state; no two have the same */
u64 klua_id(const struct klua_state *state);

/** klua_end() - end what is in a state; the caller holds state->control, nobody finds it */
void klua_end(struct klua_state *state);

/** klua_stop() - destroy a published state by name. Return: 0, -ENOENT, or -EBUSY (kernel code
 * keeps it, or the caller is inside of a script).
 */
int klua_stop(const char *name);

#endif
