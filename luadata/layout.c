// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Declared fields: what makes a layout valid, and how its names are found. */
#include "luadata_core.h"

/* luadata_faultoflayout() - what is wrong with a layout besides its fields; NULL when nothing is */
const char *luadata_faultoflayout(const struct luadata_layout *layout)
{
	const struct luadata_checksum *c = layout->checksum;

	if (layout->size >= 0xffffffffu)
		return "too large";
	if (layout->nfields > LUADATA_FIELDS_MAX)
		return "too many fields";
	if (c && !luadata_fits(layout->size, c->offset, 2))
		return "its checksum lies outside its fixed part";
	return NULL;
}

const struct luadata_field *luadata_fieldbyname(const struct luadata_layout *layout,
						const char *name)
{
	size_t i;

	for (i = 0; i < layout->nfields; i++) /* bounded: a spec's fields */
		if (strcmp(layout->fields[i].name, name) == 0)
			return &layout->fields[i];
	return NULL;
}

const struct luadata_constant *luadata_constantbyname(const struct luadata_constant *c,
						      const char *name)
{
	for (; c->name; c++) /* bounded: a spec's constants */
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

const struct luadata_constant *luadata_constantbyvalue(const struct luadata_constant *c,
						       int64_t value)
{
	for (; c->name; c++) /* bounded: a spec's constants */
		if (c->value == value)
			return c;
	return NULL;
}

/* luadata_knownbits() - all bits of a field of flags that have names */
uint64_t luadata_knownbits(const struct luadata_constant *c)
{
	uint64_t bits = 0;

	for (; c->name; c++) /* bounded: a spec's constants */
		bits |= (uint64_t)c->value;
	return bits;
}

/*
 * luadata_distance() - how many letters to add, drop, change or swap with the next to get from one
 * name to another
 *
 * Of names longer than LUADATA_NAME_MAX only that many bytes count.
 */
unsigned int luadata_distance(const char *a, const char *b)
{
	unsigned char rows[3][LUADATA_NAME_MAX + 1];
	size_t columns = strnlen(b, LUADATA_NAME_MAX);
	size_t n = strnlen(a, LUADATA_NAME_MAX);
	size_t i, j;

	for (j = 0; j <= columns; j++) /* bounded: LUADATA_NAME_MAX */
		rows[0][j] = j;
	for (i = 1; i <= n; i++) { /* bounded: LUADATA_NAME_MAX */
		unsigned char *row = rows[i % 3];
		const unsigned char *above = rows[(i - 1) % 3];
		const unsigned char *before = rows[(i + 1) % 3];

		row[0] = i;
		for (j = 1; j <= columns; j++) { /* bounded: LUADATA_NAME_MAX */
			unsigned int changed = above[j - 1] + (a[i - 1] != b[j - 1]);
			unsigned int added = min(row[j - 1], above[j]) + 1u;
			unsigned int best = min(changed, added);

			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				best = min(best, before[j - 2] + 1u);
			row[j] = best;
		}
	}
	return rows[n % 3][columns];
}
