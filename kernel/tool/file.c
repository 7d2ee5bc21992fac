// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* file.c: reads scripts. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

void read_file(const char *path, struct text *t)
{
	FILE *f = strcmp(path, "-") ? fopen(path, "r") : stdin;
	const char *shown = strcmp(path, "-") ? path : "stdin";
	char buffer[4096];
	size_t n;

	if (!f)
		die("%s: %s", path, strerror(errno));
	text_add(t, "", 0);
	while ((n = fread(buffer, 1, sizeof(buffer), f)) > 0) {
		text_add(t, buffer, n);
		if (t->size > KLUA_CODE_MAX)
			die("%s: longer than %d bytes", shown, KLUA_CODE_MAX);
	}
	if (ferror(f))
		die("%s: %s", shown, strerror(errno));
	if (f != stdin)
		fclose(f);
}

char *absolute_path(const char *path)
{
	char *full = realpath(path, NULL);

	if (!full)
		die("%s: %s", path, strerror(errno));
	return full;
}
