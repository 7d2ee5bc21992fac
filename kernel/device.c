// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * device.c: /dev/klua, where the klua command talks to the runtime.
 */
#include <linux/capability.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "device.h"

/* @min is the size of the first version; a later one has a larger @size. */
static const struct operation {
	unsigned int request;
	unsigned int min;
	unsigned int size;
	long (*call)(struct klua_file *file, void *arg);
} operations[] = {
	{ KLUA_IOC_LOAD, 168, sizeof(struct klua_ioc_load), klua_device_load },
	{ KLUA_IOC_RUN, 112, sizeof(struct klua_ioc_run), klua_device_run },
	{ KLUA_IOC_STOP, 72, sizeof(struct klua_ioc_name), klua_device_stop },
	{ KLUA_IOC_INTERRUPT, 72, sizeof(struct klua_ioc_name), klua_device_interrupt },
	{ KLUA_IOC_STATE, 408, sizeof(struct klua_ioc_state), klua_device_state },
	{ KLUA_IOC_NEXT, 408, sizeof(struct klua_ioc_state), klua_device_next },
	{ KLUA_IOC_ATTACHMENT, 984, sizeof(struct klua_ioc_attachment), klua_device_attachment },
	{ KLUA_IOC_LOG, 104, sizeof(struct klua_ioc_log), klua_device_log },
};

static const struct operation *find_operation(unsigned int request)
{
	unsigned int i;

	if (_IOC_TYPE(request) != _IOC_TYPE(KLUA_IOC_LOAD) ||
	    _IOC_DIR(request) != (_IOC_READ | _IOC_WRITE))
		return NULL;
	for (i = 0; i < ARRAY_SIZE(operations); i++)
		if (_IOC_NR(operations[i].request) == _IOC_NR(request))
			return &operations[i];
	return NULL;
}

static long device_ioctl(struct file *filp, unsigned int request, unsigned long address)
{
	const struct operation *op = find_operation(request);
	unsigned int size = _IOC_SIZE(request);
	void __user *user = (void __user *)address;
	void *arg;
	long ret;

	if (!capable(CAP_SYS_ADMIN))
		return -EPERM;
	if (!op)
		return -ENOTTY;
	if (size < op->min)
		return -EINVAL;
	arg = kzalloc(op->size, GFP_KERNEL);
	if (!arg)
		return -ENOMEM;
	ret = copy_struct_from_user(arg, op->size, user, size);
	if (!ret && *(u32 *)arg != size)
		ret = -EINVAL;
	/* Where no answer can be written, nothing is done. */
	if (!ret && copy_to_user(user, arg, min(size, op->size)))
		ret = -EFAULT;
	if (!ret) {
		ret = op->call(filp->private_data, arg);
		if (copy_to_user(user, arg, min(size, op->size)))
			ret = -EFAULT;
	}
	kfree(arg);
	return ret;
}

static ssize_t device_read(struct file *filp, char __user *to, size_t size, loff_t *pos)
{
	struct klua_file *file = filp->private_data;

	return klua_queue_read(&file->queue, to, size, !(filp->f_flags & O_NONBLOCK));
}

static __poll_t device_poll(struct file *filp, poll_table *table)
{
	struct klua_file *file = filp->private_data;

	return klua_queue_poll(&file->queue, filp, table);
}

static int device_open(struct inode *inode, struct file *filp)
{
	struct klua_file *file;

	if (!capable(CAP_SYS_ADMIN))
		return -EPERM;
	file = kzalloc(sizeof(*file), GFP_KERNEL);
	if (!file)
		return -ENOMEM;
	mutex_init(&file->running);
	klua_queue_init(&file->queue);
	filp->private_data = file;
	return stream_open(inode, filp);
}

static int device_release(struct inode *inode, struct file *filp)
{
	struct klua_file *file = filp->private_data;

	if (file->own)
		klua_destroy(file->own);
	klua_queue_free(&file->queue);
	kfree(file);
	return 0;
}

static const struct file_operations operations_of_file = {
	.owner = THIS_MODULE,
	.open = device_open,
	.release = device_release,
	.read = device_read,
	.poll = device_poll,
	.unlocked_ioctl = device_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
};

static struct miscdevice device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "klua",
	.fops = &operations_of_file,
	.mode = 0600,
};

int klua_device_init(void)
{
	return misc_register(&device);
}

void klua_device_exit(void)
{
	misc_deregister(&device);
}
