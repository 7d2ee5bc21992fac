/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* tap.h: TAP of programs in user space. */
#ifndef LAB_TAP_H
#define LAB_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_count, tap_failures;

/* A result; notes follow in lines that begin with #. */
__attribute__((format(printf, 2, 3)))
static inline bool tap_point(bool good, const char *format, ...)
{
	va_list args;

	printf("%sok %d - ", good ? "" : "not ", ++tap_count);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	tap_failures += !good;
	return good;
}

static inline void tap_equal(const char *suite, const char *name, long expected, long got)
{
	if (!tap_point(expected == got, "%s: %s", suite, name))
		printf("  # expected: %ld\n  # got: %ld\n", expected, got);
}

/* The last line. Return: the status of the program. */
static inline int tap_plan(void)
{
	printf("1..%d\n", tap_count);
	return tap_failures > 0;
}

#endif
