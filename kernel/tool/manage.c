// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* manage.c: the commands that change named states. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

static struct failure failure;

/* The options of load. */
struct request {
	struct klua_ioc_load io;
	struct text prelude; /* -l */
	struct text attach;
	struct text origin;
	const char *name;
	const char *file;
};

static void take(const char **slot, struct args *a)
{
	*slot = args_positional(a, "NAME and FILE");
}

static bool load_option(struct request *r, struct args *a)
{
	const char *v;

	if (args_flag(a, "--percpu", NULL)) {
		r->io.flags |= KLUA_LOAD_PERCPU;
	} else if (args_option(a, "--attach", NULL, &v)) {
		add_attach(&r->attach, v);
	} else if (args_option(a, "--require", "-l", &v)) {
		add_require(&r->prelude, v);
		origin_add(&r->origin, "require", v);
	} else if (args_option(a, "--memory", NULL, &v)) {
		r->io.memory = parse_bytes("--memory", v);
	} else if (args_option(a, "--budget", NULL, &v)) {
		r->io.budget = parse_count("--budget", v);
	} else if (args_option(a, "--load-budget", NULL, &v)) {
		r->io.load_budget = parse_count("--load-budget", v);
	} else if (args_option(a, "--allow", NULL, &v)) {
		r->io.allow = (uintptr_t)v;
		r->io.allow_size = strlen(v);
	} else {
		return false;
	}
	return true;
}

/* Reads the file after the prelude, on its first line, and remembers where it was. */
static void add_file(struct request *r, struct text *chunkname)
{
	add_script(&r->prelude, r->file);
	add_chunkname(chunkname, r->file);
	if (strcmp(r->file, "-")) {
		char *path = absolute_path(r->file);

		origin_add(&r->origin, "file", path);
	}
}

static int send(struct request *r)
{
	struct text chunkname = { 0 };
	int fd = device_open();

	set_name(r->io.name, r->name);
	add_file(r, &chunkname);
	set_code(&r->io.code, chunkname.data, &r->prelude);
	r->io.attach = (uintptr_t)r->attach.data;
	r->io.attach_size = r->attach.size;
	if (r->origin.size <= KLUA_ORIGIN_MAX) {
		r->io.origin = (uintptr_t)r->origin.data;
		r->io.origin_size = r->origin.size;
	}
	if (load(fd, &r->io, &failure))
		return OK;
	report(fd, r->name, &failure);
	return FAILED;
}

int command_load(struct args *a)
{
	struct request r = { 0 };

	while (a->next < a->argc) {
		if (load_option(&r, a))
			continue;
		if (r.name && r.file)
			args_end(a);
		take(r.name ? &r.file : &r.name, a);
	}
	if (!r.file)
		take(r.name ? &r.file : &r.name, a);
	if (access(r.file, R_OK) && strcmp(r.file, "-"))
		die("%s: %s", r.file, strerror(errno));
	return send(&r);
}

/* What -l asked for at load holds for a reload too; the file as well, unless another is named. */
int command_reload(struct args *a)
{
	struct request r = { .io.flags = KLUA_LOAD_RELOAD };
	struct text origin = { 0 };
	const char *key, *value;
	size_t at = 0;
	int fd;

	r.name = args_positional(a, "a NAME");
	if (a->next < a->argc)
		r.file = args_positional(a, "a FILE");
	args_end(a);
	fd = device_open();
	origin_get(fd, r.name, &origin);
	close(fd);
	while (origin_next(&origin, &at, &key, &value)) {
		if (strcmp(key, "require"))
			continue;
		add_require(&r.prelude, value);
		origin_add(&r.origin, key, value);
	}
	if (!r.file)
		r.file = origin_file(&origin);
	if (!r.file) {
		check_state(r.name);
		usage_error("reload %s: it was not loaded from a file: name one", r.name);
	}
	return send(&r);
}

static int run_named(const char *name, unsigned int flags, const char *chunkname,
		     const struct text *code)
{
	int fd = device_open();

	if (run(fd, name, flags, chunkname, code, &failure))
		return OK;
	report(fd, name, &failure);
	return FAILED;
}

int command_run(struct args *a)
{
	const char *name = args_positional(a, "NAME and FILE");
	const char *file = args_positional(a, "a FILE");
	struct text code = { 0 }, chunkname = { 0 };

	args_end(a);
	add_script(&code, file);
	add_chunkname(&chunkname, file);
	return run_named(name, 0, chunkname.data, &code);
}

int command_eval(struct args *a)
{
	const char *name = args_positional(a, "NAME and CODE");
	const char *source = a->next < a->argc ? a->argv[a->next++] : args_positional(a, "CODE");
	struct text code = { 0 };

	args_end(a);
	text_puts(&code, source);
	return run_named(name, KLUA_RUN_SHOW, "=(eval)", &code);
}

int command_stop(struct args *a)
{
	struct klua_ioc_name io = { 0 };
	const char *name = args_positional(a, "a NAME");
	int fd, err;

	args_end(a);
	set_name(io.name, name);
	fd = device_open();
	err = device_ioctl(fd, KLUA_IOC_STOP, &io);
	if (err == -EBUSY)
		die("'%s' belongs to the kernel code that made it: it cannot be stopped from here",
		    name);
	if (err)
		die_state(fd, name, err);
	return OK;
}
