// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The outer frame: the last line of defence.
 *
 * Each entry into a VM has one, set before anything of Lua is called. An error that no protected
 * call catches comes here. What it interrupted may have left the heap half of anything: the VM is
 * condemned. Nothing of Lua is called with it again, its entry ends (loans, references of the
 * kernel, lock), and its whole state fails: callers get the default. In process context its
 * attachments are undone and its memory is freed, block by block. It stays in the list, to say why,
 * until it is stopped or reloaded.
 */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/string.h>

#include "door.h"
#include "state.h"

static struct workqueue_struct *fail_queue;

int klua_frame_init(void)
{
	fail_queue = alloc_workqueue("klua", WQ_UNBOUND, 0);
	return fail_queue ? 0 : -ENOMEM;
}

void klua_frame_exit(void)
{
	destroy_workqueue(fail_queue);
}

/* Any context. */
static void fail_state(struct klua_state *state, const char *where)
{
	if (atomic_inc_return(&state->nfailed) > 1)
		return;
	snprintf(state->failure, sizeof(state->failure),
		 "an error that nothing catches, in %s", where);
	pr_err("klua: %s: failed: %s\n", state->name, state->failure);
	if (cmpxchg(&state->phase, KLUA_LOADING, KLUA_DEAD) == KLUA_LOADING)
		return; /* who loads it ends it */
	if (cmpxchg(&state->phase, KLUA_LIVE, KLUA_FAILED) == KLUA_LIVE) {
		klua_get(state);
		queue_work(fail_queue, &state->fail_work);
	}
}

/* Who loads, runs or ends a state waits for its turn here as for any other. */
void klua_fail_state(struct work_struct *work)
{
	struct klua_state *state = container_of(work, struct klua_state, fail_work);
	struct klua_vm *vm;
	unsigned int i;

	mutex_lock(&state->control);
	if (state->phase == KLUA_FAILED) {
		klua_disarm(state);
		klua_for_each_vm(vm, state, i)
			klua_vm_end(vm);
	}
	mutex_unlock(&state->control);
	klua_put(state);
}

/*
 * klua_condemn() - a VM has failed: whoever is inside leaves after it
 *
 * Any context; the VM is locked, or nobody else's.
 */
void klua_condemn(struct klua_vm *vm)
{
	struct klua_slot *slot = vm->slot;
	struct klua_attachment *at = vm->at;

	vm->failed = true;
	vm->outer = NULL;
	if (slot) {
		slot->causes[KLUA_ERROR]++;
		strscpy(slot->error, "an error that nothing catches", sizeof(slot->error));
		if (at->callback->unlend)
			at->callback->unlend(slot->frame);
	}
	vm->slot = NULL;
	vm->at = NULL;
	vm->args = NULL;
	vm->nending = 0;
	vm->out = NULL;
	klua_alloc_reclaim(vm);
	fail_state(vm->state, at ? at->callback->name : "the script's own code");
}

struct lua_jmpbuf *klua_outer(struct klua_vm *vm)
{
	vm->outer = &vm->jump;
	return vm->outer;
}
EXPORT_SYMBOL_GPL(klua_outer);

struct klua_vm *klua_uncaught(struct klua_vm *vm)
{
	klua_condemn(vm);
	klua_release(vm);
	return ERR_PTR(-ENOTRECOVERABLE);
}
EXPORT_SYMBOL_GPL(klua_uncaught);

/*
 * klua_guard() - call @fn in an outer frame
 *
 * Return: what it returned, or -ENOTRECOVERABLE: the VM is condemned, its lock still held.
 */
int klua_guard(struct klua_vm *vm, int (*fn)(struct klua_vm *vm, void *arg), void *arg)
{
	struct lua_jmpbuf jump;
	int ret;

	vm->outer = &jump;
	if (lua_setjmp(&jump)) {
		klua_condemn(vm);
		return -ENOTRECOVERABLE;
	}
	ret = fn(vm, arg);
	vm->outer = NULL;
	return ret;
}

/*
 * Each entry has a frame. A binding that keeps a lua_State and calls it from elsewhere has none,
 * and nowhere to go back to: its task, or its CPU, waits for one.
 */
LUA_HOST_NORETURN void lua_host_uncaught(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	if (!vm->outer)
		pr_emerg("klua: %s: an error outside of any entry\n", vm->state->name);
	while (!READ_ONCE(vm->outer)) /* bounded: by nothing */
		cpu_relax();
	vm->L->errorJmp = NULL;
	lua_longjmp(vm->outer, 1);
}

EXPORT_SYMBOL_GPL(lua_setjmp);
