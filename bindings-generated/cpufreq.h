/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the cpufreq binding. Generated from specs/cpufreq.yaml. */
#ifndef BINDING_CPUFREQ_H
#define BINDING_CPUFREQ_H

#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/slab.h>

#include "klua.h"

/* A frequency policy, of one CPU or of several that switch together. */
extern const struct luadata_layout luadata_layout_cpufreq_policy;

LUADATA_API int luaopen_cpufreq(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_cpufreq_init(void);
void klua_cpufreq_exit(void);

/* In the host: The policy of a CPU, as it is at this moment; nil when there is none. */
struct cpufreq_policy *klua_cpufreq_policy(unsigned int cpu); /* specs/cpufreq.yaml:40 */

/**
 * struct klua_cpufreq_throttle_options - what a script asks for in cpufreq.attach{throttle = …}
 * @has_cpu: whether @cpu was given
 * @cpu: only the policy of this CPU; without it all policies under the governor
 * @has_interval: whether @interval was given
 * @interval: time between two decisions; without it 200 times the hardware's transition latency, at
 *	least 10 ms, in µs
 */
struct klua_cpufreq_throttle_options {
	bool has_cpu;
	unsigned int cpu;
	bool has_interval;
	unsigned int interval;
};

/**
 * struct klua_cpufreq_throttle - arguments of one call, filled by the host
 * @cpu: the busiest CPU of the policy
 * @cur: frequency in force, in kHz
 * @max: upper limit, in kHz
 * @min: lower limit, in kHz
 * @policy: for functions that are called inside; not seen by the script
 */
struct klua_cpufreq_throttle {
	unsigned int cpu;
	unsigned int cur;
	unsigned int max;
	unsigned int min;
	struct cpufreq_policy *policy;
};

/* In the host: how the kernel reaches the callback. */
extern const struct klua_host klua_cpufreq_throttle_host; /* specs/cpufreq.yaml:71 */

/**
 * klua_cpufreq_throttle() - Decides about the frequency of a policy whose governor is `lua`. The
 * kernel does not load that one when it is chosen: `modprobe klua_cpufreq`, or a script that
 * requires cpufreq, has to come first.
 * @at: whose script
 * @args: its arguments
 *
 * Return: 0, or -errno when there is no result: the highest frequency above 80 % load, else one in
 * proportion to the load.
 */
static inline int klua_cpufreq_throttle(struct klua_attachment *at,
					const struct klua_cpufreq_throttle *args)
{
	return klua_call(at, args, NULL);
}

#endif
