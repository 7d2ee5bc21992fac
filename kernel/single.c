// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The simplest host: one script at a time, or none; who calls need not know which. */
#include <linux/err.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/srcu.h>

#include "state.h"

static DEFINE_MUTEX(single_lock); /* guards changes of every klua_single */
DEFINE_STATIC_SRCU(single_srcu);  /* readers run scripts, which may sleep */

static int single_refuse(struct klua_attachment *at, const struct klua_attachment *holder)
{
	klua_refuse(at, "script '%s' has it, and only one can", holder->state->name);
	return -EBUSY;
}

/* Returns when nobody is on the way into the old script any more. */
static int single_swap(struct klua_single *single, struct klua_attachment *old,
		       struct klua_attachment *new)
{
	struct klua_attachment *at;
	int err = 0;

	mutex_lock(&single_lock);
	at = rcu_dereference_protected(single->at, lockdep_is_held(&single_lock));
	if (at == old)
		rcu_assign_pointer(single->at, new);
	else
		err = new && at ? single_refuse(new, at) : -EBUSY;
	mutex_unlock(&single_lock);
	if (!err && old)
		synchronize_srcu_expedited(&single_srcu);
	return err;
}

int klua_single_attach(struct klua_attachment *at)
{
	return single_swap(at->callback->host->single, NULL, at);
}
EXPORT_SYMBOL_GPL(klua_single_attach);

void klua_single_detach(struct klua_attachment *at)
{
	single_swap(at->callback->host->single, at, NULL);
}
EXPORT_SYMBOL_GPL(klua_single_detach);

int klua_single_replace(struct klua_attachment *at, struct klua_attachment *old)
{
	return single_swap(at->callback->host->single, old, at);
}
EXPORT_SYMBOL_GPL(klua_single_replace);

struct klua_attachment *klua_single_begin(struct klua_single *single, int *idx)
	__acquires(&single_srcu)
{
	*idx = srcu_read_lock(&single_srcu);
	return srcu_dereference(single->at, &single_srcu);
}
EXPORT_SYMBOL_GPL(klua_single_begin);

void klua_single_end(int idx)
	__releases(&single_srcu)
{
	srcu_read_unlock(&single_srcu, idx);
}
EXPORT_SYMBOL_GPL(klua_single_end);

int klua_call_single(struct klua_single *single, const void *args, s64 *result)
{
	int idx, err = -ENOENT;
	struct klua_attachment *at = klua_single_begin(single, &idx);

	if (at)
		err = klua_call(at, args, result);
	klua_single_end(idx);
	return err;
}
EXPORT_SYMBOL_GPL(klua_call_single);
