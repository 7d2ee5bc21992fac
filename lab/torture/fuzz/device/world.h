/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* world.h: what is around the device in one run. */
#ifndef FUZZ_WORLD_H
#define FUZZ_WORLD_H

#include "shim.h"

#define WORLD_BASE 0x10000 /* where the caller's memory begins */
#define WORLD_ALLOC_MAX (2 << 20) /* bytes that one ioctl may ask for at once */

struct world {
	unsigned char *memory; /* of the caller, exactly this long */
	size_t size;
	unsigned char hostile; /* what is added to each byte that was read, by another thread */
	bool capable;
	long left;      /* allocations that succeed; -1: all */
	long allocated; /* that nobody gave back */
	long states;    /* references to states */
	const struct file_operations *operations;
	unsigned char sum; /* of what the runtime was given */
};

extern struct world world;

/** world_end() - stop what is loaded; nobody may hold it */
void world_end(void);

#endif
