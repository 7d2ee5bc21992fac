// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Backoff: attachments whose calls fail and take long are not called for a while; meanwhile their
 * hosts' defaults answer.
 *
 * Whoever sends what scripts cannot bear neither takes the machine with it nor switches a filter
 * off: all failing calls of atomic states on a CPU together may take half of its time. A VM that
 * may sleep has an account of its own, since the scheduler shares its CPU. When the calls of an
 * account took KLUA_BACKOFF_EXCESS more than half of the time, whoever took a fair share of that
 * backs off for as long as the excess; one that fails beside them seldom, or quickly, is called
 * on. What fails meanwhile adds to it. Only who failed lately is timed.
 */
#include <linux/cpumask.h>
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/percpu.h>
#include <linux/ratelimit.h>

#include "backoff.h"
#include "frame.h"
#include "state.h"
#include "vm.h"

static DEFINE_PER_CPU(struct klua_backoff, cpu_backoff);

static void add_excess(struct klua_backoff *b, u64 began, u64 now)
{
	u64 waited = min_t(u64, atomic64_xchg(&b->waited, 0), KLUA_BACKOFF_EXCESS);
	u64 busy = b->ended + waited;
	u64 idle = began > busy ? began - busy : 0;

	if (began < b->until) {
		b->until += 2 * (now - began);
		return;
	}
	if (idle >= b->excess) {
		b->since = began;
		b->failing = 0;
		b->excess = 0;
	} else {
		b->excess -= idle;
	}
	b->excess += now - began + waited;
	if (b->excess >= KLUA_BACKOFF_EXCESS) {
		b->until = now + b->excess;
		b->excess = 0;
	}
}

/* A call that began at share->began failed @now. */
static void account_failure(struct klua_backoff *b, struct klua_backoff_share *share, u64 now)
{
	add_excess(b, share->began, now);
	b->ended = now;
	if (share->ended < b->since) {
		share->took = 0;
		b->failing++;
	}
	share->took += now - share->began;
	share->began = now; /* it may fail twice */
	share->ended = now;
}

/* Return: true when it may not be called @now: on no CPU, once it was refused on one. */
static bool is_active(const struct klua_backoff *b, struct klua_backoff_share *share, u64 now)
{
	if (now < b->until && share->ended >= b->since &&
	    share->took * max(b->failing, 1u) >= KLUA_BACKOFF_EXCESS)
		WRITE_ONCE(share->until, max(share->until, b->until));
	return now < share->until;
}

static struct klua_backoff *account_of(struct klua_vm *vm)
{
	return vm->context == KLUA_CONTEXT_ATOMIC ? this_cpu_ptr(&cpu_backoff) : &vm->backoff;
}

/* While a call failed for so long, other CPUs may have done nothing but wait for the VM's lock. */
static void account_waiters(struct klua_vm *vm, u64 took)
{
	unsigned int cpu;

	if (vm->context != KLUA_CONTEXT_ATOMIC || !spin_is_contended(&vm->spin))
		return;
	for_each_online_cpu(cpu) /* bounded: CPUs, for a call that fails */
		if (cpu != smp_processor_id())
			atomic64_add(took, &per_cpu(cpu_backoff, cpu).waited);
}

void klua_backoff_failed(struct klua_vm *vm)
{
	struct klua_backoff_share *share = &vm->frame->backoff;
	u64 now = ktime_get_ns();

	if (!share->timed) { /* how long this one took is not known */
		share->timed = true;
		share->began = now;
	}
	account_waiters(vm, now - share->began);
	account_failure(account_of(vm), share, now);
}

bool klua_backoff_active(struct klua_vm *vm, struct klua_frame *frame)
{
	struct klua_backoff_share *share = &frame->backoff;
	u64 before = share->until;
	u64 now = ktime_get_ns();

	if (!is_active(account_of(vm), share, now)) {
		share->began = now;
		share->timed = now < max(share->ended, before) + NSEC_PER_SEC;
		return false;
	}
	if (before < now && __ratelimit(&vm->state->printk_limit))
		pr_warn("klua: %s: %s failed for %llu ms, backs off for %llu ms\n", vm->state->name,
			frame->at->callback->name, share->took / NSEC_PER_MSEC,
			(share->until - now) / NSEC_PER_MSEC + 1);
	return true;
}
