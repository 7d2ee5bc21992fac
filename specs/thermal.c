// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Reads thermal zones from their files in sysfs: thermal_zone_get_zone_by_name() gives no
 * reference, and nothing else finds a zone; but a zone that goes waits until nobody reads its
 * files.
 */

#include <linux/bitmap.h>
#include <linux/completion.h>
#include <linux/err.h>
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/kstrtox.h>
#include <linux/mount.h>
#include <linux/path.h>
#include <linux/sched/mm.h>
#include <linux/string.h>
#include <linux/thermal.h>
#include <linux/workqueue.h>

#include "klua.h"
#include "thermal.h"

#define ZONES_MAX 256 /* those with higher numbers are not seen */
#define FOLDER "class/thermal"

/* A mount of our own: what a process has at /sys does not matter. */
static struct vfsmount *sysfs;
static struct workqueue_struct *workqueue;

/**
 * struct zones - the zones of the folder
 * @context: the walk through it
 * @numbers: thermal_zoneN is there
 */
struct zones {
	struct dir_context context;
	DECLARE_BITMAP(numbers, ZONES_MAX);
};

static bool found_entry(struct dir_context *context, const char *name, int len, loff_t offset,
			u64 ino, unsigned int type)
{
	struct zones *zones = container_of(context, struct zones, context);
	char text[sizeof("thermal_zone255")];
	unsigned int number;

	if (len < sizeof(text)) {
		memcpy(text, name, len);
		text[len] = '\0';
		if (sscanf(text, "thermal_zone%u", &number) == 1 && number < ZONES_MAX)
			set_bit(number, zones->numbers);
	}
	return true;
}

static int list_zones(const struct path *root, struct zones *zones)
{
	struct file *folder = file_open_root(root, FOLDER, O_RDONLY | O_DIRECTORY, 0);
	int err;

	if (IS_ERR(folder))
		return PTR_ERR(folder);
	err = iterate_dir(folder, &zones->context);
	__fput_sync(folder);
	return err;
}

static struct file *open_file(const struct path *root, unsigned int number, const char *name)
{
	char text[sizeof(FOLDER "/thermal_zone255/") + 8];

	snprintf(text, sizeof(text), FOLDER "/thermal_zone%u/%s", number, name);
	return file_open_root(root, text, O_RDONLY, 0);
}

/* Reads @file, which may be an error, to its end and puts it. */
static int read_text(struct file *file, char *text, size_t size)
{
	loff_t at = 0;
	ssize_t n;

	if (IS_ERR(file))
		return PTR_ERR(file);
	n = kernel_read(file, text, size - 1, &at);
	__fput_sync(file);
	if (n < 0)
		return n;
	text[n] = '\0';
	return 0;
}

/*
 * The file @file of the zone, if it is of the type @type; NULL: it is not, or went. The file is
 * opened before the type is read: should another zone get the number in between, reading the file
 * fails.
 */
static struct file *open_if(const struct path *root, unsigned int number, const char *type,
			    const char *name)
{
	struct file *file = open_file(root, number, name);
	char text[THERMAL_NAME_LENGTH + 2]; /* a newline, and an end */
	int err = PTR_ERR_OR_ZERO(file);

	if (!err) {
		err = read_text(open_file(root, number, "type"), text, sizeof(text));
		if (!err && sysfs_streq(text, type))
			return file;
		__fput_sync(file);
	}
	return !err || err == -ENOENT || err == -ENODEV ? NULL : ERR_PTR(err);
}

/* Return: the file of the only zone of the type; -ENODEV: there is none, -EEXIST: several. */
static struct file *find_file(const char *type, const char *name)
{
	struct zones zones = { .context.actor = found_entry };
	const struct path root = { .mnt = sysfs, .dentry = sysfs->mnt_root };
	struct file *found = ERR_PTR(-ENODEV), *file;
	unsigned int number;
	int err;

	err = list_zones(&root, &zones);
	if (err)
		return ERR_PTR(err);
	for_each_set_bit(number, zones.numbers, ZONES_MAX) { /* bounded: ZONES_MAX */
		file = open_if(&root, number, type, name);
		if (!file)
			continue;
		if (!IS_ERR(found)) {
			__fput_sync(found);
			if (IS_ERR(file))
				return file;
			__fput_sync(file);
			return ERR_PTR(-EEXIST);
		}
		found = file;
		if (IS_ERR(file))
			break;
	}
	return found;
}

/**
 * struct question - what a kernel thread reads for a script
 * @type: the type of the zone
 * @name: its file
 * @number: what is in it, when @err is 0
 * @done: it has been read
 */
struct question {
	struct work_struct work;
	const char *type;
	const char *name;
	int number;
	int err;
	struct completion done;
};

static void answer(struct work_struct *work)
{
	struct question *q = container_of(work, struct question, work);
	char text[sizeof("-2147483648\n")];
	unsigned int flags = memalloc_noio_save(); /* a storage path may wait for the answer */

	q->err = read_text(find_file(q->type, q->name), text, sizeof(text));
	if (!q->err)
		q->err = kstrtoint(text, 10, &q->number);
	memalloc_noio_restore(flags);
	complete(&q->done);
}

/*
 * In a kernel thread: a task's files are closed when it returns to user space, which a script may
 * put off; and the file system's functions have a stack of their own.
 *
 * Not flush_work(): lockdep takes the locks of our file for those of the governor's files, which
 * have the same classes, and whose writers wait for its script.
 */
static int read_number(const char *type, const char *name, int *number)
{
	struct question q = { .type = type, .name = name };

	init_completion(&q.done);
	INIT_WORK_ONSTACK(&q.work, answer);
	queue_work(workqueue, &q.work);
	wait_for_completion(&q.done);
	destroy_work_on_stack(&q.work);
	if (!q.err)
		*number = q.number;
	return q.err;
}

int klua_thermal_temperature(const char *name, int *temp)
{
	return read_number(name, "temp", temp);
}

/* The file of what a zone does not say: -EIO. */
static int read_parameter(const char *type, const char *name, int *number, int otherwise)
{
	int err = read_number(type, name, number);

	if (err == -EIO) {
		*number = otherwise;
		return 0;
	}
	return err;
}

int klua_thermal_slope(const char *name, int *slope)
{
	return read_parameter(name, "slope", slope, 1);
}

int klua_thermal_offset(const char *name, int *offset)
{
	return read_parameter(name, "offset", offset, 0);
}

int klua_thermal_init(void)
{
	struct file_system_type *type = get_fs_type("sysfs");

	if (!type)
		return -ENODEV;
	workqueue = alloc_workqueue("klua_thermal", WQ_UNBOUND | WQ_MEM_RECLAIM, 0);
	if (!workqueue)
		return -ENOMEM;
	sysfs = kern_mount(type);
	if (IS_ERR(sysfs))
		destroy_workqueue(workqueue);
	return PTR_ERR_OR_ZERO(sysfs);
}

void klua_thermal_exit(void)
{
	destroy_workqueue(workqueue);
	kern_unmount(sysfs);
}
