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
	struct text record;
	const char *name;
	const char *file;
};

static void take_positional(const char **to, struct args *a)
{
	*to = args_positional(a, "NAME and FILE");
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
		record_add(&r->record, "require", v);
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

		record_add(&r->record, "file", path);
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
	if (load(fd, &r->io, &failure)) {
		record_put(r->name, r->io.id, &r->record);
		return OK;
	}
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
		take_positional(r.name ? &r.file : &r.name, a);
	}
	if (!r.file)
		take_positional(r.name ? &r.file : &r.name, a);
	if (access(r.file, R_OK) && strcmp(r.file, "-"))
		die("%s: %s", r.file, strerror(errno));
	return send(&r);
}

/* What -l asked for at load holds for a reload too; the file as well, unless another is named. */
int command_reload(struct args *a)
{
	struct request r = { .io.flags = KLUA_LOAD_RELOAD };
	struct klua_ioc_state state;
	struct text record = { 0 };
	const char *key, *value;
	size_t at = 0;

	r.name = args_positional(a, "a NAME");
	if (a->next < a->argc)
		r.file = args_positional(a, "a FILE");
	args_end(a);
	get_state(r.name, &state);
	if (!record_get(&state, &record))
		text_free(&record);
	while (record_next(&record, &at, &key, &value)) {
		if (strcmp(key, "require"))
			continue;
		add_require(&r.prelude, value);
		record_add(&r.record, key, value);
	}
	if (!r.file)
		r.file = record_file(&record);
	if (!r.file)
		usage_error("reload %s: it was not loaded from a file: name one", r.name);
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
	record_drop(name);
	return OK;
}
