// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Writes to a packet, and has its checksums follow. */

#include <linux/icmp.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <net/checksum.h>
#include <net/ipv6.h>

#include "checksum.h"
#include "packet.h"

/* A write that is about to happen: @bytes replace those of the packet at [@at, @end). */
struct write {
	struct luadata_handle *h;
	struct klua_packet *packet;
	const u8 *bytes;
	size_t at;
	size_t end;
};

static bool touches(const struct write *w, size_t from, size_t to)
{
	return w->at < to && w->end > from;
}

/* How the sum of bytes [from, to) changes by the write; @from is the first byte of a word. */
static __wsum difference(const struct write *w, size_t from, size_t to)
{
	size_t start = max(w->at, from), end = min(w->end, to);
	const u8 *old = w->h->base + start, *new = w->bytes + (start - w->at);
	u32 was = 0, is = 0;

	if (start >= end)
		return 0;
	switch (end - start) {
	case sizeof(u8):
		was = (__force u16)htons(*old << 8);
		is = (__force u16)htons(*new << 8);
		break;
	case sizeof(u16):
		memcpy(&was, old, sizeof(u16));
		memcpy(&is, new, sizeof(u16));
		break;
	case sizeof(u32):
		memcpy(&was, old, sizeof(u32));
		memcpy(&is, new, sizeof(u32));
		break;
	default:
		was = (__force u32)csum_partial(old, end - start, 0);
		is = (__force u32)csum_partial(new, end - start, 0);
	}
	return csum_shift(csum_sub((__force __wsum)is, (__force __wsum)was), start - from);
}

/* Never makes 0xffff of it: the sum that is folded is not zero. */
static void follow(__sum16 *check, __wsum change)
{
	*check = csum_fold(csum_add(~csum_unfold(*check), change));
}

/* Offset of the transport's checksum in its header. */
static unsigned int check_offset(const struct klua_packet *packet)
{
	switch (packet->transport) {
	case IPPROTO_TCP:
		return offsetof(struct tcphdr, check);
	case IPPROTO_UDP:
		return offsetof(struct udphdr, check);
	default:
		return offsetof(struct icmphdr, checksum);
	}
}

size_t klua_checksum_end(const struct klua_packet *packet)
{
	if (packet->transport == KLUA_PACKET_NONE)
		return packet->family == NFPROTO_IPV4 ? sizeof(struct iphdr) : 0;
	return packet->transport_offset + check_offset(packet) + sizeof(__sum16);
}

/* ICMP for IPv4 alone has no pseudo-header. */
static bool has_pseudo(const struct klua_packet *packet)
{
	return packet->transport != IPPROTO_ICMP;
}

/*
 * Whether the transport's field holds what hardware, or the segmentation of a tunnel's packet,
 * expects there: the sum of the pseudo-header.
 */
static bool is_partial(const struct klua_packet *packet)
{
	const struct sk_buff *skb = packet->block.skb;

	if (skb->ip_summed != CHECKSUM_PARTIAL)
		return false;
	return skb_checksum_start_offset(skb) == packet->transport_offset ||
	       (skb_is_gso(skb) && packet->transport == IPPROTO_UDP &&
		(skb_shinfo(skb)->gso_type & SKB_GSO_UDP_TUNNEL_CSUM));
}

/*
 * Where the bytes end that count for a checksum that is complete. In a tunnel's packet the inner
 * checksum, when it is yet to be completed, will even out what comes after its start.
 */
static size_t data_end(const struct klua_packet *packet)
{
	const struct sk_buff *skb = packet->block.skb;

	if (skb->ip_summed == CHECKSUM_PARTIAL)
		return min_t(size_t, packet->covered, skb_checksum_start_offset(skb));
	return packet->covered;
}

static __wsum addresses_difference(const struct write *w)
{
	size_t to = offsetofend(struct ipv6hdr, daddr);

	if (w->packet->family == NFPROTO_IPV4)
		return difference(w, offsetof(struct iphdr, saddr),
				  offsetofend(struct iphdr, daddr));
	if (touches(w, offsetof(struct ipv6hdr, daddr), to) && w->packet->routed)
		to = offsetof(struct ipv6hdr, daddr);
	return difference(w, offsetof(struct ipv6hdr, saddr), to);
}

static inline void write(const struct write *w)
{
	luadata_copy(w->h->base + w->at, w->bytes, w->end - w->at);
}

static void write_transport(const struct write *w, __sum16 *check)
{
	const struct klua_packet *packet = w->packet;
	bool partial = is_partial(packet);
	__wsum change = 0;

	if (has_pseudo(packet) && w->at < packet->transport_offset)
		change = addresses_difference(w);
	if (!partial)
		change = csum_add(change,
				  difference(w, packet->transport_offset, data_end(packet)));
	write(w);
	if (partial) {
		*check = ~csum_fold(csum_add(csum_unfold(*check), change));
	} else if (packet->transport != IPPROTO_UDP) {
		follow(check, change);
	} else if (*check) {
		follow(check, change);
		*check = *check ?: CSUM_MANGLED_0;
	}
}

static void write_followed(const struct write *w)
{
	const struct klua_packet *packet = w->packet;
	size_t at = packet->transport_offset + check_offset(packet);

	if (klua_checksum_is_private(packet, w->end) || packet->transport == KLUA_PACKET_NONE ||
	    touches(w, at, at + sizeof(__sum16)))
		write(w);
	else
		write_transport(w, (__sum16 *)(w->h->base + at));
}

static noinline void store_bytes(struct luadata_handle *h, size_t offset, const void *bytes,
				 size_t n)
{
	const struct write w = { h, h->owner, bytes, offset, offset + n };
	struct iphdr *ip = (struct iphdr *)h->base;
	__wsum change;

	if (w.packet->family != NFPROTO_IPV4 || offset >= w.packet->transport_offset ||
	    touches(&w, offsetof(struct iphdr, check), offsetofend(struct iphdr, check))) {
		write_followed(&w);
		return;
	}
	change = difference(&w, 0, w.packet->transport_offset);
	write_followed(&w);
	follow(&ip->check, change);
}

/* One byte of the IPv4 header in front of its checksum: what is most often written there. */
static inline void store_byte(struct iphdr *ip, size_t offset, u8 byte)
{
	u16 *word = (u16 *)ip + offset / sizeof(u16), old = *word;

	((u8 *)ip)[offset] = byte;
	follow(&ip->check, csum_sub((__force __wsum)*word, (__force __wsum)old));
}

void klua_checksum_store(struct luadata_handle *h, size_t offset, const void *bytes, size_t n)
{
	const struct klua_packet *packet = h->owner;

	if (n == 1 && packet->family == NFPROTO_IPV4 && offset < offsetof(struct iphdr, check))
		store_byte((struct iphdr *)h->base, offset, *(const u8 *)bytes);
	else
		store_bytes(h, offset, bytes, n);
}
