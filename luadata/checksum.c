// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The Internet checksum: RFC 1071, and RFC 1624 for what follows a change. */
#include "luadata_core.h"

/* luadata_fold() - a sum of 16-bit words as one of them, with the carries added */
uint16_t luadata_fold(uint64_t sum)
{
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return (uint16_t)sum;
}

/*
 * luadata_sum() - ones' complement sum of big-endian words
 * @initial: a sum to begin with
 *
 * A last byte without a partner is the upper one of its word.
 */
uint16_t luadata_sum(const unsigned char *p, size_t n, uint64_t initial)
{
	uint64_t sum = luadata_fold(initial);
	size_t i;

	/* Below 2^48 words nothing is lost. */
	for (i = 0; i + 1 < n; i += 2)
		sum += (unsigned int)p[i] << 8 | p[i + 1];
	if (i < n)
		sum += (unsigned int)p[i] << 8;
	return luadata_fold(sum);
}

/* luadata_resum() - the checksum after words that had one sum have another (RFC 1624, eqn. 3) */
uint16_t luadata_resum(uint16_t check, uint16_t before, uint16_t after)
{
	return ~luadata_fold((uint64_t)(uint16_t)~check + (uint16_t)~before + after);
}
