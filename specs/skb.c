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
	/* LUADATA_WRITABLE speaks of all that is linear, so all of it must be our own. */
	err = skb_ensure_writable(skb, skb_headlen(skb));
	skb_block_update(h, skb);
	if (err)
		return err;
	if (skb->ip_summed == CHECKSUM_COMPLETE)
		skb->ip_summed = CHECKSUM_NONE;
	h->flags |= LUADATA_WRITABLE;
	return 0;
}

const struct luadata_handle_ops klua_skb_ops = {
	.pull = skb_block_pull,
	.make_writable = skb_block_make_writable,
};
EXPORT_SYMBOL_GPL(klua_skb_ops);
