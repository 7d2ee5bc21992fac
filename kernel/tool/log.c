// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* log.c: klua log, what scripts printed and how they failed while no tool ran them. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tool.h"

static char buffer[KLUA_TEXT_MAX];

/* What a script printed may be a packet's: a terminal obeys none of it. */
static void put(const char *bytes, size_t size)
{
	if (isatty(STDOUT_FILENO))
		print_visible(bytes, size);
	else
		fwrite(bytes, 1, size, stdout);
}

/* Prints what is there after *cursor; with a prefix, it begins each line. */
static int show(int fd, const char *name, uint64_t *cursor, unsigned int flags, bool prefix)
{
	struct klua_ioc_log io = { .flags = flags, .cursor = *cursor };
	char *line = buffer, *end;
	int err;

	strcpy(io.name, name);
	io.text = (uintptr_t)buffer;
	io.text_size = sizeof(buffer) - 1;
	err = device_ioctl(fd, KLUA_IOC_LOG, &io);
	if (err)
		return err;
	buffer[io.text_used] = '\0';
	if (io.lost && *cursor)
		printf("[klua: %llu bytes lost]\n", (unsigned long long)io.lost);
	*cursor = io.cursor;
	if (!prefix) {
		put(buffer, io.text_used);
	} else {
		for (; *line; line = end) {
			end = line + strcspn(line, "\n");
			end += *end != '\0';
			printf("%s: ", name);
			put(line, end - line);
		}
	}
	fflush(stdout);
	return io.text_used;
}

void log_own(int fd, uint64_t *cursor)
{
	while (show(fd, "", cursor, 0, false) > 0)
		;
}

static int log_one(const char *name, bool follow)
{
	struct klua_ioc_state state = { 0 };
	uint64_t cursor = 0;
	int fd, n;

	set_name(state.name, name);
	fd = device_open();
	do
		n = show(fd, name, &cursor, 0, false);
	while (n > 0);
	while (n >= 0 && follow) {
		n = show(fd, name, &cursor, KLUA_LOG_WAIT, false);
		if (n == 0 || n == -ENOENT) {
			complain("'%s' has ended", name);
			return OK;
		}
	}
	if (n < 0)
		die_state(fd, name, n);
	return OK;
}

/*
 * States that come while it follows are shown too: where each one's log was read to is kept by
 * name.
 */
struct reader {
	struct reader *next;
	char name[KLUA_NAME_SIZE];
	uint64_t cursor;
};

static struct reader *find(struct reader **readers, const char *name)
{
	struct reader *r;

	for (r = *readers; r; r = r->next)
		if (!strcmp(r->name, name))
			return r;
	r = allocate(sizeof(*r));
	strcpy(r->name, name);
	r->next = *readers;
	*readers = r;
	return r;
}

static int log_all(bool follow)
{
	const struct timespec pause = { .tv_nsec = 200 * 1000 * 1000 };
	struct reader *readers = NULL;
	int fd = device_open();

	do {
		struct klua_ioc_state state = { 0 };

		while (next_state(fd, &state)) {
			struct reader *r = find(&readers, state.name);

			while (show(fd, r->name, &r->cursor, 0, true) > 0)
				;
		}
		if (follow)
			nanosleep(&pause, NULL);
	} while (follow);
	return OK;
}

int command_log(struct args *a)
{
	const char *name = NULL;
	bool follow = false;

	while (a->next < a->argc) {
		if (args_flag(a, "-f", "--follow"))
			follow = true;
		else if (!name)
			name = args_positional(a, "a NAME");
		else
			args_end(a);
	}
	return name ? log_one(name, follow) : log_all(follow);
}
