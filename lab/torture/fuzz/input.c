// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The fuzzer's bytes, taken one after another. */
#include "fuzz.h"

static const unsigned char *next;
static size_t left;

void fuzz_input(const unsigned char *bytes, size_t n)
{
	next = bytes;
	left = n;
}

bool fuzz_more(void)
{
	return left > 0;
}

unsigned int fuzz_byte(void)
{
	if (left == 0)
		return 0;
	left--;
	return *next++;
}

unsigned int fuzz_below(unsigned int n)
{
	return fuzz_byte() % n;
}

const unsigned char *fuzz_bytes(size_t n, size_t *got)
{
	const unsigned char *p = next;

	*got = n < left ? n : left;
	next += *got;
	left -= *got;
	return p;
}

const unsigned char *fuzz_rest(size_t *got)
{
	return fuzz_bytes(left, got);
}

int64_t fuzz_number(void)
{
	static const int64_t borders[] = {
		INT64_MIN,  INT64_MAX,        INT64_MIN + 1, INT64_MAX - 1, INT32_MAX, INT32_MIN,
		UINT32_MAX, UINT32_MAX + 1LL, 65535,         65536,         1LL << 62, -65536,
		0x7ffffffe, 0x80000000,       1000000,       99999,         1LL << 40, -(1LL << 40),
	};
	unsigned int kind = fuzz_byte();
	int64_t value = 0;
	int i;

	if (kind < 160)
		return (int64_t)kind - 4;
	if (kind < 160 + COUNT(borders))
		return borders[kind - 160];
	for (i = 0; i <= (int)(kind % 8); i++)
		value = (int64_t)((uint64_t)value << 8 | fuzz_byte());
	return value;
}
