/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * packet.h: where the headers of a packet are, found once in C before a script sees it.
 */
#ifndef KLUA_PACKET_H
#define KLUA_PACKET_H

#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/netfilter.h>
#include <net/ip.h>

#include "luadata.h"
#include "skb_block.h"

/* Bits of the longest header, that of IPv6. */
#define KLUA_PACKET_BITS (8 * sizeof(struct ipv6hdr))

/**
 * struct klua_packet_right - what scripts may write of a header
 * @grants: its fields
 * @bits: those of the fields that lie where the layout says, in the order of struct luadata_grants
 */
struct klua_packet_right {
	const struct luadata_grants *grants;
	DECLARE_BITMAP(bits, KLUA_PACKET_BITS);
};

/**
 * struct klua_packet_rights - what scripts may write of a packet's headers
 * @hook: BIT() of the place where netfilter has the packet
 */
struct klua_packet_rights {
	unsigned int hook;
	struct klua_packet_right ip;
	struct klua_packet_right ip6;
	struct klua_packet_right tcp;
	struct klua_packet_right udp;
	struct klua_packet_right icmp;
	struct klua_packet_right icmp6;
};

/** klua_packet_find_rights() - fill the bits, after all else */
void klua_packet_find_rights(struct klua_packet_rights *rights);

/**
 * struct klua_packet - what the fields of `hdr` are placed by
 * @block: the packet's bytes, from the network header; must be first (klua_skb_ops)
 * @rights: for klua_packet_ops: what scripts may write
 * @moved: a script changed its addresses or ports
 * @whole: the headers were walked over to their end
 * @routed: of IPv6: it has to visit other nodes before its destination
 * @family: NFPROTO_IPV4 or NFPROTO_IPV6
 * @protocol: IPPROTO_… after the network headers; unless @whole, of the header that is cut short
 * @later_fragment: no transport header: an earlier fragment had it
 * @transport: @protocol when it is TCP, UDP, ICMP or ICMPv6, its header present in full; else
 *	       KLUA_PACKET_NONE. KLUA_PACKET_UNREAD: it and what follows wait for klua_packet_read()
 * @transport_offset: first byte after the network headers, the extension headers and AH
 * @payload_offset: first byte of the transport's payload; without a transport header, of what
 *		    follows the network headers
 * @payload_length: bytes of it
 * @covered: one past the last byte that the transport's checksum covers
 * @free: first byte from which on scripts write what they like; 0: yet to be found
 */
struct klua_packet {
	struct klua_skb_block block;
	const struct klua_packet_rights *rights;
	bool moved;
	bool whole;
	bool routed;
	bool later_fragment;
	u8 transport;
	u8 family;
	u8 protocol;
	unsigned int transport_offset;
	unsigned int payload_offset;
	unsigned int payload_length;
	unsigned int covered;
	unsigned int free;
};

#define KLUA_PACKET_NONE 255 /* IPPROTO_RAW: never on the wire */
#define KLUA_PACKET_UNREAD 0 /* IPPROTO_HOPOPTS: no transport */

/*
 * How many extension headers, or AH of IPv4, are walked over, and up to which byte of the packet;
 * what lies behind is not known. RFC 8200, 4.1 has seven kinds, one of which may come twice.
 */
#define KLUA_PACKET_HEADERS 16
#define KLUA_PACKET_REACH   2048

/* Skips authentication headers (RFC 4302); clears @whole when one is not all there. */
void klua_packet_skip_ah(struct klua_packet *packet, const struct sk_buff *skb);

/**
 * klua_packet_ipv4() - find the end of the network header, AH skipped
 * klua_packet_ipv6() - likewise, extension headers skipped
 *
 * Fill @family, @protocol, @later_fragment, @transport_offset, @whole.
 * Return: false when the packet is not well formed.
 */
static inline bool klua_packet_ipv4(struct klua_packet *packet, const struct sk_buff *skb)
{
	const struct iphdr *ip = (const struct iphdr *)skb->data;

	/* Raw sockets send what they like. */
	if (unlikely(skb_headlen(skb) < sizeof(*ip) || ip->ihl * 4 < sizeof(*ip) ||
		     ip->ihl * 4 > skb->len))
		return false;
	packet->family = NFPROTO_IPV4;
	packet->protocol = ip->protocol;
	packet->later_fragment = ip->frag_off & htons(IP_OFFSET);
	packet->transport_offset = ip->ihl * 4;
	packet->whole = true;
	if (unlikely(packet->protocol == IPPROTO_AH)) {
		if (packet->later_fragment)
			packet->whole = false; /* what AH led to is not known */
		else
			klua_packet_skip_ah(packet, skb);
	}
	return true;
}

bool klua_packet_ipv6(struct klua_packet *packet, const struct sk_buff *skb);

/* First byte of an IPv4 packet without options. */
#define KLUA_PACKET_PLAIN 0x45

/** klua_packet_plain() - likewise, of such a packet that is no later fragment and has no AH */
static inline void klua_packet_plain(struct klua_packet *packet, const struct sk_buff *skb)
{
	packet->whole = true;
	packet->routed = false;
	packet->later_fragment = false;
	packet->family = NFPROTO_IPV4;
	packet->transport_offset = sizeof(struct iphdr);
	packet->protocol = ((const struct iphdr *)skb->data)->protocol;
}

/** klua_packet_begin() - fill the rest but @rights, after one of the above succeeded */
static inline void klua_packet_begin(struct klua_packet *packet, struct sk_buff *skb)
{
	packet->block.skb = skb;
	packet->moved = false;
	packet->free = 0;
	packet->transport = KLUA_PACKET_UNREAD;
}

/* Finds the transport, its payload, and whatever AH klua_packet_plain() left. */
void klua_packet_transport(struct klua_packet *packet);

/**
 * klua_packet_read() - the packet with its transport found; most scripts do not ask for it
 *
 * What it is found by does not change while a script has the packet: no script may write it.
 */
static inline const struct klua_packet *klua_packet_read(const struct klua_packet *packet)
{
	if (packet->transport == KLUA_PACKET_UNREAD)
		klua_packet_transport((struct klua_packet *)packet);
	return packet;
}

/**
 * klua_packet_ops - klua_skb_ops for the block of a struct klua_packet, checksums following
 *
 * The kernel goes by the headers as it found them when the packet came in: lengths, protocols,
 * options. So scripts write what @rights grant of the headers, and what lies behind these.
 */
extern const struct luadata_handle_ops klua_packet_ops;

/* Places of hdr's fields; false: the packet has no such header. */
bool klua_packet_ip(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_ip6(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_tcp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_udp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_icmp(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_icmp6(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_saddr(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_daddr(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_sport(const struct luadata_handle *h, size_t at, struct luadata_span *span);
bool klua_packet_dport(const struct luadata_handle *h, size_t at, struct luadata_span *span);

/* Place of the callback's pld. */
bool klua_packet_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span);

#endif
