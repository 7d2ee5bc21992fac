// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* How a block over a socket buffer gets its bytes reachable, or writable. */

#include <linux/export.h>

#include "skb_block.h"

/* The head may have moved, also by a call that failed in the end, and the linear part grown. */
static void skb_block_update(struct luadata_handle *h, const struct sk_buff *skb)
{
	h->base = skb->data;
	h->linear = skb_headlen(skb);
}

/*
 * Fragments that bytes [0, end) lie in beside the linear part; at least all of those on pages. Each
 * is a unit at least of what is charged next: a write asks twice, by the hook and on the slow path.
 */
static size_t count_fragments(const struct sk_buff *skb, size_t end)
{
	size_t n = skb_shinfo(skb)->nr_frags, at = skb_pagelen(skb);
	const struct sk_buff *list;

	skb_walk_frags(skb, list) { /* charged: by what is returned */
		if (at >= end)
			break;
		n += 1 + skb_shinfo(list)->nr_frags;
		at += list->len;
	}
	return n;
}

/*
 * A new head costs its allocation and what is copied to it; each fragment, to be found, copied and
 * freed; those of a clone, whose head is left to the others, to be held once more.
 */
#define UNITS_OF_HEAD	  24
#define UNITS_OF_FRAGMENT 8
#define BYTES_OF_UNIT	  64

static size_t skb_block_cost(const struct luadata_handle *h, size_t end)
{
	const struct klua_skb_block *block = h->owner;
	const struct sk_buff *skb = block->skb;
	size_t linear = skb_headlen(skb), units = 0;

	if (end > skb->len || (end <= linear && !skb_cloned(skb)))
		return 0;
	if (end > linear)
		units = UNITS_OF_FRAGMENT * count_fragments(skb, end);
	if (skb_cloned(skb))
		units += count_fragments(skb, skb->len);
	return units + UNITS_OF_HEAD + max(end, linear) / BYTES_OF_UNIT;
}

/*
 * SCTP goes by where each piece of the list begins: to it they are packets of their own. (UDP and
 * TCP look whether the pieces are still as GRO left them.)
 */
static bool has_packets_inside(const struct sk_buff *skb)
{
	return skb_is_gso(skb) && skb_is_gso_sctp(skb);
}

static int skb_block_pull(struct luadata_handle *h, size_t end)
{
	struct klua_skb_block *block = h->owner;
	struct sk_buff *skb = block->skb;
	int err = 0;

	if (end > skb->len)
		return -EINVAL;
	if (end > skb_headlen(skb)) {
		/* A new head would leave the other holders of this skb with the old one. */
		if (skb_shared(skb))
			return -EPERM;
		if (has_packets_inside(skb))
			return -EOPNOTSUPP;
		if (!__pskb_pull_tail(skb, end - skb_headlen(skb)))
			err = -ENOMEM;
	}
	skb_block_update(h, skb);
	return err;
}

static int skb_block_make_writable(struct luadata_handle *h, size_t end)
{
	struct klua_skb_block *block = h->owner;
	struct sk_buff *skb = block->skb;
	int err;

	if (skb_shared(skb))
		return -EPERM;
	err = skb_block_pull(h, end);
	if (err)
		return err;
	/* LUADATA_HANDLE_WRITABLE speaks of all that is linear, so all of it must be our own. */
	err = skb_ensure_writable(skb, skb_headlen(skb));
	skb_block_update(h, skb);
	if (err)
		return err;
	klua_skb_written(h, skb);
	return 0;
}

const struct luadata_handle_ops klua_skb_ops = {
	.pull = skb_block_pull,
	.make_writable = skb_block_make_writable,
	.cost = skb_block_cost,
	.try_writable = klua_skb_try_writable,
};
EXPORT_SYMBOL_GPL(klua_skb_ops);
