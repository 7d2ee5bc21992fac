// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * device_output.c: holds what running code prints until the tool reads it.
 *
 * Code prints under its state's lock, perhaps with bottom halves off: it cannot wait for the tool.
 * So output is kept in pieces up to a limit; beyond it, it is counted and dropped, and the reader
 * is told how much.
 */
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "device.h"

#define QUEUE_MAX (8 * 1024 * 1024)
#define PIECE_SIZE 4096

struct piece {
	struct list_head list;
	unsigned int begin; /* of what is not yet read */
	unsigned int end;
	char text[];
};

#define PIECE_ROOM (PIECE_SIZE - sizeof(struct piece))

/* The last piece, if it has room, or a new one; NULL when the limit or the memory is reached. */
static struct piece *piece_to_fill(struct klua_queue *queue)
{
	struct piece *piece;

	if (!list_empty(&queue->pieces)) {
		piece = list_last_entry(&queue->pieces, struct piece, list);
		if (piece->end < PIECE_ROOM)
			return piece;
	}
	if (queue->size >= QUEUE_MAX)
		return NULL;
	piece = kmalloc(PIECE_SIZE, GFP_NOWAIT | __GFP_NOWARN);
	if (!piece)
		return NULL;
	piece->begin = 0;
	piece->end = 0;
	list_add_tail(&piece->list, &queue->pieces);
	return piece;
}

static void queue_write(struct klua_output *output, const char *text, size_t size)
{
	struct klua_queue *queue = container_of(output, struct klua_queue, output);

	spin_lock_bh(&queue->lock);
	while (size) { /* charged: by who prints */
		/*
		 * once something was lost, all is, until the reader has been told: no gap goes
		 * unmarked
		 */
		struct piece *piece = queue->lost ? NULL : piece_to_fill(queue);
		size_t n;

		if (!piece) {
			queue->lost += size;
			break;
		}
		n = min(size, PIECE_ROOM - piece->end);
		memcpy(piece->text + piece->end, text, n);
		piece->end += n;
		queue->size += n;
		text += n;
		size -= n;
	}
	spin_unlock_bh(&queue->lock);
	wake_up_interruptible(&queue->wait);
}

void klua_queue_init(struct klua_queue *queue)
{
	queue->output.write = queue_write;
	spin_lock_init(&queue->lock);
	INIT_LIST_HEAD(&queue->pieces);
	mutex_init(&queue->readers);
	init_waitqueue_head(&queue->wait);
}

void klua_queue_free(struct klua_queue *queue)
{
	struct piece *piece, *next;

	list_for_each_entry_safe(piece, next, &queue->pieces, list) /* bounded: QUEUE_MAX */
		kfree(piece);
}

static bool queue_readable(struct klua_queue *queue)
{
	return READ_ONCE(queue->size) || READ_ONCE(queue->lost);
}

/* Take the oldest piece off the queue, or make one that tells what was lost. */
static struct piece *take_piece(struct klua_queue *queue)
{
	struct piece *piece = NULL;
	u64 lost = 0;

	spin_lock_bh(&queue->lock);
	if (!list_empty(&queue->pieces)) {
		piece = list_first_entry(&queue->pieces, struct piece, list);
		list_del(&piece->list);
		queue->size -= piece->end - piece->begin;
	} else {
		swap(lost, queue->lost);
	}
	spin_unlock_bh(&queue->lock);
	if (!lost)
		return piece;
	piece = kmalloc(PIECE_SIZE, GFP_KERNEL);
	if (!piece)
		return ERR_PTR(-ENOMEM);
	piece->begin = 0;
	piece->end =
		scnprintf(piece->text, PIECE_ROOM, "\n[klua: %llu bytes of output lost]\n", lost);
	return piece;
}

static void put_piece_back(struct klua_queue *queue, struct piece *piece)
{
	spin_lock_bh(&queue->lock);
	list_add(&piece->list, &queue->pieces);
	queue->size += piece->end - piece->begin;
	spin_unlock_bh(&queue->lock);
}

/* With queue->readers held, so that pieces keep their order. */
static ssize_t read_pieces(struct klua_queue *queue, char __user *to, size_t size)
{
	size_t done = 0;

	while (done < size) { /* bounded: what the reader asks for */
		struct piece *piece = take_piece(queue);
		size_t n;

		if (IS_ERR_OR_NULL(piece))
			return done || !piece ? done : PTR_ERR(piece);
		n = min_t(size_t, size - done, piece->end - piece->begin);
		if (copy_to_user(to + done, piece->text + piece->begin, n)) {
			put_piece_back(queue, piece);
			return done ? done : -EFAULT;
		}
		done += n;
		piece->begin += n;
		if (piece->begin < piece->end)
			put_piece_back(queue, piece);
		else
			kfree(piece);
	}
	return done;
}

ssize_t klua_queue_read(struct klua_queue *queue, char __user *to, size_t size, bool wait)
{
	ssize_t n;

	if (!size)
		return 0;
	for (;;) { /* bounded: waits, and a signal ends it */
		if (mutex_lock_interruptible(&queue->readers))
			return -ERESTARTSYS;
		n = read_pieces(queue, to, size);
		mutex_unlock(&queue->readers);
		if (n)
			return n;
		if (!wait)
			return -EAGAIN;
		if (wait_event_interruptible(queue->wait, queue_readable(queue)))
			return -ERESTARTSYS;
	}
}

__poll_t klua_queue_poll(struct klua_queue *queue, struct file *file, poll_table *table)
{
	poll_wait(file, &queue->wait, table);
	return queue_readable(queue) ? EPOLLIN | EPOLLRDNORM : 0;
}
