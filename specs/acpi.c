// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Reads the thermal zones of the firmware. */

#include <linux/acpi.h>
#include <linux/cpumask.h>
#include <linux/jiffies.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/units.h>
#include <acpi/processor.h>

#include "klua.h"
#include "acpi.h"
#include "acpi_zone.h"

#define ZONES_MAX 32

/*
 * Evaluating _TMP interprets firmware code, some 30,000 instructions, ten times what a governor's
 * script costs. Temperatures move slower than this.
 */
#define FRESH msecs_to_jiffies(100)

/**
 * struct thermal - a thermal zone
 * @celsius: its temperature at @read_at (jiffies), when @known
 */
struct thermal {
	acpi_handle handle;
	int celsius;
	unsigned long read_at;
	bool known;
};

/* The firmware's zones, found once: tables that are loaded later are not looked at. */
static struct thermal zones[ZONES_MAX];
static unsigned int zone_count;
static DEFINE_MUTEX(fresh_lock); /* guards what was read last */

/* The zone that cools a CPU, or NULL. */
static DEFINE_PER_CPU(struct thermal *, cpu_zone);

static acpi_status found_zone(acpi_handle handle, u32 level, void *context, void **result)
{
	if (zone_count == ZONES_MAX)
		return AE_CTRL_TERMINATE;
	zones[zone_count++].handle = handle;
	return AE_OK;
}

static bool is_processor(acpi_handle handle, unsigned int cpu)
{
	const struct acpi_processor *pr = per_cpu(processors, cpu);

	return pr && pr->handle == handle;
}

/* A zone lists what it cools: processors in _PSL, devices in _TZD (ACPI 6.5, 11.4.9, 11.4.18). */
static int read_list(struct thermal *zone, char *method)
{
	struct acpi_buffer buffer = { ACPI_ALLOCATE_BUFFER, NULL };
	union acpi_object *list, *item;
	unsigned int cpu, i;
	acpi_status status;

	status = acpi_evaluate_object_typed(zone->handle, method, NULL, &buffer, ACPI_TYPE_PACKAGE);
	if (status == AE_NO_MEMORY)
		return -ENOMEM;
	if (ACPI_FAILURE(status)) /* it has no such method, or one that fails */
		return 0;
	list = buffer.pointer;
	for (i = 0; i < list->package.count; i++) { /* bounded: what the firmware lists */
		item = &list->package.elements[i];
		if (item->type != ACPI_TYPE_LOCAL_REFERENCE)
			continue;
		for_each_possible_cpu(cpu) /* bounded: CPUs */
			if (!per_cpu(cpu_zone, cpu) && is_processor(item->reference.handle, cpu))
				per_cpu(cpu_zone, cpu) = zone;
	}
	kfree(list);
	return 0;
}

/* °C; @celsius is KLUA_ACPI_ABSENT when the zone has no such method, or one that fails. */
static int read_temperature(acpi_handle zone, char *method, int *celsius)
{
	unsigned long long tenths; /* of a kelvin */
	acpi_status status;

	*celsius = KLUA_ACPI_ABSENT;
	status = acpi_evaluate_integer(zone, method, NULL, &tenths);
	if (status == AE_NO_MEMORY)
		return -ENOMEM;
	if (ACPI_FAILURE(status) || tenths > INT_MAX / 100)
		return -ENODEV;
	*celsius = deci_kelvin_to_celsius(tenths);
	return 0;
}

static int recent_temperature(struct thermal *zone, int *celsius)
{
	int err = 0;

	mutex_lock(&fresh_lock);
	if (!zone->known || time_after(jiffies, zone->read_at + FRESH)) {
		err = read_temperature(zone->handle, "_TMP", &zone->celsius);
		zone->known = !err;
		zone->read_at = jiffies;
	}
	*celsius = zone->celsius;
	mutex_unlock(&fresh_lock);
	return err;
}

unsigned int klua_acpi_zones_of(unsigned int cpu)
{
	return cpu < nr_cpu_ids && per_cpu(cpu_zone, cpu) ? 1 : zone_count;
}

int klua_acpi_get_temp(unsigned int cpu, int *celsius)
{
	struct thermal *zone = per_cpu(cpu_zone, cpu);
	int hottest = KLUA_ACPI_ABSENT, err;
	unsigned int i;

	if (zone)
		return recent_temperature(zone, celsius);
	for (i = 0; i < zone_count; i++) { /* bounded: ZONES_MAX */
		err = recent_temperature(&zones[i], celsius);
		if (err == -ENOMEM)
			return err;
		hottest = max(hottest, *celsius);
	}
	*celsius = hottest;
	return hottest == KLUA_ACPI_ABSENT ? -ENODEV : 0;
}

/* What the zone does not have is absent; fails when memory is short, for then nobody knows. */
static int read_zone(struct klua_acpi_zone *zone, acpi_handle handle)
{
	struct acpi_buffer name = { sizeof(zone->name), zone->name };
	char method[] = "_AC0";
	bool short_of_memory;
	unsigned int i;

	if (ACPI_FAILURE(acpi_get_name(handle, ACPI_FULL_PATHNAME_NO_TRAILING, &name))) {
		/* Too long for us: its last four letters. */
		name.length = sizeof(zone->name);
		acpi_get_name(handle, ACPI_SINGLE_NAME, &name);
	}
	short_of_memory = read_temperature(handle, "_TMP", &zone->temperature) == -ENOMEM ||
			  read_temperature(handle, "_CRT", &zone->critical) == -ENOMEM ||
			  read_temperature(handle, "_HOT", &zone->hot) == -ENOMEM ||
			  read_temperature(handle, "_PSV", &zone->passive) == -ENOMEM;
	for (i = 0; i < KLUA_ACPI_ACTIVE && !short_of_memory; i++) {
		method[3] = '0' + i;
		short_of_memory = read_temperature(handle, method, &zone->active[i]) == -ENOMEM;
	}
	return short_of_memory ? -ENOMEM : 0;
}

int klua_acpi_zones(struct klua_acpi_zone *records, unsigned int capacity)
{
	unsigned int i, n = min(zone_count, capacity);
	int err = 0;

	for (i = 0; i < n && !err; i++) /* bounded: ZONES_MAX */
		err = read_zone(&records[i], zones[i].handle);
	return err ?: n;
}

int klua_acpi_init(void)
{
	acpi_status status;
	unsigned int i;
	int err = 0;

	if (acpi_disabled)
		return -ENODEV;
	status = acpi_walk_namespace(ACPI_TYPE_THERMAL, ACPI_ROOT_OBJECT, ACPI_UINT32_MAX,
				     found_zone, NULL, NULL, NULL);
	if (ACPI_FAILURE(status))
		return status == AE_NO_MEMORY ? -ENOMEM : -EIO;
	for (i = 0; i < zone_count && !err; i++) /* bounded: ZONES_MAX */
		err = read_list(&zones[i], "_PSL") ?: read_list(&zones[i], "_TZD");
	return err;
}

void klua_acpi_exit(void)
{
}
