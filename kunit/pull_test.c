// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of specs/skb.c: where the block is after a pull, also after one that failed. */
#include <kunit/test.h>
#include <linux/module.h>
#include <linux/skbuff.h>
#include <linux/slab.h>

#include "compat.h"
#include "skb_block.h"

#define LINEAR 40
#define FRAGMENT 64

/* A socket buffer whose list has @n fragments of FRAGMENT bytes; lent as its owner lends it. */
struct sample {
	struct kunit *test;
	struct klua_skb_block block;
	struct luadata_handle h;
};

/* All of it linear, without room for more. */
static struct sk_buff *new_linear(struct kunit *test, unsigned int n)
{
	struct sk_buff *skb = alloc_skb(n, GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, skb);
	skb_reserve(skb, skb_tailroom(skb) - n);
	memset(skb_put(skb, n), 'l', n);
	return skb;
}

/* All of it on a page; its head is @room bytes, none of them behind its data. */
static struct sk_buff *new_paged(struct kunit *test, unsigned int room, unsigned int n)
{
	struct sk_buff *skb = alloc_skb(room, GFP_KERNEL);
	struct page *page = alloc_page(GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, skb);
	KUNIT_ASSERT_NOT_NULL(test, page);
	skb_reserve(skb, skb_tailroom(skb));
	memset(page_address(page), 'p', n);
	skb_add_rx_frag(skb, 0, page, 0, n, PAGE_SIZE);
	return skb;
}

static void add(struct sk_buff *skb, struct sk_buff *fragment)
{
	struct sk_buff **end = &skb_shinfo(skb)->frag_list;

	while (*end)
		end = &(*end)->next;
	*end = fragment;
	skb->len += fragment->len;
	skb->data_len += fragment->len;
	skb->truesize += fragment->truesize;
}

static void lend(struct kunit *test, struct sample *s, struct sk_buff *skb)
{
	memset(s, 0, sizeof(*s));
	s->test = test;
	s->block.skb = skb;
	s->h.base = skb->data;
	s->h.length = skb->len;
	s->h.linear = skb_headlen(skb);
	s->h.ops = &klua_skb_ops;
	s->h.owner = &s->block;
}

static void expect_there(struct sample *s)
{
	struct kunit *test = s->test;

	KUNIT_EXPECT_PTR_EQ(test, s->h.base, s->block.skb->data);
	KUNIT_EXPECT_EQ(test, s->h.linear, skb_headlen(s->block.skb));
}

static void a_pull_moves_the_head(struct kunit *test)
{
	struct sk_buff *skb = new_linear(test, LINEAR);
	struct sample s;

	add(skb, new_paged(test, 0, FRAGMENT));
	lend(test, &s, skb);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.pull(&s.h, LINEAR + 32), 0);
	expect_there(&s);
	KUNIT_EXPECT_EQ(test, s.h.linear, LINEAR + 32);
	kfree_skb(skb);
}

/*
 * The head is moved before the fragment is pulled, and the fragment needs a larger head: one more
 * than an allocation can be.
 */
static void a_pull_that_fails_has_moved_the_head(struct kunit *test)
{
	struct sk_buff *skb = new_linear(test, LINEAR);
	unsigned char *base = skb->data;
	struct sample s;

	add(skb, new_paged(test, KMALLOC_MAX_SIZE / 4 * 3, FRAGMENT));
	lend(test, &s, skb);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.pull(&s.h, LINEAR + 32), -ENOMEM);
	KUNIT_EXPECT_PTR_NE(test, skb->data, base);
	expect_there(&s);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.make_writable(&s.h, LINEAR + 32), -ENOMEM);
	expect_there(&s);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.make_writable(&s.h, LINEAR), 0);
	expect_there(&s);
	kfree_skb(skb);
}

