// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The one way into memory: every store that is not made at once by the hook.
 *
 * The caller has made the bytes reachable and writable, and luadata_sumend() too.
 */
#include "luadata_face.h"

/* What a checksum covers of a handle: bytes [start, end). */
struct range {
	size_t start;
	size_t end;
};

/* The checksum that follows a store through a ref, and the view that has it. */
static bool cover_of(const struct luadata_ref *r, struct luadata_cover *c)
{
	if (r->flags & LUADATA_REF_SUMMED) {
		c->checksum = r->fields->layout->checksum;
		c->offset = r->offset;
		c->length = r->length;
	} else if (r->flags & LUADATA_REF_COVERED) {
		*c = *(const struct luadata_cover *)(r + 1);
	} else {
		return false;
	}
	return !luadata_stores(r->handle) && luadata_fits(c->length, c->checksum->offset, 2);
}

/* luadata_findcover() - what a part of a covered ref is to know of its checksum */
void luadata_findcover(const struct luadata_ref *r, struct luadata_cover *c)
{
	cover_of(r, c);
}

/*
 * luadata_sumend() - where that ends in the handle which a checksum covers that follows a store; 0:
 * none follows
 *
 * A store may change how much is covered, and of two zeros the sum of it all tells which is right.
 */
size_t luadata_sumend(const struct luadata_ref *r)
{
	struct luadata_cover c;

	return luadata_iscovered(r) && cover_of(r, &c) ? c.offset + c.length : 0;
}

/*
 * luadata_sumcost() - units that a store may leave to be charged, for what it sums up anew: all
 * that is covered four times, when the store changes what is
 */
size_t luadata_sumcost(const struct luadata_ref *r)
{
	struct luadata_cover c;

	return luadata_iscovered(r) && cover_of(r, &c) ? 4 * (c.length / 16 + 1) : 0;
}

/* What the checksum covers now; false when its header says nothing of use. */
static inline bool find_range(const struct luadata_handle *h, const struct luadata_cover *c,
			      struct range *range)
{
	struct luadata_span span = { 0, c->length };

	if (c->checksum->cover && !c->checksum->cover(h, c->offset, &span))
		return false;
	if (span.offset > c->length)
		return false;
	range->start = c->offset + span.offset;
	range->end = range->start + min(span.length, c->length - span.offset);
	return true;
}

/* The sum of all that a range has. */
static uint16_t sum_of(struct luadata_handle *h, const struct range *range)
{
	size_t end = min(range->end, h->linear);

	if (end <= range->start)
		return 0;
	h->work += end - range->start;
	return luadata_sum(h->base + range->start, end - range->start);
}

/*
 * The sum of what comes to a range less the sum of what goes, when n bytes at an offset are
 * replaced, by zeros when @new is NULL; false when none of them is in it.
 */
static bool difference(const struct range *range, size_t offset, const unsigned char *old,
		       const unsigned char *new, size_t n, uint16_t *result)
{
	size_t from = offset > range->start ? offset : range->start;
	size_t to = min(offset + n, range->end);

	if (from >= to)
		return false;
	old += from - offset;
	if (new)
		new += from - offset;
	*result = luadata_sumdifference(old, new, to - from, (from - range->start) % 2);
	return true;
}

/* Changes the checksum by the difference of a sum (RFC 1624, eqn. 3). */
static void change(struct luadata_handle *h, const struct luadata_cover *c,
		   const struct range *range, uint16_t difference)
{
	unsigned char *p = h->base + c->offset + c->checksum->offset;
	uint16_t check = p[0] << 8 | p[1];

	if (check == 0 && c->checksum->optional)
		return;
	check = ~luadata_fold((uint32_t)(uint16_t)~check + difference);
	p[0] = check >> 8;
	p[1] = check & 255;
	/* Of the two zeros the one that a sum over everything would give. */
	if (check == 0 && (c->checksum->optional || sum_of(h, range) == 0))
		memset(p, 0xff, 2);
}

static void put(unsigned char *p, const void *bytes, size_t n)
{
	if (bytes)
		luadata_copy(p, bytes, n);
	else
		memset(p, 0, n);
}

/* A store that a checksum follows: also when it changes what the checksum covers. */
static void store_covered(struct luadata_handle *h, const struct luadata_cover *c, size_t offset,
			  const void *bytes, size_t n)
{
	size_t check = c->offset + c->checksum->offset;
	unsigned char *p = h->base + offset;
	struct range before, after;
	uint16_t sum;
	bool inside;

	if ((check < offset + n && offset < check + 2) || !find_range(h, c, &before)) {
		put(p, bytes, n);
		return;
	}
	inside = difference(&before, offset, p, bytes, n, &sum);
	put(p, bytes, n);
	if (inside)
		change(h, c, &before, sum);
	if (!find_range(h, c, &after) || (before.start == after.start && before.end == after.end))
		return;
	sum = ~sum_of(h, &before);
	change(h, c, &after, luadata_fold((uint32_t)sum + sum_of(h, &after)));
}

/* luadata_storebytes() - write bytes through a ref at an offset of its handle */
void luadata_storebytes(const struct luadata_ref *r, size_t offset, const void *bytes, size_t n)
{
	struct luadata_handle *h = r->handle;
	struct luadata_cover c;

	if (n == 0)
		return;
	if (luadata_stores(h))
		h->ops->store(h, offset, bytes, n);
	else if (luadata_iscovered(r) && cover_of(r, &c))
		store_covered(h, &c, offset, bytes, n);
	else
		luadata_copy(h->base + offset, bytes, n);
}

/* luadata_storezeros() - write bytes that are 0: at once where a sum over all of them may follow */
void luadata_storezeros(const struct luadata_ref *r, size_t offset, size_t n)
{
	static const unsigned char zeros[64];
	struct luadata_handle *h = r->handle;
	struct luadata_cover c;

	if (n > 0 && !luadata_stores(h)) {
		if (luadata_iscovered(r) && cover_of(r, &c))
			store_covered(h, &c, offset, NULL, n);
		else
			memset(h->base + offset, 0, n);
		return;
	}
	while (n > 0) { /* charged: by the caller */
		size_t piece = min(n, sizeof(zeros));

		h->ops->store(h, offset, zeros, piece);
		offset += piece;
		n -= piece;
	}
}

/* luadata_storevalue() - write an integer field that lies at an offset of the handle */
void luadata_storevalue(const struct luadata_ref *r, const struct luadata_field *f, size_t offset,
			int64_t value)
{
	unsigned char bytes[8];

	luadata_copy(bytes, r->handle->base + offset, f->size);
	luadata_storefield(f, bytes, value);
	luadata_storebytes(r, offset, bytes, f->size);
}
