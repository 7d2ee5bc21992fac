// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * modules.c: has the 1st, 2nd, … nth allocation or copy fail while a module is loaded; in TAP.
 *
 *   torture-modules STEP SEED MODULE.ko...    every so many-th allocation, beginning by the seed
 *
 * The module must load, or fail for that and leave nothing: it loads without a fault.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "nth.h"
#include "tap.h"

static int load(int fd)
{
	return syscall(SYS_finit_module, fd, "", 0) ? errno : 0;
}

static int unload(const char *name)
{
	return syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
}

/* Return: how many allocations failed; -1 after a complaint. */
static int sweep(int fd, const char *name, unsigned int step, unsigned int n)
{
	int tried = 0, past = 0, err;

	for (; !past; n += step) {
		set_nth(n);
		err = load(fd);
		past = stop_nth() != 0;
		if (err ? past || (err != ENOMEM && err != EFAULT) : unload(name)) {
			tap_point(false, "%s: allocation %u", name, n);
			printf("  # %s\n", strerror(err ?: errno));
			return -1;
		}
		tried += !past;
	}
	err = load(fd) ?: unload(name);
	if (err) {
		tap_point(false, "%s: without a fault", name);
		printf("  # %s\n", strerror(err));
		return -1;
	}
	return tried;
}

int main(int argc, char **argv)
{
	unsigned int step, first;
	int i;

	if (argc < 4)
		return 2;
	step = strtoul(argv[1], NULL, 10);
	first = 1 + strtoul(argv[2], NULL, 10) % step;
	if (open_nth())
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (i = 3; i < argc; i++) {
		int fd = open(argv[i], O_RDONLY | O_CLOEXEC), tried;
		char *name = basename(argv[i]);

		if (fd < 0)
			return 2;
		*strrchr(name, '.') = '\0';
		tried = sweep(fd, name, step, first);
		if (tried >= 0)
			tap_point(true, "%s: %d failed allocations and copies", name, tried);
		close(fd);
	}
	tap_plan();
	return 0;
}
