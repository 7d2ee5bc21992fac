// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Which bits of lent memory scripts may write, where its owner grants single fields. */
#include "luadata_core.h"

/* The bits of a granted field; false when it is absent: another arm of its union is in force. */
static bool granted_bits(const struct luadata_layout *layout, unsigned int number,
			 const struct luadata_handle *h, size_t start, size_t *from, size_t *to)
{
	const struct luadata_field *f = &layout->fields[number];
	struct luadata_span span = { f->offset, f->size };

	if (f->place) {
		span.length = luadata_readable(h, start);
		if (span.length < layout->size || !f->place(h, start, &span))
			return false;
	}
	span.offset += start;
	luadata_bits(f, &span, from, to);
	return true;
}

/* The end of the granted field that a bit is in, or 0. */
static size_t end_of_grant(const struct luadata_grants *grants, unsigned int at,
			   const struct luadata_handle *h, size_t start, size_t bit)
{
	size_t i, from, to;

	for (i = 0; i < grants->n; i++) /* bounded: a spec's fields */
		if ((grants->list[i].at & at) &&
		    granted_bits(grants->layout, grants->list[i].field, h, start, &from, &to) &&
		    from <= bit && bit < to)
			return to;
	return 0;
}

bool luadata_granted(const struct luadata_grants *grants, unsigned int at,
		     const struct luadata_handle *h, size_t start, size_t from, size_t to)
{
	while (from < to) { /* bounded: a turn for each grant */
		from = end_of_grant(grants, at, h, start, from);
		if (from == 0)
			return false;
	}
	return true;
}

LUADATA_EXPORT(luadata_granted);
