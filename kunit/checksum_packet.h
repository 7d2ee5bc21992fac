/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Packets for the suite of checksums: made byte by byte, their checksums counted the long way. */
#ifndef KLUA_CHECKSUM_PACKET_H
#define KLUA_CHECKSUM_PACKET_H

#include <kunit/test.h>
#include <linux/skbuff.h>
#include <net/ip.h>
#include <net/ipv6.h>

#include "packet.h"

#define PACKET_MAX 512
#define HEADROOM 64

/* Which packet to make. */
struct kind {
	const char *name;
	u8 family; /* NFPROTO_… */
	u8 proto;
	u8 options; /* bytes between the network header's fixed part and the transport */
	bool partial; /* the transport's checksum is yet to be completed */
	bool paged; /* all but the network header is not linear */
	unsigned int payload;
};

/* One packet, lent as netfilter's host lends it. */
struct sample {
	struct kunit *test;
	struct sk_buff *skb;
	struct klua_packet packet;
	struct luadata_handle h;
	u8 bytes[PACKET_MAX]; /* what is in the packet now: look() */
	unsigned int total; /* length that the network header told at first */
};

/* ---- the Internet checksum (RFC 1071), word by word ---- */

static inline u32 add_word(u32 sum, u16 word)
{
	sum += word;
	return (sum & 0xffff) + (sum >> 16);
}

static inline u32 add_bytes(u32 sum, const u8 *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		sum = add_word(sum, i & 1 ? p[i] : p[i] << 8);
	return sum;
}

static inline u16 get16(const u8 *p)
{
	return p[0] << 8 | p[1];
}

static inline void put16(u8 *p, u16 value)
{
	p[0] = value >> 8;
	p[1] = value;
}

static inline unsigned int header_size(u8 family)
{
	return family == NFPROTO_IPV4 ? 20 : 40;
}

/* Offsets from RFC 9293, RFC 768, RFC 792. */
static inline unsigned int check_at(u8 proto)
{
	return proto == IPPROTO_TCP ? 16 : proto == IPPROTO_UDP ? 6 : 2;
}

/* RFC 9293, RFC 768, RFC 8200: addresses, protocol, length of the transport. */
static inline u32 pseudo_sum(const u8 *p, u8 family, u8 proto, u32 length)
{
	u32 sum;

	if (proto == IPPROTO_ICMP)
		return 0;
	sum = family == NFPROTO_IPV4 ? add_bytes(0, p + 12, 8) : add_bytes(0, p + 8, 32);
	return add_word(add_word(sum, proto), length);
}

/* ---- making ---- */

static inline void fill(u8 *p, const struct kind *kind)
{
	unsigned int fixed = header_size(kind->family);
	unsigned int at = fixed + kind->options;
	unsigned int size = kind->proto == IPPROTO_TCP ? 20 : 8;
	unsigned int length = size + kind->payload;
	unsigned int i;
	u32 sum;

	for (i = 0; i < at + length; i++)
		p[i] = i * 37 + 11;
	if (kind->family == NFPROTO_IPV4) {
		p[0] = 0x40 | at / 4;
		put16(p + 2, at + length);
		put16(p + 6, 0x4000); /* do not fragment */
		p[9] = kind->proto;
		memset(p + fixed, 1, kind->options); /* no operation */
		put16(p + 10, 0);
		put16(p + 10, ~add_bytes(0, p, at));
	} else {
		p[0] = 0x60;
		put16(p + 4, kind->options + length);
		p[6] = kind->options ? 60 : kind->proto; /* destination options */
		p[fixed] = kind->options ? kind->proto : p[fixed];
		if (kind->options) {
			p[fixed + 1] = kind->options / 8 - 1;
			memset(p + fixed + 2, 0, kind->options - 2); /* Pad1 */
		}
	}
	if (kind->proto == IPPROTO_TCP)
		p[at + 12] = 0x50;
	if (kind->proto == IPPROTO_UDP)
		put16(p + at + 4, length);
	put16(p + at + check_at(kind->proto), 0);
	sum = pseudo_sum(p, kind->family, kind->proto, length);
	if (!kind->partial)
		sum = ~add_bytes(sum, p + at, length);
	put16(p + at + check_at(kind->proto), sum);
}

