// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* How much a state may ask for, in the words of messages. */
#include <linux/errno.h>
#include <linux/kernel.h>

#include "limit.h"

int klua_check_limits(const struct klua_options *options, char *text, size_t size)
{
	bool atomic = options->context == KLUA_CONTEXT_ATOMIC;
	const struct {
		const char *name;
		u64 value, most;
	} limits[] = {
		{ "memory", options->memory, atomic ? KLUA_ATOMIC_MEMORY_MAX : KLUA_MEMORY_MAX },
		{ "budget", options->budget, atomic ? KLUA_ATOMIC_BUDGET_MAX : KLUA_BUDGET_MAX },
		{ "load budget", options->load_budget, KLUA_BUDGET_MAX },
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(limits); i++) {
		if (limits[i].value <= limits[i].most)
			continue;
		snprintf(text, size, "%s: expected 1 to %llu%s, got %llu", limits[i].name,
			 limits[i].most, atomic ? " in an atomic state" : "", limits[i].value);
		return -ERANGE;
	}
	return 0;
}
