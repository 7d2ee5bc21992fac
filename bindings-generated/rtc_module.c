// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The rtc binding as a kernel module. Generated from specs/rtc.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "rtc.h"

static struct klua_binding binding = {
	.name = "rtc",
	.owner = THIS_MODULE,
	.open = luaopen_rtc,
	.capability = -1,
	.takes = "rtc",
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
MODULE_DESCRIPTION("klua: Calendar time, and the clocks that run while the machine is off");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
