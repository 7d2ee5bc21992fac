// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The functions of the C library that go over texts and memory: byte by byte, as the kernel's are,
 * so that what they do is counted. Copies are x86's `rep movsb`, an instruction for each byte.
 */
#include <stddef.h>

#include "count.h"

#define BLOCK 5 /* instructions in a basic block, about */

/* ---- copies ---- */

void *memcpy(void *restrict to, const void *restrict from, size_t n)
{
	void *at = to;

	work_blocks += n / BLOCK;
	__asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(n) : : "memory");
	return to;
}

void *memmove(void *to, const void *from, size_t n)
{
	char *t = to;
	const char *f = from;

	if ((size_t)(t - f) >= n)
		return memcpy(to, from, n);
	while (n--)
		t[n] = f[n];
	return to;
}

void *memset(void *to, int c, size_t n)
{
	void *at = to;

	work_blocks += n / BLOCK;
	__asm__ volatile("rep stosb" : "+D"(at), "+c"(n) : "a"(c) : "memory");
	return to;
}

/* ---- looks ---- */

int memcmp(const void *one, const void *other, size_t n)
{
	const unsigned char *a = one, *b = other;

	for (; n--; a++, b++)
		if (*a != *b)
			return *a - *b;
	return 0;
}

void *memchr(const void *in, int c, size_t n)
{
	const unsigned char *s = in;

	for (; n--; s++)
		if (*s == (unsigned char)c)
			return (void *)s;
	return NULL;
}

size_t strnlen(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i])
		i++;
	return i;
}

size_t strlen(const char *s)
{
	return strnlen(s, (size_t)-1);
}

char *strchr(const char *s, int c)
{
	for (; *s != (char)c; s++)
		if (!*s)
			return NULL;
	return (char *)s;
}

int strncmp(const char *a, const char *b, size_t n)
{
	for (; n--; a++, b++)
		if (*a != *b || !*a)
			return (unsigned char)*a - (unsigned char)*b;
	return 0;
}

int strcmp(const char *a, const char *b)
{
	return strncmp(a, b, (size_t)-1);
}

int strcoll(const char *a, const char *b)
{
	return strcmp(a, b);
}

size_t strspn(const char *s, const char *set)
{
	size_t i = 0;

	while (s[i] && strchr(set, s[i]))
		i++;
	return i;
}

char *strpbrk(const char *s, const char *set)
{
	for (; *s; s++)
		if (strchr(set, *s))
			return (char *)s;
	return NULL;
}
