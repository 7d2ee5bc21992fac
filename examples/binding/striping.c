// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* /dev/striping: each write goes to one of several devices, at its own offset there. */

#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/uio.h>

#include "striping.h"

static char *paths[16];
static struct file *devices[16];
static unsigned int count;

module_param_array_named(devices, paths, charp, &count, 0444);
MODULE_PARM_DESC(devices, "block devices or files, which are opened for writing");

static ssize_t striping_write(struct kiocb *io, struct iov_iter *from)
{
	struct klua_striping_stripe args = { io->ki_pos, iov_iter_count(from), count };
	static atomic_t turn;
	unsigned int device = (unsigned int)atomic_inc_return(&turn) % count;

	klua_striping_stripe(&args, &device); /* without result they take turns */
	return vfs_iter_write(devices[device], from, &io->ki_pos, 0);
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.write_iter = striping_write,
	.llseek = default_llseek,
};

static struct miscdevice misc = { MISC_DYNAMIC_MINOR, "striping", &operations };

static int close_devices(int err)
{
	while (count)
		filp_close(devices[--count], NULL);
	return err;
}

int klua_striping_init(void)
{
	unsigned int n;
	int err;

	for (n = 0; n < count; n++) {
		devices[n] = filp_open(paths[n], O_WRONLY | O_LARGEFILE, 0);
		if (IS_ERR(devices[n])) {
			count = n;
			return close_devices(PTR_ERR(devices[n]));
		}
	}
	err = count ? misc_register(&misc) : -EINVAL;
	return err ? close_devices(err) : 0;
}

void klua_striping_exit(void)
{
	misc_deregister(&misc);
	close_devices(0);
}
