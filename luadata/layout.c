// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Declared fields: what makes a declaration valid, and how its names are found. */
#include "luadata_core.h"

static const char *fault_of_list(const struct luadata_field *f)
{
	const struct luadata_list *list = f->list;
	const struct luadata_field *by;

	if (!list || !list->layout || !list->measure)
		return "has no records, or nothing to measure them";
	if (list->max == 0 || list->max == 0xffffffffu)
		return "needs a maximum of records";
	if (f->flags & LUADATA_FIELD_WRITE)
		return "a list is not for writing";
	if (!list->by)
		return NULL;
	by = luadata_fieldbyname(list->layout, list->by);
	if (!by || !luadata_isinteger(by) || by->get || !by->constants)
		return "is selected by what is no integer with constants";
	return NULL;
}

/*
 * luadata_faultof() - what is wrong with the declaration of a field
 *
 * The rest of the library relies on a NULL from here: shifts and masks are then defined, sizes
 * are not 0 where they divide, and what a field points to is there.
 *
 * recursion: once: the element of an array is no array
 *
 * Return: NULL when nothing is.
 */
const char *luadata_faultof(const struct luadata_field *f)
{
	if (!f->name || !*f->name)
		return "no name";
	if (strlen(f->name) > LUADATA_NAME_MAX)
		return "name longer than 40 bytes";
	if (f->size > 0xffffffffu - f->offset)
		return "ends beyond 4 GiB";
	if ((f->flags & LUADATA_FIELD_FLAGS) && (!f->constants || f->type != LUADATA_TYPE_UINT))
		return "flags are an unsigned integer with constants";
	if (f->text && f->type != LUADATA_TYPE_STRING)
		return "has text and is none";
	switch (f->type) {
	case LUADATA_TYPE_UINT:
	case LUADATA_TYPE_INT:
	case LUADATA_TYPE_BOOL:
		if (f->bits < 1 || f->bits > 64)
			return "needs 1 to 64 bits";
		if (f->get || f->set)
			return NULL;
		if (f->size < 1 || f->size > 8)
			return "needs 1 to 8 bytes";
		return f->shift + f->bits > f->size * 8 ? "has more bits than its bytes" : NULL;
	case LUADATA_TYPE_ADDRESS:
		return luadata_isaddress(f->size) ? NULL : "an address has 4, 6 or 16 bytes";
	case LUADATA_TYPE_VIEW:
		return f->layout ? NULL : "has no layout";
	case LUADATA_TYPE_ARRAY:
		if (!f->element || f->element->size == 0)
			return "has no element, or an empty one";
		if (f->element->place || f->element->get || f->element->set ||
		    f->element->type == LUADATA_TYPE_ARRAY)
			return "has an element that is not plain";
		return luadata_faultof(f->element);
	case LUADATA_TYPE_LIST:
		return fault_of_list(f);
	case LUADATA_TYPE_NAME:
		return f->flags & LUADATA_FIELD_WRITE ? "a DNS name is not for writing" : NULL;
	case LUADATA_TYPE_STRING:
		if (f->text && (f->flags & LUADATA_FIELD_WRITE))
			return "text of C is not for writing";
		return NULL;
	case LUADATA_TYPE_BYTES:
	case LUADATA_TYPE_RAW:
		return NULL;
	default:
		return "has no such type";
	}
}

/* luadata_faultoflayout() - what is wrong with a layout besides its fields; NULL when nothing is */
const char *luadata_faultoflayout(const struct luadata_layout *layout)
{
	const struct luadata_checksum *c = layout->checksum;

	if (layout->size >= 0xffffffffu)
		return "too large";
	if (layout->nfields >= 65535)
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
