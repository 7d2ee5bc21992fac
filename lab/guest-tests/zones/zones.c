// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Thermal zones for tests: `steady` stays, `passing` comes and goes until the module goes. */

#include <linux/delay.h>
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/thermal.h>
#include <linux/version.h>

static struct thermal_zone_device *steady;
static struct task_struct *task;

/* Slow, so that a reader is inside when the zone goes. */
static int get_temp(struct thermal_zone_device *zone, int *temp)
{
	usleep_range(500, 1000);
	*temp = 42000;
	return 0;
}

static struct thermal_zone_device_ops ops = { .get_temp = get_temp };

static struct thermal_zone_device *zone_register(const char *type)
{
#if KERNEL_VERSION(6, 8, 0) <= LINUX_VERSION_CODE
	return thermal_tripless_zone_device_register(type, NULL, &ops, NULL);
#else
	return thermal_zone_device_register(type, 0, 0, NULL, &ops, NULL, 0, 0);
#endif
}

static int come_and_go(void *unused)
{
	struct thermal_zone_device *zone;

	while (!kthread_should_stop()) {
		zone = zone_register("passing");
		if (WARN_ON(IS_ERR(zone)))
			break;
		usleep_range(5000, 10000);
		thermal_zone_device_unregister(zone);
	}
	while (!kthread_should_stop())
		msleep(20);
	return 0;
}

static int __init zones_init(void)
{
	steady = zone_register("steady");
	if (IS_ERR(steady))
		return PTR_ERR(steady);
	task = kthread_run(come_and_go, NULL, "zones");
	if (IS_ERR(task)) {
		thermal_zone_device_unregister(steady);
		return PTR_ERR(task);
	}
	return 0;
}

static void __exit zones_exit(void)
{
	kthread_stop(task);
	thermal_zone_device_unregister(steady);
}

module_init(zones_init);
module_exit(zones_exit);
MODULE_DESCRIPTION("Thermal zones that come and go, for tests");
MODULE_LICENSE("Dual MIT/GPL");
