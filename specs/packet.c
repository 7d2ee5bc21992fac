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

/* A packet that has to visit other nodes first is not addressed to its destination (RFC 8200). */
static bool is_routed(const struct sk_buff *skb, unsigned int at)
{
	const struct ipv6_rt_hdr *header;
	struct ipv6_rt_hdr copy;

	header = skb_header_pointer(skb, at, sizeof(copy), &copy);
	return header && header->segments_left; /* 0: it has visited them all */
}

/* The kernel's list has not all of IANA's: some implementations skip the others, too. */
static bool is_extension(u8 protocol)
{
	return ipv6_ext_hdr(protocol) || protocol == NEXTHDR_MOBILITY ||
	       protocol == 139 /* HIP */ || protocol == 140 /* shim6 */;
}

/*
 * Steps over the header that @protocol says is at @transport_offset; false: it is not all there, or
 * reaches too far.
 */
static bool skip_header(struct klua_packet *packet, const struct sk_buff *skb)
{
	unsigned int at = packet->transport_offset, size;
	const struct ipv6_opt_hdr *header;
	struct frag_hdr copy;

	header = skb_header_pointer(skb, at, sizeof(*header), &copy);
	if (!header)
		return false;
	if (packet->protocol == IPPROTO_AH) {
		size = (header->hdrlen + 2) * 4; /* RFC 4302, 2.2 */
		if (size < sizeof(struct ip_auth_hdr))
			return false;
	} else if (packet->protocol == IPPROTO_FRAGMENT) {
		header = skb_header_pointer(skb, at, sizeof(copy), &copy);
		size = sizeof(copy);
		if (!header)
			return false;
		packet->later_fragment =
			((const struct frag_hdr *)header)->frag_off & htons(IP6_OFFSET);
	} else {
		size = ipv6_optlen(header);
	}
	if (size > skb->len - at || at + size > KLUA_PACKET_REACH)
		return false;
	if (packet->protocol == IPPROTO_ROUTING && is_routed(skb, at))
		packet->routed = true;
	packet->protocol = header->nexthdr;
	packet->transport_offset = at + size;
	return true;
}

void klua_packet_skip_ah(struct klua_packet *packet, const struct sk_buff *skb)
{
	unsigned int left = KLUA_PACKET_HEADERS;

	/* bounded: KLUA_PACKET_HEADERS */
	while (packet->whole && packet->protocol == IPPROTO_AH)
		packet->whole = left-- > 0 && skip_header(packet, skb);
}

/* Up to the transport, or to no next header (59). A later fragment begins with no header. */
static void skip_extensions(struct klua_packet *packet, const struct sk_buff *skb)
{
	unsigned int left = KLUA_PACKET_HEADERS;

	/* bounded: KLUA_PACKET_HEADERS */
	while (packet->whole && !packet->later_fragment && is_extension(packet->protocol) &&
	       packet->protocol != NEXTHDR_NONE)
		packet->whole = left-- > 0 && skip_header(packet, skb);
	/* The rest of the chain was in an earlier fragment, and what that led to is not known. */
	if (packet->later_fragment && is_extension(packet->protocol))
		packet->whole = false;
}

