/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* enter.h: a VM is locked, and unlocked. What each packet pays for is inline. */
#ifndef KLUA_ENTER_H
#define KLUA_ENTER_H

#include <linux/bottom_half.h>
#include <linux/err.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <linux/sched.h>

#include "state.h"
#include "vm.h"

DECLARE_PER_CPU(struct klua_vm *, klua_entered); /* the atomic VM that this CPU is inside of */
extern atomic_t klua_nholders;                   /* tasks inside of sleepable ones */

/** klua_isinside() - whether this context is inside any state */
bool klua_isinside(void);

/**
 * klua_vm_lock() - enter this VM, out of line
 *
 * Return: the VM; or ERR_PTR(-EBUSY) inside of a state, ERR_PTR(-ESHUTDOWN) when the state has
 * ended, ERR_PTR(-ENOTRECOVERABLE) when it has failed.
 */
struct klua_vm *klua_vm_lock(struct klua_vm *vm);

/** klua_vm_unlock() - leave it, and disarm its guard */
void klua_vm_unlock(struct klua_vm *vm);

/** klua_vm_reset() - end an entry, in its guard: the stack as it is at rest, and nothing held */
void klua_vm_reset(struct klua_vm *vm);

/* enter.c */
bool klua_task_isholder(void);
struct klua_vm *klua_enter_sleepable(struct klua_state *state, struct klua_vm *vm);
struct klua_vm *klua_enter_ended(struct klua_vm *vm);
void klua_leave_sleepable(struct klua_vm *vm);

/* @vm: which VM, or NULL: this CPU's. */
static __always_inline struct klua_vm *klua_enter_atomic(struct klua_state *state,
							 struct klua_vm *vm)
{
	unsigned int pc = preempt_count();
	bool bh = !(pc & SOFTIRQ_MASK);

	if (unlikely((pc & (HARDIRQ_MASK | NMI_MASK)) || irqs_disabled()))
		return ERR_PTR(-EBUSY);
	if (bh)
		local_bh_disable();
	if (unlikely(__this_cpu_read(klua_entered)))
		goto nested;
	if (unlikely(atomic_read(&klua_nholders)) && !(pc & SOFTIRQ_OFFSET) && klua_task_isholder())
		goto nested;
	if (!vm)
		vm = state->vms[state->percpu ? smp_processor_id() : 0];
	__this_cpu_write(klua_entered, vm);
	spin_lock(&vm->spin);
	__release(&vm->spin); /* sparse cannot follow a lock that is held on return, or not */
	vm->bh = bh;
	return vm;
nested:
	if (bh)
		local_bh_enable();
	return ERR_PTR(-EBUSY);
}

static __always_inline void klua_leave_atomic(struct klua_vm *vm)
{
	bool bh = vm->bh;

	__acquire(&vm->spin);
	spin_unlock(&vm->spin);
	__this_cpu_write(klua_entered, NULL);
	if (bh)
		local_bh_enable();
}

/* klua_vm_enter() - as klua_vm_lock() of @which, or of this CPU's when it is NULL */
static __always_inline struct klua_vm *klua_vm_enter(struct klua_state *state,
						     struct klua_vm *which)
{
	struct klua_vm *vm;

	if (likely(state->atomic))
		vm = klua_enter_atomic(state, which);
	else
		vm = klua_enter_sleepable(state, which);
	if (!IS_ERR(vm) && unlikely(state->phase >= KLUA_FAILED))
		vm = klua_enter_ended(vm);
	return vm;
}

static __always_inline void klua_vm_leave(struct klua_vm *vm)
{
	if (likely(vm->context == KLUA_CONTEXT_ATOMIC))
		klua_leave_atomic(vm);
	else
		klua_leave_sleepable(vm);
}

#endif
