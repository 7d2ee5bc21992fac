// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * How long failing calls may go on, and who rests for it. Times come from the caller.
 *
 * All calls that are charged to one strain may take half of the time. When they took
 * KLUA_OWED_MAX more, whoever took a fair share of that rests as long as is owed; one that fails
 * beside them seldom, or quickly, is called on. What fails during a rest makes it longer: it was
 * no rest, and it is owed too.
 */
#include <linux/minmax.h>

#include "state.h"

static void owe(struct klua_strain *s, u64 began, u64 now)
{
	u64 waited = min_t(u64, atomic64_xchg(&s->waited, 0), KLUA_OWED_MAX);
	u64 busy = s->ended + waited;
	u64 idle = began > busy ? began - busy : 0;

	if (began < s->rest_until) {
		s->rest_until += 2 * (now - began);
		return;
	}
	if (idle >= s->owed) {
		s->since = began;
		s->failing = 0;
		s->owed = 0;
	} else {
		s->owed -= idle;
	}
	s->owed += now - began + waited;
	if (s->owed >= KLUA_OWED_MAX) {
		s->rest_until = now + s->owed;
		s->owed = 0;
	}
}

/* A call that began at slot->began failed @now. */
void klua_strain(struct klua_strain *s, struct klua_slot *slot, u64 now)
{
	owe(s, slot->began, now);
	s->ended = now;
	if (slot->ended < s->since) {
		slot->took = 0;
		s->failing++;
	}
	slot->took += now - slot->began;
	slot->began = now; /* it may fail twice */
	slot->ended = now;
}

/* Return: true when @slot may not be called @now: on no CPU, once it was refused on one. */
bool klua_strained(const struct klua_strain *s, struct klua_slot *slot, u64 now)
{
	if (now < s->rest_until && slot->ended >= s->since &&
	    slot->took * max(s->failing, 1u) >= KLUA_OWED_MAX)
		WRITE_ONCE(slot->rest_until, max(slot->rest_until, s->rest_until));
	return now < slot->rest_until;
}
