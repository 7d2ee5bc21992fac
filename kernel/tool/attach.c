// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* attach.c: makes --attach BINDING.CALLBACK[=GLOBAL][:key=value,...] the Lua that attaches. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* The parts of a spec, within its text. */
struct spec {
	const char *text;
	const char *binding, *callback, *global;
	int nbinding, ncallback, nglobal;
	const char *keys;
};

static int name_length(const char *s)
{
	int n = 0;

	while (isalnum((unsigned char)s[n]) || s[n] == '_')
		n++;
	return isdigit((unsigned char)s[0]) ? 0 : n;
}

static void __attribute__((noreturn)) malformed(const char *text)
{
	usage_error("--attach %s: not BINDING.CALLBACK[=GLOBAL][:key=value,...]", text);
}

static void parse(struct spec *p, const char *text)
{
	const char *s = text;

	p->text = text;
	p->binding = s;
	p->nbinding = name_length(s);
	s += p->nbinding;
	if (!p->nbinding || *s++ != '.')
		malformed(text);
	p->callback = s;
	p->global = s;
	p->ncallback = name_length(s);
	p->nglobal = p->ncallback;
	s += p->ncallback;
	if (*s == '=') {
		p->global = ++s;
		p->nglobal = name_length(s);
		s += p->nglobal;
	}
	if (!p->ncallback || !p->nglobal || (*s && *s != ':'))
		malformed(text);
	p->keys = *s ? s + 1 : s;
}

/*
 * What looks like an integer (decimal, or hexadecimal after 0x) is one; true and false are
 * booleans; the rest is text.
 */
static void add_value(struct text *code, const char *value, size_t size)
{
	char *s = strndup(value, size), *end;

	if (!s)
		die("out of memory");
	errno = 0;
	strtoll(s, &end, strncmp(s, "0x", 2) ? 10 : 16);
	if (!strcmp(s, "true") || !strcmp(s, "false") ||
	    (size && !*end && !errno && !isspace((unsigned char)s[0]) && s[0] != '+'))
		text_puts(code, s);
	else
		text_quote(code, s, size);
	free(s);
}

static void add_keys(struct text *code, const struct spec *p)
{
	const char *s = p->keys;

	while (*s) {
		int key = name_length(s);
		size_t value;

		if (!key || s[key] != '=')
			usage_error("--attach %s: expected key=value at '%s'", p->text, s);
		text_printf(code, ", [\"%.*s\"]=", key, s);
		s += key + 1;
		value = strcspn(s, ",");
		add_value(code, s, value);
		s += value;
		if (*s == ',' && !*++s)
			usage_error("--attach %s: nothing after the last ','", p->text);
	}
}

static void add_call(struct text *code, const struct spec *p)
{
	text_puts(code, "at(");
	text_quote(code, p->text, strlen(p->text));
	text_printf(code, ", \"%.*s\", \"%.*s\", {[\"%.*s\"]=\"%.*s\"", p->nglobal, p->global,
		    p->nbinding, p->binding, p->ncallback, p->callback, p->nglobal, p->global);
	add_keys(code, p);
	text_puts(code, "})\n");
}

/*
 * Errors name the option: the runtime puts a source's name that begins with "=--" before what a
 * host refuses later. The place that error() puts before a message is one in this code.
 */
static const char prelude[] =
	"local code = 'local name, options = ... require(name).attach(options)'\n"
	"local function at(text, global, binding, options)\n"
	"  local option = '--attach ' .. text\n"
	"  if type(_G[global]) ~= 'function' then\n"
	"    error(option .. \": the script has no global function '\" .. global .. \"'\", 0)\n"
	"  end\n"
	"  local ok, why = pcall(load(code, '=' .. option), binding, options)\n"
	"  if not ok then\n"
	"    error(option .. ': ' .. tostring(why):gsub('^%-%-.-:1: ', ''), 0)\n"
	"  end\n"
	"end\n";

void add_attach(struct text *code, const char *text)
{
	struct spec spec = { 0 };

	parse(&spec, text);
	if (!code->size)
		text_puts(code, prelude);
	add_call(code, &spec);
	if (code->size > KLUA_ATTACH_MAX)
		die("the --attach options are too long together");
}