/* The pieces of a large SCTP packet are packets to the peer's socket: they stay as they are. */
static void packets_inside_stay_apart(struct kunit *test)
{
	struct sk_buff *skb = new_linear(test, LINEAR);
	struct sk_buff *piece = new_paged(test, 0, FRAGMENT);
	struct sample s;

	add(skb, piece);
	skb_shinfo(skb)->gso_size = GSO_BY_FRAGS;
	skb_shinfo(skb)->gso_type = SKB_GSO_SCTP;
	lend(test, &s, skb);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.pull(&s.h, LINEAR), 0);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.pull(&s.h, LINEAR + 1), -EOPNOTSUPP);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.make_writable(&s.h, LINEAR + 1), -EOPNOTSUPP);
	expect_there(&s);
	KUNIT_EXPECT_EQ(test, s.h.linear, LINEAR);
	KUNIT_EXPECT_PTR_EQ(test, skb_shinfo(skb)->frag_list, piece);
	KUNIT_EXPECT_EQ(test, piece->len, FRAGMENT);
	kfree_skb(skb);
}

/* 620 instructions for each fragment were measured, 125 are promised for a unit. */
static void a_pull_costs_what_it_copies(struct kunit *test)
{
	struct sk_buff *skb = new_linear(test, LINEAR), *copy;
	struct sample s;
	int i;

	for (i = 0; i < 100; i++)
		add(skb, new_paged(test, 0, FRAGMENT));
	lend(test, &s, skb);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.cost(&s.h, LINEAR), 0);
	KUNIT_EXPECT_GE(test, klua_skb_ops.cost(&s.h, LINEAR + 50 * FRAGMENT), 250);
	KUNIT_EXPECT_GE(test, klua_skb_ops.cost(&s.h, LINEAR + 100 * FRAGMENT), 500);
	KUNIT_EXPECT_LT(test, klua_skb_ops.cost(&s.h, LINEAR + 1), 100);
	KUNIT_EXPECT_EQ(test, klua_skb_ops.cost(&s.h, skb->len + 1), 0);
	copy = skb_clone(skb, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, copy);
	KUNIT_EXPECT_GE(test, klua_skb_ops.cost(&s.h, LINEAR), 100);
	kfree_skb(copy);
	kfree_skb(skb);
}

/* Where somebody else has the bytes too, or they are elsewhere, nothing happens. */
static void a_head_of_its_own_is_writable_at_once(struct kunit *test)
{
	struct sk_buff *skb = new_linear(test, LINEAR), *copy;
	struct sample s;

	add(skb, new_paged(test, 0, FRAGMENT));
	skb->ip_summed = CHECKSUM_COMPLETE;
	lend(test, &s, skb);
	copy = skb_clone(skb, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, copy);
	KUNIT_EXPECT_FALSE(test, klua_skb_ops.try_writable(&s.h, 1));
	kfree_skb(copy);
	KUNIT_EXPECT_FALSE(test, klua_skb_ops.try_writable(&s.h, LINEAR + 1));
	skb_get(skb);
	KUNIT_EXPECT_FALSE(test, klua_skb_ops.try_writable(&s.h, 1));
	kfree_skb(skb);
	KUNIT_EXPECT_TRUE(test, skb->ip_summed == CHECKSUM_COMPLETE);
	KUNIT_EXPECT_EQ(test, s.h.flags, 0);
	KUNIT_EXPECT_TRUE(test, klua_skb_ops.try_writable(&s.h, LINEAR));
	KUNIT_EXPECT_TRUE(test, skb->ip_summed == CHECKSUM_NONE);
	KUNIT_EXPECT_EQ(test, s.h.flags, LUADATA_HANDLE_WRITABLE);
	kfree_skb(skb);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(a_head_of_its_own_is_writable_at_once),
	KUNIT_CASE(a_pull_costs_what_it_copies),
	KUNIT_CASE(a_pull_moves_the_head),
	KUNIT_CASE(a_pull_that_fails_has_moved_the_head),
	KUNIT_CASE(packets_inside_stay_apart),
	{}
};

static struct kunit_suite suite = {
	.name = "pull",
	.test_cases = cases,
};

kunit_test_suite(suite);

MODULE_DESCRIPTION("KUnit: how a block over a socket buffer moves");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
