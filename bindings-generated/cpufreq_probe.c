// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Which optional members the structs of this kernel have. Generated from specs/cpufreq.yaml.
 *
 * Compiled once for each number by the script `probe`: 0 is the control, which must succeed.
 */

#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/slab.h>

#if PROBE == 0
char control_1[sizeof(struct cpufreq_policy)];
#elif PROBE == 1 /* CPUFREQ_HAS_POLICY_BOOST_ENABLED */
char member[sizeof(((void)((struct cpufreq_policy *)0)->boost_enabled, 1))];
#endif
