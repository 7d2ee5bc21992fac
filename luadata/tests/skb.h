/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * skb.h: memory that is lent as that of an skb is: some of it linear, moved at every pull, copied
 * before the first write. A block has no byte more than can be reached, so that sanitizers see.
 */
#ifndef LUADATA_TESTS_SKB_H
#define LUADATA_TESTS_SKB_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "glue.h"
#include "luadata.h"

struct skb {
	const char *all; /* out of reach; the caller's */
	size_t size;
	unsigned char *linear;
	int pulls, copies, stores;
	int stored; /* bytes */
	int error;  /* of the next pull or copy; 0: none */
};

/* Other memory for what is linear and for what follows it up to @end. */
static inline int skb_move(struct luadata_handle *h, size_t end)
{
	struct skb *s = h->owner;
	unsigned char *moved = malloc(end);

	if (!moved && end)
		return -ENOMEM;
	memcpy(moved, s->linear, h->linear);
	memcpy(moved + h->linear, s->all + h->linear, end - h->linear);
	memset(s->linear, 0xdd, h->linear);
	free(s->linear);
	s->linear = moved;
	h->base = moved;
	h->linear = end;
	return 0;
}

static inline int skb_pull(struct luadata_handle *h, size_t end)
{
	struct skb *s = h->owner;

	if (s->error)
		return s->error;
	if (end > s->size) { /* the library knows what there is */
		fprintf(stderr, "skb: %zu bytes are asked for, of %zu\n", end, s->size);
		abort();
	}
	s->pulls++;
	return skb_move(h, end);
}

static inline int skb_make_writable(struct luadata_handle *h, size_t end)
{
	struct skb *s = h->owner;

	if (s->error)
		return s->error;
	if (end > h->linear && skb_pull(h, end))
		return -ENOMEM;
	s->copies++;
	h->flags |= LUADATA_HANDLE_WRITABLE;
	return 0;
}

static inline bool skb_try_writable(struct luadata_handle *h, size_t end)
{
	return end <= h->linear && !skb_make_writable(h, end);
}

static inline void skb_store(struct luadata_handle *h, size_t offset, const void *bytes, size_t n)
{
	struct skb *s = h->owner;

	s->stores++;
	s->stored += (int)n;
	memmove(h->base + offset, bytes, n);
}

/* The bytes of the string at @arg, which stays there; so many of them are linear. */
static inline void skb_open(lua_State *L, int arg, size_t linear, struct skb *s)
{
	s->all = luaL_checklstring(L, arg, &s->size);
	luaL_argcheck(L, linear <= s->size, arg + 1, "more than there is");
	s->linear = malloc(linear);
	if (!s->linear && linear)
		luaL_error(L, "not enough memory");
	memcpy(s->linear, s->all, linear);
}

#endif
