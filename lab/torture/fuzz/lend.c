// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Memory that is lent, in blocks of exactly the size that is reachable, and what becomes of it. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

struct fuzz_loan fuzz_loan;

static unsigned char *copy_of(const void *bytes, size_t n)
{
	unsigned char *p = malloc(n); /* not a byte more, so that the sanitizer sees */

	if (!p)
		abort();
	memcpy(p, n ? bytes : "", n);
	return p;
}

/* Other memory, with as much of the block in it as asked for. */
static void move(size_t linear)
{
	struct luadata_handle *h = fuzz_loan.handle;
	unsigned char *moved = malloc(linear);

	if (!moved)
		abort();
	memcpy(moved, h->base, min(linear, h->linear));
	if (linear > h->linear)
		memcpy(moved + h->linear, fuzz_loan.all + h->linear, linear - h->linear);
	else
		memcpy(fuzz_loan.all + linear, h->base + linear, h->linear - linear);
	free(fuzz_loan.linear);
	fuzz_loan.linear = moved;
	h->base = moved;
	h->linear = linear;
}

/* The library never asks for bytes that the block does not have. */
static void check_end(const struct luadata_handle *h, size_t end)
{
	if (end <= h->length)
		return;
	fprintf(stderr, "fuzz: %zu bytes are asked for, of %zu\n", end, h->length);
	abort();
}

static int pull(struct luadata_handle *h, size_t end)
{
	check_end(h, end);
	if (fuzz_loan.error)
		return fuzz_loan.error;
	move(end);
	return 0;
}

static int make_writable(struct luadata_handle *h, size_t end)
{
	check_end(h, end);
	if (fuzz_loan.readonly)
		return -EPERM;
	if (fuzz_loan.error)
		return fuzz_loan.error;
	move(end > h->linear ? end : h->linear);
	h->flags |= LUADATA_HANDLE_WRITABLE;
	return 0;
}

static void store(struct luadata_handle *h, size_t offset, const void *bytes, size_t n)
{
	if (!(h->flags & LUADATA_HANDLE_WRITABLE) || !luadata_fits(h->linear, offset, n)) {
		fprintf(stderr, "fuzz: a store of %zu bytes at %zu\n", n, offset);
		abort();
	}
	memmove(h->base + offset, bytes, n);
	h->work += n;
}

static const struct luadata_handle_ops plain = { .pull = pull, .make_writable = make_writable };
static const struct luadata_handle_ops storing = { .pull = pull,
						   .make_writable = make_writable,
						   .store = store };

static void lend(size_t n, size_t linear, unsigned int flags)
{
	luadata_lend(fuzz_loan.handle, fuzz_loan.linear, n, linear, flags,
		     fuzz_loan.stores ? &storing : &plain, NULL);
	luadata_lendref(fuzz_loan.root, 0, n, linear);
	fuzz_loan.size = n;
}

void fuzz_lend(lua_State *L, const unsigned char *bytes, size_t n, unsigned int how)
{
	size_t linear = how & 1 ? n : n * (how >> 5) / 8;

	fuzz_loan.handle = luadata_newhandle(L);
	fuzz_loan.root = luadata_newroot(L, -1, NULL);
	lua_remove(L, -2);
	fuzz_loan.stores = how & 2;
	fuzz_loan.readonly = (how & 12) == 12;
	fuzz_loan.error = (how & 28) == 20 ? -ENOMEM : 0;
	fuzz_loan.events = 0;
	fuzz_loan.all = copy_of(bytes, n);
	fuzz_loan.linear = copy_of(bytes, linear);
	lend(n, linear, 0);
}

void fuzz_return(void)
{
	luadata_return(fuzz_loan.handle);
	free(fuzz_loan.linear);
	free(fuzz_loan.all);
	fuzz_loan.linear = NULL;
	fuzz_loan.all = NULL;
}

unsigned char *fuzz_snapshot(void)
{
	struct luadata_handle *h = fuzz_loan.handle;
	unsigned char *bytes;

	if (!fuzz_loan.all)
		return NULL;
	bytes = copy_of(fuzz_loan.all, fuzz_loan.size);
	memcpy(bytes, h->base, h->linear);
	return bytes;
}

/* The same bytes, or some of them, as a new loan, for writing if they were. */
static void lend_again(size_t n)
{
	unsigned int flags = fuzz_loan.handle->flags & LUADATA_HANDLE_WRITABLE;
	unsigned char *bytes = fuzz_snapshot();
	bool readonly = fuzz_loan.readonly;

	fuzz_return();
	fuzz_loan.all = copy_of(bytes, n);
	fuzz_loan.linear = copy_of(bytes, n / 2);
	fuzz_loan.readonly = readonly;
	free(bytes);
	lend(n, n / 2, flags);
}

void fuzz_event(unsigned int which)
{
	struct luadata_handle *h = fuzz_loan.handle;

	if (!fuzz_loan.all)
		return;
	fuzz_loan.events++;
	switch (which % 7) {
	case 0: /* moved, as by a pull */
		move(h->linear);
		break;
	case 1: /* over */
		fuzz_return();
		break;
	case 2: /* lent again */
		lend_again(fuzz_loan.size);
		break;
	case 3: /* cut */
		lend_again(fuzz_loan.size * (which / 7 % 8) / 8);
		break;
	case 4: /* no longer for writing: cloned */
		h->flags &= ~(unsigned int)(LUADATA_HANDLE_WRITABLE | LUADATA_HANDLE_DIRECT);
		break;
	case 5: /* written by somebody else */
		if (h->linear)
			h->base[which / 7 % h->linear] ^= which;
		break;
	case 6: /* memory runs out */
		fuzz_loan.error = fuzz_loan.error ? 0 : -ENOMEM;
		break;
	}
}
