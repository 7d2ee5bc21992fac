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

#include "checksum.h"
#include "packet.h"

/* The bytes of an ICMP header that every type has (RFC 792, RFC 4443). */
#define ICMP_HEADER 8

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
	if (unlikely(ipv6_ext_hdr(ip->nexthdr)) && !skip_extensions(packet, skb)) {
		/* Without an end: what follows is shown as it is, as no known protocol. */
		packet->protocol = ip->nexthdr;
		packet->later_fragment = false;
		packet->transport_offset = sizeof(*ip);
	}
	return true;
}

/* Two bytes of the packet that are not linear; the caller knows that they are there. */
static noinline u16 far_word(const struct sk_buff *skb, unsigned int offset)
{
	__be16 word = 0;

	skb_copy_bits(skb, offset, &word, sizeof(word));
	return ntohs(word);
}

/* The same, linear or not. */
static inline u16 word_at(const struct sk_buff *skb, unsigned int offset)
{
	if (likely(skb_headlen(skb) >= offset + sizeof(u16)))
		return ntohs(*(const __be16 *)(skb->data + offset));
	return far_word(skb, offset);
}

/* A header that lies about its length takes all the rest: no telling where the payload begins. */
static inline void find_tcp(struct klua_packet *packet, const struct sk_buff *skb,
			    unsigned int rest)
{
	unsigned int size;

	if (rest < sizeof(struct tcphdr))
		return;
	packet->transport = IPPROTO_TCP;
	size = (word_at(skb, packet->transport_offset + 12) >> 12) * 4; /* doff */
	if (size < sizeof(struct tcphdr) || size > rest)
		size = rest;
	packet->payload_offset += size;
	packet->payload_length = rest - size;
}

/* A datagram may be shorter than the packet that carries it; length 0 is a jumbogram (RFC 2675). */
static inline void find_udp(struct klua_packet *packet, const struct sk_buff *skb,
			    unsigned int rest)
{
	unsigned int length;

	if (rest < sizeof(struct udphdr))
		return;
	packet->transport = IPPROTO_UDP;
	length = word_at(skb, packet->transport_offset + offsetof(struct udphdr, len));
	if (length < sizeof(struct udphdr) || length > rest)
		length = rest;
	packet->payload_offset += sizeof(struct udphdr);
	packet->payload_length = length - sizeof(struct udphdr);
}

static void find_icmp(struct klua_packet *packet)
{
	if (packet->payload_length < ICMP_HEADER)
		return;
	packet->transport = packet->protocol;
	packet->payload_offset += ICMP_HEADER;
	packet->payload_length -= ICMP_HEADER;
}

void klua_packet_transport(struct klua_packet *packet, struct sk_buff *skb)
{
	unsigned int rest = skb->len - packet->transport_offset;

	packet->block.skb = skb;
	packet->written = false;
	packet->transport = KLUA_PACKET_NONE;
	packet->payload_offset = packet->transport_offset;
	packet->payload_length = rest;
	if (packet->later_fragment)
		return;
	if (packet->protocol == IPPROTO_TCP)
		find_tcp(packet, skb, rest);
	else if (packet->protocol == IPPROTO_UDP)
		find_udp(packet, skb, rest);
	else if (packet->protocol == IPPROTO_ICMP || packet->protocol == IPPROTO_ICMPV6)
		find_icmp(packet);
	packet->covered = packet->payload_offset + packet->payload_length;
}

/* Bytes of the network header that every packet has. */
static unsigned int fixed_size(const struct klua_packet *packet)
{
	return packet->family == NFPROTO_IPV4 ? sizeof(struct iphdr) : sizeof(struct ipv6hdr);
}

static unsigned int options_size(const struct klua_packet *packet)
{
	return packet->transport_offset - fixed_size(packet);
}

static int packet_pull(struct luadata_handle *h, size_t end)
{
	return klua_skb_ops.pull(h, end);
}

static int packet_make_writable(struct luadata_handle *h, size_t end)
{
	struct klua_packet *packet = h->owner;
	const struct sk_buff *skb = packet->block.skb;

	if (!packet->written) {
		if (options_size(packet) > sizeof(packet->options) ||
		    skb_copy_bits(skb, fixed_size(packet), packet->options, options_size(packet)))
			return -EPERM;
		packet->first = *skb->data;
		packet->written = true;
	}
	return klua_skb_ops.make_writable(h, max(end, klua_checksum_end(packet)));
}

const struct luadata_handle_ops klua_packet_ops = {
	.pull = packet_pull,
	.make_writable = packet_make_writable,
	.store = klua_checksum_store,
};

bool klua_packet_intact(const struct klua_packet *packet)
{
	const struct sk_buff *skb = packet->block.skb;
	u8 copy[KLUA_PACKET_OPTIONS];
	const u8 *options;

	if (likely(!packet->written))
		return true;
	options = skb_header_pointer(skb, fixed_size(packet), options_size(packet), copy);
	return options && !memcmp(options, packet->options, options_size(packet)) &&
	       (packet->family != NFPROTO_IPV4 || *skb->data == packet->first);
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
