// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The net_device binding as a kernel module. Generated from specs/net_device.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "net_device.h"

static struct klua_binding binding = {
	.name = "net_device",
	.owner = THIS_MODULE,
	.open = luaopen_net_device,
	.capability = -1,
};

static int __init binding_init(void)
{
	int err;

	err = klua_net_device_init();
	if (err)
		return err;
	err = klua_register(&binding);
	if (err)
		klua_net_device_exit();
	return err;
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
	klua_net_device_exit();
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: Network interfaces of the first network namespace, their statistics, and what happens to them");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
