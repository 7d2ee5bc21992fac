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

static int bench_decide(unsigned int cpu, bool acpi)
{
	static u64 last_idle, last_wall;
	static unsigned long long tenths; /* kept for 100 ms, as klua_acpi does */
	static unsigned long read_at;
	u64 wall, idle, load;

	idle = get_cpu_idle_time(cpu, &wall, 0);
	load = wall == last_wall ? 0 : 100 - div64_u64(100 * (idle - last_idle), wall - last_wall);
	last_idle = idle;
	last_wall = wall;
	if (!acpi) {
		tenths = celsius_to_deci_kelvin(40);
	} else if (!tenths || time_after(jiffies, read_at + msecs_to_jiffies(100))) {
		if (ACPI_FAILURE(acpi_evaluate_integer(bench_zone, "_TMP", NULL, &tenths)))
			return -EIO;
		read_at = jiffies;
	}
	WRITE_ONCE(bench_sink, deci_kelvin_to_celsius(tenths) >= 100 ? 1 :
			       load > 80			     ? 2 :
			       load < 30			     ? 3 :
								       0);
	return 0;
}

/*
 * The mean cost of what Figure 1 reads and decides, of N times: load, temperature, comparison;
 * without ACPI the temperature is a constant.
 */
int bench_throttle(unsigned int n, bool acpi, u64 *mean)
{
	u64 sum = 0, start;
	unsigned int i;
	int err;

	acpi_walk_namespace(ACPI_TYPE_THERMAL, ACPI_ROOT_OBJECT, ACPI_UINT32_MAX, bench_found, NULL,
			    NULL, NULL);
	for (i = 0; i < n; i++) {
		start = ktime_get_ns();
		err = bench_decide(0, acpi);
		sum += ktime_get_ns() - start;
		if (err)
			return err;
		usleep_range(10000, 11000); /* as often as the governor asks */
	}
	*mean = div_u64(sum, n);
	return 0;
}
