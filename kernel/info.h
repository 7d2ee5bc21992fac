/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* info.h: what others are told about a state. */
#ifndef KLUA_INFO_H
#define KLUA_INFO_H

#include "life.h"

/**
 * struct klua_attachment_info - an attachment in klua_info()
 * @callback: "BINDING.CALLBACK"
 * @options: as text, when the callback describes them
 * @calls: calls begun
 * @causes: calls without result, for each enum klua_cause
 * @backoff_ms: backs off for so long yet; 0: it does not
 * @error: text of the last error, or ""
 * @function: name of the global that is called, or "" when a function was attached
 * @counters: what the host counts; an empty name ends them
 */
struct klua_attachment_info {
	char callback[64];
	char options[128];
	u64 calls;
	u64 causes[KLUA_CAUSES];
	unsigned int backoff_ms;
	char error[256];
	char function[64];
	struct {
		char name[24];
		u64 value;
	} counters[KLUA_COUNTERS_MAX];
};

/**
 * struct klua_info - a snapshot of a state
 * @used: bytes of Lua memory in all VMs, @peak: the highest so far (sum of the VMs' own), @quota:
 *   of each VM
 */
struct klua_info {
	char name[KLUA_NAME_MAX];
	enum klua_context context;
	bool percpu;
	bool kernel; /* made by kernel code */
	unsigned int vms;
	u64 id; /* klua_id() */
	size_t used, peak, quota;
	s64 budget, load_budget;
	char allow[128];
	char failure[KLUA_FAILURE_MAX]; /* why it failed as a whole, or "" */
	unsigned int nattachments; /* bounded: KLUA_ATTACHMENTS_MAX */
	struct klua_attachment_info *attachments;
};

/**
 * klua_info() - take a snapshot. Return: 0 or -ENOMEM. klua_info_free() frees what it points to.
 */
int klua_info(struct klua_state *state, struct klua_info *info);
void klua_info_free(struct klua_info *info);

/**
 * klua_log_read() - read a state's ring
 * @pos: bytes ever written up to which the reader has read; 0 at first; advanced. Lines lost are
 *   skipped
 * @wait: sleep until there is something
 *
 * Return: bytes copied to @buf (kernel memory); 0: nothing there (with @wait: the state is gone);
 * -ERESTARTSYS.
 */
ssize_t klua_log_read(struct klua_state *state, u64 *pos, char *buf, size_t size, bool wait);

#endif
