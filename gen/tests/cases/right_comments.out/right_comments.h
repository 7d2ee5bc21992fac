/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_comments binding. Generated from cases/right_comments.yaml. */
#ifndef BINDING_RIGHT_COMMENTS_H
#define BINDING_RIGHT_COMMENTS_H

#include <linux/thing.h>

#include "klua.h"

/* A * / thing. */
extern const struct luadata_layout luadata_layout_right_comments_thing;

LUADATA_API int luaopen_right_comments(lua_State *L);

/**
 * struct klua_right_comments_ask_options - what a script asks for in right_comments.attach{ask = …}
 * @k: a * / key, in * /
 */
struct klua_right_comments_ask_options {
	int k;
};

/**
 * struct klua_right_comments_ask - arguments of one call, filled by the host
 * @a: an * / argument, in * /
 */
struct klua_right_comments_ask {
	int a;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_comments_ask_host; /* cases/right_comments.yaml:19 */

/**
 * klua_right_comments_ask() - Asks * / it.
 * @at: whose script
 * @args: its arguments
 * @result: a * / verdict; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: goes * / on.
 */
static inline int klua_right_comments_ask(struct klua_attachment *at,
					  const struct klua_right_comments_ask *args,
					  unsigned int *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

#endif
