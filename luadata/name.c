// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* DNS names as they are encoded: RFC 1035, sections 3.1 and 4.1.4. */
#include "luadata_core.h"

#define LABEL_MAX 63
#define POINTER 0xc0 /* the two top bits of a length byte: what follows is elsewhere */
#define POINTERS_MAX 127 /* as many as labels, each of which may end in one */

size_t luadata_namelength(const unsigned char *p, size_t n)
{
	size_t i = 0;

	while (i < n && i < LUADATA_WIRENAME_MAX) { /* bounded: LUADATA_WIRENAME_MAX */
		if (p[i] == 0)
			return i + 1;
		if (p[i] >= POINTER)
			return n - i >= 2 ? i + 2 : 0;
		if (p[i] > LABEL_MAX)
			return 0;
		i += 1u + p[i];
	}
	return 0;
}

LUADATA_EXPORT(luadata_namelength);

/*
 * luadata_expandname() - copy a name, with what its pointers lead to, label by label
 * @out: room for the labels, each after its length, and the 0 that ends them
 * @message: what pointers count from
 * @at: where the name begins in it
 * @end: bytes of the message that can be read
 *
 * Every pointer leads to before the labels that it ends: so names end, whatever they say.
 *
 * Return: bytes in out, or 0 when the name is malformed.
 */
size_t luadata_expandname(unsigned char out[LUADATA_WIRENAME_MAX], const unsigned char *message,
			  size_t at, size_t end)
{
	size_t start = at;
	size_t length = 0;
	int pointers = 0;

	while (at < end) { /* bounded: LUADATA_WIRENAME_MAX bytes, POINTERS_MAX pointers */
		size_t size = message[at];

		if (size >= POINTER) {
			if (end - at < 2 || pointers++ == POINTERS_MAX)
				return 0;
			at = (size & ~(size_t)POINTER) << 8 | message[at + 1];
			if (at >= start)
				return 0;
			start = at;
			continue;
		}
		if (size > LABEL_MAX || !luadata_fits(end, at, size + 1) ||
		    !luadata_fits(LUADATA_WIRENAME_MAX, length, size + 1))
			return 0;
		memcpy(out + length, message + at, size + 1);
		length += size + 1;
		if (size == 0)
			return length;
		at += size + 1;
	}
	return 0;
}

/*
 * luadata_labeltext() - write a byte of a label as text
 * @out: room for 4 characters
 *
 * As in zone files (RFC 1035, 5.1): what is not printable as three decimal digits after a '\'.
 *
 * Return: characters written.
 */
size_t luadata_labeltext(char *out, unsigned char c)
{
	size_t n = 0;

	if (c > ' ' && c < 0x7f) {
		if (c == '.' || c == '\\')
			out[n++] = '\\';
		out[n++] = (char)c;
		return n;
	}
	out[0] = '\\';
	out[1] = (char)('0' + c / 100);
	out[2] = (char)('0' + c / 10 % 10);
	out[3] = (char)('0' + c % 10);
	return 4;
}
