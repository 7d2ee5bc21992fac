// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A VM's memory: a quota over the kernel's allocator.
 *
 * A call from the kernel makes a few small objects, which the collector frees with those of many
 * other calls. Freed blocks of up to 512 bytes are kept, at most half of the quota and within
 * it, so that such a call needs nothing of the kernel's allocator. They go when the quota is needed
 * for what lives. Not under KASAN, which would then miss a use after free.
 *
 * Each block begins with 16 bytes that Lua does not see: all blocks of a VM are in a list, so that
 * those of a VM that failed are found without its heap.
 */
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "lobject.h"

#include "alloc.h"
#include "vm.h"

/**
 * struct klua_block - what a block begins with
 * @next: in the VM's list of blocks, which ends with NULL
 * @prev: the block before it, or 0; BLOCK_USERDATA may be set
 */
struct klua_block {
	struct klua_block *next;
	unsigned long prev;
	unsigned char bytes[];
};

#define HEAD_SIZE      sizeof(struct klua_block)
#define BLOCK_USERDATA 1ul /* it holds a userdata, which may hold something of the kernel */
#define SPARE_LARGEST  (512 - HEAD_SIZE)
#define SPARE_SHARE    2 /* of the quota */

static inline struct klua_block *block_of(void *bytes)
{
	return container_of(bytes, struct klua_block, bytes[0]);
}

static void block_link(struct klua_vm *vm, struct klua_block *block, unsigned long kind)
{
	struct klua_block *next = vm->blocks;

	block->prev = kind;
	block->next = next;
	if (next)
		next->prev = (unsigned long)block | (next->prev & BLOCK_USERDATA);
	vm->blocks = block;
}

/* To @next, which may be of its successor, or NULL: it goes out of the list. */
static void block_replace(struct klua_vm *vm, unsigned long prev, struct klua_block *next)
{
	struct klua_block *before = (struct klua_block *)(prev & ~BLOCK_USERDATA);

	if (before)
		before->next = next;
	else
		vm->blocks = next;
}

static void block_free(struct klua_vm *vm, struct klua_block *block)
{
	struct klua_block *next = block->next;

	block_replace(vm, block->prev, next);
	if (next)
		next->prev = (block->prev & ~BLOCK_USERDATA) | (next->prev & BLOCK_USERDATA);
	kvfree(block);
}

/* The block was moved. */
static void block_moved(struct klua_vm *vm, struct klua_block *block)
{
	struct klua_block *next = block->next;

	block_replace(vm, block->prev, block);
	if (next)
		next->prev = (unsigned long)block | (next->prev & BLOCK_USERDATA);
}

/* By size in units of 16 bytes: the kind that has so many bytes and is smallest. */
static const u8 spare_class[] = { 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5,
				  6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 };

static inline u8 class_of(size_t size)
{
	return spare_class[(size + 15) / 16];
}

static const u16 class_size[KLUA_SPARE_CLASSES] = { 32, 64, 96, 128, 192, 256, 512 };

/* Bytes that the allocator really takes for so many: near enough, and never less than needed. */
static size_t bucket_size(size_t size)
{
	if (size <= SPARE_LARGEST)
		return class_size[class_of(size)];
	size += HEAD_SIZE;
	if (size > PAGE_SIZE)
		return PAGE_ALIGN(size);
	return roundup_pow_of_two(size);
}

static inline bool may_spare(size_t size)
{
	return !IS_ENABLED(CONFIG_KASAN) && size <= SPARE_LARGEST;
}

/* A block for @size bytes that was freed before, or NULL. It is in the list. */
static inline void *spare_get(struct klua_vm *vm, size_t size, unsigned long kind_of_object)
{
	struct klua_spare *spare = &vm->spare;
	void **block;
	u8 kind;

	if (!may_spare(size))
		return NULL;
	kind = class_of(size);
	block = spare->first[kind];
	if (block) {
		spare->first[kind] = *block;
		spare->bytes -= class_size[kind];
		block_of(block)->prev |= kind_of_object;
	}
	return block;
}

/*
 * Keep a block whose size was @size, if there is room; it may be larger, never smaller than its
 * kind.
 */
static inline bool spare_put(struct klua_vm *vm, void *block, size_t size)
{
	struct klua_spare *spare = &vm->spare;
	u8 kind;

	if (!may_spare(size))
		return false;
	kind = class_of(size);
	if (spare->bytes + class_size[kind] > vm->quota / SPARE_SHARE)
		return false;
	block_of(block)->prev &= ~BLOCK_USERDATA;
	*(void **)block = spare->first[kind];
	spare->first[kind] = block;
	spare->bytes += class_size[kind];
	return true;
}

