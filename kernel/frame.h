/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* frame.h: what a VM keeps for an attachment. */
#ifndef KLUA_FRAME_H
#define KLUA_FRAME_H

#include "backoff.h"
#include "klua.h"
#include "lua_known.h"

/*
 * Places that a call may use above the values that stay: the function, its arguments, some room to
 * build them. The generator refuses callbacks with more than 24 arguments.
 */
#define KLUA_CALL_STACK 40

/**
 * struct klua_frame - an attachment in one VM; under the VM's lock
 * @at: the attachment
 * @data: the generated part, callback->frame_size bytes
 * @fn: where the function, or the name of a global and behind it the function that it stood for,
 *   stay on the VM's stack
 * @lent: where the arguments stay there that a call lends
 * @byname: @fn is a name
 * @quick: values are lent, not pushed, and the result is a boolean
 * @known: a function that needs no more, and was called
 * @backoff: its share in what failing calls took
 * @calls: calls begun
 * @causes: calls without result
 * @error: text of the last error, or ""
 */
struct klua_frame {
	struct klua_attachment *at;
	void *data;
	int fn;
	int lent;
	bool byname;
	bool quick;
	struct lua_known known;
	struct klua_backoff_share backoff;
	u64 calls;
	u64 causes[KLUA_CAUSES];
	char error[256];
};

/**
 * klua_frames_init() - put on a VM's stack, to stay there, what its calls need
 *
 * Once for each VM, after its chunk, while nobody else can reach it. Return: 0, or -errno with the
 * text in state->error.
 */
int klua_frames_init(struct klua_vm *vm);

/** klua_frames_free() - after the VM's last call */
void klua_frames_free(struct klua_vm *vm);

#endif
