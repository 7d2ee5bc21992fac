// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* options.c: takes a subcommand's arguments one by one. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* An argument that an option still has to take; "-" alone is a file. */
static bool is_option(const char *s)
{
	return s[0] == '-' && s[1] != '\0';
}

static const char *current(struct args *a)
{
	return a->next < a->argc ? a->argv[a->next] : NULL;
}

bool args_flag(struct args *a, const char *name, const char *alias)
{
	const char *s = current(a);

	if (!s || (strcmp(s, name) && (!alias || strcmp(s, alias))))
		return false;
	a->next++;
	return true;
}

/* --name VALUE or --name=VALUE */
bool args_option(struct args *a, const char *name, const char *alias, const char **value)
{
	const char *s = current(a);
	size_t n = strlen(name);

	if (s && !strncmp(s, name, n) && s[n] == '=') {
		*value = s + n + 1;
		a->next++;
		return true;
	}
	if (!args_flag(a, name, alias))
		return false;
	*value = current(a);
	if (!*value)
		usage_error("%s needs a value", s);
	a->next++;
	return true;
}

const char *args_positional(struct args *a, const char *what)
{
	const char *s = current(a);

	if (!s)
		usage_error("%s needs %s", a->argv[0], what);
	if (is_option(s))
		usage_error("%s: unknown option '%s'", a->argv[0], s);
	a->next++;
	return s;
}

void args_end(struct args *a)
{
	const char *s = current(a);

	if (s && is_option(s))
		usage_error("%s: unknown option '%s'", a->argv[0], s);
	if (s)
		usage_error("%s: '%s' is one argument too many", a->argv[0], s);
}

static uint64_t parse(const char *option, const char *s, unsigned int kilo)
{
	uint64_t n, unit = 1;
	char *end;

	errno = 0;
	n = strtoull(s, &end, 10);
	if (*end == 'K' || *end == 'k')
		unit = kilo, end++;
	else if (*end == 'M' || *end == 'm')
		unit = (uint64_t)kilo * kilo, end++;
	if (!isdigit((unsigned char)s[0]) || *end || errno || n == 0 || n > INT64_MAX / unit)
		usage_error("%s: '%s' is no positive number (K and M may follow it)", option, s);
	return n * unit;
}

uint64_t parse_bytes(const char *option, const char *s)
{
	return parse(option, s, 1024);
}

uint64_t parse_count(const char *option, const char *s)
{
	return parse(option, s, 1000);
}
