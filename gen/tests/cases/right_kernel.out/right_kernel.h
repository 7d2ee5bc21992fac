/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_kernel binding. Generated from cases/right_kernel.yaml. */
#ifndef BINDING_RIGHT_KERNEL_H
#define BINDING_RIGHT_KERNEL_H

#include <linux/thing.h>

#include "klua.h"
#include "thing_local.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_kernel_thing;

/* right_kernel.found */
extern const struct luadata_layout luadata_layout_right_kernel_found;

LUADATA_API int luaopen_right_kernel(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_right_kernel_init(void);
void klua_right_kernel_exit(void);

/* In the host: where fields lie; false when they are absent. */
bool find_port(const struct luadata_handle *h, size_t at, struct luadata_span *span);

/* In the host: All of them */
int thing_all(struct thing *things, size_t max); /* cases/right_kernel.yaml:46 */

/**
 * struct klua_right_kernel_ask_options - what a script asks for in right_kernel.attach{ask = …}
 * @mode: how
 * @has_name: whether @name was given
 * @name: whose
 * @is_long: for long
 */
struct klua_right_kernel_ask_options {
	int mode;
	bool has_name;
	char name[16]; /* cases/right_kernel.yaml:53 */
	bool is_long;
};

/**
 * struct klua_right_kernel_ask - arguments of one call, filled by the host
 * @memory: memory lent for the call, as luadata_lend() takes it
 * @found: found: a range of @memory
 * @bytes: bytes: a range of @memory
 * @thing: thing
 * @count: count
 * @thing_carried: for functions that are called inside; not seen by the script
 */
struct klua_right_kernel_ask {
	struct {
		void *base;
		size_t length;
		size_t linear;
		unsigned int flags;
		const struct luadata_handle_ops *ops;
		void *owner;
	} memory;
	struct luadata_span found;
	struct luadata_span bytes;
	struct thing *thing;
	unsigned int count;
	struct thing *thing_carried;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_kernel_ask_host; /* cases/right_kernel.yaml:53 */

/**
 * klua_right_kernel_ask() - Asks what to do.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_kernel_ask(struct klua_attachment *at,
					const struct klua_right_kernel_ask *args, int *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer ? 1 : 0;
	return 0;
}

#endif
