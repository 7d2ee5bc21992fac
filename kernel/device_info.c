// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * device_info.c: finds states by name; the ioctls that tell about them.
 */
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "device.h"

static_assert(KLUA_CAUSES <= KLUA_CAUSES_MAX);
static_assert(KLUA_COUNTERS_MAX <= KLUA_IOC_COUNTERS);

bool klua_device_name(const char *name)
{
	return memchr(name, '\0', KLUA_NAME_SIZE);
}

struct klua_state *klua_device_find(struct klua_file *file, const char *name)
{
	struct klua_state *state;

	if (!klua_device_name(name))
		return ERR_PTR(-EINVAL);
	if (name[0]) {
		state = klua_find(name);
	} else {
		/* set once, and it lives as long as the file */
		state = smp_load_acquire(&file->own);
		if (state)
			klua_get(state);
	}
	return state ? state : ERR_PTR(-ENOENT);
}

static u64 sum_failures(const struct klua_attachment_info *at)
{
	u64 sum = 0;
	int i;

	for (i = 0; i < KLUA_CAUSES; i++)
		sum += at->causes[i];
	return sum;
}

static long describe_state(struct klua_file *file, struct klua_state *state,
			   struct klua_ioc_state *io)
{
	struct klua_info info = {};
	unsigned int i;
	int err = klua_info(state, &info);

	if (err)
		return err;
	io->flags = (info.percpu ? KLUA_STATE_PERCPU : 0) | (info.kernel ? KLUA_STATE_KERNEL : 0) |
		    (state == READ_ONCE(file->own) ? KLUA_STATE_ANONYMOUS : 0);
	strscpy(io->name, info.name, sizeof(io->name));
	io->context = info.context;
	io->id = info.id;
	io->vms = info.vms;
	io->attachments = info.nattachments;
	io->memory = info.used;
	io->peak = info.peak;
	io->quota = info.quota;
	io->budget = info.budget;
	io->load_budget = info.load_budget;
	strscpy(io->allow, info.allow, sizeof(io->allow));
	strscpy(io->failure, info.failure, sizeof(io->failure));
	io->calls = 0;
	io->errors = 0;
	for (i = 0; i < info.nattachments; i++) {
		io->calls += info.attachments[i].calls;
		io->errors += sum_failures(&info.attachments[i]);
	}
	klua_info_free(&info);
	return 0;
}

long klua_device_state(struct klua_file *file, void *arg)
{
	struct klua_ioc_state *io = arg;
	struct klua_state *state = klua_device_find(file, io->name);
	long err;

	if (IS_ERR(state))
		return PTR_ERR(state);
	err = io->flags || io->reserved ? -EINVAL : describe_state(file, state, io);
	klua_put(state);
	return err;
}

long klua_device_next(struct klua_file *file, void *arg)
{
	struct klua_ioc_state *io = arg;
	struct klua_state *state;
	long err;

	if (io->flags || io->reserved || !klua_device_name(io->name))
		return -EINVAL;
	state = klua_next(io->name);
	if (!state)
		return -ENOENT;
	err = describe_state(file, state, io);
	klua_put(state);
	return err;
}

static void fill_attachment(struct klua_ioc_attachment *io, const struct klua_attachment_info *at)
{
	int i;

	strscpy(io->callback, at->callback, sizeof(io->callback));
	strscpy(io->function, at->function, sizeof(io->function));
	strscpy(io->options, at->options, sizeof(io->options));
	strscpy(io->error, at->error, sizeof(io->error));
	io->calls = at->calls;
	io->backoff_ms = at->backoff_ms;
	for (i = 0; i < KLUA_CAUSES; i++)
		io->causes[i] = at->causes[i];
	for (i = 0; i < KLUA_COUNTERS_MAX; i++) {
		strscpy(io->counters[i].name, at->counters[i].name, sizeof(io->counters[i].name));
		io->counters[i].value = at->counters[i].value;
	}
}

long klua_device_attachment(struct klua_file *file, void *arg)
{
	struct klua_ioc_attachment *io = arg;
	struct klua_state *state = klua_device_find(file, io->name);
	struct klua_info info = {};
	long err;

	if (IS_ERR(state))
		return PTR_ERR(state);
	err = klua_info(state, &info);
	klua_put(state);
	if (err)
		return err;
	if (io->index < info.nattachments)
		fill_attachment(io, &info.attachments[io->index]);
	else
		err = -ENOENT;
	klua_info_free(&info);
	return err;
}

long klua_device_log(struct klua_file *file, void *arg)
{
	struct klua_ioc_log *io = arg;
	struct klua_state *state;
	u64 from = io->cursor;
	ssize_t n = -ENOMEM;
	char *buffer;

	if (io->flags & ~KLUA_LOG_WAIT)
		return -EINVAL;
	if (io->text_size > KLUA_TEXT_MAX)
		return -E2BIG;
	state = klua_device_find(file, io->name);
	if (IS_ERR(state))
		return PTR_ERR(state);
	buffer = kvmalloc(io->text_size, GFP_KERNEL);
	if (buffer)
		n = klua_log_read(state, &io->cursor, buffer, io->text_size,
				  io->flags & KLUA_LOG_WAIT);
	if (n >= 0 && copy_to_user(u64_to_user_ptr(io->text), buffer, n))
		n = -EFAULT;
	if (n >= 0) {
		io->text_used = n;
		io->lost = io->cursor > from ? io->cursor - from - n : 0;
	}
	kvfree(buffer);
	klua_put(state);
	return n < 0 ? n : 0;
}
