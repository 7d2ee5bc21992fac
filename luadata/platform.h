/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What differs between the kernel and user space: the only file of the library that asks. */
#ifndef LUADATA_PLATFORM_H
#define LUADATA_PLATFORM_H

#ifdef __KERNEL__

#include <linux/types.h>
#include <linux/stddef.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/minmax.h>
#include <asm/byteorder.h>

#define LUADATA_API
#define LUADATA_EXPORT EXPORT_SYMBOL_GPL

/* The place of a byte in 8 bytes, or NULL. */
static inline const void *luadata_bytein8(const unsigned char *s, unsigned char c)
{
	const uint64_t ones = 0x0101010101010101ull;
	uint64_t word, zeros;

	memcpy(&word, s, 8);
	word = le64_to_cpu((__force __le64)word) ^ ones * c;
	zeros = (word - ones) & ~word & ones << 7;
	return zeros ? s + __builtin_ctzll(zeros) / 8 : NULL;
}

/* luadata_memchr() - as memchr(), which takes one byte at a time in the kernel */
static inline const void *luadata_memchr(const void *bytes, unsigned char c, size_t n)
{
	const unsigned char *s = bytes, *last;
	const void *found;

	if (n < 8) {
		for (; n > 0; n--, s++) /* bounded: 7 */
			if (*s == c)
				return s;
		return NULL;
	}
	for (last = s + n - 8; s < last; s += 8) { /* charged: by who calls it */
		found = luadata_bytein8(s, c);
		if (found)
			return found;
	}
	return luadata_bytein8(last, c); /* some of them once more */
}

#ifdef __LITTLE_ENDIAN
#define LUADATA_HOST_LITTLE true
#else
#define LUADATA_HOST_LITTLE false
#endif

#else

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LUADATA_API __attribute__((visibility("default")))
#define LUADATA_EXPORT(symbol) _Static_assert(1, "where the kernel exports the symbol")

#define LUADATA_HOST_LITTLE (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)

#define noinline __attribute((noinline))
#define __uninitialized
#define luadata_memchr memchr
#define min(a, b)                       \
	({                              \
		__typeof__(a) a_ = (a); \
		__typeof__(b) b_ = (b); \
		a_ < b_ ? a_ : b_;      \
	})
#define min_t(type, a, b) min((type)(a), (type)(b))

#endif

#endif
