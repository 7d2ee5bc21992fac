/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* log.h: where what scripts print, and their errors, go. */
#ifndef KLUA_LOG_H
#define KLUA_LOG_H

#include <linux/types.h>

#define KLUA_RING_SIZE 4096

/**
 * struct klua_output - where `print` goes while the tool runs code
 * @write: takes a piece of text. May be called with bottom halves off: neither sleeps nor raises
 * @stop: set by another thread when the code shall end (Ctrl-C); it ends as if its budget were
 *   spent
 */
struct klua_output {
	void (*write)(struct klua_output *out, const char *text, size_t size);
	bool stop;
};

struct klua_ring;

struct klua_ring *klua_ring_new(void);
struct klua_ring *klua_ring_get(struct klua_ring *ring);
void klua_ring_put(struct klua_ring *ring);

/** klua_ring_close() - no more will come: readers that wait get their end */
void klua_ring_close(struct klua_ring *ring);

/** klua_ring_write() - any context */
void klua_ring_write(struct klua_ring *ring, const char *text, size_t size);

/**
 * klua_ring_read() - read what a ring has
 * @pos: bytes ever written up to which the reader has read; 0 at first; advanced. Lines lost are
 *   skipped
 * @wait: sleep until there is something
 *
 * Return: bytes copied to @buf (kernel memory); 0: nothing there (with @wait: the ring is closed);
 * -ERESTARTSYS.
 */
ssize_t klua_ring_read(struct klua_ring *ring, u64 *pos, char *buf, size_t size, bool wait);

#endif
