// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Finds the headers of a packet, and places the fields of `hdr` on them. */

#include <linux/icmp.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/netfilter.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <net/ip.h>
#include <net/ipv6.h>

#include "packet.h"

/* The bytes of an ICMP header that every type has (RFC 792, RFC 4443). */
#define ICMP_HEADER 8

bool klua_packet_ipv4(struct klua_packet *packet, const struct sk_buff *skb)
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
	return true;
}

/* In a later fragment ipv6_skip_exthdr() stops at the fragment header, before what that carries. */
static bool skip_fragment_header(struct klua_packet *packet, const struct sk_buff *skb)
{
	const struct frag_hdr *fragment;
	struct frag_hdr copy;

	fragment = skb_header_pointer(skb, packet->transport_offset, sizeof(copy), &copy);
	if (!fragment)
		return false;
	packet->protocol = fragment->nexthdr;
	packet->transport_offset += sizeof(copy);
	return true;
}

static bool skip_extensions(struct klua_packet *packet, const struct sk_buff *skb)
{
	__be16 frag_off = 0;
	int start;

	start = ipv6_skip_exthdr(skb, sizeof(struct ipv6hdr), &packet->protocol, &frag_off);
	if (start < 0 || start > skb->len)
		return false;
	packet->transport_offset = start;
	packet->later_fragment = frag_off & htons(IP6_OFFSET);
	return !packet->later_fragment || skip_fragment_header(packet, skb);
}

bool klua_packet_ipv6(struct klua_packet *packet, const struct sk_buff *skb)
{
	const struct ipv6hdr *ip = (const struct ipv6hdr *)skb->data;

	if (unlikely(skb_headlen(skb) < sizeof(*ip)))
		return false;
	packet->family = NFPROTO_IPV6;
	packet->protocol = ip->nexthdr;
	packet->later_fragment = false;
	packet->transport_offset = sizeof(*ip);
	return likely(!ipv6_ext_hdr(ip->nexthdr)) || skip_extensions(packet, skb);
}

/*
 * Bytes of the transport's header; 0 when it is not there in full. A TCP header that lies about its
 * length takes all the rest: there is no telling where its payload begins.
 */
static unsigned int transport_size(const struct sk_buff *skb, const struct klua_packet *packet,
				   unsigned int rest)
{
	const struct tcphdr *tcp;
	struct tcphdr copy;
	unsigned int size;

	switch (packet->protocol) {
	case IPPROTO_TCP:
		tcp = skb_header_pointer(skb, packet->transport_offset, sizeof(copy), &copy);
		if (!tcp)
			return 0;
		size = tcp->doff * 4;
		return size < sizeof(copy) || size > rest ? rest : size;
	case IPPROTO_UDP:
		return rest >= sizeof(struct udphdr) ? sizeof(struct udphdr) : 0;
	case IPPROTO_ICMP:
	case IPPROTO_ICMPV6:
		return rest >= ICMP_HEADER ? ICMP_HEADER : 0;
	default:
		return 0;
	}
}

/* A datagram may be shorter than the packet that carries it; length 0 is a jumbogram (RFC 2675). */
static void limit_to_datagram(struct klua_packet *packet, const struct sk_buff *skb)
{
	const struct udphdr *udp;
	struct udphdr copy;
	unsigned int length;

	udp = skb_header_pointer(skb, packet->transport_offset, sizeof(copy), &copy);
	length = udp ? ntohs(udp->len) : 0;
	if (length >= sizeof(copy))
		packet->payload_length =
			min_t(unsigned int, packet->payload_length, length - sizeof(copy));
}

void klua_packet_transport(struct klua_packet *packet, struct sk_buff *skb)
{
	unsigned int rest = skb->len - packet->transport_offset;
	unsigned int size = packet->later_fragment ? 0 : transport_size(skb, packet, rest);

	packet->block.skb = skb;
	packet->transport = size ? packet->protocol : KLUA_PACKET_NONE;
	packet->payload_offset = packet->transport_offset + size;
	packet->payload_length = rest - size;
	if (packet->transport == IPPROTO_UDP)
		limit_to_datagram(packet, skb);
}

static const struct klua_packet *packet_of(const struct luadata_handle *h)
{
	return h->owner;
}

static bool place(struct luadata_span *span, size_t offset, size_t length)
{
	span->offset = offset;
	span->length = length;
	return true;
}

/* A header reaches to the end of the packet: what follows it is its payload. */
static bool place_rest(const struct luadata_handle *h, unsigned int offset,
		       struct luadata_span *span)
{
	return place(span, offset, h->length - offset);
}

bool klua_packet_ip(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return packet_of(h)->family == NFPROTO_IPV4 && place_rest(h, 0, span);
}

bool klua_packet_ip6(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return packet_of(h)->family == NFPROTO_IPV6 && place_rest(h, 0, span);
}

static bool place_transport(const struct luadata_handle *h, u8 proto, struct luadata_span *span)
{
	const struct klua_packet *packet = packet_of(h);

	return packet->transport == proto && place_rest(h, packet->transport_offset, span);
}

bool klua_packet_tcp(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_transport(h, IPPROTO_TCP, span);
}

bool klua_packet_udp(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_transport(h, IPPROTO_UDP, span);
}

bool klua_packet_icmp(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_transport(h, IPPROTO_ICMP, span) || place_transport(h, IPPROTO_ICMPV6, span);
}

bool klua_packet_saddr(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	if (packet_of(h)->family == NFPROTO_IPV4)
		return place(span, offsetof(struct iphdr, saddr),
			     sizeof_field(struct iphdr, saddr));
	return place(span, offsetof(struct ipv6hdr, saddr), sizeof_field(struct ipv6hdr, saddr));
}

bool klua_packet_daddr(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	if (packet_of(h)->family == NFPROTO_IPV4)
		return place(span, offsetof(struct iphdr, daddr),
			     sizeof_field(struct iphdr, daddr));
	return place(span, offsetof(struct ipv6hdr, daddr), sizeof_field(struct ipv6hdr, daddr));
}

/* TCP and UDP both begin with the two ports. */
static bool place_port(const struct luadata_handle *h, size_t offset, struct luadata_span *span)
{
	const struct klua_packet *packet = packet_of(h);

	if (packet->transport != IPPROTO_TCP && packet->transport != IPPROTO_UDP)
		return false;
	return place(span, packet->transport_offset + offset, sizeof(__be16));
}

bool klua_packet_sport(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_port(h, offsetof(struct udphdr, source), span);
}

bool klua_packet_dport(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_port(h, offsetof(struct udphdr, dest), span);
}
