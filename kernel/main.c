// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The module. */
#include <linux/init.h>
#include <linux/module.h>

#include "state.h"

static int __init klua_init(void)
{
	int err = klua_stack_init();

	if (err)
		return err;
	err = klua_device_init();
	if (err)
		klua_stack_exit();
	return err;
}

static void __exit klua_exit(void)
{
	klua_device_exit();
	klua_list_exit();
	klua_order_exit();
	klua_stack_exit();
}

module_init(klua_init);
module_exit(klua_exit);

MODULE_DESCRIPTION("Lua scripts in the kernel");
MODULE_LICENSE("Dual MIT/GPL");
