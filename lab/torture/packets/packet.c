// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* packet.c: packets around messages: right, odd, and lying about themselves. */
#include <netinet/in.h>
#include <string.h>

#include "packets.h"

/* Where the parts of a packet that is being made are, from the start of its frame. */
struct parts {
	size_t ip;
	size_t transport;
	bool v6;
	uint8_t protocol;
	size_t next; /* of IPv6: the byte that names what follows the headers so far */
};

uint64_t sum(const uint8_t *from, size_t n)
{
	uint64_t total = 0;

	for (; n > 1; n -= 2, from += 2)
		total += get16(from);
	return n ? total + (*from << 8) : total;
}

uint16_t fold(uint64_t total)
{
	while (total >> 16)
		total = (total >> 16) + (total & 0xffff);
	return total;
}

static void put_ethernet(struct rng *rng, struct packet *p, struct parts *at)
{
	static const uint8_t addresses[12] = { 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0x11 };
	unsigned int type = at->v6 ? 0x86dd : 0x0800;

	memcpy(p->bytes, addresses, sizeof(addresses));
	if (one_in(rng, 20)) {
		put16(p->bytes + 12, 0x8100);
		put16(p->bytes + 14, 5);
		put16(p->bytes + 16, type);
		at->ip = ETHER + 4;
	} else {
		put16(p->bytes + 12, type);
		at->ip = ETHER;
	}
}

/* RFC 791, 3.1: one after another, as long as they fit. */
static size_t put_options(struct rng *rng, uint8_t *to)
{
	static const uint8_t kinds[] = { 0, 1, 1, 7, 68, 131, 137, 148, 130, 134 };
	size_t size = 4 * (1 + below(rng, 10)), at = 0;

	memset(to, 1, size);
	if (one_in(rng, 8)) {
		random_bytes(rng, to, size);
		return size;
	}
	while (size - at >= 4 && !one_in(rng, 3)) {
		uint8_t kind = kinds[below(rng, sizeof(kinds))];
		size_t n = kind == 148 ? 4 : 3 + 4 * below(rng, 3);

		if (kind < 2 || n > size - at) {
			to[at++] = 1;
			continue;
		}
		memset(to + at, 0, n);
		to[at] = kind;
		to[at + 1] = one_in(rng, 16) ? below(rng, 256) : n;
		to[at + 2] = kind == 148 ? 0 : 4;
		at += n;
	}
	return size;
}

static void put_ipv4(struct rng *rng, struct packet *p, struct parts *at, enum way way)
{
	uint8_t *ip = p->bytes + at->ip;

	memset(ip, 0, 20);
	at->transport = at->ip + 20;
	if (one_in(rng, 6))
		at->transport += put_options(rng, ip + 20);
	ip[0] = 0x40 | (at->transport - at->ip) / 4;
	ip[1] = one_in(rng, 4) ? below(rng, 256) : 0;
	put16(ip + 4, 1 + below(rng, 65535));
	ip[8] = one_in(rng, 40) ? below(rng, 3) : 64;
	ip[9] = at->protocol;
	memcpy(ip + 12, (uint8_t[]){ 10, 1, 0, 2 + below(rng, 8) }, 4);
	if (way == LOCAL || way == LOCAL_IPV4)
		memcpy(ip + 16, (uint8_t[]){ 10, 1, 0, 1 }, 4);
	else
		memcpy(ip + 16, (uint8_t[]){ 10, 3, below(rng, 4), 1 + below(rng, 99) }, 4);
}

/* Extension headers (RFC 8200, 4): what comes next is named in the one before. */
static void put_extensions(struct rng *rng, struct packet *p, struct parts *at)
{
	static const uint8_t kinds[] = { 0, 60, 43, 44, 60, 60, 51, 135 };

	for (unsigned int n = below(rng, 5); n; n--) {
		uint8_t kind = kinds[below(rng, sizeof(kinds))];
		uint8_t *to = p->bytes + at->transport;
		size_t units = kind == 44 ? 1 : 1 + below(rng, 4);

		p->bytes[at->next] = kind;
		at->next = at->transport;
		memset(to, 0, 8 * units);
		to[1] = kind == 51 ? 2 * units - 2 : kind == 44 ? 0 : units - 1;
		if (kind == 0 || kind == 60) { /* an option that pads */
			to[2] = 1;
			to[3] = 8 * units - 4;
		} else if (kind == 43) {
			to[2] = below(rng, 6);
			to[3] = one_in(rng, 3);
		}
		if (one_in(rng, 10))
			to[1 + below(rng, 7)] = below(rng, 256);
		at->transport += 8 * units;
	}
}

