// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Who may enter a VM, and when.
 *
 * A context that is inside any state enters no other: waiting for a lock while holding one could
 * wait for ever. Contexts are tasks and, for each CPU, its soft interrupts. An atomic VM is held
 * with bottom halves off, so that one marker for each CPU tells all of its atomic entries. Holders
 * of sleepable VMs can migrate: they are in a table, looked at only while there are any and only by
 * tasks (a soft interrupt that interrupted a holder is a context of its own and never waits for a
 * mutex). A task's place in it follows from its address, and no other writes it meanwhile: no lock
 * is needed. Who finds its place taken is in a list.
 */
#include <linux/hash.h>
#include <linux/sched/mm.h>

#include "budget.h"
#include "defer.h"
#include "enter.h"

DEFINE_PER_CPU(struct klua_vm *, klua_entered);
atomic_t klua_nholders = ATOMIC_INIT(0);

#define PLACES_BITS 5

static struct task_struct *places[1 << PLACES_BITS];
static LIST_HEAD(holders);
/*
 * Taken with bottom halves off: an atomic entry looks at the list too, and may hold a lock that
 * soft interrupts take.
 */
static DEFINE_SPINLOCK(holders_lock);

static struct task_struct **place_of(struct task_struct *task)
{
	return &places[hash_ptr(task, PLACES_BITS)];
}

static noinline __cold bool is_listed(void)
{
	struct klua_vm *vm;
	bool found = false;

	spin_lock_bh(&holders_lock);
	/* bounded: a holder for each task that runs a script */
	list_for_each_entry(vm, &holders, holders) {
		if (vm->holder == current) {
			found = true;
			break;
		}
	}
	spin_unlock_bh(&holders_lock);
	return found;
}

/* What this task has written it sees: in its own place, or that the list is not empty. */
noinline __cold bool klua_task_isholder(void)
{
	return READ_ONCE(*place_of(current)) == current || (!list_empty(&holders) && is_listed());
}

static noinline __cold void list_holder(struct klua_vm *vm)
{
	vm->holder = current;
	spin_lock_bh(&holders_lock);
	list_add(&vm->holders, &holders);
	spin_unlock_bh(&holders_lock);
}

static noinline __cold void unlist_holder(struct klua_vm *vm)
{
	spin_lock_bh(&holders_lock);
	list_del(&vm->holders);
	spin_unlock_bh(&holders_lock);
	vm->holder = NULL;
}

static void add_holder(struct klua_vm *vm)
{
	if (unlikely(cmpxchg(place_of(current), NULL, current)))
		list_holder(vm);
	atomic_inc(&klua_nholders);
}

static void remove_holder(struct klua_vm *vm)
{
	atomic_dec(&klua_nholders);
	if (likely(!vm->holder))
		WRITE_ONCE(*place_of(current), NULL);
	else
		unlist_holder(vm);
}

__cold struct klua_vm *klua_enter_sleepable(struct klua_state *state, struct klua_vm *vm)
{
	if (!in_task() || softirq_count() || irqs_disabled() || klua_isinside())
		return ERR_PTR(-EBUSY);
	if (!vm)
		vm = state->vms[state->percpu ? raw_smp_processor_id() : 0];
	mutex_lock(&vm->mutex);
	add_holder(vm);
	if (vm->context == KLUA_CONTEXT_NOIO)
		vm->flags = memalloc_noio_save();
	return vm;
}

__cold void klua_leave_sleepable(struct klua_vm *vm)
{
	if (vm->context == KLUA_CONTEXT_NOIO)
		memalloc_noio_restore(vm->flags);
	remove_holder(vm);
	mutex_unlock(&vm->mutex);
}

/* Of the right state, but it has ended, or failed. */
__cold struct klua_vm *klua_enter_ended(struct klua_vm *vm)
{
	struct klua_state *state = vm->state;

	klua_vm_unlock(vm);
	return ERR_PTR(atomic_read(&state->nfailed) ? -ENOTRECOVERABLE : -ESHUTDOWN);
}

/* An answer for this CPU is right: whoever can migrate is in no atomic VM. */
bool klua_isinside(void)
{
	if (raw_cpu_read(klua_entered))
		return true;
	return in_task() && atomic_read(&klua_nholders) && klua_task_isholder();
}

struct klua_vm *klua_vm_lock(struct klua_vm *vm)
{
	return klua_vm_enter(vm->state, vm);
}

__cold void klua_vm_unlock(struct klua_vm *vm)
{
	vm->guard = NULL;
	klua_vm_leave(vm);
}

void klua_vm_reset(struct klua_vm *vm)
{
	lua_settop(vm->L, vm->base);
	if (vm->ndeferred)
		klua_defer_run(vm);
}

struct klua_vm *klua_begin_lock(struct klua_state *state)
{
	struct klua_vm *vm = klua_vm_enter(state, NULL);

	if (!IS_ERR(vm))
		klua_budget_start(vm, state->budget);
	return vm;
}
EXPORT_SYMBOL_GPL(klua_begin_lock);

void klua_unlock(struct klua_vm *vm)
{
	klua_vm_reset(vm);
	klua_vm_unlock(vm);
}
EXPORT_SYMBOL_GPL(klua_unlock);

lua_State *klua_lua(struct klua_vm *vm)
{
	return vm->L;
}
EXPORT_SYMBOL_GPL(klua_lua);
