/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * device.h: what the parts of /dev/klua share.
 */
#ifndef KLUA_DEVICE_H
#define KLUA_DEVICE_H

#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/spinlock.h>
#include <linux/wait.h>

#include "info.h"
#include "life.h"
#include "list.h"
#include "load.h"
#include "log.h"
#include "uapi/klua.h"

/**
 * struct klua_queue - output of running code on its way to read()
 * @output: what the runtime writes to
 * @lock: of the list and the numbers; taken under a VM's lock, perhaps with bottom halves off
 * @pieces: struct piece of device_output.c, oldest first
 * @size: bytes in @pieces
 * @lost: bytes that did not fit
 * @readers: one reader at a time
 * @wait: for something to read
 */
struct klua_queue {
	struct klua_output output;
	spinlock_t lock; /* see above */
	struct list_head pieces;
	size_t size;
	u64 lost;
	struct mutex readers; /* see above */
	wait_queue_head_t wait;
};

/**
 * struct klua_file - one open file
 * @running: held while it loads or runs
 * @own: the state that ends with it, or NULL; set once, under @running
 * @queue: output
 */
struct klua_file {
	struct mutex running; /* see above */
	struct klua_state *own;
	struct klua_queue queue;
};

int klua_device_init(void);
void klua_device_exit(void);

/* device_output.c */
void klua_queue_init(struct klua_queue *queue);
void klua_queue_free(struct klua_queue *queue);
ssize_t klua_queue_read(struct klua_queue *queue, char __user *to, size_t size, bool wait);
__poll_t klua_queue_poll(struct klua_queue *queue, struct file *file, poll_table *table);

/* device_info.c */
bool klua_device_name(const char *name); /* NUL-terminated within KLUA_NAME_SIZE */
struct klua_state *klua_device_find(struct klua_file *file,
				    const char *name); /* with a reference, or ERR_PTR */

/*
 * device_run.c, device_info.c: one ioctl each; @arg is the kernel's copy, copied back whatever they
 * return
 */
long klua_device_load(struct klua_file *file, void *arg);
long klua_device_run(struct klua_file *file, void *arg);
long klua_device_stop(struct klua_file *file, void *arg);
long klua_device_interrupt(struct klua_file *file, void *arg);
long klua_device_state(struct klua_file *file, void *arg);
long klua_device_next(struct klua_file *file, void *arg);
long klua_device_attachment(struct klua_file *file, void *arg);
long klua_device_log(struct klua_file *file, void *arg);

#endif
