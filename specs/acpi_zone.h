/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * acpi_zone.h: a thermal zone as scripts see it, read from the firmware when it is asked for.
 */
#ifndef KLUA_ACPI_ZONE_H
#define KLUA_ACPI_ZONE_H

/* Bytes of a path in the ACPI namespace, its NUL included; of longer ones the last four letters. */
#define KLUA_ACPI_NAME 64
#define KLUA_ACPI_ACTIVE 10     /* _AC0 to _AC9 (ACPI 6.5, 11.4.1) */
#define KLUA_ACPI_ABSENT (-274) /* no temperature: below absolute zero */

/* Units of the budget for one temperature of a zone, and for all that it has. */
#define KLUA_ACPI_READING  600
#define KLUA_ACPI_READINGS 3000

/**
 * struct klua_acpi_zone - what a thermal zone's methods said, in °C
 * @name: path in the ACPI namespace
 * @temperature: _TMP
 * @critical: _CRT: the system shuts down
 * @hot: _HOT: the system hibernates
 * @passive: _PSV: processors slow down
 * @active: _AC0 to _AC9: fans, from the strongest on
 *
 * KLUA_ACPI_ABSENT where the zone has no such method.
 */
struct klua_acpi_zone {
	char name[KLUA_ACPI_NAME];
	int temperature;
	int critical;
	int hot;
	int passive;
	union {
		int active[KLUA_ACPI_ACTIVE];
		struct {
			int active0, active1, active2, active3, active4;
			int active5, active6, active7, active8, active9;
		};
	};
};

/* How many zones tell the temperature of a CPU; of one that there cannot be: all zones. */
unsigned int klua_acpi_zones_of(unsigned int cpu);

#endif
