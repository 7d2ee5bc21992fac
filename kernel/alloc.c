// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * A VM's memory: a quota over the kernel's allocator.
 *
 * A call from the kernel makes a few small objects that the collector frees soon after. Freed
 * blocks of up to 192 bytes are kept, a few of each size (at most 4.2 KiB for each VM, not counted
 * in its quota), so that such a call needs nothing of the kernel's allocator. Not under KASAN,
 * which would then miss a use after free.
 */
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "state.h"

/* By size in units of 8 bytes: the kind that has so many bytes and is smallest. */
static const u8 spare_class[] = {
	0, 0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6,
};

static inline u8 class_of(size_t size)
{
	return spare_class[(size + 7) / 8];
}

static const u8 class_size[KLUA_SPARE_CLASSES] = { 8, 16, 32, 64, 96, 128, 192 };

/* Bytes that the allocator really takes for so many: near enough, and never less than asked. */
static size_t bucket(size_t size)
{
	if (size <= 192)
		return class_size[class_of(size)];
	if (size > PAGE_SIZE)
		return PAGE_ALIGN(size);
	return roundup_pow_of_two(size);
}

static inline bool may_spare(size_t size)
{
	return !IS_ENABLED(CONFIG_KASAN) && size <= 192;
}

/* A block for @size bytes that was freed before, or NULL. */
static inline void *spare_get(struct klua_vm *vm, size_t size)
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
		spare->n[kind]--;
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
	if (spare->n[kind] == KLUA_SPARE_MAX)
		return false;
	*(void **)block = spare->first[kind];
	spare->first[kind] = block;
	spare->n[kind]++;
	return true;
}

/* klua_alloc_drain() - give the spare blocks back, when the VM is closed */
void klua_alloc_drain(struct klua_vm *vm)
{
	unsigned int kind;
	void **block;

	for (kind = 0; kind < KLUA_SPARE_CLASSES; kind++) {
		while ((block = vm->spare.first[kind])) {
			vm->spare.first[kind] = *block;
			kvfree(block); /* it may be large: one that could not shrink */
		}
		vm->spare.n[kind] = 0;
	}
}

static void *take(struct klua_vm *vm, size_t size)
{
	void *block = spare_get(vm, size);

	if (block)
		return block;
	if (may_spare(size)) /* all that its kind may be used for */
		size = bucket(size);
	if (gfpflags_allow_blocking(vm->gfp))
		return kvmalloc(size, vm->gfp);
	return kmalloc(size, vm->gfp);
}

/*
 * A block that shrinks moves to a smaller one: else a script could keep large blocks that count as
 * small ones. Lua relies on shrinking never failing: without memory to move to, the block stays as
 * it is.
 */
static void *move(struct klua_vm *vm, void *ptr, size_t osize, size_t nsize)
{
	void *new;

	if (may_spare(max(osize, nsize)) && class_of(osize) == class_of(nsize))
		return ptr;
	if (bucket(osize) == bucket(nsize) && !is_vmalloc_addr(ptr))
		new = krealloc(ptr, nsize, vm->gfp);
	else
		new = take(vm, nsize);
	if (!new)
		return nsize <= osize ? ptr : NULL;
	if (bucket(osize) != bucket(nsize) || is_vmalloc_addr(ptr)) {
		memcpy(new, ptr, min(osize, nsize));
		kvfree(ptr);
	}
	return new;
}

/*
 * A lua_Alloc; @ud is the VM. Lua collects and tries again when it gets NULL, then raises "not
 * enough memory".
 */
void *klua_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct klua_vm *vm = ud;
	size_t rest;
	void *new;

	if (!ptr)
		osize = 0; /* then it is a kind of object */
	if (!nsize) {
		if (ptr && !spare_put(vm, ptr, osize))
			kvfree(ptr);
		vm->used -= osize;
		return NULL;
	}
	rest = vm->used - osize;
	if (nsize > osize && (rest > vm->quota || nsize > vm->quota - rest))
		return NULL;
	new = ptr ? move(vm, ptr, osize, nsize) : take(vm, nsize);
	if (!new)
		return NULL;
	vm->used = rest + nsize;
	if (vm->used > vm->peak)
		vm->peak = vm->used;
	return new;
}
