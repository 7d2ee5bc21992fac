// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The Internet checksum: RFC 1071, and RFC 1624 for what follows a change. */
#include "luadata_core.h"

/* At most 8 bytes as the machine would load them, with zeros for those that are not there. */
static inline uint64_t load_part(const unsigned char *p, size_t n)
{
	uint64_t value = 0;

	luadata_copy(&value, p, n);
	return value;
}

/* The sum of words that the machine loaded, as the sum of big-endian ones (RFC 1071, section 2). */
static inline uint16_t as_big_endian(uint64_t sum, bool swap)
{
	uint16_t folded = luadata_fold(sum);

	return swap != LUADATA_HOST_LITTLE ? __builtin_bswap16(folded) : folded;
}

/*
 * luadata_sum() - ones' complement sum of big-endian words
 *
 * A last byte without a partner is the upper one of its word.
 */
uint16_t luadata_sum(const unsigned char *p, size_t n)
{
	uint64_t sum = 0;

	while (n > 0) { /* charged: by the caller */
		size_t part = n < 8 ? n : 8;
		uint64_t value = load_part(p, part);

		sum += value;
		sum += sum < value;
		p += part;
		n -= part;
	}
	return as_big_endian(sum, false);
}

/*
 * luadata_sumdifference() - the sum of some bytes less the sum of others
 * @new: NULL: they are zeros
 * @odd: whether they begin with the lower byte of a word
 */
uint16_t luadata_sumdifference(const unsigned char *old, const unsigned char *new, size_t n,
			       bool odd)
{
	uint64_t value, sum;

	if (!new) {
		sum = (uint16_t)~luadata_sum(old, n);
		return odd ? __builtin_bswap16((uint16_t)sum) : (uint16_t)sum;
	}
	if (n <= 8) {
		value = load_part(new, n);
		sum = value + ~load_part(old, n);
		sum += sum < value;
		return as_big_endian(sum, odd);
	}
	sum = luadata_fold((uint32_t)(uint16_t)~luadata_sum(old, n) + luadata_sum(new, n));
	return odd ? __builtin_bswap16((uint16_t)sum) : (uint16_t)sum;
}
