/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the right_results binding. Generated from cases/right_results.yaml. */
#ifndef BINDING_RIGHT_RESULTS_H
#define BINDING_RIGHT_RESULTS_H

#include <linux/thing.h>

#include "klua.h"

/* A thing. */
extern const struct luadata_layout luadata_layout_right_results_thing;

LUADATA_API int luaopen_right_results(lua_State *L);

/**
 * struct klua_right_results_place - arguments of one call, filled by the host
 * @offset: offset
 * @devices: devices
 */
struct klua_right_results_place {
	u64 offset;
	unsigned int devices;
};

/**
 * klua_right_results_place() - Says where.
 * @args: its arguments
 * @result: number of the device; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result (-ENOENT: no script is attached): the host goes its
 * own way.
 */
int klua_right_results_place(const struct klua_right_results_place *args, unsigned int *result);

/**
 * struct klua_right_results_weigh - arguments of one call, filled by the host
 * @thing: thing
 * @most: most
 */
struct klua_right_results_weigh {
	struct thing *thing;
	u64 most;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_results_weigh_host; /* cases/right_results.yaml:18 */

/**
 * klua_right_results_weigh() - Says how much.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_results_weigh(struct klua_attachment *at,
					   const struct klua_right_results_weigh *args, s64 *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

/**
 * struct klua_right_results_grade - arguments of one call, filled by the host
 */
struct klua_right_results_grade {
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_results_grade_host; /* cases/right_results.yaml:25 */

/**
 * klua_right_results_grade() - Says how good.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_results_grade(struct klua_attachment *at,
					   const struct klua_right_results_grade *args, u8 *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

/**
 * struct klua_right_results_judge - arguments of one call, filled by the host
 */
struct klua_right_results_judge {
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_results_judge_host; /* cases/right_results.yaml:30 */

/**
 * klua_right_results_judge() - Says what.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_results_judge(struct klua_attachment *at,
					   const struct klua_right_results_judge *args, int *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

/**
 * struct klua_right_results_shade - arguments of one call, filled by the host
 */
struct klua_right_results_shade {
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_right_results_shade_host; /* cases/right_results.yaml:34 */

/**
 * klua_right_results_shade() - Says what more or less.
 * @at: whose script
 * @args: its arguments
 * @result: what the script decided; unchanged when it gave none
 *
 * Return: 0, or -errno when there is no result: the host goes its own way.
 */
static inline int klua_right_results_shade(struct klua_attachment *at,
					   const struct klua_right_results_shade *args, u8 *result)
{
	s64 answer;
	int err = klua_call(at, args, &answer);

	if (err)
		return err;
	*result = answer;
	return 0;
}

#endif
