/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The core of the library: what is done to bytes, without a Lua state. */
#ifndef LUADATA_CORE_H
#define LUADATA_CORE_H

#include "luadata.h"

/* Bytes of what is searched, and of blocks that scripts make. */
#define LUADATA_SUBJECT_MAX 0x7fffffffu

/* Of a layout: its index tells how far behind it their entries lie, in 16 bits. */
#define LUADATA_FIELDS_MAX 4095

/* span.c: bounds */

/* luadata_fits() - whether n bytes at an offset lie inside length bytes */
static inline bool luadata_fits(size_t length, size_t offset, size_t n)
{
	return offset <= length && n <= length - offset;
}

bool luadata_cut(size_t length, int64_t offset, int64_t wanted, struct luadata_span *span);
void luadata_positions(size_t length, int64_t first, int64_t last, struct luadata_span *span);

/* field.c: loads and stores */

/* luadata_isinteger() - whether a field is read as an integer or a boolean */
static inline bool luadata_isinteger(const struct luadata_field *f)
{
	return f->type <= LUADATA_TYPE_BOOL || (f->type == LUADATA_TYPE_ADDRESS && f->size <= 8);
}

uint64_t luadata_load(const unsigned char *p, unsigned int size, bool little);
void luadata_store(unsigned char *p, unsigned int size, bool little, uint64_t value);
uint64_t luadata_mask(unsigned int bits);
int64_t luadata_extend(uint64_t value, unsigned int bits);
int64_t luadata_loadfield(const struct luadata_field *f, const unsigned char *p);
void luadata_storefield(const struct luadata_field *f, unsigned char *p, int64_t value);
bool luadata_limits(const struct luadata_field *f, int64_t *lowest, int64_t *highest);
bool luadata_inlimits(const struct luadata_field *f, int64_t value);
size_t luadata_textlength(const unsigned char *p, size_t size);
bool luadata_isaddress(size_t size);
const struct luadata_field *luadata_asplaced(const struct luadata_field *f, size_t length,
					     struct luadata_field *copy);

/* checksum.c: Internet checksums */

uint16_t luadata_sum(const unsigned char *p, size_t n);
uint16_t luadata_sumdifference(const unsigned char *old, const unsigned char *new, size_t n,
			       bool odd);

/* luadata_fold() - a sum of 16-bit words as one of them, with the carries added */
static inline uint16_t luadata_fold(uint64_t sum)
{
	sum = (sum & 0xffffffff) + (sum >> 32);
	sum = (sum & 0xffff) + (sum >> 16 & 0xffff) + (sum >> 32);
	sum = (sum & 0xffff) + (sum >> 16);
	return (uint16_t)((sum & 0xffff) + (sum >> 16));
}

/* grant.c: what scripts may write */

/*
 * luadata_bits() - the bits of a handle that writing a field changes
 * @span: where the field lies
 *
 * Those of a little-endian number that is part of its bytes have no order: all of the bytes count.
 */
static inline void luadata_bits(const struct luadata_field *f, const struct luadata_span *span,
				size_t *from, size_t *to)
{
	*from = span->offset * 8;
	*to = (span->offset + span->length) * 8;
	if (!luadata_isinteger(f) || f->type == LUADATA_TYPE_ADDRESS)
		return;
	*to = (span->offset + f->size) * 8;
	if ((f->flags & LUADATA_FIELD_LITTLE) && f->size > 1)
		return;
	*to -= f->shift;
	*from = *to - f->bits;
}

/* name.c: DNS names */

/* Bytes of an encoded name, its last 0 included (RFC 1035, 2.3.4). */
#define LUADATA_WIRENAME_MAX 255

size_t luadata_expandname(unsigned char out[LUADATA_WIRENAME_MAX], const unsigned char *message,
			  size_t at, size_t end);
size_t luadata_labeltext(char *out, unsigned char c);

/* layout.c: names */

const char *luadata_faultoflayout(const struct luadata_layout *layout);
const struct luadata_field *luadata_fieldbyname(const struct luadata_layout *layout,
						const char *name);
const struct luadata_constant *luadata_constantbyname(const struct luadata_constant *c,
						      const char *name);
const struct luadata_constant *luadata_constantbyvalue(const struct luadata_constant *c,
						       int64_t value);
uint64_t luadata_knownbits(const struct luadata_constant *c);
unsigned int luadata_distance(const char *a, const char *b);

/* numbers.c: texts of numbers and addresses */

/* The longest text: an IPv6 address has at most 39 characters, a 64-bit number 20. */
#define LUADATA_TEXT_MAX 48

size_t luadata_decimal(char *out, uint64_t value, bool negative);
size_t luadata_hex(char *out, uint64_t value, unsigned int digits);
size_t luadata_ipv4text(char *out, const unsigned char *address);
size_t luadata_ipv6text(char *out, const unsigned char *address);
size_t luadata_mactext(char *out, const unsigned char *address);
bool luadata_ipv4parse(const char *text, size_t length, unsigned char *address);
bool luadata_ipv6parse(const char *text, size_t length, unsigned char *address);
bool luadata_macparse(const char *text, size_t length, unsigned char *address);

/* display.c: how fields are shown */

/* Of integers: the VM's displays. Of HEX8 to HEX64 the first that holds the field's bits. */
enum luadata_shown {
	LUADATA_SHOWN_DECIMAL,
	LUADATA_SHOWN_IPV4,
	LUADATA_SHOWN_MAC,
	LUADATA_SHOWN_HEX8,
	LUADATA_SHOWN_HEX16,
	LUADATA_SHOWN_HEX32,
	LUADATA_SHOWN_HEX64,
};

unsigned int luadata_addressbytes(const struct luadata_field *f);
unsigned int luadata_shownas(const struct luadata_field *f);
size_t luadata_addresstext(char *out, const unsigned char *address, size_t size);
size_t luadata_integertext(char *out, unsigned int shown, int64_t value);

#endif
