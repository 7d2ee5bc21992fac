/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Functions that give objects, take them, and write through pointers: what imports make of them is
 * in owners.out.
 */
#include <stddef.h>

typedef unsigned char u8;
typedef const u8 *seed_t;

enum ring_mode {
	RING_MODE_SLOW,
	RING_MODE_FAST,
};

struct ring {
	int used;
};

struct wheel {
	int spokes;
};

struct ring *ring_alloc(int size)
{
	static struct ring only;

	return size ? &only : NULL;
}

void ring_free(struct ring *ring)
{
	ring->used = 0;
}

struct ring *ring_next(struct ring *from)
{
	return from;
}

int ring_split(struct ring *ring, struct ring **half)
{
	*half = ring;
	return 0;
}

int ring_feed(struct ring *ring, const u8 *data, unsigned int len)
{
	return ring->used + data[len - 1];
}

int ring_sow(struct ring *ring, seed_t seed, size_t size)
{
	return ring->used + seed[size - 1];
}

int ring_seal(struct ring *ring, u8 *out)
{
	return *out = ring->used;
}

int ring_words(struct ring *ring, int *words, size_t count)
{
	return words[count - 1] = ring->used;
}

enum ring_mode ring_tune(struct ring *ring, enum ring_mode mode)
{
	return ring->used ? mode : RING_MODE_SLOW;
}

void ring_fput(struct ring *ring)
{
	ring->used--;
}

int ring_create(const char *name, int salt)
{
	return *name + salt;
}

struct wheel *wheel_open(const char *name)
{
	return (struct wheel *)name;
}

void wheel_close(struct wheel *wheel)
{
	wheel->spokes = 0;
}

int wheel_turn(struct wheel *wheel, int by)
{
	return wheel->spokes + by;
}
