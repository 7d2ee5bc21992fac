/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * state.h: how a state is laid out, for the runtime's own files.
 *
 * Locks, outermost first: state->control (loading, run, eval, reload, destroy: one at a time for a
 * state; of two states only at reload, the old one's first), state->shape (its VMs and attachments
 * stay), a VM's lock, the ring's. The list's lock and the bindings' are innermost. A host's attach
 * and detach run under state->control alone.
 */
#ifndef KLUA_STATE_H
#define KLUA_STATE_H

#include <linux/mutex.h>
#include <linux/ratelimit.h>
#include <linux/refcount.h>
#include <linux/workqueue.h>

#include "klua.h"
#include "life.h"

/* What attachments need of the kernel, 1 to 2 KiB each, is in no quota: so many for a state. */
#define KLUA_ATTACHMENTS_MAX 64

enum klua_phase {
	KLUA_LOADING, /* not published; chunks may require and attach */
	KLUA_LIVE,
	KLUA_FAILED, /* one of its VMs did: as live, for who looks at it; nothing enters */
	KLUA_DEAD,
};

/**
 * struct klua_state - a script environment
 * @atomic: how VMs are locked: spinlock, else mutex
 * @context_fixed: an attachment, or its maker, has fixed @context
 * @anonymous: it has no name, and ends with the descriptor that made it
 * @kernel: kernel code made it and destroys it, not klua_stop()
 * @stopping: what may sleep and runs ends with its slice
 * @asked: context that its maker asked for
 * @vms: by CPU when percpu; NULL where no such CPU is possible
 * @first: the first of them
 * @id: number of the load or reload that made it
 * @attach_code: source to run after the chunk, for --attach
 * @old: whose place it takes
 * @uses: modules that it holds
 * @order, @holds, @takes: see order.c
 * @control: one load, run, eval or destroy at a time
 * @shape: vms and attached do not change
 * @fail_work: ends the VMs of a state that failed
 * @nfailed: VMs
 * @failure: why, before the phase says so
 * @error: text of the last error of loading, run or eval
 */
struct klua_state {
	bool atomic;
	bool percpu;
	bool context_fixed;
	bool anonymous;
	bool kernel;
	bool stopping;
	enum klua_phase phase;
	enum klua_context asked;
	enum klua_context context;
	unsigned int nvms; /* bounded: CPUs */
	s64 budget;
	s64 load_budget;
	size_t memory;
	struct klua_vm *first;
	struct klua_vm **vms;
	struct klua_attached **attached;
	unsigned int nattached; /* bounded: KLUA_ATTACHMENTS_MAX */
	struct net *net;
	u64 net_cookie;
	u64 id;
	char *allow;
	char *attach_code;
	struct klua_ring *ring;
	struct klua_state *old;
	struct list_head uses;
	struct list_head order;
	u64 holds;
	u64 takes;
	struct list_head list;
	refcount_t refs;
	struct mutex control; /* see above */
	struct mutex shape;   /* see above */
	struct work_struct fail_work;
	atomic_t nfailed;
	char failure[KLUA_FAILURE_MAX];
	struct ratelimit_state printk_limit;
	struct ratelimit_state trace_limit;
	char name[KLUA_NAME_MAX];
	char error[KLUA_ERROR_MAX];
};

/* The VM at index *@i or after, or NULL; *@i is then behind it. CPUs that cannot be have none. */
static inline struct klua_vm *klua_nextvm(struct klua_state *state, unsigned int *i)
{
	struct klua_vm *vm = NULL;

	while (!vm && *i < state->nvms) /* bounded: CPUs */
		vm = state->vms[(*i)++];
	return vm;
}

#define klua_for_each_vm(vm, state, i) \
	for (i = 0; (vm = klua_nextvm(state, &(i)));) /* bounded: CPUs */

/** klua_setnet() - note the loader's network namespace, which it holds while it loads */
void klua_setnet(struct klua_state *state);

/** klua_seterror() - set the text of klua_error() */
void klua_seterror(struct klua_state *state, const char *fmt, ...) __printf(2, 3);

/** klua_seterror_closed() - the same, from the errno of klua_vm_lock(): why nothing was entered */
void klua_seterror_closed(struct klua_state *state, int err);

#endif
