/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_names binding. Generated from cases/right_names.yaml. */
#ifndef BINDING_RIGHT_NAMES_H
#define BINDING_RIGHT_NAMES_H

#include <linux/types.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_names_frame;

LUADATA_API int luaopen_right_names(lua_State *L);

/**
 * struct klua_right_names_switch_options - what a script asks for in right_names.attach{switch = …}
 * @err: one
 * @has_options: whether @options was given
 * @options: two
 */
struct klua_right_names_switch_options {
	int err;
	bool has_options;
	int options;
};

/**
 * struct klua_right_names_switch - arguments of one call, filled by the host
 * @frame: memory lent for the call, as luadata_lend() takes it
 * @f: memory lent for the call, as luadata_lend() takes it
 * @values: memory lent for the call, as luadata_lend() takes it
 * @first: one: a range of @frame
 * @frame_handle: two: a range of @f
 * @vm: three
 * @at: four
 * @result: for functions that are called inside; not seen by the script
 */
struct klua_right_names_switch {
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} frame;
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} f;
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} values;
	struct luadata_span first;
	struct luadata_span frame_handle;
	struct frame *vm;
	int at;
	int result;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_names_switch_host; /* cases/right_names.yaml:17 */

/**
 * klua_right_names_switch() - Asks.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_names_switch(struct klua_attachment *at,
					  const struct klua_right_names_switch *args,
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
