// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Who may enter a VM, and when.
 *
 * A context that is inside any state enters no other: waiting for a lock while holding one could
 * wait for ever. Contexts are tasks and, for each CPU, its soft interrupts. An atomic VM is held
 * with bottom halves off, so that one marker for each CPU tells all of its atomic entries. Holders
 * of sleepable VMs can migrate: they are in a list, looked at only while it has members and only by
 * tasks (a soft interrupt that interrupted a holder is a context of its own and never waits for a
 * mutex).
 */
#include <linux/bottom_half.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>

#include "door.h"
#include "state.h"

static DEFINE_PER_CPU(struct klua_vm *, inside);

static LIST_HEAD(holders);
/*
 * Taken with bottom halves off: an atomic entry looks at the list too, and may hold a lock that
 * soft interrupts take.
 */
static DEFINE_SPINLOCK(holders_lock);
static atomic_t nholders = ATOMIC_INIT(0);

static noinline __cold bool holds_mutex(const struct task_struct *task)
{
	struct klua_vm *vm;
	bool found = false;

	spin_lock_bh(&holders_lock);
	/* bounded: a holder for each task that runs a script */
	list_for_each_entry(vm, &holders, holders) {
		if (vm->holder == task) {
			found = true;
			break;
		}
	}
	spin_unlock_bh(&holders_lock);
	return found;
}

static void hold(struct klua_vm *vm)
{
	vm->holder = current;
	spin_lock_bh(&holders_lock);
	list_add(&vm->holders, &holders);
	spin_unlock_bh(&holders_lock);
	atomic_inc(&nholders);
}

static void unhold(struct klua_vm *vm)
{
	atomic_dec(&nholders);
	spin_lock_bh(&holders_lock);
	list_del(&vm->holders);
	spin_unlock_bh(&holders_lock);
	vm->holder = NULL;
}

/* @vm: which VM, or NULL: this CPU's. */
static __always_inline struct klua_vm *enter_atomic(struct klua_state *state, struct klua_vm *vm)
{
	unsigned int pc = preempt_count();
	bool bh = !(pc & SOFTIRQ_MASK);

	if (unlikely((pc & (HARDIRQ_MASK | NMI_MASK)) || irqs_disabled()))
		return ERR_PTR(-EBUSY);
	if (bh)
		local_bh_disable();
	if (unlikely(__this_cpu_read(inside)))
		goto nested;
	if (unlikely(atomic_read(&nholders)) && !(pc & SOFTIRQ_OFFSET) && holds_mutex(current))
		goto nested;
	if (!vm)
		vm = state->vms[state->percpu ? smp_processor_id() : 0];
	__this_cpu_write(inside, vm);
	spin_lock(&vm->spin);
	__release(&vm->spin); /* sparse cannot follow a lock that is held on return, or not */
	vm->bh = bh;
	return vm;
nested:
	if (bh)
		local_bh_enable();
	return ERR_PTR(-EBUSY);
}

static __always_inline void leave_atomic(struct klua_vm *vm)
{
	bool bh = vm->bh;

	__acquire(&vm->spin);
	spin_unlock(&vm->spin);
	__this_cpu_write(inside, NULL);
	if (bh)
		local_bh_enable();
}

static noinline __cold struct klua_vm *enter_sleepable(struct klua_state *state, struct klua_vm *vm)
{
	if (!in_task() || softirq_count() || irqs_disabled() || klua_isinside())
		return ERR_PTR(-EBUSY);
	if (!vm)
		vm = state->vms[state->percpu ? raw_smp_processor_id() : 0];
	mutex_lock(&vm->mutex);
	hold(vm);
	if (vm->context == KLUA_NOIO)
		vm->flags = memalloc_noio_save();
	return vm;
}

static noinline __cold void leave_sleepable(struct klua_vm *vm)
{
	if (vm->context == KLUA_NOIO)
		memalloc_noio_restore(vm->flags);
	unhold(vm);
	mutex_unlock(&vm->mutex);
}

/*
 * True when this context holds a VM. An answer for this CPU is right: whoever can migrate is in no
 * atomic VM.
 */
bool klua_isinside(void)
{
	if (raw_cpu_read(inside))
		return true;
	return in_task() && atomic_read(&nholders) && holds_mutex(current);
}

static __always_inline void leave(struct klua_vm *vm)
{
	if (likely(vm->context == KLUA_ATOMIC))
		leave_atomic(vm);
	else
		leave_sleepable(vm);
}

/* The slow path out of line, as enter_slowly(). */
noinline __cold void klua_release(struct klua_vm *vm)
{
	vm->outer = NULL;
	leave(vm);
}

/* The end of an entry, in its outer frame: the stack as it is at rest, and nothing held. */
void klua_settle(struct klua_vm *vm)
{
	lua_settop(vm->L, vm->base);
	if (vm->nending)
		klua_endviews(vm);
}

static __always_inline struct klua_vm *enter(struct klua_state *state, struct klua_vm *which)
{
	struct klua_vm *vm;

	if (likely(state->atomic))
		vm = enter_atomic(state, which);
	else
		vm = enter_sleepable(state, which);
	if (IS_ERR(vm))
		return vm;
	if (unlikely(state->phase >= KLUA_FAILED)) {
		klua_release(vm);
		return ERR_PTR(atomic_read(&state->nfailed) ? -ENOTRECOVERABLE : -ESHUTDOWN);
	}
	return vm;
}

static noinline __cold struct klua_vm *enter_slowly(struct klua_state *state, struct klua_vm *which)
{
	return enter(state, which);
}

