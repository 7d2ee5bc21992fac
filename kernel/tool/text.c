// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* text.c: strings that grow. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

void *allocate(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

char *copy_string(const char *s)
{
	return strcpy(allocate(strlen(s) + 1), s);
}

void text_add(struct text *t, const char *bytes, size_t size)
{
	if (t->room - t->size <= size) {
		t->room = (t->room + size + 1) * 2;
		t->data = realloc(t->data, t->room);
		if (!t->data)
			die("out of memory");
	}
	memcpy(t->data + t->size, bytes, size);
	t->size += size;
	t->data[t->size] = '\0';
}

void text_puts(struct text *t, const char *s)
{
	text_add(t, s, strlen(s));
}

void text_printf(struct text *t, const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if (n < 0)
		die("out of memory");
	text_add(t, s, n);
	free(s);
}

void text_quote(struct text *t, const char *bytes, size_t size)
{
	size_t i;

	text_puts(t, "\"");
	for (i = 0; i < size; i++) {
		unsigned char c = bytes[i];

		if (c == '"' || c == '\\')
			text_printf(t, "\\%c", c);
		else if (c < ' ' || c == 127)
			text_printf(t, "\\%03u", c);
		else
			text_add(t, &bytes[i], 1);
	}
	text_puts(t, "\"");
}

void print_visible(const char *bytes, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++) {
		unsigned char c = bytes[i], next = i + 1 < size ? bytes[i + 1] : 0;

		if ((c < ' ' && c != '\n' && c != '\t') || c == 127)
			printf("\\x%02x", c);
		else if (c == 0xc2 && next >= 0x80 && next < 0xa0) /* U+0080 to U+009F */
			printf("\\x%02x\\x%02x", c, bytes[++i] & 0xff);
		else
			putchar(c);
	}
}

void text_free(struct text *t)
{
	free(t->data);
	memset(t, 0, sizeof(*t));
}
