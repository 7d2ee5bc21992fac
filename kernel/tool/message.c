// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* message.c: what the command says on standard error. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "tool.h"

static void say(const char *fmt, va_list ap)
{
	fflush(stdout);
	fputs("klua: ", stderr);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
}

void complain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

void die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	exit(FAILED);
}

void usage_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	fputs("Try 'klua --help'.\n", stderr);
	exit(USAGE);
}
