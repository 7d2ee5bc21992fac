// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The module. */
#include <linux/init.h>
#include <linux/module.h>

#include "state.h"

static int __init klua_init(void)
{
	int err = klua_frame_init();

	if (err)
		return err;
	err = klua_stack_init();
	if (err)
		goto out_frame;
	err = klua_device_init();
	if (err)
		goto out_stack;
	return 0;
out_stack:
	klua_stack_exit();
out_frame:
	klua_frame_exit();
	return err;
}

static void __exit klua_exit(void)
{
	klua_device_exit();
	klua_list_exit();
	klua_order_exit();
	klua_stack_exit();
	klua_frame_exit();
}

module_init(klua_init);
module_exit(klua_exit);

MODULE_DESCRIPTION("Lua scripts in the kernel");
MODULE_LICENSE("Dual MIT/GPL");
