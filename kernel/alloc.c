// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A VM's memory: a quota over the kernel's allocator. */
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "state.h"

/* Bytes that the allocator really takes for so many: near enough, and never less than asked. */
static size_t bucket(size_t size)
{
	if (size <= 8)
		return 8;
	if (size <= 192 && size > 128)
		return 192;
	if (size <= 96 && size > 64)
		return 96;
	if (size > PAGE_SIZE)
		return PAGE_ALIGN(size);
	return roundup_pow_of_two(size);
}

static void *take(struct klua_vm *vm, size_t size)
{
	if (gfpflags_allow_blocking(vm->gfp))
		return kvmalloc(size, vm->gfp);
	return kmalloc(size, vm->gfp);
}

/*
 * A block that shrinks moves to a smaller one: else a script could keep large blocks that count as small ones. Lua
 * relies on shrinking never failing: without memory to move to, the block stays as it is.
 */
static void *move(struct klua_vm *vm, void *ptr, size_t osize, size_t nsize)
{
	void *new;

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

/* A lua_Alloc; @ud is the VM. Lua collects and tries again when it gets NULL, then raises "not enough memory". */
void *klua_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
	struct klua_vm *vm = ud;
	size_t rest;
	void *new;

	if (!ptr)
		osize = 0; /* then it is a kind of object */
	if (!nsize) {
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
