// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* script.c: klua [options] [FILE [args]], as lua. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

/* The command line: argv[1] to argv[script - 1] are options; script == argc: there is no FILE. */
struct line {
	int argc;
	char **argv;
	int script;
	bool interactive;
	bool version;
	bool code; /* -e or -l */
	struct klua_ioc_load load;
	const char *allow;
};

/* The value of -e or -l at argv[*i], in the same argument or the next. */
static const char *value(const struct line *l, int *i)
{
	const char *s = l->argv[*i] + 2;

	if (*s)
		return s;
	if (++*i >= l->argc)
		usage_error("'%s' needs an argument", l->argv[*i - 1]);
	return l->argv[*i];
}

static bool limit(struct line *l, struct args *a)
{
	const char *v;

	if (args_option(a, "--memory", NULL, &v))
		l->load.memory = parse_bytes("--memory", v);
	else if (args_option(a, "--budget", NULL, &v))
		l->load.load_budget = parse_count("--budget", v);
	else if (args_option(a, "--allow", NULL, &v))
		l->allow = v;
	else
		return false;
	return true;
}

static void parse(struct line *l)
{
	struct args a = { l->argc, l->argv, 1 };

	while (a.next < a.argc) {
		const char *s = a.argv[a.next];

		if (s[0] != '-' || !strcmp(s, "-"))
			break;
		if (!strcmp(s, "--")) {
			a.next++;
			break;
		}
		if (limit(l, &a))
			continue;
		if (s[1] == 'e' || s[1] == 'l') {
			value(l, &a.next);
			l->code = true;
		} else if (!strcmp(s, "-i")) {
			l->interactive = true;
		} else if (!strcmp(s, "-v")) {
			l->version = true;
		} else {
			usage_error("unknown option '%s'", s);
		}
		a.next++;
	}
	l->script = a.next;
	/* alone, it is a REPL for a person and a script reader in a pipe */
	if (l->script == l->argc && !l->code && !l->version && isatty(STDIN_FILENO))
		l->interactive = true;
}

static bool run_text(int fd, unsigned int flags, const char *chunkname, const struct text *code,
		     struct failure *f)
{
	if (run(fd, NULL, flags, chunkname, code, f))
		return true;
	report(fd, NULL, f);
	return false;
}

/* -e and -l in their order */
static bool run_options(int fd, const struct line *l, struct failure *f)
{
	struct args a = { l->argc, l->argv, 1 };
	struct line ignored;

	while (a.next < l->script) {
		const char *s = a.argv[a.next];
		struct text code = { 0 };
		bool ok = true;

		if (limit(&ignored, &a))
			continue;
		if (s[1] == 'e') {
			text_puts(&code, value(l, &a.next));
			ok = run_text(fd, KLUA_RUN_SHOW, "=(command line)", &code, f);
		} else if (s[1] == 'l') {
			add_require(&code, value(l, &a.next));
			ok = run_text(fd, 0, "=(command line)", &code, f);
		}
		text_free(&code);
		if (!ok)
			return false;
		a.next++;
	}
	return true;
}

static bool run_script(int fd, const char *path, struct failure *f)
{
	struct text code = { 0 }, name = { 0 };
	bool ok;

	add_script(&code, path);
	add_chunkname(&name, path);
	ok = run_text(fd, 0, name.data, &code, f);
	text_free(&code);
	text_free(&name);
	return ok;
}

static bool run_arg(int fd, const struct line *l, struct failure *f)
{
	struct text code = { 0 };
	bool ok;

	add_arg(&code, l->argv, l->script < l->argc ? l->script : 0, l->argc);
	ok = run_text(fd, 0, "=(arg)", &code, f);
	text_free(&code);
	return ok;
}

/*
 * A state that ends with the command takes its attachments along: say so, it may not be what was
 * meant.
 */
static void tell_attached(int fd, const char *script)
{
	struct klua_ioc_attachment at = { 0 };

	for (; !device_ioctl(fd, KLUA_IOC_ATTACHMENT, &at); at.index++) {
		complain("%s was attached while this ran, and no longer is", at.callback);
		memset(at.name, 0, sizeof(at.name));
	}
	if (at.index)
		complain("'klua load NAME %s' keeps a script and its attachments",
			 script ? script : "FILE");
}

static void create(int fd, struct line *l, struct failure *f)
{
	l->load.flags = KLUA_LOAD_ANONYMOUS;
	if (l->allow) {
		l->load.allow = (uintptr_t)l->allow;
		l->load.allow_size = strlen(l->allow);
	}
	if (!load(fd, &l->load, f)) {
		report(fd, NULL, f);
		_exit(FAILED);
	}
}

int command_script(int argc, char **argv)
{
	static struct failure f;
	struct line l = { .argc = argc, .argv = argv };
	const char *script;
	uint64_t log = 0;
	bool ok;
	int fd;

	parse(&l);
	script = l.script < argc ? argv[l.script] : NULL;
	if (!script && !l.code && !l.interactive && !l.version)
		script = "-";
	if (script && strcmp(script, "-") && access(script, R_OK))
		die("%s: %s", script, strerror(errno));
	if (l.version || (l.interactive && isatty(STDIN_FILENO)))
		print_version();
	if (!script && !l.code && !l.interactive)
		return OK;
	fd = device_open();
	create(fd, &l, &f);
	ok = run_arg(fd, &l, &f) && run_options(fd, &l, &f) &&
	     (!script || run_script(fd, script, &f));
	if (ok && l.interactive)
		ok = repl(fd, &log) == OK;
	log_own(fd, &log);
	tell_attached(fd, script);
	return ok ? OK : FAILED;
}
