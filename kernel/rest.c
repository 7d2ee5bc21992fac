// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Rest for attachments whose calls fail and take long: meanwhile their hosts' defaults answer.
 *
 * Whoever sends what scripts cannot bear neither takes the machine with it nor switches a filter
 * off: all failing calls of atomic states on a CPU together may take half of its time (strain.c).
 * A VM that may sleep has a strain of its own, since the scheduler shares its CPU. Only who failed
 * lately is timed.
 */
#include <linux/cpumask.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/percpu.h>
#include <linux/ratelimit.h>

#include "state.h"

static DEFINE_PER_CPU(struct klua_strain, strains);

static struct klua_strain *strain_of(struct klua_vm *vm)
{
	return vm->context == KLUA_ATOMIC ? this_cpu_ptr(&strains) : &vm->strain;
}

/* While a call failed for so long, other CPUs may have done nothing but wait for the VM's lock. */
static void strain_waiters(struct klua_vm *vm, u64 took)
{
	unsigned int cpu;

	if (vm->context != KLUA_ATOMIC || !spin_is_contended(&vm->spin))
		return;
	for_each_online_cpu(cpu) /* bounded: CPUs, for a call that fails */
		if (cpu != smp_processor_id())
			atomic64_add(took, &per_cpu(strains, cpu).waited);
}

/* The call under way failed. */
void klua_tire(struct klua_vm *vm, struct klua_slot *slot)
{
	u64 now = ktime_get_ns();

	if (!slot->timed) { /* how long this one took is not known */
		slot->timed = true;
		slot->began = now;
	}
	strain_waiters(vm, now - slot->began);
	klua_strain(strain_of(vm), slot, now);
}

/* A call of @at begins, for a slot that is @timed. Return: true while it rests. */
bool klua_rests(struct klua_attachment *at, struct klua_vm *vm, struct klua_slot *slot)
{
	u64 before = slot->rest_until;
	u64 now = ktime_get_ns();

	if (!klua_strained(strain_of(vm), slot, now)) {
		slot->began = now;
		slot->timed = now < max(slot->ended, before) + NSEC_PER_SEC;
		return false;
	}
	if (before < now && __ratelimit(&vm->state->printk_limit))
		pr_warn("klua: %s: %s failed for %llu ms, rests for %llu ms\n", vm->state->name,
			at->callback->name, slot->took / NSEC_PER_MSEC,
			(slot->rest_until - now) / NSEC_PER_MSEC + 1);
	return true;
}
