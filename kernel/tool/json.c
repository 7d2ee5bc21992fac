// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* json.c: strings as JSON. */
#include <string.h>

#include "tool.h"

/* The length of the well-formed UTF-8 character at s, or 0. */
static size_t utf8_length(const unsigned char *s)
{
	size_t n = s[0] < 0x80                   ? 1
		   : s[0] >= 0xC2 && s[0] < 0xE0 ? 2
		   : (s[0] & 0xF0) == 0xE0       ? 3
		   : s[0] >= 0xF0 && s[0] < 0xF5 ? 4
						 : 0;
	size_t i;

	for (i = 1; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	/* too long a form, surrogates, beyond U+10FFFF */
	if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
	    (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
		return 0;
	return n;
}

/* A byte that is no UTF-8 becomes U+FFFD. */
void json_string(struct text *t, const char *s)
{
	text_puts(t, "\"");
	while (*s) {
		unsigned char c = *s;
		size_t n = utf8_length((const unsigned char *)s);

		if (c == '"' || c == '\\')
			text_printf(t, "\\%c", c);
		else if (c < ' ')
			text_printf(t, "\\u%04x", c);
		else if (n)
			text_add(t, s, n);
		else
			text_puts(t, "\xEF\xBF\xBD");
		s += n ? n : 1;
	}
	text_puts(t, "\"");
}
