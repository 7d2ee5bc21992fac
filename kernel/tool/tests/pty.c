// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * pty.c: runs a command on a terminal: types each argument before "--" when the command has been
 * quiet for a while.
 */
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define QUIET_MS 500

/* \r, \n, \e, \t, \\ and \xHH: what keys send */
static size_t unescape(char *s)
{
	char *to = s, *from = s;

	while (*from) {
		char c = *from++;

		if (c == '\\' && *from) {
			c = *from++;
			if (c == 'x') {
				c = strtoul((char[]){ from[0], from[1], 0 }, NULL, 16);
				from += 2;
			} else {
				c = c == 'r'   ? '\r'
				    : c == 'n' ? '\n'
				    : c == 'e' ? 27
				    : c == 't' ? '\t'
					       : c;
			}
		}
		*to++ = c;
	}
	return to - s;
}

int main(int argc, char **argv)
{
	int terminal, status, next = 1;
	char buffer[4096];
	pid_t child;
	ssize_t n;

	while (next < argc && strcmp(argv[next], "--"))
		next++;
	if (next + 1 >= argc)
		return 2;
	child = forkpty(&terminal, NULL, NULL, &(struct winsize){ .ws_row = 24, .ws_col = 80 });
	if (child == 0) {
		execvp(argv[next + 1], argv + next + 1);
		_exit(127);
	}
	argc = next;
	next = 1;
	for (;;) {
		struct pollfd p = { .fd = terminal, .events = POLLIN };

		if (poll(&p, 1, next < argc ? QUIET_MS : -1) > 0) {
			n = read(terminal, buffer, sizeof(buffer));
			if (n <= 0)
				break;
			fwrite(buffer, 1, n, stdout);
		} else if (next < argc) {
			n = unescape(argv[next]);
			if (write(terminal, argv[next++], n) != n)
				break;
		}
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
