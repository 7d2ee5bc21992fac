// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Objects whose release may sleep: finalizers queue them, a work item gives them back. */
#include <linux/atomic.h>
#include <linux/llist.h>
#include <linux/minmax.h>
#include <linux/slab.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "state.h"

/*
 * So many objects wait at most while a script asks for another: what a finalizer queues is out of
 * its quota.
 */
#define WAITING_MAX 256
static LLIST_HEAD(queue);
static atomic_t waiting = ATOMIC_INIT(0);
static DECLARE_WAIT_QUEUE_HEAD(room);

static void give_back(struct work_struct *work)
{
	struct klua_deferred *later, *next;

	/* charged: WAITING_MAX objects and those of finalizers, in process context */
	llist_for_each_entry_safe(later, next, llist_del_all(&queue), node) {
		later->release(later->object);
		kfree(later);
		atomic_dec(&waiting);
		wake_up(&room);
		cond_resched();
	}
}

static DECLARE_WORK(work, give_back);

struct klua_deferred *klua_defer_new(lua_State *L, const char *what, void (*release)(void *object))
{
	struct klua_vm *vm = klua_vm(L);
	struct klua_deferred *later;
	long left;

	left = wait_event_killable_timeout(room, atomic_read(&waiting) < WAITING_MAX,
					   vm->patience);
	vm->patience = clamp(left, 0L, vm->patience);
	if (left < 0)
		luaL_error(L, "%s: ended by a signal", what);
	if (left == 0)
		luaL_error(L, "%s: too many objects are still to be given back", what);
	later = kzalloc(sizeof(*later), GFP_KERNEL | __GFP_NOWARN);
	if (!later)
		luaL_error(L, "not enough memory");
	later->release = release;
	return later;
}
EXPORT_SYMBOL_GPL(klua_defer_new);

void klua_defer_cancel(struct klua_deferred *later)
{
	kfree(later);
}
EXPORT_SYMBOL_GPL(klua_defer_cancel);

void klua_defer_release(struct luadata_handle *h)
{
	struct klua_deferred *later = h->owner;

	atomic_inc(&waiting);
	if (llist_add(&later->node, &queue))
		queue_work(system_unbound_wq, &work);
}
EXPORT_SYMBOL_GPL(klua_defer_release);

void klua_defer_giveaway(struct luadata_handle *h)
{
	kfree(h->owner);
}
EXPORT_SYMBOL_GPL(klua_defer_giveaway);

void klua_defer_drain(void)
{
	flush_work(&work);
}
EXPORT_SYMBOL_GPL(klua_defer_drain);