static void put_ipv6(struct rng *rng, struct packet *p, struct parts *at, enum way way)
{
	uint8_t *ip = p->bytes + at->ip;

	memset(ip, 0, 40);
	ip[0] = 0x60;
	random_bytes(rng, ip + 1, 3);
	ip[1] &= 0xf;
	ip[7] = one_in(rng, 40) ? below(rng, 3) : 64;
	ip[8] = 0xfd;
	ip[9] = 1;
	ip[23] = 2 + below(rng, 8);
	ip[24] = 0xfd;
	ip[25] = way == LOCAL ? 1 : 3;
	ip[39] = way == LOCAL ? 1 : 1 + below(rng, 99);
	at->next = at->ip + 6;
	at->transport = at->ip + 40;
	if (one_in(rng, 4))
		put_extensions(rng, p, at);
	p->bytes[at->next] = at->protocol;
}

static size_t put_tcp(struct rng *rng, uint8_t *to, unsigned int port)
{
	bool server = port == 22 || one_in(rng, 4);
	size_t size = 20 + (one_in(rng, 2) ? 4 * below(rng, 11) : 0);

	memset(to, 1, size);
	random_bytes(rng, to, 20);
	put16(to + (server ? 0 : 2), port);
	to[12] = size / 4 << 4;
	to[13] = one_in(rng, 4) ? below(rng, 256) : 0x18;
	if (one_in(rng, 16))
		to[12] = below(rng, 16) << 4;
	if (size > 20 && one_in(rng, 2)) /* options: a length, most often of what is there */
		memcpy(to + 20, (uint8_t[]){ below(rng, 9), below(rng, 12), 5, 180 }, 4);
	return size;
}

static size_t put_transport(struct rng *rng, uint8_t *to, uint8_t protocol, unsigned int port)
{
	static const uint8_t types[] = { 8, 0, 3, 11, 12, 13, 128, 129, 1, 2, 3, 4 };

	switch (protocol) {
	case IPPROTO_TCP:
		return put_tcp(rng, to, port);
	case IPPROTO_UDP:
		put16(to, one_in(rng, 4) ? port : below(rng, 65536));
		put16(to + 2, port);
		return 8;
	case IPPROTO_ICMP:
	case IPPROTO_ICMPV6:
		random_bytes(rng, to, 8);
		to[0] = types[below(rng, sizeof(types))];
		to[1] = one_in(rng, 4) ? below(rng, 16) : 0;
		return 8;
	default:
		return 0;
	}
}

static uint8_t pick_protocol(struct rng *rng, bool tcp, bool v6)
{
	static const uint8_t others[] = { 47, 50, 51, 89, 132, 136, 253, 4, 41, 59, 0, 2, 255 };

	switch (below(rng, 8)) {
	case 0:
		return v6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP;
	case 1:
		return one_in(rng, 3) ? below(rng, 256) : others[below(rng, sizeof(others))];
	default:
		return tcp ? IPPROTO_TCP : IPPROTO_UDP;
	}
}

/* Where the checksum of a transport is in its header; 0 when it has none. */
static size_t check_of(uint8_t protocol)
{
	return protocol == IPPROTO_TCP                                  ? 16
	       : protocol == IPPROTO_UDP                                ? 6
	       : protocol == IPPROTO_ICMP || protocol == IPPROTO_ICMPV6 ? 2
									: 0;
}

static uint64_t pseudo(const struct packet *p, const struct parts *at)
{
	size_t length = p->length - at->transport;
	const uint8_t *ip = p->bytes + at->ip;

	if (at->protocol == IPPROTO_ICMP)
		return 0;
	return (at->v6 ? sum(ip + 8, 32) : sum(ip + 12, 8)) + at->protocol + (length >> 16) +
	       (length & 0xffff);
}

