// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Objects that are given back later: what a script holds until the entry from the kernel ends, and,
 * where the release may sleep, what finalizers queue for a work item.
 */
#include <linux/atomic.h>
#include <linux/llist.h>
#include <linux/minmax.h>
#include <linux/slab.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "defer.h"
#include "state.h"
#include "vm.h"

/* ---- until the entry ends ---- */

/* Key in the registry of a table: the views, numbered from 1. */
static const char deferred_views;

/* Called with the view. */
static int add_view(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	if (lua_rawgetp(L, LUA_REGISTRYINDEX, &deferred_views) != LUA_TTABLE) {
		lua_newtable(L); /* a finalizer may have run, and come here */
		if (lua_rawgetp(L, LUA_REGISTRYINDEX, &deferred_views) != LUA_TTABLE) {
			lua_pushvalue(L, -2);
			lua_rawsetp(L, LUA_REGISTRYINDEX, &deferred_views);
			lua_pushvalue(L, -2);
		}
		lua_replace(L, 2);
		lua_settop(L, 2);
	}
	lua_pushvalue(L, 1);
	lua_rawseti(L, 2, vm->ndeferred + 1);
	vm->ndeferred++;
	return 0;
}

void klua_defer(lua_State *L)
{
	int view = lua_gettop(L);
	bool room = lua_checkstack(L, 2);

	if (room) {
		lua_pushcfunction(L, add_view);
		lua_pushvalue(L, view);
		if (lua_pcall(L, 1, 0, 0) == LUA_OK)
			return;
	}
	luadata_endobject(L, view);
	if (!room)
		luaL_error(L, "stack overflow");
	lua_error(L);
}
EXPORT_SYMBOL_GPL(klua_defer);

void klua_defer_undo(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);

	lua_rawgetp(L, LUA_REGISTRYINDEX, &deferred_views);
	lua_pushboolean(L, false);
	lua_rawseti(L, -2, vm->ndeferred--);
	lua_pop(L, 1);
}
EXPORT_SYMBOL_GPL(klua_defer_undo);

/* Nothing of this raises or allocates: the places in the table are there. */
void klua_defer_run(struct klua_vm *vm)
{
	lua_State *L = vm->L;

	lua_rawgetp(L, LUA_REGISTRYINDEX, &deferred_views);
	for (; vm->ndeferred; vm->ndeferred--) { /* charged: the calls that gave them */
		lua_rawgeti(L, -1, vm->ndeferred);
		luadata_endobject(L, -1);
		lua_pop(L, 1);
		lua_pushboolean(L, false);
		lua_rawseti(L, -2, vm->ndeferred);
	}
	lua_pop(L, 1);
}

/* ---- by a work item ---- */

/*
 * So many objects wait at most while a script asks for another: what a finalizer queues is out of
 * its quota.
 */
#define WAITING_MAX 256
static LLIST_HEAD(release_queue);
static atomic_t waiting = ATOMIC_INIT(0);
static DECLARE_WAIT_QUEUE_HEAD(room);

static void release_all(struct work_struct *work)
{
	struct klua_deferred *deferred, *next;

	/* charged: WAITING_MAX objects and those of finalizers, in process context */
	llist_for_each_entry_safe(deferred, next, llist_del_all(&release_queue), node) {
		deferred->release(deferred->object);
		kfree(deferred);
		atomic_dec(&waiting);
		wake_up(&room);
		cond_resched();
	}
}

static DECLARE_WORK(release_work, release_all);

struct klua_deferred *klua_defer_new(lua_State *L, const char *what, void (*release)(void *object))
{
	struct klua_vm *vm = klua_vm(L);
	struct klua_deferred *deferred;
	long left;

	left = wait_event_killable_timeout(room, atomic_read(&waiting) < WAITING_MAX,
					   vm->defer_timeout);
	vm->defer_timeout = clamp(left, 0L, vm->defer_timeout);
	if (left < 0)
		luaL_error(L, "%s: ended by a signal", what);
	if (left == 0)
		luaL_error(L, "%s: too many objects are still to be given back", what);
	deferred = kzalloc(sizeof(*deferred), GFP_KERNEL | __GFP_NOWARN);
	if (!deferred)
		luaL_error(L, "not enough memory");
	deferred->release = release;
	return deferred;
}
EXPORT_SYMBOL_GPL(klua_defer_new);

void klua_defer_cancel(struct klua_deferred *deferred)
{
	kfree(deferred);
}
EXPORT_SYMBOL_GPL(klua_defer_cancel);

void klua_defer_release(struct luadata_handle *h)
{
	struct klua_deferred *deferred = h->owner;

	atomic_inc(&waiting);
	if (llist_add(&deferred->node, &release_queue))
		queue_work(system_unbound_wq, &release_work);
}
EXPORT_SYMBOL_GPL(klua_defer_release);

void klua_defer_giveaway(struct luadata_handle *h)
{
	kfree(h->owner);
}
EXPORT_SYMBOL_GPL(klua_defer_giveaway);

void klua_defer_drain(void)
{
	flush_work(&release_work);
}
EXPORT_SYMBOL_GPL(klua_defer_drain);
