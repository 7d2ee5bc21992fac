// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Bounds arithmetic. Never a sum that could wrap. */
#include "luadata_core.h"

/*
 * luadata_cut() - the part of a range that exists
 * @length: bytes there are
 * @offset: first byte wanted
 * @wanted: bytes wanted; negative: all the rest
 * @span: result
 *
 * Return: false when the range begins outside (an empty range at the very end is inside).
 */
bool luadata_cut(size_t length, int64_t offset, int64_t wanted, struct luadata_span *span)
{
	size_t rest;

	if (offset < 0 || (uint64_t)offset > length)
		return false;
	rest = length - (size_t)offset;
	span->offset = (size_t)offset;
	span->length = wanted < 0 || (uint64_t)wanted > rest ? rest : (size_t)wanted;
	return true;
}

/*
 * luadata_positions() - a range given by Lua positions
 * @length: bytes there are
 * @first: position of the first byte, counted from 1; negative: from the end
 * @last: position of the last byte, likewise
 * @span: result: what exists of the range, as offset and length
 */
void luadata_positions(size_t length, int64_t first, int64_t last, struct luadata_span *span)
{
	/* A block is never longer than INT64_MAX, so these sums of opposite signs cannot wrap. */
	if (first < 0)
		first += (int64_t)length + 1;
	if (last < 0)
		last += (int64_t)length + 1;
	if (first < 1)
		first = 1;
	if (last > (int64_t)length)
		last = (int64_t)length;
	if (first > last) {
		span->offset = first - 1 > (int64_t)length ? length : (size_t)(first - 1);
		span->length = 0;
	} else {
		span->offset = (size_t)(first - 1);
		span->length = (size_t)(last - first + 1);
	}
}
