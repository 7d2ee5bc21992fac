// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The module. */
#include <linux/init.h>
#include <linux/module.h>

#include "device.h"
#include "guard.h"
#include "klua.h"
#include "list.h"
#include "order.h"
#include "stack.h"

static int __init klua_init(void)
{
	int err = klua_guard_init();

	if (err)
		return err;
	err = klua_stack_init();
	if (err)
		goto out_guard;
	err = klua_device_init();
	if (err)
		goto out_stack;
	return 0;
out_stack:
	klua_stack_exit();
out_guard:
	klua_guard_exit();
	return err;
}

static void __exit klua_exit(void)
{
	struct klua_state *state;

	klua_device_exit();
	while ((state = klua_list_first())) /* bounded: the states there are */
		klua_destroy(state);
	klua_order_exit();
	klua_stack_exit();
	klua_guard_exit();
}

module_init(klua_init);
module_exit(klua_exit);

MODULE_DESCRIPTION("Lua scripts in the kernel");
MODULE_VERSION("0.1");
MODULE_LICENSE("Dual MIT/GPL");
