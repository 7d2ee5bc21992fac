// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The guard of an entry: the last line of defence.
 *
 * Each entry into a VM sets one before anything of Lua is called. An error that no protected call
 * catches comes here. What it interrupted may have left the heap half of anything: the VM is
 * condemned. Nothing of Lua is called with it again, its entry ends (loans, references of the
 * kernel, lock), and its whole state fails: callers get the default. In process context its
 * attachments are undone and its memory is freed, block by block. It stays in the list, to say why,
 * until it is stopped or reloaded.
 */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/string.h>

#include "lstate.h"

#include "enter.h"
#include "frame.h"
#include "guard.h"
#include "list.h"

static struct workqueue_struct *fail_queue;

int klua_guard_init(void)
{
	fail_queue = alloc_workqueue("klua", WQ_UNBOUND, 0);
	return fail_queue ? 0 : -ENOMEM;
}

void klua_guard_exit(void)
{
	destroy_workqueue(fail_queue);
}

/* Any context. */
static void fail_state(struct klua_state *state, const char *where)
{
	if (atomic_inc_return(&state->nfailed) > 1)
		return;
	snprintf(state->failure, sizeof(state->failure), "an error that nothing catches, in %s",
		 where);
	pr_err("klua: %s: failed: %s\n", state->name, state->failure);
	if (cmpxchg(&state->phase, KLUA_LOADING, KLUA_DEAD) == KLUA_LOADING)
		return; /* who loads it ends it */
	if (cmpxchg(&state->phase, KLUA_LIVE, KLUA_FAILED) == KLUA_LIVE) {
		klua_get(state);
		queue_work(fail_queue, &state->fail_work);
	}
}

void klua_condemn(struct klua_vm *vm)
{
	struct klua_frame *frame = vm->frame;
	const struct klua_callback *callback = NULL;

	vm->failed = true;
	vm->guard = NULL;
	if (frame) {
		callback = frame->at->callback;
		frame->causes[KLUA_CAUSE_ERROR]++;
		strscpy(frame->error, "an error that nothing catches", sizeof(frame->error));
		if (callback->unlend)
			callback->unlend(frame->data);
	}
	vm->frame = NULL;
	vm->args = NULL;
	vm->ndeferred = 0;
	vm->out = NULL;
	klua_alloc_reclaim(vm);
	fail_state(vm->state, callback ? callback->name : "the script's own code");
}

struct lua_jmpbuf *klua_guard_arm(struct klua_vm *vm)
{
	vm->guard = &vm->jump;
	return vm->guard;
}
EXPORT_SYMBOL_GPL(klua_guard_arm);

struct klua_vm *klua_guard_caught(struct klua_vm *vm)
{
	klua_condemn(vm);
	klua_vm_unlock(vm);
	return ERR_PTR(-ENOTRECOVERABLE);
}
EXPORT_SYMBOL_GPL(klua_guard_caught);

int klua_guard(struct klua_vm *vm, int (*fn)(struct klua_vm *vm, void *arg), void *arg)
{
	struct lua_jmpbuf jump;
	int ret;

	vm->guard = &jump;
	if (lua_setjmp(&jump)) {
		klua_condemn(vm);
		return -ENOTRECOVERABLE;
	}
	ret = fn(vm, arg);
	vm->guard = NULL;
	return ret;
}

/*
 * Each entry has a guard. A binding that keeps a lua_State and calls it from elsewhere has none,
 * and nowhere to go back to: its task, or its CPU, waits for one.
 */
LUA_HOST_NORETURN void lua_host_uncaught(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	if (!vm->guard)
		pr_emerg("klua: %s: an error outside of any entry\n", vm->state->name);
	while (!READ_ONCE(vm->guard)) /* bounded: by nothing */
		cpu_relax();
	vm->L->errorJmp = NULL;
	lua_longjmp(vm->guard, 1);
}

EXPORT_SYMBOL_GPL(lua_setjmp);
