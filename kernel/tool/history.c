// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* history.c: the lines typed before, kept in ~/.klua_history. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

#define HISTORY_MAX 500

static char *lines[HISTORY_MAX];
static unsigned int count;
static char *path;

static void remember(const char *line)
{
	if (!line[0] || (count && !strcmp(lines[count - 1], line)))
		return;
	if (count == HISTORY_MAX) {
		free(lines[0]);
		memmove(lines, lines + 1, --count * sizeof(*lines));
	}
	lines[count++] = copy_string(line);
}

/*
 * In the file a statement is one line: its newlines are spaces there. Lua's comments to the end of
 * a line are lost on such a statement, hence one with a comment is not stored at all. /
 */
static bool storable(const char *line)
{
	return !strchr(line, '\n') || !strstr(line, "--");
}

void history_open(void)
{
	const char *home = getenv("HOME");
	struct text t = { 0 };
	char *line = NULL;
	size_t room = 0;
	FILE *f;

	if (!isatty(STDIN_FILENO) || !home || !home[0])
		return;
	text_printf(&t, "%s/.klua_history", home);
	path = t.data;
	f = fopen(path, "r");
	if (!f)
		return;
	while (getline(&line, &room, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		remember(line);
	}
	free(line);
	fclose(f);
}

void history_add(const char *statement)
{
	char *line = copy_string(statement), *s;
	FILE *f;

	if (storable(line)) {
		for (s = line; *s; s++)
			if (*s == '\n')
				*s = ' ';
		remember(line);
		f = path && line[0] ? fopen(path, "a") : NULL;
		if (f) {
			fprintf(f, "%s\n", line);
			fclose(f);
		}
	}
	free(line);
}

const char *history_get(unsigned int back)
{
	return back && back <= count ? lines[count - back] : NULL;
}
