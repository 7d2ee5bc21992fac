// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of luadata/field.c: loads and stores of single fields. */
#include <kunit/test.h>
#include <linux/module.h>

/* klua.ko keeps these functions to itself. */
#include "field.c"

static void loads_take_the_first_byte_as_highest(struct kunit *test)
{
	static const u8 bytes[] = { 0x01, 0x82, 0x03, 0x04, 0x05, 0x06, 0x07, 0xf8 };

	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 1, false), 0x01ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 2, false), 0x0182ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 3, false), 0x018203ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 8, false), 0x01820304050607f8ull);
}

static void little_endian_loads_take_it_as_lowest(struct kunit *test)
{
	static const u8 bytes[] = { 0x01, 0x82, 0x03, 0x04, 0x05, 0x06, 0x07, 0xf8 };

	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 1, true), 0x01ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 2, true), 0x8201ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 3, true), 0x038201ull);
	KUNIT_EXPECT_EQ(test, luadata_load(bytes, 8, true), 0xf807060504038201ull);
}

static void stores_touch_their_bytes_only(struct kunit *test)
{
	u8 bytes[6] = { 0xee, 0xee, 0xee, 0xee, 0xee, 0xee };

	luadata_store(bytes + 1, 2, false, 0xaabb);
	luadata_store(bytes + 3, 2, true, 0xccdd);
	KUNIT_EXPECT_EQ(test, memcmp(bytes, "\xee\xaa\xbb\xdd\xcc\xee", 6), 0);
}

static void extend_takes_the_top_bit_as_sign(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, luadata_extend(0x7, 4), 7ll);
	KUNIT_EXPECT_EQ(test, luadata_extend(0x8, 4), -8ll);
	KUNIT_EXPECT_EQ(test, luadata_extend(1, 1), -1ll);
	KUNIT_EXPECT_EQ(test, luadata_extend(U64_MAX, 64), -1ll);
}

/* Flags and offset of RFC 791: 3 bits, then 13. DF is the second of the flags. */
static void bits_are_read_out_of_their_neighbours(struct kunit *test)
{
	static const struct luadata_field df = {
		.type = LUADATA_TYPE_BOOL, .size = 2, .shift = 14, .bits = 1
	};
	static const struct luadata_field offset = { .size = 2, .bits = 13 };
	static const u8 bytes[] = { 0x5f, 0xfe };

	KUNIT_EXPECT_EQ(test, luadata_loadfield(&df, bytes), 1ll);
	KUNIT_EXPECT_EQ(test, luadata_loadfield(&offset, bytes), 0x1ffell);
}

static void bits_are_written_between_their_neighbours(struct kunit *test)
{
	static const struct luadata_field middle = { .size = 2, .shift = 3, .bits = 7 };
	u8 bytes[2] = { 0xff, 0xff };

	/* 111111 1010101 111 */
	luadata_storefield(&middle, bytes, 0x55);
	KUNIT_EXPECT_EQ(test, bytes[0], 0xfe);
	KUNIT_EXPECT_EQ(test, bytes[1], 0xaf);
}

static void every_position_reads_back(struct kunit *test)
{
	struct luadata_field f = { .type = LUADATA_TYPE_INT };
	u8 bytes[8];

	for (f.size = 1; f.size <= 8; f.size++)
		for (f.bits = 1; f.bits <= f.size * 8; f.bits++)
			for (f.shift = 0; f.shift + f.bits <= f.size * 8; f.shift++) {
				memset(bytes, 0, sizeof(bytes));
				luadata_storefield(&f, bytes, -1);
				KUNIT_ASSERT_EQ(test, luadata_loadfield(&f, bytes), -1ll);
				luadata_storefield(&f, bytes, 0);
				KUNIT_ASSERT_EQ(test, luadata_load(bytes, 8, false), 0ull);
			}
}

static void an_address_is_big_endian_whatever_the_flags(struct kunit *test)
{
	struct luadata_field f = { .type = LUADATA_TYPE_ADDRESS,
				   .size = 4,
				   .flags = LUADATA_FIELD_LITTLE };
	u8 bytes[4];

	luadata_storefield(&f, bytes, 0x0a000001);
	KUNIT_EXPECT_EQ(test, memcmp(bytes, "\x0a\x00\x00\x01", 4), 0);
	KUNIT_EXPECT_EQ(test, luadata_loadfield(&f, bytes), 0x0a000001ll);
}

static void limits_are_those_of_the_bits(struct kunit *test)
{
	struct luadata_field f = { .size = 1, .bits = 7 };

	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, 0));
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, 127));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, 128));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, -1));
	f.type = LUADATA_TYPE_INT;
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, -64));
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, 63));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, -65));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, 64));
}

static void a_declared_range_narrows_the_limits(struct kunit *test)
{
	struct luadata_field f = {
		.size = 1, .bits = 4, .flags = LUADATA_FIELD_RANGED, .min = 5, .max = 99
	};

	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, 4));
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, 5));
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, 15));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, 16));
}

static void unsigned_64_bits_are_compared_unsigned(struct kunit *test)
{
	struct luadata_field f = {
		.size = 8, .bits = 64, .flags = LUADATA_FIELD_RANGED, .min = 1, .max = -2
	};

	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, S64_MIN));
	KUNIT_EXPECT_TRUE(test, luadata_inlimits(&f, -2));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, -1));
	KUNIT_EXPECT_FALSE(test, luadata_inlimits(&f, 0));
}

static void text_ends_at_nul_or_at_the_size(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, luadata_textlength((const u8 *)"ab\0c", 4), (size_t)2);
	KUNIT_EXPECT_EQ(test, luadata_textlength((const u8 *)"abcd", 4), (size_t)4);
	KUNIT_EXPECT_EQ(test, luadata_textlength(NULL, 0), (size_t)0);
}

static struct kunit_case cases[] = { KUNIT_CASE(loads_take_the_first_byte_as_highest),
				     KUNIT_CASE(little_endian_loads_take_it_as_lowest),
				     KUNIT_CASE(stores_touch_their_bytes_only),
				     KUNIT_CASE(extend_takes_the_top_bit_as_sign),
				     KUNIT_CASE(bits_are_read_out_of_their_neighbours),
				     KUNIT_CASE(bits_are_written_between_their_neighbours),
				     KUNIT_CASE(every_position_reads_back),
				     KUNIT_CASE(an_address_is_big_endian_whatever_the_flags),
				     KUNIT_CASE(limits_are_those_of_the_bits),
				     KUNIT_CASE(a_declared_range_narrows_the_limits),
				     KUNIT_CASE(unsigned_64_bits_are_compared_unsigned),
				     KUNIT_CASE(text_ends_at_nul_or_at_the_size),
				     {} };

static struct kunit_suite suite = {
	.name = "field",
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit tests of luadata's loads and stores");
MODULE_LICENSE("Dual MIT/GPL");
