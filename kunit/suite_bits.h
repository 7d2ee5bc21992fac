/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Bits of memory, read and written one by one. */
#ifndef KLUA_SUITE_BITS_H
#define KLUA_SUITE_BITS_H

#include <linux/bitops.h>
#include <linux/types.h>

/* So many ones. */
static inline u64 suite_mask(unsigned int bits)
{
	return ~0ULL >> (64 - bits);
}

/* Bit by bit, the most significant first: slow, and obviously right. */
static inline s64 suite_bits(const void *object, unsigned int start, unsigned int count)
{
	const u8 *m = object;
	u64 value = 0;
	unsigned int i;

	for (i = start; i < start + count; i++)
		value = value << 1 | (m[i / 8] >> (7 - i % 8) & 1);
	return value;
}

static inline void suite_set_bits(void *object, unsigned int start, unsigned int count, u64 value)
{
	u8 *m = object;
	unsigned int i;

	for (i = start; i < start + count; i++) {
		m[i / 8] &= ~(0x80 >> i % 8);
		if (value >> (start + count - 1 - i) & 1)
			m[i / 8] |= 0x80 >> i % 8;
	}
}

/* The other order of bytes. */
static inline u64 suite_swapped(u64 value, unsigned int bits)
{
	u64 out = 0;

	for (; bits; bits -= 8, value >>= 8)
		out = out << 8 | (value & 0xff);
	return out;
}

/* A number of so many bits as C has it. */
static inline s64 suite_extended(u64 value, unsigned int bits, bool is_signed)
{
	value &= suite_mask(bits);
	return is_signed ? sign_extend64(value, bits - 1) : value;
}

#endif
