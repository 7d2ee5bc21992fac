/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * checksum.h: the checksums of a packet follow what a script writes to it.
 *
 * They follow the difference (RFC 1624), whatever the rest of the packet holds: a checksum that was
 * right stays right, one that was wrong stays wrong, and the payload is not walked over.
 */
#ifndef KLUA_CHECKSUM_H
#define KLUA_CHECKSUM_H

#include "packet.h"

/**
 * klua_checksum_store() - write to a packet; struct luadata_handle_ops.store of klua_packet_ops
 * @h: its owner is a struct klua_packet that klua_packet_read() has read, unless the write is
 *     private (klua_checksum_is_private())
 *
 * What follows: the checksum of the IPv4 header; that of TCP, UDP, ICMP or ICMPv6, over its header,
 * its payload and the addresses of its pseudo-header. Where hardware or segmentation will complete
 * it (CHECKSUM_PARTIAL), the field holds the sum of the pseudo-header and follows that
 * alone. A UDP checksum of 0, which means none, stays 0.
 *
 * What does not: a checksum that the write itself touches, and the checksum of a transport whose
 * header is in another fragment. Lengths stay as they are: scripts do not write them.
 *
 * The range is linear and writable, and so is what klua_checksum_end() says.
 */
void klua_checksum_store(struct luadata_handle *h, size_t offset, const void *bytes, size_t n);

/**
 * klua_checksum_is_private() - whether a range that ends there lies in front of the addresses
 *
 * No transport's checksum covers that part of the network header, and no flow is told by it.
 */
static inline bool klua_checksum_is_private(const struct klua_packet *packet, size_t end)
{
	return end <= (packet->family == NFPROTO_IPV4 ? offsetof(struct iphdr, saddr)
						       : offsetof(struct ipv6hdr, saddr));
}

/** klua_checksum_end() - one past the last byte that a checksum lies in */
size_t klua_checksum_end(const struct klua_packet *packet);

#endif
