// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ring that keeps what a state printed last. */
#include <linux/minmax.h>
#include <linux/refcount.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>

#include "log.h"

/*
 * What print and errors leave behind; shared by a state and the one that a reload puts in its
 * place.
 */
struct klua_ring {
	refcount_t users;
	spinlock_t lock; /* of all that follows */
	wait_queue_head_t wait;
	u64 head; /* bytes ever written */
	bool closed;
	char text[KLUA_RING_SIZE];
};

struct klua_ring *klua_ring_new(void)
{
	struct klua_ring *ring = kzalloc(sizeof(*ring), GFP_KERNEL);

	if (!ring)
		return NULL;
	refcount_set(&ring->users, 1);
	spin_lock_init(&ring->lock);
	init_waitqueue_head(&ring->wait);
	return ring;
}

struct klua_ring *klua_ring_get(struct klua_ring *ring)
{
	refcount_inc(&ring->users);
	return ring;
}

void klua_ring_put(struct klua_ring *ring)
{
	if (refcount_dec_and_test(&ring->users))
		kfree(ring);
}

void klua_ring_close(struct klua_ring *ring)
{
	unsigned long flags;

	spin_lock_irqsave(&ring->lock, flags);
	ring->closed = true;
	spin_unlock_irqrestore(&ring->lock, flags);
	wake_up_all(&ring->wait);
}

void klua_ring_write(struct klua_ring *ring, const char *text, size_t size)
{
	size_t at, part;
	unsigned long flags;

	if (size > KLUA_RING_SIZE) {
		text += size - KLUA_RING_SIZE;
		size = KLUA_RING_SIZE;
	}
	spin_lock_irqsave(&ring->lock, flags);
	at = ring->head % KLUA_RING_SIZE;
	part = min_t(size_t, size, KLUA_RING_SIZE - at);
	memcpy(ring->text + at, text, part);
	memcpy(ring->text, text + part, size - part);
	ring->head += size;
	spin_unlock_irqrestore(&ring->lock, flags);
	if (wq_has_sleeper(&ring->wait))
		wake_up_all(&ring->wait);
}

/* Copies what follows @pos, from the start of a line where text was lost; under the ring's lock. */
static size_t ring_copy(struct klua_ring *ring, u64 *pos, char *buf, size_t size)
{
	u64 tail = ring->head > KLUA_RING_SIZE ? ring->head - KLUA_RING_SIZE : 0;
	size_t n = 0;

	if (*pos > ring->head)
		*pos = ring->head;
	if (*pos < tail) {
		*pos = tail;
		/* bounded: KLUA_RING_SIZE */
		while (*pos < ring->head && ring->text[*pos % KLUA_RING_SIZE] != '\n')
			(*pos)++;
		if (*pos < ring->head)
			(*pos)++;
		else
			*pos = tail; /* one line fills the ring */
	}
	while (n < size && *pos < ring->head) /* bounded: KLUA_RING_SIZE */
		buf[n++] = ring->text[(*pos)++ % KLUA_RING_SIZE];
	return n;
}

static bool ring_readable(struct klua_ring *ring, u64 pos)
{
	return READ_ONCE(ring->head) > pos || READ_ONCE(ring->closed);
}

ssize_t klua_ring_read(struct klua_ring *ring, u64 *pos, char *buf, size_t size, bool wait)
{
	unsigned long flags;
	size_t n;
	int err;

	if (wait) {
		err = wait_event_interruptible(ring->wait, ring_readable(ring, *pos));
		if (err)
			return err;
	}
	spin_lock_irqsave(&ring->lock, flags);
	n = ring_copy(ring, pos, buf, size);
	spin_unlock_irqrestore(&ring->lock, flags);
	return n;
}