struct klua_vm *klua_lockvm(struct klua_vm *vm)
{
	return enter_slowly(vm->state, vm);
}

struct klua_vm *klua_begin_lock(struct klua_state *state)
{
	struct klua_vm *vm = enter_slowly(state, NULL);

	if (!IS_ERR(vm))
		klua_startbudget(vm, state->budget);
	return vm;
}
EXPORT_SYMBOL_GPL(klua_begin_lock);

void klua_unlock(struct klua_vm *vm)
{
	klua_settle(vm);
	klua_release(vm);
}
EXPORT_SYMBOL_GPL(klua_unlock);

lua_State *klua_lua(struct klua_vm *vm)
{
	return vm->L;
}
EXPORT_SYMBOL_GPL(klua_lua);

/* No door opens: count it where no lock is needed. */
static noinline struct klua_vm *refused(struct klua_attachment *pub, struct klua_vm *vm)
{
	struct klua_attached *at = container_of(pub, struct klua_attached, pub);

	if (PTR_ERR(vm) == -EBUSY)
		atomic64_inc(&at->refused[KLUA_BUSY]);
	return vm;
}

/* @vm: what enter() gave. */
static __always_inline struct klua_vm *begin(struct klua_attachment *at, const void *args,
					     struct klua_vm *vm)
{
	struct klua_slot *slot;

	if (IS_ERR(vm))
		return refused(at, vm);
	slot = &vm->slots[at->index];
	if (unlikely(slot->timed) && klua_rests(at, vm, slot)) {
		slot->causes[KLUA_BACKOFF]++;
		klua_release(vm);
		return ERR_PTR(-EAGAIN);
	}
	slot->calls++;
	vm->slot = slot;
	vm->at = at;
	vm->args = args;
	klua_doorbudget(vm, at->state->budget);
	klua_pushslot(vm, slot);
	return vm;
}

static __always_inline void end(struct klua_vm *vm)
{
	vm->slot = NULL;
	vm->at = NULL;
	vm->args = NULL;
	klua_rest(vm);
}

__cold struct klua_vm *klua_begin(struct klua_attachment *at, const void *args)
{
	return begin(at, args, enter_slowly(at->state, NULL));
}
EXPORT_SYMBOL_GPL(klua_begin);

void *klua_frame(struct klua_vm *vm, struct klua_attachment *at)
{
	return vm->slots[at->index].frame;
}
EXPORT_SYMBOL_GPL(klua_frame);

void klua_leave(struct klua_vm *vm)
{
	if (unlikely(vm->nending))
		klua_endviews(vm);
	end(vm);
	klua_release(vm);
}
EXPORT_SYMBOL_GPL(klua_leave);

/* How many of so many arguments the function on top of the stack can see. */
static __always_inline int arity(const lua_State *L, int most)
{
	const TValue *fn = s2v(L->top.p - 1);
	const Proto *p;

	if (unlikely(!ttisLclosure(fn)))
		return most;
	p = clLvalue(fn)->p;
	return p->is_vararg || p->numparams > most ? most : p->numparams;
}

static __always_inline void push_values(lua_State *L, int index, int n)
{
	const StackValue *from = L->ci->func.p + index;

	for (; n > 0; n--, from++, L->top.p++) /* bounded: the callback's arguments */
		setobj2s(L, L->top.p, s2v(from));
}

/* The call, in its frame: what klua_ask() gives. */
static __always_inline int ask(struct klua_vm *vm, struct lua_longjmp *frame, const void *args)
{
	const struct klua_callback *callback = vm->at->callback;
	const struct klua_slot *slot = vm->slot;
	lua_State *L = vm->L;
	int n = arity(L, callback->nlent);
	const TValue *result;
	int err;

	if (n) {
		callback->lend(slot->frame, args, n);
		push_values(L, slot->lent, n);
	}
	klua_execute(L, frame, n, 1);
	if (n)
		callback->unlend(slot->frame);
	result = s2v(L->top.p - 1);
	err = likely(ttisboolean(result)) ? ttistrue(result) : klua_noanswer(vm);
	if (unlikely(vm->nending))
		klua_endviews(vm);
	end(vm);
	return err;
}

/* The call raised: the same frame is the outer one of what there is left to do. */
static noinline __cold int asked(struct klua_vm *vm, int status)
{
	lua_State *L = vm->L;
	int err;

	vm->at->callback->unlend(vm->slot->frame);
	klua_unwind(L, savestack(L, L->base_ci.func.p + 1 + vm->base), status);
	err = klua_failed(vm, status);
	if (vm->nending)
		klua_endviews(vm);
	end(vm);
	return err;
}

static noinline __cold int ask_uncaught(struct klua_vm *vm)
{
	klua_condemn(vm);
	return -ENOTRECOVERABLE;
}

int klua_ask(struct klua_attachment *at, const void *args)
{
	struct klua_vm *vm = begin(at, args, enter(at->state, NULL));
	struct lua_longjmp frame;
	int err;

	if (IS_ERR(vm))
		return PTR_ERR(vm);
	vm->outer = &frame.b;
	if (likely(!lua_setjmp(&frame.b)))
		err = ask(vm, &frame, args);
	else if (likely(klua_caught(vm->L)))
		err = asked(vm, frame.status);
	else
		err = ask_uncaught(vm);
	vm->outer = NULL;
	leave(vm);
	return err;
}
EXPORT_SYMBOL_GPL(klua_ask);
