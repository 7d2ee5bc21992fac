// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The simplest host: one script at a time, or none; who calls need not know which. */
#include <linux/err.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/srcu.h>

#include "klua.h"

static DEFINE_MUTEX(single_lock); /* guards changes of every klua_single */
DEFINE_STATIC_SRCU(single_srcu);  /* readers run scripts, which may sleep */

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
		err = new && at ? klua_taken(new, at) : -EBUSY;
	mutex_unlock(&single_lock);
	if (!err && old)
		synchronize_srcu_expedited(&single_srcu);
	return err;
}

static int single_attach(struct klua_attachment *at, const void *options)
{
	return single_swap(at->callback->single, NULL, at);
}

static void single_detach(struct klua_attachment *at)
{
	single_swap(at->callback->single, at, NULL);
}

static int single_replace(struct klua_attachment *at, const void *options,
			  struct klua_attachment *old)
{
	return single_swap(at->callback->single, old, at);
}

const struct klua_host klua_single_host = {
	.attach = single_attach,
	.detach = single_detach,
	.replace = single_replace,
};
EXPORT_SYMBOL_GPL(klua_single_host);

int klua_call_single(struct klua_single *single, const void *args, s64 *result)
{
	struct klua_attachment *at;
	int idx, err = -ENOENT;

	idx = srcu_read_lock(&single_srcu);
	at = srcu_dereference(single->at, &single_srcu);
	if (at)
		err = klua_call(at, args, result);
	srcu_read_unlock(&single_srcu, idx);
	return err;
}
EXPORT_SYMBOL_GPL(klua_call_single);
