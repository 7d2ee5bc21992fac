/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_wide_key binding. Generated from cases/right_wide_key.yaml. */
#ifndef BINDING_RIGHT_WIDE_KEY_H
#define BINDING_RIGHT_WIDE_KEY_H

#include <linux/thing.h>

#include "klua.h"

LUADATA_API int luaopen_right_wide_key(lua_State *L);

/**
 * struct klua_right_wide_key_see_options - what a script asks for in right_wide_key.attach{see = …}
 * @kind: which
 */
struct klua_right_wide_key_see_options {
	u64 kind;
};

/**
 * struct klua_right_wide_key_see - arguments of one call, filled by the host
 * @number: number
 */
struct klua_right_wide_key_see {
	u32 number;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_wide_key_see_host; /* cases/right_wide_key.yaml:10 */

/**
 * klua_right_wide_key_see() - sees
 * @at: whose script
 * @args: its arguments
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_wide_key_see(struct klua_attachment *at,
					  const struct klua_right_wide_key_see *args)
{
	return klua_call(at, args, NULL);
}

#endif
