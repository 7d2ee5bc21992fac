/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What Lua takes from <string.h>: the kernel's own functions, by prototype. */
/* <linux/string.h> would bring in headers whose macros (current, ...) Lua uses as names. */
#ifndef KLUA_SHIM_STRING_H
#define KLUA_SHIM_STRING_H

#include <linux/types.h>

void *memcpy(void *dest, const void *src, size_t n);
void *memset(void *s, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *s, int c, size_t n);
size_t strlen(const char *s);
size_t strspn(const char *s, const char *accept);
char *strchr(const char *s, int c);
char *strpbrk(const char *s, const char *accept);
char *strstr(const char *s, const char *find);
char *strcpy(char *dest, const char *src);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);

#endif
