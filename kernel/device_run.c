// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * device_run.c: the ioctls that run Lua.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "device.h"
#include "limit.h"

/* A chunk in kernel memory. */
struct code {
	char *text;
	size_t size;
	char *name;
};

static void *fetch_bytes(u64 address, size_t size, size_t max)
{
	return size > max ? ERR_PTR(-E2BIG) : vmemdup_user(u64_to_user_ptr(address), size);
}

static void *fetch_string(u64 address, size_t size, size_t max)
{
	if (size > max)
		return ERR_PTR(-E2BIG);
	return address || size ? memdup_user_nul(u64_to_user_ptr(address), size) : NULL;
}

static void code_free(struct code *code)
{
	kvfree(code->text);
	kfree(code->name);
}

static int code_fetch(struct code *code, const struct klua_ioc_code *io)
{
	if (!io->name_size)
		return -EINVAL;
	code->size = io->text_size;
	code->text = fetch_bytes(io->text, io->text_size, KLUA_CODE_MAX);
	if (IS_ERR(code->text))
		return PTR_ERR(code->text);
	code->name = fetch_string(io->name, io->name_size, KLUA_CHUNKNAME_MAX);
	if (!IS_ERR(code->name))
		return 0;
	kvfree(code->text);
	return PTR_ERR(code->name);
}

/*
 * The text of an error to the caller's buffer, cut to fit. Return: bytes stored without the NUL, or
 * -EFAULT.
 */
static long give_text(const char *error, u64 address, u32 size)
{
	size_t n = strnlen(error, KLUA_ERROR_MAX);
	char __user *to = u64_to_user_ptr(address);

	if (!size)
		return 0;
	n = min_t(size_t, n, size - 1);
	if (copy_to_user(to, error, n) || put_user('\0', to + n))
		return -EFAULT;
	return n;
}

/* An interrupted run returns -ECANCELED, whatever the script raised. */
static long finish_run(struct klua_file *file, long err, const char *error, u64 address, u32 size,
		       u32 *used)
{
	long n = give_text(error, address, err ? size : 0);

	if (err && READ_ONCE(file->queue.output.stop))
		err = -ECANCELED;
	if (n < 0)
		return n;
	*used = n;
	return err;
}

static int begin_run(struct klua_file *file)
{
	if (mutex_lock_killable(&file->running))
		return -EINTR;
	WRITE_ONCE(file->queue.output.stop, false);
	return 0;
}

/* KLUA_LOAD_ANONYMOUS: an empty state, which the file's runs fill. */
static long load_anonymous(struct klua_file *file, const struct klua_ioc_load *io,
			   struct klua_options *options)
{
	char name[KLUA_NAME_SIZE];
	struct klua_state *state;

	if (io->name[0] || io->code.text_size || io->attach_size || options->percpu)
		return -EINVAL;
	if (file->own)
		return -EBUSY;
	snprintf(name, sizeof(name), "pid-%d", task_tgid_nr(current));
	options->name = name;
	state = klua_create_anonymous(options);
	if (IS_ERR(state))
		return PTR_ERR(state);
	smp_store_release(&file->own, state); /* pairs with klua_device_find() */
	return 0;
}

/* A named state. @attach is run after @code. */
static long load_named(struct klua_file *file, struct klua_ioc_load *io,
		       struct klua_options *options, const struct code *code, const char *attach,
		       char *error)
{
	struct klua_state *state = klua_create_listed(options);
	int err = 0;

	if (IS_ERR(state))
		return PTR_ERR(state);
	io->id = klua_id(state);
	if (io->attach_size)
		err = klua_set_attach_code(state, attach, io->attach_size);
	if (!err)
		err = klua_load_to(state, code->text, code->size, code->name, &file->queue.output,
				   error);
	if (err)
		klua_destroy(state);
	return err;
}

static long load_code(struct klua_file *file, struct klua_ioc_load *io,
		      struct klua_options *options, char *error)
{
	struct code code;
	char *attach;
	long err = code_fetch(&code, &io->code);

	if (err)
		return err;
	attach = fetch_bytes(io->attach, io->attach_size, KLUA_ATTACH_MAX);
	if (IS_ERR(attach)) {
		err = PTR_ERR(attach);
		goto out_code;
	}
	if (io->flags & KLUA_LOAD_RELOAD)
		err = klua_reload(io->name, code.text, code.size, code.name, &file->queue.output,
				  error, &io->id);
	else
		err = load_named(file, io, options, &code, attach, error);
	kvfree(attach);
out_code:
	code_free(&code);
	return err;
}

