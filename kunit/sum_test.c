// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of luadata/checksum.c, beside the sums of the kernel's network code. */
#include <kunit/test.h>
#include <linux/module.h>
#include <net/checksum.h>

/* klua.ko keeps these functions to itself. */
#include "checksum.c"

#define LENGTH 70

/* Bytes without a pattern that a sum could miss, with zeros and ones among them. */
static void fill(u8 *bytes, unsigned int n, u32 seed)
{
	unsigned int i;

	for (i = 0; i < n; i++) {
		seed = seed * 1103515245 + 12345;
		bytes[i] = seed >> 28 == 0 ? 0 : seed >> 28 == 1 ? 0xff : seed >> 16;
	}
}

/* What the kernel makes of the bytes, as the number in the header. */
static u16 kernel_sum(const u8 *bytes, unsigned int n)
{
	return (u16)~be16_to_cpu((__force __be16)ip_compute_csum(bytes, n));
}

static void sums_agree_at_every_length_and_place(struct kunit *test)
{
	u8 bytes[LENGTH + 8];
	unsigned int at, n;

	for (at = 0; at < 8; at++) {
		for (n = 0; n <= LENGTH; n++) {
			fill(bytes, sizeof(bytes), n * 8 + at);
			KUNIT_EXPECT_EQ(test, luadata_sum(bytes + at, n),
					kernel_sum(bytes + at, n));
		}
	}
}

static void carries_are_added_until_none_is_left(struct kunit *test)
{
	u8 ones[LENGTH];

	memset(ones, 0xff, sizeof(ones));
	KUNIT_EXPECT_EQ(test, luadata_sum(ones, sizeof(ones)), 0xffff);
	KUNIT_EXPECT_EQ(test, luadata_sum(ones, 9), 0xff00);
	KUNIT_EXPECT_EQ(test, luadata_fold(U64_MAX), 0xffff);
	KUNIT_EXPECT_EQ(test, luadata_fold(0x1ffff), 1);
}

/* Replaces n bytes at an offset; the sum before, changed by the difference, is the sum after. */
static void check_difference(struct kunit *test, unsigned int offset, unsigned int n)
{
	u8 bytes[LENGTH], new[LENGTH];
	u16 before, difference;

	fill(bytes, LENGTH, offset * LENGTH + n);
	fill(new, LENGTH, n);
	before = kernel_sum(bytes, LENGTH);
	difference = luadata_sumdifference(bytes + offset, new, n, offset % 2);
	memcpy(bytes + offset, new, n);
	KUNIT_EXPECT_EQ(test, luadata_fold((u32)before + difference), kernel_sum(bytes, LENGTH));
}

static void differences_lead_from_sum_to_sum(struct kunit *test)
{
	unsigned int offset, n;

	for (offset = 0; offset < 20; offset++)
		for (n = 1; n <= LENGTH - 20; n++)
			check_difference(test, offset, n);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(sums_agree_at_every_length_and_place),
	KUNIT_CASE(carries_are_added_until_none_is_left),
	KUNIT_CASE(differences_lead_from_sum_to_sum),
	{}
};

static struct kunit_suite suite = {
	.name = "sum",
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit tests of luadata's Internet checksums");
MODULE_LICENSE("Dual MIT/GPL");