static inline void find(struct sample *s, u8 family)
{
	bool found = family == NFPROTO_IPV4 ? klua_packet_ipv4(&s->packet, s->skb)
					    : klua_packet_ipv6(&s->packet, s->skb);

	KUNIT_ASSERT_TRUE(s->test, found);
	klua_packet_begin(&s->packet, s->skb);
	klua_packet_read(&s->packet);
	memset(&s->h, 0, sizeof(s->h));
	s->h.base = s->skb->data;
	s->h.length = s->skb->len;
	s->h.linear = skb_headlen(s->skb);
	s->h.ops = &klua_packet_ops;
	s->h.owner = &s->packet;
}

/* A socket buffer with these bytes, the first @linear of them in its linear part. */
static inline struct sk_buff *new_skb(struct kunit *test, const u8 *bytes, size_t n, size_t linear)
{
	struct sk_buff *skb;
	int err;

	skb = alloc_skb_with_frags(HEADROOM + linear, n - linear, 0, &err, GFP_KERNEL);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, skb);
	skb_reserve(skb, HEADROOM);
	skb_put(skb, linear);
	skb->len += n - linear;
	skb->data_len = n - linear;
	skb_reset_network_header(skb);
	KUNIT_ASSERT_EQ(test, skb_store_bits(skb, 0, bytes, n), 0);
	return skb;
}

static inline void make(struct kunit *test, struct sample *s, const struct kind *kind)
{
	unsigned int at = header_size(kind->family) + kind->options;
	u8 *p = s->bytes;

	s->test = test;
	s->total = at + (kind->proto == IPPROTO_TCP ? 20 : 8) + kind->payload;
	fill(p, kind);
	s->skb = new_skb(test, p, s->total, kind->paged ? at : s->total);
	if (kind->partial) {
		s->skb->ip_summed = CHECKSUM_PARTIAL;
		s->skb->csum_start = skb_headroom(s->skb) + at;
		s->skb->csum_offset = check_at(kind->proto);
	}
	find(s, kind->family);
}

static inline void unmake(struct sample *s)
{
	kfree_skb(s->skb);
}

/* ---- writing and looking ---- */

/* A store as luadata makes it: made writable, then through the owner. */
static inline void store(struct sample *s, size_t at, const void *bytes, size_t n)
{
	KUNIT_ASSERT_EQ(s->test, s->h.ops->make_writable(&s->h, at + n), 0);
	KUNIT_ASSERT_TRUE(s->test, at + n <= s->h.linear);
	s->h.ops->store(&s->h, at, bytes, n);
}

static inline void store16(struct sample *s, size_t at, u16 value)
{
	u8 bytes[2];

	put16(bytes, value);
	store(s, at, bytes, sizeof(bytes));
}

static inline const u8 *look(struct sample *s)
{
	KUNIT_ASSERT_EQ(s->test, skb_copy_bits(s->skb, 0, s->bytes, s->skb->len), 0);
	return s->bytes;
}

/* Length of the transport, as the packet's headers tell it. */
static inline u32 told_length(const struct sample *s, const u8 *p)
{
	unsigned int at = s->packet.transport_offset;

	if (s->packet.transport == IPPROTO_UDP)
		return get16(p + at + 4);
	return s->packet.family == NFPROTO_IPV4 ? get16(p + 2) - at : get16(p + 4) + 40 - at;
}

/* What a receiver finds when it sums up the transport: 0xffff when all is well. */
static inline u16 transport_sum(struct sample *s)
{
	const u8 *p = look(s);
	u32 length = told_length(s, p);
	u32 sum = pseudo_sum(p, s->packet.family, s->packet.transport, length);

	return add_bytes(sum, p + s->packet.transport_offset, length);
}

/* What hardware needs to find in the field of a transport that it will complete. */
static inline u16 partial_sum(struct sample *s)
{
	const u8 *p = look(s);

	return pseudo_sum(p, s->packet.family, s->packet.transport, told_length(s, p));
}

static inline u16 check_of(struct sample *s)
{
	return get16(look(s) + s->packet.transport_offset + check_at(s->packet.transport));
}

static inline void expect_right(struct sample *s)
{
	struct kunit *test = s->test;

	if (s->packet.family == NFPROTO_IPV4)
		KUNIT_EXPECT_EQ(test, add_bytes(0, look(s), s->packet.transport_offset), 0xffff);
	if (s->skb->ip_summed == CHECKSUM_PARTIAL)
		KUNIT_EXPECT_EQ(test, check_of(s) % 0xffff, partial_sum(s) % 0xffff);
	else
		KUNIT_EXPECT_EQ(test, transport_sum(s), 0xffff);
}

#endif
