// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * record.c: what a state was loaded from, kept in /run/klua/NAME for `klua reload NAME` and `klua
 * list`.
 *
 * A record begins with the number of the load that it is of: where the state has another by now,
 * it is none.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool.h"

#define FOLDER "/run/klua"
#define PATH_SIZE (sizeof(FOLDER) + 1 + KLUA_NAME_SIZE)

/* "file\0path\0require\0acpi\0..." */
void record_add(struct text *t, const char *key, const char *value)
{
	text_add(t, key, strlen(key) + 1);
	text_add(t, value, strlen(value) + 1);
}

static bool write_record(const char *path, uint64_t id, const struct text *t)
{
	FILE *f = fopen(path, "w");
	bool good;

	if (!f)
		return false;
	fprintf(f, "%llu\n", (unsigned long long)id);
	if (t->size)
		fwrite(t->data, 1, t->size, f);
	good = !ferror(f);
	return !fclose(f) && good;
}

/* The state runs as well without: only `klua reload NAME` needs a FILE then. */
void record_put(const char *name, uint64_t id, const struct text *t)
{
	char path[PATH_SIZE], new[PATH_SIZE + 16];

	mkdir("/run", 0755);
	mkdir(FOLDER, 0700); /* who writes there says what root loads */
	snprintf(path, sizeof(path), FOLDER "/%s", name);
	snprintf(new, sizeof(new), FOLDER "/%s~%d", name, getpid()); /* no state's name has a '~' */
	if (write_record(new, id, t) && !rename(new, path))
		return;
	complain("note: %s: %s: 'klua reload %s' will need a FILE", path, strerror(errno), name);
	unlink(new);
}

void record_drop(const char *name)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), FOLDER "/%s", name);
	unlink(path);
}

bool record_get(const struct klua_ioc_state *state, struct text *t)
{
	char path[PATH_SIZE], buffer[4096];
	unsigned long long id = 0;
	bool good;
	size_t n;
	FILE *f;

	snprintf(path, sizeof(path), FOLDER "/%s", state->name);
	f = fopen(path, "r");
	if (!f)
		return false;
	good = fscanf(f, "%llu", &id) == 1 && fgetc(f) == '\n' && id == state->id;
	while (good && (n = fread(buffer, 1, sizeof(buffer), f)) > 0)
		text_add(t, buffer, n);
	good = good && !ferror(f) && (!t->size || !t->data[t->size - 1]);
	fclose(f);
	return good;
}

bool record_next(const struct text *t, size_t *at, const char **key, const char **value)
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

const char *record_file(const struct text *t)
{
	const char *key, *value;
	size_t at = 0;

	while (record_next(t, &at, &key, &value))
		if (!strcmp(key, "file"))
			return value;
	return NULL;
}
