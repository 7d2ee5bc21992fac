/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* order.h: the order of a VM's lock and the kernel's. */
#ifndef KLUA_ORDER_H
#define KLUA_ORDER_H

struct klua_state;

/**
 * klua_order_hold() - who waits for a state may hold these locks
 * klua_order_take() - a state's functions take these locks
 * @names: "NAME,NAME", or NULL
 * @lock: out, with -EDEADLK: by way of which lock
 *
 * Return: 0, -ENOMEM, -ENOSPC (too many names), or -EDEADLK: they, or others, could wait for each
 * other.
 */
int klua_order_hold(struct klua_state *state, const char *names, const char **lock);
int klua_order_take(struct klua_state *state, const char *names, const char **lock);

/** klua_order_detach() - nobody waits for the state any more */
void klua_order_detach(struct klua_state *state);

/** klua_order_drop() - the state ends */
void klua_order_drop(struct klua_state *state);

void klua_order_exit(void);

#endif