bool klua_packet_ipv6(struct klua_packet *packet, const struct sk_buff *skb)
{
	const struct ipv6hdr *ip = (const struct ipv6hdr *)skb->data;

	if (unlikely(skb_headlen(skb) < sizeof(*ip)))
		return false;
	packet->family = NFPROTO_IPV6;
	packet->protocol = ip->nexthdr;
	packet->later_fragment = false;
	packet->whole = true;
	packet->routed = false;
	packet->transport_offset = sizeof(*ip);
	if (unlikely(is_extension(ip->nexthdr)))
		skip_extensions(packet, skb);
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

/*
 * A packet that klua_packet_plain() took for one without AH.
 * recursion: once: behind them is no AH, or what is not whole
 */
static noinline void find_behind_ah(struct klua_packet *packet, const struct sk_buff *skb)
{
	klua_packet_skip_ah(packet, skb);
	klua_packet_transport(packet);
}

void klua_packet_transport(struct klua_packet *packet)
{
	const struct sk_buff *skb = packet->block.skb;
	unsigned int rest = skb->len - packet->transport_offset;

	packet->transport = KLUA_PACKET_NONE;
	packet->payload_offset = packet->transport_offset;
	packet->payload_length = rest;
	if (unlikely(packet->later_fragment || !packet->whole))
		return;
	if (packet->protocol == IPPROTO_TCP)
		find_tcp(packet, skb, rest);
	else if (packet->protocol == IPPROTO_UDP)
		find_udp(packet, skb, rest);
	else if (packet->protocol == IPPROTO_ICMP || packet->protocol == IPPROTO_ICMPV6)
		find_icmp(packet);
	else if (packet->protocol == IPPROTO_AH)
		find_behind_ah(packet, skb);
	packet->covered = packet->payload_offset + packet->payload_length;
}

/* Finds the end of the network header at an offset, behind other headers. */
static bool find_network(struct klua_packet *packet, const struct sk_buff *skb, unsigned int at)
{
	const struct ipv6hdr *ip6;
	const struct iphdr *ip;
	struct ipv6hdr copy6;
	struct iphdr copy;

	ip = skb_header_pointer(skb, at, sizeof(copy), &copy);
	ip6 = skb_header_pointer(skb, at, sizeof(copy6), &copy6);
	if (ip && ip->version == 4 && ip->ihl * 4 >= sizeof(*ip)) {
		packet->protocol = ip->protocol;
		packet->later_fragment = ip->frag_off & htons(IP_OFFSET);
		packet->transport_offset = at + ip->ihl * 4;
	} else if (ip6 && ip6->version == 6) {
		packet->protocol = ip6->nexthdr;
		packet->transport_offset = at + sizeof(*ip6);
		skip_extensions(packet, skb);
	} else {
		return false;
	}
	return packet->whole && packet->transport_offset <= skb->len;
}

/*
 * Whether the kernel has noted a header inside of the payload. It does so when it puts a packet
 * into a tunnel, also where it leaves nothing to hardware and clears skb->encapsulation again.
 */
static bool is_inside(const struct klua_packet *packet, const struct sk_buff *skb)
{
	int at = skb_inner_network_offset(skb);

	return at >= (int)packet->payload_offset && at < (int)skb->len;
}

/* One past the inner transport's header of a packet in a tunnel, or 0 when that cannot be told. */
static unsigned int inner_end(const struct klua_packet *outer, struct sk_buff *skb)
{
	struct klua_packet inner = { .whole = true };

	if (!is_inside(outer, skb) || !find_network(&inner, skb, skb_inner_network_offset(skb)))
		return 0;
	klua_packet_begin(&inner, skb);
	klua_packet_transport(&inner);
	return inner.transport == KLUA_PACKET_NONE ? 0 : inner.payload_offset;
}

/* What is cut into segments by headers that lie in the payload. */
#define GSO_INSIDE                                                                               \
	(SKB_GSO_GRE | SKB_GSO_GRE_CSUM | SKB_GSO_IPXIP4 | SKB_GSO_IPXIP6 | SKB_GSO_UDP_TUNNEL | \
	 SKB_GSO_UDP_TUNNEL_CSUM | SKB_GSO_TUNNEL_REMCSUM | SKB_GSO_ESP | SKB_GSO_SCTP)

static bool is_known(u8 protocol)
{
	return protocol == IPPROTO_TCP || protocol == IPPROTO_UDP || protocol == IPPROTO_ICMP ||
	       protocol == IPPROTO_ICMPV6;
}

/* Where the headers end that the kernel has acted on, or will act on by what it noted of them. */
static unsigned int find_free(const struct klua_packet *packet)
{
	struct sk_buff *skb = packet->block.skb;

	if (!packet->whole)
		return skb->len;
	if (skb->encapsulation || is_inside(packet, skb))
		return inner_end(packet, skb) ?: skb->len;
	if (skb_is_gso(skb) && (skb_shinfo(skb)->gso_type & GSO_INSIDE))
		return skb->len;
	/* A transport header that is cut short. */
	if (packet->transport == KLUA_PACKET_NONE && !packet->later_fragment &&
	    is_known(packet->protocol))
		return skb->len;
	return packet->payload_offset;
}

static void find_right(struct klua_packet_right *right, unsigned int hook)
{
	const struct luadata_handle nothing = {}; /* in it a field with a place is absent */
	size_t bit;

	bitmap_zero(right->bits, KLUA_PACKET_BITS);
	for (bit = 0; bit < KLUA_PACKET_BITS; bit++)
		if (luadata_granted(right->grants, hook, &nothing, 0, bit, bit + 1))
			__set_bit(bit, right->bits);
}

void klua_packet_find_rights(struct klua_packet_rights *rights)
{
	find_right(&rights->ip, rights->hook);
	find_right(&rights->ip6, rights->hook);
	find_right(&rights->tcp, rights->hook);
	find_right(&rights->udp, rights->hook);
	find_right(&rights->icmp, rights->hook);
	find_right(&rights->icmp6, rights->hook);
}

static const struct klua_packet_right *network_right(const struct klua_packet *packet)
{
	return packet->family == NFPROTO_IPV4 ? &packet->rights->ip : &packet->rights->ip6;
}

static const struct klua_packet_right *transport_right(const struct klua_packet *packet)
{
	switch (packet->transport) {
	case IPPROTO_TCP:
		return &packet->rights->tcp;
	case IPPROTO_UDP:
		return &packet->rights->udp;
	case KLUA_PACKET_NONE:
		return NULL;
	case IPPROTO_ICMPV6:
		return &packet->rights->icmp6;
	default:
		return &packet->rights->icmp;
	}
}

static noinline bool is_granted_in_parts(const struct klua_packet_right *right,
					 const struct luadata_handle *h, size_t start, size_t from,
					 size_t to)
{
	const struct klua_packet *packet = h->owner;
	size_t first = from - 8 * start, end = to - 8 * start;

	if (from >= 8 * start && end <= KLUA_PACKET_BITS &&
	    find_next_zero_bit(right->bits, end, first) >= end)
		return true;
	return luadata_granted(right->grants, packet->rights->hook, h, start, from, to);
}

/* Whether bits of a header that begins at byte @start may be written; most lie in one word. */
static inline bool is_granted(const struct klua_packet_right *right, const struct luadata_handle *h,
			      size_t start, size_t from, size_t to)
{
	size_t first = from - 8 * start, last = to - 8 * start - 1;
	unsigned long mask = BITMAP_FIRST_WORD_MASK(first) & BITMAP_LAST_WORD_MASK(last + 1);

	if (from >= 8 * start && last < KLUA_PACKET_BITS &&
	    first / BITS_PER_LONG == last / BITS_PER_LONG &&
	    !(mask & ~right->bits[last / BITS_PER_LONG]))
		return true;
	return is_granted_in_parts(right, h, start, from, to);
}

/* Bits of the network header that every packet has. */
static size_t fixed_bits(const struct klua_packet *packet)
{
	return 8 * (packet->family == NFPROTO_IPV4 ? sizeof(struct iphdr) : sizeof(struct ipv6hdr));
}

/* Of a range that is in no one header. */
static noinline bool may_write_across(const struct luadata_handle *h, size_t from, size_t to)
{
	struct klua_packet *packet = h->owner;
	const struct klua_packet_right *right;
	size_t fixed = fixed_bits(packet);

	if (!packet->free)
		packet->free = find_free(packet);
	to = min_t(size_t, to, 8 * (size_t)packet->free);
	if (from >= to)
		return true;
	if (from < fixed && !is_granted_in_parts(network_right(packet), h, 0, from, min(to, fixed)))
		return false;
	if (to <= fixed)
		return true;
	right = transport_right(packet);
	return right && is_granted_in_parts(right, h, packet->transport_offset, max(from, fixed),
					    to);
}

/* What find_free() finds lies behind the transport's header: a range in a header is before it. */
static bool packet_may_write(const struct luadata_handle *h, size_t from, size_t to)
{
	const struct klua_packet *packet = h->owner;
	const struct klua_packet_right *right;
	size_t fixed = fixed_bits(packet);

	if (from >= to)
		return true;
	if (to <= fixed)
		return is_granted(network_right(packet), h, 0, from, to);
	klua_packet_read(packet);
	if (from < fixed || to > 8 * (size_t)packet->payload_offset)
		return may_write_across(h, from, to);
	right = transport_right(packet);
	return right && is_granted(right, h, packet->transport_offset, from, to);
}

/* Whether a range that ends behind the start of the addresses touches them, or the ports. */
static inline bool names_flow(const struct klua_packet *packet, size_t offset, size_t end)
{
	size_t ports = packet->transport_offset;

	if (offset < fixed_bits(packet) / 8)
		return true;
	return (packet->transport == IPPROTO_TCP || packet->transport == IPPROTO_UDP) &&
	       offset < ports + 2 * sizeof(__be16) && end > ports;
}

static noinline void store_flow(struct luadata_handle *h, size_t offset, const void *bytes,
				size_t n)
{
	struct klua_packet *packet = h->owner;

	klua_packet_read(packet);
	if (!packet->moved && names_flow(packet, offset, offset + n))
		packet->moved = memcmp(h->base + offset, bytes, n);
	klua_checksum_store(h, offset, bytes, n);
}

static void packet_store(struct luadata_handle *h, size_t offset, const void *bytes, size_t n)
{
	if (klua_checksum_is_private(h->owner, offset + n))
		klua_checksum_store(h, offset, bytes, n);
	else
		store_flow(h, offset, bytes, n);
}

static int packet_pull(struct luadata_handle *h, size_t end)
{
	return klua_skb_ops.pull(h, end);
}

/* What is linear when bytes [0, end) can be written. */
static size_t end_with_checksum(const struct luadata_handle *h, size_t end)
{
	return max(end, klua_checksum_end(klua_packet_read(h->owner)));
}

static size_t packet_cost(const struct luadata_handle *h, size_t end)
{
	return klua_skb_ops.cost(h, end_with_checksum(h, end));
}

static int packet_make_writable(struct luadata_handle *h, size_t end)
{
	return klua_skb_ops.make_writable(h, end_with_checksum(h, end));
}

/* Where all is linear, whatever checksum there is as well. */
static bool packet_try_writable(struct luadata_handle *h, size_t end)
{
	const struct klua_packet *packet = h->owner;

	if (skb_is_nonlinear(packet->block.skb))
		end = end_with_checksum(h, end);
	return klua_skb_try_writable(h, end);
}

const struct luadata_handle_ops klua_packet_ops = {
	.pull = packet_pull,
	.make_writable = packet_make_writable,
	.store = packet_store,
	.may_write = packet_may_write,
	.cost = packet_cost,
	.try_writable = packet_try_writable,
};

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
	const struct klua_packet *packet = klua_packet_read(packet_of(h));

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
	return place_transport(h, IPPROTO_ICMP, span);
}

bool klua_packet_icmp6(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	return place_transport(h, IPPROTO_ICMPV6, span);
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
	const struct klua_packet *packet = klua_packet_read(packet_of(h));

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

bool klua_packet_payload(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct klua_packet *packet = klua_packet_read(packet_of(h));

	return place(span, packet->payload_offset, packet->payload_length);
}
