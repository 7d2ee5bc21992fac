/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the writable binding. Generated from cases/writable.yaml. */
#ifndef BINDING_WRITABLE_H
#define BINDING_WRITABLE_H

#include <linux/thing.h>

#include "klua.h"

/* Headers. */
extern const struct luadata_layout luadata_layout_writable_hdr;

LUADATA_API int luaopen_writable(lua_State *L);

/* In the host: where fields lie; false when they are absent. */
bool place_frame(const struct luadata_handle *h, size_t at, struct luadata_span *span);

/**
 * struct klua_writable_call_options - what a script asks for in writable.attach{call = …}
 * @hook: where
 */
struct klua_writable_call_options {
	unsigned int hook;
};

/**
 * struct klua_writable_call - arguments of one call, filled by the host
 * @packet: memory lent for the call, as luadata_lend() takes it
 * @hdr: hdr: a range of @packet
 */
struct klua_writable_call {
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} packet;
	struct luadata_span hdr;
};

/* What scripts may write of its headers, by BIT() of @hook: for the host's may_write. */
extern const struct luadata_grants klua_writable_call_hdr_frame;

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_writable_call_host; /* cases/writable.yaml:16 */

/**
 * klua_writable_call() - asks
 * @at: whose script
 * @args: its arguments
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_writable_call(struct klua_attachment *at,
				     const struct klua_writable_call *args)
{
	return klua_call(at, args, NULL);
}

#endif
