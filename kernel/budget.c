// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Budgets in slices, so that a long run that may sleep lets others run. */
#include <linux/minmax.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>

#include "lstate.h"

#include "budget.h"
#include "log.h"
#include "state.h"

/*
 * So long may an entry wait for objects to be given back, in jiffies. Not for ever: a release may
 * wait for a callback of the state that is held.
 */
#define DEFER_TIMEOUT HZ

/*
 * The VM asks here when a slice is spent: for a slice beside what is owed already, however much. An
 * atomic entry has one slice; so has what is ended by a fatal signal, by Ctrl-C or by klua_stop().
 */
static lua_Integer next_slice(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);
	s64 more = min_t(s64, vm->left, KLUA_SLICE - G(L)->budget);

	if (more <= 0)
		return 0;
	cond_resched();
	if (fatal_signal_pending(current) || READ_ONCE(vm->state->stopping) ||
	    (vm->out && READ_ONCE(vm->out->stop)))
		return 0;
	vm->left -= more;
	return more;
}

void klua_budget_init(lua_State *L)
{
	lua_setbudgetf(L, next_slice);
}

void klua_budget_start(struct klua_vm *vm, s64 units)
{
	if (likely(vm->context == KLUA_CONTEXT_ATOMIC)) {
		vm->left = 0;
		lua_setbudget(vm->L, units);
		return;
	}
	vm->defer_timeout = DEFER_TIMEOUT;
	vm->left = units > KLUA_SLICE ? units - KLUA_SLICE : 0;
	lua_setbudget(vm->L, units - vm->left);
}
