// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Rest for an attachment whose calls fail and take long.
 *
 * They may take half of the time. Beyond that the host's default answers for as long as they took:
 * whoever sends what a script cannot bear neither takes the machine with it nor switches a filter
 * off. Calls that fail quickly rest not at all. Only who failed lately is timed.
 */
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/ratelimit.h>

#include "state.h"

/* The call under way failed; what it took is owed, less the time that passed before it. */
void klua_tire(struct klua_vm *vm, struct klua_slot *slot)
{
	u64 now = ktime_get_ns();
	u64 idle = slot->began - slot->ended;

	if (!slot->timed) { /* how long this one took is not known */
		slot->timed = true;
		slot->owed = 0;
	} else {
		slot->owed = now - slot->began + (slot->owed > idle ? slot->owed - idle : 0);
	}
	slot->began = now; /* it may fail twice */
	slot->ended = now;
	if (slot->owed < KLUA_OWED_MAX)
		return;
	WRITE_ONCE(slot->rest_until, now + slot->owed);
	if (__ratelimit(&vm->state->printk_limit))
		pr_warn("klua: %s: %s failed for %llu ms, rests for as long\n", vm->state->name,
			vm->at->callback->name, slot->owed / NSEC_PER_MSEC);
	slot->owed = 0;
}

/* A call begins for a slot that is @timed. Return: true while it rests. */
bool klua_rests(struct klua_slot *slot)
{
	u64 now = ktime_get_ns();

	if (now < slot->rest_until)
		return true;
	slot->began = now;
	slot->timed = now - slot->ended < NSEC_PER_SEC + slot->owed;
	return false;
}
