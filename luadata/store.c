// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The one way into memory: every store that is not made at once by the hook.
 *
 * The caller has made the bytes reachable and writable, and luadata_sumend() too.
 */
#include "luadata_face.h"

/* What a checksum covers of a handle, and where it lies. */
struct range {
	struct luadata_span span;
	size_t check;
	bool optional;
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

/* luadata_sumend() - where the checksum that follows a store ends in the handle; 0: none follows */
size_t luadata_sumend(const struct luadata_ref *r)
{
	struct luadata_cover c;

	return luadata_iscovered(r) && cover_of(r, &c) ? c.offset + c.checksum->offset + 2 : 0;
}

/* What the checksum covers now; false when its header says nothing of use. */
static bool find_range(const struct luadata_handle *h, const struct luadata_cover *c,
		       struct range *range)
{
	struct luadata_span *span = &range->span;

	span->offset = 0;
	span->length = c->length;
	range->check = c->offset + c->checksum->offset;
	range->optional = c->checksum->optional;
	if (c->checksum->cover && !c->checksum->cover(h, c->offset, span))
		return false;
	if (span->offset > c->length)
		return false;
	span->length = min(span->length, c->length - span->offset);
	span->offset += c->offset;
	return true;
}

/* The sum of what a range has of bytes [offset, offset + n) of the handle; p is the first. */
static uint16_t sum_of(const struct range *range, const unsigned char *p, size_t offset, size_t n)
{
	const struct luadata_span *span = &range->span;
	size_t skip = offset < span->offset ? span->offset - offset : 0;
	size_t first = offset + skip - span->offset;
	uint16_t sum;

	if (skip >= n || first >= span->length)
		return 0;
	sum = luadata_sum(p + skip, min(n - skip, span->length - first), 0);
	return first % 2 ? (uint16_t)(sum << 8 | sum >> 8) : sum;
}

/* The sum of all that a range has. */
static uint16_t sum_of_all(const struct luadata_handle *h, const struct range *range)
{
	size_t offset = range->span.offset;

	return sum_of(range, h->base + offset, offset, luadata_readable(h, offset));
}

/* Writes the checksum after bytes that had one sum have another. */
static void change(struct luadata_handle *h, const struct range *range, uint16_t before,
		   uint16_t after)
{
	unsigned char *p = h->base + range->check;
	uint16_t check = (uint16_t)luadata_load(p, 2, false);

	if (before == after || (check == 0 && range->optional))
		return;
	luadata_store(p, 2, false, 0);
	check = luadata_resum(check, before, after);
	/* Of the two zeros the one that a sum over everything would give. */
	if (check == 0 && (range->optional || sum_of_all(h, range) == 0))
		check = 0xffff;
	luadata_store(p, 2, false, check);
}

/* A store that a checksum follows: also when it changes what the checksum covers. */
static void store_covered(struct luadata_handle *h, const struct luadata_cover *c, size_t offset,
			  const void *bytes, size_t n)
{
	size_t check = c->offset + c->checksum->offset;
	struct range before, after;
	uint16_t sum;

	if ((check < offset + n && offset < check + 2) || !find_range(h, c, &before)) {
		memmove(h->base + offset, bytes, n);
		return;
	}
	sum = sum_of(&before, h->base + offset, offset, n);
	memmove(h->base + offset, bytes, n);
	change(h, &before, sum, sum_of(&before, h->base + offset, offset, n));
	if (find_range(h, c, &after) &&
	    (after.span.offset != before.span.offset || after.span.length != before.span.length))
		change(h, &after, sum_of_all(h, &before), sum_of_all(h, &after));
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
		memmove(h->base + offset, bytes, n);
}

/* luadata_storezeros() - write bytes that are 0 */
void luadata_storezeros(const struct luadata_ref *r, size_t offset, size_t n)
{
	static const unsigned char zeros[64];

	while (n > 0) {
		size_t piece = min(n, sizeof(zeros));

		luadata_storebytes(r, offset, zeros, piece);
		offset += piece;
		n -= piece;
	}
}

/* luadata_storevalue() - write an integer field that lies at an offset of the handle */
void luadata_storevalue(const struct luadata_ref *r, const struct luadata_field *f, size_t offset,
			int64_t value)
{
	unsigned char bytes[8];

	memcpy(bytes, r->handle->base + offset, f->size);
	luadata_storefield(f, bytes, value);
	luadata_storebytes(r, offset, bytes, f->size);
}
