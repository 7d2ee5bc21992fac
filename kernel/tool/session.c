// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* session.c: the requests that run Lua. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tool.h"

bool load(int fd, struct klua_ioc_load *io, struct failure *f)
{
	io->text = (uintptr_t)f->text;
	io->text_size = sizeof(f->text);
	f->err = run_ioctl(fd, KLUA_IOC_LOAD, io);
	f->has_text = f->err && io->text_used;
	return !f->err;
}

bool run(int fd, const char *name, unsigned int flags, const char *chunkname,
	 const struct text *code, struct failure *f)
{
	struct klua_ioc_run io = { .flags = flags };

	if (name)
		set_name(io.name, name);
	set_code(&io.code, chunkname, code);
	io.text = (uintptr_t)f->text;
	io.text_size = sizeof(f->text);
	f->err = run_ioctl(fd, KLUA_IOC_RUN, &io);
	f->has_text = f->err && io.text_used;
	return !f->err;
}

void set_code(struct klua_ioc_code *io, const char *chunkname, const struct text *code)
{
	size_t size = strlen(chunkname);

	if (code->size > KLUA_CODE_MAX)
		die("code longer than %d bytes", KLUA_CODE_MAX);
	io->text = (uintptr_t)code->data;
	io->text_size = code->size;
	io->name = (uintptr_t)chunkname;
	io->name_size = size < KLUA_CHUNKNAME_MAX ? size : KLUA_CHUNKNAME_MAX;
}

/* What went wrong with --attach went wrong in code of this tool: its traceback would mislead. */
static void complain_code(const struct failure *f)
{
	const char *traceback = strchr(f->text, '\n');

	if (f->err == -ECANCELED)
		complain("interrupted%s", traceback ? traceback : "");
	else if (!strncmp(f->text, "--attach ", 9))
		complain("%.*s", (int)strcspn(f->text, "\n"), f->text);
	else
		complain("%s", f->text);
}

void report(int fd, const char *name, const struct failure *f)
{
	if (f->has_text)
		complain_code(f);
	else if (name)
		die_state(fd, name, f->err);
	else if (f->err == -EPERM)
		complain("needs CAP_SYS_ADMIN (run as root)");
	else
		complain("%s", strerror(-f->err));
}
