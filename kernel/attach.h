/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* attach.h: what a state has attached. */
#ifndef KLUA_ATTACH_H
#define KLUA_ATTACH_H

#include <linux/atomic.h>

#include "klua.h"

/**
 * struct klua_attached - what the runtime knows of an attachment besides what hosts see
 * @where: the place of the call that asked for it, for messages
 * @why: what the host said when it refused, or ""
 * @made: its host calls it
 * @replaced: while a reload is under way: whose place it took
 * @function: name of the global, or ""
 * @refused: calls without result, counted without the VM's lock
 */
struct klua_attached {
	struct klua_attachment pub;
	char *where;
	char why[128];
	bool made;
	struct klua_attached *replaced;
	char function[64];
	atomic64_t refused[KLUA_CAUSES];
};

static inline struct klua_attached *klua_attached(struct klua_attachment *at)
{
	return container_of(at, struct klua_attached, pub);
}

/**
 * klua_attach_commit() - the chunk has succeeded in every VM: make the state what it asked for
 *
 * Return: 0, or -errno with the text in state->error: the state is dead.
 */
int klua_attach_commit(struct klua_state *state);

/** klua_attach_forget() - after a chunk failed: what it attached was never asked for */
void klua_attach_forget(struct klua_state *state);

/**
 * klua_attach_undo() - nothing calls a state that failed any more
 *
 * What it had attached can still be looked at.
 */
void klua_attach_undo(struct klua_state *state);

/** klua_attach_end() - the same; after it the state is dead and its VMs are the caller's alone */
void klua_attach_end(struct klua_state *state);

#endif
