/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * nth.h: has the nth allocation of this task fail.
 *
 * A kernel with FAULT_INJECTION counts down /proc/self/task/TID/fail-nth at each allocation and
 * fails the one at which it gets to 0. Copying from and to the program counts as an allocation
 * does: the number's own may be the nth.
 */
#ifndef NTH_H
#define NTH_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int fail_nth;

/* Return: 0, or -1: this kernel does not do that. */
static inline int open_nth(void)
{
	fail_nth = open("/proc/thread-self/fail-nth", O_RDWR | O_CLOEXEC);
	return fail_nth < 0 ? -1 : 0;
}

static inline void set_nth(unsigned int n)
{
	char number[16];
	int size = sprintf(number, "%u", n);

	if (pwrite(fail_nth, number, size, 0) != size && pwrite(fail_nth, number, size, 0) != size)
		abort();
}

/* How many allocations were missing to the nth; 0: there was one, and it failed. */
static inline unsigned int stop_nth(void)
{
	char number[16] = "";
	ssize_t size = pread(fail_nth, number, sizeof(number) - 1, 0);

	set_nth(0);
	return size > 0 ? strtoul(number, NULL, 10) : 1;
}

#endif
