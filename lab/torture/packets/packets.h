/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * packets.h: packets made from a seed, two ways that they take, and what has arrived of them.
 */
#ifndef PACKETS_H
#define PACKETS_H

#include <linux/virtio_net.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PACKET_MAX 65600 /* Ethernet header, VLAN tag, the largest IPv4 packet */
#define BATCH 32
#define RING_FRAMES 8
#define ETHER 14
#define TYPE_MARK 0x88b5 /* IEEE 802: for experiments */

/*
 * IPv6 steps over extension headers behind the hooks, and some are not for raw sockets: what a
 * filter drops can be counted with LOCAL_IPV4 alone.
 */
enum way { FORWARD, LOCAL, OUTPUT, LOCAL_IPV4 };

/** struct packet - a frame, and what a network card would be told about it */
struct packet {
	struct virtio_net_hdr vnet;
	bool paged; /* sent so that all but the Ethernet header lies in pages that we can see */
	size_t length;
	uint8_t bytes[PACKET_MAX];
};

struct rng {
	uint64_t state;
};

uint64_t rng_next(struct rng *rng);
/* 0 to n - 1 */
unsigned int below(struct rng *rng, unsigned int n);
static inline bool one_in(struct rng *rng, unsigned int n)
{
	return !below(rng, n);
}

void random_bytes(struct rng *rng, uint8_t *to, size_t n);

static inline void put16(uint8_t *to, unsigned int value)
{
	to[0] = value >> 8;
	to[1] = value;
}

static inline unsigned int get16(const uint8_t *from)
{
	return from[0] << 8 | from[1];
}

/* The sum of RFC 1071, not folded. */
uint64_t sum(const uint8_t *from, size_t n);
uint16_t fold(uint64_t sum);

/** make_message() - some payload at @to, at most @room bytes; @port: where it belongs */
size_t make_message(struct rng *rng, uint8_t *to, size_t room, unsigned int *port, bool *tcp);

/** make_batch() - packets of all kinds, the same for the same @rng; returns how many */
unsigned int make_batch(struct rng *rng, struct packet *batch, enum way way);

/** struct arrival - a packet that came through, its bytes at @at of side->heap */
struct arrival {
	size_t at;
	size_t length;
	struct virtio_net_hdr vnet;
};

#define ARRIVALS 4096
#define HEAP (24 << 20)

/** struct side - one of the two ways: through a namespace with the filter, and one without */
struct side {
	const char *name;
	int send; /* frames to its first device */
	int ring; /* likewise, from pages */
	uint8_t *frames;
	unsigned int next_frame;
	const struct packet *in_ring[RING_FRAMES]; /* what the batch has there */
	int seen;                                  /* marks that have come in */
	int mark;                                  /* marks from its second device */
	int sink;                                  /* what its second device sent */
	int clones;                                /* copies of what came in, or -1 */
	int raw[2];                                /* packets with headers of ours: IPv4, IPv6 */
	int local[32];                             /* what was for itself, one for each protocol */
	unsigned int locals;
	unsigned long rejected;
	struct arrival arrivals[ARRIVALS];
	unsigned int count;
	size_t used;
	uint8_t *heap;
};

void side_open(struct side *side, const char *name, bool clones);
/* Sends the batch, and waits until all of it is through. */
void side_send(struct side *side, const struct packet *batch, unsigned int n, enum way way);
void side_collect(struct side *side, enum way way);
/* Collects the copies of what came in; what a script changed in the sender's own pages, or NULL. */
const char *side_check_clones(struct side *side);

/* What is wrong with the pair, a packet without and with nat.lua, or NULL. */
const char *compare_translated(const struct side *a, const struct arrival *x, const struct side *b,
			       const struct arrival *y);
bool same(const struct side *a, const struct arrival *x, const struct side *b,
	  const struct arrival *y);

_Noreturn void fail(const char *what);

#endif
