/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_const binding. Generated from cases/right_const.yaml. */
#ifndef BINDING_RIGHT_CONST_H
#define BINDING_RIGHT_CONST_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_const_thing;

LUADATA_API int luaopen_right_const(lua_State *L);

/**
 * struct klua_right_const_seen - arguments of one call, filled by the host
 * @thing: which
 * @other: another
 */
struct klua_right_const_seen {
	const struct thing *thing;
	struct thing *other;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_const_seen_host; /* cases/right_const.yaml:28 */

/**
 * klua_right_const_seen() - Sees things.
 * @at: whose script
 * @args: its arguments
 *
 * Return: 0, or -errno when there is no result: nothing is done.
 */
static inline int klua_right_const_seen(struct klua_attachment *at,
					const struct klua_right_const_seen *args)
{
	return klua_call(at, args, NULL);
}

#endif