static void put_check(struct rng *rng, struct packet *p, const struct parts *at)
{
	size_t check = at->transport + check_of(at->protocol);
	uint16_t folded;

	if (!check_of(at->protocol) || p->length < check + 2)
		return;
	put16(p->bytes + check, 0);
	if (p->vnet.flags || (one_in(rng, 3) && at->protocol != IPPROTO_ICMP)) {
		/* As from a socket: a card shall complete it. */
		p->vnet.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
		p->vnet.csum_start = at->transport;
		p->vnet.csum_offset = check_of(at->protocol);
		put16(p->bytes + check, fold(pseudo(p, at)));
		return;
	}
	folded = ~fold(pseudo(p, at) + sum(p->bytes + at->transport, p->length - at->transport));
	put16(p->bytes + check, folded || at->protocol != IPPROTO_UDP ? folded : 0xffff);
	if (one_in(rng, 10))
		put16(p->bytes + check, at->protocol == IPPROTO_UDP ? 0 : below(rng, 65536));
}

/* Several segments in one, as a card cuts it up. */
static void put_gso(struct rng *rng, struct packet *p, const struct parts *at)
{
	bool tcp = at->protocol == IPPROTO_TCP;
	size_t header = tcp ? (p->bytes[at->transport + 12] >> 4) * 4 : 8;

	if ((!tcp && at->protocol != IPPROTO_UDP) || header < 8 ||
	    p->length < at->transport + header + 100 || !one_in(rng, 2))
		return;
	p->vnet.gso_type = tcp ? (at->v6 ? VIRTIO_NET_HDR_GSO_TCPV6 : VIRTIO_NET_HDR_GSO_TCPV4)
			   : !at->v6 && one_in(rng, 2) ? VIRTIO_NET_HDR_GSO_UDP
						       : /* IPv6: identified at random */
				   5 /* VIRTIO_NET_HDR_GSO_UDP_L4, since 6.2 */;
	p->vnet.gso_size = 1 + below(rng, one_in(rng, 2) ? 99 : p->length - at->transport - header);
	if (!tcp) /* veth has them cut up: not in thousands */
		p->vnet.gso_size += 500;
	p->vnet.hdr_len = at->transport + header;
	p->vnet.flags = VIRTIO_NET_HDR_F_NEEDS_CSUM;
}

static void put_lengths(struct rng *rng, struct packet *p, const struct parts *at)
{
	uint8_t *ip = p->bytes + at->ip;
	size_t length = p->length - at->ip;

	if (one_in(rng, 16))
		length = one_in(rng, 2) ? below(rng, length + 40) : length - below(rng, 9);
	if (at->v6)
		put16(ip + 4, length > 40 ? length - 40 : 0);
	else
		put16(ip + 2, length);
	if (at->protocol == IPPROTO_UDP && p->length >= at->transport + 8) {
		length = p->length - at->transport;
		if (one_in(rng, 16))
			length = one_in(rng, 2) ? below(rng, 65536) : length + below(rng, 9) - 4;
		put16(p->bytes + at->transport + 4, length);
	}
}

/* No room for the time in an option that asks for it: it is another one on each way. */
static void fill_timestamps(uint8_t *ip, size_t n)
{
	size_t at = 20;

	while (at + 2 < n && ip[at]) {
		size_t size = ip[at] == 1 ? 1 : ip[at + 1];

		if (ip[at] == 68)
			ip[at + 2] = ip[at + 1] + 1;
		at += size ? size : n;
	}
}

static void put_ip_check(struct packet *p, size_t at)
{
	uint8_t *ip = p->bytes + at;
	size_t n = (*ip & 15) * 4;

	if (at + n <= p->length)
		fill_timestamps(ip, n);
	put16(ip + 10, 0);
	if (at + n <= p->length)
		put16(ip + 10, ~fold(sum(ip, n)));
}

