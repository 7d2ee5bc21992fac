// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The work of a governor's call, in C. */
#include <linux/acpi.h>
#include <linux/cpufreq.h>
#include <linux/delay.h>
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/math64.h>
#include <linux/units.h>

#include "bench.h"

static acpi_handle bench_zone;

static acpi_status bench_found(acpi_handle handle, u32 level, void *context, void **result)
{
	bench_zone = handle;
	return AE_CTRL_TERMINATE;
}

static int bench_temperature(bool acpi, long *celsius)
{
	static unsigned long long tenths; /* kept for 100 ms, as klua_acpi does */
	static unsigned long read_at;

	*celsius = 40;
	if (!acpi)
		return 0;
	if (!tenths || time_after(jiffies, read_at + msecs_to_jiffies(100))) {
		if (ACPI_FAILURE(acpi_evaluate_integer(bench_zone, "_TMP", NULL, &tenths)))
			return -EIO;
		read_at = jiffies;
	}
	*celsius = deci_kelvin_to_celsius(tenths);
	return 0;
}

static int bench_decide(struct cpufreq_policy *policy, bool acpi)
{
	static u64 last_idle, last_wall;
	u64 wall, idle, load;
	long celsius;
	int err;

	idle = get_cpu_idle_time(policy->cpu, &wall, 0);
	load = wall == last_wall ? 0 : 100 - div64_u64(100 * (idle - last_idle), wall - last_wall);
	last_idle = idle;
	last_wall = wall;
	err = bench_temperature(acpi, &celsius);
	if (err)
		return err;
	if (celsius >= 100 || load < 30)
		return __cpufreq_driver_target(policy, policy->cur * 80 / 100, CPUFREQ_RELATION_H);
	if (load > 80)
		return __cpufreq_driver_target(policy, policy->max, CPUFREQ_RELATION_L);
	return 0;
}

/*
 * The mean cost of what Figure 1 does, of N times: load, temperature, comparison, the frequency
 * that it asks for; without ACPI the temperature is a constant.
 */
int bench_throttle(unsigned int n, bool acpi, u64 *mean)
{
	struct cpufreq_policy *policy = cpufreq_cpu_get(0);
	u64 sum = 0, start;
	unsigned int i;
	int err = 0;

	if (!policy)
		return -ENODEV;
	acpi_walk_namespace(ACPI_TYPE_THERMAL, ACPI_ROOT_OBJECT, ACPI_UINT32_MAX, bench_found, NULL,
			    NULL, NULL);
	for (i = 0; i < n && !err; i++) {
		down_write(&policy->rwsem);
		start = ktime_get_ns();
		err = bench_decide(policy, acpi);
		sum += ktime_get_ns() - start;
		up_write(&policy->rwsem);
		usleep_range(16000, 16100); /* as often as the governor asks, at 250 Hz */
	}
	cpufreq_cpu_put(policy);
	*mean = div_u64(sum, n);
	return err;
}
