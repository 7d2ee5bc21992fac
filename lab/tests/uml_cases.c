// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A suite with a known fault, chosen when it is compiled, to prove that lab/uml sees it. */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/slab.h>

static void adds(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 2 + 2, 4);
}

static void skips(struct kunit *test)
{
	kunit_skip(test, "never on this machine");
}

#ifdef CASES_FAIL
static void miscounts(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, 2 + 2, 5);
}
#endif

#ifdef CASES_OVERRUN
/* Reads one byte after an allocation: only KASAN can see it. */
static void overruns(struct kunit *test)
{
	char *bytes = kmalloc(13, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, bytes);
	OPTIMIZER_HIDE_VAR(bytes);
	(void)READ_ONCE(bytes[13]);
	kfree(bytes);
}
#endif

#ifdef CASES_LEAK
static void leaks(struct kunit *test)
{
	void *memory = kmalloc(100, GFP_KERNEL);

	KUNIT_EXPECT_NOT_NULL(test, memory);
	OPTIMIZER_HIDE_VAR(memory);
}
#endif

#ifdef CASES_CRASH
static void crashes(struct kunit *test)
{
	WRITE_ONCE(*(int *)8, 1);
}
#endif

#ifdef CASES_HANG
static void hangs(struct kunit *test)
{
	for (;;)
		barrier();
}
#endif

static struct kunit_case cases[] = {
	KUNIT_CASE(adds),
	KUNIT_CASE(skips),
#ifdef CASES_FAIL
	KUNIT_CASE(miscounts),
#endif
#ifdef CASES_OVERRUN
	KUNIT_CASE(overruns),
#endif
#ifdef CASES_LEAK
	KUNIT_CASE(leaks),
#endif
#ifdef CASES_CRASH
	KUNIT_CASE(crashes),
#endif
#ifdef CASES_HANG
	KUNIT_CASE(hangs),
#endif
	{}
};

static struct kunit_suite suite = {
	.name = "sums",
	.test_cases = cases,
};

#ifndef CASES_NONE
kunit_test_suite(suite);
#else
static int __init none(void)
{
	return suite.test_cases ? 0 : -EINVAL;
}
module_init(none);
#endif

MODULE_DESCRIPTION("Suites with known faults");
MODULE_LICENSE("Dual MIT/GPL");
