// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * device_origin.c: keeps the loader's note about each state that it loaded: what `klua reload NAME`
 * starts from.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "device.h"

struct origin {
	struct list_head list;
	char name[KLUA_NAME_SIZE];
	char *note;
	size_t size;
};

static LIST_HEAD(origins);
static DEFINE_MUTEX(lock); /* of origins; outside all of the runtime's locks */

static struct origin *find(const char *name)
{
	struct origin *origin;

	list_for_each_entry(origin, &origins, list) /* bounded: the states that were loaded */
		if (!strcmp(origin->name, name))
			return origin;
	return NULL;
}

static void forget(struct origin *origin)
{
	list_del(&origin->list);
	kvfree(origin->note);
	kfree(origin);
}

int klua_origin_set(const char *name, char *note, size_t size)
{
	struct origin *origin = kzalloc(sizeof(*origin), GFP_KERNEL), *old;

	if (!origin)
		return -ENOMEM;
	strscpy(origin->name, name, sizeof(origin->name));
	origin->note = note;
	origin->size = size;
	mutex_lock(&lock);
	old = find(name);
	if (old)
		forget(old);
	list_add(&origin->list, &origins);
	mutex_unlock(&lock);
	return 0;
}

ssize_t klua_origin_copy(const char *name, void __user *to, size_t size)
{
	struct origin *origin;
	char *note = NULL; /* the caller's memory may be slow, and nobody shall wait for it */
	ssize_t ret = 0;

	mutex_lock(&lock);
	origin = find(name);
	if (origin) {
		size = min(size, origin->size);
		note = kmemdup(origin->note, size, GFP_KERNEL);
		ret = note ? origin->size : -ENOMEM;
	}
	mutex_unlock(&lock);
	if (note && copy_to_user(to, note, size))
		ret = -EFAULT;
	kfree(note);
	return ret;
}

/*
 * The note goes first, and comes back when the state does not go: that of a state which is loaded
 * by this name right after is another. Nobody waits for the lock while a script comes to its end.
 */
int klua_origin_stop(const char *name)
{
	struct origin *origin;
	int err;

	mutex_lock(&lock);
	origin = find(name);
	if (origin)
		list_del_init(&origin->list);
	mutex_unlock(&lock);
	err = klua_stop(name);
	if (!origin)
		return err;
	mutex_lock(&lock);
	if (err && !find(name))
		list_add(&origin->list, &origins);
	else
		forget(origin);
	mutex_unlock(&lock);
	return err;
}

void klua_origin_exit(void)
{
	struct origin *origin, *next;

	/* bounded: the states that were loaded */
	list_for_each_entry_safe(origin, next, &origins, list)
		forget(origin);
}