/* A few bytes of the headers become others. */
static void mutate(struct rng *rng, struct packet *p, const struct parts *at)
{
	size_t n = p->length - at->ip < 80 ? p->length - at->ip : 80;

	for (unsigned int i = 1 + below(rng, 3); i && n; i--) {
		uint8_t *byte = p->bytes + at->ip + below(rng, n);

		*byte = one_in(rng, 2) ? *byte ^ 1 << below(rng, 8) : (int)below(rng, 256);
	}
}

static void make_packet(struct rng *rng, struct packet *p, struct parts *at, enum way way)
{
	static uint8_t message[PACKET_MAX];
	unsigned int port;
	bool tcp;
	size_t n = make_message(rng, message, 60000, &port, &tcp);

	memset(&p->vnet, 0, sizeof(p->vnet));
	p->paged = one_in(rng, 3);
	at->v6 = way != LOCAL_IPV4 && one_in(rng, 3);
	at->protocol = pick_protocol(rng, tcp, at->v6);
	put_ethernet(rng, p, at);
	if (at->v6)
		put_ipv6(rng, p, at, way);
	else
		put_ipv4(rng, p, at, way);
	p->length = at->transport;
	p->length += put_transport(rng, p->bytes + p->length, at->protocol, port);
	memcpy(p->bytes + p->length, message, n);
	p->length += n;
	put_gso(rng, p, at);
	put_lengths(rng, p, at);
	put_check(rng, p, at);
	if (one_in(rng, 8))
		mutate(rng, p, at);
	if (!at->v6 && !one_in(rng, 24))
		put_ip_check(p, at->ip);
	if (one_in(rng, 24) && !p->vnet.gso_type)
		p->length -= below(rng, p->length - at->ip + 1);
}

/*
 * The packet in pieces, some of them tiny, twice, over others, missing or in another order;
 * returns how many there are.
 */
static unsigned int cut(struct rng *rng, const struct packet *whole, const struct parts *at,
			struct packet *to, unsigned int room)
{
	size_t header = at->v6 ? 40 : at->transport - at->ip;
	size_t start = at->ip + header, left = whole->length - start, offset = 0;
	size_t step = 8 * (1 + below(rng, one_in(rng, 3) ? 3 : 1 + left / 8));
	uint32_t id = rng_next(rng);
	unsigned int n = 0;

	while (n < room && offset < left) {
		size_t size = left - offset < step ? left - offset : step;
		struct packet *p = &to[n++];
		uint8_t *ip = p->bytes + at->ip, *data = ip + header;

		memset(&p->vnet, 0, sizeof(p->vnet));
		p->paged = whole->paged;
		memcpy(p->bytes, whole->bytes, start);
		if (at->v6) {
			data[0] = ip[6];
			data[1] = 0;
			put16(data + 2, offset | (offset + size < left));
			memcpy(data + 4, &id, sizeof(id));
			ip[6] = IPPROTO_FRAGMENT;
			data += 8;
			put16(ip + 4, size + 8);
		} else {
			put16(ip + 6, offset / 8 | (offset + size < left) << 13);
			put16(ip + 2, header + size);
		}
		memcpy(data, whole->bytes + start + offset, size);
		p->length = data + size - p->bytes;
		if (!at->v6)
			put_ip_check(p, at->ip);
		if (one_in(rng, 12))
			n--;          /* missing */
		if (!one_in(rng, 12)) /* else twice, or over the next */
			offset += one_in(rng, 24) ? (size > 8 ? 8 : size) : size;
	}
	return n;
}

unsigned int make_batch(struct rng *rng, struct packet *batch, enum way way)
{
	static struct packet whole;
	unsigned int n = 0, paged = 0;
	struct parts at;

	while (n < BATCH - 8) {
		make_packet(rng, &batch[n], &at, way);
		if (one_in(rng, 8) && !batch[n].vnet.flags && batch[n].length > at.transport + 8) {
			whole = batch[n];
			n += cut(rng, &whole, &at, batch + n, BATCH - n);
		} else {
			n++;
		}
	}
	for (unsigned int i = 0; i < n; i++)
		batch[i].paged = batch[i].paged && batch[i].length > ETHER && paged++ < RING_FRAMES;
	return n;
}
