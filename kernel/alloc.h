/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* alloc.h: a VM's memory. */
#ifndef KLUA_ALLOC_H
#define KLUA_ALLOC_H

#include <linux/types.h>

struct klua_block;
struct klua_vm;

#define KLUA_SPARE_CLASSES 7 /* 32, 64, 96, 128, 192, 256, 512 bytes */

/**
 * struct klua_spare - freed small blocks that wait to be used again: see alloc.c
 * @first: of each class; a block's first word is the next block
 * @bytes: of all of them, as the allocator has them; part of the quota
 */
struct klua_spare {
	void *first[KLUA_SPARE_CLASSES];
	size_t bytes;
};

/**
 * klua_alloc() - a lua_Alloc; @ud is the VM
 *
 * Lua collects garbage and tries again when it gets NULL, then raises "not enough memory".
 */
void *klua_alloc(void *ud, void *ptr, size_t osize, size_t nsize);

/**
 * klua_alloc_reclaim() - give back what the userdata of a VM hold that failed
 *
 * As the collector does before it frees one. Each is whole: nothing raises between its allocation
 * and the end of its making, and what it may hold comes after. Runs no Lua, in any context.
 */
void klua_alloc_reclaim(struct klua_vm *vm);

/** klua_alloc_end() - free all blocks: what a VM that failed has, or the spare ones of another */
void klua_alloc_end(struct klua_vm *vm);

#endif
