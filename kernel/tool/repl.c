// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* repl.c: reads lines, runs them, shows values. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

/*
 * The compiler ends its message so when more input could make the chunk complete; errors at run
 * time end otherwise.
 */
static bool is_incomplete(const struct failure *f)
{
	static const char mark[] = "<eof>";
	size_t n = strlen(f->text), m = sizeof(mark) - 1;

	return f->has_text && n >= m && !strcmp(f->text + n - m, mark) && !strchr(f->text, '\n');
}

static bool add_line(struct text *code, const char *prompt)
{
	char *line = line_read(prompt);

	if (!line)
		return false;
	if (code->size)
		text_puts(code, "\n");
	text_puts(code, line);
	free(line);
	return true;
}

/* One statement, over as many lines as it takes. False: the end of input. */
static bool statement(int fd, bool *ok)
{
	static struct failure f;
	struct text code = { 0 };
	bool more = add_line(&code, "> ");

	while (more && !line_cancelled) {
		*ok = run(fd, NULL, KLUA_RUN_SHOW, "=stdin", &code, &f);
		if (*ok || !is_incomplete(&f) || !add_line(&code, ">> "))
			break;
	}
	if (more && !line_cancelled) {
		history_add(code.data);
		if (!*ok)
			report(fd, NULL, &f);
	}
	text_free(&code);
	return more;
}

/*
 * After each statement comes what callbacks printed meanwhile.
 *
 * Errors of a person's lines are no failure of the session; a piped script's are.
 */
int repl(int fd, uint64_t *log)
{
	bool tty = isatty(STDIN_FILENO), ok, failed = false;

	history_open();
	do {
		ok = true;
		line_cancelled = false;
		if (!statement(fd, &ok))
			break;
		failed |= !ok;
		log_own(fd, log);
	} while (true);
	if (tty)
		puts("");
	return failed && !tty ? FAILED : OK;
}
