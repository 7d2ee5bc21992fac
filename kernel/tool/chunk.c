// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* chunk.c: makes the Lua that goes around a script. */
#include <ctype.h>
#include <string.h>

#include "tool.h"

/* As lua names it: "@x.lua", "=stdin". A name that is too long keeps its end. */
void add_chunkname(struct text *t, const char *path)
{
	size_t size = strlen(path);

	if (!strcmp(path, "-")) {
		text_puts(t, "=stdin");
		return;
	}
	text_puts(t, "@");
	text_puts(t, size < KLUA_CHUNKNAME_MAX ? path : path + size - KLUA_CHUNKNAME_MAX + 1);
}

/*
 * A first line that begins with '#' is for the shell; its newline stays, so that lines keep their
 * numbers.
 */
void add_script(struct text *t, const char *path)
{
	struct text source = { 0 };
	size_t skip = 0;

	read_file(path, &source);
	if (source.data[0] == '#')
		skip = strcspn(source.data, "\n");
	text_add(t, source.data + skip, source.size - skip);
	text_free(&source);
}

static bool is_identifier(const char *s, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		if (!isalnum((unsigned char)s[i]) && s[i] != '_')
			return false;
	return size && !isdigit((unsigned char)s[0]);
}

/* -l MODULE or -l GLOBAL=MODULE, as lua has it; on one line, so that a script may follow. */
void add_require(struct text *t, const char *module)
{
	const char *equals = strchr(module, '=');
	const char *wanted = equals ? equals + 1 : module;
	size_t size = equals ? (size_t)(equals - module) : strlen(module);

	if (!is_identifier(module, size) || !wanted[0])
		usage_error("-l %s: not MODULE or GLOBAL=MODULE", module);
	text_puts(t, "_G[");
	text_quote(t, module, size);
	text_puts(t, "] = require(");
	text_quote(t, wanted, strlen(wanted));
	text_puts(t, "); ");
}

/* arg = {[0] = script, ...}: what precedes the script has negative indices */
void add_arg(struct text *t, char **argv, int script, int argc)
{
	int i;

	text_puts(t, "arg = {");
	for (i = 0; i < argc; i++) {
		text_printf(t, "[%d]=", i - script);
		text_quote(t, argv[i], strlen(argv[i]));
		text_puts(t, ", ");
	}
	text_puts(t, "}");
}
