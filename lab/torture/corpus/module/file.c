// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * /proc/klua_torture: what is written is a line of options, then a script; what is read is what
 * came of it, one line. Between the two it runs, once.
 *
 *   CONTEXT WHERE BUDGET MEMORY ENTRIES BYTES COUNTED
 *
 * CONTEXT is atomic or sleepable, WHERE task, interrupt, ksoftirqd or irqs-off; BYTES are lent to
 * each call.
 */
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "torture.h"

#define TORTURE_MAX 0x40000

struct torture_file {
	size_t size;
	size_t answered; /* bytes of the answer; 0: not run yet */
	char answer[1024];
	char text[TORTURE_MAX + 1];
};

#define CAUSE_NAME(name, word, error) word,
static const char *const cause_names[] = { KLUA_EACH_CAUSE(CAUSE_NAME) "ok" };

static DEFINE_MUTEX(torture_lock); /* one script at a time */

static int file_open(struct inode *inode, struct file *file)
{
	struct torture_file *f = kvzalloc(sizeof(*f), GFP_KERNEL);

	file->private_data = f;
	return f ? nonseekable_open(inode, file) : -ENOMEM;
}

static int file_release(struct inode *inode, struct file *file)
{
	kvfree(file->private_data);
	return 0;
}

static ssize_t file_write(struct file *file, const char __user *from, size_t n, loff_t *pos)
{
	struct torture_file *f = file->private_data;

	if (f->answered || n > TORTURE_MAX - f->size)
		return -EFBIG;
	if (copy_from_user(f->text + f->size, from, n))
		return -EFAULT;
	f->size += n;
	return n;
}

static int parse(struct torture_run *run, const char *line)
{
	char context[16], where[16];

	if (sscanf(line, "%15s %15s %lld %zu %u %u %u", context, where, &run->budget, &run->memory,
		   &run->entries, &run->bytes, &run->counted) != 7)
		return -EINVAL;
	run->context = strcmp(context, "atomic") ? KLUA_CONTEXT_SLEEPABLE : KLUA_CONTEXT_ATOMIC;
	run->where = TORTURE_TASK;
	if (!strcmp(where, "interrupt"))
		run->where = TORTURE_INTERRUPT;
	else if (!strcmp(where, "ksoftirqd"))
		run->where = TORTURE_KSOFTIRQD;
	else if (!strcmp(where, "irqs-off"))
		run->where = TORTURE_IRQS_OFF;
	if (run->entries > 100 || run->bytes > PAGE_SIZE || run->budget < 1 ||
	    (run->context != KLUA_CONTEXT_ATOMIC && run->where != TORTURE_TASK))
		return -EINVAL;
	return 0;
}

static int run_file(struct torture_file *f)
{
	struct torture_run *run = kzalloc(sizeof(*run), GFP_KERNEL);
	char *script = strchr(f->text, '\n');
	int err = run && script ? parse(run, f->text) : -EINVAL;

	if (err)
		goto out;
	script++;
	mutex_lock(&torture_lock);
	torture_script(run, script, f->text + f->size - script);
	mutex_unlock(&torture_lock);
	f->answered = scnprintf(f->answer, sizeof(f->answer),
				"%d %s %lld %llu %llu %llu %zd %zu %ld %s\n", run->status,
				cause_names[run->cause], run->units, run->load, run->call,
				run->close, (ssize_t)run->left, run->peak, run->leak, run->text);
out:
	kfree(run);
	return err;
}

static ssize_t file_read(struct file *file, char __user *to, size_t n, loff_t *pos)
{
	struct torture_file *f = file->private_data;
	int err;

	if (!f->answered) {
		err = run_file(f);
		if (err)
			return err;
	}
	return simple_read_from_buffer(to, n, pos, f->answer, f->answered);
}

static const struct proc_ops file_ops = {
	.proc_open = file_open,
	.proc_write = file_write,
	.proc_read = file_read,
	.proc_release = file_release,
};

static int __init torture_init(void)
{
	int err = torture_hook_init();

	if (err)
		return err;
	if (!proc_create("klua_torture", 0600, NULL, &file_ops)) {
		torture_hook_exit();
		return -ENOMEM;
	}
	return 0;
}

static void __exit torture_exit(void)
{
	remove_proc_entry("klua_torture", NULL);
	torture_hook_exit();
}

module_init(torture_init);
module_exit(torture_exit);

MODULE_DESCRIPTION("klua: one hostile script at a time");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
