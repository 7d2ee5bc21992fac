// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Loads and stores of single fields in bytes that the caller has checked. */
#include "luadata_core.h"

/* luadata_load() - an unsigned number of 1 to 8 bytes */
uint64_t luadata_load(const unsigned char *p, unsigned int size, bool little)
{
	uint64_t value = 0;
	unsigned int i;

	for (i = 0; i < size; i++) /* bounded: 8 bytes */
		value = value << 8 | p[little ? size - 1 - i : i];
	return value;
}

/* luadata_store() - write the low bytes of a number */
void luadata_store(unsigned char *p, unsigned int size, bool little, uint64_t value)
{
	unsigned int i;

	for (i = 0; i < size; i++) { /* bounded: 8 bytes */
		p[little ? i : size - 1 - i] = (unsigned char)value;
		value >>= 8;
	}
}

/* luadata_mask() - the low bits set: 1 to 64 of them */
uint64_t luadata_mask(unsigned int bits)
{
	return ~(uint64_t)0 >> (64 - bits);
}

/* luadata_extend() - the signed number that the low bits are in two's complement */
int64_t luadata_extend(uint64_t value, unsigned int bits)
{
	uint64_t sign = (uint64_t)1 << (bits - 1);

	return (int64_t)((value ^ sign) - sign);
}

/* luadata_isaddress() - whether an address has so many bytes: IPv4, MAC, IPv6 */
bool luadata_isaddress(size_t size)
{
	return size == 4 || size == 6 || size == 16;
}

/*
 * luadata_asplaced() - a field as it is where it was placed
 * @length: bytes that its place function gave it
 * @copy: room for the result
 *
 * A packet's address is as long as its protocol says: 4 bytes are an integer, 16 a string.
 */
const struct luadata_field *luadata_asplaced(const struct luadata_field *f, size_t length,
					     struct luadata_field *copy)
{
	if (f->type != LUADATA_TYPE_ADDRESS || !f->place || length >= f->size)
		return f;
	*copy = *f;
	copy->size = length;
	return copy;
}

static bool little(const struct luadata_field *f)
{
	return (f->flags & LUADATA_FIELD_LITTLE) && f->type != LUADATA_TYPE_ADDRESS;
}

static unsigned int bits(const struct luadata_field *f)
{
	return f->type == LUADATA_TYPE_ADDRESS ? f->size * 8 : f->bits;
}

static unsigned int shift(const struct luadata_field *f)
{
	return f->type == LUADATA_TYPE_ADDRESS ? 0 : f->shift;
}

/* luadata_loadfield() - the value of an integer field whose first byte is at p */
int64_t luadata_loadfield(const struct luadata_field *f, const unsigned char *p)
{
	uint64_t value = luadata_load(p, f->size, little(f)) >> shift(f);

	value &= luadata_mask(bits(f));
	return f->type == LUADATA_TYPE_INT ? luadata_extend(value, f->bits) : (int64_t)value;
}

/* luadata_storefield() - write an integer field; the bits around it stay */
void luadata_storefield(const struct luadata_field *f, unsigned char *p, int64_t value)
{
	uint64_t mask = luadata_mask(bits(f)) << shift(f);
	uint64_t old = 0;

	if (mask != luadata_mask(f->size * 8))
		old = luadata_load(p, f->size, little(f)) & ~mask;
	luadata_store(p, f->size, little(f), old | ((uint64_t)value << shift(f) & mask));
}

/*
 * luadata_limits() - what may be written to an integer field
 *
 * Return: whether the limits are to be read as unsigned numbers.
 */
bool luadata_limits(const struct luadata_field *f, int64_t *lowest, int64_t *highest)
{
	bool is_unsigned = f->type != LUADATA_TYPE_INT;

	if (f->type == LUADATA_TYPE_BOOL) {
		*lowest = 0;
		*highest = 1;
	} else if (f->flags & LUADATA_FIELD_RANGED) {
		*lowest = f->min;
		*highest = f->max;
	} else if (is_unsigned) {
		*lowest = 0;
		*highest = (int64_t)luadata_mask(bits(f));
	} else {
		*highest = (int64_t)(luadata_mask(f->bits) >> 1);
		*lowest = -*highest - 1;
	}
	return is_unsigned;
}

/* Whether the value has no more bits than the field, whatever min and max say. */
static bool holds(const struct luadata_field *f, int64_t value)
{
	if (f->type == LUADATA_TYPE_INT)
		return luadata_extend((uint64_t)value & luadata_mask(f->bits), f->bits) == value;
	return ((uint64_t)value & ~luadata_mask(bits(f))) == 0;
}

/* luadata_inlimits() - whether a value may be written to an integer field */
bool luadata_inlimits(const struct luadata_field *f, int64_t value)
{
	int64_t lowest, highest;

	if (!holds(f, value))
		return false;
	if (luadata_limits(f, &lowest, &highest))
		return (uint64_t)lowest <= (uint64_t)value && (uint64_t)value <= (uint64_t)highest;
	return lowest <= value && value <= highest;
}

/* luadata_textlength() - bytes before the first NUL */
size_t luadata_textlength(const unsigned char *p, size_t size)
{
	const unsigned char *end = size ? memchr(p, 0, size) : NULL;

	return end ? (size_t)(end - p) : size;
}