/* Frees spare blocks, the large ones first, until @size bytes more fit into the quota. */
static noinline void spare_shrink(struct klua_vm *vm, size_t used, size_t size)
{
	struct klua_spare *spare = &vm->spare;
	unsigned int kind = KLUA_SPARE_CLASSES - 1;

	/* charged: who needs so much pays for it by the byte */
	while (spare->bytes && size > vm->quota - min(vm->quota, used + spare->bytes)) {
		void **block = spare->first[kind];

		if (!block) {
			kind--;
			continue;
		}
		spare->first[kind] = *block;
		spare->bytes -= class_size[kind];
		block_free(vm, block_of(block));
	}
}

void klua_alloc_reclaim(struct klua_vm *vm)
{
	struct klua_block *block;
	Udata *u;

	for (block = vm->blocks; block; block = block->next) { /* bounded: by the quota */
		if (!(block->prev & BLOCK_USERDATA))
			continue;
		u = (Udata *)block->bytes;
		if (u->hook && u->hook->free)
			u->hook->free(getudatamem(u));
	}
}

void klua_alloc_end(struct klua_vm *vm)
{
	struct klua_block *block;

	while ((block = vm->blocks)) { /* bounded: the VM's blocks, by its quota */
		vm->blocks = block->next;
		kvfree(block);
		cond_resched();
	}
	memset(&vm->spare, 0, sizeof(vm->spare));
	WRITE_ONCE(vm->used, 0);
}

static void *block_alloc(struct klua_vm *vm, size_t size, unsigned long kind)
{
	void *bytes = spare_get(vm, size, kind);
	struct klua_block *block;

	if (bytes)
		return bytes;
	size = may_spare(size) ? bucket_size(size) : /* all that its kind may be used for */
				 size + HEAD_SIZE;
	if (gfpflags_allow_blocking(vm->gfp))
		block = kvmalloc(size, vm->gfp);
	else
		block = kmalloc(size, vm->gfp);
	if (!block)
		return NULL;
	block_link(vm, block, kind);
	return block->bytes;
}

static void *block_resize(struct klua_vm *vm, void *ptr, size_t size)
{
	struct klua_block *block = krealloc(block_of(ptr), size + HEAD_SIZE, vm->gfp);

	if (!block)
		return NULL;
	block_moved(vm, block);
	return block->bytes;
}

/*
 * A block that shrinks moves to a smaller one: else a script could keep large blocks that count as
 * small ones. Lua relies on shrinking never failing: without memory to move to, the block stays as
 * it is.
 */
static void *block_move(struct klua_vm *vm, void *ptr, size_t osize, size_t nsize)
{
	void *new;

	if (may_spare(max(osize, nsize)) && class_of(osize) == class_of(nsize))
		return ptr;
	if (bucket_size(osize) == bucket_size(nsize) && !is_vmalloc_addr(ptr))
		new = block_resize(vm, ptr, nsize);
	else
		new = block_alloc(vm, nsize, 0);
	if (!new)
		return nsize <= osize ? ptr : NULL;
	if (bucket_size(osize) != bucket_size(nsize) || is_vmalloc_addr(ptr)) {
		memcpy(new, ptr, min(osize, nsize));
		block_free(vm, block_of(ptr));
	}
	return new;
}

void *klua_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct klua_vm *vm = ud;
	unsigned long kind = 0;
	size_t rest;
	void *new;

	if (!ptr) { /* then it is a kind of object */
		if (osize == LUA_TUSERDATA)
			kind = BLOCK_USERDATA;
		osize = 0;
	}
	if (!nsize) {
		if (ptr && !spare_put(vm, ptr, osize))
			block_free(vm, block_of(ptr));
		vm->used -= osize;
		return NULL;
	}
	rest = vm->used - osize;
	if (nsize > osize) {
		if (rest > vm->quota || nsize > vm->quota - rest) {
			vm->starved = false;
			return NULL;
		}
		if (unlikely(vm->spare.bytes > vm->quota - rest - nsize))
			spare_shrink(vm, rest, nsize);
	}
	new = ptr ? block_move(vm, ptr, osize, nsize) : block_alloc(vm, nsize, kind);
	if (!new) {
		vm->starved = true;
		return NULL;
	}
	vm->used = rest + nsize;
	if (vm->used > vm->peak)
		vm->peak = vm->used;
	return new;
}
