// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* compare.c: a packet that came by the one way, and the same by the other. */
#include <string.h>

#include "packets.h"

bool same(const struct side *a, const struct arrival *x, const struct side *b,
	  const struct arrival *y)
{
	return x->length == y->length && !memcmp(&x->vnet, &y->vnet, sizeof(x->vnet)) &&
	       !memcmp(a->heap + x->at, b->heap + y->at, x->length);
}

/* Modulo 0xffff, as sums of RFC 1071 are. */
static bool equal_sums(uint64_t x, uint64_t y)
{
	return x % 0xffff == y % 0xffff;
}

/* Everything that a translation may change; @transport: 0 when there is none. */
static bool may_change(size_t at, size_t transport, unsigned int protocol)
{
	if ((at >= 10 && at < 20 && at != transport) || !transport || at < transport)
		return at >= 10 && at < 20;
	at -= transport;
	switch (protocol) {
	case 1:
		return at >= 2 && at < 6;
	case 6:
		return at < 4 || at == 16 || at == 17;
	case 17:
		return at < 4 || at == 6 || at == 7;
	default:
		return false;
	}
}

/* A complete checksum covers what changed: the sum of all, with the addresses, is as before. */
static bool sums_hold(const uint8_t *x, const uint8_t *y, size_t transport, size_t length,
		      unsigned int protocol, bool partial)
{
	uint64_t px = protocol == 1 ? 0 : sum(x + 12, 8), py = protocol == 1 ? 0 : sum(y + 12, 8);
	size_t check = transport + (protocol == 6 ? 16 : 6);

	if (partial) /* it has only the addresses in it, not inverted */
		return equal_sums(get16(x + check) + py, get16(y + check) + px);
	if (protocol == 17 && !get16(x + check))
		return !get16(y + check);
	return equal_sums(px + sum(x + transport, length - transport),
			  py + sum(y + transport, length - transport));
}

const char *compare_translated(const struct side *a, const struct arrival *x, const struct side *b,
			       const struct arrival *y)
{
	const uint8_t *p = a->heap + x->at + ETHER, *q = b->heap + y->at + ETHER;
	size_t length = x->length - ETHER, header, transport = 0;

	if (same(a, x, b, y))
		return NULL;
	if (x->length != y->length || memcmp(&x->vnet, &y->vnet, sizeof(x->vnet)))
		return "another length, or other offloads";
	if (length < 20 || *p >> 4 != 4 || memcmp(p - ETHER, q - ETHER, ETHER))
		return "not IPv4, and changed";
	header = (*p & 15) * 4;
	if (!(get16(p + 6) & 0x1fff) && header < length)
		transport = header;
	for (size_t i = 0; i < length; i++)
		if (p[i] != q[i] && !may_change(i, transport, p[9]))
			return "other bytes than those of addresses and ports changed";
	if (!equal_sums(sum(p, header), sum(q, header)))
		return "the checksum of IPv4 does not follow";
	if (!transport || (p[9] != 1 && p[9] != 6 && p[9] != 17) ||
	    (x->vnet.flags & 1 && x->vnet.csum_start != ETHER + transport))
		return NULL;
	if (length > get16(p + 2))
		length = get16(p + 2);
	if (!sums_hold(p, q, transport, length, p[9], x->vnet.flags & 1))
		return "the checksum of the transport does not follow";
	return NULL;
}
