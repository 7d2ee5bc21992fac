/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* vm.h: one Lua machine. */
#ifndef KLUA_VM_H
#define KLUA_VM_H

#include <linux/gfp.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

#include "alloc.h"
#include "backoff.h"
#include "klua.h"

/* Memory of what may sleep: where there is none, the script fails, and nobody is killed for it. */
#define KLUA_GFP (GFP_KERNEL | __GFP_NOWARN | __GFP_RETRY_MAYFAIL)

/* Key in the registry of what a chunk attached. */
#define KLUA_PENDING "klua.pending"

struct klua_output;

/**
 * struct klua_vm - one Lua machine of a state
 * @spin: held while inside, when the state is atomic; else @mutex is
 * @bh: the lock's holder turned bottom halves off itself
 * @open: chunks may require and attach now
 * @context: where it runs now: KLUA_CONTEXT_SLEEPABLE or KLUA_CONTEXT_NOIO while loading, whatever
 *   the state's
 * @base: height of the stack at rest
 * @globals: where the table of globals stays on the stack
 * @frames: one for each attachment, or NULL
 * @frame, @args: of the call under way, or NULL
 * @out: where print goes now, or NULL: to the ring
 * @pending: what the chunk attached in this VM so far
 * @ndeferred: objects to be given back when the holder leaves
 * @starved: the last allocation that failed was within the quota: the kernel had no memory
 * @failed: an error left without a handler: nothing of Lua is called with @L again
 * @guard: where such an error goes: the guard of the entry under way
 * @jump: @guard of an entry that klua_lock() began
 * @blocks: all memory of @L: see alloc.c
 * @flags: of memalloc_noio_save()
 * @left: of the budget, behind the slice that the VM counts
 * @defer_timeout: how long this entry may yet wait for objects to be given back, in jiffies
 * @backoff: of a VM that is not atomic
 * @holder: the task that holds @mutex, when it is in the list of such tasks; and its place there
 */
struct klua_vm {
	spinlock_t spin; /* see above */
	bool bh;
	bool open;
	enum klua_context context;
	lua_State *L;
	struct klua_state *state;
	int base;
	int globals;
	struct klua_frame *frames;
	struct klua_frame *frame;
	const void *args;
	size_t used, peak, quota;
	struct klua_spare spare;
	gfp_t gfp;
	struct klua_output *out;
	unsigned int cpu;
	unsigned int pending;
	unsigned int ndeferred;
	bool starved;
	bool failed;
	struct lua_jmpbuf *guard;
	struct lua_jmpbuf jump;
	struct klua_block *blocks;
	unsigned int flags;
	s64 left;
	long defer_timeout;
	struct mutex mutex; /* see above */
	struct klua_backoff backoff;
	struct task_struct *holder;
	struct list_head holders;
};

/* Coroutines inherit it. */
static inline struct klua_vm *klua_vm(lua_State *L)
{
	return *(struct klua_vm **)lua_getextraspace(L);
}

/** klua_vm_new() - a VM with its libraries, or ERR_PTR(-ENOMEM) */
struct klua_vm *klua_vm_new(struct klua_state *state, unsigned int cpu);

/**
 * klua_vm_end() - end what a VM has of Lua; nobody enters it any more
 *
 * It runs its finalizers, as one that may sleep. One that failed runs nothing, and neither do the
 * other copies of its script.
 */
void klua_vm_end(struct klua_vm *vm);

/** klua_vm_free() - end and free it; nobody else can reach it any more */
void klua_vm_free(struct klua_vm *vm);

/** klua_traceback() - message handler: the error with the way to it. Index 1 of a VM at rest */
int klua_traceback(lua_State *L);

#endif
