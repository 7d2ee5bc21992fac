// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The printk binding as a kernel module. Generated from specs/printk.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "printk.h"

static struct klua_binding binding = {
	.name = "printk",
	.owner = THIS_MODULE,
	.open = luaopen_printk,
	.capability = -1,
};

static int __init binding_init(void)
{
	return klua_register(&binding);
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: Messages in the kernel's log (dmesg)");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
