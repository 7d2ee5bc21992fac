/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* backoff.h: attachments whose calls fail for long are not called for a while. */
#ifndef KLUA_BACKOFF_H
#define KLUA_BACKOFF_H

#include <linux/atomic.h>
#include <linux/ktime.h>
#include <linux/types.h>

struct klua_frame;
struct klua_vm;

/* Calls may fail for so long, beyond half of the time, before an attachment backs off: ns. */
#define KLUA_BACKOFF_EXCESS (50 * NSEC_PER_MSEC)

/**
 * struct klua_backoff - what failing calls cost a CPU, or a VM that may sleep; in ns
 * @since: there was no excess before
 * @ended: the last call that failed
 * @excess: what such calls took beyond half of the time
 * @until: who took a share of it is not called before
 * @failing: attachments that failed since @since
 * @waited: other CPUs' calls failed for so long while this one may have waited for their VM
 */
struct klua_backoff {
	u64 since;
	u64 ended;
	u64 excess;
	u64 until;
	unsigned int failing;
	atomic64_t waited;
};

/**
 * struct klua_backoff_share - an attachment's part in it, in one VM; in ns
 * @timed: it failed lately: its calls are timed
 * @began: the call under way
 * @ended: the last call that failed
 * @took: such calls, as long as there is an excess
 * @until: it is not called before
 */
struct klua_backoff_share {
	bool timed;
	u64 began;
	u64 ended;
	u64 took;
	u64 until;
};

/** klua_backoff_failed() - the call under way in a VM failed, for whatever cause */
void klua_backoff_failed(struct klua_vm *vm);

/**
 * klua_backoff_active() - whether a call that begins is not to be made
 * @frame: of the attachment in @vm; its share is timed
 *
 * Else the call is timed.
 */
bool klua_backoff_active(struct klua_vm *vm, struct klua_frame *frame);

#endif
