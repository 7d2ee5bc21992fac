/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What the place functions of generated wire formats are made of.
 *
 * p is the first byte of a view, n how many bytes can be read from there. Offsets are from p; one
 * that says where something ends is at most n, or 0 when the bytes are too few or make no sense.
 */
#ifndef LUADATA_PLACE_H
#define LUADATA_PLACE_H

#include "luadata.h"

/** luadata_big() - the number in size bytes (at most 8), the most significant one first */
static inline uint64_t luadata_big(const unsigned char *p, unsigned int size)
{
	uint64_t value = 0;
	unsigned int i;

	for (i = 0; i < size; i++) /* bounded: 8 bytes */
		value = value << 8 | p[i];
	return value;
}

/** luadata_little() - the same, the least significant one first */
static inline uint64_t luadata_little(const unsigned char *p, unsigned int size)
{
	uint64_t value = 0;

	while (size-- > 0) /* bounded: 8 bytes */
		value = value << 8 | p[size];
	return value;
}

static inline uint64_t luadata_least(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

/**
 * luadata_found() - fill the span of a place function
 * @offset: where the field begins; need not be inside the view
 * @length: its bytes; need not be inside the view
 *
 * Return: true.
 */
static inline bool luadata_found(struct luadata_span *span, uint64_t offset, uint64_t length)
{
	/* Where size_t has 32 bits: beyond any block. */
	span->offset = (size_t)offset == offset ? (size_t)offset : ~(size_t)0;
	span->length = (size_t)length == length ? (size_t)length : ~(size_t)0;
	return true;
}

/** luadata_found_within() - the same, of a field that is absent when it ends beyond a bound */
static inline bool luadata_found_within(uint64_t bound, struct luadata_span *span, uint64_t offset,
					uint64_t length)
{
	if (offset > bound || length > bound - offset)
		return false;
	return luadata_found(span, offset, length);
}

/** luadata_cut_at() - the same, of a field that ends at a bound where it would go on beyond */
static inline bool luadata_cut_at(uint64_t bound, struct luadata_span *span, uint64_t offset,
				  uint64_t length)
{
	if (offset > bound)
		return false;
	return luadata_found(span, offset, luadata_least(length, bound - offset));
}

/** luadata_past() - the end of size bytes that begin at start */
static inline size_t luadata_past(size_t n, size_t start, uint64_t size)
{
	return start <= n && size <= n - start ? start + (size_t)size : 0;
}

/** luadata_behind() - the end of size bytes that begin where something else ends; 0 when that is */
static inline size_t luadata_behind(size_t n, size_t end, uint64_t size)
{
	return end ? luadata_past(n, end, size) : 0;
}

/** luadata_pastname() - the end of the DNS name that begins at start */
static inline size_t luadata_pastname(const unsigned char *p, size_t n, size_t start)
{
	size_t length = start <= n ? luadata_namelength(p + start, n - start) : 0;

	return length ? start + length : 0;
}

/* The end of at most *count records; *count is then how many are missing. */
static inline size_t luadata_walk(const struct luadata_list *list, const unsigned char *p, size_t n,
				  size_t start, uint64_t *count)
{
	size_t size;

	for (; *count > 0 && start < n; --*count) { /* charged: place(), by the bytes passed */
		size = list->measure(p + start, n - start);
		if (size == 0 || size > n - start)
			break;
		start += size;
	}
	return start;
}

/** luadata_records() - bytes of count records that begin at start, or of those that are there */
static inline size_t luadata_records(const struct luadata_list *list, const unsigned char *p,
				     size_t n, size_t start, uint64_t count)
{
	return start <= n ? luadata_walk(list, p, n, start, &count) - start : 0;
}

/** luadata_pastrecords() - the end of count records that begin at start */
static inline size_t luadata_pastrecords(const struct luadata_list *list, const unsigned char *p,
					 size_t n, size_t start, uint64_t count)
{
	size_t end = start <= n ? luadata_walk(list, p, n, start, &count) : 0;

	return count ? 0 : end;
}

/**
 * luadata_pastlast() - the end of the record that ends a list
 * @measure: of any record, also of that one
 */
static inline size_t luadata_pastlast(const struct luadata_list *list,
				      size_t (*measure)(const unsigned char *p, size_t n),
				      const unsigned char *p, size_t n, size_t start)
{
	uint64_t count = ~(uint64_t)0;
	size_t end = start <= n ? luadata_walk(list, p, n, start, &count) : 0;
	size_t size = end < n && !list->measure(p + end, n - end) ? measure(p + end, n - end) : 0;

	return size ? luadata_past(n, end, size) : 0;
}

#endif