static bool load_is_valid(const struct klua_ioc_load *io)
{
	bool reload = io->flags & KLUA_LOAD_RELOAD;

	if (io->flags & ~(KLUA_LOAD_PERCPU | KLUA_LOAD_ANONYMOUS | KLUA_LOAD_RELOAD))
		return false;
	if (!klua_device_name(io->name) || (reload && io->flags != KLUA_LOAD_RELOAD))
		return false;
	if (reload && (io->memory || io->budget || io->load_budget || io->allow || io->allow_size ||
		       io->attach_size))
		return false;
	return true;
}

long klua_device_load(struct klua_file *file, void *arg)
{
	struct klua_ioc_load *io = arg;
	struct klua_options options = {
		.name = io->name,
		.memory = io->memory,
		.budget = io->budget,
		.load_budget = io->load_budget,
		.percpu = io->flags & KLUA_LOAD_PERCPU,
	};
	char *error, *allow;
	long err;

	io->text_used = 0;
	io->id = 0;
	if (!load_is_valid(io))
		return -EINVAL;
	if (io->text_size > KLUA_TEXT_MAX)
		return -E2BIG;
	allow = fetch_string(io->allow, io->allow_size, KLUA_ALLOW_MAX);
	if (IS_ERR(allow))
		return PTR_ERR(allow);
	options.allow = allow;
	error = kzalloc(KLUA_ERROR_MAX, GFP_KERNEL);
	err = error ? begin_run(file) : -ENOMEM;
	if (!err) {
		err = klua_check_limits(&options, error, KLUA_ERROR_MAX);
		if (!err && (io->flags & KLUA_LOAD_ANONYMOUS))
			err = load_anonymous(file, io, &options);
		else if (!err)
			err = load_code(file, io, &options, error);
		mutex_unlock(&file->running);
		err = finish_run(file, err, error, io->text, io->text_size, &io->text_used);
	}
	kfree(error);
	kfree(allow);
	return err;
}

static long run_in(struct klua_file *file, struct klua_state *state, const struct klua_ioc_run *io,
		   const struct code *code, char *error)
{
	struct klua_output *out = &file->queue.output;

	if (io->flags & KLUA_RUN_SHOW)
		return klua_eval(state, code->text, code->size, code->name, out, error);
	return klua_run(state, code->text, code->size, code->name, out, error);
}

static long run_code(struct klua_file *file, const struct klua_ioc_run *io, char *error)
{
	struct klua_state *state;
	struct code code;
	long err = code_fetch(&code, &io->code);

	if (err)
		return err;
	do { /* bounded: reloads meanwhile, and a fatal signal ends it */
		state = klua_device_find(file, io->name);
		if (IS_ERR(state)) {
			err = PTR_ERR(state);
			error[0] = '\0';
			break;
		}
		err = run_in(file, state, io, &code, error);
		klua_put(state);
		/*
		 * a reload put another state in its place before this one was entered: nothing has
		 * run yet
		 */
	} while (err == -ESHUTDOWN && io->name[0] && !schedule_timeout_killable(1));
	code_free(&code);
	return err;
}

long klua_device_run(struct klua_file *file, void *arg)
{
	struct klua_ioc_run *io = arg;
	char *error;
	long err;

	io->text_used = 0;
	if (io->flags & ~KLUA_RUN_SHOW)
		return -EINVAL;
	if (io->text_size > KLUA_TEXT_MAX)
		return -E2BIG;
	error = kzalloc(KLUA_ERROR_MAX, GFP_KERNEL);
	if (!error)
		return -ENOMEM;
	err = begin_run(file);
	if (!err) {
		err = run_code(file, io, error);
		mutex_unlock(&file->running);
		err = finish_run(file, err, error, io->text, io->text_size, &io->text_used);
	}
	kfree(error);
	return err;
}

long klua_device_stop(struct klua_file *file, void *arg)
{
	struct klua_ioc_name *io = arg;

	if (io->flags || !klua_device_name(io->name) || !io->name[0])
		return -EINVAL;
	return klua_stop(io->name);
}

/* Without file->running: it is held by what is to be stopped. */
long klua_device_interrupt(struct klua_file *file, void *arg)
{
	struct klua_ioc_name *io = arg;

	if (io->flags || io->name[0])
		return -EINVAL;
	WRITE_ONCE(file->queue.output.stop, true);
	return 0;
}
