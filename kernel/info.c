// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What others are told about a state: a snapshot, its log. */
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "attach.h"
#include "frame.h"
#include "info.h"
#include "log.h"
#include "state.h"
#include "vm.h"

/*
 * Adds what one VM counted. Read without its lock: each number is right, together they may be a
 * call apart.
 */
static void add_frame(struct klua_attachment_info *info, struct klua_frame *frame)
{
	s64 left = READ_ONCE(frame->backoff.until) - ktime_get_ns();
	unsigned int i;

	info->calls += READ_ONCE(frame->calls);
	for (i = 0; i < KLUA_CAUSES; i++)
		info->causes[i] += READ_ONCE(frame->causes[i]);
	if (left > 0)
		info->backoff_ms = max_t(u64, info->backoff_ms, left / NSEC_PER_MSEC + 1);
	if (frame->error[0] && !info->error[0])
		strscpy(info->error, frame->error, sizeof(info->error));
}

static void add_counters(struct klua_attached *at, struct klua_attachment_info *info)
{
	const struct klua_host *host = at->pub.callback->host;
	unsigned int i;

	if (!at->made || !host->counters)
		return;
	for (i = 0; i < KLUA_COUNTERS_MAX && host->counters[i]; i++) {
		strscpy(info->counters[i].name, host->counters[i], sizeof(info->counters[i].name));
		info->counters[i].value = host->count ? host->count(&at->pub, i) :
							atomic64_read(&at->pub.counters[i]);
	}
}

static void describe_attachment(struct klua_state *state, struct klua_attached *at,
				struct klua_attachment_info *info)
{
	const struct klua_callback *callback = at->pub.callback;
	struct klua_vm *vm;
	unsigned int i;

	strscpy(info->callback, callback->name, sizeof(info->callback));
	strscpy(info->function, at->function, sizeof(info->function));
	if (callback->describe)
		callback->describe(at->pub.options, info->options, sizeof(info->options));
	for (i = 0; i < KLUA_CAUSES; i++)
		info->causes[i] = atomic64_read(&at->refused[i]);
	add_counters(at, info);
	klua_for_each_vm(vm, state, i)
		if (vm->frames)
			add_frame(info, &vm->frames[at->pub.index]);
}

int klua_info(struct klua_state *state, struct klua_info *info)
{
	enum klua_phase phase;
	struct klua_vm *vm;
	unsigned int i;
	int err = 0;

	memset(info, 0, sizeof(*info));
	strscpy(info->name, state->name, sizeof(info->name));
	strscpy(info->allow, state->allow ?: "", sizeof(info->allow));
	info->percpu = state->percpu;
	info->kernel = state->kernel;
	info->id = state->id;
	info->quota = state->memory;
	info->budget = state->budget;
	info->load_budget = state->load_budget;

	mutex_lock(&state->shape);
	info->context = state->context;
	phase = READ_ONCE(state->phase);
	if (phase == KLUA_FAILED)
		strscpy(info->failure, state->failure, sizeof(info->failure));
	klua_for_each_vm(vm, state, i) {
		info->vms++;
		info->used += READ_ONCE(vm->used);
		info->peak += READ_ONCE(vm->peak);
	}
	/*
	 * What a chunk attaches while it loads is noted without state->shape; of what was refused
	 * or has ended, nothing is attached.
	 */
	if ((phase == KLUA_LIVE || phase == KLUA_FAILED) && state->nattached && info->vms) {
		info->attachments =
			kvcalloc(state->nattached, sizeof(*info->attachments), GFP_KERNEL);
		if (!info->attachments)
			err = -ENOMEM;
	}
	if (info->attachments) {
		info->nattachments = state->nattached;
		for (i = 0; i < state->nattached; i++)
			describe_attachment(state, state->attached[i], &info->attachments[i]);
	}
	mutex_unlock(&state->shape);
	return err;
}

void klua_info_free(struct klua_info *info)
{
	kvfree(info->attachments);
	info->attachments = NULL;
}

ssize_t klua_log_read(struct klua_state *state, u64 *pos, char *buf, size_t size, bool wait)
{
	return klua_ring_read(state->ring, pos, buf, size, wait);
}
