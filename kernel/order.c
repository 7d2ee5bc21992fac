// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The order of a VM's lock and the kernel's.
 *
 * Who waits for a callback may hold locks; functions of bindings take some. In a state with both,
 * a holder of the former may wait, by way of the VM's lock, for the latter. These edges, of all
 * states, must have no circle: what would close one is refused while the script loads. Locks are
 * told apart by name: two bindings mean the same lock by the same one.
 */
#include <linux/bits.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "order.h"
#include "state.h"

#define ORDER_MAX 64 /* names, for as long as this module stays */

static DEFINE_MUTEX(order_lock);
static LIST_HEAD(order_states);
static char *lock_names[ORDER_MAX];

static int find_name(const char *name, size_t n)
{
	unsigned int i;

	for (i = 0; i < ORDER_MAX && lock_names[i]; i++)
		if (strlen(lock_names[i]) == n && !memcmp(lock_names[i], name, n))
			return i;
	if (i == ORDER_MAX)
		return -ENOSPC;
	lock_names[i] = kstrndup(name, n, GFP_KERNEL);
	return lock_names[i] ? i : -ENOMEM;
}

/* Adds the locks of "NAME,NAME…" to a set. */
static int add_names(const char *names, u64 *set)
{
	size_t n;
	int i;

	/* bounded: the locks that a spec names */
	for (; names && *names; names += n + (names[n] == ',')) {
		n = strcspn(names, ",");
		i = find_name(names, n);
		if (i < 0)
			return i;
		*set |= BIT_ULL(i);
	}
	return 0;
}

/*
 * A lock of which a holder may wait for another of its holders, or -1. Whatever closes a circle is
 * among @added.
 */
static int find_circle(u64 added)
{
	u64 after[ORDER_MAX] = {};
	const struct klua_state *state;
	unsigned int i, by;

	list_for_each_entry(state, &order_states, order) /* bounded: the states there are */
		for (i = 0; i < ORDER_MAX; i++)
			if (state->holds & BIT_ULL(i))
				after[i] |= state->takes;
	for (by = 0; by < ORDER_MAX; by++)
		for (i = 0; i < ORDER_MAX; i++)
			if (after[i] & BIT_ULL(by))
				after[i] |= after[by];
	for (i = 0; i < ORDER_MAX; i++)
		if (after[i] & added & BIT_ULL(i))
			return i;
	return -1;
}

static int add_locks(struct klua_state *state, u64 *set, const char *names, const char **lock)
{
	u64 added = 0;
	int err, circle;

	lockdep_assert_held(&order_lock);
	if (!names)
		return 0;
	err = add_names(names, &added);
	if (err)
		return err;
	if (list_empty(&state->order))
		list_add_tail(&state->order, &order_states);
	added &= ~*set;
	*set |= added;
	circle = find_circle(added);
	if (circle < 0)
		return 0;
	*set &= ~added;
	*lock = lock_names[circle];
	return -EDEADLK;
}

int klua_order_hold(struct klua_state *state, const char *names, const char **lock)
{
	int err;

	mutex_lock(&order_lock);
	err = add_locks(state, &state->holds, names, lock);
	mutex_unlock(&order_lock);
	return err;
}

int klua_order_take(struct klua_state *state, const char *names, const char **lock)
{
	int err;

	mutex_lock(&order_lock);
	err = add_locks(state, &state->takes, names, lock);
	mutex_unlock(&order_lock);
	return err;
}

void klua_order_detach(struct klua_state *state)
{
	mutex_lock(&order_lock);
	state->holds = 0;
	mutex_unlock(&order_lock);
}

void klua_order_drop(struct klua_state *state)
{
	mutex_lock(&order_lock);
	list_del_init(&state->order);
	mutex_unlock(&order_lock);
}

void klua_order_exit(void)
{
	unsigned int i;

	for (i = 0; i < ORDER_MAX; i++)
		kfree(lock_names[i]);
}
