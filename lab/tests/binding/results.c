// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The host of the results binding: it would call like this. */

#include <linux/module.h>

#include "results.h"

const struct klua_host klua_results_weigh_host;
const struct klua_host klua_results_grade_host;
const struct klua_host klua_results_cut_host;
const struct klua_host klua_results_judge_host;
const struct klua_host klua_results_shade_host;

int klua_results_note(int *about, unsigned int number, bool loud, const char *why)
{
	return 0;
}

u64 klua_results_measure(int *about, u32 *width)
{
	return 0;
}

void klua_results_ask(struct klua_attachment *at);
void klua_results_ask(struct klua_attachment *at)
{
	struct klua_results_place place = { .devices = 3 };
	struct klua_results_weigh weigh = { .most = 1 };
	struct klua_results_grade grade = {};
	struct klua_results_cut cut = {};
	struct klua_results_judge judge = {};
	struct klua_results_shade shade = {};
	unsigned int device;
	s64 weight;
	s8 piece;
	int what;
	u8 mark;

	klua_results_place(&place, &device);
	klua_results_weigh(at, &weigh, &weight);
	klua_results_grade(at, &grade, &mark);
	klua_results_cut(at, &cut, &piece);
	klua_results_judge(at, &judge, &what);
	klua_results_shade(at, &shade, &mark);
}
