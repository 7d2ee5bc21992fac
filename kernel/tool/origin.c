// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* origin.c: the note that stays with a loaded state: which file and modules made it. */
#include <string.h>

#include "tool.h"

/* "file\0path\0module\0acpi\0..." */
void origin_add(struct text *t, const char *key, const char *value)
{
	text_add(t, key, strlen(key) + 1);
	text_add(t, value, strlen(value) + 1);
}

bool origin_get(int fd, const char *name, struct text *t)
{
	static char buffer[KLUA_ORIGIN_MAX];
	struct klua_ioc_text io = { .text = (uintptr_t)buffer, .text_size = sizeof(buffer) };

	set_name(io.name, name);
	if (device_ioctl(fd, KLUA_IOC_ORIGIN, &io) || !io.text_used ||
	    io.text_used > sizeof(buffer))
		return false;
	if (buffer[io.text_used - 1])
		return false;
	text_add(t, buffer, io.text_used);
	return true;
}

bool origin_next(const struct text *t, size_t *at, const char **key, const char **value)
{
	size_t n;

	if (*at >= t->size)
		return false;
	*key = t->data + *at;
	n = strlen(*key) + 1;
	if (*at + n >= t->size)
		return false;
	*value = *key + n;
	*at += n + strlen(*value) + 1;
	return true;
}

const char *origin_file(const struct text *t)
{
	const char *key, *value;
	size_t at = 0;

	while (origin_next(t, &at, &key, &value))
		if (!strcmp(key, "file"))
			return value;
	return NULL;
}
