// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of luadata/span.c: bounds arithmetic at its edges. */
#include <kunit/test.h>
#include <linux/module.h>

/* klua.ko keeps these functions to itself. */
#include "span.c"

static void expect_cut(struct kunit *test, s64 offset, s64 wanted, size_t at, size_t length)
{
	struct luadata_span span = { 99, 99 };

	KUNIT_EXPECT_TRUE(test, luadata_cut(12, offset, wanted, &span));
	KUNIT_EXPECT_EQ(test, span.offset, at);
	KUNIT_EXPECT_EQ(test, span.length, length);
}

static void cut_keeps_what_is_inside(struct kunit *test)
{
	expect_cut(test, 0, 12, 0, 12);
	expect_cut(test, 4, 3, 4, 3);
	expect_cut(test, 4, 0, 4, 0);
}

static void cut_shortens_what_runs_past_the_end(struct kunit *test)
{
	expect_cut(test, 0, 13, 0, 12);
	expect_cut(test, 11, 2, 11, 1);
	expect_cut(test, 4, S64_MAX, 4, 8);
}

static void cut_takes_all_the_rest(struct kunit *test)
{
	expect_cut(test, 5, -1, 5, 7);
	expect_cut(test, 5, S64_MIN, 5, 7);
}

static void cut_at_the_end_is_empty(struct kunit *test)
{
	expect_cut(test, 12, 0, 12, 0);
	expect_cut(test, 12, 1, 12, 0);
	expect_cut(test, 12, -1, 12, 0);
}

static void cut_refuses_what_begins_outside(struct kunit *test)
{
	struct luadata_span span;

	KUNIT_EXPECT_FALSE(test, luadata_cut(12, 13, 0, &span));
	KUNIT_EXPECT_FALSE(test, luadata_cut(12, -1, 1, &span));
	KUNIT_EXPECT_FALSE(test, luadata_cut(12, S64_MAX, 1, &span));
	KUNIT_EXPECT_FALSE(test, luadata_cut(12, S64_MIN, S64_MAX, &span));
	KUNIT_EXPECT_FALSE(test, luadata_cut(0, 1, 0, &span));
}

static void cut_never_leaves_the_block(struct kunit *test)
{
	struct luadata_span span;
	s64 length, offset, wanted;

	for (length = 0; length < 6; length++)
		for (offset = -2; offset < 8; offset++)
			for (wanted = -2; wanted < 8; wanted++) {
				if (!luadata_cut(length, offset, wanted, &span))
					continue;
				KUNIT_ASSERT_LE(test, span.offset, (size_t)length);
				KUNIT_ASSERT_LE(test, span.length, length - span.offset);
			}
}

static void expect_positions(struct kunit *test, s64 first, s64 last, size_t at, size_t length)
{
	struct luadata_span span = { 99, 99 };

	luadata_positions(5, first, last, &span);
	KUNIT_EXPECT_EQ(test, span.offset, at);
	KUNIT_EXPECT_EQ(test, span.length, length);
}

/* string.sub("abcde", 2, 4) is "bcd": the positions of Lua's manual, section 6.4. */
static void positions_count_from_one(struct kunit *test)
{
	expect_positions(test, 1, 5, 0, 5);
	expect_positions(test, 2, 4, 1, 3);
	expect_positions(test, 5, 5, 4, 1);
}

static void negative_positions_count_from_the_end(struct kunit *test)
{
	expect_positions(test, -3, -1, 2, 3);
	expect_positions(test, -5, -5, 0, 1);
	expect_positions(test, 2, -2, 1, 3);
}

static void positions_outside_are_pulled_in(struct kunit *test)
{
	expect_positions(test, 0, 2, 0, 2);
	expect_positions(test, -9, 2, 0, 2);
	expect_positions(test, 4, 9, 3, 2);
	expect_positions(test, S64_MIN, S64_MAX, 0, 5);
}

static void crossed_positions_are_empty(struct kunit *test)
{
	expect_positions(test, 4, 2, 3, 0);
	expect_positions(test, 6, 9, 5, 0);
	expect_positions(test, S64_MAX, S64_MIN, 5, 0);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(cut_keeps_what_is_inside),
	KUNIT_CASE(cut_shortens_what_runs_past_the_end),
	KUNIT_CASE(cut_takes_all_the_rest),
	KUNIT_CASE(cut_at_the_end_is_empty),
	KUNIT_CASE(cut_refuses_what_begins_outside),
	KUNIT_CASE(cut_never_leaves_the_block),
	KUNIT_CASE(positions_count_from_one),
	KUNIT_CASE(negative_positions_count_from_the_end),
	KUNIT_CASE(positions_outside_are_pulled_in),
	KUNIT_CASE(crossed_positions_are_empty),
	{}
};

static struct kunit_suite suite = {
	.name = "span",
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit tests of luadata's bounds arithmetic");
MODULE_LICENSE("Dual MIT/GPL");
