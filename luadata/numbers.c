// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Numbers as text: decimal, hexadecimal, and the three kinds of network address, both ways. */
#include "luadata_core.h"

static const char digits[] = "0123456789abcdef";

/* luadata_decimal() - write a number, or the number below zero that is as large; no NUL */
size_t luadata_decimal(char *out, uint64_t value, bool negative)
{
	char reversed[20];
	size_t n = 0;
	size_t length = 0;

	do /* bounded: 20 digits */
		reversed[n++] = digits[value % 10];
	while ((value /= 10) != 0);
	if (negative)
		out[length++] = '-';
	while (n > 0) /* bounded: 20 digits */
		out[length++] = reversed[--n];
	return length;
}

/* luadata_hex() - write the low hexadecimal digits of a number; no NUL */
size_t luadata_hex(char *out, uint64_t value, unsigned int count)
{
	unsigned int i;

	for (i = 0; i < count; i++) /* bounded: 16 digits */
		out[i] = digits[value >> 4 * (count - 1 - i) & 15];
	return count;
}

size_t luadata_ipv4text(char *out, const unsigned char *address)
{
	size_t length = 0;
	int i;

	for (i = 0; i < 4; i++) {
		if (i > 0)
			out[length++] = '.';
		length += luadata_decimal(out + length, address[i], false);
	}
	return length;
}

size_t luadata_mactext(char *out, const unsigned char *address)
{
	size_t length = 0;
	int i;

	for (i = 0; i < 6; i++) {
		if (i > 0)
			out[length++] = ':';
		length += luadata_hex(out + length, address[i], 2);
	}
	return length;
}

static unsigned int group(const unsigned char *address, int i)
{
	return address[2 * i] << 8 | address[2 * i + 1];
}

/*
 * The longest run of at least two zero groups, the first of them if several (RFC 5952, section
 * 4.2).
 */
static int zero_run(const unsigned char *address, int *length)
{
	int best = -1;
	int i = 0;

	*length = 1;
	while (i < 8) { /* bounded: 8 groups */
		int n = 0;

		while (i + n < 8 && group(address, i + n) == 0) /* bounded: 8 groups */
			n++;
		if (n > *length) {
			best = i;
			*length = n;
		}
		i += n + 1;
	}
	return best;
}

/* luadata_ipv6text() - write an IPv6 address as RFC 5952 recommends */
size_t luadata_ipv6text(char *out, const unsigned char *address)
{
	size_t length = 0;
	int zeros;
	int run = zero_run(address, &zeros);
	int i = 0;

	while (i < 8) { /* bounded: 8 groups */
		unsigned int g = group(address, i);

		if (i == run) {
			out[length++] = ':';
			if (i + zeros == 8)
				out[length++] = ':';
			i += zeros;
			continue;
		}
		if (i > 0)
			out[length++] = ':';
		length += luadata_hex(out + length, g,
				      g > 0xfff  ? 4
				      : g > 0xff ? 3
				      : g > 0xf  ? 2
						 : 1);
		i++;
	}
	return length;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Reads 1 to `most` hexadecimal digits at *i. */
static bool hexgroup(const char *text, size_t length, size_t *i, unsigned int most,
		     unsigned int *value)
{
	unsigned int n = 0;

	*value = 0;
	while (n < most && *i < length && digit(text[*i]) >= 0) { /* bounded: 4 digits */
		*value = *value << 4 | digit(text[(*i)++]);
		n++;
	}
	return n > 0;
}

/*
 * luadata_ipv4parse() - read four decimal numbers without leading zeros (they would mean octal to
 * some)
 */
bool luadata_ipv4parse(const char *text, size_t length, unsigned char *address)
{
	size_t i = 0;
	int part;

	for (part = 0; part < 4; part++) {
		size_t start;
		unsigned int value = 0;

		if (part > 0 && (i >= length || text[i++] != '.'))
			return false;
		/* bounded: 3 digits */
		for (start = i; i < length && i - start < 3 && text[i] >= '0' && text[i] <= '9';
		     i++)
			value = value * 10 + digit(text[i]);
		if (i == start || value > 255 || (text[start] == '0' && i - start > 1))
			return false;
		address[part] = value;
	}
	return i == length;
}

/* luadata_macparse() - read six pairs of hexadecimal digits, with ':' or '-' between them */
bool luadata_macparse(const char *text, size_t length, unsigned char *address)
{
	size_t i;

	if (length != 17)
		return false;
	for (i = 0; i < 6; i++) {
		int high = digit(text[3 * i]);
		int low = digit(text[3 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		if (i > 0 && (text[3 * i - 1] != text[2] || (text[2] != ':' && text[2] != '-')))
			return false;
		address[i] = high << 4 | low;
	}
	return true;
}

/* Moves the groups after the "::" to the end of the address and fills the gap with zeros. */
static bool spread(unsigned char *address, int count, int gap)
{
	int after = count - gap;

	if (gap < 0)
		return count == 8;
	if (count == 8)
		return false;
	memmove(address + 16 - 2 * after, address + 2 * gap, 2 * after);
	memset(address + 2 * gap, 0, 2 * (8 - count));
	return true;
}

/*
 * luadata_ipv6parse() - read an IPv6 address in any form of RFC 4291, section 2.2, without a zone
 */
bool luadata_ipv6parse(const char *text, size_t length, unsigned char *address)
{
	int count = 0;
	int gap = -1;
	size_t i = 0;

	if (length >= 2 && text[0] == ':' && text[1] == ':') {
		gap = 0;
		i = 2;
	}
	while (i < length) { /* bounded: 8 groups */
		size_t start = i;
		unsigned int value;

		if (count == 8 || !hexgroup(text, length, &i, 4, &value))
			return false;
		if (i < length && text[i] == '.') { /* the last four bytes as an IPv4 address */
			if (count > 6 ||
			    !luadata_ipv4parse(text + start, length - start, address + 2 * count))
				return false;
			return spread(address, count + 2, gap);
		}
		address[2 * count] = value >> 8;
		address[2 * count + 1] = value & 255;
		count++;
		if (i == length)
			break;
		if (text[i++] != ':' || i == length)
			return false;
		if (text[i] == ':') {
			if (gap >= 0)
				return false;
			gap = count;
			i++;
		}
	}
	return spread(address, count, gap);
}
