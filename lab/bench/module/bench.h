/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the files of the module that counts have of each other. */
#ifndef KLUA_BENCH_H
#define KLUA_BENCH_H

#include <linux/types.h>

#define BENCH_PORT 2222 /* of the first CPU's packets; the next CPU's is the next */
#define BENCH_PAYLOAD 64
#define BENCH_PACKETS_MAX 1000000

/* hooks.c */
extern u64 bench_sink; /* written with WRITE_ONCE(), so that no reading is optimized away */
int bench_hook(const char *name);
int bench_regions(bool on);
unsigned long bench_interrupts(void);

/* packets.c: results are for the file to show */
int bench_packets(unsigned int n, u64 *mean);
int bench_flood(unsigned int n, u64 *rate);

/* governor.c */
int bench_throttle(unsigned int n, bool acpi, u64 *mean);

#endif
