/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * skb_block.h: the bytes of a socket buffer as a block that scripts read and write.
 *
 * The block is all of skb->len, linear or not; offset 0 is skb->data at the time of the loan (the
 * network header, in netfilter's hooks). Nothing is linearized that no script touches.
 */
#ifndef KLUA_SKB_BLOCK_H
#define KLUA_SKB_BLOCK_H

#include <linux/skbuff.h>

#include "luadata.h"

/**
 * struct klua_skb_block - what handle->owner points to when handle->ops is klua_skb_ops
 * @skb: the socket buffer
 *
 * A host that keeps more for each packet makes this the first member of its own structure.
 */
struct klua_skb_block {
	struct sk_buff *skb;
};

/**
 * klua_skb_ops - pull and make writable
 *
 * pull makes [0, end) linear: -ENOMEM, -EPERM when somebody else holds the socket buffer too (it
 * cannot be changed then), -EOPNOTSUPP of several SCTP packets in one (GSO). make_writable gives
 * the socket buffer a head of its own where it is shared with clones, and turns CHECKSUM_COMPLETE
 * into CHECKSUM_NONE: the sum no longer holds. Both may move the head.
 */
extern const struct luadata_handle_ops klua_skb_ops;

/* Notes that all that is linear is the socket buffer's own, and about to change. */
static inline void klua_skb_written(struct luadata_handle *h, struct sk_buff *skb)
{
	if (skb->ip_summed == CHECKSUM_COMPLETE)
		skb->ip_summed = CHECKSUM_NONE;
	h->flags |= LUADATA_HANDLE_WRITABLE;
}

/** klua_skb_try_writable() - its try_writable: of a head that nobody shares */
static inline bool klua_skb_try_writable(struct luadata_handle *h, size_t end)
{
	const struct klua_skb_block *block = h->owner;
	struct sk_buff *skb = block->skb;

	if (end > skb_headlen(skb) || skb_cloned(skb) || skb_shared(skb))
		return false;
	klua_skb_written(h, skb);
	return true;
}

#endif
